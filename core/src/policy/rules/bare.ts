import type { Rule } from '../types.ts'
import { bareCustomerRules } from './bareCustomer.ts'
import { bareDuplicateRules } from './bareDuplicates.ts'
import { bareOverdueRules } from './bareOverdue.ts'
import { barePatternRules } from './barePatterns.ts'
import { bareTermRules } from './bareTerms.ts'

/** Rules for a bare ledger (B1…B12): name, amounts, dates, class; no 借据号 needed. */
export const bareRules: readonly Rule[] = [
  ...bareOverdueRules,
  ...bareCustomerRules,
  ...bareDuplicateRules,
  ...barePatternRules,
  ...bareTermRules,
].toSorted((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)))
