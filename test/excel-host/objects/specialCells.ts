import type { ExcelObject } from '../engine/kind.ts'
import { type Area, area } from '../model/area.ts'
import { EMPTY, ERROR } from '../model/cells.ts'
import { invalidArgument } from '../model/fault.ts'
import { record, text, textOr } from './arguments.ts'
import { textAt } from './cellGrids.ts'
import { part, usedWithin } from './rangePart.ts'
import type { RangeRef } from './rangeRef.ts'

/** Runs of rows that can be seen, within an area. */
export function visibleAreas({ sheet, area: a }: RangeRef): readonly Area[] {
  const areas: Area[] = []
  const end = Math.min(a.row + a.rows, Math.max(sheet.cells.rowCount, a.row + 1))
  for (let r = a.row; r < end; r++) {
    if (sheet.isHidden(r)) continue
    const last = areas.at(-1)
    if (last && last.row + last.rows === r) areas[areas.length - 1] = { ...last, rows: last.rows + 1 }
    else areas.push({ ...a, row: r, rows: 1 })
  }
  return areas
}

/** Cells of a kind (blank, formula, constant, visible) as areas. */
export function specialAreas(ref: RangeRef, type: unknown, valueType: unknown): readonly Area[] {
  if (type === 'Visible') return visibleAreas(ref)
  const { sheet } = ref.alive()
  const used = usedWithin(ref, false)
  if (!used) return []
  const kinds = textOr(valueType, 'All')
  const fits = (row: number, column: number): boolean => {
    const kind = sheet.cells.kind(row, column)
    const isFormula = sheet.cells.formula(row, column) !== undefined
    if (type === 'Blanks') return kind === EMPTY
    if (type === 'Formulas' ? !isFormula : type === 'Constants' ? isFormula || kind === EMPTY : true) {
      if (type === 'Formulas' || type === 'Constants') return false
      throw invalidArgument(`The simulated Excel finds no special cells of type ${String(type)}.`)
    }
    return kinds === 'All' || (kind === ERROR) === kinds.includes('Errors')
  }
  const areas: Area[] = []
  for (let c = used.column; c < used.column + used.columns; c++) {
    for (let r = used.row; r < used.row + used.rows; r++) {
      if (!fits(r, c)) continue
      const last = areas.at(-1)
      if (last && last.column === c && last.row + last.rows === r) {
        areas[areas.length - 1] = { ...last, rows: last.rows + 1 }
      } else areas.push(area(r, c))
    }
  }
  return areas
}

/** The first cell that holds a text. */
export function findText(ref: RangeRef, wanted: unknown, options: unknown): ExcelObject | null {
  const { completeMatch = false, matchCase = false } = record(options)
  const fold = (value: string) => (matchCase === true ? value : value.toLowerCase())
  const needle = fold(text(wanted))
  const used = usedWithin(ref, true)
  if (!used) return null
  for (let r = used.row; r < used.row + used.rows; r++) {
    for (let c = used.column; c < used.column + used.columns; c++) {
      const held = fold(textAt(ref.sheet, r, c))
      if (completeMatch === true ? held === needle : held.includes(needle)) return part(ref, area(r, c))
    }
  }
  return null
}
