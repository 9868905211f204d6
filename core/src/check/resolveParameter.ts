import { parseIsoDay } from '../calendar/index.ts'
import type { Parameter, ParameterValue, Segment } from '../policy/index.ts'
import type { Column } from '../table/index.ts'
import { segmentTruth } from './segments.ts'

/** What a parameter may depend on: the ledger's day and the loan's own fields. */
export interface ParameterGround {
  readonly asOf: number | null
  readonly rowCount: number
  readonly column: (field: string) => Column | undefined
}

const dateFieldOf = { disburseDate: 'disburseDate', maturityDate: 'maturityDate' } as const
export const textFieldsOf = {
  product: ['productFamily', 'productType'],
  tier: ['riskTier'],
  collateralType: ['collateralType'],
} as const

/** The value in force on the ledger's day; without a day, the latest one. Undefined where none is in force. */
export function parameterOn(parameter: Parameter, asOf: number | null): ParameterValue | undefined {
  const inForce = parameter.values.filter((value) =>
    asOf === null ? value.to === undefined : isInForce(value, asOf),
  )
  return inForce.reduce<ParameterValue | undefined>(
    (best, value) => (best && (best.from ?? '') > (value.from ?? '') ? best : value),
    undefined,
  )
}

/** The value for each loan, where loans differ. Null where the date or kind that decides is not known. */
export function parameterColumn(parameter: Parameter, ground: ParameterGround): Column {
  const { rowCount } = ground
  const chosen = new Int16Array(rowCount).fill(-1)
  for (const value of rankedValues(parameter)) {
    const position = parameter.values.indexOf(value)
    const kind = kindTruth(value, ground)
    const days = basisDays(value, ground)
    const from = value.from === undefined ? -Infinity : parseIsoDay(value.from)
    const to = value.to === undefined ? Infinity : parseIsoDay(value.to)
    const always = from === -Infinity && to === Infinity
    for (let row = 0; row < rowCount; row += 1) {
      if (kind && kind[row] !== 1) continue
      const day = typeof days === 'number' ? days : (days?.values[row] ?? Number.NaN)
      // a NaN day compares false: a value that depends on a date nobody knows is not chosen
      if (!always && !(day >= from && day <= to)) continue
      chosen[row] = position
    }
  }
  return columnOf(parameter, chosen)
}

/** From the widest to the narrowest, the earlier first: of those that fit a loan the last one is its value. */
export function rankedValues(parameter: Parameter): readonly ParameterValue[] {
  return parameter.values
    .map((value) => ({ value, rank: Object.keys(value.for ?? {}).length }))
    .toSorted((a, b) => a.rank - b.rank || ((a.value.from ?? '') < (b.value.from ?? '') ? -1 : 1))
    .map(({ value }) => value)
}

function isInForce(value: ParameterValue, day: number): boolean {
  return (
    (value.from === undefined || parseIsoDay(value.from) <= day) &&
    (value.to === undefined || parseIsoDay(value.to) >= day)
  )
}

function basisDays(
  value: ParameterValue,
  ground: ParameterGround,
): number | { readonly values: Float64Array } | undefined {
  if (value.basis === undefined || value.basis === 'asOf') return ground.asOf ?? Infinity
  const column = ground.column(dateFieldOf[value.basis])
  return column?.kind === 'date' ? column : undefined
}

/** 1 where the loan is of the kind the value is for; undefined where it is for all. */
function kindTruth(value: ParameterValue, ground: ParameterGround): Uint8Array | undefined {
  const wanted = value.for
  if (!wanted || Object.keys(wanted).length === 0) return undefined
  const truth = new Uint8Array(ground.rowCount).fill(1)
  if (wanted.segment !== undefined) keepOnly(truth, segmentRows(wanted.segment, ground))
  for (const part of ['product', 'tier', 'collateralType'] as const) {
    const text = wanted[part]
    if (text !== undefined) keepOnly(truth, textRows(textFieldsOf[part], text, ground))
  }
  return truth
}

function segmentRows(segment: Segment, ground: ParameterGround): Uint8Array {
  return segmentTruth(segment, (field) => ground.column(field), ground.rowCount)
}

function textRows(fields: readonly string[], text: string, ground: ParameterGround): Uint8Array {
  const truth = new Uint8Array(ground.rowCount)
  for (const field of fields) {
    const column = ground.column(field)
    if (column?.kind !== 'text') continue
    const code = column.dictionary.indexOf(text)
    if (code < 0) continue
    for (let row = 0; row < ground.rowCount; row += 1) if (column.codes[row] === code) truth[row] = 1
  }
  return truth
}

function keepOnly(truth: Uint8Array, also: Uint8Array): void {
  for (let row = 0; row < truth.length; row += 1) if (also[row] !== 1) truth[row] = 0
}

function columnOf(parameter: Parameter, chosen: Int16Array): Column {
  if (parameter.type === 'text') {
    const dictionary = [...new Set(parameter.values.map((value) => String(value.value)))]
    const codes = Int32Array.from(chosen, (position) =>
      dictionary.indexOf(String(parameter.values[position]?.value ?? '')),
    )
    return { kind: 'text', codes, dictionary }
  }
  const numbers = parameter.values.map(({ value }) =>
    parameter.type === 'date' ? parseIsoDay(String(value)) : Number(value),
  )
  const values = Float64Array.from(chosen, (position) => numbers[position] ?? Number.NaN)
  return { kind: parameter.type === 'date' ? 'date' : 'number', values }
}
