import type { Ledger, Table } from '../ledger/index.ts'
import { valueAt, type Column } from '../table/index.ts'
import { deriveColumns, registersOf } from './derive/index.ts'
import { findingMaker } from './makeFinding.ts'
import { partOf } from './partOf.ts'
import { indexPolicy } from './policyIndex.ts'
import { previousWorld } from './prepareWorld.ts'
import { isHit, reportRows, undecidedFrom } from './reportRows.ts'
import { runCases } from './runCases.ts'
import { takeRows } from './takeRows.ts'
import type { CheckOptions, Finding, Result } from './types.ts'
import { buildWorld } from './world.ts'

export interface RowPlace {
  /** Index into the ledger's tables. */
  readonly table: number
  /** Row in that table, from 0. */
  readonly row: number
}

/** Facts that compare a loan with the whole ledger: one edited row hardly moves them, so they are taken as they were. */
const wholeLedgerFacts = [
  'amountTolerance',
  'rateGroupSize',
  'rateGroupMedian',
  'rateAllowance',
  'nearLimitCount',
  'nearLimitShare',
  'copiedReports',
  'copiedReportLikeness',
  'vaguePurposeLoans',
  'contagionKind',
  'contagionParty',
  'contagionReason',
]

/** Columns by which rows belong together: what an edit of one may change in the findings of another. */
const belongTogether = ['customerKey', 'contractNo', 'loanNo', 'groupName']

/**
 * What the rules now say of a few rows of an edited ledger, without checking the rest: the rows are checked together
 * with the same customer's, contract's and group's other loans, on the compiled rules and the earlier check's facts
 * about the ledger as a whole. `ledger` is the edited one with the tables and rows of `before`. A full check settles
 * what is said once for a file.
 */
export function recheckRows(
  before: Result,
  ledger: Ledger,
  options: CheckOptions,
  places: readonly RowPlace[],
): readonly Finding[] {
  const index = indexPolicy(options.policy)
  const { parameters } = options.policy
  const asOf = ledger.asOf.day
  const kept = ledger.tables.map((table, at) =>
    table.name === '借据' ? rowsAround(table, at, before, places, ledger, options) : null,
  )
  const tables = ledger.tables.map((table, at) => {
    const rows = kept[at]
    return rows ? takeRows(table, rows) : table
  })
  const previous = options.previous && previousWorld(options.previous, options.policy)
  const world = buildWorld({ ...ledger, tables }, index, {
    ...(previous ? { previous } : {}),
    derive(table, seed) {
      const derived = deriveColumns(table.table, {
        asOf,
        parameters,
        ...(seed.previous ? { previousAsOf: seed.previous.asOf } : {}),
        ...registersOf(seed),
      })
      if (table.name !== '借据') return derived
      return withEarlierFacts(derived, table.parts, before, kept)
    },
  })
  const findings: Finding[] = []
  for (const table of world.tables.values()) {
    const wanted = new Set(
      places.flatMap(({ table: at, row }) => {
        const part = table.combined.parts.find((candidate) => candidate.index === at)
        if (!part) return []
        const local = kept[at] ? kept[at].indexOf(row) : row
        return local < 0 ? [] : [part.start + local]
      }),
    )
    if (wanted.size === 0) continue
    const maker = findingMaker(world, table)
    for (const report of reportRows(table, runCases(world, table))) {
      for (const row of wanted) {
        const byte = report.rows?.[row] ?? 0
        if (byte === 0) continue
        const hit = isHit(byte)
        const run = report.ranked[hit ? byte - 1 : byte - undecidedFrom]
        const part = partOf(table, row)
        if (!run || saidForFile(before, report.rule.id, part.index)) continue
        const finding = maker.make(run.compiled, row, hit ? 'hit' : 'incomplete')
        findings.push({ ...finding, tableRow: kept[part.index]?.[finding.tableRow] ?? finding.tableRow })
      }
    }
  }
  return findings
}

/** The rows asked for and those that belong to them, ascending. */
function rowsAround(
  table: Table,
  at: number,
  before: Result,
  places: readonly RowPlace[],
  ledger: Ledger,
  options: CheckOptions,
): readonly number[] {
  const kept = new Set(places.filter((place) => place.table === at).map(({ row }) => row))
  for (const field of belongTogether) {
    const wanted = new Set<string>()
    for (const place of places) {
      const edited = ledger.tables[place.table]
      if (!edited || edited.name !== '借据') continue
      // the edit may have changed whose loan it is, so the key is read from the edited row
      const one = takeRows(edited, [place.row])
      const column =
        one.columns.get(field) ??
        (field === 'customerKey'
          ? deriveColumns(one, { asOf: null, parameters: options.policy.parameters }).get(field)
          : undefined)
      if (column?.kind === 'text') for (const code of column.codes) wanted.add(column.dictionary[code] ?? '')
    }
    wanted.delete('')
    const column = table.columns.get(field) ?? before.tables[at]?.derived.get(field)
    if (column?.kind !== 'text' || wanted.size === 0) continue
    const codes = new Set<number>()
    column.dictionary.forEach((text, code) => {
      if (wanted.has(text)) codes.add(code)
    })
    column.codes.forEach((code, row) => {
      if (codes.has(code)) kept.add(row)
    })
  }
  return [...kept].toSorted((a, b) => a - b)
}

function withEarlierFacts(
  derived: ReadonlyMap<string, Column>,
  parts: readonly { readonly index: number; readonly start: number }[],
  before: Result,
  kept: readonly (readonly number[] | null)[],
): ReadonlyMap<string, Column> {
  const all = new Map(derived)
  for (const key of wholeLedgerFacts) {
    const column = derived.get(key) ?? before.tables[parts[0]?.index ?? 0]?.derived.get(key)
    if (!column) continue
    const cells = parts.flatMap((part) => {
      const earlier = before.tables[part.index]?.derived.get(key)
      return (kept[part.index] ?? []).map((row) => (earlier ? valueAt(earlier, row) : null))
    })
    if (column.kind === 'number') {
      const values = Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN))
      all.set(key, { kind: 'number', values })
    } else if (column.kind === 'text') {
      const dictionary = [...new Set(cells.filter((cell) => typeof cell === 'string'))]
      const codes = Int32Array.from(cells, (cell) =>
        typeof cell === 'string' ? dictionary.indexOf(cell) : -1,
      )
      all.set(key, { kind: 'text', codes, dictionary })
    }
  }
  return all
}

/** A rule of which the earlier check spoke once for the whole table says nothing about one row. */
function saidForFile(before: Result, rule: string, table: number): boolean {
  return before.notes.some((note) => note.rule === rule && note.table === table)
}
