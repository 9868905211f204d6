import { Outcome } from '../check/index.ts'
import type { Result } from '../check/index.ts'
import type { ScoreCriterion, Scorecard } from '../policy/checklists/index.ts'
import type { Policy } from '../policy/index.ts'
import { valueAt } from '../table/index.ts'
import { messages } from './messages.ts'
import { round, sumScore } from './sumScore.ts'
import type { MarkedCriterion, Score } from './types.ts'

export interface ScoreOptions {
  readonly policy: Policy
  /** Points that a person gives, by criterion; they win over the data. */
  readonly marks?: Readonly<Record<string, number>>
  /** Only these rows (of one officer, one branch). */
  readonly rows?: (table: number, row: number) => boolean
}

/**
 * The inspection scored in a hundred from a check's outcomes (PF-16): each criterion gives its points times the share
 * of rows without a fault among the rows that its rules could judge. Where they could judge none, a person marks it.
 */
export function scoreInspection(card: Scorecard, result: Result, options: ScoreOptions): Score {
  const { policy, marks = {}, rows } = options
  const group = (table: number, row: number): number => (!rows || rows(table, row) ? 0 : -1)
  const criteria = card.criteria.map((criterion): MarkedCriterion => {
    const { judged, faults } = countFaults(criterion, result, policy, group, 1)
    return markOf(criterion, judged[0] ?? 0, faults[0] ?? 0, marks[criterion.id])
  })
  return sumScore(card, criteria, policy, result.asOf)
}

/** The same for each officer or branch, worst first; rows that name none are told apart. */
export function scoreUnits(
  card: Scorecard,
  result: Result,
  policy: Policy,
  field: 'managerName' | 'orgName',
): readonly { readonly unit: string; readonly score: Score }[] {
  const columns = result.tables.map(({ table }) => table.columns.get(field))
  const unitOf = (table: number, row: number): string => {
    const column = columns[table]
    const written = column ? valueAt(column, row) : null
    return typeof written === 'string' ? written : messages.noUnit
  }
  // a register's rows count for the units of the loans, they do not make one
  const known = new Map<string, number>()
  result.tables.forEach(({ table: { name, rowCount } }, table) => {
    if (name !== '借据') return
    for (let row = 0; row < rowCount; row += 1) {
      const unit = unitOf(table, row)
      if (!known.has(unit)) known.set(unit, known.size)
    }
  })
  const units = [...known.keys()]
  const ofRow = result.tables.map(({ table: { rowCount } }, table) =>
    Int32Array.from({ length: rowCount }, (_, row) => known.get(unitOf(table, row)) ?? -1),
  )
  const group = (table: number, row: number): number => ofRow[table]?.[row] ?? -1
  const counts = card.criteria.map((one) => countFaults(one, result, policy, group, units.length))
  return units
    .map((unit, at) => {
      const criteria = card.criteria.map((criterion, index) =>
        markOf(criterion, counts[index]?.judged[at] ?? 0, counts[index]?.faults[at] ?? 0, undefined),
      )
      return { unit, score: sumScore(card, criteria, policy, result.asOf) }
    })
    .toSorted((a, b) => (a.score.percent ?? 101) - (b.score.percent ?? 101) || (a.unit < b.unit ? -1 : 1))
}

function markOf(
  criterion: ScoreCriterion,
  judged: number,
  faults: number,
  given: number | undefined,
): MarkedCriterion {
  const mark =
    given === undefined
      ? judged === 0
        ? null
        : round((criterion.points * (judged - faults)) / judged)
      : Math.min(Math.max(given, 0), criterion.points)
  const by = given !== undefined ? 'person' : mark === null ? null : 'data'
  return { criterion, mark, by, judged, faults, proposed: null }
}

/**
 * Rows that any of the rules passed or found a fault in, by the group each is of (-1: of none); what is due or only a
 * lead is no fault.
 */
function countFaults(
  criterion: ScoreCriterion,
  result: Result,
  policy: Policy,
  group: (table: number, row: number) => number,
  groups: number,
): { readonly judged: Uint32Array; readonly faults: Uint32Array } {
  const rules = policy.rules.filter((rule) => criterion.rules?.includes(rule.id))
  const judged = new Uint32Array(groups)
  const faults = new Uint32Array(groups)
  result.tables.forEach(({ table }, at) => {
    const outcomes = rules
      .flatMap((rule) =>
        rule.cases
          .filter((one) => one.kind === 'violation')
          .map((one) => result.outcomes(rule.id, one.id, at)),
      )
      .filter((bytes) => bytes !== null)
    if (outcomes.length === 0) return
    for (let row = 0; row < table.rowCount; row += 1) {
      const unit = group(at, row)
      if (unit < 0) continue
      const hit = outcomes.some((bytes) => bytes[row] === Outcome.hit)
      if (hit) faults[unit] = (faults[unit] ?? 0) + 1
      if (hit || outcomes.some((bytes) => bytes[row] === Outcome.pass)) judged[unit] = (judged[unit] ?? 0) + 1
    }
  })
  return { judged, faults }
}
