import type { Ast, CallAst, CompareOp, Iterator } from './ast.ts'
import { quote } from './parse/literals.ts'
import { formatNumber } from './values/formatValue.ts'

export interface FormatOptions {
  /**
   * `plain` writes lowered nodes as the author would (for showing); `meaning`, the default, writes them out so that an
   * engine with DMN's own null semantics gives what ours gives.
   */
  readonly form?: 'plain' | 'meaning'
  /** Dotted names of fields that are unknown, not blank: `x = null` is then written as null. */
  readonly isUnknown?: (name: string) => boolean
}

/** An expression as FEEL text. Subexpressions are put in parentheses wherever precedence could matter. */
export function formatFeel(ast: Ast, options: FormatOptions = {}): string {
  return write(ast, options)
}

const ATOMS = new Set<Ast['kind']>([
  'number',
  'text',
  'boolean',
  'null',
  'at',
  'name',
  'path',
  'call',
  'list',
  'context',
  'filter',
  'input',
])

/** A part that may need parentheses. */
function inner(ast: Ast, options: FormatOptions): string {
  const text = write(ast, options)
  const bare = ATOMS.has(ast.kind) && !text.startsWith('if ') && !text.startsWith('-')
  return bare || /^\((?:[^()]|\([^()]*\))*\)$/.test(text) ? text : `(${text})`
}

function write(ast: Ast, options: FormatOptions): string {
  const sub = (part: Ast): string => inner(part, options)
  const meaning = options.form !== 'plain'
  switch (ast.kind) {
    case 'number':
      return formatNumber(ast.value)
    case 'text':
      return quote(ast.value)
    case 'boolean':
      return String(ast.value)
    case 'null':
      return 'null'
    case 'at':
      return `@${quote(ast.text)}`
    case 'input':
      return '?'
    case 'name':
      return ast.name
    case 'path':
      return `${sub(ast.of)}.${ast.name}`
    case 'negate':
      return `-${sub(ast.of)}`
    case 'arithmetic':
      return `${sub(ast.left)} ${ast.op} ${sub(ast.right)}`
    case 'call':
      return meaning && isStrictAggregate(ast) ? aggregate(ast, options) : call(ast, options)
    case 'compare':
      if (!meaning || !ast.strict) return `${sub(ast.left)} ${ast.op} ${sub(ast.right)}`
      if (ast.knownPart) return compareKnownPart(ast, options)
      return strictCompare(ast.op, ast.left, ast.right, options)
    case 'isNull': {
      if (meaning && options.isUnknown && isUnknownField(ast.of, options)) return 'null'
      return `${sub(ast.of)} ${ast.negated ? '!=' : '='} null`
    }
    case 'logic':
      return ast.parts.map(sub).join(` ${ast.op} `)
    case 'between':
      if (!meaning || !ast.strict) return `${sub(ast.of)} between ${sub(ast.low)} and ${sub(ast.high)}`
      return `(${strictCompare('>=', ast.of, ast.low, options)}) and (${strictCompare('<=', ast.of, ast.high, options)})`
    case 'in':
      if (!meaning || !ast.strict)
        return `${sub(ast.of)} in (${ast.tests.map((test) => write(test, options)).join(', ')})`
      return strictIn(ast.of, ast.tests, options)
    case 'test':
      return `${ast.op} ${sub(ast.operand)}`
    case 'range':
      return `${ast.lowClosed ? '[' : '('}${sub(ast.low)}..${sub(ast.high)}${ast.highClosed ? ']' : ')'}`
    case 'if': {
      const plain = `if ${write(ast.condition, options)} then ${sub(ast.then)} else ${sub(ast.otherwise)}`
      return meaning && ast.strict ? `if ${sub(ast.condition)} = null then null else (${plain})` : plain
    }
    case 'quantified':
      return meaning
        ? quantified(ast, options)
        : `${ast.quantifier} ${iterators(ast.iterators, options)} satisfies ${write(ast.satisfies, options)}`
    case 'for':
      return `for ${iterators(ast.iterators, options)} return ${write(ast.body, options)}`
    case 'filter': {
      if (!meaning || !ast.strict) return `${sub(ast.of)}[${write(ast.condition, options)}]`
      return guarded(incompleteness(ast, options), knownRows(ast, options))
    }
    case 'list':
      return `[${ast.items.map((item) => write(item, options)).join(', ')}]`
    case 'context':
      return `{${ast.entries.map(({ key, value }) => `${quote(key)}: ${write(value, options)}`).join(', ')}}`
    case 'function':
      return `function(${ast.params.join(', ')}) ${write(ast.body, options)}`
    case 'instanceOf':
      return `${sub(ast.of)} instance of ${ast.type}`
  }
}

