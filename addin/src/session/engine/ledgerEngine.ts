import {
  checkLedger,
  prepareRecheck,
  type Finding,
  type Recheck,
  type Result,
  type WaivedMark,
} from '@postloan/core/check'
import {
  addWaiver,
  addWrongReport,
  applyWaivers,
  emptyWaiverFile,
  newWaiver,
  newWrongReport,
  readWaivers,
  waiverFileSchema,
  waiverText,
  withdrawEntry,
  type WaiverFile,
} from '@postloan/core/check/waivers'
import {
  prepareChecklists,
  type ChecklistBook,
  type ListChoice,
  type LoanChecklist,
} from '@postloan/core/checklist'
import { readLedger, type Ledger } from '@postloan/core/ledger'
import type { Policy } from '@postloan/core/policy'
import type { Sheet, Workbook } from '@postloan/core/table'
import { ownColumnKeys, ownColumns } from '@postloan/core/workbook/own'

import type { CellPiece, SheetFrame } from '../../excel/port.ts'
import type { FindingDetail, PackOffer, PolicyView, RowOfTable } from '../types.ts'
import { CellGrid } from './cellGrid.ts'
import { cellsAtFault, countLines, detailOf, labelColumns, remarksOf } from './describe.ts'
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
} from './engineTypes.ts'
import { FindingTable } from './findingTable.ts'
import { FlagPlanner, findOurs, planOfFindings, withoutOurs } from './flagPlanner.ts'
import { headerFingerprint } from './headerFingerprint.ts'
import { rereadRows, withTable } from './liveRows.ts'
import { PolicyBook } from './policyBook.ts'
import { RowReferences } from './rowReferences.ts'

/** All that a check left behind, as edits build on it. */
interface CheckedState {
  readonly result: Result
  readonly lines: FindingTable
  readonly marks: ReadonlyMap<string, WaivedMark>
  readonly references: RowReferences
  /** What is said now of rows that were judged again, by table and row. */
  readonly again: Map<string, readonly Finding[]>
  recheck: Recheck | null
  planner: FlagPlanner | null
  flags: FlagPlan | null
  checklists: ChecklistBook | null
  /** Rows whose flags differ since they were last asked for. */
  touched: Map<string, Set<number>>
}

export class LedgerEngine implements Engine {
  readonly #policy = new PolicyBook()
  #fileName = ''
  readonly #grids = new Map<string, CellGrid>()
  readonly #frames = new Map<string, SheetFrame>()
  #ledger: Ledger | null = null
  #state: CheckedState | null = null

  open(fileName: string): void {
    this.#fileName = fileName
    this.#grids.clear()
    this.#frames.clear()
    this.#ledger = null
    this.#state = null
  }

  take(sheet: string, piece: CellPiece): void {
    this.#grid(sheet).take(piece)
  }

  close(sheet: string, frame: SheetFrame): void {
    this.#grid(sheet)
    this.#frames.set(sheet, frame)
  }

  forget(sheet: string): void {
    this.#grids.delete(sheet)
    this.#frames.delete(sheet)
  }

  recognise({ asOf, choices }: RecogniseInput): Recognised {
    const { policy } = this.#policy
    const ledger = readLedger([this.#workbook()], policy, {
      ...(asOf === null ? {} : { asOf }),
      sheets: choices,
    })
    this.#ledger = ledger
    this.#state = null
    const fieldsOf = (name: Ledger['tables'][number]['name']) =>
      policy.fields
        .filter((field) => !field.derived && field.tables.includes(name))
        .map((field) => ({ key: field.key, name: field.name }))
    return {
      asOf: ledger.asOf,
      tables: ledger.tables.map(({ name, sheet, rowCount, reading }) => ({
        name,
        sheet,
        rowCount,
        reading,
        fields: fieldsOf(name),
        fingerprint: headerFingerprint(reading.columns),
      })),
      notTables: ledger.notTables,
      otherHeaders: ledger.notTables.flatMap(({ sheet, header }) =>
        header ? [{ sheet, fingerprint: headerFingerprint(header.columns) }] : [],
      ),
    }
  }

