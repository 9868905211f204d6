import type { PackLayer } from '../check/pack/index.ts'
import { type ChecklistsInForce, listsOfPacks } from '../checklist/index.ts'
import { policyInForce } from './policyInForce.ts'

export type { ChecklistsInForce }

/** The checklists and the policy with packs laid over both, in order. */
export function checklistsInForce(packs: readonly PackLayer[]): ChecklistsInForce {
  return listsOfPacks(policyInForce(packs), packs)
}
