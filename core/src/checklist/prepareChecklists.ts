import type { CheckOptions, Result } from '../check/index.ts'
import type { Ledger } from '../ledger/index.ts'
import { builtInChecklists } from '../policy/checklists/index.ts'
import type { Checklists, Guide, GuideQuestion, WorkPeriod } from '../policy/checklists/index.ts'
import { archiveList } from './archiveList.ts'
import { loanChecklist } from './loanChecklist.ts'
import { periodicWork } from './periodicWork.ts'
import { readProbes } from './readProbes.ts'
import { scoreForm } from './scoreForm.ts'
import { showFields } from './showField.ts'
import type {
  ArchiveList,
  EvidenceCell,
  ListChoice,
  LoanChecklist,
  RowPlace,
  Score,
  WorkOfPeriod,
} from './types.ts'

export interface ChecklistOptions extends CheckOptions {
  readonly checklists?: Checklists
  /** The check of the same ledger: its findings stand beside the items they speak of. */
  readonly result?: Result
}

/** The checklists of one ledger, whose conditions have been answered for all its loans. */
export interface ChecklistBook {
  readonly asOf: number | null
  forLoan(place: RowPlace, choice?: ListChoice): LoanChecklist
  archive(place: RowPlace, choice?: ListChoice): ArchiveList
  /** Null without an as-of day. */
  work(period?: WorkPeriod): readonly WorkOfPeriod[] | null
  /** A card that a person marks; null where there is no such card. */
  form(card: string, place: RowPlace, chosen?: Readonly<Record<string, number>>): Score | null
  guide(id: string, place: RowPlace): FilledGuide | null
}

export interface FilledGuide {
  readonly guide: Guide
  /** What the ledger says, by question. */
  readonly known: ReadonlyMap<GuideQuestion, readonly EvidenceCell[]>
}

/** Answers the checklists' conditions over a ledger once; what is then asked of single loans is looked up. */
export function prepareChecklists(ledger: Ledger, options: ChecklistOptions): ChecklistBook {
  const { policy, checklists: lists = builtInChecklists, result: checked = null } = options
  const probes = readProbes(ledger, lists, options)
  const { asOf } = probes.result
  return {
    asOf,
    forLoan: (place, choice) => loanChecklist({ lists, policy, probes, checked }, place, choice),
    archive: (place, choice) => archiveList(lists, probes, place, choice),
    work: (period) => (asOf === null ? null : periodicWork(lists, probes, asOf, period)),
    form(id, place, chosen) {
      const card = lists.scorecards.find((one) => one.id === id)
      return card ? scoreForm(card, probes, policy, place, chosen) : null
    },
    guide(id, place) {
      const guide = lists.guides.find((one) => one.id === id)
      if (!guide) return null
      const questions = guide.sections.flatMap((section) => section.questions)
      const known = questions.map(
        (question) => [question, showFields(question.shows ?? [], place, probes.result, policy)] as const,
      )
      return { guide, known: new Map(known) }
    },
  }
}
