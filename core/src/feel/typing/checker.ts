import type { Ast } from '../ast.ts'
import { messages } from '../messages.ts'
import type { Binding, FeelError, FeelType, FeelValue, Scope } from '../types.ts'
import type { Context } from '../values/temporal.ts'
import { isList } from '../values/temporal.ts'
import { typeOfValue } from '../values/typeOf.ts'
import { suggest } from './suggest.ts'
import type { Element, Typed } from './typed.ts'

/** What a name may mean at a place in an expression, innermost last. */
export type LocalName =
  /** `some p in …`: p */
  | { readonly kind: 'iterator'; readonly name: string; readonly level: number; readonly element: Element }
  /** Inside a filter: `item` and the item's own fields. */
  | { readonly kind: 'implicit'; readonly level: number; readonly element: Element }
  /** An earlier entry of the same context, or `?`. */
  | { readonly kind: 'let'; readonly name: string; readonly value: Typed }

/** The state of checking one expression: what names mean here, and the errors so far. */
export class Checker {
  readonly scope: Scope
  /** Plain evaluation: names are these values. Null: a rule. */
  readonly values: Context | null
  readonly errors: FeelError[] = []
  readonly locals: LocalName[] = []
  nextLevel = 1
  private readonly visit: (checker: Checker, ast: Ast) => Typed

  /** `visit` types one node; handed in so that the parts of the checker need not import each other in a circle. */
  constructor(scope: Scope, values: Context | null, visit: (checker: Checker, ast: Ast) => Typed) {
    this.scope = scope
    this.values = values
    this.visit = visit
  }

  /** Types a node and what is below it. */
  check(ast: Ast): Typed {
    return this.visit(this, ast)
  }

  get plain(): boolean {
    return this.values !== null
  }

  /** Notes an error and gives a value of no particular type to go on with. */
  fail(code: string, ast: Ast, message: string, hint?: string): Typed {
    const { from, to } = ast
    this.errors.push(hint === undefined ? { code, message, from, to } : { code, message, hint, from, to })
    return { kind: 'const', value: null, type: this.plain ? 'null' : 'any', levels: 0, ast }
  }

  constant(ast: Ast, value: FeelValue): Typed {
    const type = typeOfValue(value)
    if (type !== 'list' || !isList(value)) return { kind: 'const', value, type, levels: 0, ast }
    return { kind: 'const', value, type, element: elementOfValues(value), levels: 0, ast }
  }

  /** Runs `body` with a further local name. */
  with<T>(local: LocalName, body: () => T): T {
    this.locals.push(local)
    try {
      return body()
    } finally {
      this.locals.pop()
    }
  }

  name(ast: Ast, name: string): Typed {
    return this.local(ast, name, this.locals.length - 1) ?? this.unknownName(ast, name)
  }

  private local(ast: Ast, name: string, at: number): Typed | null {
    const local = this.locals[at]
    if (!local) return this.global(ast, name)
    if (local.kind === 'let' && local.name === name) return local.value
    if (local.kind === 'iterator' && local.name === name) return itemOf(ast, name, local.level, local.element)
    if (local.kind === 'implicit') {
      if (name === 'item') return itemOf(ast, name, local.level, local.element)
      if (local.element.kind === 'row') {
        const binding = local.element.scope.lookup(name)
        if (binding) return this.bound(ast, name, binding, local.level, [])
      } else if (local.element.type === 'any' || local.element.type === 'context') {
        const otherwise = this.local(ast, name, at - 1)
        const levels = (1 << local.level) | (otherwise?.levels ?? 0)
        return { kind: 'itemMember', level: local.level, name, otherwise, type: 'any', levels, ast }
      }
    }
    return this.local(ast, name, at - 1)
  }

  private global(ast: Ast, name: string): Typed | null {
    if (this.values)
      return Object.hasOwn(this.values, name) ? this.constant(ast, this.values[name] ?? null) : null
    const binding = this.scope.lookup(name)
    return binding ? this.bound(ast, name, binding, 0, []) : null
  }

  /** The typed node for a binding found in the scope of a level. */
  bound(
    ast: Ast,
    name: string,
    binding: Binding,
    level: number,
    groups: readonly string[],
    via?: string,
  ): Typed {
    const levels = 1 << level
    const place = via === undefined ? { level, groups, name } : { level, groups, name, via }
    switch (binding.kind) {
      case 'column':
        return {
          kind: 'column',
          ...place,
          ...(binding.values ? { values: binding.values } : {}),
          type: binding.type,
          levels,
          ast,
        }
      case 'constant': {
        const element: Element = { kind: 'value', type: 'any' }
        const type = binding.type
        return { kind: 'column', ...place, type, ...(type === 'list' ? { element } : {}), levels, ast }
      }
      case 'group':
        return this.fail('groupNotValue', ast, messages.groupNotValue(name))
      case 'relation': {
        if (groups.length > 0 || via !== undefined)
          return this.fail('unsupported', ast, messages.unsupported(`“${name}”`))
        if (binding.cardinality === 'one')
          return { kind: 'oneRow', level, name, scope: binding.scope, type: 'context', levels, ast }
        return {
          kind: 'rows',
          level,
          name,
          element: { kind: 'row', scope: binding.scope, name },
          type: 'list',
          levels,
          ast,
        }
      }
    }
  }

  private unknownName(ast: Ast, name: string): Typed {
    if (this.plain) return this.fail('unknownName', ast, messages.unknownName(name))
    const names = [...this.scope.names()]
    for (const local of this.locals) {
      if (local.kind === 'implicit' && local.element.kind === 'row')
        names.push(...local.element.scope.names())
      if (local.kind !== 'implicit') names.push(local.name)
    }
    return this.fail('unknownName', ast, messages.unknownName(name), this.hint(name, names))
  }

  hint(name: string, names: readonly string[]): string | undefined {
    const near = suggest(name, names)
    return near === null ? undefined : messages.didYouMean(near)
  }

  /** In a rule, a condition must be one. */
  needBoolean(node: Typed): void {
    if (this.plain || node.type === 'boolean' || node.type === 'any' || node.type === 'null') return
    this.fail('needBoolean', node.ast, messages.needBoolean(messages.typeName[node.type]))
  }

  /** A row or a list of rows is no value of a column: `押品` alone. */
  refuseRows(node: Typed): void {
    if (this.plain) return
    if (node.kind === 'oneRow' || (node.kind === 'item' && node.scope)) {
      this.fail('rowNotValue', node.ast, messages.rowNotValue(node.name))
    } else if (node.type === 'list') {
      const element = node.element
      if (element?.kind === 'row') this.fail('rowNotValue', node.ast, messages.rowNotValue(element.name))
      else this.fail('unsupported', node.ast, messages.unsupported(messages.features.list))
    }
  }
}

export function itemOf(ast: Ast, name: string, level: number, element: Element): Typed {
  const levels = 1 << level
  if (element.kind === 'row')
    return { kind: 'item', level, name, scope: element.scope, type: 'context', levels, ast }
  const inner = element.element ? { element: element.element } : {}
  return { kind: 'item', level, name, type: element.type, ...inner, levels, ast }
}

/** The common type of some values. */
function elementOfValues(values: readonly FeelValue[]): Element {
  const types = new Set<FeelType>(values.filter((v) => v !== null).map(typeOfValue))
  const [only] = types
  return { kind: 'value', type: types.size === 1 && only !== undefined && only !== 'list' ? only : 'any' }
}

/** All levels that some nodes depend on. */
export function union(nodes: readonly Typed[]): number {
  let levels = 0
  for (const node of nodes) levels |= node.levels
  return levels
}
