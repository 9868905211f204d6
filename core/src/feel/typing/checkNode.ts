import type { Ast, CallAst, PathAst } from '../ast.ts'
import { partNames, partOf } from '../functions/dates.ts'
import { messages } from '../messages.ts'
import type { FeelType, Scope } from '../types.ts'
import { namesZone, parseAt } from '../values/parseTemporal.ts'
import { checkCall } from './checkCall.ts'
import type { Checker } from './checker.ts'
import { union } from './checker.ts'
import { checkIn } from './checkIn.ts'
import { checkFilter, checkFor, checkPathOverList, checkQuantified } from './checkLists.ts'
import { arithmetic, compare, logic, negate } from './checkOperators.ts'
import type { Typed } from './typed.ts'

/** Types one node and what is below it. */
export function checkNode(checker: Checker, ast: Ast): Typed {
  switch (ast.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return checker.constant(ast, ast.value)
    case 'null':
      return checker.constant(ast, null)
    case 'at':
      return checkAt(checker, ast.text, ast)
    case 'name':
      return checker.name(ast, ast.name)
    case 'input':
      return checker.name(ast, '?')
    case 'path':
      return checkPath(checker, ast)
    case 'call':
      return ast.name === 'not' ? checkNot(checker, ast) : checkCall(checker, ast)
    case 'negate':
      return negate(checker, ast, checkNode(checker, ast.of))
    case 'arithmetic':
      return arithmetic(checker, ast, ast.op, checkNode(checker, ast.left), checkNode(checker, ast.right))
    case 'compare': {
      const flags = { strict: ast.strict === true, knownPart: ast.knownPart === true }
      return compare(checker, ast, ast.op, checkNode(checker, ast.left), checkNode(checker, ast.right), flags)
    }
    case 'isNull': {
      const of = checkNode(checker, ast.of)
      return { kind: 'isNull', of, negated: ast.negated, type: 'boolean', levels: of.levels, ast }
    }
    case 'logic':
      return logic(
        checker,
        ast,
        ast.op,
        ast.parts.map((part) => checkNode(checker, part)),
      )
    case 'between': {
      const of = checkNode(checker, ast.of)
      const flags = { strict: ast.strict === true, knownPart: false }
      const low = compare(checker, ast, '>=', of, checkNode(checker, ast.low), flags)
      return logic(checker, ast, 'and', [
        low,
        compare(checker, ast, '<=', of, checkNode(checker, ast.high), flags),
      ])
    }
    case 'in':
      return checkIn(checker, ast)
    case 'if':
      return checkIf(checker, ast)
    case 'filter':
      return checkFilter(checker, ast)
    case 'quantified':
      return checkQuantified(checker, ast)
    case 'for':
      return checkFor(checker, ast)
    case 'list': {
      const items = ast.items.map((item) => checkNode(checker, item))
      const [first] = items
      const same = first !== undefined && items.every((item) => item.type === first.type) ? first.type : 'any'
      const element = { kind: 'value', type: same === 'list' ? 'any' : same } as const
      return { kind: 'list', items, element, type: 'list', levels: union(items), ast }
    }
    case 'context':
      return checkContext(checker, ast)
    case 'range': {
      if (!checker.plain)
        return checker.fail('unsupported', ast, messages.unsupported(messages.features.rangeAsValue))
      const low = checkNode(checker, ast.low)
      const high = checkNode(checker, ast.high)
      const { lowClosed, highClosed } = ast
      return {
        kind: 'range',
        low,
        high,
        lowClosed,
        highClosed,
        type: 'range',
        levels: union([low, high]),
        ast,
      }
    }
    case 'test':
      return checkTestValue(checker, ast)
    case 'function':
      return checker.fail('unsupported', ast, messages.unsupported(messages.features.functionLiteral))
    case 'instanceOf':
      return checkInstanceOf(checker, ast)
  }
}

/** `(< 5)` as a value: a range open on one side. */
function checkTestValue(checker: Checker, ast: Extract<Ast, { kind: 'test' }>): Typed {
  const { op } = ast
  if (!checker.plain || op === '=' || op === '!=') {
    return checker.fail('unsupported', ast, messages.unsupported(messages.features.rangeAsValue))
  }
  const limit = checkNode(checker, ast.operand)
  const none = checker.constant(ast, null)
  const below = op === '<' || op === '<='
  const closed = op === '<=' || op === '>='
  const ends = below
    ? { low: none, high: limit, open: 'low' as const }
    : { low: limit, high: none, open: 'high' as const }
  return {
    kind: 'range',
    ...ends,
    lowClosed: !below && closed,
    highClosed: below && closed,
    type: 'range',
    levels: limit.levels,
    ast,
  }
}

function checkAt(checker: Checker, text: string, ast: Ast): Typed {
  if (namesZone(text)) return checker.fail('unsupported', ast, messages.unsupported(messages.features.zone))
  const value = parseAt(text)
  if (value === null) return checker.fail('badDate', ast, messages.badDate(text))
  return checker.constant(ast, value)
}

function checkNot(checker: Checker, ast: CallAst): Typed {
  const [arg] = ast.args
  if (!arg || ast.args.length !== 1) {
    return checker.fail('argumentCount', ast, messages.argumentCount('not', '1 个', ast.args.length))
  }
  const of = checkNode(checker, arg)
  checker.needBoolean(of)
  return { kind: 'not', of, type: 'boolean', levels: of.levels, ast }
}

