import type { Piece } from './piece.ts'

/** Truths as numbers (0 false, 0.5 null, 1 true) joined as Kleene has it. */
function joined(parts: readonly Piece[], op: 'and' | 'or'): Piece {
  const [only] = parts
  if (only && parts.length === 1) return only
  const formulas = parts.map((part) => part.formula)
  if (!parts.some((part) => part.perItem)) {
    return { formula: `${op === 'and' ? 'MIN' : 'MAX'}(${formulas.join(',')})`, type: 'boolean' }
  }
  // row by row through a list, where MIN would take the least of all rows: a product, its fractions brought back to 0.5
  const formula =
    op === 'and'
      ? `(ROUNDUP(2*${formulas.join('*')},0)/2)`
      : `(1-ROUNDUP(2*${formulas.map((one) => `(1-${one})`).join('*')},0)/2)`
  // 1 stays 1: twice the product is 2
  return { formula, type: 'boolean', perItem: true }
}

export function allOf(parts: readonly Piece[]): Piece {
  return joined(parts, 'and')
}

export function anyOf(parts: readonly Piece[]): Piece {
  return joined(parts, 'or')
}

export function negated(of: Piece): Piece {
  return { ...of, formula: `(1-${of.formula})` }
}

/** Whether two truths are the same (or differ): as -1, 0, 1 their product says it, 0 where either is null. */
export function equalTruths(a: Piece, b: Piece, same: boolean): Piece {
  const perItem = a.perItem || b.perItem ? ({ perItem: true } as const) : {}
  if (b.formula === '1') return same ? a : negated(a)
  if (b.formula === '0') return same ? negated(a) : a
  const product = `(2*${a.formula}-1)*(2*${b.formula}-1)`
  return { formula: same ? `((1+${product})/2)` : `((1-${product})/2)`, type: 'boolean', ...perItem }
}
