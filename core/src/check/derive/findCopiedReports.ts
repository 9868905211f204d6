import type { Table } from '../../ledger/index.ts'
import type { RowLinks } from '../linkRows.ts'
import type { CustomerFacts } from './findCustomers.ts'
import { rowsOf } from './linkRegister.ts'
import { textAt, textsOf } from './loanColumns.ts'

export interface CopySettings {
  /** Reports shorter than this, without names and numbers, are too much alike by nature. */
  readonly leastLength: number
  /** 0…1 */
  readonly alike: number
}

export interface CopiedReports {
  /** Other customers whose report says the same; 0 none, NaN where the cell is blank. */
  readonly customers: Float64Array
  /** Likeness to the nearest of them in %, 0 none. */
  readonly likeness: Float64Array
}

/**
 * Inspection reports that repeat another customer's (INS-009). Names, numbers, dates and punctuation are taken out
 * first. Reports are compared only where a sketch of their three-character pieces says that they may be alike, and
 * with few of each bucket, so the work is linear in the text. Null without 检查报告正文.
 */
export function findCopiedReports(
  loans: Table,
  customers: CustomerFacts,
  compared: (row: number) => boolean,
  settings: CopySettings,
): CopiedReports | null {
  const reports = textsOf(loans, 'checkReportText')
  if (!reports) return null
  const rows = loans.rowCount
  const plain = plainReports(loans)
  const textOf = new Int32Array(rows).fill(-1)
  const known = new Map<string, number>()
  const texts: string[] = []
  for (let row = 0; row < rows; row += 1) {
    if ((reports.codes[row] ?? -1) < 0 || !compared(row)) continue
    const text = plain(row)
    if (text.length < settings.leastLength) continue
    let number = known.get(text)
    if (number === undefined) {
      number = texts.push(text) - 1
      known.set(text, number)
    }
    textOf[row] = number
  }
  const { family, likeness } = familiesOf(texts, settings.alike)
  const owners = new Map<number, Set<number>>()
  const textOwners = new Map<number, Set<number>>()
  textOf.forEach((text, row) => {
    if (text < 0) return
    // a report whose customer nobody knows may be anybody's: it is no proof of a copy
    const customer = customers.customer[row] ?? -1
    if (customer < 0) return
    addTo(owners, family[text] ?? text, customer)
    addTo(textOwners, text, customer)
  })
  const result: CopiedReports = { customers: new Float64Array(rows), likeness: new Float64Array(rows) }
  for (let row = 0; row < rows; row += 1) {
    const text = textOf[row] ?? -1
    if ((reports.codes[row] ?? -1) < 0) {
      result.customers[row] = Number.NaN
      result.likeness[row] = Number.NaN
    }
    if (text < 0 || (customers.customer[row] ?? -1) < 0) continue
    const others = (owners.get(family[text] ?? text)?.size ?? 1) - 1
    if (others < 1) continue
    result.customers[row] = others
    result.likeness[row] = (textOwners.get(text)?.size ?? 0) > 1 ? 100 : (likeness[text] ?? 0) * 100
  }
  return result
}

/** Likeness in % of each report to the same loan's in the previous ledger; 0 without one, NaN where this one is blank. */
export function compareWithPrevious(
  loans: Table,
  previous: Table,
  links: RowLinks,
  settings: CopySettings,
): Float64Array | null {
  const reports = textsOf(loans, 'checkReportText')
  if (!reports || !textsOf(previous, 'checkReportText')) return null
  const now = plainReports(loans)
  const before = plainReports(previous)
  return Float64Array.from({ length: loans.rowCount }, (_, row) => {
    if ((reports.codes[row] ?? -1) < 0) return Number.NaN
    const [other] = rowsOf(links, row) ?? []
    if (other === undefined) return 0
    const [one, two] = [now(row), before(other)]
    if (one.length < settings.leastLength || two.length < settings.leastLength) return 0
    return one === two ? 100 : likenessOf(piecesOf(one), piecesOf(two)) * 100
  })
}

function addTo(sets: Map<number, Set<number>>, key: number, value: number): void {
  const set = sets.get(key)
  if (set) set.add(value)
  else sets.set(key, new Set([value]))
}

const nameFields = ['customerName', 'legalRepName', 'actualController', 'checkerId', 'managerName', 'address']

