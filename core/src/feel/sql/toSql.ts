import { formatIsoDay, parseIsoDay } from '../../calendar/index.ts'
import type { Ast, PathAst } from '../ast.ts'
import type { FeelValue } from '../types.ts'
import { compareToSql, inToSql } from './comparisons.ts'
import type { Dialect } from './dialect.ts'
import { callToSql } from './functions.ts'
import { isNullToSql } from './isNull.ts'
import { quantifiedToSql } from './lists.ts'
import { sqlMessages } from './messages.ts'
import { type JoinedRows, type RowSource, subquery } from './relatedRows.ts'
import type { SqlName, SqlRefusal, SqlRelation, SqlResult, SqlScope, SqlType } from './scope.ts'

/** A piece of SQL with its type. Every piece is safe to stand as an operand: it is an atom, a call or in parentheses. */
export interface Piece {
  readonly sql: string
  readonly type: SqlType
  /** A number that was calculated and so carries binary rounding; stored values and literals are compared exactly. */
  readonly computed?: true
}

interface OneRow {
  readonly rows: RowSource
  readonly count: string
  readonly others: string | null
  readonly unclear: string
}

/** Translation of one expression; gathers what has no SQL instead of stopping at the first. */
export class SqlTranslation {
  readonly refusals: SqlRefusal[] = []
  readonly dialect: Dialect
  readonly #joined: JoinedRows | null
  #aliases = 0
  /** How many lists' conditions the part at hand stands in. */
  #inside = 0

  constructor(dialect: Dialect, joined: JoinedRows | null = null) {
    this.dialect = dialect
    this.#joined = joined
  }

  /** Where the aggregates over a relation's rows are taken from. */
  rowsOf(relation: SqlRelation, at: Ast): RowSource {
    const source = this.#sourceOf(relation, at)
    const { unlinked } = relation
    if (unlinked === undefined) return source
    return {
      ...source,
      take: (aggregate, empty) =>
        `(CASE WHEN ${unlinked} THEN NULL ELSE ${source.take(aggregate, empty)} END)`,
    }
  }

  /**
   * The row of a relation to one: how many there are, how many look for it (null where that is no question), and SQL
   * that is true where it cannot be told which is meant.
   */
  oneRow(relation: SqlRelation, at: Ast): OneRow {
    const rows = this.rowsOf(relation, at)
    const count = rows.take('COUNT(*)', '0')
    const { rivals } = relation
    if (!rivals) return { rows, count, others: null, unclear: `${count} > 1` }
    const others = this.#sourceOf({ ...relation, rows: rivals }, at).take('COUNT(*)', '0')
    return { rows, count, others, unclear: `(${count} > 1 OR (${count} = 1 AND ${others} > 1))` }
  }

