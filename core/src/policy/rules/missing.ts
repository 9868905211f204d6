import type { Rule } from '../types.ts'
import { missingClassRules } from './missingClass.ts'
import { missingDutiesRules } from './missingDuties.ts'
import { missingLendingRules } from './missingLending.ts'
import { missingOfficersRules } from './missingOfficers.ts'
import { missingOnlineRules } from './missingOnline.ts'
import { missingRecoveryRules } from './missingRecovery.ts'
import { missingSecurityRules } from './missingSecurity.ts'

/**
 * Rules that the catalogue of 120 left out (M1…M15). M4 (lending while another loan is overdue) is B5 and M8 (about to
 * pass a step) is B1: one rule each, so that no row says the same thing twice.
 */
export const missingRules: readonly Rule[] = [
  ...missingSecurityRules,
  ...missingLendingRules,
  ...missingOnlineRules,
  ...missingClassRules,
  ...missingRecoveryRules,
  ...missingDutiesRules,
  ...missingOfficersRules,
]

/** Numbers of the list of missing rules that another rule already answers. */
export const answeredElsewhere: Readonly<Record<string, string>> = { M4: 'B5', M8: 'B1' }
