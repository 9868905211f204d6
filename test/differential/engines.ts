import type { DuckDBConnection } from '@duckdb/node-api'
import type { PGlite } from '@electric-sql/pglite'
import {
  type Ast,
  compileProgram,
  formatFeel,
  type Frame,
  type Scope,
  type TypedExpression,
} from '@postloan/core/feel'
import {
  type Dialect,
  dialects,
  outcomesStatement,
  type SqlTable,
  type TableStatement,
} from '@postloan/core/feel/sql'

import { DuckTables } from './duckTables.ts'
import { contextOf, interpret } from './feelinRow.ts'
import { mapChildren } from './mutate.ts'
import { PostgresTables } from './postgresTables.ts'
import type { RuleExpression } from './ruleExpressions.ts'

/** Truth bytes by expression, then by row: 0 false, 1 true, 2 null; null where the engine cannot say. */
export type Truths = readonly (Uint8Array | null)[]

export function byColumns(expressions: readonly TypedExpression[], frame: Frame): Truths {
  const truths = expressions.map(() => new Uint8Array(frame.rowCount))
  compileProgram(expressions).run(frame, (from, _to, results) => {
    for (const [index, bytes] of results.entries()) truths[index]?.set(bytes, from)
  })
  return truths
}

/** DuckDB over the same data. */
export async function byDuckDb(
  expressions: readonly RuleExpression[],
  frame: Frame,
  scope: Scope,
  connection: DuckDBConnection,
): Promise<Truths> {
  const tables = new DuckTables()
  const statement = statementFor(expressions, tables.table(frame, scope), dialects.duckdb)
  await tables.load(connection)
  const rows = (await connection.runAndReadAll(`${statement.sql} ORDER BY row`)).getRows()
  return truthsOf(expressions, statement, rows)
}

/** PostgreSQL over the same data. */
export async function byPostgres(
  expressions: readonly RuleExpression[],
  frame: Frame,
  scope: Scope,
  database: PGlite,
): Promise<Truths> {
  const tables = new PostgresTables()
  const statement = statementFor(expressions, tables.table(frame, scope), dialects.postgres)
  await tables.load(database)
  const { rows } = await database.query<unknown[]>(`${statement.sql} ORDER BY row`, [], { rowMode: 'array' })
  return truthsOf(expressions, statement, rows)
}

/** Every expression as a case that always applies. */
export function statementFor(
  expressions: readonly RuleExpression[],
  table: SqlTable,
  dialect: Dialect,
): TableStatement {
  const cases = expressions.map((one, index) => ({ rule: one.name, case: String(index), when: one.lowered }))
  return outcomesStatement(cases, table, dialect)
}

/** Outcome 2 of a case that always applies is true, 1 false, 3 null. Rows: the row number, then the cases. */
export function truthsOf(
  expressions: readonly RuleExpression[],
  statement: TableStatement,
  rows: readonly (readonly unknown[])[],
): Truths {
  const truths: (Uint8Array | null)[] = expressions.map(() => null)
  for (const [column, one] of statement.cases.entries()) {
    truths[Number(one.case)] = Uint8Array.from(rows, (row) => [3, 0, 1, 2][Number(row[column + 1])] ?? 3)
  }
  return truths
}

/** feelin, row by row, over the text of each expression. */
export function byFeelin(expressions: readonly RuleExpression[], frame: Frame, scope: Scope): Truths {
  return expressions.map(({ lowered }) => {
    const { text, used } = forFeelin(lowered)
    return Uint8Array.from({ length: frame.rowCount }, (_, row) =>
      interpret(text, contextOf(frame, scope, row, used)),
    )
  })
}

export interface FeelinText {
  readonly text: string
  /** Names in it → the names they stand for in scope and data. */
  readonly used: ReadonlyMap<string, string>
}

/** The lowered expression as text for feelin, with what it does otherwise than DMN said otherwise. */
export function forFeelin(lowered: Ast): FeelinText {
  const used = new Map<string, string>()
  const rename = (node: Ast): Ast => {
    const inner = mapChildren(node, rename)
    if (inner.kind !== 'name' && inner.kind !== 'path' && inner.kind !== 'call') return inner
    // a field with its blanks filled has a name that nobody can write
    const written = inner.name.split('\u0001').join('假定').replaceAll('"', '')
    used.set(written, inner.name)
    return { ...inner, name: written }
  }
  return { text: formatFeel(rename(withoutQuantifiers(lowered))), used }
}

/** `some` and `every` as a ternary or/and over the truths of the items. */
function withoutQuantifiers(ast: Ast): Ast {
  const inner = mapChildren(ast, withoutQuantifiers)
  if (inner.kind !== 'quantified') return inner
  const { from, to, iterators, satisfies } = inner
  const truths: Ast = { kind: 'for', iterators, body: satisfies, from, to }
  return { kind: 'call', name: inner.quantifier === 'some' ? 'any of' : 'all of', args: [truths], from, to }
}

export interface Disagreement {
  readonly expression: string
  readonly row: number
  readonly engine: number
  readonly other: number
}

/** Where two engines differ, and how many answers were compared. */
export function compareTruths(
  names: readonly string[],
  engine: Truths,
  other: Truths,
): { readonly compared: number; readonly differences: Disagreement[] } {
  const differences: Disagreement[] = []
  let compared = 0
  for (const [index, expression] of names.entries()) {
    const a = engine[index]
    const b = other[index]
    if (!a || !b) continue
    for (let row = 0; row < a.length; row++) {
      compared++
      const [x, y] = [a[row] ?? 3, b[row] ?? 3]
      if (x !== y) differences.push({ expression, row, engine: x, other: y })
    }
  }
  return { compared, differences }
}