  #sourceOf(relation: SqlRelation, at: Ast): RowSource {
    if (this.#joined && this.#inside === 0) return this.#joined.source(relation)
    if (this.#joined && !this.dialect.lateral)
      this.refuse('form', sqlMessages.form('列表的条件中再用列表'), at)
    this.#aliases++
    return subquery(relation, `r${this.#aliases}`)
  }

  /** A condition on the rows of a list. */
  translateInside(ast: Ast, scope: SqlScope): Piece {
    this.#inside++
    const piece = this.translate(ast, scope)
    this.#inside--
    return piece
  }

  refuse(
    code: SqlRefusal['code'],
    message: string,
    at: { readonly from: number; readonly to: number },
  ): Piece {
    this.refusals.push({ code, message, from: at.from, to: at.to })
    return nullPiece
  }

  translate(ast: Ast, scope: SqlScope): Piece {
    const { dialect } = this
    switch (ast.kind) {
      case 'number':
        return { sql: dialect.number(ast.value), type: 'number' }
      case 'text':
        return { sql: dialect.text(ast.value), type: 'text' }
      case 'boolean':
        return { sql: ast.value ? 'TRUE' : 'FALSE', type: 'boolean' }
      case 'null':
        return nullPiece
      case 'at': {
        const day = parseIsoDay(ast.text)
        if (Number.isNaN(day)) return this.refuse('form', sqlMessages.form(`@"${ast.text}"`), ast)
        return { sql: dialect.date(ast.text), type: 'date' }
      }
      case 'name':
        return this.#named(scope.lookup(ast.name), ast.name, ast)
      case 'path':
        return this.#path(ast, scope)
      case 'call':
        return callToSql(this, ast, scope)
      case 'negate': {
        const of = this.translate(ast.of, scope)
        return { ...of, sql: `(-${of.sql})` }
      }
      case 'arithmetic':
        return this.#arithmetic(ast, scope)
      case 'compare':
        return compareToSql(this, ast, scope)
      case 'isNull':
        return isNullToSql(this, ast.of, ast.negated, scope)
      case 'logic': {
        const parts = ast.parts.map((part) => this.translate(part, scope).sql)
        return { sql: `(${parts.join(ast.op === 'and' ? ' AND ' : ' OR ')})`, type: 'boolean' }
      }
      case 'between': {
        const [of, low, high] = [ast.of, ast.low, ast.high].map((part) => this.translate(part, scope).sql)
        return { sql: `(${of} BETWEEN ${low} AND ${high})`, type: 'boolean' }
      }
      case 'in':
        return inToSql(this, ast, scope)
      case 'if':
        return this.#if(ast, scope)
      case 'quantified':
        return quantifiedToSql(this, ast, scope)
      case 'filter':
      case 'list':
      case 'for':
      case 'context':
      case 'function':
      case 'instanceOf':
      case 'test':
      case 'range':
      case 'input':
        return this.refuse('form', sqlMessages.form('这种写法'), ast)
    }
  }

  #named(name: SqlName | undefined, text: string, at: Ast): Piece {
    if (name === undefined) return this.refuse('name', sqlMessages.name(text), at)
    switch (name.kind) {
      case 'column':
        return { sql: name.sql, type: name.type }
      case 'constant':
        return this.constant(name.value, at)
      case 'absent':
        return this.nullOf(name.type ?? 'null')
      case 'group':
      case 'relation':
        return this.refuse('form', sqlMessages.form(`“${text}”单独使用`), at)
    }
  }

  nullOf(type: SqlType): Piece {
    return type === 'null' ? nullPiece : { sql: this.dialect.nullOf(type), type }
  }

  constant(value: FeelValue, at: Ast): Piece {
    if (value === null) return nullPiece
    if (typeof value === 'number') return { sql: this.dialect.number(value), type: 'number' }
    if (typeof value === 'string') return { sql: this.dialect.text(value), type: 'text' }
    if (typeof value === 'boolean') return { sql: value ? 'TRUE' : 'FALSE', type: 'boolean' }
    if ('type' in value && value.type === 'date' && 'day' in value && typeof value.day === 'number') {
      return { sql: this.dialect.date(formatIsoDay(value.day)), type: 'date' }
    }
    return this.refuse('form', sqlMessages.form('这种常数'), at)
  }