function call(ast: CallAst, options: FormatOptions): string {
  const args = ast.args.map((arg, i) => {
    const text = write(arg, options)
    const name = ast.argNames?.[i]
    return name === undefined ? text : `${name}: ${text}`
  })
  return `${ast.name}(${args.join(', ')})`
}

function iterators(list: readonly Iterator[], options: FormatOptions): string {
  return list
    .map(
      ({ name, in: of, end }) => `${name} in ${inner(of, options)}${end ? `..${inner(end, options)}` : ''}`,
    )
    .join(', ')
}

function isUnknownField(ast: Ast, options: FormatOptions): boolean {
  const parts: string[] = []
  let at: Ast = ast
  while (at.kind === 'path') {
    parts.unshift(at.name)
    at = at.of
  }
  if (at.kind !== 'name') return false
  return options.isUnknown?.([at.name, ...parts].join('.')) === true
}

function strictCompare(op: CompareOp, left: Ast, right: Ast, options: FormatOptions): string {
  const tests = [left, right]
    .filter((side) => !isLiteral(side))
    .map((side) => `${inner(side, options)} = null`)
  const plain = `${inner(left, options)} ${op} ${inner(right, options)}`
  return guarded(tests, plain)
}

function guarded(nullTests: readonly string[], plain: string): string {
  return nullTests.length === 0 ? plain : `if ${nullTests.join(' or ')} then null else ${plain}`
}

function isLiteral(ast: Ast): boolean {
  return ast.kind === 'number' || ast.kind === 'text' || ast.kind === 'boolean'
}

function strictIn(of: Ast, tests: readonly Ast[], options: FormatOptions): string {
  const all = tests.flatMap((test) => (test.kind === 'list' ? test.items : [test]))
  const parts = all.map((test) => {
    if (test.kind === 'test') return strictCompare(test.op, of, test.operand, options)
    if (test.kind === 'null') return `${inner(of, options)} = null`
    if (test.kind === 'range') {
      const low = strictCompare(test.lowClosed ? '>=' : '>', of, test.low, options)
      return `(${low}) and (${strictCompare(test.highClosed ? '<=' : '<', of, test.high, options)})`
    }
    if (isLiteral(test) || test.kind === 'at') return strictCompare('=', of, test, options)
    return `if ${inner(of, options)} = null or ${inner(test, options)} = null then null else ${inner(of, options)} in ${inner(test, options)}`
  })
  return parts.length === 1 ? (parts[0] ?? '') : parts.map((part) => `(${part})`).join(' or ')
}

/* --- lists of related rows: what is known of them, and when something may be missing --- */

/** The list without its own null guard: rows that the strict filters on the way keep. */
function knownRows(ast: Ast, options: FormatOptions): string {
  // written as a comparison: some interpreters look for an item's fields only there
  if (ast.kind === 'filter' && ast.strict)
    return `${knownRows(ast.of, options)}[(${write(ast.condition, options)}) = true]`
  if (ast.kind === 'path') return `${knownRows(ast.of, options)}.${ast.name}`
  return inner(ast, options)
}

/** Conditions under which the rows of the list cannot be told: no such relation, a filter that is null for a row. */
function incompleteness(ast: Ast, options: FormatOptions): string[] {
  if (ast.kind === 'path') return incompleteness(ast.of, options)
  if (ast.kind === 'filter' && ast.strict) {
    return [
      ...incompleteness(ast.of, options),
      `count(${knownRows(ast.of, options)}[(${write(ast.condition, options)}) = null]) > 0`,
    ]
  }
  return ast.kind === 'name' ? [`${inner(ast, options)} = null`] : []
}

function isStrictAggregate(ast: CallAst): boolean {
  const kind = ast.args[0]?.kind
  return (
    AGGREGATES.has(ast.name) &&
    ast.args.length === 1 &&
    (kind === 'name' || kind === 'path' || kind === 'filter')
  )
}

const AGGREGATES = new Set(['sum', 'count', 'max', 'min', 'mean'])

