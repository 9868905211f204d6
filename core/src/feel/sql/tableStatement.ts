import type { Ast } from '../ast.ts'
import type { Dialect } from './dialect.ts'
import { JoinedRows } from './relatedRows.ts'
import type { SqlRefusal, SqlScope } from './scope.ts'
import { toSql } from './toSql.ts'

/** One case of a rule, both expressions in strict-null form. */
export interface SqlCase {
  readonly rule: string
  readonly case: string
  /** Absent = always. */
  readonly applies?: Ast
  /** SQL truth beside `applies`: whether the rule looks at the row at all. */
  readonly gate?: string
  readonly when: Ast
}

export interface SqlTable {
  /** What follows FROM: `"借据" AS t`. */
  readonly from: string
  /**
   * What tells the rows apart: output name and SQL. One that is unique and filled is enough to find a row again where an
   * engine cannot look at it from inside a join; without one the first is taken for it.
   */
  readonly keys: readonly { readonly name: string; readonly sql: string; readonly unique?: true }[]
  readonly scope: SqlScope
}

export interface TableStatement {
  readonly sql: string
  /** The cases in it, in the order of their columns. */
  readonly cases: readonly SqlCase[]
  /** The cases that have no SQL, with the reasons. */
  readonly refused: readonly { readonly case: SqlCase; readonly refusals: readonly SqlRefusal[] }[]
}

/**
 * One statement that gives every row's outcome under every case: the keys, then one column per case named `c0`, `c1` …
 * holding 0 not applicable, 1 pass, 2 hit, 3 incomplete.
 */
export function outcomesStatement(
  cases: readonly SqlCase[],
  table: SqlTable,
  dialect: Dialect,
): TableStatement {
  const exported: SqlCase[] = []
  const joined = new JoinedRows(dialect, table)
  const refused: { case: SqlCase; refusals: readonly SqlRefusal[] }[] = []
  // each different expression is computed once, in an inner SELECT
  const truths = new Map<string, string>()
  const truthColumn = (truth: string): string => {
    // a bare null in a column of its own would be a text
    const sql = /^\(*NULL\)*$/.test(truth) ? '(NULL = TRUE)' : truth
    const known = truths.get(sql)
    if (known !== undefined) return known
    const column = dialect.name(`t${truths.size}`)
    truths.set(sql, column)
    return column
  }
  const outcomes: string[] = []
  for (const one of cases) {
    const when = toSql(one.when, table.scope, dialect, joined)
    const applies = one.applies && toSql(one.applies, table.scope, dialect, joined)
    if (!when.ok || (applies && !applies.ok)) {
      refused.push({
        case: one,
        refusals: [...(when.ok ? [] : when.refusals), ...(applies && !applies.ok ? applies.refusals : [])],
      })
      continue
    }
    const conditions = [one.gate, applies && applies.sql].filter((sql) => sql !== undefined)
    const looked = conditions.length === 0 ? undefined : conditions.map(truthColumn).join(' AND ')
    const outcome = outcomeSql(truthColumn(when.sql), looked)
    outcomes.push(`CAST(${outcome} AS ${dialect.tinyIntType}) AS ${dialect.name(`c${exported.length}`)}`)
    exported.push(one)
  }
  const keys = table.keys.map((key) => `${key.sql} AS ${dialect.name(key.name)}`)
  const inner = [...keys, ...[...truths].map(([sql, column]) => `${sql} AS ${column}`)]
  const outer = [...table.keys.map((key) => dialect.name(key.name)), ...outcomes]
  const sql = `SELECT\n  ${outer.join(',\n  ')}\nFROM (\n  SELECT\n    ${inner.join(',\n    ')}\n  FROM ${table.from}${joined.joins()}${dialect.ending}\n) AS truths`
  return { sql, cases: exported, refused }
}

/** `applies` null: a pass where `when` is false either way, else incomplete. */
function outcomeSql(when: string, applies: string | undefined): string {
  if (applies === undefined) return `CASE WHEN ${when} THEN 2 WHEN NOT ${when} THEN 1 ELSE 3 END`
  return `CASE WHEN NOT (${applies}) THEN 0 WHEN NOT ${when} THEN 1 WHEN ${applies} AND ${when} THEN 2 ELSE 3 END`
}

/** One statement that gives a row per finding: the keys, `rule`, `case`, `outcome` (2 hit, 3 incomplete). */
export function findingsStatement(
  cases: readonly SqlCase[],
  table: SqlTable,
  dialect: Dialect,
): TableStatement {
  const outcomes = outcomesStatement(cases, table, dialect)
  const long = dialect.unpivot(
    dialect.name('outcomes'),
    table.keys.map((key) => dialect.name(key.name)),
    outcomes.cases.map((one, index) => ({
      rule: one.rule,
      case: one.case,
      column: dialect.name(`c${index}`),
    })),
  )
  const body = outcomes.sql.replaceAll('\n', '\n  ')
  const outcome = dialect.name('outcome')
  return {
    ...outcomes,
    sql: `WITH ${dialect.name('outcomes')} AS (\n  ${body}\n)\nSELECT * FROM (\n${long}\n) AS findings\nWHERE ${outcome} IN (2, 3)`,
  }
}
