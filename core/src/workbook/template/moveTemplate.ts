import { excelEpoch } from '../../check/excel/index.ts'
import type { Ledger, Table } from '../../ledger/index.ts'
import type { Policy, TableName } from '../../policy/index.ts'
import { columnLetters, isUnknown, valueAt } from '../../table/index.ts'
import type { FilledSheet, TemplateRow } from './dataSheets.ts'
import { moveWords as words } from './moveWords.ts'
import { registerSheets, sheetNames } from './names.ts'
import { placeLoanColumns, placeRegisterColumns } from './templateGround.ts'

/** Something that did not come over as it was, with the place a person can go to. */
export interface MoveProblem {
  readonly file: string
  readonly sheet: string
  /** `H12`, `第 12 行` or '' for the whole sheet. */
  readonly cell: string
  readonly code:
    | 'unread'
    | 'leftOut'
    | 'noColumn'
    | 'notTable'
    | 'asOf'
    | 'duplicate'
    | 'missingColumn'
    | 'noKey'
  readonly message: string
}

/** A cell of a column the template does not have, kept with the place it comes from. */
export interface KeptCell {
  readonly file: string
  readonly sheet: string
  readonly row: number
  readonly header: string
  readonly value: string | number
}

export interface MovedLedger {
  readonly filled: Readonly<Partial<Record<TableName, FilledSheet>>>
  readonly kept: readonly KeptCell[]
  readonly problems: readonly MoveProblem[]
  readonly rows: number
  /** Sheets (`file\nsheet`) that are no ledger and none of the template's own. */
  readonly foreign: ReadonlySet<string>
}

/** Texts of single cells as they were written, for those that could not be read as what their column holds. */
export type CellTexts = (file: string, sheet: string, row: number, column: number) => string | number | null

/**
 * The rows of filled templates (of any version, or of any other ledger) as rows of today's, nothing lost: cells that
 * cannot be read come over as they were written and are named, columns that the template does not have are kept apart.
 * Rows stand in the order of the files, each with where it comes from.
 */
export function moveLedger(ledger: Ledger, policy: Policy, cellAt: CellTexts): MovedLedger {
  const problems: MoveProblem[] = []
  const kept: KeptCell[] = []
  const sheets = new Map<TableName, { rows: TemplateRow[]; origins: Origin[] }>()
  // where each file's loan numbers stand
  const keyColumns = new Map<string, number>()
  const days = new Map<string, number>()
  for (const table of ledger.tables) {
    if (table.name !== '借据' && registerSheets[table.name] === undefined) {
      problems.push({ ...placeOf(table), code: 'noColumn', message: words.noSheet(table.name) })
    }
    const placed = table.name === '借据' ? placeLoanColumns(policy) : placeRegisterColumns(policy, table.name)
    const keys = new Set(placed.map(({ field }) => field.key))
    const missing = placed.filter(({ required, field }) => required && !table.columns.has(field.key))
    for (const one of missing)
      problems.push({ ...placeOf(table), code: 'missingColumn', message: words.missingColumn(one.name) })
    const key = table.reading.columns.find(({ field }) => field === 'loanNo')
    if (key) keyColumns.set(`${table.file}\n${table.sheet}`, key.column)
    const own = sheets.get(table.name) ?? { rows: [], origins: [] }
    sheets.set(table.name, own)
    for (let row = 0; row < table.rowCount; row++) {
      const sheetRow = table.sheetRows[row] ?? 0
      const made = new Map<string, string | number>()
      for (const { column, field, header } of table.reading.columns) {
        const cell = cellOf(table, field, row, column, cellAt)
        if (cell === null || cell.value === '') continue
        if (field !== null && keys.has(field)) made.set(field, cell.value)
        else kept.push({ file: table.file, sheet: table.sheet, row: sheetRow, header, value: cell.value })
        if (cell.unread)
          problems.push({
            ...placeOf(table, `${columnLetters(column)}${sheetRow}`),
            code: 'unread',
            message: words.unread(header, String(cell.value)),
          })
      }
      own.rows.push(made)
      own.origins.push([table.file, table.sheet, sheetRow])
    }
    for (const { row, why } of table.reading.leftOut) {
      problems.push({ ...placeOf(table, words.row(row)), code: 'leftOut', message: words.leftOut(why) })
      for (const { column, header } of table.reading.columns) {
        const value = cellAt(table.file, table.sheet, row, column)
        if (value !== null && value !== '')
          kept.push({ file: table.file, sheet: table.sheet, row, header, value })
      }
    }
    const { day } = table.reading.asOf
    if (table.name === '借据' && day !== null) days.set(table.file, day)
  }
  const known: ReadonlySet<string> = new Set([...Object.values(sheetNames), ...Object.values(registerSheets)])
  const foreign = new Set<string>()
  for (const { file, sheet, code, reason } of ledger.notTables) {
    if (known.has(sheet) || code === 'ours' || code === 'empty') continue
    foreign.add(`${file}\n${sheet}`)
    problems.push({ file, sheet, cell: '', code: 'notTable', message: words.notTable(reason) })
  }
  tellDays(days, problems)
  tellKeys(sheets.get('借据'), keyColumns, problems)
  const asOf = Math.max(...days.values())
  const filled: Partial<Record<TableName, FilledSheet>> = {}
  for (const [name, sheet] of sheets)
    filled[name] = { ...sheet, ...(name === '借据' && Number.isFinite(asOf) ? { asOf } : {}) }
  return {
    filled,
    kept,
    problems,
    rows: [...sheets.values()].reduce((sum, { rows }) => sum + rows.length, 0),
    foreign,
  }
}

