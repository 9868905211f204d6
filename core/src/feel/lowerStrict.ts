import type { Ast, CallAst, CompareOp, Iterator } from './ast.ts'

const AGGREGATES = new Set(['sum', 'count', 'max', 'min'])

/**
 * The strict-null form in which rules run: `=`, `!=`, `in`, `between`, filters and `if` give null where what they needed
 * is null (a blank or unknown cell is "cannot tell"), except against the literal `null`. Idempotent.
 *
 * - `x = null` becomes an `isNull` node: true for blank, null for unknown.
 * - `in` becomes the ternary `or` of its tests, `between` the ternary `and` of its ends, as SQL has them.
 * - A comparison of `sum`, `count`, `max` or `min` with something is also true where the known part decides it.
 */
export function lowerStrict(ast: Ast): Ast {
  switch (ast.kind) {
    case 'compare':
      return lowerCompare(ast.op, lowerStrict(ast.left), lowerStrict(ast.right), ast)
    case 'between':
      return {
        ...ast,
        of: lowerStrict(ast.of),
        low: lowerStrict(ast.low),
        high: lowerStrict(ast.high),
        strict: true,
      }
    case 'in':
      return { ...ast, of: lowerStrict(ast.of), tests: ast.tests.map(lowerStrict), strict: true }
    case 'filter':
      return { ...ast, of: lowerStrict(ast.of), condition: lowerStrict(ast.condition), strict: true }
    case 'if':
      return {
        ...ast,
        condition: lowerStrict(ast.condition),
        then: lowerStrict(ast.then),
        otherwise: lowerStrict(ast.otherwise),
        strict: true,
      }
    case 'path':
    case 'negate':
    case 'instanceOf':
    case 'isNull':
      return { ...ast, of: lowerStrict(ast.of) }
    case 'call':
      return { ...ast, args: ast.args.map(lowerStrict) }
    case 'arithmetic':
      return { ...ast, left: lowerStrict(ast.left), right: lowerStrict(ast.right) }
    case 'logic':
      return { ...ast, parts: ast.parts.map(lowerStrict) }
    case 'test':
      return { ...ast, operand: lowerStrict(ast.operand) }
    case 'range':
      return { ...ast, low: lowerStrict(ast.low), high: lowerStrict(ast.high) }
    case 'quantified':
      return { ...ast, iterators: ast.iterators.map(lowerIterator), satisfies: lowerStrict(ast.satisfies) }
    case 'for':
      return { ...ast, iterators: ast.iterators.map(lowerIterator), body: lowerStrict(ast.body) }
    case 'list':
      return { ...ast, items: ast.items.map(lowerStrict) }
    case 'context':
      return { ...ast, entries: ast.entries.map(({ key, value }) => ({ key, value: lowerStrict(value) })) }
    case 'function':
      return { ...ast, body: lowerStrict(ast.body) }
    case 'number':
    case 'text':
    case 'boolean':
    case 'null':
    case 'at':
    case 'name':
    case 'input':
      return ast
  }
}

function lowerIterator(iterator: Iterator): Iterator {
  const lowered = { ...iterator, in: lowerStrict(iterator.in) }
  return iterator.end ? { ...lowered, end: lowerStrict(iterator.end) } : lowered
}

const MIRROR: Readonly<Record<CompareOp, CompareOp>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

function lowerCompare(op: CompareOp, left: Ast, right: Ast, span: { from: number; to: number }): Ast {
  const { from, to } = span
  if ((op === '=' || op === '!=') && (right.kind === 'null' || left.kind === 'null')) {
    return { kind: 'isNull', of: right.kind === 'null' ? left : right, negated: op === '!=', from, to }
  }
  const ordered = op !== '=' && op !== '!='
  if (ordered && isAggregate(right) && !isAggregate(left)) {
    return {
      kind: 'compare',
      op: MIRROR[op],
      left: right,
      right: left,
      strict: true,
      knownPart: true,
      from,
      to,
    }
  }
  if (ordered && isAggregate(left))
    return { kind: 'compare', op, left, right, strict: true, knownPart: true, from, to }
  return { kind: 'compare', op, left, right, strict: true, from, to }
}

/** A call over one list that depends on related rows (a name, path or filter); over written-out numbers nothing is partly known. */
function isAggregate(ast: Ast): ast is CallAst {
  if (ast.kind !== 'call' || !AGGREGATES.has(ast.name) || ast.args.length !== 1) return false
  const kind = ast.args[0]?.kind
  return kind === 'name' || kind === 'path' || kind === 'filter'
}
