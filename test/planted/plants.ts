import type { Plant } from './contract.ts'
import { arcPlants } from './plants/arc.ts'
import { bareOverduePlants } from './plants/bareOverdue.ts'
import { barePatternPlants } from './plants/barePatterns.ts'
import { clsPlants } from './plants/cls.ts'
import { cmpPlants } from './plants/cmp.ts'
import { colPlants } from './plants/col.ts'
import { cusPlants } from './plants/cus.ts'
import { dqAmountPlants } from './plants/dqAmounts.ts'
import { dqDatePlants } from './plants/dqDates.ts'
import { dqIdentityPlants } from './plants/dqIdentity.ts'
import { dqRequiredPlants } from './plants/dqRequired.ts'
import { ewsFinancialPlants } from './plants/ewsFinancial.ts'
import { ewsWarningPlants } from './plants/ewsWarnings.ts'
import { extPlants } from './plants/ext.ts'
import { guaPlants } from './plants/gua.ts'
import { insDatePlants } from './plants/insDates.ts'
import { insRecordPlants } from './plants/insRecords.ts'
import { insVisitPlants } from './plants/insVisits.ts'
import { missingLendingPlants } from './plants/missingLending.ts'
import { missingOfficerPlants } from './plants/missingOfficers.ts'
import { missingRecoveryPlants } from './plants/missingRecovery.ts'
import { ovdPlants } from './plants/ovd.ts'
import { prvPlants } from './plants/prv.ts'
import { useFlowPlants } from './plants/useFlows.ts'
import { useLimitPlants } from './plants/useLimits.ts'
import { useTracingPlants } from './plants/useTracing.ts'

/** All plants, by category of rule. */
export const plants: readonly Plant[] = [
  ...dqIdentityPlants,
  ...dqRequiredPlants,
  ...dqAmountPlants,
  ...dqDatePlants,
  ...insDatePlants,
  ...insRecordPlants,
  ...useTracingPlants,
  ...useFlowPlants,
  ...ewsFinancialPlants,
  ...ewsWarningPlants,
  ...bareOverduePlants,
  ...barePatternPlants,
  ...missingLendingPlants,
  ...missingOfficerPlants,
  ...missingRecoveryPlants,
  ...insVisitPlants,
  ...useLimitPlants,
  ...clsPlants,
  ...prvPlants,
  ...colPlants,
  ...guaPlants,
  ...ovdPlants,
  ...cmpPlants,
  ...arcPlants,
  ...cusPlants,
  ...extPlants,
]
