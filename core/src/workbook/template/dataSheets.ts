import { excelEpoch } from '../../check/excel/index.ts'
import type { Policy, TableName } from '../../policy/index.ts'
import { columnLetters } from '../../table/index.ts'
import { levels } from '../levels.ts'
import type { BookCell, BookConditional, BookSheet, BookStyle } from './book.ts'
import { systemColumns } from './columns.ts'
import { anyDay, fieldValidation } from './fieldValidation.ts'
import { looks } from './looks.ts'
import { templateWords as words } from './messages.ts'
import { firstDataRow, headerRow, registerSheets, sheetNames } from './names.ts'
import { type PlacedField, placeRegisterColumns, type ReadyRows } from './templateGround.ts'

/** A row to be written in: by field key; days as the numbers that spreadsheets count them by. */
export type TemplateRow = ReadonlyMap<string, string | number>

export interface FilledSheet {
  readonly rows: readonly TemplateRow[]
  /** File, sheet and row that each row comes from. */
  readonly origins?: readonly (readonly [file: string, sheet: string, row: number])[]
  /** Day number of the data. */
  readonly asOf?: number
}

/** Headers over where a merged row comes from; the prefix keeps them from being read as the ledger's own. */
export const templateOriginTitles = ['贷后·来源文件', '贷后·来源表', '贷后·来源行'] as const

const titleRow = 0

/** 借据台账: a title with the day of the data, headers, rows ready to be filled, what the formulas say of each. */
export function loanSheet(
  loans: readonly PlacedField[],
  ready: ReadyRows,
  judged: { readonly level: string; readonly item: string; readonly remedy: string },
  filled: FilledSheet = { rows: [] },
): BookSheet {
  const last = firstDataRow + ready.loans - 1
  const system = loans.filter((one) => one.required).length
  const width = loans.length + systemColumns.length
  const cells: BookCell[] = [
    { row: titleRow, column: 0, value: sheetNames.loans, style: looks.title },
    { row: titleRow, column: 3, value: words.unit, style: looks.plainNote },
    { row: titleRow, column: 4, value: words.asOf, style: asOfLabel },
    {
      row: titleRow,
      column: 5,
      ...(filled.asOf === undefined ? {} : { value: filled.asOf + excelEpoch }),
      style: looks.inputDate,
    },
    { row: titleRow, column: 7, value: words.legend.required, style: looks.required },
    { row: titleRow, column: 8, value: words.legend.optional, style: looks.optional },
    { row: titleRow, column: 9, value: words.legend.formula, style: looks.formulaHead },
    ...headerCells(loans),
    ...plainCells(width, [0, 3, 4, 5, 7, 8, 9]),
    ...rowCells(loans, filled),
    ...systemColumns.map(({ title }, at) => ({
      row: headerRow - 1,
      column: system + at,
      value: title,
      style: looks.formulaHead,
    })),
  ]
  const styles = [looks.level, looks.formula, looks.formula].map((look) => ({ ...look, open: true as const }))
  const formulas = [judged.level, judged.item, judged.remedy]
  for (let row = firstDataRow; row <= last; row++) {
    for (const [at, letters] of formulas.entries()) {
      const formula = `INDEX(${sheetNames.judging}!$${letters}:$${letters},ROW())`
      cells.push({ row: row - 1, column: system + at, formula, style: styles[at] ?? looks.formula })
    }
  }
  const columns = Array.from({ length: width }, (_, column) => {
    const field = loans.find((one) => one.column === column)
    const own = systemColumns[column - system]
    return { width: field?.width ?? own?.width ?? 12 }
  })
  const area = `A1:${columnLetters(system + systemColumns.length - 1)}${last}`
  const level = columnLetters(system)
  return {
    name: sheetNames.loans,
    tab: '1F4E79',
    columns,
    cells,
    heights: new Map([
      [0, 26],
      [1, 34],
    ]),
    validations: [
      {
        range: 'F1',
        kind: anyDay,
        prompt: { title: words.asOf, text: words.asOfPrompt },
        error: { title: words.errors.dateTitle, text: words.errors.date(words.asOf), style: 'stop' },
      },
      ...loans.flatMap((one) => fieldValidation(one, last, '借据')),
      // open, so that a protected sheet can be sorted; what is typed over a formula is refused all the same
      {
        range: `${columnLetters(system)}${firstDataRow}:${columnLetters(system + systemColumns.length - 1)}${last}`,
        kind: { type: 'never' },
        error: { title: words.legend.formula, text: words.errors.formula, style: 'stop' },
      },
    ],
    conditionals: levelConditionals(`${level}${firstDataRow}:${level}${last}`, `$${level}${firstDataRow}`),
    table: {
      name: '台账表',
      range: `A${headerRow}:${columnLetters(width - 1)}${last}`,
      columns: Array.from(
        { length: width },
        (_, column) => headerAt(loans, column) ?? systemColumns[column - system]?.title ?? '',
      ),
    },
    freeze: [headerRow, 2],
    columnLooksRow: firstDataRow,
    protect: true,
    print: {
      landscape: true,
      titleRows: `${headerRow}:${headerRow}`,
      titleColumns: 'A:B',
      pagesWide: 2,
      area,
      lastRow: lastFilled(sheetNames.loans, last),
    },
  }
}

