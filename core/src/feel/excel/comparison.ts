import type { CompareOp } from '../ast.ts'
import type { Piece } from './piece.ts'

/** A comparison of numbers or days, an error where either is null. */
export function comparison(left: Piece, op: CompareOp, right: Piece): string {
  const [a, b] = [left.formula, right.formula]
  if (!(left.computed || right.computed)) return `${a}${op === '!=' ? '<>' : op}${b}`
  // computed binary64 numbers that differ by no more than rounding are equal, for every operator (as in the engine)
  const near = `1E-12*MAX(ABS(${a}),ABS(${b}))`
  const tolerance = left.perItem || right.perItem ? `0.5E-12*(ABS(${a})+ABS(${b}))` : near
  switch (op) {
    case '=':
      return `ABS(${a}-${b})<=${tolerance}`
    case '!=':
      return `ABS(${a}-${b})>${tolerance}`
    case '>':
      return `${a}-${b}>${tolerance}`
    case '<=':
      return `${a}-${b}<=${tolerance}`
    case '<':
      return `${b}-${a}>${tolerance}`
    case '>=':
      return `${b}-${a}<=${tolerance}`
  }
}
