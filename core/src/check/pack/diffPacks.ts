import type { Policy } from '../../policy/index.ts'
import type { Pack } from '../../policy/pack/index.ts'
import { applyPacks, type PolicyChange } from './applyPack.ts'

/** What one pack makes of the policy and the other does not, or makes otherwise. */
export interface PackDifference {
  readonly part: PolicyChange['part']
  readonly subject: string
  /** Null: that pack does not touch it. */
  readonly first: string | null
  readonly second: string | null
}

/** Compares two packs by what they do to the policy, not by how they are written. */
export function diffPacks(first: Pack, second: Pack, base: Policy): readonly PackDifference[] {
  const [before, after] = [effects(first, base), effects(second, base)]
  const differences: PackDifference[] = []
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [one, other] = [before.get(key), after.get(key)]
    const change = other?.change ?? one?.change
    if (!change || one?.detail === other?.detail) continue
    differences.push({
      part: change.part,
      subject: change.subject,
      first: one?.shown ?? null,
      second: other?.shown ?? null,
    })
  }
  return differences
}

interface Effect {
  readonly change: PolicyChange
  readonly shown: string
  /** All that the pack says of it. */
  readonly detail: string
}

function effects(pack: Pack, base: Policy): ReadonlyMap<string, Effect> {
  const { changes } = applyPacks(base, [{ pack, signedBy: { signer: '', keyFingerprint: '' } }])
  return new Map(
    changes.map((change) => {
      const reason = change.reason === undefined ? '' : `（${change.reason}）`
      const own = writtenOf(pack, change)
      const shown = own?.shown ?? `${change.after}${reason}`
      return [`${change.part} ${change.id}`, { change, shown, detail: JSON.stringify(own?.written ?? shown) }]
    }),
  )
}

interface Written {
  readonly shown: string
  readonly written: unknown
}

/** Own things have no before: all that is written of them counts. */
function writtenOf(pack: Pack, { part, id }: PolicyChange): Written | null {
  switch (part) {
    case 'rule': {
      const rule = pack.rules?.find((one) => one.id === id)
      return rule ? { shown: rule.when, written: rule } : null
    }
    case 'field': {
      const field = pack.fields?.find(({ name }) => name === id)
      return field ? { shown: [field.name, ...(field.aliases ?? [])].join('、'), written: field } : null
    }
    case 'checklist': {
      const list = pack.checklists?.find((one) => one.id === id)
      return list ? { shown: list.items.map(({ text }) => text).join('、'), written: list } : null
    }
    case 'pageMap': {
      const map = pack.pageMaps?.find((one) => one.id === id)
      return map ? { shown: map.version, written: map } : null
    }
    default:
      return null
  }
}
