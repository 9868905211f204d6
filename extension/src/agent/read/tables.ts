import { endsWithColon, labelness, plain } from './labelText.ts'
import { classOf } from './seen.ts'
import * as words from './words.ts'

/** What one look at a cell tells, before its content is read; each thing is looked for when first asked. */
export class CellFacts {
  readonly cell: HTMLTableCellElement
  readonly span: number
  readonly nested: boolean
  readonly #hidden: boolean
  #text: string | undefined
  #control: boolean | undefined

  constructor(cell: HTMLTableCellElement, hidden: boolean, flat: boolean) {
    this.cell = cell
    this.span = cell.colSpan
    this.nested = !flat && cell.querySelector('table') !== null
    this.#hidden = hidden
  }

  get text(): string {
    return (this.#text ??= this.nested ? '' : plain(this.cell.textContent ?? '').slice(0, 300))
  }

  get control(): boolean {
    return (this.#control ??=
      !this.nested && this.cell.firstElementChild !== null && holdsControl(this.cell, this.#hidden))
  }

  get head(): boolean {
    return this.cell.tagName === 'TH'
  }

  get labelness(): number {
    return this.control || this.nested ? 0 : labelness(this.text)
  }
}

export interface RowFacts {
  readonly row: HTMLTableRowElement
  readonly cells: readonly CellFacts[]
  readonly columns: number
}

/** header: titles whose rows stand in another table; stacked: titles and values in alternate rows. */
export type TableShape = 'form' | 'grid' | 'header' | 'stacked'

const controls =
  'input:not([type=hidden]):not([type=button]):not([type=submit]):not([type=image]),select,textarea'
const gridClass =
  /(^|[\s_-])(datagrid|grid|list|data-?list|listtable|table-list|el-table__\w+|ant-table\S*|layui-table|mini-grid\S*|x-grid3\S*|tablelist|data_?table|list_?table|tab_list)($|[\s_-]|\d)/iu

export function rowFacts(row: HTMLTableRowElement, hidden: boolean, flat: boolean): RowFacts | null {
  const cells: CellFacts[] = []
  let columns = 0
  // neighbour by neighbour: the live list of cells makes an iterator and objects of its own for every row
  for (let cell = row.firstElementChild; cell; cell = cell.nextElementSibling) {
    if (!(cell instanceof HTMLTableCellElement) || (!hidden && !cell.checkVisibility())) continue
    const facts = new CellFacts(cell, hidden, flat)
    cells.push(facts)
    columns += facts.span
  }
  return cells.length === 0 ? null : { row, cells, columns }
}

function holdsControl(cell: Element, hidden: boolean): boolean {
  const first = cell.firstElementChild
  // the usual cell of a form, told without a search
  if (first instanceof HTMLInputElement && first.type === 'text' && (hidden || first.checkVisibility()))
    return true
  for (const one of cell.querySelectorAll(controls)) if (hidden || one.checkVisibility()) return true
  return cell.querySelector('.ant-select,.el-select,.layui-form-radio,.mini-buttonedit') !== null
}

function isTitles(row: RowFacts, headed = false): boolean {
  const filled = row.cells.filter(({ text, control }) => text !== '' && !control)
  if (filled.length < (headed ? 1 : 2) || row.cells.some(({ nested }) => nested)) return false
  if (row.cells.some(({ control, text }) => control && text !== '')) return false
  // only a checkbox that chooses all rows may stand among titles
  if (row.cells.filter(({ control }) => control).length > 1) return false
  if (filled.some(({ text }) => endsWithColon(text))) return false
  if (headed || filled.every(({ head }) => head)) return true
  if (filled.some(({ text }) => words.valueShape.test(text))) return false
  return average(filled) >= 0.22
}

function average(cells: readonly CellFacts[]): number {
  const told = cells.filter(({ text, control, nested }) => text !== '' && !control && !nested)
  return told.length === 0 ? 0 : told.reduce((sum, cell) => sum + cell.labelness, 0) / told.length
}

/** Whether labels stand in the even columns and values in the odd ones. */
function alternates(rows: readonly RowFacts[]): boolean {
  let even = 0
  let odd = 0
  let pairs = 0
  for (const { cells } of rows) {
    for (let index = 0; index + 1 < cells.length; index += 2) {
      const [label, value] = [cells[index], cells[index + 1]]
      if (!label || !value || label.text === '' || label.control || label.nested) continue
      if (value.text === '' && !value.control) continue
      even += label.labelness
      odd += value.control ? -0.5 : value.labelness
      pairs++
    }
  }
  return pairs > 0 && (even - odd) / pairs >= 0.35 && even / pairs > 0.1
}

interface TableShaped {
  readonly shape: TableShape
  /** The first rows, by which the table is judged. */
  readonly rows: readonly RowFacts[]
  /** Index of the row of titles; of the last of them where there are two. */
  readonly titles: number
}

export interface TableRead extends TableShaped {
  readonly more: readonly HTMLTableRowElement[]
  /** No table inside this one. */
  readonly flat: boolean
}

const judged = 30

/** Tells a list of rows from a form of label and value, by titles, columns and what stands in them. */
export function readTable(table: HTMLTableElement, hidden: boolean): TableRead {
  const rows: RowFacts[] = []
  const more: HTMLTableRowElement[] = []
  const flat = table.querySelector('table') === null
  for (const row of table.rows) {
    if (rows.length >= judged) {
      more.push(row)
      continue
    }
    const facts = rowFacts(row, hidden, flat)
    if (facts) rows.push(facts)
  }
  return { ...shapeOf(table, rows), more, flat }
}

function shapeOf(table: HTMLTableElement, rows: readonly RowFacts[]): TableShaped {
  const form: TableShaped = { shape: 'form', rows, titles: -1 }
  const headed = rows.length > 0 && rows.length < 4 && standsInHeader(table)
  if (rows.length === 0 || (!headed && rows.every(({ cells }) => cells.length < 2))) return form
  if (headed && rows.every((row) => isTitles(row, true)))
    return { shape: 'header', rows, titles: rows.length - 1 }
  const first = rows.findIndex(
    ({ cells }) => cells.filter(({ text, control, nested }) => text !== '' || control || nested).length > 1,
  )
  const head = rows[first]
  if (first < 0 || !head || first > 3) return form
  if (!isTitles(head))
    return overFigures(head, rows.slice(first + 1)) ? { shape: 'grid', rows, titles: first } : form
  let titles = first
  const second = rows[first + 1]
  const deep = head.cells.some(({ cell }) => cell.rowSpan > 1)
  if (second && deep && isTitles(second) && second.cells.length < head.columns) titles++
  const width = head.columns
  const body = rows
    .slice(titles + 1)
    .filter(({ columns, cells }) => Math.abs(columns - width) <= 1 && cells.length > 1)
  if (body.length === 0) {
    const lonely = rows.length - titles - 1 <= 1
    return lonely && (width >= 3 || head.cells.every((cell) => cell.head))
      ? { shape: 'header', rows, titles }
      : form
  }
  const allHead = head.cells.every((cell) => cell.head || cell.text === '')
  if (
    body.some(({ cells }) => cells.some((cell, index) => cell.head && index > 0)) &&
    !body.every((row) => isTitles(row))
  ) {
    return allHead && stacked(rows.slice(first)) ? { shape: 'stacked', rows, titles } : form
  }
  if (stacked(rows.slice(first))) return { shape: 'stacked', rows, titles }
  if (!allHead && alternates(rows.slice(first)) && !alternatesAcross(rows.slice(titles + 1))) return form
  const bodyAverage = average(body.flatMap(({ cells }) => cells))
  if (body.some(({ cells }) => cells.filter(({ text }) => endsWithColon(text)).length > 1)) return form
  const marked = allHead || table.tHead !== null || gridClass.test(classOf(table))
  const clear = average(head.cells) - bodyAverage >= (marked ? 0.1 : 0.3)
  if (allHead || (clear && (width >= 3 || marked))) return { shape: 'grid', rows, titles }
  return form
}

const headerClass =
  /(^|[\s_-])(datagrid-h\w*|grid3?-h\w*|table-?header|table__header\S*|grid-columns\S*|grid-header\S*|x-grid3-hd\S*|x-column-header\S*|list-?head\S*|table-?head|gridhead\S*|title-?table|head-?table|header-?table)($|[\s_-])/iu

/** A table that a library or the page itself keeps for the titles of a list. */
function standsInHeader(table: Element): boolean {
  for (let at: Element | null = table, up = 0; at && up < 5; at = at.parentElement, up++) {
    if (headerClass.test(`${classOf(at)} ${at.id}`)) return true
    if (/(body|view|scroller)/iu.test(classOf(at))) return false
  }
  return false
}

/** In a list the even columns of the body are not labels. */
function alternatesAcross(body: readonly RowFacts[]): boolean {
  const even = body.flatMap(({ cells }) => cells.filter((_, index) => index % 2 === 0))
  return average(even) < 0.1
}

/** Titles without any word that says so, over rows whose every further column holds figures. */
function overFigures(head: RowFacts, body: readonly RowFacts[]): boolean {
  const width = head.cells.length
  const isFigure = ({ text }: CellFacts): boolean => text === '' || words.valueShape.test(text)
  return (
    width > 2 &&
    body.length > 0 &&
    head.cells.every((cell) => !isFigure(cell) && !cell.control && cell.labelness < 0.6) &&
    body.every(({ cells }) => cells.length === width && cells.slice(1).every(isFigure))
  )
}

const counter = /^(序号|选择|操作|行号|No\.?)$/iu

/** Words over as many controls. */
export function isQuestions({ cells }: RowFacts, under: RowFacts): boolean {
  return (
    cells.length === under.cells.length &&
    cells.every(({ text, control, nested }) => text !== '' && !control && !nested && !endsWithColon(text)) &&
    under.cells.every(({ control }) => control)
  )
}

/** Titles, values, titles, values; or one row of titles over one row of open controls. */
function stacked(rows: readonly RowFacts[]): boolean {
  if (rows.length < 2) return false
  const even = rows.filter((_, index) => index % 2 === 0)
  const odd = rows.filter((_, index) => index % 2 === 1)
  const listed = rows[0]?.cells.some(({ text }) => counter.test(text))
  if (listed) return false
  if (even.length > 1 && odd.length >= even.length - 1) {
    return even.every((row) => isTitles(row)) && odd.every((row) => !isTitles(row) && row.cells.length > 0)
  }
  const [over, under] = rows
  return (
    rows.length === 2 &&
    over !== undefined &&
    under !== undefined &&
    isTitles(over) &&
    under.cells.every(({ control }) => control)
  )
}

/** Which cells of a form table are drawn as labels, by class, colour or alignment, else by their column. */
export function labelCells(
  rows: readonly RowFacts[],
): (cell: CellFacts, index: number, pairs: boolean) => boolean | null {
  const styles = new Map<string, { label: number; value: number; sum: number; count: number; high: number }>()
  let even = 0
  let odd = 0
  let evens = 0
  let odds = 0
  for (const { cells } of rows) {
    const shift = columnShift(cells)
    for (const [place, cell] of cells.entries()) {
      const index = place - shift
      if (index < 0) continue
      const key = styleOf(cell.cell)
      const style = styles.get(key) ?? { label: 0, value: 0, sum: 0, count: 0, high: 0 }
      styles.set(key, style)
      if (cell.control) style.value++
      else if (cell.text !== '' && !cell.nested) {
        const own = cell.labelness
        style.sum += own
        style.count++
        if (own >= 0.4) style.high++
        if (cells[place + 1]?.control) style.label++
        if (index % 2 === 0) {
          even += own
          evens++
        } else {
          odd += own
          odds++
        }
      }
    }
  }
  const byColumn = rows.length > 1 && evens > 1 && odds > 0 && even / evens - odd / odds >= 0.35
  const drawn = new Map<string, boolean>()
  for (const [key, { label, value, sum, count, high }] of styles) {
    const mean = count === 0 ? 0 : sum / count
    if (value > 0 && value >= label) drawn.set(key, false)
    else if (count > 0 && mean >= 0.2) drawn.set(key, true)
    // labels and values drawn alike tell nothing
    else if (count > 0 && mean < 0 && high < count * 0.3) drawn.set(key, false)
  }
  const telling = new Set(drawn.values()).size === 2
  return (cell, index, pairs) => {
    if (telling) return drawn.get(styleOf(cell.cell)) ?? null
    return byColumn && pairs ? index % 2 === 0 : null
  }
}

/** A tall first cell names a group: the pairs of the row begin behind it. */
export function columnShift(cells: readonly CellFacts[]): number {
  return (cells[0]?.cell.rowSpan ?? 1) > 1 && cells.length > 2 ? 1 : 0
}

function styleOf(cell: HTMLTableCellElement): string {
  const style = cell.getAttribute('style') ?? ''
  const drawn =
    style === ''
      ? ''
      : (style.match(/(background[^;]*|text-align[^;]*|font-weight[^;]*)/giu)?.join(';') ?? '')
  return `${cell.tagName}|${classOf(cell)}|${cell.getAttribute('bgcolor') ?? ''}|${cell.getAttribute('align') ?? ''}|${drawn}`
}