/** Null where an item is; an empty list of related rows has sum 0. */
function aggregate(ast: CallAst, options: FormatOptions): string {
  const [list] = ast.args
  if (!list) return call(ast, options)
  const rows = knownRows(list, options)
  return `(${guarded([...incompleteness(list, options), ...nullItems(ast, list, options)], reduced(ast, rows))})`
}

/** Asked of the rows rather than of `item` where it can be: some interpreters lose an item that is null. */
function nullItems(ast: CallAst, list: Ast, options: FormatOptions): string[] {
  if (ast.name === 'count') return []
  const nulls =
    list.kind === 'path'
      ? `${knownRows(list.of, options)}[${list.name} = null]`
      : `${knownRows(list, options)}[item = null]`
  return [`count(${nulls}) > 0`]
}

/** The items that are not null. */
function knownItems(list: Ast, options: FormatOptions): string {
  if (list.kind === 'path') return `${knownRows(list.of, options)}[${list.name} != null].${list.name}`
  return `${knownRows(list, options)}[item != null]`
}

function reduced(ast: CallAst, rows: string): string {
  if (ast.name === 'sum') return `(if count(${rows}) = 0 then 0 else sum(${rows}))`
  return ast.name === 'count'
    ? `count(${rows})`
    : `(if count(${rows}) = 0 then null else ${ast.name}(${rows}))`
}

/** The known part decides where it can, else null. */
function compareKnownPart(ast: Extract<Ast, { kind: 'compare' }>, options: FormatOptions): string {
  const { op, left, right } = ast
  const [list] = left.kind === 'call' ? left.args : []
  if (left.kind !== 'call' || !list) return strictCompare(op, left, right, options)
  const limit = inner(right, options)
  const missing = [...incompleteness(list, options), ...nullItems(left, list, options)]
  const rows = knownRows(list, options)
  const known = left.name === 'count' ? rows : knownItems(list, options)
  const grows = left.name !== 'min'
  const wanted = (op === '>' || op === '>=') === grows
  const partly = strictKnown(op, reduced(left, known), limit)
  const bound = left.name === 'sum' ? `(every known in ${known} satisfies known >= 0) and ` : ''
  const nullRelation = relationIsNull(list, options)
  const part = `if ${bound}(${partly}) = ${wanted} then ${wanted} else null`
  const whole = strictKnown(op, reduced(left, rows), limit)
  const text = missing.length === 0 ? whole : `if ${missing.join(' or ')} then (${part}) else (${whole})`
  return nullRelation === null ? text : `if ${nullRelation} then null else (${text})`
}

function strictKnown(op: CompareOp, value: string, limit: string): string {
  const tests = /^\d/.test(limit) ? `${value} = null` : `${value} = null or ${limit} = null`
  return `if ${tests} then null else ${value} ${op} ${limit}`
}

function relationIsNull(ast: Ast, options: FormatOptions): string | null {
  if (ast.kind === 'path' || ast.kind === 'filter') return relationIsNull(ast.of, options)
  return ast.kind === 'name' ? `${inner(ast, options)} = null` : null
}

/** some is true where a known row proves it, every false where one disproves it, though others are in doubt. */
function quantified(ast: Extract<Ast, { kind: 'quantified' }>, options: FormatOptions): string {
  const [first, ...rest] = ast.iterators
  if (!first) return write(ast.satisfies, options)
  const body =
    rest.length === 0 ? write(ast.satisfies, options) : quantified({ ...ast, iterators: rest }, options)
  const some = ast.quantifier === 'some'
  const end = first.end ? `..${inner(first.end, options)}` : ''
  // DMN defines the quantifiers by any and all; interpreters keep null there better than in the quantifiers themselves
  const loop = `${some ? 'any' : 'all'}(for ${first.name} in ${knownRows(first.in, options)}${end} return ${body})`
  const missing = incompleteness(first.in, options)
  if (missing.length === 0) return loop
  const nullRelation = relationIsNull(first.in, options)
  const doubts = missing.filter((test) => test !== nullRelation)
  const text =
    doubts.length === 0
      ? loop
      : `(${loop}) ${some ? 'or' : 'and'} (if ${doubts.join(' or ')} then null else ${some ? 'false' : 'true'})`
  return nullRelation === null ? text : `if ${nullRelation} then null else (${text})`
}