function placeOf(table: Table, cell = ''): { file: string; sheet: string; cell: string } {
  return { file: table.file, sheet: table.sheet, cell }
}

/** What stands in a cell: as read where it could be read, else as it was written. */
function cellOf(
  table: Table,
  field: string | null,
  row: number,
  column: number,
  cellAt: CellTexts,
): { readonly value: string | number; readonly unread: boolean } | null {
  const typed = field === null ? undefined : table.columns.get(field)
  const written = (): string | number | null =>
    cellAt(table.file, table.sheet, table.sheetRows[row] ?? 0, column)
  if (!typed) {
    const value = written()
    return value === null ? null : { value, unread: false }
  }
  if (isUnknown(typed, row)) {
    const value = written()
    return value === null ? null : { value, unread: true }
  }
  const value = valueAt(typed, row)
  if (value === null) return null
  if (typeof value === 'boolean') return { value: value ? '是' : '否', unread: false }
  return {
    value: typed.kind === 'date' && typeof value === 'number' ? value + excelEpoch : value,
    unread: false,
  }
}

function tellDays(days: ReadonlyMap<string, number>, problems: MoveProblem[]): void {
  const latest = Math.max(...days.values())
  for (const [file, day] of days)
    if (day !== latest) problems.push({ file, sheet: '', cell: '', code: 'asOf', message: words.otherDay })
}

type Origin = [file: string, sheet: string, row: number]

/** Loans that stand in two files, and rows that nobody can tell apart. */
function tellKeys(
  loans: { readonly rows: readonly TemplateRow[]; readonly origins: readonly Origin[] } | undefined,
  keyColumns: ReadonlyMap<string, number>,
  problems: MoveProblem[],
): void {
  const cellOfKey = ([file, sheet, row]: Origin): string => {
    const column = keyColumns.get(`${file}\n${sheet}`)
    return column === undefined ? words.row(row) : `${columnLetters(column)}${row}`
  }
  const seen = new Map<string, Origin>()
  for (const [at, row] of (loans?.rows ?? []).entries()) {
    const origin: Origin = loans?.origins[at] ?? ['', '', 0]
    const [file, sheet] = origin
    const place = { file, sheet, cell: cellOfKey(origin) }
    // the same number typed with other widths or in small letters is the same loan
    const key = String(row.get('loanNo') ?? '')
      .normalize('NFKC')
      .replaceAll(/\s/g, '')
      .toUpperCase()
    if (key === '') problems.push({ ...place, code: 'noKey', message: words.noKey })
    const before = seen.get(key)
    if (key !== '' && before) {
      const message = words.duplicate(before[0], before[1], cellOfKey(before))
      problems.push({ ...place, code: 'duplicate', message })
    } else seen.set(key, origin)
  }
}
