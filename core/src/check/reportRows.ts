import type { Grain, Rule } from '../policy/index.ts'
import type { CaseRun } from './runCases.ts'
import { severities } from './severities.ts'
import { Outcome, type WaivedMark } from './types.ts'
import type { WorldTable } from './world.ts'

/** What a rule reports, row by row: at most one finding per row, or per customer where the rule judges customers. */
export interface RuleReport {
  readonly rule: Rule
  /** Worst first; `rows` holds positions in it. */
  readonly ranked: readonly CaseRun[]
  /** 0 nothing, 1 + i: case i hit, 64 + i: case i cannot be decided. Null where nothing is reported. */
  readonly rows: Uint8Array | null
  /** How many rows have each byte; empty where nothing is reported. */
  readonly counts: Uint32Array
  /** Rows whose report is waived: still listed, not counted. */
  readonly waived?: ReadonlyMap<number, WaivedMark>
}

export const undecidedFrom = 64

/** The worst true case speaks for its rule; only where none is true, the worst one that cannot be decided. */
export function reportRows(table: WorldTable, runs: readonly CaseRun[]): readonly RuleReport[] {
  const byRule = new Map<Rule, CaseRun[]>()
  for (const run of runs) byRule.set(run.compiled.rule, [...(byRule.get(run.compiled.rule) ?? []), run])
  return [...byRule].map(([rule, cases]) => {
    const ranked = cases.filter((run) => run.bytes).toSorted(worstFirst)
    const rows = mergeCases(ranked, table.rowCount)
    if (rows) reportOncePerGroup(rows, rule.grain, table)
    return { rule, ranked, rows, counts: countBytes(rows) }
  })
}

function countBytes(rows: Uint8Array | null): Uint32Array {
  const counts = new Uint32Array(rows ? 256 : 0)
  for (const byte of rows ?? []) counts[byte] = (counts[byte] ?? 0) + 1
  return counts
}

const kindOrder = { violation: 0, lead: 1, due: 2 } as const

/** What is due is no fault, so any fault outranks it; among faults the graver, and what is proved before what is suspected. */
function worstFirst(a: CaseRun, b: CaseRun): number {
  const [first, second] = [a.compiled.case, b.compiled.case]
  return (
    Number(first.kind === 'due') - Number(second.kind === 'due') ||
    severities.indexOf(first.severity) - severities.indexOf(second.severity) ||
    kindOrder[first.kind] - kindOrder[second.kind]
  )
}

function mergeCases(ranked: readonly CaseRun[], rowCount: number): Uint8Array | null {
  let rows: Uint8Array | null = null
  // from the mildest to the worst, so that the worst has the last word
  for (let at = ranked.length - 1; at >= 0; at -= 1) {
    const bytes = ranked[at]?.bytes
    if (!bytes || !(bytes.includes(Outcome.hit) || bytes.includes(Outcome.incomplete))) continue
    rows ??= new Uint8Array(rowCount)
    for (let row = 0; row < rowCount; row += 1) {
      const byte = bytes[row]
      if (byte === Outcome.hit) rows[row] = 1 + at
      else if (byte === Outcome.incomplete && !isHit(rows[row] ?? 0)) rows[row] = undecidedFrom + at
    }
  }
  return rows
}

export function isHit(report: number): boolean {
  return report > 0 && report < undecidedFrom
}

/** Which column says that two rows are the same thing to a rule; null: each row is its own. */
const groupField: Readonly<Record<Grain, string | null>> = {
  借据: null,
  合同: 'contractNo',
  授信额度: 'contractNo',
  客户: 'customerKey',
  押品池: 'collateralPool',
}

/** Group number of each row (-1: alone) for a grain, or null where each row stands for itself. */
export function groupsOf(table: WorldTable, grain: Grain): Int32Array | null {
  const field = groupField[grain]
  const column =
    field === null
      ? undefined
      : (table.column(field) ?? (grain === '押品池' ? table.column('contractNo') : undefined))
  return column?.kind === 'text' ? column.codes : null
}

/** Keeps the worst report of each group, on the first row that has it. */
function reportOncePerGroup(rows: Uint8Array, grain: Grain, table: WorldTable): void {
  const groups = groupsOf(table, grain)
  if (!groups) return
  const best = new Map<number, number>()
  rows.forEach((report, row) => {
    const group = groups[row] ?? -1
    if (report === 0 || group < 0) return
    const before = best.get(group)
    // a smaller number is a worse case, and any hit is smaller than any incomplete
    if (before === undefined || report < (rows[before] ?? 0)) best.set(group, row)
  })
  rows.forEach((report, row) => {
    const group = groups[row] ?? -1
    if (report !== 0 && group >= 0 && best.get(group) !== row) rows[row] = 0
  })
}
