import type { PackLayer } from '../check/pack/index.ts'
import { builtInChecklists, type Checklists } from '../policy/checklists/index.ts'
import type { Policy } from '../policy/index.ts'
import { withPackLists, type LayeredLists } from './withPackLists.ts'

export interface ChecklistsInForce {
  readonly lists: Checklists
  /** The policy as given, with the sources that the packs' own lists rest on. */
  readonly policy: Policy
  readonly unknownStages: LayeredLists['unknownStages']
}

/** Our checklists with those of packs laid over them, in order; `policy` is the one with the same packs over it. */
export function listsOfPacks(policy: Policy, packs: readonly PackLayer[]): ChecklistsInForce {
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
