import type { Ast, CompareAst, CompareOp, InAst } from '../ast.ts'
import type { Dialect } from './dialect.ts'
import { listToSql } from './lists.ts'
import type { SqlScope } from './scope.ts'
import type { Piece, SqlTranslation } from './toSql.ts'

/** `left > right` and its like. */
export function compareToSql(translation: SqlTranslation, ast: CompareAst, scope: SqlScope): Piece {
  const aggregate = ast.knownPart ? knownPart(translation, ast, scope) : undefined
  if (aggregate) return aggregate
  const left = translation.translate(ast.left, scope)
  const right = translation.translate(ast.right, scope)
  return { sql: compared(translation.dialect, left, ast.op, right), type: 'boolean' }
}

/**
 * A comparison that the known items of a list may decide although others are null: more items can only raise a sum,
 * a count or a maximum, and only lower a minimum.
 */
function knownPart(translation: SqlTranslation, ast: CompareAst, scope: SqlScope): Piece | undefined {
  if (ast.left.kind !== 'call' || ast.op === '=' || ast.op === '!=') return undefined
  const known = listToSql(translation, ast.left, scope, 'known')
  if (!known) return undefined
  const right = translation.translate(ast.right, scope)
  const whole = compared(translation.dialect, translation.translate(ast.left, scope), ast.op, right)
  const part = compared(translation.dialect, known, ast.op, right)
  const upward = ast.op === '>' || ast.op === '>='
  const decidesTrue = upward === (ast.left.name !== 'min')
  const sql = decidesTrue
    ? `(COALESCE(${part}, FALSE) OR ${whole})`
    : `(COALESCE(${part}, TRUE) AND ${whole})`
  return { sql, type: 'boolean' }
}

function compared(dialect: Dialect, left: Piece, op: CompareOp, right: Piece): string {
  const operator = op === '!=' ? '<>' : op
  const numbers = left.type === 'number' && right.type === 'number'
  if (!numbers || !(left.computed || right.computed)) return `(${left.sql} ${operator} ${right.sql})`
  // computed binary64 numbers that differ by no more than rounding are equal, for every operator (as in the engine)
  const sizes = [left, right].map(({ sql }) => dialect.besideNumbers(`ABS(${sql})`))
  const larger = dialect.greatest(sizes)
  const close = `(ABS(${left.sql} - ${right.sql}) <= 1e-12 * ${larger})`
  if (op === '=') return close
  if (op === '!=') return `(NOT ${close})`
  if (op === '<' || op === '>') return `(${left.sql} ${op} ${right.sql} AND NOT ${close})`
  return `(${left.sql} ${op} ${right.sql} OR ${close})`
}

/** `x in (…)`: literals, conditions and ranges. */
export function inToSql(translation: SqlTranslation, ast: InAst, scope: SqlScope): Piece {
  const of = translation.translate(ast.of, scope)
  const is = (op: CompareOp, operand: Ast): string =>
    compared(translation.dialect, of, op, translation.translate(operand, scope))
  const literals: string[] = []
  const tests: string[] = []
  for (const test of ast.tests.flatMap((one) => (one.kind === 'list' ? one.items : [one]))) {
    if (test.kind === 'test') tests.push(is(test.op, test.operand))
    else if (test.kind === 'range') {
      const low = is(test.lowClosed ? '>=' : '>', test.low)
      const high = is(test.highClosed ? '<=' : '<', test.high)
      tests.push(`(${low} AND ${high})`)
    } else {
      const items = translation.listConstant(test, scope)
      if (items) literals.push(...items.map((item) => translation.constant(item, test).sql))
      else if (test.kind === 'text' || test.kind === 'number')
        literals.push(translation.translate(test, scope).sql)
      else tests.push(is('=', test))
    }
  }
  if (literals.length > 0) tests.unshift(translation.dialect.isIn(of.sql, literals))
  if (tests.length === 0) return { sql: 'FALSE', type: 'boolean' }
  return { sql: tests.length === 1 ? (tests[0] ?? 'FALSE') : `(${tests.join(' OR ')})`, type: 'boolean' }
}
