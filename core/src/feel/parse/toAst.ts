import type { Ast, Iterator } from '../ast.ts'
import { messages } from '../messages.ts'
import type { FeelError } from '../types.ts'
import { unquote } from './literals.ts'
import {
  childNodes,
  fail,
  isArithmeticOp,
  isCompareOp,
  isToken,
  need,
  Refusal,
  type Node,
} from './treeNodes.ts'

/** The parse tree as our own tree; null when it holds something we refuse (told in `errors`). */
export function toAst(
  top: Node,
  source: string,
  spelling: ReadonlyMap<string, string>,
  errors: FeelError[],
): Ast | null {
  const only = childNodes(top)[0]
  if (!only) {
    errors.push({ code: 'syntax', message: messages.empty(), from: 0, to: source.length })
    return null
  }
  try {
    return convert(only)
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    errors.push(refusal.error)
    return null
  }

  function text(node: Node): string {
    return source.slice(node.from, node.to)
  }

  function nameOf(node: Node): string {
    const collapsed = text(node).replaceAll(/\s+/g, ' ')
    if (spelling.size === 0) return collapsed
    const parts = collapsed
      .replaceAll(/\s*([./\-'+]|\*\*?)\s*/g, ' $1 ')
      .replaceAll(/\s+/g, ' ')
      .trim()
    return spelling.get(parts) ?? collapsed
  }

  function convert(node: Node): Ast {
    const { from, to } = node
    const kids = childNodes(node)
    const kid = (index: number): Ast => convert(need(kids[index], node))
    switch (node.name) {
      case 'ParenthesizedExpression':
        return convert(
          need(
            kids.find((k) => !isToken(k, true)),
            node,
          ),
        )
      case 'NumericLiteral':
        return { kind: 'number', value: Number(text(node).replaceAll(/\s+/g, '')), from, to }
      case 'StringLiteral':
        return { kind: 'text', value: unquote(text(node)), from, to }
      case 'BooleanLiteral':
        return { kind: 'boolean', value: text(node) === 'true', from, to }
      case 'null':
        return { kind: 'null', from, to }
      case '?':
        return { kind: 'input', from, to }
      case 'VariableName':
        return { kind: 'name', name: nameOf(node), from, to }
      case 'PathExpression':
        return { kind: 'path', of: kid(0), name: nameOf(need(kids.at(-1), node)), from, to }
      case 'DateTimeLiteral':
        return dateLiteral(node, kids)
      case 'FunctionInvocation':
        return invocation(node, kids)
      case 'ArithmeticExpression':
        return arithmetic(node, kids)
      case 'Comparison':
        return comparison(node, kids)
      case 'Conjunction':
      case 'Disjunction':
        return logic(node.name === 'Conjunction' ? 'and' : 'or', node, kids)
      case 'IfExpression': {
        const [condition, then, otherwise] = kids.filter((k) => !isToken(k, true))
        const parts = [condition, then, otherwise].map((k) => convert(need(k, node)))
        return {
          kind: 'if',
          condition: parts[0] ?? fail(node),
          then: parts[1] ?? fail(node),
          otherwise: parts[2] ?? fail(node),
          from,
          to,
        }
      }
      case 'QuantifiedExpression': {
        const quantifier = kids[0]?.name === 'every' ? 'every' : 'some'
        const satisfies = convert(need(kids.at(-1), node))
        return {
          kind: 'quantified',
          quantifier,
          iterators: iterators(need(kids[1], node)),
          satisfies,
          from,
          to,
        }
      }
      case 'ForExpression':
        return {
          kind: 'for',
          iterators: iterators(need(kids[1], node)),
          body: convert(need(kids.at(-1), node)),
          from,
          to,
        }
      case 'FilterExpression':
        return {
          kind: 'filter',
          of: kid(0),
          condition: convert(
            need(
              kids.find((k, i) => i > 0 && !isToken(k, true)),
              node,
            ),
          ),
          from,
          to,
        }
      case 'List':
        return { kind: 'list', items: kids.filter((k) => !isToken(k, true)).map(convert), from, to }
      case 'Context':
        return {
          kind: 'context',
          entries: kids.filter((k) => k.name === 'ContextEntry').map(entry),
          from,
          to,
        }
      case 'SimplePositiveUnaryTest':
      case 'PositiveUnaryTest':
        return unaryTest(node, kids)
      case 'Interval':
        return interval(node, kids)
      case 'FunctionDefinition': {
        if (kids.some((k) => k.name === 'external')) return fail(node, messages.features.functionLiteral)
        const params = kids
          .filter((k) => k.name === 'FormalParameters')
          .flatMap(childNodes)
          .map((p) => nameOf(need(childNodes(p)[0], node)))
        const body = childNodes(
          need(
            kids.find((k) => k.name === 'FunctionBody'),
            node,
          ),
        )[0]
        return { kind: 'function', params, body: convert(need(body, node)), from, to }
      }
      case 'InstanceOfExpression':
        return {
          kind: 'instanceOf',
          of: kid(0),
          type: text(need(kids.at(-1), node)).replaceAll(/\s+/g, ' '),
          from,
          to,
        }
      default:
        return fail(node, text(node))
    }
  }

  function dateLiteral(node: Node, kids: readonly Node[]): Ast {
    const { from, to } = node
    const first = need(kids[0], node)
    if (first.name === 'AtLiteral')
      return { kind: 'at', text: unquote(text(need(childNodes(first)[0], node))), from, to }
    return call(text(first).replaceAll(/\s+/g, ' '), node, kids)
  }

  function invocation(node: Node, kids: readonly Node[]): Ast {
    const first = need(kids[0], node)
    if (first.name !== 'VariableName') return fail(node, messages.features.namedCall)
    return call(nameOf(first), node, kids)
  }

  function call(name: string, node: Node, kids: readonly Node[]): Ast {
    const { from, to } = node
    const named = kids.find((k) => k.name === 'NamedParameters')
    if (!named) {
      const args = kids
        .filter((k) => k.name === 'PositionalParameters')
        .flatMap(childNodes)
        .map(convert)
      return { kind: 'call', name, args, from, to }
    }
    const parameters = childNodes(named).map(childNodes)
    const argNames = parameters.map((p) => nameOf(need(p[0], node)))
    return {
      kind: 'call',
      name,
      args: parameters.map((p) => convert(need(p.at(-1), node))),
      argNames,
      from,
      to,
    }
  }

  function arithmetic(node: Node, kids: readonly Node[]): Ast {
    const { from, to } = node
    const [first, second, third] = kids
    if (first?.name === 'ArithOp') return { kind: 'negate', of: convert(need(second, node)), from, to }
    const op = text(need(second, node))
    if (!isArithmeticOp(op)) return fail(node, op)
    return {
      kind: 'arithmetic',
      op,
      left: convert(need(first, node)),
      right: convert(need(third, node)),
      from,
      to,
    }
  }

  function comparison(node: Node, kids: readonly Node[]): Ast {
    const { from, to } = node
    const left = convert(need(kids[0], node))
    const middle = need(kids[1], node)
    if (middle.name === 'between') {
      return {
        kind: 'between',
        of: left,
        low: convert(need(kids[2], node)),
        high: convert(need(kids[4], node)),
        from,
        to,
      }
    }
    if (middle.name === 'in') {
      const list = kids.find((k) => k.name === 'PositiveUnaryTests')
      const tests = list ? childNodes(list) : [need(kids[2], node)]
      return { kind: 'in', of: left, tests: tests.map(convert), from, to }
    }
    const op = text(middle)
    const right = need(kids[2], node)
    const sign = right.name === 'SimplePositiveUnaryTest' ? childNodes(right)[0] : undefined
    if (sign?.name === 'CompareOp') {
      throw new Refusal({ code: 'syntax', message: messages.doubleEquals(), from: middle.from, to: sign.to })
    }
    if (!isCompareOp(op)) return fail(node, op)
    return { kind: 'compare', op, left, right: convert(right), from, to }
  }

  function logic(op: 'and' | 'or', node: Node, kids: readonly Node[]): Ast {
    const parts: Ast[] = []
    for (const k of kids) {
      if (k.name === op) continue
      const part = convert(k)
      if (part.kind === 'logic' && part.op === op && k.name !== 'ParenthesizedExpression')
        parts.push(...part.parts)
      else parts.push(part)
    }
    return { kind: 'logic', op, parts, from: node.from, to: node.to }
  }

  function iterators(node: Node): Iterator[] {
    return childNodes(node).map((k): Iterator => {
      const inner = childNodes(k)
      const name = nameOf(need(inner[0], k))
      const context = childNodes(need(inner.at(-1), k))
      const [start, dots, end] = context
      const span = { name, from: k.from, to: k.to }
      if (dots?.name === '..') return { ...span, in: convert(need(start, k)), end: convert(need(end, k)) }
      return { ...span, in: convert(need(start, k)) }
    })
  }

  function entry(node: Node): { key: string; value: Ast } {
    const kids = childNodes(node)
    const key = need(childNodes(need(kids[0], node))[0], node)
    return {
      key: key.name === 'StringLiteral' ? unquote(text(key)) : nameOf(key),
      value: convert(need(kids.at(-1), node)),
    }
  }

  function unaryTest(node: Node, kids: readonly Node[]): Ast {
    const first = need(kids[0], node)
    if (first.name !== 'CompareOp') return convert(first)
    const op = text(first)
    if (!isCompareOp(op)) return fail(node, op)
    return { kind: 'test', op, operand: convert(need(kids[1], node)), from: node.from, to: node.to }
  }

  function interval(node: Node, kids: readonly Node[]): Ast {
    const bounds = kids.filter((k) => !isToken(k, true))
    const low = convert(need(bounds[0], node))
    const high = convert(need(bounds[1], node))
    const { from, to } = node
    return {
      kind: 'range',
      low,
      high,
      lowClosed: source[from] === '[',
      highClosed: source[to - 1] === ']',
      from,
      to,
    }
  }
}
