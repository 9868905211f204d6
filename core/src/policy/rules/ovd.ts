import type { Rule } from '../types.ts'
import { ovdCollectionRules } from './ovdCollection.ts'
import { ovdLegalRules } from './ovdLegal.ts'
import { ovdReminderRules } from './ovdReminders.ts'
import { ovdWorseningRules } from './ovdWorsening.ts'

/** Overdue loans and their collection (OVD), by number. */
export const ovdRules: readonly Rule[] = [
  ...ovdReminderRules,
  ...ovdCollectionRules,
  ...ovdWorseningRules,
  ...ovdLegalRules,
].toSorted((a, b) => (a.id < b.id ? -1 : 1))
