import { type Ast, childrenOf, type CompareOp } from '@postloan/core/feel'

const flipped: Readonly<Record<CompareOp, CompareOp>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '=': '!=',
  '!=': '=',
}

/** The expression with its `nth` operator (comparison, and/or, null test) turned into its neighbour; undefined past the last. */
export function flipOperator(ast: Ast, nth: number): Ast | undefined {
  let seen = -1
  const walk = (node: Ast): Ast => {
    const here = isOperator(node) ? ++seen === nth : false
    const inner = mapChildren(node, walk)
    return here ? flip(inner) : inner
  }
  const mutated = walk(ast)
  return seen >= nth ? mutated : undefined
}

export function countOperators(ast: Ast): number {
  return childrenOf(ast).reduce((sum, child) => sum + countOperators(child), isOperator(ast) ? 1 : 0)
}

function isOperator(node: Ast): boolean {
  return node.kind === 'compare' || node.kind === 'logic' || node.kind === 'isNull'
}

function flip(node: Ast): Ast {
  if (node.kind === 'compare') return { ...node, op: flipped[node.op] }
  if (node.kind === 'logic') return { ...node, op: node.op === 'and' ? 'or' : 'and' }
  if (node.kind === 'isNull') return { ...node, negated: !node.negated }
  return node
}

/** The node with each direct part replaced, for the kinds of node that rules are made of. */
export function mapChildren(node: Ast, map: (child: Ast) => Ast): Ast {
  switch (node.kind) {
    case 'compare':
    case 'arithmetic':
      return { ...node, left: map(node.left), right: map(node.right) }
    case 'logic':
      return { ...node, parts: node.parts.map(map) }
    case 'isNull':
    case 'negate':
    case 'path':
      return { ...node, of: map(node.of) }
    case 'call':
      return { ...node, args: node.args.map(map) }
    case 'in':
      return { ...node, of: map(node.of), tests: node.tests.map(map) }
    case 'if':
      return { ...node, condition: map(node.condition), then: map(node.then), otherwise: map(node.otherwise) }
    case 'quantified':
      return {
        ...node,
        iterators: node.iterators.map((one) => ({ ...one, in: map(one.in) })),
        satisfies: map(node.satisfies),
      }
    case 'list':
      return { ...node, items: node.items.map(map) }
    case 'for':
      return {
        ...node,
        iterators: node.iterators.map((one) => ({ ...one, in: map(one.in) })),
        body: map(node.body),
      }
    case 'test':
      return { ...node, operand: map(node.operand) }
    case 'range':
      return { ...node, low: map(node.low), high: map(node.high) }
    case 'between':
      return { ...node, of: map(node.of), low: map(node.low), high: map(node.high) }
    case 'filter':
      return { ...node, of: map(node.of), condition: map(node.condition) }
    default:
      return node
  }
}
