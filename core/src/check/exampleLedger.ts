import { addMonths, endOfMonth, parseIsoDay } from '../calendar/index.ts'
import { madeTable } from '../ledger/index.ts'
import type { Ledger, Table } from '../ledger/index.ts'
import type {
  ExampleRow,
  ExampleValue,
  Field,
  Relation,
  Rule,
  RuleExample,
  TableName,
} from '../policy/index.ts'
import type { Column } from '../table/index.ts'
import type { RowLinks } from './linkRows.ts'
import type { PolicyIndex } from './policyIndex.ts'
import { columnKind } from './tableScope.ts'

/** A rule's example as the smallest ledger that says it. Row 0 of the rule's table is the row that is asked about. */
export interface ExampleLedger {
  readonly ledger: Ledger
  readonly previous: Ledger | undefined
  readonly links: ReadonlyMap<string, RowLinks>
  /** Computed columns that the example gives outright, by field key, one value per row (undefined: compute it). */
  readonly given: ReadonlyMap<string, readonly (ExampleValue | undefined)[]>
  readonly faults: readonly string[]
}

const defaultDay = '2026-10-31'

export function exampleLedger(rule: Rule, example: RuleExample, index: PolicyIndex): ExampleLedger {
  const asOf = parseIsoDay(example.asOf ?? defaultDay)
  const own: Record<string, ExampleValue> = {}
  const related: { relation: Relation; rows: readonly ExampleRow[] }[] = []
  const faults: string[] = []
  for (const [name, value] of Object.entries(example.given)) {
    const relation = index.relationByName.get(name)
    if (relation && (typeof value === 'object' || value === null)) {
      related.push({ relation, rows: value === null ? [] : isList(value) ? value : [value] })
    } else if (index.fieldByName.has(name) && (typeof value !== 'object' || value === null)) own[name] = value
    else faults.push(name)
  }
  const rows = new Map<TableName, ExampleRow[]>([[rule.table, [own]]])
  const links = new Map<string, RowLinks>()
  let previous: Ledger | undefined
  for (const { relation, rows: list } of related) {
    if (relation.previous) {
      const day = list[0]?.['数据日期']
      const before = typeof day === 'string' ? parseIsoDay(day) : endOfMonth(addMonths(asOf, -1))
      previous = ledgerOf(new Map([[relation.to, [...list]]]), before, index)
      links.set(relation.name, linksTo(0, list.length))
      continue
    }
    const before = rows.get(relation.to) ?? []
    if (relation.to === rule.table) shareKey(relation, own, list, index)
    links.set(relation.name, linksTo(before.length, list.length))
    rows.set(relation.to, [...before, ...list.map((row) => withKey(relation, own, row, rule, index))])
  }
  return {
    ledger: ledgerOf(rows, asOf, index),
    previous,
    links: new Map([...links].map(([name, made]) => [name, padded(made, rows.get(rule.table)?.length ?? 1)])),
    given: givenDerived(rows.get(rule.table) ?? [], index),
    faults,
  }
}

function isList(value: ExampleRow | readonly ExampleRow[]): value is readonly ExampleRow[] {
  return Array.isArray(value)
}

/** Only row 0 has related rows: the others are there to be related. */
function linksTo(first: number, count: number): RowLinks {
  return {
    offsets: Uint32Array.of(0, count),
    rows: Uint32Array.from({ length: count }, (_, at) => first + at),
  }
}

function padded(links: RowLinks, rowCount: number): RowLinks {
  const offsets = new Uint32Array(rowCount + 1).fill(links.rows.length)
  offsets[0] = 0
  return { ...links, offsets }
}

const inventedCustomer = 'KH0001'

/** The customer's other loans are of one customer for the computed facts too, so the example's own row needs a key. */
function shareKey(
  relation: Relation,
  own: Record<string, ExampleValue>,
  list: readonly ExampleRow[],
  index: PolicyIndex,
): void {
  const [rung] = relation.keys
  if (list.length === 0 || rung?.[0] !== 'customerKey') return
  const names = customerFields(index)
  if (!names.some((name) => typeof own[name] === 'string') && names[0] !== undefined)
    own[names[0]] = inventedCustomer
}

function withKey(
  relation: Relation,
  own: ExampleRow,
  row: ExampleRow,
  rule: Rule,
  index: PolicyIndex,
): ExampleRow {
  if (relation.to !== rule.table) return row
  const names =
    relation.keys[0]?.[0] === 'customerKey'
      ? customerFields(index)
      : relation.keys.flat().map((key) => index.fieldByKey.get(key)?.name ?? key)
  const shared = names.filter((name) => own[name] !== undefined && !(name in row))
  return { ...Object.fromEntries(shared.map((name) => [name, own[name] ?? null])), ...row }
}

function customerFields(index: PolicyIndex): readonly string[] {
  return ['customerId', 'idNumber', 'uscc', 'customerName']
    .map((key) => index.fieldByKey.get(key)?.name)
    .filter((name) => name !== undefined)
}

function ledgerOf(
  rows: ReadonlyMap<TableName, readonly ExampleRow[]>,
  asOf: number,
  index: PolicyIndex,
): Ledger {
  const day = { day: asOf, from: 'choice', conflicts: [] } as const
  const tables = [...rows].map(([name, list]): Table => {
    const fields = index
      .fieldsIn(name)
      // a table that was read and has no row for this loan: all its columns are there
      .filter((field) => !field.derived && (list.length === 0 || list.some((row) => field.name in row)))
    return madeTable({
      name,
      sheet: name,
      rowCount: list.length,
      columns: new Map(fields.map((field) => [field.key, exampleColumn(field, list)])),
      asOf: day,
    })
  })
  return { asOf: day, tables, notTables: [] }
}

function exampleColumn(field: Field, rows: readonly ExampleRow[]): Column {
  return columnOf(
    field,
    rows.map((row) => row[field.name]),
  )
}

/** A column of plain values: null is blank, undefined unknown, dates are ISO text. */
export function columnOf(field: Field, values: readonly (ExampleValue | undefined)[]): Column {
  const unknown = Uint8Array.from(values, (value) => (value === undefined ? 1 : 0))
  const mask = unknown.includes(1) ? { unknown } : {}
  const kind = columnKind(field)
  switch (kind) {
    case 'text': {
      const texts = values.map((value) => (typeof value === 'string' ? value : null))
      const dictionary = [...new Set(texts.filter((text) => text !== null))]
      const code = new Map(dictionary.map((text, at) => [text, at]))
      const codes = Int32Array.from(texts, (text) => (text === null ? -1 : (code.get(text) ?? -1)))
      return { kind, codes, dictionary, ...mask }
    }
    case 'boolean':
      return {
        kind,
        values: Uint8Array.from(values, (value) => (typeof value === 'boolean' ? Number(value) : 2)),
        ...mask,
      }
    case 'date':
      return { kind, values: Float64Array.from(values, (value) => parseIsoDay(String(value ?? ''))), ...mask }
    case 'number':
      return {
        kind,
        values: Float64Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN)),
        ...mask,
      }
  }
}

function givenDerived(
  rows: readonly ExampleRow[],
  index: PolicyIndex,
): ReadonlyMap<string, readonly (ExampleValue | undefined)[]> {
  const given = new Map<string, readonly (ExampleValue | undefined)[]>()
  for (const name of new Set(rows.flatMap((row) => Object.keys(row)))) {
    const field = index.fieldByName.get(name)
    if (field?.derived)
      given.set(
        field.key,
        rows.map((row) => row[name]),
      )
  }
  return given
}
