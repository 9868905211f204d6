import type { SheetCell } from '../annotation.ts'

/** An amount in 元 as 万元. */
export function amount(value: number): SheetCell {
  return { kind: 'amount', value: value / 10_000 }
}

/** A share in %, null where there is none. */
export function percent(value: number | null): SheetCell {
  return value === null ? null : { kind: 'percent', value: value / 100 }
}

/** A part of a whole. */
export function partOf(part: number, whole: number): SheetCell {
  return whole > 0 ? { kind: 'percent', value: part / whole } : null
}
