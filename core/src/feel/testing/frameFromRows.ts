import { formatIsoDay, parseIsoDay } from '../../calendar/index.ts'
import type { Column } from '../../table/index.ts'
import { valueAt } from '../../table/index.ts'
import type { Binding, FeelValue, Frame, RelationRows, Scope } from '../types.ts'

/** A small table for tests: field → type and its values (null blank); dates as ISO text. */
export type FieldSpec =
  | { readonly type: 'number'; readonly values: readonly (number | null)[] }
  | { readonly type: 'text'; readonly values: readonly (string | null)[]; readonly codes?: readonly string[] }
  | { readonly type: 'date'; readonly values: readonly (string | null)[] }
  | { readonly type: 'boolean'; readonly values: readonly (boolean | null)[] }

export interface RelationSpec {
  readonly to: TestTable
  readonly cardinality: 'one' | 'many'
  /** Rows of the other table by row of this one. */
  readonly rows: readonly (readonly number[])[]
}

export interface TestTable {
  readonly scope: Scope
  readonly frame: Frame
  /** The row as a context for an interpreter; `wrap` turns a day number into its kind of date. */
  context(row: number, wrap: (day: number) => FeelValue): { readonly [name: string]: FeelValue }
}

export interface TableSpec {
  readonly rows: number
  readonly fields?: Readonly<Record<string, FieldSpec>>
  /** Declared, but the table has no such column. */
  readonly absent?: Readonly<Record<string, FieldSpec['type']>>
  readonly constants?: Readonly<
    Record<string, { readonly type: 'number' | 'date' | 'text' | 'list'; readonly value: FeelValue }>
  >
  readonly groups?: Readonly<Record<string, TestTable>>
  readonly relations?: Readonly<Record<string, RelationSpec>>
}

export function makeTable(spec: TableSpec): TestTable {
  const { fields = {}, absent = {}, constants = {}, groups = {}, relations = {} } = spec
  const bindings = new Map<string, Binding>()
  const columns = new Map<string, Column>()
  for (const [name, field] of Object.entries(fields)) {
    const codes = field.type === 'text' && field.codes ? { values: field.codes } : {}
    bindings.set(name, { kind: 'column', type: field.type, ...codes })
    columns.set(name, columnOf(field))
  }
  for (const [name, type] of Object.entries(absent)) bindings.set(name, { kind: 'column', type })
  for (const [name, { type }] of Object.entries(constants)) bindings.set(name, { kind: 'constant', type })
  for (const [name, group] of Object.entries(groups))
    bindings.set(name, { kind: 'group', scope: group.scope })
  const links = new Map<string, RelationRows>()
  for (const [name, { to, cardinality, rows }] of Object.entries(relations)) {
    bindings.set(name, { kind: 'relation', cardinality, scope: to.scope })
    const offsets = Uint32Array.from([0, ...rows.map((_, i) => rows.slice(0, i + 1).flat().length)])
    links.set(name, { frame: to.frame, offsets, rows: Uint32Array.from(rows.flat()) })
  }
  const frame: Frame = {
    rowCount: spec.rows,
    column: (name) => columns.get(name),
    constant: (name) => constants[name]?.value,
    group: (name) => groups[name]?.frame,
    relation: (name) => links.get(name),
  }
  return {
    scope: { lookup: (name) => bindings.get(name), names: () => [...bindings.keys()] },
    frame,
    context(row, wrap) {
      const made: Record<string, FeelValue> = {}
      for (const [name, column] of columns) made[name] = cell(column, row, wrap)
      for (const name of Object.keys(absent)) made[name] = null
      for (const [name, { value, type }] of Object.entries(constants))
        made[name] = type === 'date' && isDay(value) ? wrap(value.day) : value
      for (const [name, group] of Object.entries(groups)) made[name] = group.context(0, wrap)
      for (const [name, { to, cardinality, rows }] of Object.entries(relations)) {
        const related = (rows[row] ?? []).map((other) => to.context(other, wrap))
        made[name] = cardinality === 'many' ? related : (related[0] ?? null)
      }
      return made
    },
  }
}

function isDay(value: FeelValue): value is { readonly type: 'date'; readonly day: number } {
  return typeof value === 'object' && value !== null && 'day' in value
}

function cell(column: Column, row: number, wrap: (day: number) => FeelValue): FeelValue {
  const value = valueAt(column, row)
  return column.kind === 'date' && typeof value === 'number' ? wrap(value) : value
}

function columnOf(field: FieldSpec): Column {
  switch (field.type) {
    case 'number':
      return { kind: 'number', values: Float64Array.from(field.values.map((v) => v ?? Number.NaN)) }
    case 'date':
      return {
        kind: 'date',
        values: Float64Array.from(field.values.map((v) => (v === null ? Number.NaN : parseIsoDay(v)))),
      }
    case 'boolean':
      return {
        kind: 'boolean',
        values: Uint8Array.from(field.values.map((v) => (v === null ? 2 : v ? 1 : 0))),
      }
    case 'text': {
      const dictionary = [...new Set(field.values.filter((v) => v !== null))]
      return {
        kind: 'text',
        codes: Int32Array.from(field.values.map((v) => (v === null ? -1 : dictionary.indexOf(v)))),
        dictionary,
      }
    }
  }
}

/** Day number → ISO text, for expectations. */
export const iso = formatIsoDay