/** A report without what differs from customer to customer anyway. */
function plainReports(loans: Table): (row: number) => string {
  const reports = textsOf(loans, 'checkReportText')
  const names = nameFields.map((field) => textsOf(loans, field))
  return (row) => {
    let text = textAt(reports, row)
    for (const texts of names) {
      const name = textAt(texts, row)
      if (name.length > 1) text = text.replaceAll(name, '')
    }
    return text.replaceAll(
      /[\p{P}\p{S}\p{Z}\p{C}\d０-９一二三四五六七八九十百千零〇]|[年月日号](?=[\d\s]|$)/gu,
      '',
    )
  }
}

const pieceLength = 3
const bins = 32
const band = 4
/** Texts of one bucket that a new one is compared with. */
const compareWith = 6
/** Bins that two texts must have in common to be worth comparing: far fewer than alike ones have. */
const sharedBins = 16

/** Hash of the three characters at a place. */
function pieceAt(text: string, at: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < pieceLength; i += 1) hash = Math.imul(hash ^ text.charCodeAt(at + i), 0x01000193)
  // the low bits choose the bin, so they must depend on all characters
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

function piecesOf(text: string): ReadonlySet<number> {
  const pieces = new Set<number>()
  for (let at = 0; at + pieceLength <= text.length; at += 1) pieces.add(pieceAt(text, at))
  return pieces
}

/** Twice the shared pieces over all pieces, 0…1. */
function likenessOf(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let shared = 0
  for (const piece of small) if (large.has(piece)) shared += 1
  return one.size + other.size > 0 ? (2 * shared) / (one.size + other.size) : 0
}

/** The smallest hash in each bin: alike texts have the same in most bins. */
function putSketch(text: string, sketch: Uint32Array): void {
  sketch.fill(0xffffffff)
  for (let at = 0; at + pieceLength <= text.length; at += 1) {
    const piece = pieceAt(text, at)
    const bin = piece % bins
    const rest = piece >>> 5
    if (rest < (sketch[bin] ?? 0)) sketch[bin] = rest
  }
}

/** One number for a band of a sketch; two bands may share it by chance, which costs a comparison and no more. */
function bandKey(sketch: Uint32Array, from: number): number {
  let key = from
  for (let i = from; i < from + band; i += 1) {
    key = Math.imul(key ^ (sketch[i] ?? 0), 0x9e3779b1)
    key ^= key >>> 15
  }
  return key
}

function shareBins(one: Uint32Array, other: Uint32Array): boolean {
  let shared = 0
  for (let bin = 0; bin < bins; bin += 1) if (one[bin] === other[bin]) shared += 1
  return shared >= sharedBins
}

/** Texts that are alike, directly or through one between them, have one family number. */
function familiesOf(
  texts: readonly string[],
  alike: number,
): { readonly family: Int32Array; readonly likeness: Float64Array } {
  const parent = Int32Array.from(texts, (_, at) => at)
  const likeness = new Float64Array(texts.length)
  const rootOf = (text: number): number => {
    let root = text
    while (parent[root] !== root) root = parent[root] ?? root
    parent[text] = root
    return root
  }
  const sketches = new Uint32Array(texts.length * bins)
  const sketchOf = (text: number): Uint32Array => sketches.subarray(text * bins, (text + 1) * bins)
  const buckets = new Map<number, number[]>()
  texts.forEach((text, at) => {
    const sketch = sketchOf(at)
    putSketch(text, sketch)
    let pieces: ReadonlySet<number> | undefined
    for (let from = 0; from < bins; from += band) {
      const key = bandKey(sketch, from)
      const bucket = buckets.get(key)
      for (const other of bucket ?? []) {
        if (rootOf(other) === rootOf(at) || !shareBins(sketch, sketchOf(other))) continue
        pieces ??= piecesOf(text)
        const how = likenessOf(pieces, piecesOf(texts[other] ?? ''))
        if (how < alike) continue
        parent[rootOf(at)] = rootOf(other)
        likeness[at] = Math.max(likeness[at] ?? 0, how)
        likeness[other] = Math.max(likeness[other] ?? 0, how)
      }
      if (!bucket) buckets.set(key, [at])
      else if (bucket.length < compareWith) bucket.push(at)
    }
  })
  return { family: Int32Array.from(texts, (_, at) => rootOf(at)), likeness }
}
