import type { FindingKind, Policy } from '../../policy/index.ts'
import { severities } from '../severities.ts'
import { Outcome, type Finding } from '../types.ts'
import type { ComparedSide } from './comparedSide.ts'
import { absent, type LoanMatch } from './matchLoans.ts'
import {
  findingMoves,
  type FindingChange,
  type FindingComparison,
  type FindingMove,
  type RuleMove,
} from './types.ts'

/** What is due is a worklist, not a warning. */
const kinds: readonly FindingKind[] = ['violation', 'lead']

/**
 * New, cured and lasting findings, rule by rule and loan by loan: a finding of a customer or of a piece of collateral
 * lasts where the rule still hits for one of the loans it speaks of.
 */
export function compareFindings(
  before: ComparedSide,
  now: ComparedSide,
  match: LoanMatch,
  policy: Policy,
): FindingComparison {
  const [old, fresh] = [hitsOf(before), hitsOf(now)]
  const listed: FindingChange[] = []
  const moves = noMoves()
  const byRule = new Map<string, Record<FindingMove, number>>()
  const count = (change: FindingChange): void => {
    moves[change.move] += 1
    const ofRule = byRule.get(change.finding.rule) ?? noMoves()
    byRule.set(change.finding.rule, ofRule)
    ofRule[change.move] += 1
    if (change.move !== 'same') listed.push(change)
  }

  for (const { finding, rows } of fresh.all) {
    const lasting = partners(rows, match.before)
      .map((row) => old.byRule.get(finding.rule)?.get(row))
      .find((one) => one !== undefined)
    const place = { finding, of: 'now', ...now.ownerOf(rows[0]) } as const
    if (!lasting) {
      count({
        ...place,
        move: apartFrom(finding, rows, match.before, before, ['appeared', 'decidedNow', 'new']),
      })
      continue
    }
    const step = severities.indexOf(lasting.severity) - severities.indexOf(finding.severity)
    const move = step > 0 ? 'worse' : step < 0 ? 'lighter' : 'same'
    count({ ...place, move, ...(step === 0 ? {} : { severityBefore: lasting.severity }) })
  }
  for (const { finding, rows } of old.all) {
    const ofRule = fresh.byRule.get(finding.rule)
    if (partners(rows, match.now).some((row) => ofRule?.has(row))) continue
    const move = apartFrom(finding, rows, match.now, now, ['gone', 'undecidedNow', 'cured'])
    count({ move, finding, of: 'before', ...before.ownerOf(rows[0]) })
  }
  return { kinds, moves, byRule: rulesOf(byRule, policy), changes: listed }
}

interface LoanFinding {
  readonly finding: Finding
  /** Loans it speaks of, as rows of the combined table. */
  readonly rows: readonly number[]
}

function hitsOf(side: ComparedSide): {
  readonly all: readonly LoanFinding[]
  readonly byRule: ReadonlyMap<string, ReadonlyMap<number, Finding>>
} {
  const all: LoanFinding[] = []
  const byRule = new Map<string, Map<number, Finding>>()
  for (const finding of side.result.findings({ kinds, outcomes: ['hit'] })) {
    const rows = side.loansOf(finding)
    all.push({ finding, rows })
    const ofRule = byRule.get(finding.rule) ?? new Map<number, Finding>()
    byRule.set(finding.rule, ofRule)
    // the gravest comes first
    for (const row of rows) if (!ofRule.has(row)) ofRule.set(row, finding)
  }
  return { all, byRule }
}

function partners(rows: readonly number[], match: Int32Array): readonly number[] {
  return rows.map((row) => match[row] ?? absent).filter((row) => row >= 0)
}

/** Why the other ledger does not have the finding: no such loan, cannot tell, or the rule does not hit there. */
function apartFrom(
  finding: Finding,
  rows: readonly number[],
  match: Int32Array,
  other: ComparedSide,
  [lone, untold, told]: readonly [FindingMove, FindingMove, FindingMove],
): FindingMove {
  const there = partners(rows, match)
  if (there.length === 0) {
    return rows.length > 0 && rows.every((row) => match[row] === absent) ? lone : 'unmatched'
  }
  const decided = there.some((row) => {
    const said = other.outcomesFor(finding, row)
    return said.length > 0 && said.every((one) => one === Outcome.pass || one === Outcome.notApplicable)
  })
  return decided ? told : untold
}

function noMoves(): Record<FindingMove, number> {
  return {
    new: 0,
    appeared: 0,
    decidedNow: 0,
    worse: 0,
    lighter: 0,
    same: 0,
    cured: 0,
    undecidedNow: 0,
    gone: 0,
    unmatched: 0,
  }
}

/** Most new ones first. */
function rulesOf(
  counts: ReadonlyMap<string, Readonly<Record<FindingMove, number>>>,
  policy: Policy,
): readonly RuleMove[] {
  const total = (moves: RuleMove['moves']): number => findingMoves.reduce((sum, move) => sum + moves[move], 0)
  return [...counts]
    .map(([rule, moves]): RuleMove => {
      const name = policy.rules.find(({ id }) => id === rule)?.nameZh ?? ''
      return { rule, name, moves }
    })
    .toSorted((a, b) => b.moves.new - a.moves.new || total(b.moves) - total(a.moves))
}