  /** `参数.x`, `上期.x`, `p.x`, `日期.year`; a list path (`押品.x`) only stands inside an aggregate. */
  #path(ast: PathAst, scope: SqlScope): Piece {
    if (ast.of.kind === 'name') {
      const owner = scope.lookup(ast.of.name)
      if (owner?.kind === 'group')
        return this.#named(owner.scope.lookup(ast.name), `${ast.of.name}.${ast.name}`, ast)
      if (owner?.kind === 'absent') {
        const column = owner.scope?.lookup(ast.name)
        return this.nullOf(column?.kind === 'absent' ? (column.type ?? 'null') : 'null')
      }
      if (owner?.kind === 'relation') {
        if (owner.cardinality === 'many')
          return this.refuse('form', sqlMessages.form(`列表“${ast.of.name}”单独使用`), ast)
        const { rows, others } = this.oneRow(owner, ast)
        const inner = this.#named(owner.scope(rows.alias).lookup(ast.name), `${ast.of.name}.${ast.name}`, ast)
        if (inner.type === 'null') return inner
        // two rows for one, or one for two: whose it is cannot be told
        const value = rows.take(`CASE WHEN COUNT(*) = 1 THEN MIN(${inner.sql}) END`, 'NULL')
        const sql = others === null ? value : `(CASE WHEN ${others} > 1 THEN NULL ELSE ${value} END)`
        return { sql, type: inner.type }
      }
    }
    if (ast.name === 'year' || ast.name === 'month' || ast.name === 'day') {
      const of = this.translate(ast.of, scope)
      return { sql: this.dialect.part(ast.name, of.sql), type: 'number' }
    }
    return this.refuse('form', sqlMessages.form(`“.${ast.name}”`), ast)
  }

  #arithmetic(ast: Extract<Ast, { kind: 'arithmetic' }>, scope: SqlScope): Piece {
    const left = this.translate(ast.left, scope)
    const right = this.translate(ast.right, scope)
    if (left.type === 'text' || right.type === 'text') {
      if (ast.op !== '+') return this.refuse('type', sqlMessages.form('文字的这种运算'), ast)
      return { sql: `(${left.sql} || ${right.sql})`, type: 'text' }
    }
    if (left.type === 'date' || right.type === 'date') {
      return this.refuse('type', sqlMessages.form('日期与时长的加减(请用 add days、days between)'), ast)
    }
    if (ast.op === '**')
      return { sql: this.dialect.power(left.sql, right.sql), type: 'number', computed: true }
    // two whole numbers divided are no whole number; by zero is null, not an error
    const sql =
      ast.op === '/'
        ? `(CAST(${left.sql} AS ${this.dialect.doubleType}) / NULLIF(${right.sql}, 0))`
        : `(${left.sql} ${ast.op} ${right.sql})`
    return { sql, type: 'number', computed: true }
  }

  /** The values of a parameter that is a list; undefined for anything else. */
  listConstant(ast: Ast, scope: SqlScope): readonly FeelValue[] | undefined {
    const named =
      ast.kind === 'name'
        ? scope.lookup(ast.name)
        : ast.kind === 'path' && ast.of.kind === 'name'
          ? groupMember(scope.lookup(ast.of.name), ast.name)
          : undefined
    if (named?.kind !== 'constant' || !Array.isArray(named.value)) return undefined
    return named.value
  }

  #if(ast: Extract<Ast, { kind: 'if' }>, scope: SqlScope): Piece {
    const condition = this.translate(ast.condition, scope).sql
    const then = this.translate(ast.then, scope)
    const otherwise = this.translate(ast.otherwise, scope)
    const type = then.type === 'null' ? otherwise.type : then.type
    const branch = ({ sql }: Piece): string => (type === 'number' ? this.dialect.besideNumbers(sql) : sql)
    const last = ast.strict ? `WHEN NOT ${condition} THEN ${branch(otherwise)}` : `ELSE ${branch(otherwise)}`
    const computed = then.computed || otherwise.computed ? ({ computed: true } as const) : {}
    return { sql: `(CASE WHEN ${condition} THEN ${branch(then)} ${last} END)`, type, ...computed }
  }
}

const nullPiece: Piece = { sql: 'NULL', type: 'null' }

function groupMember(owner: SqlName | undefined, name: string): SqlName | undefined {
  return owner?.kind === 'group' ? owner.scope.lookup(name) : undefined
}

/**
 * SQL for an expression in strict-null form (`lowerStrict`), with the same three truth values: TRUE, FALSE, NULL.
 * Where something has no SQL the answer is a list of refusals, never an approximation. With `joined`, related rows are
 * looked up in joins that the caller adds to its FROM; without, each aggregate over them is a subquery.
 */
export function toSql(
  ast: Ast,
  scope: SqlScope,
  dialect: Dialect,
  joined: JoinedRows | null = null,
): SqlResult {
  const translation = new SqlTranslation(dialect, joined)
  const piece = translation.translate(ast, scope)
  if (translation.refusals.length > 0) return { ok: false, refusals: translation.refusals }
  return { ok: true, sql: piece.sql, type: piece.type }
}
