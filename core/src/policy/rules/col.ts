import type { Rule } from '../types.ts'
import { colForbiddenRules } from './colForbidden.ts'
import { colRevaluationRules } from './colRevaluation.ts'
import { colStateRules } from './colState.ts'
import { colTitleRules } from './colTitle.ts'
import { colValueRules } from './colValue.ts'

/** Collateral (COL). */
export const colRules: readonly Rule[] = [
  ...colValueRules,
  ...colRevaluationRules,
  ...colTitleRules,
  ...colStateRules,
  ...colForbiddenRules,
]
