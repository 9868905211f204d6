import { type DateSystem, parseIsoDay } from '@postloan/core/calendar'
import type { ListChoice } from '@postloan/core/checklist'
import type { Ledger } from '@postloan/core/ledger'
import type { Policy } from '@postloan/core/policy'

import type { CellPiece, SheetFrame } from '../../excel/port.ts'
import { messages } from '../messages.ts'
import type { MadeFile, PreviousReading, Ticks } from '../paperTypes.ts'
import type { FindingDetail, PackOffer, PolicyView, RowOfTable } from '../types.ts'
import { CheckedLedger } from './checkedLedger.ts'
import { cellsAtFault, countLines, detailOf, hasSameLabels, labelColumns, remarksOf } from './describe.ts'
import type {
  CellAt,
  CheckInput,
  Checked,
  Edited,
  EditedRow,
  Engine,
  EntryTerms,
  FlagPlan,
  NewEntry,
  OurMarks,
  PlannedSheet,
  RecogniseInput,
  Recognised,
  TickedList,
} from './engineTypes.ts'
import { findOurs, type FlagPlanner } from './flagPlanner.ts'
import { HeldSheets } from './heldSheets.ts'
import { rereadRows, withTable } from './liveRows.ts'
import { inspectionName, ticksOf } from './loanTicks.ts'
import { PaperDesk } from './paperDesk.ts'
import { PolicyBook } from './policyBook.ts'
import { PreviousFile } from './previousFile.ts'
import { recogniseWorkbook } from './recogniseWorkbook.ts'
import { StandingFlags } from './standingFlags.ts'
import { waiverEntry, withoutEntry, wrongEntry } from './waiverEntries.ts'

/** Answers every call of the session from what is held: the sheets, the policy, the ledger and what its check said. */
export class LedgerEngine implements Engine {
  readonly #policy = new PolicyBook()
  readonly #held = new HeldSheets()
  readonly #previous = new PreviousFile()
  #ledger: Ledger | null = null
  #checked: CheckedLedger | null = null
  #papers: { readonly of: CheckedLedger; readonly desk: PaperDesk } | null = null

  open(fileName: string, dateSystem: DateSystem): void {
    this.#held.open(fileName, dateSystem)
    this.#ledger = null
    this.#checked = null
  }

  take(sheet: string, piece: CellPiece): void {
    this.#held.take(sheet, piece)
  }

  close(sheet: string, frame: SheetFrame): void {
    this.#held.close(sheet, frame)
  }

  forget(sheet: string): void {
    this.#held.forget(sheet)
  }

