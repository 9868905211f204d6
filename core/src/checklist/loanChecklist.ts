import type { Finding, Result } from '../check/index.ts'
import type { ChecklistItem, Checklists, StageId } from '../policy/checklists/index.ts'
import type { Policy } from '../policy/index.ts'
import { assessItem, progressOf } from './assessItem.ts'
import { chosenStage, loanTypesOf, stagesOf } from './chooseLists.ts'
import { fillText } from './parameterNow.ts'
import { probeId } from './probes.ts'
import type { Probes, TrueProbes } from './readProbes.ts'
import { cellsNamed, cellsText, showFields } from './showField.ts'
import type { AssessedItem, Evidence, ListChoice, LoanChecklist, RowPlace } from './types.ts'

export interface ChecklistGround {
  readonly lists: Checklists
  readonly policy: Policy
  readonly probes: Probes
  /** The check's own result: its findings stand beside the items they speak of. */
  readonly checked: Result | null
}

/** The list of one loan on the ledger's day: its stage's items, then those of its kind that this stage asks. */
export function loanChecklist(
  ground: ChecklistGround,
  place: RowPlace,
  choice: ListChoice = {},
): LoanChecklist {
  const { lists, probes } = ground
  const { asOf } = probes.result
  const truths = probes.trueOf(place)
  const { base, additions } = loanTypesOf(lists, truths, choice.loanType)
  const stages = stagesOf(lists, truths)
  const stage =
    choice.stage === undefined
      ? (stages[0] ?? null)
      : (stages.find(({ id }) => id === choice.stage) ?? chosenStage(lists, choice.stage, truths))

  const byId = new Map(lists.items.map((item) => [item.id, item]))
  const ofStage = lists.stages.find(({ id }) => id === stage?.id)?.items ?? []
  const ofKind = [base, ...additions].flatMap((list) => list?.items ?? [])
  // a loan that is at no stage (repaid, discounted) is asked nothing until a person says where it stands
  const isAsked = (id: string): boolean =>
    stage !== null && (byId.get(id)?.at ?? inspections).includes(stage.id)
  const asked = [...new Set([...ofStage, ...ofKind.filter(isAsked)])]
  const found = findingsByRule(ground.checked, place)
  const items = asked.flatMap((id) => {
    const item = byId.get(id)
    return item ? assess(ground, item, place, truths, found, choice) : []
  })
  const progress = progressOf(items)
  const due = stage?.due ?? null
  return {
    place,
    asOf,
    loanType: base,
    additions,
    stage,
    stages,
    items,
    progress,
    due,
    daysLeft: due === null || asOf === null ? null : due - asOf,
    late: due !== null && asOf !== null && due < asOf && progress.done < progress.total,
  }
}

const inspections: readonly StageId[] = ['firstCheck', 'regular', 'special']

function assess(
  ground: ChecklistGround,
  item: ChecklistItem,
  place: RowPlace,
  truths: TrueProbes,
  found: ReadonlyMap<string, readonly Finding[]>,
  choice: ListChoice,
): readonly AssessedItem[] {
  const applies = item.applies === undefined ? true : ground.probes.truth(probeId.applies(item.id), place)
  if (applies === false) return []
  return [
    assessItem(
      { ...item, text: fillText(item.text, ground.policy, ground.probes.result.asOf) },
      {
        applies,
        evidence: evidenceOf(ground, item, truths),
        known: showFields(item.shows ?? [], place, ground.probes.result, ground.policy),
        findings: (item.rules ?? []).flatMap((rule) => found.get(rule) ?? []),
        answer: choice.answers?.findLast((answer) => answer.item === item.id) ?? null,
        due: truths.day(probeId.due(item.id)),
        asOf: ground.probes.result.asOf,
      },
    ),
  ]
}

/** What the ledger shows of an item, where it proves it. */
function evidenceOf(ground: ChecklistGround, item: ChecklistItem, truths: TrueProbes): Evidence | null {
  const proof = truths.get(probeId.proof(item.id))
  if (!proof) return null
  const cells = cellsNamed(item.proof ?? '', proof, ground.policy)
  return { text: item.says === undefined ? cellsText(cells) : proof.message, cells }
}

/** What is wrong or to be looked into on this loan; what is merely due is no fault. */
function findingsByRule(checked: Result | null, place: RowPlace): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>()
  if (!checked) return found
  const filter = { table: place.table, tableRow: place.row, outcomes: ['hit'] } as const
  for (const finding of checked.findings({ ...filter, kinds: ['violation', 'lead'] })) {
    found.set(finding.rule, [...(found.get(finding.rule) ?? []), finding])
  }
  return found
}
