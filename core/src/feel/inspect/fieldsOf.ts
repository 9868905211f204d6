import type { Typed, TypedExpression } from '../typing/typed.ts'
import { partsOf } from '../typing/typed.ts'

/** What an expression reads. Each list is without repeats, in the order of first mention. */
export interface FieldsUsed {
  /** Fields of the row itself, constants such as 基准日 included. */
  readonly fields: readonly string[]
  /** Fields of related rows: `押品.最新估值`, `上期.五级分类`. */
  readonly related: readonly string[]
  /** Relations: 押品, 上期. */
  readonly relations: readonly string[]
  /** Names inside groups: `参数.首次检查天数`. */
  readonly grouped: readonly string[]
}

/** The fields, related fields, relations and parameters that an expression names. */
export function fieldsOf(expression: TypedExpression): FieldsUsed {
  const fields = new Set<string>()
  const related = new Set<string>()
  const relations = new Set<string>()
  const grouped = new Set<string>()
  const visit = (node: Typed, levels: RelationNames): void => {
    if (node.kind === 'rows') relations.add(relationName(node, levels))
    if (node.kind === 'oneRow') relations.add(node.name)
    if (node.kind === 'column') {
      if (node.via !== undefined) relations.add(node.via)
      if (node.groups.length > 0) grouped.add(columnName(node, levels))
      else if (node.via === undefined && node.level === 0) fields.add(node.name)
      else related.add(columnName(node, levels))
    }
    const inner = opened(node, levels)
    for (const part of partsOf(node)) visit(part, inner)
  }
  visit(expression.root, [])
  return { fields: [...fields], related: [...related], relations: [...relations], grouped: [...grouped] }
}

/** The relation (as a path from the root) that the rows of each level come from. */
export type RelationNames = readonly (string | undefined)[]

/** The names inside a loop or filter. */
export function opened(node: Typed, levels: RelationNames): RelationNames {
  if (node.kind !== 'filter' && node.kind !== 'map' && node.kind !== 'quantified') return levels
  const name = sourceName(node.of, levels)
  const inner = [...levels]
  inner[node.level] = name
  return inner
}

function sourceName(node: Typed, levels: RelationNames): string | undefined {
  if (node.kind === 'rows') return relationName(node, levels)
  if (node.kind === 'filter') return sourceName(node.of, levels)
  if (node.kind === 'map' && node.flat) return sourceName(node.body, opened(node, levels))
  return undefined
}

export function relationName(
  node: { readonly level: number; readonly name: string },
  levels: RelationNames,
): string {
  const outer = levels[node.level]
  return outer === undefined ? node.name : `${outer}.${node.name}`
}

/** `贷款余额`, `参数.首次检查天数`, `押品.最新估值` */
export function columnName(node: Extract<Typed, { kind: 'column' }>, levels: RelationNames): string {
  if (node.groups.length > 0) return [...node.groups, node.name].join('.')
  if (node.via !== undefined) return `${node.via}.${node.name}`
  const outer = levels[node.level]
  return outer === undefined ? node.name : `${outer}.${node.name}`
}
