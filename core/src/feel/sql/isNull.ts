import type { Ast } from '../ast.ts'
import type { SqlName, SqlScope } from './scope.ts'
import type { Piece, SqlTranslation } from './toSql.ts'

/** Blank is null, unknown is neither: `x = null` where something unknown made x null is null. */
export function isNullToSql(translation: SqlTranslation, of: Ast, negated: boolean, scope: SqlScope): Piece {
  const word = negated ? 'IS NOT NULL' : 'IS NULL'
  const relation = of.kind === 'name' ? scope.lookup(of.name) : undefined
  if (relation?.kind === 'relation' && relation.cardinality === 'one') {
    const { count, unclear } = translation.oneRow(relation, of)
    const sql = `(CASE WHEN ${unclear} THEN NULL ELSE ${count} ${negated ? '>' : '='} 0 END)`
    return { sql, type: 'boolean' }
  }
  const piece = translation.translate(of, scope)
  const unknowns = [...new Set(unknownsIn(translation, of, scope))]
  if (unknowns.includes('TRUE')) {
    return {
      sql: `(CASE WHEN ${piece.sql} IS NOT NULL THEN ${negated ? 'TRUE' : 'FALSE'} END)`,
      type: 'boolean',
    }
  }
  if (unknowns.length === 0) return { sql: `(${piece.sql} ${word})`, type: 'boolean' }
  const unknown = `${piece.sql} IS NULL AND (${unknowns.join(' OR ')})`
  return { sql: `(CASE WHEN ${unknown} THEN NULL ELSE ${piece.sql} ${word} END)`, type: 'boolean' }
}

/** SQL truths that say where a column inside an expression is unknown; `TRUE` where there is no such column. */
function unknownsIn(translation: SqlTranslation, ast: Ast, scope: SqlScope): string[] {
  switch (ast.kind) {
    case 'name':
      return unknownOf(scope.lookup(ast.name))
    case 'path': {
      const owner = ast.of.kind === 'name' ? scope.lookup(ast.of.name) : undefined
      if (owner?.kind === 'group') return unknownOf(owner.scope.lookup(ast.name))
      if (owner?.kind !== 'relation') return unknownsIn(translation, ast.of, scope)
      const { rows, unclear } = translation.oneRow(owner, ast)
      const unknowns = unknownOf(owner.scope(rows.alias).lookup(ast.name)).map((unknown) =>
        unknown === 'TRUE'
          ? unknown
          : rows.take(`COALESCE(MAX(CASE WHEN ${unknown} THEN 1 ELSE 0 END), 0) = 1`, 'FALSE'),
      )
      unknowns.push(unclear)
      return owner.unlinked === undefined ? unknowns : [...unknowns, owner.unlinked]
    }
    case 'negate':
      return unknownsIn(translation, ast.of, scope)
    case 'arithmetic':
    case 'compare':
      return [...unknownsIn(translation, ast.left, scope), ...unknownsIn(translation, ast.right, scope)]
    case 'call':
      return ast.args.flatMap((arg) => unknownsIn(translation, arg, scope))
    case 'logic':
      return ast.parts.flatMap((part) => unknownsIn(translation, part, scope))
    default:
      return []
  }
}

function unknownOf(name: SqlName | undefined): string[] {
  if (name?.kind === 'absent') return ['TRUE']
  return name?.kind === 'column' && name.unknown !== undefined ? [name.unknown] : []
}
