import { parseIsoDay } from '../../calendar/index.ts'
import type { Parameter, ParameterValue } from '../../policy/index.ts'
import { rankedValues, textFieldsOf } from '../resolveParameter.ts'

/** Day 0 of the engine (1970-01-01) in a workbook of the 1900 system. */
export const excelEpoch = 25_569

export interface ParameterCells {
  /** The cell of the value at this place among the parameter's values. */
  value(at: number): string
  cell(key: string): string | null
  readonly asOf: string
  /** `cell = "是"` for a segment; null where the sheet cannot say. */
  segment(name: string): string | null
}

/** A parameter as a formula: of the dated values and kinds of loan the narrowest that fits. Null where none ever can. */
export function parameterFormula(parameter: Parameter, cells: ParameterCells): string | null {
  let formula = '""'
  let any = false
  for (const value of rankedValues(parameter)) {
    const condition = conditionOf(value, cells)
    if (condition === null) continue
    any = true
    const cell = cells.value(parameter.values.indexOf(value))
    formula = condition === '' ? cell : `IF(IFERROR(${condition},FALSE),${cell},${formula})`
  }
  return any ? formula : null
}

function conditionOf(value: ParameterValue, cells: ParameterCells): string | null {
  const parts: string[] = []
  const wanted = value.for
  if (wanted?.segment !== undefined) {
    const truth = cells.segment(wanted.segment)
    if (truth === null) return null
    parts.push(truth)
  }
  for (const part of ['product', 'tier', 'collateralType'] as const) {
    const text = wanted?.[part]
    if (text === undefined) continue
    const fields = textFieldsOf[part].flatMap((key) => cells.cell(key) ?? [])
    if (fields.length === 0) return null
    parts.push(`OR(${fields.map((one) => `IFERROR(${one}="${text}",FALSE)`).join(',')})`)
  }
  if (value.from !== undefined || value.to !== undefined) {
    const day = value.basis === undefined || value.basis === 'asOf' ? cells.asOf : cells.cell(value.basis)
    if (day === null) return null
    parts.push(`ISNUMBER(${day})`)
    if (value.from !== undefined) parts.push(`${day}>=${parseIsoDay(value.from) + excelEpoch}`)
    if (value.to !== undefined) parts.push(`${day}<=${parseIsoDay(value.to) + excelEpoch}`)
  }
  return parts.length === 0 ? '' : `AND(${parts.join(',')})`
}
