import { parseIsoDay } from '../../calendar/index.ts'
import type { CallAst } from '../ast.ts'
import type { Dialect } from './dialect.ts'
import { creditCodeSql, identityNumberSql } from './identitySql.ts'
import { listToSql } from './lists.ts'
import { sqlMessages } from './messages.ts'
import type { SqlScope, SqlType } from './scope.ts'
import type { Piece, SqlTranslation } from './toSql.ts'

interface FunctionSql {
  readonly type: SqlType
  readonly args: number
  sql(dialect: Dialect, args: readonly string[]): string
}

const arg = (args: readonly string[], index: number): string => args[index] ?? 'NULL'

/** Functions of plain SQL: null in, null out, as FEEL has it. */
const functions: Readonly<Record<string, FunctionSql>> = {
  not: { type: 'boolean', args: 1, sql: (_, args) => `(NOT ${arg(args, 0)})` },
  abs: { type: 'number', args: 1, sql: (_, args) => `ABS(${arg(args, 0)})` },
  floor: { type: 'number', args: 1, sql: (_, args) => `FLOOR(${arg(args, 0)})` },
  ceiling: { type: 'number', args: 1, sql: (_, args) => `CEIL(${arg(args, 0)})` },
  contains: {
    type: 'boolean',
    args: 2,
    sql: (dialect, args) => dialect.contains(arg(args, 0), arg(args, 1)),
  },
  'starts with': {
    type: 'boolean',
    args: 2,
    sql: (dialect, args) => dialect.startsWith(arg(args, 0), arg(args, 1)),
  },
  'ends with': {
    type: 'boolean',
    args: 2,
    sql: (dialect, args) => dialect.endsWith(arg(args, 0), arg(args, 1)),
  },
  'string length': { type: 'number', args: 1, sql: (dialect, args) => dialect.textLength(arg(args, 0)) },
  'upper case': { type: 'text', args: 1, sql: (dialect, args) => dialect.upper(arg(args, 0)) },
  'lower case': { type: 'text', args: 1, sql: (dialect, args) => dialect.lower(arg(args, 0)) },
  'days between': {
    type: 'number',
    args: 2,
    sql: (dialect, args) => dialect.daysBetween(arg(args, 0), arg(args, 1)),
  },
  'add days': { type: 'date', args: 2, sql: (dialect, args) => dialect.addDays(arg(args, 0), arg(args, 1)) },
  'add months': {
    type: 'date',
    args: 2,
    sql: (dialect, args) => dialect.addMonths(arg(args, 0), arg(args, 1)),
  },
  'end of month': { type: 'date', args: 1, sql: (dialect, args) => dialect.endOfMonth(arg(args, 0)) },
}

/** Functions that need a table of public holidays. */
const needsCalendar = ['working days between', 'next working day', 'add working days']

export function callToSql(translation: SqlTranslation, call: CallAst, scope: SqlScope): Piece {
  const aggregate = listToSql(translation, call, scope, 'whole')
  if (aggregate) return aggregate
  if (call.argNames) return translation.refuse('form', sqlMessages.form('按名称写参数'), call)
  if (needsCalendar.includes(call.name))
    return translation.refuse('function', sqlMessages.calendar(call.name), call)
  switch (call.name) {
    case 'date':
      return dateLiteral(translation, call)
    case 'substring':
      return substring(translation, call, scope)
    case 'matches':
      return matches(translation, call, scope)
    case 'replace':
      return replaced(translation, call, scope)
    case 'list contains':
      return listContains(translation, call, scope)
    case 'min':
    case 'max':
      return extreme(translation, call, scope)
    case 'id number valid':
    case 'uscc valid':
      return identity(translation, call, scope)
    case 'number':
      return numberOf(translation, call, scope)
    case 'months between':
      return monthsBetween(translation, call, scope)
  }
  const known = functions[call.name]
  if (!known || known.args !== call.args.length) {
    return translation.refuse('function', sqlMessages.function(call.name), call)
  }
  const args = call.args.map((one) => translation.translate(one, scope).sql)
  return { sql: known.sql(translation.dialect, args), type: known.type }
}

function dateLiteral(translation: SqlTranslation, call: CallAst): Piece {
  const [text] = call.args
  if (text?.kind !== 'text' || Number.isNaN(parseIsoDay(text.value))) {
    return translation.refuse('form', sqlMessages.constantArgument('date'), call)
  }
  return { sql: translation.dialect.date(text.value), type: 'date' }
}

function substring(translation: SqlTranslation, call: CallAst, scope: SqlScope): Piece {
  const [text, from, length] = call.args
  const start =
    from?.kind === 'negate' && from.of.kind === 'number'
      ? -from.of.value
      : from?.kind === 'number'
        ? from.value
        : 0
  if (!text || start === 0 || (length && length.kind !== 'number')) {
    return translation.refuse('form', sqlMessages.constantArgument('substring'), call)
  }
  const of = translation.translate(text, scope).sql
  const count = length?.kind === 'number' ? length.value : null
  return { sql: translation.dialect.substring(of, start, count), type: 'text' }
}

