import { archiveTypeOf } from '../policy/checklists/index.ts'
import type { ArchiveNeed, ArchivePaper, Checklists } from '../policy/checklists/index.ts'
import { loanTypesOf } from './chooseLists.ts'
import { probeId } from './probes.ts'
import type { Probes } from './readProbes.ts'
import type { ArchiveList, AssessedFile, ListChoice, RowPlace } from './types.ts'

/**
 * What a loan's file must hold and what of it the archive register shows. A loan that is of several kinds (a farmer's
 * business loan) needs what any of them needs.
 */
export function archiveList(
  lists: Checklists,
  probes: Probes,
  place: RowPlace,
  choice: ListChoice = {},
): ArchiveList {
  const { base, additions } = loanTypesOf(lists, probes.trueOf(place), choice.loanType)
  const types = [base, ...additions].flatMap((list) => archiveTypeOf[list?.id ?? ''] ?? [])
  const items = lists.archive.flatMap((item): readonly AssessedFile[] => {
    const need = needOf(
      item,
      types.map((type) => item.needs[type]),
      item.when === undefined ? null : probes.truth(probeId.archiveNeeded(item.id), place),
    )
    if (need === 'notNeeded') return []
    return [
      {
        id: item.id,
        text: item.text,
        need,
        state: stateOf(item, need, probes, place),
        answer: choice.answers?.findLast((answer) => answer.item === item.id) ?? null,
        sources: item.sources,
      },
    ]
  })
  const asked = items.filter((item) => item.answer?.verdict !== 'notApplicable')
  const settled = (item: AssessedFile): boolean => item.state === 'there' || item.answer !== null
  return {
    items,
    progress: {
      done: asked.filter(settled).length,
      // what is kept only where it arises counts once somebody says that it did
      total: asked.filter((item) => item.need === 'required' || settled(item)).length,
      proven: asked.filter((item) => item.state === 'there').length,
      faults: asked.filter((item) => item.state === 'missing' && item.need === 'required').length,
    },
  }
}

function needOf(item: ArchivePaper, needs: readonly ArchiveNeed[], applies: boolean | null): ArchiveNeed {
  if (needs.includes('required')) return 'required'
  if (!needs.includes('whenApplicable')) return 'notNeeded'
  if (item.when === undefined || applies === null) return 'whenApplicable'
  return applies ? 'required' : 'notNeeded'
}

/** Listed as missing counts before listed as there; a list that does not name what it must hold lacks it. */
function stateOf(
  item: ArchivePaper,
  need: ArchiveNeed,
  probes: Probes,
  place: RowPlace,
): AssessedFile['state'] {
  const missing = either(
    probes.truth(probeId.archiveMissing(item.id, 'row'), place),
    probes.truth(probeId.archiveMissing(item.id, 'register'), place),
  )
  if (missing === true) return 'missing'
  const there = either(
    probes.truth(probeId.archiveThere(item.id, 'row'), place),
    probes.truth(probeId.archiveThere(item.id, 'register'), place),
  )
  if (there === true) return 'there'
  const early = item.afterDays > 0 && probes.truth(probeId.archiveEarly(item.id), place) !== false
  return there === false && need === 'required' && !early ? 'missing' : 'unknown'
}

/** True where one is; false where one is and the other cannot tell; null where neither can. */
function either(one: boolean | null, other: boolean | null): boolean | null {
  return one === true || other === true ? true : (one ?? other)
}