  async recognise(input: RecogniseInput): Promise<Recognised> {
    await this.#policy.readSettings(this.#held.template())
    const { ledger, recognised } = recogniseWorkbook(this.#held.workbook(), this.#policy.policy, input)
    this.#ledger = ledger
    this.#checked = null
    return { ...recognised, policy: this.#policy.view() }
  }

  check(input: CheckInput, onProgress: (done: number) => void): Checked {
    const ledger = this.#ledger
    if (!ledger) throw new Error('a ledger is recognised before it is checked')
    const flags = new StandingFlags(this.#held)
    const { policy, lists, settingNotes } = this.#policy
    const before = this.#previous.ledger(policy)
    const checked = new CheckedLedger(ledger, { policy, lists }, input, flags, before, onProgress)
    this.#checked = checked
    const { asOf, summary, notes, tables, previous } = checked.full
    const arrays = checked.lines.arrays()
    return {
      asOf,
      summary,
      counts: countLines(arrays, ledger),
      arrays,
      names: checked.lines.names,
      labels: labelColumns(ledger),
      notes: [...settingNotes, ...notes],
      notRun: tables.flatMap(({ notRun }, table) => notRun.map((one) => ({ ...one, table }))),
      words: this.#policy.words(),
      waivers: checked.waived?.waivers ?? [],
      reports: checked.waived?.reports ?? [],
      waiversDamaged: checked.waiversDamaged,
      loanTypes: lists.lists.loanTypes.map(({ id, name }) => ({ id, name })),
      previous: previous
        ? {
            matched: previous.matched,
            appeared: previous.appeared,
            gone: previous.gone,
            unmatched: previous.unmatchedNow,
          }
        : null,
    }
  }

  prepareEdits(): void {
    this.#checked?.prepare()
  }

  edit(sheet: string, rows: readonly EditedRow[]): Edited | null {
    const changed = rows.flatMap(({ row, cells }) =>
      this.#held.grid(sheet).editRow(row, cells) ? [row] : [],
    )
    const ledger = this.#ledger
    const checked = this.#checked
    const frame = this.#held.frame(sheet)
    if (!ledger || !checked || !frame) return null
    const tables = ledger.tables.flatMap((table, at) => (table.sheet === frame.name ? [at] : []))
    const [at] = tables
    const table = at === undefined ? undefined : ledger.tables[at]
    // nothing of the ledger; several tables in one sheet are read as a whole
    if (at === undefined || !table || tables.length > 1) return null
    checked.prepare()
    if (changed.length === 0) return this.#edited(checked, ledger, 0, true)
    checked.flags.look(sheet, changed)
    const held = this.#held.sheet(sheet)
    const read = held && rereadRows(table, held, changed, this.#policy.policy)
    if (!read) return null
    const judged = checked.judge(withTable(ledger, at, read.table), at, read.places)
    this.#ledger = checked.ledger
    return this.#edited(checked, ledger, judged.rows, judged.settled)
  }

  detail(line: number): FindingDetail | null {
    const checked = this.#checked
    const finding = this.#findingAt(line)
    if (!finding || !checked) return null
    const explanation = checked.isExplained(finding) ? (checked.full.explain?.(finding) ?? null) : null
    return detailOf(finding, explanation, checked.ledger, this.#policy.policy, checked.full.asOf)
  }

  cellsOf(lines: readonly number[], field: string | null): readonly CellAt[] {
    return lines.flatMap((line) => {
      const finding = this.#findingAt(line)
      if (!finding || !this.#ledger) return []
      const cells = cellsAtFault(finding, this.#ledger)
      const wanted = field === null ? cells.slice(0, 1) : cells.filter((cell) => cell.field === field)
      const [first] = wanted
      return first ? [first] : this.#rowOf(finding.table, finding.tableRow)
    })
  }

  rowAt(table: number, tableRow: number): CellAt | null {
    return this.#rowOf(table, tableRow)[0] ?? null
  }

  checklist(place: RowOfTable, choice: ListChoice, ticks: Ticks): TickedList | null {
    const checked = this.#checked
    const loans = checked?.ledger.tables[place.table]
    if (!checked || loans?.name !== '借据') return null
    const book = checked.checklists()
    // which inspection it is has to be known before what was ticked in it
    const plain = book.forLoan(place, choice)
    const answers = ticksOf(loans, plain, ticks)
    return {
      list: answers.length === 0 ? plain : book.forLoan(place, { ...choice, answers }),
      inspection: inspectionName(loans, plain),
    }
  }

  policy(): Policy {
    return this.#policy.lists.policy
  }

  policyView(): PolicyView {
    return this.#policy.view()
  }

  async setPacks(packs: readonly string[]): Promise<PolicyView> {
    await this.#policy.set(packs)
    return this.#policy.view()
  }

  offerPack(fileName: string, bytes: Uint8Array, trusted: readonly string[]): Promise<PackOffer> {
    return this.#policy.offer(fileName, bytes, trusted)
  }

  waive(line: number, terms: EntryTerms): NewEntry {
    return waiverEntry(this.#checked?.full ?? null, this.#findingAt(line), terms)
  }

  reportWrong(line: number, terms: EntryTerms): NewEntry {
    return wrongEntry(this.#checked?.full ?? null, this.#findingAt(line), terms)
  }

  withdraw(file: string | null, id: string, by: string, on: string): string | null {
    return withoutEntry(file, id, by, on)
  }

  planFlags(tableGap: boolean): FlagPlan {
    const checked = this.#checked
    if (!checked) return { sheets: [] }
    return checked.flags.plan(checked.current, this.#policy.policy, tableGap)
  }

  flagRows(sheet: string, from: number, to: number): ReturnType<FlagPlanner['rows']> {
    return this.#checked?.flags.rows(sheet, from, to) ?? []
  }

  written(sheet: string): void {
    this.#checked?.flags.written(sheet)
  }

  staleRows(): ReturnType<Engine['staleRows']> {
    return this.#checked?.flags.stale() ?? []
  }

  touchedRows(): ReturnType<Engine['touchedRows']> {
    return this.#checked?.flags.takeTouched() ?? []
  }

  ownSheets(): readonly PlannedSheet[] {
    return this.#checked?.flags.ownSheets() ?? []
  }

  remarks(most: number): ReturnType<Engine['remarks']> {
    return this.#checked ? remarksOf(this.#checked.current, this.#checked.ledger, most) : []
  }

  async template(issued: string): Promise<MadeFile> {
    // written once in a while, and large
    const { webCodec } = await import('@postloan/core/workbook')
    const { writeTemplate } = await import('@postloan/core/workbook/template')
    const { bytes } = await writeTemplate(this.#policy.policy, webCodec(), { issued: parseIsoDay(issued) })
    return { fileName: messages.template.fileName(issued), bytes }
  }

  takePrevious(fileName: string, bytes: Uint8Array): Promise<PreviousReading> {
    return this.#previous.take(fileName, bytes, this.#policy.policy)
  }

  dropPrevious(): void {
    this.#previous.drop()
  }

  async documentGroups(): ReturnType<Engine['documentGroups']> {
    return (await this.#desk()?.groups()) ?? null
  }

  async documentOrders(...asked: Parameters<Engine['documentOrders']>): ReturnType<Engine['documentOrders']> {
    return (await this.#desk()?.orders(...asked)) ?? []
  }

  async makeDocument(...asked: Parameters<Engine['makeDocument']>): ReturnType<Engine['makeDocument']> {
    return (await this.#desk()?.make(...asked)) ?? null
  }

  async packFiles(...asked: Parameters<Engine['packFiles']>): ReturnType<Engine['packFiles']> {
    return (await this.#desk()?.pack(...asked)) ?? null
  }

  ours(): OurMarks {
    return findOurs(this.#held.all(), this.#ledger?.tables ?? [])
  }

  /** One desk for each check. */
  #desk(): PaperDesk | null {
    const checked = this.#checked
    if (checked && this.#papers?.of !== checked) {
      this.#papers = { of: checked, desk: new PaperDesk(checked) }
    }
    return checked ? (this.#papers?.desk ?? null) : null
  }

  #findingAt(line: number): ReturnType<CheckedLedger['findingAt']> {
    return this.#checked?.findingAt(line) ?? null
  }

  #edited(checked: CheckedLedger, before: Ledger, rows: number, settled: boolean): Edited {
    const arrays = checked.lines.arrays()
    return {
      counts: countLines(arrays, checked.ledger),
      arrays,
      names: checked.lines.names,
      labels: hasSameLabels(before, checked.ledger) ? null : labelColumns(checked.ledger),
      rows,
      settled,
    }
  }

  #rowOf(table: number, tableRow: number): readonly CellAt[] {
    const one = this.#ledger?.tables[table]
    const row = one?.sheetRows[tableRow]
    if (!one || row === undefined) return []
    return [{ sheet: one.sheet, row: row - 1, column: one.reading.columns[0]?.column ?? 0 }]
  }
}