function matches(translation: SqlTranslation, call: CallAst, scope: SqlScope): Piece {
  const [text, pattern, ...flags] = call.args
  const source = pattern?.kind === 'text' ? plainPattern(pattern.value) : null
  if (!text || source === null || flags.length > 0) {
    return translation.refuse('form', sqlMessages.constantArgument('matches'), call)
  }
  const { dialect } = translation
  const sql = dialect.matches(translation.translate(text, scope).sql, dialect.text(source))
  if (sql === null) return translation.refuse('function', sqlMessages.function('matches'), call)
  return { sql, type: 'boolean' }
}

/**
 * The pattern with only signs that every engine's regular expressions read alike; null where there is none. `\d` is
 * written as ASCII digits: FEEL counts the digits of every script, which no Chinese ledger holds but full-width ones,
 * and those the ledger reader has made half-width.
 */
function plainPattern(pattern: string): string | null {
  const plain = pattern.replaceAll(String.raw`\d`, '[0-9]')
  return /\\[^.\\+*?()[\]{}|^$-]|\(\?/.test(plain) ? null : plain
}

/** Engines differ on GREATEST with a null among the values; FEEL says null. */
function extreme(translation: SqlTranslation, call: CallAst, scope: SqlScope): Piece {
  const items = call.args.length === 1 && call.args[0]?.kind === 'list' ? call.args[0].items : call.args
  const pieces = items.map((one) => translation.translate(one, scope))
  const [first] = pieces
  if (!first || pieces.length < 2)
    return translation.refuse('form', sqlMessages.form(`这种 ${call.name}`), call)
  const { dialect } = translation
  const parts = pieces.map(({ sql, type }) => (type === 'number' ? dialect.besideNumbers(sql) : sql))
  const best = call.name === 'max' ? dialect.greatest(parts) : dialect.least(parts)
  const anyNull = parts.map((part) => `${part} IS NULL`).join(' OR ')
  return { sql: `(CASE WHEN ${anyNull} THEN NULL ELSE ${best} END)`, type: first.type }
}

/** Whole months, towards zero: the last month counts only when its day of the month has come. */
function monthsBetween(translation: SqlTranslation, call: CallAst, scope: SqlScope): Piece {
  const [from, to] = call.args
  if (!from || !to || call.args.length !== 2) {
    return translation.refuse('function', sqlMessages.function(call.name), call)
  }
  const { dialect } = translation
  const a = translation.translate(from, scope).sql
  const b = translation.translate(to, scope).sql
  const part = (name: 'year' | 'month' | 'day'): string =>
    `${dialect.part(name, b)} - ${dialect.part(name, a)}`
  const days = part('day')
  const short = [
    `CASE WHEN ${b} >= ${a} AND ${days} < 0 THEN -1`,
    `WHEN ${b} < ${a} AND ${days} > 0 THEN 1 ELSE 0 END`,
  ].join(' ')
  return { sql: `((${part('year')}) * 12 + ${part('month')} + (${short}))`, type: 'number' }
}

/** `list contains(参数.必填字段, "借据号")`: a parameter's list holds the text. None holds null: DMN says false, not null. */
function listContains(translation: SqlTranslation, call: CallAst, scope: SqlScope): Piece {
  const [list, item] = call.args
  if (!list || !item || call.args.length !== 2) {
    return translation.refuse('function', sqlMessages.function(call.name), call)
  }
  const span = { from: call.from, to: call.to }
  const held = translation.translate({ kind: 'in', of: item, tests: [list], strict: true, ...span }, scope)
  return { ...held, sql: `COALESCE(${held.sql}, FALSE)` }
}

function replaced(translation: SqlTranslation, call: CallAst, scope: SqlScope): Piece {
  const [text, pattern, by, ...flags] = call.args
  const source = pattern?.kind === 'text' ? plainPattern(pattern.value) : null
  const plain = by?.kind === 'text' && !/[$\\]/.test(by.value)
  if (!text || source === null || !plain || flags.length > 0) {
    return translation.refuse('form', sqlMessages.constantArgument('replace'), call)
  }
  const { dialect } = translation
  const of = translation.translate(text, scope).sql
  const sql = dialect.replaceAll(of, dialect.text(source), dialect.text(by.value))
  if (sql === null) return translation.refuse('function', sqlMessages.function('replace'), call)
  return { sql, type: 'text' }
}

/** A text that is a number as that number, any other null. */
function numberOf(translation: SqlTranslation, call: CallAst, scope: SqlScope): Piece {
  const [from] = call.args
  if (!from || call.args.length !== 1)
    return translation.refuse('function', sqlMessages.function(call.name), call)
  const of = translation.translate(from, scope)
  if (of.type === 'number') return of
  const { dialect } = translation
  const written = dialect.text('^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$')
  const shaped = of.type === 'text' ? dialect.matches(of.sql, written) : null
  if (shaped === null) return translation.refuse('function', sqlMessages.function(call.name), call)
  return { sql: `(CASE WHEN ${shaped} THEN ${dialect.toDouble(of.sql)} END)`, type: 'number' }
}

function identity(translation: SqlTranslation, call: CallAst, scope: SqlScope): Piece {
  const [text] = call.args
  if (!text || call.args.length !== 1)
    return translation.refuse('function', sqlMessages.function(call.name), call)
  const of = translation.translate(text, scope).sql
  const toCheck = call.name === 'uscc valid' ? creditCodeSql : identityNumberSql
  const sql = toCheck(of, translation.dialect)
  if (sql === null) return translation.refuse('function', sqlMessages.function(call.name), call)
  return { sql, type: 'boolean' }
}
