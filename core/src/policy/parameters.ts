import { classificationParameters } from './parameters/classification.ts'
import { collectionParameters } from './parameters/collection.ts'
import { generalParameters } from './parameters/general.ts'
import { indicatorParameters } from './parameters/indicator.ts'
import { inspectionParameters } from './parameters/inspection.ts'
import { oversightParameters } from './parameters/oversight.ts'
import { securityParameters } from './parameters/security.ts'
import { termParameters } from './parameters/term.ts'
import { useParameters } from './parameters/use.ts'
import { warningParameters } from './parameters/warning.ts'
import type { Parameter } from './types.ts'

/** Every number, choice and word list that a bank may set; each value has its source and, where it matters, its dates. */
export const parameters: readonly Parameter[] = [
  ...generalParameters,
  ...inspectionParameters,
  ...useParameters,
  ...warningParameters,
  ...classificationParameters,
  ...securityParameters,
  ...collectionParameters,
  ...termParameters,
  ...oversightParameters,
  ...indicatorParameters,
]
