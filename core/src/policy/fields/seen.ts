import type { FieldAlias } from '../types.ts'

/** Column names of the regulator's data standard EAST 5.0. */
export const inEast = (...texts: readonly string[]): FieldAlias[] =>
  texts.map((text) => ({ text, seen: 'EAST' }))

/** Labels in one bank's real forms. */
export const inP1 = (...texts: readonly string[]): FieldAlias[] => texts.map((text) => ({ text, seen: 'P1' }))

/** Counted in real ledgers. */
export const inLedgers = (...texts: readonly string[]): FieldAlias[] =>
  texts.map((text) => ({ text, seen: 'L' }))

/** Common wording, not counted anywhere. */
export const typical = (...texts: readonly string[]): FieldAlias[] =>
  texts.map((text) => ({ text, seen: 'typical' }))
