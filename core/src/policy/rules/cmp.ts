import type { Rule } from '../types.ts'
import { cmpCollectionRules } from './cmpCollection.ts'
import { cmpLedgerRules } from './cmpLedger.ts'

/** Compliance red lines (CMP). */
export const cmpRules: readonly Rule[] = [...cmpCollectionRules, ...cmpLedgerRules]
