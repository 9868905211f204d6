import { dayOf, parseIsoDay } from '@postloan/core/calendar'
import type { Ast, Binding, Frame, RelationRows, Scope } from '@postloan/core/feel'
import type { Field, Parameter, Policy, TableName } from '@postloan/core/policy'
import type { Column } from '@postloan/core/table'
import * as fc from 'fast-check'

/**
 * Names of the policy bound for one table, and random data behind them: what a rule can name, with nulls, extremes,
 * month ends, leap days, and both sides of every number that a rule or parameter mentions.
 */
export const ledgerDay = dayOf(2026, 10, 31)

type ColumnType = 'number' | 'text' | 'date' | 'boolean'

export function columnType(field: Field): ColumnType {
  if (field.type === 'date' || field.type === 'boolean') return field.type
  return field.type === 'text' || field.type === 'code' ? 'text' : 'number'
}

function bindField(policy: Policy, field: Field): Binding {
  const values = policy.codeLists.find((list) => list.id === field.codeList)?.values.map((one) => one.value)
  return { kind: 'column', type: columnType(field), ...(values ? { values } : {}) }
}

/** What may be named over a table: its fields, 基准日, 参数 and the related tables. */
export function scopeOf(policy: Policy, table: TableName): Scope {
  const names = fieldBindings(policy, table)
  names.set('基准日', { kind: 'constant', type: 'date' })
  names.set('参数', {
    kind: 'group',
    scope: scopeFrom(new Map(policy.parameters.map((one) => [one.name, bindParameter(one)]))),
  })
  for (const relation of policy.relations) {
    const scope = scopeFrom(fieldBindings(policy, relation.to))
    names.set(relation.name, { kind: 'relation', cardinality: relation.cardinality, scope })
  }
  return scopeFrom(names)
}

function fieldBindings(policy: Policy, table: TableName): Map<string, Binding> {
  const fields = policy.fields.filter(
    (field) => field.tables.includes(table) || (field.derived && table === '借据'),
  )
  return new Map(fields.map((field) => [field.name, bindField(policy, field)]))
}

function bindParameter(parameter: Parameter): Binding {
  return { kind: 'constant', type: parameter.type }
}

function scopeFrom(names: ReadonlyMap<string, Binding>): Scope {
  return { lookup: (name) => names.get(name), names: () => [...names.keys()] }
}

/** The value of a parameter in force on the ledger's day, the plainest one where it differs by kind of loan. */
export function parameterValue(parameter: Parameter): number | string | readonly string[] | undefined {
  const iso = '2026-10-31'
  const inForce = parameter.values.filter((one) => (one.from ?? '') <= iso && iso <= (one.to ?? '9999'))
  return (inForce.find((one) => one.for === undefined) ?? inForce[0] ?? parameter.values[0])?.value
}

/** Numbers and texts that the rules and parameters mention: the places where an answer can turn. */
export interface Landmarks {
  readonly numbers: readonly number[]
  readonly texts: readonly string[]
}

export function landmarksOf(
  asts: readonly Ast[],
  policy: Policy,
  childrenOf: (ast: Ast) => readonly Ast[],
): Landmarks {
  const numbers = new Set([0, 1, 30, 90])
  const texts = new Set(['', '张三'])
  const visit = (ast: Ast): void => {
    if (ast.kind === 'number') numbers.add(ast.value)
    if (ast.kind === 'text') texts.add(ast.value)
    if (ast.kind === 'path') {
      const value = policy.parameters.filter((one) => one.name === ast.name).map(parameterValue)[0]
      if (typeof value === 'number') numbers.add(value)
      if (typeof value === 'string') texts.add(value)
      if (typeof value === 'object') for (const text of value) texts.add(text)
    }
    for (const child of childrenOf(ast)) visit(child)
  }
  for (const ast of asts) visit(ast)
  return { numbers: [...numbers], texts: [...texts] }
}

