import type { Finding } from '../check/index.ts'
import type { Level } from './annotation.ts'
import { rankOf } from './levels.ts'

/** What the findings of one row come to. There may be one for each row of the ledger, so it keeps no finding whole. */
export interface RowFindings {
  worst: Said
  level: Level
  readonly tableRow: number
  /** Rules of the other hits, the first few. */
  others: readonly string[]
  otherCount: number
  incompleteCount: number
  /** Set when the row only refers to a finding of another row, of another sheet where one is named. */
  refersTo: Place | null
  /** Keys of the fields at fault. */
  faults: readonly string[]
  /** Bit per level that the row has. */
  levelBits: number
}

export interface Place {
  readonly row: number
  readonly sheet: string | null
}

/** What of a finding stands in its row. */
export type Said = Pick<
  Finding,
  | 'rule'
  | 'kind'
  | 'severity'
  | 'row'
  | 'key'
  | 'message'
  | 'remedy'
  | 'fields'
  | 'at'
  | 'sources'
  | 'sourceStatus'
>

export function saidBy(finding: Said): Said {
  const { rule, kind, severity, row, key, message, remedy, fields, sources, sourceStatus } = finding
  return { rule, kind, severity, row, key, message, remedy, fields, sources, sourceStatus }
}

/** The cells to border. */
function faultsOf(finding: Said): readonly string[] {
  return finding.at ?? finding.fields
}

const NONE: readonly string[] = []
const NAMES_SHOWN = 2

/** Adds a finding to what its row comes to, or a reference to one of another row. */
export function addToRow(
  byRow: Map<number, RowFindings>,
  finding: Said,
  level: Level,
  row: number,
  tableRow: number,
  refersTo: Place | null,
): void {
  const known = byRow.get(row)
  if (!known) {
    byRow.set(row, {
      worst: saidBy(finding),
      level,
      tableRow,
      others: NONE,
      otherCount: 0,
      incompleteCount: level === 'incomplete' ? 1 : 0,
      refersTo,
      faults: refersTo === null ? faultsOf(finding) : NONE,
      levelBits: refersTo === null ? 1 << rankOf(level) : 0,
    })
    return
  }
  if (refersTo === null) known.levelBits |= 1 << rankOf(level)
  if (level === 'incomplete') {
    known.incompleteCount++
    return
  }
  if (refersTo === null) known.faults = [...new Set([...known.faults, ...faultsOf(finding)])]
  const outranks =
    rankOf(level) < rankOf(known.level) ||
    (known.refersTo !== null && refersTo === null && rankOf(level) === rankOf(known.level))
  const loser = outranks ? known.worst.rule : finding.rule
  if (known.level !== 'incomplete' || !outranks) {
    known.otherCount++
    if (known.others.length < NAMES_SHOWN) known.others = [...known.others, loser]
  }
  if (outranks) {
    known.worst = saidBy(finding)
    known.level = level
    known.refersTo = refersTo
  }
}
