import type { Ast, Scope } from '../feel/index.ts'
import { asOfName, parametersName } from './tableScope.ts'

/** What an expression reads. Names are the Chinese ones it is written with. */
export interface NameUse {
  /** Fields of the row itself. */
  readonly fields: Set<string>
  /** Related rows, with the fields read from them. */
  readonly relations: Map<string, Set<string>>
  readonly parameters: Set<string>
  /** Fields of the row that are compared with `null`: a blank cell is what such an expression looks for. */
  readonly testedForNull: Set<string>
  /** It compares with the ledger's day. */
  asOf: boolean
}

export function emptyUse(): NameUse {
  return {
    fields: new Set(),
    relations: new Map(),
    parameters: new Set(),
    testedForNull: new Set(),
    asOf: false,
  }
}

/** Adds what another expression reads. */
export function addUse(use: NameUse, more: NameUse): void {
  for (const name of more.fields) use.fields.add(name)
  for (const name of more.parameters) use.parameters.add(name)
  for (const name of more.testedForNull) use.testedForNull.add(name)
  for (const [relation, names] of more.relations) {
    use.relations.set(relation, new Set([...(use.relations.get(relation) ?? []), ...names]))
  }
  use.asOf ||= more.asOf
}

/** Names bound inside the expression: `p` in `some p in 支付`, and the relation whose fields a filter sees first. */
interface Inside {
  readonly variables: ReadonlyMap<string, string | null>
  readonly filtered: readonly string[]
}

const outermost: Inside = { variables: new Map(), filtered: [] }

/**
 * Collects what an expression reads into `use` and gives it back with fields of the row renamed where `rename` has
 * another name for them. Fields of related rows keep theirs.
 */
export function resolveNames(
  ast: Ast,
  scope: Scope,
  use: NameUse,
  rename: ReadonlyMap<string, string> = new Map(),
): Ast {
  return walk(ast, outermost)

  function walk(node: Ast, inside: Inside): Ast {
    switch (node.kind) {
      case 'name':
        return readName(node, inside)
      case 'path':
        return readPath(node, inside)
      case 'compare': {
        if (node.right.kind === 'null') noteNullTest(node.left, inside)
        if (node.left.kind === 'null') noteNullTest(node.right, inside)
        return { ...node, left: walk(node.left, inside), right: walk(node.right, inside) }
      }
      case 'isNull':
        noteNullTest(node.of, inside)
        return { ...node, of: walk(node.of, inside) }
      case 'filter': {
        const relation = relationOf(node.of, inside)
        const of = walk(node.of, inside)
        const within = relation ? { ...inside, filtered: [...inside.filtered, relation] } : inside
        return { ...node, of, condition: walk(node.condition, within) }
      }
      case 'quantified':
      case 'for': {
        let within = inside
        const iterators = node.iterators.map((iterator) => {
          const read = {
            ...iterator,
            in: walk(iterator.in, within),
            ...(iterator.end ? { end: walk(iterator.end, within) } : {}),
          }
          within = {
            ...within,
            variables: new Map([...within.variables, [iterator.name, relationOf(iterator.in, within)]]),
          }
          return read
        })
        return node.kind === 'for'
          ? { ...node, iterators, body: walk(node.body, within) }
          : { ...node, iterators, satisfies: walk(node.satisfies, within) }
      }
      case 'function': {
        const variables = new Map(inside.variables)
        for (const parameter of node.params) variables.set(parameter, null)
        return { ...node, body: walk(node.body, { ...inside, variables }) }
      }
      default:
        return walkParts(node, inside)
    }
  }

  function readName(node: Extract<Ast, { kind: 'name' }>, inside: Inside): Ast {
    const { name } = node
    if (inside.variables.has(name) || name === 'item') return node
    for (const relation of inside.filtered.toReversed()) {
      if (!fieldsOfRelation(relation)?.lookup(name)) continue
      readRelation(relation, name)
      return node
    }
    if (name === asOfName) use.asOf = true
    const binding = scope.lookup(name)
    if (binding?.kind === 'relation') readRelation(name)
    if (binding?.kind !== 'column') return node
    use.fields.add(name)
    const other = rename.get(name)
    return other === undefined ? node : { ...node, name: other }
  }

  function readPath(node: Extract<Ast, { kind: 'path' }>, inside: Inside): Ast {
    if (node.of.kind === 'name' && node.of.name === parametersName) {
      use.parameters.add(node.name)
      return node
    }
    const relation = relationOf(node.of, inside)
    if (relation) readRelation(relation, node.name)
    return { ...node, of: walk(node.of, inside) }
  }

  /** The relation whose rows an expression stands for, or null. */
  function relationOf(node: Ast, inside: Inside): string | null {
    if (node.kind === 'filter') return relationOf(node.of, inside)
    if (node.kind !== 'name') return null
    const bound = inside.variables.get(node.name)
    if (bound !== undefined) return bound
    if (node.name === 'item') return inside.filtered.at(-1) ?? null
    return scope.lookup(node.name)?.kind === 'relation' ? node.name : null
  }

  function fieldsOfRelation(relation: string): Scope | undefined {
    const binding = scope.lookup(relation)
    return binding?.kind === 'relation' ? binding.scope : undefined
  }

  function readRelation(relation: string, field?: string): void {
    const fields = use.relations.get(relation) ?? new Set()
    use.relations.set(relation, fields)
    if (field !== undefined) fields.add(field)
  }

  function noteNullTest(node: Ast, inside: Inside): void {
    if (node.kind !== 'name' || inside.variables.has(node.name)) return
    if (inside.filtered.some((relation) => fieldsOfRelation(relation)?.lookup(node.name))) return
    if (scope.lookup(node.name)?.kind === 'column') use.testedForNull.add(node.name)
  }

  function walkParts(node: Ast, inside: Inside): Ast {
    const into = (part: Ast): Ast => walk(part, inside)
    switch (node.kind) {
      case 'call':
        return { ...node, args: node.args.map(into) }
      case 'negate':
      case 'instanceOf':
        return { ...node, of: into(node.of) }
      case 'arithmetic':
        return { ...node, left: into(node.left), right: into(node.right) }
      case 'logic':
        return { ...node, parts: node.parts.map(into) }
      case 'between':
        return { ...node, of: into(node.of), low: into(node.low), high: into(node.high) }
      case 'in':
        return { ...node, of: into(node.of), tests: node.tests.map(into) }
      case 'test':
        return { ...node, operand: into(node.operand) }
      case 'range':
        return { ...node, low: into(node.low), high: into(node.high) }
      case 'if':
        return {
          ...node,
          condition: into(node.condition),
          then: into(node.then),
          otherwise: into(node.otherwise),
        }
      case 'list':
        return { ...node, items: node.items.map(into) }
      case 'context':
        return {
          ...node,
          entries: node.entries.map((entry) => ({ key: entry.key, value: into(entry.value) })),
        }
      default:
        return node
    }
  }
}
