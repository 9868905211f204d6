import { type Ast, lowerStrict, parseFeel } from '../../feel/index.ts'
import { type Dialect, findingsStatement, type SqlCase, type SqlTable } from '../../feel/sql/index.ts'
import type { Policy, Rule, TableName } from '../../policy/index.ts'
import { childKeyFields } from '../childKeys.ts'
import { type CompiledCase, compileCases } from '../compileCases.ts'
import { emptyUse, resolveNames } from '../nameUse.ts'
import { indexPolicy, type PolicyIndex } from '../policyIndex.ts'
import { sqlMessages } from './messages.ts'
import { columnByKey, joinedBy, policyScope, sourceOf } from './policyScope.ts'
import { segmentSql } from './segmentSql.ts'
import { hasColumn } from './sqlColumns.ts'
import type { LeftCase, PolicySqlOptions, PolicyStatement, SqlSource } from './types.ts'

/**
 * The policy's rules for a data platform: for each table one statement with a row per finding (the row's keys, `rule`,
 * `case`, `outcome` 2 hit or 3 cannot tell). A case that cannot be said, or whose columns the bank does not have, is
 * left out with its reason.
 */
export function policyStatements(
  policy: Policy,
  dialect: Dialect,
  options: PolicySqlOptions,
): readonly PolicyStatement[] {
  const index = indexPolicy(policy)
  const tables = [...new Set(policy.rules.map((rule) => rule.table))]
  return tables.map((table) => tableStatement(index, table, dialect, options))
}

/** What the row is filed under; a register's own keys come after them, so that a finding's identity can be made of the row. */
const filedUnder = ['loanNo', 'contractNo', 'customerId', 'customerName'] as const

function tableStatement(
  index: PolicyIndex,
  table: TableName,
  dialect: Dialect,
  options: PolicySqlOptions,
): PolicyStatement {
  const compiled = compileCases(index, table)
  const source = sourceOf(table, false, options.map, dialect)
  if (!source) {
    const left = compiled.map((one) => leftCase(one, sqlMessages.noTable(table)))
    return { table, sql: '', cases: [], left, computed: [], joined: [] }
  }
  const column = columnByKey(index, table, source, dialect)
  const left: LeftCase[] = []
  const ready: { readonly one: CompiledCase; readonly sql: SqlCase }[] = []
  for (const one of compiled) {
    const missing = missingOf(one, index, table, source, options, dialect)
    if (one.error) left.push(leftCase(one, one.error.message))
    else if (missing.length > 0) left.push(leftCase(one, sqlMessages.missing(missing)))
    else {
      const { applies, when } = one.case
      const gate = gateSql(one.rule, column, dialect)
      const sql: SqlCase = {
        rule: one.rule.id,
        case: one.case.id,
        when: lowered(when, one),
        ...(applies === undefined ? {} : { applies: lowered(applies, one) }),
        ...(gate === null ? {} : { gate }),
      }
      ready.push({ one, sql })
    }
  }
  const from: SqlTable = {
    from: `${source.table} AS t`,
    keys: keysOf(index, table, source, dialect),
    scope: policyScope(index, table, source, options, dialect),
  }
  const statement = findingsStatement(
    ready.map(({ sql }) => sql),
    from,
    dialect,
  )
  for (const { case: refused, refusals } of statement.refused) {
    const one = ready.find(({ sql }) => sql === refused)?.one
    if (one) left.push(leftCase(one, refusals[0]?.message ?? ''))
  }
  const kept = new Set(statement.cases)
  const inside = ready.filter(({ sql }) => kept.has(sql)).map(({ one }) => one)
  return {
    table,
    sql: statement.cases.length === 0 ? '' : statement.sql,
    cases: statement.cases.map(({ rule, case: id }) => ({ rule, case: id })),
    left,
    computed: computedBy(inside, index, table),
    joined: relationsOf(inside).flatMap((name) => {
      const relation = index.relationByName.get(name)
      const to = relation && sourceOf(relation.to, relation.previous === true, options.map, dialect)
      const keys = relation && joinedBy(index, relation, source, to)
      return keys ? [{ relation: name, by: keys.map((key) => index.fieldByKey.get(key)?.name ?? key) }] : []
    }),
  }
}

