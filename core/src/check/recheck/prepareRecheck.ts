import type { Ledger } from '../../ledger/index.ts'
import { checkLedger } from '../check.ts'
import { stateOf } from '../checkedState.ts'
import type { CheckOptions, Finding, Result } from '../types.ts'
import { findNeighbours } from './findNeighbours.ts'
import { judgeAgain } from './judgeAgain.ts'
import { LedgerTies } from './ledgerTies.ts'

export interface RowPlace {
  /** Index into the ledger's tables. */
  readonly table: number
  /** Row in that table, from 0. */
  readonly row: number
}

export interface Rechecked {
  /** Rows that were judged again: the edited ones and all whose findings the edit may change. */
  readonly rows: readonly RowPlace[]
  /** All that is to be said of those rows now, in row order; it takes the place of what was said of them. */
  readonly findings: readonly Finding[]
  /**
   * False where the edit reaches further than was looked (a number or name that very many rows share): then only a full
   * check settles the rest.
   */
  readonly settled: boolean
}

export interface Recheck {
  /**
   * Judges edited rows again. `ledger` is the edited ledger: the tables and rows of the one before, in the same order.
   * Each call builds on the one before.
   */
  readonly recheck: (ledger: Ledger, places: readonly RowPlace[]) => Rechecked
}

/**
 * Makes ready to check single rows of a checked ledger again, as they are edited. Rows are found by an index of what
 * ties them together (customer, contract, group, pool of collateral, guarantor, previous loan, registers), so the work
 * of an edit does not grow with the ledger. What compares a loan with the whole ledger (`wholeLedgerFacts`), what was
 * said once for a file and the previous ledger stay as they were at the full check; rows put in, taken out or sorted
 * need a full check. Linear in the ledger, once.
 */
export function prepareRecheck(before: Result, ledger: Ledger, options: CheckOptions): Recheck {
  const state = stateOf(before) ?? stateOf(checkLedger(ledger, options))
  if (!state) throw new Error('a check leaves its state behind')
  const ties = new LedgerTies(ledger, state.world)
  const judge = judgeAgain(state, options, ties)
  return {
    recheck: (edited, places) => {
      const found = findNeighbours(ties, edited, places)
      return { ...judge(edited, found), settled: found.settled }
    },
  }
}
