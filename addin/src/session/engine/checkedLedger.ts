import {
  checkLedger,
  prepareRecheck,
  type Finding,
  type Recheck,
  type Result,
  type WaivedMark,
} from '@postloan/core/check'
import { applyWaivers } from '@postloan/core/check/waivers'
import { prepareChecklists, type ChecklistBook, type ChecklistsInForce } from '@postloan/core/checklist'
import type { Ledger } from '@postloan/core/ledger'
import type { Policy } from '@postloan/core/policy'

import type { CheckInput } from './engineTypes.ts'
import { FindingTable } from './findingTable.ts'
import { findRow } from './findRow.ts'
import { planOfFindings } from './flagPlanner.ts'
import { RowReferences } from './rowReferences.ts'
import type { StandingFlags } from './standingFlags.ts'
import { waiverFileOf } from './waiverEntries.ts'

/** No sheet has more rows: table and row are one number where many are looked through. */
const ROWS = 2 ** 21

/** What a ledger is judged by. */
export interface InForce {
  readonly policy: Policy
  readonly lists: ChecklistsInForce
}

/** What a full check said, with what was said since of rows that were edited. */
export class CheckedLedger {
  readonly lines = new FindingTable()
  readonly flags: StandingFlags
  readonly waived: ReturnType<typeof applyWaivers> | null
  readonly waiversDamaged: boolean
  readonly previous: Ledger | null
  readonly lists: ChecklistsInForce
  ledger: Ledger
  readonly #policy: Policy
  readonly #full: Result
  readonly #marks: ReadonlyMap<string, WaivedMark>
  readonly #references = new RowReferences()
  /** What is said now of rows that were judged again, by table and row. */
  readonly #again = new Map<string, readonly Finding[]>()
  #recheck: Recheck | null = null
  #checklists: ChecklistBook | null = null

  constructor(
    ledger: Ledger,
    { policy, lists }: InForce,
    { waivers, today }: CheckInput,
    flags: StandingFlags,
    previous: Ledger | null,
    onProgress: (done: number) => void,
  ) {
    this.ledger = ledger
    this.flags = flags
    this.previous = previous
    this.#policy = policy
    this.lists = lists
    const plain = checkLedger(ledger, { policy, ...this.#before(), onProgress })
    const file = waiverFileOf(waivers)
    this.waiversDamaged = waivers !== null && file === null
    this.waived = file ? applyWaivers(plain, file, { policy, today }) : null
    this.#full = this.waived?.result ?? plain
    this.#marks = this.waived?.marks ?? new Map()
    for (const table of this.#full.tables.keys()) {
      for (const finding of this.#full.findings({ table })) this.#add(finding)
    }
  }

  /** As the full check left it. */
  get full(): Result {
    return this.#full
  }

  /** With what is said of edited rows put in. */
  get current(): Result {
    const full = this.#full
    const again = this.#again
    if (again.size === 0) return full
    return {
      ...full,
      tables: this.#tables(),
      *findings(filter) {
        for (const finding of full.findings(filter)) {
          if (!again.has(rowName(finding.table, finding.tableRow))) yield finding
        }
        for (const findings of again.values()) {
          for (const finding of findings) {
            if (filter?.table === undefined || filter.table === finding.table) yield finding
          }
        }
      },
    }
  }

  /** Only what the full check itself said can be explained. */
  isExplained({ table, tableRow }: Finding): boolean {
    return !this.#again.has(rowName(table, tableRow))
  }

  /** Made ready for edits once, from what the full check read. */
  prepare(): void {
    this.#recheck ??= prepareRecheck(this.#full, this.ledger, { policy: this.#policy, ...this.#before() })
  }

  checklists(): ChecklistBook {
    this.#checklists ??= prepareChecklists(this.ledger, {
      policy: this.lists.policy,
      checklists: this.lists.lists,
      result: this.#full,
      ...this.#before(),
    })
    return this.#checklists
  }

  /** Judges rows of an edited ledger again, with all that hangs on them. */
  judge(
    edited: Ledger,
    table: number,
    rows: readonly number[],
  ): { readonly rows: number; readonly settled: boolean } {
    this.prepare()
    const rechecked = this.#recheck?.recheck(
      edited,
      rows.map((row) => ({ table, row })),
    )
    this.ledger = edited
    if (!rechecked) return { rows: 0, settled: false }
    this.#takeOver(rechecked)
    return { rows: rechecked.rows.length, settled: rechecked.settled }
  }

  findingAt(line: number): Finding | null {
    const wanted = this.lines.at(line)
    if (!wanted) return null
    const { table, tableRow, rule } = wanted
    const findings = tableRow < 0 ? this.#full.findings({ table, rule }) : this.#findingsOf(table, tableRow)
    for (const finding of findings) {
      if (finding.rule === rule && finding.case === wanted.case && finding.tableRow === tableRow)
        return finding
    }
    return null
  }

  #before(): { readonly previous?: Ledger } {
    return this.previous ? { previous: this.previous } : {}
  }

  #add(finding: Finding): void {
    this.lines.add(finding)
    this.#references.add(finding)
  }

  #takeOver(rechecked: ReturnType<Recheck['recheck']>): void {
    const rows = new Set(rechecked.rows.map(({ table, row }) => table * ROWS + row))
    const findings = rechecked.findings.map((finding): Finding => {
      const mark = this.#marks.get(finding.id)
      return mark ? { ...finding, waived: mark } : finding
    })
    const affected = this.#references.rowsSpokenOf(rechecked.rows)
    for (const { table, row } of rechecked.rows) {
      this.#again.set(
        rowName(table, row),
        findings.filter((one) => one.table === table && one.tableRow === row),
      )
    }
    this.lines.dropRows((table, row) => rows.has(table * ROWS + row))
    this.#references.drop(rechecked.rows)
    for (const finding of findings) this.#add(finding)
    this.#checklists = null
    const { tables } = this.ledger
    for (const place of [
      ...rechecked.rows.map(({ table, row }) => ({ table, sheetRow: tables[table]?.sheetRows[row] ?? 0 })),
      ...affected,
      ...this.#references.rowsSpokenOf(rechecked.rows),
    ]) {
      const sheet = tables[place.table]?.sheet
      if (sheet !== undefined && place.sheetRow > 0) this.flags.touch(sheet, place.sheetRow)
    }
    if (this.flags.isPlanned) this.#replan()
  }

  /** Flags of the touched rows: from their own findings and from those of other rows that speak of them. */
  #replan(): void {
    const findings = new Map<string, Finding>()
    const note = (table: number, row: number): void => {
      for (const one of this.#findingsOf(table, row)) {
        findings.set(`${one.id} ${one.table} ${one.tableRow} ${one.case}`, one)
      }
    }
    for (const [table, { sheet, sheetRows }] of this.ledger.tables.entries()) {
      for (const sheetRow of this.flags.touched.get(sheet) ?? []) {
        const row = findRow(sheetRows, sheetRow)
        if (row >= 0) note(table, row)
        for (const from of this.#references.speaking(table, sheetRow)) note(from.table, from.row)
      }
    }
    const result = { ...this.#full, tables: this.#tables() }
    this.flags.replace(planOfFindings(result, this.#policy, [...findings.values()]))
  }

  #findingsOf(table: number, tableRow: number): readonly Finding[] {
    return this.#again.get(rowName(table, tableRow)) ?? [...this.#full.findings({ table, tableRow })]
  }

  #tables(): Result['tables'] {
    return this.#full.tables.map((one, at) => ({ ...one, table: this.ledger.tables[at] ?? one.table }))
  }
}

function rowName(table: number, row: number): string {
  return `${table}/${row}`
}
