import type { CellValue } from '../model/cells.ts'
import type { Sheet } from '../model/sheet.ts'
import { textAt } from '../objects/cellGrids.ts'

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** May a row stay under a filter criterion of the API? */
export function passesFilter(
  sheet: Sheet,
  row: number,
  column: number,
  criteria: Readonly<Record<string, unknown>>,
): boolean {
  const { filterOn, values, criterion1, criterion2, operator } = criteria
  const shown = textAt(sheet, row, column)
  if (filterOn === 'Values' || Array.isArray(values)) {
    return (values as readonly unknown[]).some((one) => String(one) === shown)
  }
  const test = (wanted: unknown): boolean => {
    const [, sign = '=', operand = ''] = /^(<>|<=|>=|=|<|>)?(.*)$/s.exec(String(wanted)) ?? []
    const value: CellValue = sheet.cells.value(row, column)
    if (sign === '=' || sign === '<>') {
      const pattern = new RegExp(`^${operand.split('*').map(escapePattern).join('.*')}$`, 'is')
      return pattern.test(shown) === (sign === '=')
    }
    const order = typeof value === 'number' ? value - Number(operand) : Number.NaN
    return sign === '<' ? order < 0 : sign === '>' ? order > 0 : sign === '<=' ? order <= 0 : order >= 0
  }
  if (criterion1 === undefined) return true
  if (criterion2 === undefined) return test(criterion1)
  return operator === 'Or' ? test(criterion1) || test(criterion2) : test(criterion1) && test(criterion2)
}
