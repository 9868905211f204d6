import type { Finding } from '../check/index.ts'
import type { ChecklistItem } from '../policy/checklists/index.ts'
import type { Answer, AssessedItem, Evidence, EvidenceCell, ItemState, Progress } from './types.ts'

export interface ItemGround {
  /** Null where it cannot be told. */
  readonly applies: boolean | null
  readonly evidence: Evidence | null
  readonly known: readonly EvidenceCell[]
  /** Faults and leads of the rules that speak of it. */
  readonly findings: readonly Finding[]
  readonly answer: Answer | null
  readonly due: number | null
  readonly asOf: number | null
}

/**
 * Where one item stands. What the ledger proves needs nobody; where a rule finds a fault or a lead it is a person's to
 * answer, whatever else the ledger shows; and a fault that a person saw is a fault.
 */
export function assessItem(item: ChecklistItem, ground: ItemGround): AssessedItem {
  const { answer, findings, evidence, due, asOf } = ground
  const said = answer !== null && hasSaid(item, answer) ? answer : null
  const faulty = findings.some(({ kind }) => kind === 'violation')
  const state = stateOf(said, evidence !== null && findings.length === 0, faulty)
  const done = isDone(state, said)
  return {
    id: item.id,
    text: item.text,
    state,
    evidence,
    known: ground.known,
    findings,
    answer,
    wants: done || state === 'notApplicable' ? null : (item.answer ?? 'tick'),
    uncertain: ground.applies === null,
    due,
    late: !done && state !== 'notApplicable' && due !== null && asOf !== null && due < asOf,
    sources: item.sources,
  }
}

/** A tick says nothing where words are wanted; a fault always wants words. */
function hasSaid(item: ChecklistItem, answer: Answer): boolean {
  if (answer.verdict === 'notApplicable') return true
  const wantsWords = item.answer === 'text' || answer.verdict === 'fault'
  return !wantsWords || (answer.note ?? '').trim() !== ''
}

function stateOf(answer: Answer | null, proven: boolean, faulty: boolean): ItemState {
  if (answer?.verdict === 'fault') return 'fault'
  if (answer?.verdict === 'notApplicable') return 'notApplicable'
  if (proven) return 'proven'
  if (answer) return 'answered'
  return faulty ? 'fault' : 'open'
}

function isDone(state: ItemState, answer: Answer | null): boolean {
  return state === 'proven' || state === 'answered' || (state === 'fault' && answer !== null)
}

/** How far a list is. */
export function progressOf(items: readonly AssessedItem[]): Progress {
  const asked = items.filter((item) => item.state !== 'notApplicable')
  return {
    done: asked.filter((item) => item.wants === null).length,
    total: asked.length,
    proven: asked.filter((item) => item.state === 'proven').length,
    faults: asked.filter((item) => item.state === 'fault').length,
  }
}
