import type { Area } from '@postloan/core/table'

import type { CellGround, CellLook, CellRead } from './port.ts'

export interface MemoryCell {
  value: CellRead
  format?: string
  look?: CellLook
}

/** The cell without what a look had set; nothing where nothing is left of it. */
export function unlooked(cell: MemoryCell, set: CellLook, back?: CellGround): MemoryCell | undefined {
  const { format, look: before = {}, value } = cell
  const gone = new Set(Object.keys(set))
  const look: CellLook = {
    ...Object.fromEntries(Object.entries(before).filter(([key]) => !gone.has(key))),
    ...(set.fill !== undefined && back?.fill ? { fill: back.fill } : {}),
    ...(set.bold !== undefined && back?.bold ? { bold: true } : {}),
  }
  const isBare = Object.keys(look).length === 0
  const left = format !== undefined && set.format === undefined ? { format } : {}
  if (value === '' && isBare && left.format === undefined) return undefined
  return { value, ...left, ...(isBare ? {} : { look }) }
}

/** Goes over the cells of an area by rows. */
export function each(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.top; row < area.bottom; row++) {
    for (let column = area.left; column < area.right; column++) visit(row, column)
  }
}

/** An area where rows came in above or in it. */
export function shifted(area: Area, at: number, count: number): Area {
  return {
    ...area,
    top: area.top >= at ? area.top + count : area.top,
    bottom: area.bottom > at ? area.bottom + count : area.bottom,
  }
}

/** An area where rows were taken out. */
export function shrunk(area: Area, at: number, count: number): Area {
  const less = (row: number): number => (row <= at ? row : Math.max(at, row - count))
  return { ...area, top: less(area.top), bottom: less(area.bottom) }
}
