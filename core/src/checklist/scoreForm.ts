import type { ScoreCriterion, Scorecard } from '../policy/checklists/index.ts'
import type { Policy } from '../policy/index.ts'
import { probeId } from './probes.ts'
import type { Probes, TrueProbes } from './readProbes.ts'
import { cellsNamed, cellsText } from './showField.ts'
import { sumScore } from './sumScore.ts'
import type { MarkedCriterion, RowPlace, Score } from './types.ts'

/**
 * A form that a person marks for one loan: which option of each criterion holds (its index). What the ledger shows is
 * proposed, never marked: a score is a person's word.
 */
export function scoreForm(
  card: Scorecard,
  probes: Probes,
  policy: Policy,
  place: RowPlace,
  chosen: Readonly<Record<string, number>> = {},
): Score {
  const truths = probes.trueOf(place)
  const criteria = card.criteria.map((criterion): MarkedCriterion => {
    const option = criterion.options?.[chosen[criterion.id] ?? -1]
    return {
      criterion,
      mark: option ? criterion.points - option.deduct : null,
      by: option ? 'person' : null,
      judged: 0,
      faults: 0,
      proposed: proposalOf(card, criterion, truths, policy),
    }
  })
  return sumScore(card, criteria, policy, probes.result.asOf)
}

/** The worst option that the ledger shows to hold. */
function proposalOf(
  card: Scorecard,
  criterion: ScoreCriterion,
  truths: TrueProbes,
  policy: Policy,
): MarkedCriterion['proposed'] {
  const options = criterion.options ?? []
  const at = options.findLastIndex((_, index) => truths.get(probeId.score(card.id, criterion.id, index)))
  const option = options[at]
  const shown = truths.get(probeId.score(card.id, criterion.id, at))
  if (!option || !shown) return null
  return { option, evidence: cellsText(cellsNamed(option.when ?? '', shown, policy)) }
}
