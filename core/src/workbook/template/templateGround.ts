import { workingDays } from '../../calendar/index.ts'
import {
  carriedDayFields,
  excelEpoch,
  type JudgingGround,
  type ProductFact,
  productFacts,
} from '../../check/excel/index.ts'
import { deriveColumns } from '../../check/index.ts'
import { madeTable, noValueWords } from '../../ledger/index.ts'
import type { Field, Policy, TableName } from '../../policy/index.ts'
import { columnLetters, valueAt } from '../../table/index.ts'
import { loanColumns, registerColumns, systemColumns, type TemplateColumn } from './columns.ts'
import type { SideList } from './judgingSheet.ts'
import { firstDataRow, registerSheets, sheetNames } from './names.ts'
import { productNames } from './products.ts'

/** A field of the policy with its place on a sheet. */
export interface PlacedField extends TemplateColumn {
  readonly field: Field
  /** From 0. */
  readonly column: number
}

/** The loan sheet's columns: what is required, what the formulas say of it, then the rest. */
export function placeLoanColumns(policy: Policy): readonly PlacedField[] {
  const required = loanColumns.filter((one) => one.required)
  return [...required, ...loanColumns.filter((one) => !one.required)].flatMap((one, at) => {
    const field = policy.fields.find(({ name }) => name === one.name)
    const column = one.required ? at : at + systemColumns.length
    return field ? [{ ...one, field, column }] : []
  })
}

export function placeRegisterColumns(policy: Policy, table: TableName): readonly PlacedField[] {
  return (registerColumns[table] ?? []).flatMap((one, column) => {
    const field = policy.fields.find(({ name }) => name === one.name)
    return field ? [{ ...one, field, column }] : []
  })
}

/** Where the side lists of the hidden sheet begin, right of every formula. */
const sideColumn = 900

const noValueColumn = sideColumn + 2 + productFacts.length
/** Without those that a lookup would take for a pattern of any text. */
const noValues = [...noValueWords, '—', '——', '－', '－－', '–', '／', '（空）'].filter(
  (word) => word !== '' && !/[*?~]/.test(word),
)

/** Rows that are ready to be filled. */
export interface ReadyRows {
  readonly loans: number
  readonly register: number
}

export interface TemplateGround {
  readonly ground: JudgingGround
  readonly side: readonly SideList[]
  readonly loans: readonly PlacedField[]
}

/** What the formulas of the template stand on: its own sheets. */
export function templateGround(
  policy: Policy,
  ready: ReadyRows,
  parameterCell: JudgingGround['parameterCell'],
): TemplateGround {
  const loans = placeLoanColumns(policy)
  const last = firstDataRow + ready.loans - 1
  const calendar = workingDays()
  const days = [calendar.from - 1]
  for (let day = calendar.from; day <= calendar.to; day++) if (calendar.isWorkingDay(day)) days.push(day)
  const facts = productTable(policy)
  const side: SideList[] = [
    { column: sideColumn, values: days.map((day) => day + excelEpoch) },
    { column: sideColumn + 1, values: productNames },
    ...productFacts.map((fact, at) => ({ column: sideColumn + 2 + at, values: facts[fact] })),
    { column: noValueColumn, values: noValues },
  ]
  const reference = (column: number, count: number): string =>
    `$${columnLetters(column)}$${firstDataRow}:$${columnLetters(column)}$${firstDataRow + count - 1}`
  const fields = loans.map(({ field, column }) => {
    const letters = columnLetters(column)
    // by row number: a row that is deleted or moved breaks no reference
    return [field.key, { field, raw: `INDEX(${sheetNames.loans}!$${letters}:$${letters},ROW())` }] as const
  })
  return {
    loans,
    side,
    ground: {
      fields: new Map(fields),
      asOf: `${sheetNames.loans}!${asOfCell}`,
      parameterCell,
      workingDays: { reference: reference(sideColumn, days.length), from: calendar.from, to: calendar.to },
      products: {
        names: reference(sideColumn + 1, productNames.length),
        column: (fact) => reference(sideColumn + 2 + productFacts.indexOf(fact), productNames.length),
      },
      noValues: reference(noValueColumn, noValues.length),
      carried: carriedDays(policy, ready),
      // looking through a register for every loan makes typing slow: those rules are left to the add-in
      registers: new Map(),
      rows: [firstDataRow, last],
    },
  }
}

/** Days that the register of collection says of loans: those that the loan sheet has a column for too. */
function carriedDays(policy: Policy, ready: ReadyRows): NonNullable<JudgingGround['carried']> {
  const placed = placeRegisterColumns(policy, '催收')
  const carries: ReadonlySet<string> = new Set(carriedDayFields)
  const onLoans = new Set(placeLoanColumns(policy).map(({ field }) => field.key))
  const last = firstDataRow + ready.register - 1
  const range = (column: number): string =>
    `${registerSheets['催收']}!$${columnLetters(column)}$${firstDataRow}:$${columnLetters(column)}$${last}`
  const key = placed.find(({ field }) => field.key === 'loanNo')
  return new Map(
    key
      ? placed.flatMap(({ field, column }) =>
          carries.has(field.key) && onLoans.has(field.key)
            ? [[field.key, { keys: range(key.column), days: range(column) }] as const]
            : [],
        )
      : [],
  )
}

/** Where the day of the data is written on the loan sheet. */
export const asOfCell = '$F$1'

/** What each product's name alone says, by the same functions that classify a ledger's products. */
function productTable(policy: Policy): Readonly<Record<ProductFact, readonly string[]>> {
  const rowCount = productNames.length
  const codes = Int32Array.from(productNames, (_, at) => at)
  const columns = new Map([['productType', { kind: 'text' as const, codes, dictionary: [...productNames] }]])
  const table = madeTable({
    name: '借据',
    rowCount,
    columns,
  })
  const derived = deriveColumns(table, { asOf: null, parameters: policy.parameters })
  const said = (fact: ProductFact): string[] =>
    productNames.map((_, row) => {
      const column = derived.get(fact)
      const value = column ? valueAt(column, row) : null
      return typeof value === 'boolean' ? (value ? '是' : '否') : String(value ?? '')
    })
  return {
    productFamily: said('productFamily'),
    revolving: said('revolving'),
    lowRisk: said('lowRisk'),
    creditCard: said('creditCard'),
    segment: said('segment'),
  }
}
