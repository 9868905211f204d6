import { moveFormula } from '../model/shiftFormula.ts'
import { range, textOr } from './arguments.ts'
import type { RangeRef } from './rangeRef.ts'

/** Copies cells here from elsewhere: all of them, or their values, formulas or formats alone. */
export function copyFrom(ref: RangeRef, source: unknown, type: unknown): void {
  const from = range(ref.host, source, ref.sheet)
  const what = textOr(type, 'All')
  const { row, column } = ref.area
  const to = { ...from.area, row, column }
  ref.sheet.guard(to)
  const copies = []
  for (let r = 0; r < from.area.rows; r++) {
    for (let c = 0; c < from.area.columns; c++) {
      const [sr, sc] = [from.area.row + r, from.area.column + c]
      copies.push({
        r,
        c,
        kind: from.sheet.cells.kind(sr, sc),
        raw: from.sheet.cells.raw(sr, sc),
        style: from.sheet.styleAt(sr, sc),
        formula: from.sheet.cells.formula(sr, sc),
      })
    }
  }
  for (const { r, c, kind, raw, style, formula } of copies) {
    if (what !== 'Formats') {
      ref.sheet.cells.setValue(row + r, column + c, null)
      ref.sheet.cells.put(row + r, column + c, kind, raw)
      if (what !== 'Values' && formula !== undefined) {
        const moved = moveFormula(formula, row - from.area.row, column - from.area.column)
        ref.sheet.cells.setFormula(row + r, column + c, moved)
      }
    }
    if (what === 'All' || what === 'Formats') ref.sheet.cells.setStyle(row + r, column + c, style)
  }
  ref.host.changed(ref.sheet, to, 'RangeEdited')
}
