import { type Area, columnName } from '../model/area.ts'
import { box, place } from './boxes.ts'
import type { LineSizes } from './lineSizes.ts'
import type { CellView, View } from './viewOf.ts'

export interface GridSizes {
  readonly rows: LineSizes
  readonly columns: LineSizes
}

/** The cells of an area as elements: grid lines, cells, merged cells above them, the arrows of a filter. */
export function drawCells(view: View, wanted: Area, sizes: GridSizes): readonly HTMLElement[] {
  const { rows: rowSizes, columns: columnSizes } = sizes
  const pieces: HTMLElement[] = []
  const covered = new Set<string>()
  for (const merge of view.merges) {
    for (let r = merge.row; r < merge.row + merge.rows; r++) {
      for (let c = merge.column; c < merge.column + merge.columns; c++) covered.add(`${r} ${c}`)
    }
  }
  const put = (r: number, c: number, rows: number, columns: number): void => {
    const cell = view.cells[r - wanted.row]?.[c - wanted.column] ?? null
    const height = rowSizes.start(r + rows) - rowSizes.start(r)
    const width = columnSizes.start(c + columns) - columnSizes.start(c)
    if (height === 0 || width === 0 || (!cell && rows * columns === 1)) return
    const made = cellBox(cell, columnSizes.start(c), rowSizes.start(r), width, height)
    made.dataset['address'] = `${columnName(c)}${r + 1}`
    const next = view.cells[r - wanted.row]?.[c - wanted.column + 1]
    if (cell?.align === 'left' && !cell.wrap && (next?.text ?? '') === '') made.style.overflow = 'visible'
    pieces.push(made)
  }
  for (let r = wanted.row; r < wanted.row + wanted.rows; r++) {
    for (let c = wanted.column; c < wanted.column + wanted.columns; c++)
      if (!covered.has(`${r} ${c}`)) put(r, c, 1, 1)
  }
  for (const merge of view.merges) put(merge.row, merge.column, merge.rows, merge.columns)
  const { filterArea } = view
  if (filterArea) {
    for (let c = filterArea.column; c < filterArea.column + filterArea.columns; c++) {
      const arrow = box('arrow')
      arrow.textContent = '▾'
      place(arrow, columnSizes.start(c + 1) - 17, rowSizes.start(filterArea.row + 1) - 17, 15, 15)
      pieces.push(arrow)
    }
  }
  return [...gridLines(wanted, sizes), ...pieces]
}

function cellBox(cell: CellView | null, x: number, y: number, width: number, height: number): HTMLElement {
  const element = box('cell')
  // Borders of neighbours fall on the same pixels.
  const over = cell?.edges.some((edge) => edge !== null) === true ? 1 : 0
  place(element, x - over, y - over, width + over, height + over)
  if (!cell) return element
  const { style } = element
  element.textContent = cell.text
  style.justifyContent = cell.align === 'left' ? 'flex-start' : cell.align === 'right' ? 'flex-end' : 'center'
  if (cell.fill !== null) style.background = cell.fill
  if (cell.color !== '#000000') style.color = cell.color
  if (cell.bold) style.fontWeight = '600'
  if (cell.italic) style.fontStyle = 'italic'
  if (cell.size !== 11) style.fontSize = `${Math.round((cell.size * 96) / 72)}px`
  if (cell.wrap) style.whiteSpace = 'pre-wrap'
  const [top, right, bottom, left] = cell.edges
  if (top) style.borderTop = `1px solid ${top}`
  if (right) style.borderRight = `1px solid ${right}`
  if (bottom) style.borderBottom = `1px solid ${bottom}`
  if (left) style.borderLeft = `1px solid ${left}`
  if (cell.comment !== null) {
    element.classList.add('commented')
    element.title = cell.comment
  }
  return element
}

/** Grid lines are one background per row and column, not one border per cell. */
function gridLines(wanted: Area, { rows: rowSizes, columns: columnSizes }: GridSizes): HTMLElement[] {
  const lines: HTMLElement[] = []
  const [left, top] = [columnSizes.start(wanted.column), rowSizes.start(wanted.row)]
  const width = columnSizes.start(wanted.column + wanted.columns) - left
  const height = rowSizes.start(wanted.row + wanted.rows) - top
  for (let r = wanted.row; r < wanted.row + wanted.rows; r++) {
    if (rowSizes.size(r) === 0) continue
    const line = box('line')
    place(line, left, rowSizes.start(r + 1) - 1, width, 1)
    lines.push(line)
  }
  for (let c = wanted.column; c < wanted.column + wanted.columns; c++) {
    if (columnSizes.size(c) === 0) continue
    const line = box('line')
    place(line, columnSizes.start(c + 1) - 1, top, 1, height)
    lines.push(line)
  }
  return lines
}
