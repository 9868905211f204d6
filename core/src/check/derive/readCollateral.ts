import { addMonths } from '../../calendar/index.ts'
import type { DayNumber } from '../../calendar/index.ts'
import type { Table } from '../../ledger/index.ts'
import type { Parameter } from '../../policy/index.ts'
import type { Column } from '../../table/index.ts'
import { parameterColumn } from '../resolveParameter.ts'
import { codeColumn, dateColumn, numbersOf, textAt, textsOf } from './loanColumns.ts'

/** Computed columns of collateral items, in a register or in the loan's own row: when to value again, and how registered. */
export function readCollateral(
  table: Table,
  parameters: readonly Parameter[],
  asOf: DayNumber | null,
): Map<string, Column> {
  const made = new Map<string, Column>()
  const due = revaluationDue(table, parameters, asOf)
  if (due) made.set('revaluationDue', due)
  const title = registrationState(table)
  if (title) made.set('registrationState', title)
  return made
}

/** What is worth what is written on it. */
const fixedWorth: ReadonlySet<string> = new Set(['存单', '票据'])

function revaluationDue(
  table: Table,
  parameters: readonly Parameter[],
  asOf: DayNumber | null,
): Column | null {
  const valued = numbersOf(table, 'valuationDate')
  const parameter = parameters.find(({ id }) => id === 'revaluationMonths')
  if (!valued || !parameter) return null
  const types = textsOf(table, 'collateralType')
  const months = parameterColumn(parameter, {
    asOf,
    rowCount: table.rowCount,
    column: (field) => table.columns.get(field),
  })
  return dateColumn(
    valued.map((day, row) => {
      const count = months.kind === 'number' ? (months.values[row] ?? Number.NaN) : Number.NaN
      const fixed = fixedWorth.has(textAt(types, row))
      return fixed || Number.isNaN(day + count) ? Number.NaN : addMonths(day, count)
    }),
  )
}

const registrationStates = ['已登记', '预告登记'] as const

/** Registered, in advance (期房预告登记) or not at all; a number that says 预告 of itself is one in advance. */
function registrationState(table: Table): Column | null {
  const numbers = textsOf(table, 'registrationNo')
  const advance = textsOf(table, 'prenoticeNo')
  if (!numbers && !advance) return null
  const codes = Int32Array.from({ length: table.rowCount }, (_, row) => {
    const number = textAt(numbers, row)
    if (number !== '' && !number.includes('预告')) return 0
    return number !== '' || textAt(advance, row) !== '' ? 1 : -1
  })
  const { unknown } = numbers ?? advance ?? {}
  return { ...codeColumn(codes, registrationStates), ...(unknown ? { unknown } : {}) }
}
