import type { Typed } from '../typing/typed.ts'

/** Lists that come from related rows are reduced in place; others are plain values. */
export function isRelated(node: Typed): boolean {
  if (node.kind === 'rows') return true
  return (node.kind === 'filter' || node.kind === 'map') && isRelated(node.of)
}