const awkwardDays = [
  dayOf(2024, 2, 29),
  dayOf(2025, 2, 28),
  dayOf(2026, 1, 31),
  dayOf(2026, 9, 30),
  dayOf(2026, 12, 31),
  dayOf(2000, 1, 1),
  dayOf(2026, 10, 1),
  dayOf(2027, 2, 28),
  dayOf(2030, 6, 30),
  dayOf(1999, 12, 31),
]

function numberArbitrary(landmarks: Landmarks): fc.Arbitrary<number> {
  const near = landmarks.numbers.flatMap((value) => [value - 1, value - 0.01, value, value + 0.01, value + 1])
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...near) },
    { weight: 1, arbitrary: fc.constantFrom(-1, 1e12, 0.1 + 0.2, 99_999_999.99, 5e-7) },
    { weight: 2, arbitrary: fc.integer({ min: -10_000, max: 100_000_000 }).map((cents) => cents / 100) },
  )
}

function dayArbitrary(landmarks: Landmarks): fc.Arbitrary<number> {
  const spans = landmarks.numbers.filter((value) => Number.isInteger(value) && Math.abs(value) < 4000)
  const near = spans.flatMap((span) => [
    ledgerDay - span - 1,
    ledgerDay - span,
    ledgerDay - span + 1,
    ledgerDay + span,
  ])
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...near) },
    { weight: 2, arbitrary: fc.constantFrom(...awkwardDays) },
    { weight: 1, arbitrary: fc.integer({ min: dayOf(2015, 1, 1), max: dayOf(2035, 12, 31) }) },
  )
}

function textArbitrary(landmarks: Landmarks, values: readonly string[] | undefined): fc.Arbitrary<string> {
  if (values && values.length > 0) return fc.constantFrom(...values)
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...landmarks.texts) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '65909919700101001X',
        '659099197001010015',
        '91659099100000059R',
        '15400000001',
        ' 空 格 ',
      ),
    },
    { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
  )
}

export interface FrameOptions {
  /** Cells that are unknown rather than blank; only for engines that know the difference. */
  readonly unknowns: boolean
  readonly rows: number
}

/** Random columns for the names used, each about one blank in six. */
export function columnArbitrary(
  type: ColumnType,
  values: readonly string[] | undefined,
  landmarks: Landmarks,
  options: FrameOptions,
): fc.Arbitrary<Column> {
  const { rows } = options
  const cells = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<(T | null)[]> =>
    fc.array(fc.option(value, { freq: 6 }), { minLength: rows, maxLength: rows })
  const made = ((): fc.Arbitrary<Column> => {
    switch (type) {
      case 'number':
        return cells(numberArbitrary(landmarks)).map((list) => ({
          kind: 'number',
          values: Float64Array.from(list, (one) => one ?? Number.NaN),
        }))
      case 'date':
        return cells(dayArbitrary(landmarks)).map((list) => ({
          kind: 'date',
          values: Float64Array.from(list, (one) => one ?? Number.NaN),
        }))
      case 'boolean':
        return cells(fc.boolean()).map((list) => ({
          kind: 'boolean',
          values: Uint8Array.from(list, (one) => (one === null ? 2 : one ? 1 : 0)),
        }))
      case 'text':
        return cells(textArbitrary(landmarks, values)).map((list) => {
          const dictionary = [...new Set(list.filter((one) => one !== null))]
          const codeOf = new Map(dictionary.map((text, code) => [text, code]))
          return {
            kind: 'text',
            codes: Int32Array.from(list, (one) => (one === null ? -1 : (codeOf.get(one) ?? -1))),
            dictionary,
          }
        })
    }
  })()
  if (!options.unknowns) return made
  return fc
    .tuple(made, fc.array(fc.boolean(), { minLength: rows, maxLength: rows }))
    .map(([column, flags]) => withUnknown(column, flags))
}

/** Marks some of the null cells as unknown. */
function withUnknown(column: Column, flags: readonly boolean[]): Column {
  const unknown = Uint8Array.from(flags, (flag, row) => (flag && isNullAt(column, row) ? 1 : 0))
  return { ...column, unknown }
}

