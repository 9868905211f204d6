import type { Ast } from '../ast.ts'

/**
 * Trees in little room, for builds that parse their own expressions ahead. Objects that have the same keys (and the same
 * kind of node) share a shape; what stands in the text as it is is not written again.
 */
export interface PackedTrees {
  /** Keys of an object, in their order; a node's kind comes first and is written here, not in the tree. */
  readonly shapes: readonly (readonly string[])[]
  /** By text: JSON of lists that begin with the number of a shape, or with -1 where they are lists themselves. */
  readonly trees: Readonly<Record<string, string>>
}

type Packed = null | boolean | number | string | readonly Packed[]

const listMark = -1

export function packTrees(trees: ReadonlyMap<string, Ast>): PackedTrees {
  const shapes: string[][] = []
  const numbers = new Map<string, number>()
  const shapeOf = (keys: string[]): number => {
    const name = keys.join('\n')
    const before = numbers.get(name)
    if (before !== undefined) return before
    numbers.set(name, shapes.push(keys) - 1)
    return shapes.length - 1
  }
  const pack = (value: unknown, text: string, written: string): Packed => {
    if (Array.isArray(value)) return [listMark, ...value.map((item) => pack(item, text, written))]
    if (typeof value === 'object' && value !== null) {
      const own = writtenAt(value, text)
      const { kind, ...rest }: { kind?: unknown } = value
      const shape = shapeOf([typeof kind === 'string' ? kind : '', ...Object.keys(rest)])
      return [shape, ...Object.values(rest).map((item) => pack(item, text, own))]
    }
    if (value === written && typeof value === 'string') return null
    if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value
    throw new Error(`a tree holds ${String(value)}`)
  }
  return {
    shapes,
    trees: Object.fromEntries([...trees].map(([text, ast]) => [text, JSON.stringify(pack(ast, text, ''))])),
  }
}

/** The tree of a text, new each time; null where it is not among them. */
export function unpackTree({ shapes, trees }: PackedTrees, text: string): Ast | null {
  const kept = Object.hasOwn(trees, text) ? trees[text] : undefined
  if (kept === undefined) return null
  const unpack = (value: Packed): unknown => {
    if (!Array.isArray(value)) return value
    const [shape, ...rest] = value
    if (shape === listMark) return rest.map(unpack)
    const [kind = '', ...keys] = shapes[Number(shape)] ?? []
    const made: Record<string, unknown> = kind === '' ? {} : { kind }
    keys.forEach((key, at) => {
      made[key] = unpack(rest[at] ?? null)
    })
    const written = writtenAt(made, text)
    for (const key of keys) if (made[key] === null) made[key] = written
    return made
  }
  // written by `packTrees` from a tree
  return unpack(JSON.parse(kept)) as Ast
}

/** What a node is written as, quotation marks of a text left out. */
function writtenAt(node: object, text: string): string {
  const { kind, from, to }: { kind?: unknown; from?: unknown; to?: unknown } = node
  if (typeof from !== 'number' || typeof to !== 'number') return ''
  return kind === 'text' ? text.slice(from + 1, to - 1) : text.slice(from, to)
}
