import { formatMoney } from '../../check/index.ts'

/** An amount in 万元: `1,520.00`. */
export function wan(amount: number): string {
  return formatMoney(amount / 10_000)
}

/** A count: `4,812`. */
export function count(value: number): string {
  return value.toLocaleString('en-US')
}

/** A share in %: `1.42%`; null is `—`. */
export function share(value: number | null): string {
  return value === null ? '—' : `${value.toFixed(2)}%`
}

/** A part of a whole in %. */
export function percentOf(part: number, whole: number): string {
  return whole > 0 ? share((part / whole) * 100) : '—'
}

/** Enough of a fingerprint to compare two by eye. */
export function shortFingerprint(fingerprint: string): string {
  return (
    fingerprint
      .slice(0, 12)
      .toUpperCase()
      .match(/.{1,4}/g) ?? []
  ).join('-')
}