function isNullAt(column: Column, row: number): boolean {
  if (column.kind === 'text') return (column.codes[row] ?? -1) < 0
  if (column.kind === 'boolean') return column.values[row] === 2
  return Number.isNaN(column.values[row] ?? Number.NaN)
}

/** Names used in expressions over a table: own columns, and columns of each related table. */
export interface NamesUsed {
  readonly columns: readonly string[]
  readonly relations: ReadonlyMap<string, readonly string[]>
}

export function frameArbitrary(
  policy: Policy,
  table: TableName,
  used: NamesUsed,
  landmarks: Landmarks,
  options: FrameOptions,
): fc.Arbitrary<Frame> {
  const scope = scopeOf(policy, table)
  const columns = columnsArbitrary(scope, used.columns, landmarks, options)
  const related = [...used.relations].map(([name, names]) =>
    relationArbitrary(scope, name, names, landmarks, options),
  )
  return fc.tuple(columns, fc.tuple(...related)).map(([own, relations]) => {
    const relationRows = new Map([...used.relations.keys()].map((name, index) => [name, relations[index]]))
    return frameOf(policy, options.rows, own, relationRows)
  })
}

function columnsArbitrary(
  scope: Scope,
  names: readonly string[],
  landmarks: Landmarks,
  options: FrameOptions,
): fc.Arbitrary<Map<string, Column>> {
  const bound = names.flatMap((name) => {
    const binding = scope.lookup(name)
    return binding?.kind === 'column' ? [{ name, binding }] : []
  })
  return fc
    .tuple(...bound.map(({ binding }) => columnArbitrary(binding.type, binding.values, landmarks, options)))
    .map(
      (columns) =>
        new Map(
          bound
            .map(({ name }, index) => [name, columns[index]] as const)
            .flatMap(([name, column]) => (column ? [[name, column] as const] : [])),
        ),
    )
}

/** Up to three related rows for each row; for a relation to one row, none or one. */
function relationArbitrary(
  scope: Scope,
  relation: string,
  names: readonly string[],
  landmarks: Landmarks,
  options: FrameOptions,
): fc.Arbitrary<RelationRows> {
  const binding = scope.lookup(relation)
  if (binding?.kind !== 'relation') throw new Error(`${relation} is no relation`)
  const most = binding.cardinality === 'one' ? 1 : 3
  const childRows = 12
  const rowLists = fc.array(fc.uniqueArray(fc.nat(childRows - 1), { maxLength: most }), {
    minLength: options.rows,
    maxLength: options.rows,
  })
  const columns = columnsArbitrary(binding.scope, names, landmarks, { ...options, rows: childRows })
  return fc.tuple(rowLists, columns).map(([lists, data]) => {
    const offsets = new Uint32Array(options.rows + 1)
    for (const [row, list] of lists.entries()) offsets[row + 1] = (offsets[row] ?? 0) + list.length
    return { frame: plainFrame(childRows, data), offsets, rows: Uint32Array.from(lists.flat()) }
  })
}

function plainFrame(rowCount: number, columns: ReadonlyMap<string, Column>): Frame {
  return {
    rowCount,
    column: (name) => columns.get(name),
    constant: () => undefined,
    group: () => undefined,
    relation: () => undefined,
  }
}

function frameOf(
  policy: Policy,
  rowCount: number,
  columns: ReadonlyMap<string, Column>,
  relations: ReadonlyMap<string, RelationRows | undefined>,
): Frame {
  const parameters: Frame = {
    ...plainFrame(rowCount, new Map()),
    constant: (name) => {
      const parameter = policy.parameters.find((one) => one.name === name)
      const value = parameter && parameterValue(parameter)
      if (value === undefined) return undefined
      if (parameter?.type === 'date') return { type: 'date', day: parseIsoDay(String(value)) }
      return typeof value === 'object' ? [...value] : value
    },
  }
  return {
    ...plainFrame(rowCount, columns),
    constant: (name) => (name === '基准日' ? { type: 'date', day: ledgerDay } : undefined),
    group: (name) => (name === '参数' ? parameters : undefined),
    relation: (name) => relations.get(name),
  }
}
