import type { Ast, InAst } from '../ast.ts'
import type { Checker } from './checker.ts'
import { compare, logic } from './checkOperators.ts'
import type { Typed } from './typed.ts'

/** `x in (…)`: the disjunction of its tests. */
export function checkIn(checker: Checker, ast: InAst): Typed {
  const of = checker.check(ast.of)
  const strict = ast.strict === true
  const flags = { strict, knownPart: false }
  const tests = ast.tests.flatMap((test) => (strict && test.kind === 'list' ? test.items : [test]))
  const parts = tests.map((test): Typed => {
    if (test.kind === 'test') return compare(checker, test, test.op, of, checker.check(test.operand), flags)
    if (test.kind === 'range') {
      const low = compare(checker, test, test.lowClosed ? '>=' : '>', of, checker.check(test.low), flags)
      const high = compare(checker, test, test.highClosed ? '<=' : '<', of, checker.check(test.high), flags)
      return logic(checker, test, 'and', [low, high])
    }
    if (strict && test.kind === 'null')
      return { kind: 'isNull', of, negated: false, type: 'boolean', levels: of.levels, ast: test }
    const node = checker.with({ kind: 'let', name: '?', value: of }, () => checker.check(test))
    const simple =
      node.type !== 'any' && node.type !== 'list' && node.type !== 'range' && node.type !== 'null'
    if (usesInput(test)) return node
    if (simple && of.type !== 'any' && of.type !== 'list') return compare(checker, test, '=', of, node, flags)
    const levels = of.levels | node.levels
    return { kind: 'inTest', of, test: node, strict, type: 'boolean', levels, ast: test }
  })
  const [only] = parts
  return only && parts.length === 1 ? { ...only, ast } : logic(checker, ast, 'or', parts)
}

function usesInput(ast: Ast): boolean {
  if (ast.kind === 'input') return true
  if (ast.kind === 'compare') return usesInput(ast.left) || usesInput(ast.right)
  if (ast.kind === 'logic') return ast.parts.some(usesInput)
  if (ast.kind === 'call') return ast.args.some(usesInput)
  if (ast.kind === 'arithmetic') return usesInput(ast.left) || usesInput(ast.right)
  return 'of' in ast ? usesInput(ast.of) : false
}
