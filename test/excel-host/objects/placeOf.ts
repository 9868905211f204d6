import type { Area } from '../model/area.ts'
import type { Sheet } from '../model/sheet.ts'
import { DEFAULT_HEIGHT, DEFAULT_WIDTH } from './rangeFormat.ts'

/** Where an area lies on the sheet, in points. */
export function placeOf(sheet: Sheet, a: Area): { top: number; left: number; width: number; height: number } {
  const width = (c: number): number => sheet.decor.columns.get(c)?.width ?? DEFAULT_WIDTH
  const height = (r: number): number => sheet.decor.rows.get(r)?.height ?? DEFAULT_HEIGHT
  const sum = (from: number, count: number, size: (line: number) => number): number => {
    let total = 0
    for (let i = from; i < from + count; i++) total += size(i)
    return total
  }
  return {
    top: sum(0, a.row, height),
    left: sum(0, a.column, width),
    width: sum(a.column, a.columns, width),
    height: sum(a.row, a.rows, height),
  }
}
