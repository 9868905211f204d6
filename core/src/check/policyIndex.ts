import type { Field, Parameter, Policy, Relation, Source, TableName } from '../policy/index.ts'

/** A policy's data by name, built once per policy. */
export interface PolicyIndex {
  readonly policy: Policy
  readonly fieldByKey: ReadonlyMap<string, Field>
  readonly fieldByName: ReadonlyMap<string, Field>
  readonly relationByName: ReadonlyMap<string, Relation>
  readonly parameterByName: ReadonlyMap<string, Parameter>
  readonly sourceById: ReadonlyMap<string, Source>
  readonly codeValues: ReadonlyMap<string, readonly string[]>
  fieldsIn(table: TableName): readonly Field[]
  /** Relations that can be asked from a row of this table. */
  relationsFrom(table: TableName): readonly Relation[]
}

const built = new WeakMap<Policy, PolicyIndex>()

export function indexPolicy(policy: Policy): PolicyIndex {
  const before = built.get(policy)
  if (before) return before
  const byTable = new Map<TableName, Field[]>()
  for (const field of policy.fields) {
    for (const table of field.tables) byTable.set(table, [...(byTable.get(table) ?? []), field])
  }
  const fieldsIn = (table: TableName): readonly Field[] => byTable.get(table) ?? []
  const index: PolicyIndex = {
    policy,
    fieldByKey: new Map(policy.fields.map((field) => [field.key, field])),
    fieldByName: new Map(policy.fields.map((field) => [field.name, field])),
    relationByName: new Map(policy.relations.map((relation) => [relation.name, relation])),
    parameterByName: new Map(policy.parameters.map((parameter) => [parameter.name, parameter])),
    sourceById: new Map(policy.sources.map((source) => [source.id, source])),
    codeValues: new Map(policy.codeLists.map((list) => [list.id, list.values.map((code) => code.value)])),
    fieldsIn,
    relationsFrom(table) {
      const keys = new Set(fieldsIn(table).map((field) => field.key))
      return policy.relations.filter(
        (relation) =>
          (relation.to !== table || relation.excludeSelf || relation.previous) &&
          relation.keys.some((fields) => fields.every((field) => keys.has(field))),
      )
    },
  }
  built.set(policy, index)
  return index
}
