import type { Checklists, LoanTypeList } from '../policy/checklists/index.ts'
import { messages } from './messages.ts'
import { probeId } from './probes.ts'
import type { TrueProbes } from './readProbes.ts'
import type { StageOnLoan } from './types.ts'

/** The base list of a loan, the first that fits, and the additions. */
export function loanTypesOf(
  lists: Checklists,
  probes: TrueProbes,
  chosen?: string,
): { readonly base: LoanTypeList | null; readonly additions: readonly LoanTypeList[] } {
  const fits = (list: LoanTypeList): boolean => probes.get(probeId.loanType(list.id)) !== undefined
  const bases = lists.loanTypes.filter((list) => list.kind === 'base')
  const base = bases.find((list) => (chosen === undefined ? fits(list) : list.id === chosen))
  return {
    base: base ?? null,
    additions: lists.loanTypes.filter(
      (list) => list.kind === 'addition' && (fits(list) || list.id === chosen),
    ),
  }
}

/** The stages a loan is at, most pressing first, each with the first reason that holds. */
export function stagesOf(lists: Checklists, probes: TrueProbes): readonly StageOnLoan[] {
  return lists.stages.flatMap((stage) => {
    const reason = stage.triggers
      .map((_, at) => probes.get(probeId.stage(stage.id, at)))
      .find((finding) => finding !== undefined)
    if (!reason) return []
    return [{ id: stage.id, name: stage.name, because: reason.message, due: dueOf(stage.id, probes) }]
  })
}

/** A stage that a person chose, though nothing in the ledger says that the loan is at it. */
export function chosenStage(
  lists: Checklists,
  id: StageOnLoan['id'],
  probes: TrueProbes,
): StageOnLoan | null {
  const stage = lists.stages.find((one) => one.id === id)
  return stage ? { id, name: stage.name, because: messages.chosen, due: dueOf(id, probes) } : null
}

function dueOf(stage: string, probes: TrueProbes): number | null {
  return probes.day(probeId.stageDue(stage))
}
