import type { Binding, Scope } from '../feel/index.ts'
import type { Field, Parameter, TableName } from '../policy/index.ts'
import type { PolicyIndex } from './policyIndex.ts'

/** The day the ledger speaks of, as expressions name it. */
export const asOfName = '基准日'
/** The group that holds the parameters. */
export const parametersName = '参数'

/** A field whose empty cells stand for a value: the column an expression gets in its place. */
export interface Assumption {
  readonly field: Field
  readonly value: number | string | null
}

/** Names no person can write, so that one program can hold the field both as it is and as assumed. */
export function assumedName(assumption: Assumption): string {
  return `${assumption.field.name}\u0001${JSON.stringify(assumption.value)}`
}

const scopes = new WeakMap<PolicyIndex, Map<string, ReadonlyMap<string, Binding>>>()

/** All names an expression over this table may use, and what they mean. */
export function tableScope(
  index: PolicyIndex,
  table: TableName,
  assumptions: readonly Assumption[] = [],
): Scope {
  const written = known(index, table, () => tableNames(index, table))
  const assumed = new Map(
    assumptions.map((assumption) => [assumedName(assumption), bindField(index, assumption.field)]),
  )
  const names = namesOf(written)
  return { lookup: (name) => written.get(name) ?? assumed.get(name), names: () => names }
}

const lists = new WeakMap<ReadonlyMap<string, Binding>, readonly string[]>()

/** One list for all cases over a table: the parser made for its names is kept by the list. */
function namesOf(bindings: ReadonlyMap<string, Binding>): readonly string[] {
  const names = lists.get(bindings) ?? [...bindings.keys()]
  lists.set(bindings, names)
  return names
}

function tableNames(index: PolicyIndex, table: TableName): ReadonlyMap<string, Binding> {
  const names = new Map<string, Binding>()
  for (const field of index.fieldsIn(table)) names.set(field.name, bindField(index, field))
  names.set(asOfName, { kind: 'constant', type: 'date' })
  names.set(parametersName, { kind: 'group', scope: parameterScope(index.policy.parameters) })
  for (const relation of index.relationsFrom(table)) {
    names.set(relation.name, {
      kind: 'relation',
      cardinality: relation.cardinality,
      scope: fieldScope(index, relation.to),
    })
  }
  return names
}

/** Fields of a related table: a related row has no relations of its own. */
function fieldScope(index: PolicyIndex, table: TableName): Scope {
  const fields = known(
    index,
    `fields of ${table}`,
    () => new Map(index.fieldsIn(table).map((field) => [field.name, bindField(index, field)])),
  )
  return { lookup: (name) => fields.get(name), names: () => [...fields.keys()] }
}

function known(
  index: PolicyIndex,
  name: string,
  make: () => ReadonlyMap<string, Binding>,
): ReadonlyMap<string, Binding> {
  const made = scopes.get(index) ?? new Map<string, ReadonlyMap<string, Binding>>()
  scopes.set(index, made)
  const names = made.get(name) ?? make()
  made.set(name, names)
  return names
}

function bindField(index: PolicyIndex, field: Field): Binding {
  const values = field.codeList === undefined ? undefined : index.codeValues.get(field.codeList)
  return { kind: 'column', type: columnKind(field), ...(values ? { values } : {}) }
}

/** What kind of column holds a field. */
export function columnKind(field: Field): 'number' | 'text' | 'date' | 'boolean' {
  switch (field.type) {
    case 'money':
    case 'percent':
    case 'number':
      return 'number'
    case 'text':
    case 'code':
      return 'text'
    case 'date':
      return 'date'
    case 'boolean':
      return 'boolean'
  }
}

function parameterScope(parameters: readonly Parameter[]): Scope {
  const names = new Map<string, Binding>()
  for (const parameter of parameters) {
    if (parameter.type === 'list') names.set(parameter.name, { kind: 'constant', type: 'list' })
    else if (variesByLoan(parameter)) names.set(parameter.name, { kind: 'column', type: parameter.type })
    else names.set(parameter.name, { kind: 'constant', type: parameter.type })
  }
  return { lookup: (name) => names.get(name), names: () => [...names.keys()] }
}

/** True where loans of one ledger may have different values: by their own dates or by their kind. */
export function variesByLoan(parameter: Parameter): boolean {
  return parameter.values.some(
    (value) =>
      (value.basis !== undefined && value.basis !== 'asOf') ||
      (value.for && Object.keys(value.for).length > 0),
  )
}