  check({ waivers, today }: CheckInput, onProgress: (done: number) => void): Checked {
    const ledger = this.#ledger
    if (!ledger) throw new Error('a ledger is recognised before it is checked')
    const { policy } = this.#policy
    const plain = checkLedger(ledger, { policy, onProgress })
    const file = waiverFileOf(waivers)
    const waived = file ? applyWaivers(plain, file, { policy, today }) : null
    const result = waived?.result ?? plain
    const lines = new FindingTable()
    const references = new RowReferences()
    for (const table of result.tables.keys()) {
      for (const finding of result.findings({ table })) {
        lines.add(finding)
        references.add(finding)
      }
    }
    this.#state = {
      result,
      lines,
      marks: waived?.marks ?? new Map(),
      references,
      again: new Map(),
      recheck: null,
      planner: null,
      flags: null,
      checklists: null,
      touched: new Map(),
    }
    const arrays = lines.arrays()
    return {
      asOf: result.asOf,
      summary: result.summary,
      counts: countLines(arrays, ledger),
      arrays,
      names: lines.names,
      labels: labelColumns(ledger),
      notes: result.notes,
      notRun: result.tables.flatMap(({ notRun }, table) => notRun.map((one) => ({ ...one, table }))),
      words: this.#policy.words(),
      waivers: waived?.waivers ?? [],
      reports: waived?.reports ?? [],
      waiversDamaged: waivers !== null && file === null,
    }
  }

  edit(sheet: string, rows: readonly EditedRow[]): Edited | null {
    const ledger = this.#ledger
    const state = this.#state
    const changed = rows.filter(({ row, cells }) => this.#grid(sheet).editRow(row, cells))
    if (!ledger || !state) return null
    const frame = this.#frames.get(sheet)
    if (!frame) return null
    const { policy } = this.#policy
    const tables = ledger.tables.flatMap((table, at) => (table.sheet === frame.name ? [at] : []))
    const [at] = tables
    const table = at === undefined ? undefined : ledger.tables[at]
    // nothing of the ledger; several tables in one sheet are read as a whole
    if (at === undefined || !table) return null
    if (tables.length > 1) return null
    state.recheck ??= prepareRecheck(state.result, ledger, { policy })
    if (changed.length === 0) return this.#edited(state, ledger, 0, true)
    const changedRows = changed.map(({ row }) => row)
    state.planner?.look(this.#grid(sheet).sheet(frame), changedRows)
    const whole = this.#plainSheet(sheet)
    const read =
      whole &&
      rereadRows(
        table,
        whole,
        changed.map(({ row }) => row),
        policy,
      )
    if (!read) return null
    const edited = withTable(ledger, at, read.table)
    const rechecked = state.recheck.recheck(
      edited,
      read.places.map((row) => ({ table: at, row })),
    )
    this.#ledger = edited
    this.#takeOver(state, edited, rechecked)
    return this.#edited(state, edited, rechecked.rows.length, rechecked.settled)
  }

  detail(line: number): FindingDetail | null {
    const finding = this.#findingAt(line)
    if (!finding || !this.#ledger || !this.#state) return null
    const isAgain = this.#state.again.has(rowName(finding.table, finding.tableRow))
    const explanation = isAgain ? null : (this.#state.result.explain?.(finding) ?? null)
    return detailOf(finding, explanation, this.#ledger, this.#policy.policy, this.#state.result.asOf)
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

  checklist(place: RowOfTable, choice: ListChoice): LoanChecklist | null {
    const state = this.#state
    if (!state || !this.#ledger || this.#ledger.tables[place.table]?.name !== '借据') return null
    const { policy } = this.#policy
    state.checklists ??= prepareChecklists(this.#ledger, { policy, result: state.result })
    return state.checklists.forLoan(place, choice)
  }

  policy(): Policy {
    return this.#policy.policy
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

  waive(line: number, { file, text, by, on, until = '' }: EntryTerms): NewEntry {
    return this.#newEntry(line, file, (report, before) =>
      addWaiver(before, newWaiver(report, { reason: text, by, on, until })),
    )
  }

  reportWrong(line: number, { file, text, by, on }: EntryTerms): NewEntry {
    const policy = this.#state?.result.policy.fingerprint ?? ''
    return this.#newEntry(line, file, (report, before) =>
      addWrongReport(before, newWrongReport(report, { what: text, by, on, policy })),
    )
  }

  withdraw(file: string | null, id: string, by: string, on: string): string | null {
    const before = waiverFileOf(file)
    const after = before && withdrawEntry(before, id, { by, on })
    return after ? waiverText(after) : null
  }

  planFlags(tableGap: boolean): FlagPlan {
    const state = this.#state
    if (!state) return { sheets: [] }
    state.planner = new FlagPlanner(this.#currentResult(state), this.#policy.policy, this.#sheets())
    state.touched = new Map()
    state.flags = state.planner.plan(tableGap)
    return state.flags
  }

  flagRows(sheet: string, from: number, to: number): ReturnType<FlagPlanner['rows']> {
    return this.#state?.planner?.rows(sheet, from, to) ?? []
  }

  written(sheet: string): void {
    const planned = this.#state?.flags?.sheets.find((one) => one.sheet === sheet)
    const planner = this.#state?.planner
    const grid = this.#gridNamed(sheet)
    if (!planned || !planner || !grid) return
    if (planned.isScattered) {
      // read anew before anything else is written there
      return
    }
    const { firstColumn, headerRow, groupRow, endRow, groupLabel } = planned
    if (groupRow !== null) grid.write(groupRow, firstColumn, [groupLabel])
    grid.write(
      headerRow,
      firstColumn,
      ownColumnKeys.map((key) => ownColumns[key].title),
    )
    for (const [i, cells] of planner.rows(sheet, headerRow + 1, endRow).entries()) {
      grid.write(headerRow + 1 + i, firstColumn, cells)
    }
  }

  staleRows(): ReturnType<Engine['staleRows']> {
    const { planner, flags } = this.#state ?? {}
    return (flags?.sheets ?? []).flatMap((planned) => {
      const { sheet, firstColumn, headerRow, endRow } = planned
      const grid = this.#gridNamed(sheet)
      if (!planner || !grid) return []
      return planner.rows(sheet, headerRow + 1, endRow).flatMap((cells, i) => {
        const row = headerRow + 1 + i
        const isSame = cells.every((cell, at) => cell === null || cell === grid.read(row, firstColumn + at))
        if (isSame) return []
        grid.write(row, firstColumn, cells)
        return [{ sheet, row, cells }]
      })
    })
  }

  touchedRows(): ReturnType<Engine['touchedRows']> {
    const { planner, touched } = this.#state ?? {}
    if (!planner || !touched) return []
    const rows = [...touched].flatMap(([sheet, numbers]) =>
      [...numbers]
        .toSorted((a, b) => a - b)
        .flatMap((row) => planner.rows(sheet, row - 1, row).map((cells) => ({ sheet, row: row - 1, cells }))),
    )
    touched.clear()
    return rows.filter(({ sheet, row, cells }) => {
      const grid = this.#gridNamed(sheet)
      const first = this.#state?.flags?.sheets.find((one) => one.sheet === sheet)?.firstColumn
      if (!grid || first === undefined) return false
      if (cells.every((cell, at) => cell === null || cell === grid.read(row, first + at))) return false
      grid.write(row, first, cells)
      return true
    })
  }

  ownSheets(): readonly PlannedSheet[] {
    return this.#state?.planner?.ownSheets() ?? []
  }

  remarks(most: number): ReturnType<Engine['remarks']> {
    if (!this.#state || !this.#ledger) return []
    return remarksOf(this.#currentResult(this.#state), this.#ledger, most)
  }

  ours(): OurMarks {
    return findOurs(this.#sheets())
  }

  #takeOver(state: CheckedState, ledger: Ledger, rechecked: ReturnType<Recheck['recheck']>): void {
    const rows = new Set(rechecked.rows.map(({ table, row }) => rowName(table, row)))
    const findings = rechecked.findings.map((finding): Finding => {
      const mark = state.marks.get(finding.id)
      return mark ? { ...finding, waived: mark } : finding
    })
    const affected = state.references.rowsSpokenOf(rechecked.rows)
    for (const { table, row } of rechecked.rows) {
      state.again.set(
        rowName(table, row),
        findings.filter((one) => one.table === table && one.tableRow === row),
      )
    }
    state.lines.dropRows((table, row) => rows.has(rowName(table, row)))
    state.references.drop(rechecked.rows)
    for (const finding of findings) {
      state.lines.add(finding)
      state.references.add(finding)
    }
    state.checklists = null
    for (const place of [
      ...rechecked.rows.map(({ table, row }) => ({
        table,
        sheetRow: ledger.tables[table]?.sheetRows[row] ?? 0,
      })),
      ...affected,
      ...state.references.rowsSpokenOf(rechecked.rows),
    ]) {
      const sheet = ledger.tables[place.table]?.sheet
      if (sheet === undefined || place.sheetRow === 0) continue
      state.touched.set(sheet, (state.touched.get(sheet) ?? new Set()).add(place.sheetRow))
    }
    if (state.planner) this.#replan(state, ledger)
  }

  /** Flags of the touched rows: from their own findings and from those of other rows that speak of them. */
  #replan(state: CheckedState, ledger: Ledger): void {
    if (!state.planner) return
    const findings: Finding[] = []
    for (const [table, { sheet, sheetRows }] of ledger.tables.entries()) {
      for (const sheetRow of state.touched.get(sheet) ?? []) {
        const row = sheetRows.indexOf(sheetRow)
        if (row >= 0) findings.push(...this.#findingsOf(state, table, row))
        for (const from of state.references.speaking(table, sheetRow)) {
          findings.push(...this.#findingsOf(state, from.table, from.row))
        }
      }
    }
    const result = { ...state.result, tables: withLedger(state.result, ledger) }
    const unique = [
      ...new Map(findings.map((one) => [`${one.id} ${one.table} ${one.tableRow} ${one.case}`, one])).values(),
    ]
    state.planner.replace(planOfFindings(result, this.#policy.policy, unique), state.touched)
  }

  #findingsOf(state: CheckedState, table: number, tableRow: number): readonly Finding[] {
    return state.again.get(rowName(table, tableRow)) ?? [...state.result.findings({ table, tableRow })]
  }

  /** The result with what is said of edited rows put in. */
  #currentResult(state: CheckedState): Result {
    const { result, again } = state
    const ledger = this.#ledger
    if (again.size === 0 || !ledger) return result
    return {
      ...result,
      tables: withLedger(result, ledger),
      *findings(filter) {
        for (const finding of result.findings(filter)) {
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

  #findingAt(line: number): Finding | null {
    const state = this.#state
    const wanted = state?.lines.at(line)
    if (!state || !wanted) return null
    const { table, tableRow, rule } = wanted
    const findings =
      tableRow < 0 ? state.result.findings({ table, rule }) : this.#findingsOf(state, table, tableRow)
    for (const finding of findings) {
      if (finding.rule === rule && finding.case === wanted.case && finding.tableRow === tableRow)
        return finding
    }
    return null
  }

  #newEntry(
    line: number,
    file: string | null,
    add: (
      report: NonNullable<ReturnType<NonNullable<Result['subjectOf']>>>,
      before: WaiverFile,
    ) => WaiverFile,
  ): NewEntry {
    const finding = this.#findingAt(line)
    const report = finding && this.#state?.result.subjectOf?.(finding)
    if (!report) return { ok: false, why: 'gone', message: '' }
    if (report.ambiguous) return { ok: false, why: 'ambiguous', message: '' }
    const before = file === null ? emptyWaiverFile() : waiverFileOf(file)
    if (!before) return { ok: false, why: 'damaged', message: '' }
    const after = waiverFileSchema.safeParse(add(report, before))
    if (!after.success) return { ok: false, why: 'invalid', message: after.error.issues[0]?.message ?? '' }
    return { ok: true, file: waiverText(after.data) }
  }

  #edited(state: CheckedState, ledger: Ledger, rows: number, settled: boolean): Edited {
    const arrays = state.lines.arrays()
    return {
      counts: countLines(arrays, ledger),
      arrays,
      names: state.lines.names,
      labels: labelColumns(ledger),
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

  #grid(sheet: string): CellGrid {
    const known = this.#grids.get(sheet)
    if (known) return known
    const grid = new CellGrid()
    this.#grids.set(sheet, grid)
    return grid
  }

  #gridNamed(name: string): CellGrid | null {
    const found = [...this.#frames].find(([, frame]) => frame.name === name)
    return found ? this.#grid(found[0]) : null
  }

  #sheets(): readonly Sheet[] {
    return [...this.#frames].map(([sheet, frame]) => this.#grid(sheet).sheet(frame))
  }

  #plainSheet(sheet: string): Sheet | null {
    const frame = this.#frames.get(sheet)
    return frame ? (withoutOurs([this.#grid(sheet).sheet(frame)], this.#fileName)[0] ?? null) : null
  }

  #workbook(): Workbook {
    const sheets = withoutOurs(this.#sheets(), this.#fileName)
    return { fileName: this.#fileName, format: 'excel', sheets, notes: [] }
  }
}

function withLedger(result: Result, ledger: Ledger): Result['tables'] {
  return result.tables.map((one, at) => ({ ...one, table: ledger.tables[at] ?? one.table }))
}

function rowName(table: number, row: number): string {
  return `${table}/${row}`
}

/** Null where there is none or it cannot be read. */
function waiverFileOf(text: string | null): WaiverFile | null {
  if (text === null) return null
  const read = readWaivers(new TextEncoder().encode(text))
  return read.ok ? read.file : null
}
