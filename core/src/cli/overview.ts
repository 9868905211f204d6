import {
  computeIndicators,
  listRedLines,
  portfolioPicture,
  type IndicatorValue,
  type PortfolioPicture,
  type PreviousLoans,
  type RedLineTouch,
  type Result,
} from '../check/index.ts'
import { builtInChecklists, scoreInspection, scoreUnits, type Score } from '../checklist/index.ts'
import type { Policy } from '../policy/index.ts'

/** What is said of a whole book beside its findings; plain data, so that it can go from a worker to the main thread. */
export interface Overview {
  /** Null without a day or without balances. */
  readonly picture: PortfolioPicture | null
  readonly indicators: readonly IndicatorValue[]
  readonly redLines: readonly RedLineTouch[]
  readonly score: Score
  readonly scoreByManager: readonly UnitScore[]
  readonly scoreByOrg: readonly UnitScore[]
  readonly previous: PreviousLoans | null
}

export interface UnitScore {
  readonly unit: string
  readonly score: Score
}

/** The inspection's card (PF-16): the one that rules mark. */
const inspection = builtInChecklists.scorecards.find(({ id }) => id === 'inspection')

/** `before` is last month's ledger, of which only the loans are wanted. */
export function overviewOf(result: Result, policy: Policy, before: Result | null): Overview {
  if (!inspection) throw new Error('there is a card for the inspection')
  const score = scoreInspection(inspection, result, { policy })
  return {
    picture: portfolioPicture(result, policy),
    indicators: computeIndicators(result, policy, {
      ...(before ? { previous: before } : {}),
      ...(score.complete ? { inspectionScore: score.points } : {}),
    }),
    redLines: listRedLines(result, policy),
    score,
    scoreByManager: scoreUnits(inspection, result, policy, 'managerName'),
    scoreByOrg: scoreUnits(inspection, result, policy, 'orgName'),
    previous: result.previous ?? null,
  }
}
