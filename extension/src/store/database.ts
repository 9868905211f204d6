import { Dexie } from 'dexie'
import type { EntityTable, Table } from 'dexie'

import type { LedgerLoan, LoanCells } from '../engine/index.ts'
import type { PageMap } from '../page-map/pageMapSchema.ts'

/** A loan that was seen on a page. */
export interface SeenLoan {
  readonly key: string
  readonly loanNo: string
  readonly contractNo: string
  readonly customer: string
  readonly product: string
  readonly cells: LoanCells
  /** ISO time. */
  readonly seenAt: string
  readonly loanType?: string
  readonly stage?: string
  /** Inspections of one stage, counted from 0: what was ticked in the last one does not count for the next. */
  readonly rounds: Readonly<Record<string, number>>
}

export interface Tick {
  /** `loan|stage|round|item`. */
  readonly id: string
  readonly loan: string
  readonly stage: string
  readonly round: number
  readonly item: string
  readonly verdict: 'fine' | 'fault' | 'notApplicable'
  readonly note: string
  readonly by: string
  /** ISO time. */
  readonly at: string
}

export interface Note {
  readonly id?: number
  readonly loan: string
  readonly text: string
  readonly by: string
  readonly at: string
}

/** A link of the evidence log. `hash` covers everything else, `previous` the link before. */
export interface LogEntry {
  readonly seq: number
  readonly at: string
  readonly by: string
  readonly kind: LogKind
  /** Key of a loan; '' where it is about none. */
  readonly loan: string
  readonly text: string
  readonly previous: string
  readonly hash: string
}

export type LogKind =
  | 'check'
  | 'tick'
  | 'untick'
  | 'note'
  | 'round'
  | 'waive'
  | 'wrong'
  | 'withdraw'
  | 'todo'
  | 'import'
  | 'backup'
  | 'restore'
  | 'retention'
  | 'setting'

export interface ImportedLedger {
  readonly id: string
  readonly file: string
  readonly asOf: string | null
  readonly loans: number
  readonly findings: number
  readonly at: string
}

export interface ImportedLoan extends LedgerLoan {
  readonly id?: number
  readonly ledger: string
  readonly loanNo: string
  readonly contractNo: string
  readonly accountNo: string
  readonly customer: string
}

export interface TodoMark {
  /** Of the thing to do. */
  readonly id: string
  readonly loan: string
  readonly by: string
  readonly at: string
  readonly note: string
}

export interface Named {
  readonly name: string
  readonly value: unknown
}

export interface KeptPageMap {
  readonly id: string
  readonly host: string
  readonly map: PageMap
  readonly at: string
}

export const databaseName = 'postloan'

/**
 * What the extension keeps, on this machine only. A new version adds a `version(n)` below the others and never edits
 * them: stores written by any older extension are carried forward step by step.
 */
export class Store extends Dexie {
  declare readonly loans: EntityTable<SeenLoan, 'key'>
  declare readonly ticks: EntityTable<Tick, 'id'>
  declare readonly notes: Table<Note, number>
  declare readonly log: EntityTable<LogEntry, 'seq'>
  declare readonly ledgers: EntityTable<ImportedLedger, 'id'>
  declare readonly ledgerLoans: Table<ImportedLoan, number>
  declare readonly todos: EntityTable<TodoMark, 'id'>
  declare readonly settings: EntityTable<Named, 'name'>
  declare readonly pageMaps: EntityTable<KeptPageMap, 'id'>

  constructor(name = databaseName) {
    // Strict: a change is told as done when it is on the disk, not when the browser has taken it. Evidence is worth the wait.
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      loans: '&key, loanNo, contractNo, seenAt',
      ticks: '&id, loan',
      notes: '++id, loan, at',
      log: '&seq, loan, at',
      settings: '&name',
    })
    this.version(2)
      .stores({
        ledgers: '&id',
        ledgerLoans: '++id, ledger, loanNo, contractNo, accountNo, customer',
        todos: '&id, loan',
        pageMaps: '&id, host',
        ticks: '&id, loan, [loan+stage+round], at',
      })
      .upgrade(async (change) => {
        // Version 1 had one inspection for each stage: its ticks are those of the first.
        await change
          .table<SeenLoan>('loans')
          .toCollection()
          .modify((loan) => {
            Object.assign(loan, { rounds: loan.rounds ?? {} })
          })
        const ticks = change.table<Tick>('ticks')
        const old = await ticks.toArray()
        await ticks.clear()
        await ticks.bulkPut(
          old.map((tick) => ({ ...tick, round: 0, id: tickId(tick.loan, tick.stage, 0, tick.item) })),
        )
      })
  }
}

export function tickId(loan: string, stage: string, round: number, item: string): string {
  return [loan, stage, round, item].join('|')
}
