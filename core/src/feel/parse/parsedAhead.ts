import type { Ast } from '../ast.ts'
import { unpackTree, type PackedTrees } from './packTrees.ts'

let given: (() => PackedTrees) | null = null
let opened: PackedTrees | null = null

/**
 * Trees of expressions that a build has parsed ahead with `parseFeel` itself: a program that starts anew all the time
 * reads them instead of parsing. `open` is called when the first expression is wanted.
 */
export function takeTrees(open: (() => PackedTrees) | null): void {
  given = open
  opened = null
}

/** The tree of a text as it is parsed where no name in scope has blanks or signs in it; null where it was not. */
export function parsedAhead(text: string): Ast | null {
  if (!given) return null
  opened ??= given()
  return unpackTree(opened, text)
}
