import type { Checklists } from '../policy/checklists/index.ts'

/** A bank's own lists over ours: an entry with a known id takes the place of ours, any other is added behind. */
export function layerChecklists(base: Checklists, own: Partial<Checklists>): Checklists {
  return {
    items: over(base.items, own.items),
    loanTypes: over(base.loanTypes, own.loanTypes),
    stages: over(base.stages, own.stages),
    spokenTriggers: [...base.spokenTriggers, ...(own.spokenTriggers ?? [])],
    archive: over(base.archive, own.archive),
    work: over(base.work, own.work),
    guides: over(base.guides, own.guides),
    conduct: over(base.conduct, own.conduct),
    scorecards: over(base.scorecards, own.scorecards),
    lifecycle: over(base.lifecycle, own.lifecycle),
    disposal: over(base.disposal, own.disposal),
  }
}

function over<Entry extends { readonly id: string }>(
  base: readonly Entry[],
  own: readonly Entry[] = [],
): readonly Entry[] {
  const byId = new Map(own.map((entry) => [entry.id, entry]))
  const known = new Set(base.map(({ id }) => id))
  return [...base.map((entry) => byId.get(entry.id) ?? entry), ...own.filter(({ id }) => !known.has(id))]
}
