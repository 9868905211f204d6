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
  const criteria = card.criteria.map((criterion): MarkedCriterion => {
    const { judged, faults } = countFaults(criterion, result, options)
    const given = options.marks?.[criterion.id]
    const mark =
      given === undefined
        ? judged === 0
          ? null
          : round((criterion.points * (judged - faults)) / judged)
        : Math.min(Math.max(given, 0), criterion.points)
    const by = given !== undefined ? 'person' : mark === null ? null : 'data'
    return { criterion, mark, by, judged, faults, proposed: null }
  })
  return sumScore(card, criteria, options.policy, result.asOf)
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
    const name = column ? valueAt(column, row) : null
    return typeof name === 'string' ? name : messages.noUnit
  }
  const units = new Set<string>()
  result.tables.forEach(({ table: { name, rowCount } }, table) => {
    if (name !== '借据') return
    for (let row = 0; row < rowCount; row += 1) units.add(unitOf(table, row))
  })
  return [...units]
    .map((unit) => ({
      unit,
      score: scoreInspection(card, result, { policy, rows: (table, row) => unitOf(table, row) === unit }),
    }))
    .toSorted((a, b) => (a.score.percent ?? 101) - (b.score.percent ?? 101) || (a.unit < b.unit ? -1 : 1))
}

/** Rows that any of the rules passed or found a fault in; what is due or only a lead is no fault. */
function countFaults(
  criterion: ScoreCriterion,
  result: Result,
  { policy, rows }: ScoreOptions,
): { readonly judged: number; readonly faults: number } {
  const rules = policy.rules.filter((rule) => criterion.rules?.includes(rule.id))
  let judged = 0
  let faults = 0
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
      if (rows && !rows(at, row)) continue
      const hit = outcomes.some((bytes) => bytes[row] === Outcome.hit)
      if (hit) faults += 1
      if (hit || outcomes.some((bytes) => bytes[row] === Outcome.pass)) judged += 1
    }
  })
  return { judged, faults }
}
