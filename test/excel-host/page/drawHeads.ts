import { type Area, columnName } from '../model/area.ts'
import { box, place } from './boxes.ts'
import type { LineSizes } from './lineSizes.ts'

export const HEAD_WIDTH = 46
export const HEAD_HEIGHT = 22

/** The letters above the columns of an area; those of the selection stand out. */
export function columnHeads(
  wanted: Area,
  sizes: LineSizes,
  scrollLeft: number,
  selection: Area,
): readonly HTMLElement[] {
  const columns: HTMLElement[] = []
  for (let c = wanted.column; c < wanted.column + wanted.columns; c++) {
    if (sizes.size(c) === 0) continue
    const head = box('head')
    head.textContent = columnName(c)
    place(head, HEAD_WIDTH + sizes.start(c) - scrollLeft, 0, sizes.size(c), HEAD_HEIGHT)
    if (c >= selection.column && c < selection.column + selection.columns) head.classList.add('on')
    columns.push(head)
  }
  return columns
}

/** The numbers beside its rows. */
export function rowHeads(
  wanted: Area,
  sizes: LineSizes,
  scrollTop: number,
  selection: Area,
): readonly HTMLElement[] {
  const rows: HTMLElement[] = []
  for (let r = wanted.row; r < wanted.row + wanted.rows; r++) {
    if (sizes.size(r) === 0) continue
    const head = box('head')
    head.textContent = String(r + 1)
    place(head, 0, HEAD_HEIGHT + sizes.start(r) - scrollTop, HEAD_WIDTH, sizes.size(r))
    if (r >= selection.row && r < selection.row + selection.rows) head.classList.add('on')
    rows.push(head)
  }
  return rows
}
