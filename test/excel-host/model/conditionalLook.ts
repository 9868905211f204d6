import { type Area, area, contains, intersection } from './area.ts'
import type { CellValue } from './cells.ts'
import type { ConditionalFormat } from './decor.ts'
import { evaluate, holdsAt } from './evaluate.ts'
import { compare } from './formulaValues.ts'
import type { Sheet } from './sheet.ts'
import { moveFormula } from './shiftFormula.ts'
import type { Workbook } from './workbook.ts'

export interface Over {
  readonly fill: string | null
  readonly color: string | null
  readonly bold: boolean | null
  readonly italic: boolean | null
  /** Top, right, bottom, left. */
  readonly edges: readonly (string | null)[]
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

const NOTHING: Over = { fill: null, color: null, bold: null, italic: null, edges: [] }

/** How conditional formats change the look of the cells of an area, as a function of the cell. */
export function conditionalLook(
  workbook: Workbook,
  sheet: Sheet,
  where: Area,
): (row: number, column: number) => Over | null {
  const formats = sheet.decor.conditionalFormats.filter((one) =>
    one.areas.some((a) => intersection(a, where)),
  )
  if (formats.length === 0) return () => null
  return (row, column) => {
    let over: Over = NOTHING
    for (const format of formats) {
      if (!format.areas.some((a) => contains(a, area(row, column)))) continue
      if (!applies(workbook, sheet, format, row, column)) continue
      const edges = ['EdgeTop', 'EdgeRight', 'EdgeBottom', 'EdgeLeft'].map(
        (side) => format.edges[side]?.color ?? null,
      )
      const before = over
      over = {
        fill: over.fill ?? format.fill,
        color: over.color ?? format.color,
        bold: over.bold ?? format.bold,
        italic: over.italic ?? format.italic,
        edges: edges.map((edge, i) => before.edges[i] ?? edge),
      }
      if (format.stopIfTrue) break
    }
    return over === NOTHING ? null : over
  }
}

function applies(
  workbook: Workbook,
  sheet: Sheet,
  format: ConditionalFormat,
  row: number,
  column: number,
): boolean {
  const [base] = format.areas
  if (!base) return false
  const place = { workbook, sheet, row, column }
  const here = (formula: string): string => moveFormula(formula, row - base.row, column - base.column)
  if (format.type === 'Custom') return holdsAt(here(format.formula), place)
  const value = sheet.cells.value(row, column)
  if (format.type === 'ContainsText') {
    const wanted = text(format.rule['text']).toLowerCase()
    const held = String(value ?? '').toLowerCase()
    if (format.rule['operator'] === 'BeginsWith') return held.startsWith(wanted)
    if (format.rule['operator'] === 'EndsWith') return held.endsWith(wanted)
    return held.includes(wanted) === (format.rule['operator'] !== 'NotContains')
  }
  if (format.type !== 'CellValue') return false
  const operand = (formula: unknown): CellValue =>
    formula === undefined ? null : (evaluate(here(text(formula)), place) ?? null)
  const first = operand(format.rule['formula1'])
  const order = compare(value, first)
  switch (format.rule['operator']) {
    case 'EqualTo':
      return order === 0
    case 'NotEqualTo':
      return order !== 0
    case 'GreaterThan':
      return order > 0
    case 'GreaterThanOrEqual':
      return order >= 0
    case 'LessThan':
      return order < 0
    case 'LessThanOrEqual':
      return order <= 0
    case 'Between':
      return order >= 0 && compare(value, operand(format.rule['formula2'])) <= 0
    case 'NotBetween':
      return order < 0 || compare(value, operand(format.rule['formula2'])) > 0
    default:
      return false
  }
}
