import type { ChecklistItem, Checklists, LoanTypeList, StageId } from '../policy/checklists/index.ts'
import type { Pack } from '../policy/pack/index.ts'
import { layerChecklists } from './layerChecklists.ts'

export type WrittenList = NonNullable<Pack['checklists']>[number]

export interface LayeredLists {
  readonly lists: Checklists
  /** Stages that a list names and nobody knows; it is then asked at every inspection. */
  readonly unknownStages: readonly { readonly list: string; readonly stage: string }[]
}

/**
 * A pack's lists beside ours: each is an addition to what loans of its kind are asked, under ids of its own. Stages are
 * named by id or by words of their name (首次检查). `sourceOf` gives the source id of a basis as written.
 */
export function withPackLists(
  base: Checklists,
  written: readonly WrittenList[],
  sourceOf: (basis: string) => string = () => 'bank',
): LayeredLists {
  const unknownStages: { list: string; stage: string }[] = []
  const loanTypes: LoanTypeList[] = []
  const items: ChecklistItem[] = []
  for (const list of written) {
    const sources = [sourceOf(list.source)]
    const at = (list.stages ?? []).flatMap((stage): readonly StageId[] => {
      const known = base.stages.find(({ id, name }) => id === stage || name.includes(stage))
      if (!known) unknownStages.push({ list: list.id, stage })
      return known ? [known.id] : []
    })
    const own = list.items.map((item): ChecklistItem => ({
      id: `${list.id}/${item.id}`,
      text: item.text,
      sources,
      ...(item.applies === undefined ? {} : { applies: item.applies }),
      ...(item.proof === undefined ? {} : { proof: item.proof }),
      ...(item.answer === undefined ? {} : { answer: item.answer }),
      ...(item.due === undefined ? {} : { due: item.due }),
      ...(at.length > 0 ? { at } : {}),
    }))
    items.push(...own)
    loanTypes.push({
      id: list.id,
      name: list.name,
      kind: 'addition',
      applies: { when: list.applies ?? 'true' },
      items: own.map(({ id }) => id),
      sources,
    })
  }
  return { lists: layerChecklists(base, { items, loanTypes }), unknownStages }
}