/** Static types of the parts of dates and durations; what a wider type has is known when run. */
const PART_TYPES: Readonly<Partial<Record<FeelType, readonly string[]>>> = {
  date: ['year', 'month', 'day', 'weekday'],
  days: ['days', 'hours', 'minutes', 'seconds'],
  months: ['years', 'months'],
}

function checkPath(checker: Checker, ast: PathAst): Typed {
  const group = groupPath(checker, ast)
  if (group) return group
  const of = checkNode(checker, ast.of)
  if (of.kind === 'oneRow') {
    const binding = of.scope.lookup(ast.name)
    if (binding) return checker.bound(ast, ast.name, binding, of.level, [], of.name)
    return unknownMember(checker, ast, of.name, of.scope.names())
  }
  if (of.kind === 'item' && of.scope) {
    const binding = of.scope.lookup(ast.name)
    if (binding) return checker.bound(ast, ast.name, binding, of.level, [])
    return unknownMember(checker, ast, of.name, of.scope.names())
  }
  if (of.element?.kind === 'row') return checkPathOverList(checker, ast, of, of.element)
  if (of.kind === 'const') {
    const part = partOf(of.value, ast.name)
    if (part !== undefined) return checker.constant(ast, part)
  }
  const parts = PART_TYPES[of.type]
  if (parts?.includes(ast.name))
    return { kind: 'member', of, name: ast.name, type: 'number', levels: of.levels, ast }
  if (!checker.plain && (parts || of.type === 'number' || of.type === 'text' || of.type === 'boolean')) {
    return checker.fail(
      'noMember',
      ast,
      messages.noMember(messages.typeName[of.type], ast.name),
      checker.hint(ast.name, partNames),
    )
  }
  return { kind: 'member', of, name: ast.name, type: 'any', levels: of.levels, ast }
}

function unknownMember(checker: Checker, ast: PathAst, of: string, names: readonly string[]): Typed {
  return checker.fail('unknownName', ast, messages.unknownMember(ast.name, of), checker.hint(ast.name, names))
}

/** `参数.首次检查天数`: null where the path does not begin with a group. */
function groupPath(checker: Checker, ast: PathAst): Typed | null {
  if (checker.plain) return null
  const names: string[] = []
  let start: Ast = ast
  while (start.kind === 'path') {
    names.unshift(start.name)
    start = start.of
  }
  if (
    start.kind !== 'name' ||
    checker.locals.some((local) => local.kind !== 'implicit' && local.name === start.name)
  )
    return null
  const groups = [start.name]
  let binding = checker.scope.lookup(start.name)
  if (binding?.kind !== 'group') return null
  for (const name of names) {
    if (binding?.kind !== 'group') return null
    const scope: Scope = binding.scope
    binding = scope.lookup(name)
    if (!binding) return unknownMember(checker, ast, groups.join('.'), scope.names())
    if (binding.kind !== 'group') {
      if (name !== names.at(-1)) return null
      return checker.bound(ast, name, binding, 0, groups)
    }
    groups.push(name)
  }
  return checker.fail('groupNotValue', ast, messages.groupNotValue(groups.join('.')))
}

function checkIf(checker: Checker, ast: Extract<Ast, { kind: 'if' }>): Typed {
  const condition = checkNode(checker, ast.condition)
  checker.needBoolean(condition)
  const then = checkNode(checker, ast.then)
  const otherwise = checkNode(checker, ast.otherwise)
  const type = commonType(then.type, otherwise.type)
  if (type === null && !checker.plain) {
    const message = messages.branchTypes(messages.typeName[then.type], messages.typeName[otherwise.type])
    return checker.fail('branchTypes', ast, message)
  }
  const element = then.element ?? otherwise.element
  if (element?.kind === 'row') return checker.fail('rowNotValue', ast, messages.rowNotValue(element.name))
  const strict = ast.strict === true
  const levels = union([condition, then, otherwise])
  return {
    kind: 'if',
    condition,
    then,
    otherwise,
    strict,
    type: type ?? 'any',
    ...(type === 'list' ? { element: { kind: 'value', type: 'any' } as const } : {}),
    levels,
    ast,
  }
}

export function commonType(a: FeelType, b: FeelType): FeelType | null {
  if (a === b || b === 'null') return a
  if (a === 'null') return b
  return a === 'any' || b === 'any' ? 'any' : null
}

function checkContext(checker: Checker, ast: Extract<Ast, { kind: 'context' }>): Typed {
  const entries: { key: string; value: Typed }[] = []
  const before = checker.locals.length
  for (const entry of ast.entries) {
    const value = checkNode(checker, entry.value)
    if (entries.some((other) => other.key === entry.key)) {
      checker.locals.length = before
      return checker.fail('duplicateKey', ast, messages.noMember(messages.typeName.context, entry.key))
    }
    entries.push({ key: entry.key, value })
    checker.locals.push({ kind: 'let', name: entry.key, value })
  }
  checker.locals.length = before
  return {
    kind: 'context',
    entries,
    type: 'context',
    levels: union(entries.map((entry) => entry.value)),
    ast,
  }
}

const INSTANCE_TYPES = new Set([
  'number', 'string', 'boolean', 'date', 'time', 'date and time', 'days and time duration', 'years and months duration', 'Any', 'Null',
]) // prettier-ignore

function checkInstanceOf(checker: Checker, ast: Extract<Ast, { kind: 'instanceOf' }>): Typed {
  const of = checkNode(checker, ast.of)
  if (!INSTANCE_TYPES.has(ast.type))
    return checker.fail('unsupported', ast, messages.unsupported(messages.features.instanceOf(ast.type)))
  return { kind: 'instanceOf', of, name: ast.type, type: 'boolean', levels: of.levels, ast }
}
