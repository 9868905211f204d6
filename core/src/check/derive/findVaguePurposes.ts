import type { Table } from '../../ledger/index.ts'
import { textAt, textsOf } from './loanColumns.ts'

/**
 * For each product, on its first open loan with a vague purpose: how many loans say no more than that; 0 on the
 * others (USE-010). Null without 贷款用途.
 */
export function findVaguePurposes(
  loans: Table,
  closed: Uint8Array,
  vague: readonly string[],
): Float64Array | null {
  const purposes = textsOf(loans, 'loanPurpose')
  if (!purposes) return null
  const products = textsOf(loans, 'productType')
  const isVague = purposes.dictionary.map((text) => vague.includes(text.trim()))
  const counts = new Float64Array(loans.rowCount)
  const first = new Map<string, number>()
  for (let row = 0; row < loans.rowCount; row += 1) {
    if (closed[row] === 1 || isVague[purposes.codes[row] ?? -1] !== true) continue
    const product = textAt(products, row)
    const at = first.get(product) ?? row
    first.set(product, at)
    counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}

/** True where two wordings of a purpose share no two characters in a row: they speak of different things. */
export function speakOfDifferentThings(one: string, other: string): boolean {
  const pairs = pairsOf(one)
  const others = pairsOf(other)
  return pairs.size > 0 && others.size > 0 && ![...pairs].some((pair) => others.has(pair))
}

function pairsOf(text: string): ReadonlySet<string> {
  const plain = text.replaceAll(/[\s、，,。.；;（）()]|支付|用于|购买|采购|款项?$/g, '')
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)))
}

/** Bytes: 1 where 贷款用途 and 合同用途 speak of different things, 0 where not or one is vague, 2 where one is blank. */
export function findOtherPurposes(loans: Table, vague: readonly string[]): Uint8Array | null {
  const purposes = textsOf(loans, 'loanPurpose')
  const agreed = textsOf(loans, 'contractPurpose')
  if (!purposes || !agreed) return null
  const known = new Map<string, 0 | 1>()
  return Uint8Array.from({ length: loans.rowCount }, (_, row) => {
    const [one, other] = [textAt(purposes, row).trim(), textAt(agreed, row).trim()]
    if (one === '' || other === '') return 2
    const key = `${one}\u001f${other}`
    const before = known.get(key)
    if (before !== undefined) return before
    const differ =
      !vague.includes(one) &&
      !vague.includes(other) &&
      !one.includes(other) &&
      !other.includes(one) &&
      speakOfDifferentThings(one, other)
        ? 1
        : 0
    known.set(key, differ)
    return differ
  })
}
