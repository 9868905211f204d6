import type { ExcelType } from './scope.ts'

/**
 * A piece of a formula with its type. A null value is an error value, which arithmetic and comparisons carry along by
 * themselves; a truth is 0, 0.5 (null) or 1, so that `and` is a minimum and `or` a maximum and no part is written twice.
 * Every piece is safe to stand as an operand: it is an atom, a call or in parentheses.
 */
export interface Piece {
  readonly formula: string
  readonly type: ExcelType
  /** A number that was calculated and so carries binary rounding; stored values and literals are compared exactly. */
  readonly computed?: true
  /** Written out, so that it cannot be null. */
  readonly literal?: true
  /** One value for each row of a list. Functions that swallow whole ranges cannot take it. */
  readonly perItem?: true
  /**
   * Single values that take part in a value row by row. LibreOffice makes their error one error for all rows, which no
   * IFERROR takes up, so they are asked for apart (`truthOf`).
   */
  readonly beside?: readonly string[]
}

export const nullPiece: Piece = { formula: 'NA()', type: 'null' }

/** What the result of an operation on these pieces is, besides its type. */
export function perItemOf(pieces: readonly Piece[]): Pick<Piece, 'perItem' | 'beside'> {
  if (!pieces.some((piece) => piece.perItem)) return {}
  const single = pieces.filter((piece) => !piece.perItem && !piece.literal && piece.type !== 'null')
  const beside = new Set([
    ...pieces.flatMap((piece) => piece.beside ?? []),
    ...single.map((piece) => piece.formula),
  ])
  return beside.size === 0 ? { perItem: true } : { perItem: true, beside: [...beside] }
}

/** The truth of a test on these pieces; where one is null the test is an error, and the truth null. */
export function truthOf(test: string, pieces: readonly Piece[]): Piece {
  const { perItem, beside } = perItemOf(pieces)
  const truth = `IFERROR(${test},0.5)`
  const nulls = beside?.map((one) => `ISERROR(${one})`).join('+')
  const formula = nulls === undefined ? truth : `IF(${nulls}>0,0.5,${truth})`
  return { formula, type: 'boolean', ...(perItem ? { perItem } : {}) }
}