function leftCase({ rule, case: ruleCase }: CompiledCase, reason: string): LeftCase {
  return { rule: rule.id, category: rule.category, case: ruleCase.id, reason }
}

function lowered(text: string, { scope, assumedNames }: CompiledCase): Ast {
  const parsed = parseFeel(text, scope.names())
  if (!parsed.ok) throw new Error(`a case that compiled does not parse: ${text}`)
  return lowerStrict(resolveNames(parsed.ast, scope, emptyUse(), assumedNames))
}

/** What a case needs or computes with and the bank's tables do not have, by Chinese name. */
function missingOf(
  one: CompiledCase,
  index: PolicyIndex,
  table: TableName,
  source: SqlSource,
  options: PolicySqlOptions,
  dialect: Dialect,
): readonly string[] {
  const isThere = (name: string): boolean => {
    const [first = '', inner] = name.split('.')
    const relation = index.relationByName.get(first)
    if (!relation) {
      const field = index.fieldByName.get(name)
      return field === undefined || hasColumn(field, source)
    }
    const to = sourceOf(relation.to, relation.previous === true, options.map, dialect)
    const scope = policyScope(index, table, source, options, dialect)
    if (!to || scope.lookup(first)?.kind !== 'relation') return false
    const field = inner === undefined ? undefined : index.fieldByName.get(inner)
    return field === undefined || hasColumn(field, to)
  }
  const assumed = new Set(one.assumptions.map(({ field }) => field.name))
  const computed = [...one.use.fields].filter(
    (name) => index.fieldByName.get(name)?.derived && !assumed.has(name),
  )
  return [...new Set([...one.case.needs, ...computed])].filter((name) => !isThere(name))
}

/** Which rows a rule looks at: open loans, and its segments. Null where all. */
function gateSql(rule: Rule, column: (key: string) => string | undefined, dialect: Dialect): string | null {
  const scope = rule.scope ?? 'open'
  const parts: string[] = []
  const [closed, writtenOff] = [column('closed'), column('writtenOff')]
  if (scope !== 'any') {
    const off = writtenOff === undefined ? 'FALSE' : `COALESCE(${writtenOff}, FALSE)`
    const open = closed === undefined ? 'TRUE' : `NOT COALESCE(${closed}, FALSE)`
    parts.push(scope === 'open' ? `(NOT ${off} AND ${open})` : `(${off} OR ${open})`)
  }
  if (rule.segments !== 'all') {
    parts.push(`(${rule.segments.map((segment) => segmentSql(segment, column, dialect)).join(' OR ')})`)
  }
  return parts.length === 0 ? null : `(${parts.join(' AND ')})`
}

function keysOf(index: PolicyIndex, table: TableName, source: SqlSource, dialect: Dialect): SqlTable['keys'] {
  const { row } = source
  const keys = table === '借据' ? filedUnder.slice(0, 3) : [...filedUnder, ...childKeyFields(table)]
  const fields = keys
    .map((key) => index.fieldByKey.get(key))
    .filter((field) => field !== undefined)
    .filter(
      (field) => field.tables.includes(table) && field.privacy === undefined && hasColumn(field, source),
    )
  const column = columnByKey(index, table, source, dialect)
  return [
    ...(row === undefined ? [] : [{ name: row, sql: `t.${dialect.name(row)}`, unique: true as const }]),
    ...fields.map((field) => ({ name: field.name, sql: column(field.key) ?? 'NULL' })),
  ]
}

function computedBy(
  cases: readonly CompiledCase[],
  index: PolicyIndex,
  table: TableName,
): PolicyStatement['computed'] {
  const names = new Set([
    ...(table === '借据' ? ['是否结清', '是否核销'] : []),
    ...cases.flatMap(({ use }) => [...use.fields]),
  ])
  return [...names].flatMap((name) => {
    const how = index.fieldByName.get(name)?.derived?.how
    return how === undefined ? [] : [{ name, how }]
  })
}

function relationsOf(cases: readonly CompiledCase[]): readonly string[] {
  return [...new Set(cases.flatMap(({ use }) => [...use.relations.keys()]))]
}
