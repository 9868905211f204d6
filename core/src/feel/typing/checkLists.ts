import type { Ast, FilterAst, ForAst, Iterator, PathAst, QuantifiedAst } from '../ast.ts'
import { messages } from '../messages.ts'
import type { FeelType } from '../types.ts'
import type { Checker } from './checker.ts'
import type { Element, Typed } from './typed.ts'

/** Bits of the levels below `level`: what a loop depends on once its own item is taken out. */
function below(levels: number, level: number): number {
  return levels & ((1 << level) - 1)
}

/** `押品.最新估值`: the field of every row. */
export function checkPathOverList(
  checker: Checker,
  ast: PathAst,
  of: Typed,
  element: Extract<Element, { kind: 'row' }>,
): Typed {
  const binding = element.scope.lookup(ast.name)
  if (!binding) {
    return checker.fail(
      'unknownName',
      ast,
      messages.unknownMember(ast.name, element.name),
      checker.hint(ast.name, element.scope.names()),
    )
  }
  const level = checker.nextLevel++
  const body = checker.bound(ast, ast.name, binding, level, [])
  return mapOf(ast, of, level, body, body.element?.kind === 'row')
}

function mapOf(ast: Ast, of: Typed, level: number, body: Typed, flat: boolean): Typed {
  const element: Element = flat && body.element ? body.element : elementOf(body)
  return {
    kind: 'map',
    of,
    level,
    body,
    flat,
    element,
    type: 'list',
    levels: of.levels | below(body.levels, level),
    ast,
  }
}

function elementOf(body: Typed): Element {
  return body.element
    ? { kind: 'value', type: body.type, element: body.element }
    : { kind: 'value', type: body.type }
}

function elementsOf(list: Typed): Element {
  return list.element ?? { kind: 'value', type: list.type === 'list' ? 'any' : list.type }
}

export function checkFilter(checker: Checker, ast: FilterAst): Typed {
  const of = checker.check(ast.of)
  const element = elementsOf(of)
  if (!checker.plain && of.type !== 'list' && of.type !== 'any') {
    return checker.fail('needList', ast.of, messages.needList(messages.typeName[of.type]))
  }
  const level = checker.nextLevel++
  const condition = checker.with({ kind: 'implicit', level, element }, () => checker.check(ast.condition))
  if (condition.type === 'number' || (condition.type === 'any' && (condition.levels & (1 << level)) === 0)) {
    if (element.kind === 'row')
      return checker.fail(
        'unsupported',
        ast,
        messages.unsupported(`${element.name}[${messages.typeName.number}]`),
      )
    const levels = of.levels | condition.levels
    return {
      kind: 'index',
      of,
      at: condition,
      type: element.type === 'list' ? 'any' : element.type,
      levels,
      ast,
    }
  }
  checker.needBoolean(condition)
  const levels = of.levels | below(condition.levels, level)
  return {
    kind: 'filter',
    of,
    level,
    condition,
    strict: ast.strict === true,
    element,
    type: 'list',
    levels,
    ast,
  }
}

/** The list an iterator runs over; `1..3` is a series. */
function iterated(checker: Checker, iterator: Iterator): Typed {
  const start = checker.check(rangeStart(iterator))
  const endAst = iterator.end ?? (iterator.in.kind === 'range' ? iterator.in.high : undefined)
  if (!endAst) {
    if (!checker.plain && start.type !== 'list' && start.type !== 'any') {
      checker.fail('needList', iterator.in, messages.needList(messages.typeName[start.type]))
    }
    return start
  }
  if (!checker.plain)
    return checker.fail('unsupported', iterator.in, messages.unsupported(messages.features.rangeAsValue))
  const end = checker.check(endAst)
  const type: FeelType = start.type === 'number' || start.type === 'date' ? start.type : 'any'
  return {
    kind: 'series',
    start,
    end,
    element: { kind: 'value', type },
    type: 'list',
    levels: start.levels | end.levels,
    ast: iterator.in,
  }
}

function rangeStart(iterator: Iterator): Ast {
  return iterator.in.kind === 'range' && iterator.in.lowClosed && iterator.in.highClosed
    ? iterator.in.low
    : iterator.in
}

/** Several iterators are loops inside each other: the later may use the earlier. */
export function checkQuantified(checker: Checker, ast: QuantifiedAst, at = 0): Typed {
  const iterator = ast.iterators[at]
  if (!iterator) {
    const body = checker.check(ast.satisfies)
    checker.needBoolean(body)
    return body
  }
  const of = iterated(checker, iterator)
  const level = checker.nextLevel++
  const local = { kind: 'iterator', name: iterator.name, level, element: elementsOf(of) } as const
  const body = checker.with(local, () => checkQuantified(checker, ast, at + 1))
  const levels = of.levels | below(body.levels, level)
  return { kind: 'quantified', quantifier: ast.quantifier, of, level, body, type: 'boolean', levels, ast }
}

export function checkFor(checker: Checker, ast: ForAst, at = 0): Typed {
  const iterator = ast.iterators[at]
  if (!iterator) return checker.check(ast.body)
  const of = iterated(checker, iterator)
  const level = checker.nextLevel++
  const local = { kind: 'iterator', name: iterator.name, level, element: elementsOf(of) } as const
  const last = at === ast.iterators.length - 1
  const body = checker.with(local, () =>
    mentionsPartial(ast) ? refusePartial(checker, ast) : checkFor(checker, ast, at + 1),
  )
  return mapOf(ast, of, level, body, !last)
}

function mentionsPartial(ast: ForAst): boolean {
  return ast.body.kind === 'name' && ast.body.name === 'partial'
}

function refusePartial(checker: Checker, ast: ForAst): Typed {
  return checker.fail('unsupported', ast, messages.unsupported('partial'))
}
