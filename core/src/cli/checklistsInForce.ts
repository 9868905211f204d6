import type { PackLayer } from '../check/pack/index.ts'
import { builtInChecklists, withPackLists, type Checklists, type LayeredLists } from '../checklist/index.ts'
import type { Policy } from '../policy/index.ts'
import { policyInForce } from './policyInForce.ts'

export interface ChecklistsInForce {
  readonly lists: Checklists
  /** The policy in force, with the sources that the packs' own lists rest on. */
  readonly policy: Policy
  readonly unknownStages: LayeredLists['unknownStages']
}

/** The checklists and the policy with packs laid over both, in order. */
export function checklistsInForce(packs: readonly PackLayer[]): ChecklistsInForce {
  const policy = policyInForce(packs)
  const sources = [...policy.sources]
  const unknownStages: { list: string; stage: string }[] = []
  let lists = builtInChecklists
  for (const { pack } of packs) {
    const layered = withPackLists(lists, pack.checklists ?? [], (basis) => {
      const id = `${pack.id}:${basis}`
      if (!sources.some((source) => source.id === id)) {
        sources.push({ id, issuer: pack.issuer, title: basis, status: 'bank', says: basis })
      }
      return id
    })
    lists = layered.lists
    unknownStages.push(...layered.unknownStages)
  }
  const added = sources.length > policy.sources.length
  return { lists, policy: added ? { ...policy, sources } : policy, unknownStages }
}
