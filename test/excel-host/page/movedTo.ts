import type { Area } from '../model/area.ts'
import type { GridSizes } from './drawCells.ts'

interface CellPlace {
  readonly row: number
  readonly column: number
}

interface Standing {
  readonly selection: Area
  /** Where the selection began. */
  readonly anchor: CellPlace
  readonly sizes: GridSizes
}

/** The cell that so many steps lead to, over hidden lines: from the anchor, or from the other end where it is extended. */
export function movedTo(
  { selection, anchor, sizes }: Standing,
  rows: number,
  columns: number,
  extend: boolean,
): CellPlace {
  let { row, column } = extend ? otherEnd(selection, anchor) : anchor
  for (let i = 0; i < Math.abs(rows); i++) row = sizes.rows.step(row, rows > 0 ? 1 : -1)
  for (let i = 0; i < Math.abs(columns); i++) column = sizes.columns.step(column, columns > 0 ? 1 : -1)
  return { row, column }
}

function otherEnd({ row, column, rows, columns }: Area, anchor: CellPlace): CellPlace {
  return {
    row: anchor.row === row ? row + rows - 1 : row,
    column: anchor.column === column ? column + columns - 1 : column,
  }
}

/** Steps of the keys that move the selection; `page` is how many rows are in sight. */
export function stepOfKey(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  page: number,
): readonly [rows: number, columns: number] | undefined {
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    ArrowRight: [0, 1],
    ArrowLeft: [0, -1],
    PageDown: [page, 0],
    PageUp: [-page, 0],
    Enter: [1, 0],
    Tab: [0, shiftKey ? -1 : 1],
  }
  return steps[key]
}
