import type { Rule } from '../types.ts'
import { extLimitRules } from './extLimits.ts'
import { extRenewalRules } from './extRenewals.ts'
import { extTermRules } from './extTerms.ts'

/** Extension, renewal, term (EXT). */
export const extRules: readonly Rule[] = [...extLimitRules, ...extRenewalRules, ...extTermRules]
