import type { parser } from 'lezer-feel'

import type { ArithmeticOp, CompareOp } from '../ast.ts'
import { messages } from '../messages.ts'
import type { FeelError } from '../types.ts'

/** A node of the parser's tree. */
export type Node = ReturnType<typeof parser.parse>['topNode']

const COMPARE = new Set(['=', '!=', '<', '<=', '>', '>='])
const ARITHMETIC = new Set(['+', '-', '*', '/', '**'])

/** Something in the tree that we do not take, with its place. */
export class Refusal extends Error {
  readonly error: FeelError
  constructor(error: FeelError) {
    super(error.message)
    this.error = error
  }
}

/** Children but for comments. */
export function childNodes(node: Node): Node[] {
  const found: Node[] = []
  for (let k = node.firstChild; k; k = k.nextSibling) {
    if (k.name !== 'LineComment' && k.name !== 'BlockComment') found.push(k)
  }
  return found
}

/** Keywords and signs have lower-case or sign names; `null` and `?` are values where `values` says so. */
export function isToken(node: Node, values = false): boolean {
  if (values && (node.name === 'null' || node.name === '?')) return false
  return !/^[A-Z]/.test(node.name)
}

export function need(node: Node | undefined, parent: Node): Node {
  return node ?? fail(parent)
}

export function fail(node: Node, what?: string): never {
  const message = what === undefined ? messages.syntax('') : messages.unsupported(what)
  throw new Refusal({
    code: what === undefined ? 'syntax' : 'unsupported',
    message,
    from: node.from,
    to: node.to,
  })
}

export function isCompareOp(text: string): text is CompareOp {
  return COMPARE.has(text)
}

export function isArithmeticOp(text: string): text is ArithmeticOp {
  return ARITHMETIC.has(text)
}