const asOfLabel: BookStyle = { bold: true, align: 'right' }

/** A register: title, headers, rows ready to be filled. */
export function registerSheet(
  policy: Policy,
  table: TableName,
  ready: ReadyRows,
  filled: FilledSheet = { rows: [] },
): BookSheet {
  const name = registerSheets[table] ?? table
  const placed = placeRegisterColumns(policy, table)
  const last = firstDataRow + ready.register - 1
  const right = columnLetters(placed.length - 1)
  return {
    name,
    tab: '8FA9C4',
    columns: placed.map((one) => ({ width: one.width })),
    cells: [
      { row: titleRow, column: 0, value: name, style: looks.title },
      { row: titleRow, column: 2, value: words.unit, style: looks.plainNote },
      ...headerCells(placed),
      ...plainCells(placed.length, [0, 2]),
      ...rowCells(placed, filled),
    ],
    heights: new Map([
      [0, 26],
      [1, 34],
    ]),
    validations: placed.flatMap((one) => fieldValidation(one, last, table)),
    table: {
      name: `${name}表`,
      range: `A${headerRow}:${right}${last}`,
      columns: placed.map(headerOf),
    },
    freeze: [headerRow, 2],
    columnLooksRow: firstDataRow,
    protect: true,
    print: {
      landscape: true,
      titleRows: `${headerRow}:${headerRow}`,
      ...(placed.length > 14 ? { pagesWide: 2, titleColumns: 'A:B' } : {}),
      area: `A1:${right}${last}`,
      lastRow: lastFilled(name, last),
    },
  }
}

function headerAt(placed: readonly PlacedField[], column: number): string | undefined {
  const found = placed.find((one) => one.column === column)
  return found && headerOf(found)
}

/** Header words as a ledger has them: percent columns say so. */
export function headerOf(one: PlacedField): string {
  return one.field.type === 'percent' ? `${one.name}(%)` : one.name
}

/** The last row in which one of the first two columns is filled; a few empty ones are printed of an empty sheet. */
function lastFilled(sheet: string, last: number): string {
  const rows = `${sheet}!$A$${firstDataRow}:$B$${last}`
  return `MAX(${firstDataRow + 19},SUMPRODUCT(MAX((${rows}<>"")*ROW(${rows}))))`
}

/** The rest of the title's row. */
function plainCells(width: number, taken: readonly number[]): BookCell[] {
  const all = Array.from({ length: width }, (_, column) => column)
  return all
    .filter((column) => !taken.includes(column))
    .map((column) => ({ row: titleRow, column, style: looks.plain }))
}

/** The rows given, and below them one without values, from which the columns take their looks. */
function rowCells(placed: readonly PlacedField[], { rows, origins }: FilledSheet): BookCell[] {
  const right = placed.reduce((most, { column }) => Math.max(most, column), 0) + systemColumns.length + 1
  const cells: BookCell[] = []
  for (let at = 0; at < Math.max(1, rows.length); at++) {
    const row = firstDataRow - 1 + at
    for (const one of placed) {
      const value = rows[at]?.get(one.field.key)
      const style = lookOfField(one)
      if (value !== undefined || at === 0)
        cells.push({ row, column: one.column, ...(value === undefined ? {} : { value }), style })
    }
    const origin = origins?.[at]
    if (origin)
      for (const [side, value] of origin.entries())
        cells.push({ row, column: right + side, value, style: looks.formula })
  }
  if (origins)
    for (const [side, value] of templateOriginTitles.entries())
      cells.push({ row: headerRow - 1, column: right + side, value, style: looks.formulaHead })
  return cells
}

function headerCells(placed: readonly PlacedField[]): BookCell[] {
  return placed.map((one) => ({
    row: headerRow - 1,
    column: one.column,
    value: headerOf(one),
    style: one.required ? looks.required : looks.optional,
  }))
}

export function lookOfField({ field }: PlacedField): BookStyle {
  switch (field.type) {
    case 'money':
      return looks.amount
    case 'percent':
      return looks.percent
    case 'number':
      return looks.count
    case 'date':
      return looks.date
    default:
      return looks.text
  }
}

/** One look per level; sign and word say it, the colour helps. */
export function levelConditionals(range: string, cell: string): BookConditional[] {
  return levels.map((look) => ({
    range,
    formula: `${cell}="${look.text}"`,
    style: { bold: true, color: look.color, fill: look.fill },
  }))
}
