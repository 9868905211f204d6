import type { Rule } from '../types.ts'
import { clsDebtorRules } from './clsDebtor.ts'
import { clsEventRules } from './clsEvents.ts'
import { clsMoveRules } from './clsMoves.ts'
import { clsOverdueRules } from './clsOverdue.ts'

/** Risk classification (CLS), by number. */
export const clsRules: readonly Rule[] = [
  ...clsOverdueRules,
  ...clsEventRules,
  ...clsDebtorRules,
  ...clsMoveRules,
].toSorted((a, b) => (a.id < b.id ? -1 : 1))
