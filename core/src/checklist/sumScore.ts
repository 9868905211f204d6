import type { Scorecard } from '../policy/checklists/index.ts'
import type { Policy } from '../policy/index.ts'
import { parameterNow } from './parameterNow.ts'
import type { MarkedCriterion, Score } from './types.ts'

/** The score of a card. Criteria that nobody marked count neither for nor against. */
export function sumScore(
  card: Scorecard,
  criteria: readonly MarkedCriterion[],
  policy: Policy,
  asOf: number | null,
): Score {
  const marked = criteria.filter((one) => one.mark !== null)
  const points = round(marked.reduce((sum, one) => sum + (one.mark ?? 0), 0))
  const of = marked.reduce((sum, one) => sum + one.criterion.points, 0)
  const total = card.criteria.reduce((sum, criterion) => sum + criterion.points, 0)
  // a card whose parameter is gone is passed by full points only
  const passMark =
    parameterNow(
      policy.parameters.find((one) => one.id === card.passMark),
      asOf,
    ) ?? 100
  const complete = marked.length === card.criteria.length
  return {
    id: card.id,
    name: card.name,
    criteria,
    points,
    of,
    percent: of === 0 ? null : round((100 * points) / of),
    complete,
    passMark,
    // what is still unmarked brings between nothing and all its points
    passed: points >= passMark ? true : points + total - of < passMark ? false : null,
    below: card.below,
  }
}

/** One decimal, as scores are told. */
export function round(points: number): number {
  return Math.round(points * 10 + 1e-9) / 10
}
