import type { Host } from '../host.ts'
import type { Sheet } from '../model/sheet.ts'
import { renameInFormula } from '../model/shiftFormula.ts'

/** Formulas, names and charts follow. */
export function renameSheet(host: Host, sheet: Sheet, name: string): void {
  const old = sheet.name
  sheet.change({ name })
  const written = (formula: string): string => renameInFormula(formula, old, name)
  for (const one of host.workbook.sheets) {
    for (let c = 0; c < one.cells.columnCount; c++) {
      for (const [row, formula] of Array.from(one.cells.formulasOf(c) ?? [])) {
        const next = written(formula)
        if (next !== formula) one.cells.setFormula(row, c, next)
      }
    }
    one.change({
      charts: one.decor.charts.map((chart) =>
        chart.sourceSheet === old ? { ...chart, sourceSheet: name } : chart,
      ),
    })
  }
  host.workbook.names = host.workbook.names.map((item) => ({ ...item, formula: written(item.formula) }))
  host.workbook.listener({
    type: 'nameChanged',
    sheet,
    actor: host.actor,
    detail: { nameBefore: old, nameAfter: name },
  })
}
