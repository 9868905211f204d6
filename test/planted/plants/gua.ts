import type { Plant } from '../contract.ts'
import { guaAbilityPlants } from './guaAbility.ts'
import { guaNetworkPlants } from './guaNetwork.ts'
import { guaPeriodPlants } from './guaPeriod.ts'
import { securedLimitPlants } from './securedLimits.ts'

export const guaPlants: readonly Plant[] = [
  ...guaPeriodPlants,
  ...guaAbilityPlants,
  ...guaNetworkPlants,
  ...securedLimitPlants,
]
