import type { Field, FieldAlias, TableName } from '../policy/index.ts'
import { headerName } from './headerName.ts'
import { commonForm } from './headerWords.ts'
import type { Dictionary } from './types.ts'

/** A field that a wording may mean, with how sure the wording alone makes us. */
export interface Wording {
  readonly field: Field
  /** The field's own name 1, wordings counted in ledgers 0.98, common ones 0.94. */
  readonly strength: number
  /** Only in these tables; undefined = wherever the field may stand. */
  readonly tables: readonly TableName[] | undefined
  /** Seen somewhere, not only thought likely. */
  readonly counted: boolean
}

const strengths: Readonly<Record<string, number>> = { L: 0.98, EAST: 0.97, P1: 0.96 }
const indexes = new WeakMap<Dictionary, ReadonlyMap<string, readonly Wording[]>>()

/** Every wording of the dictionary by its header text without unit; made once per dictionary. */
export function aliasIndex(dictionary: Dictionary): ReadonlyMap<string, readonly Wording[]> {
  const known = indexes.get(dictionary)
  if (known) return known
  const index = new Map<string, Wording[]>()
  const add = (text: string, wording: Wording): void => {
    const { full, base } = headerName(text)
    for (const key of new Set([full, full === base ? full : ''])) {
      if (key === '') continue
      const list = index.get(key) ?? []
      const same = list.findIndex((other) => other.field === wording.field && sameTables(other, wording))
      const before = list[same]
      if (!before) list.push(wording)
      else if (before.strength < wording.strength) list[same] = wording
      index.set(key, list)
    }
  }
  for (const field of dictionary.fields) {
    if (field.derived) continue
    add(field.name, { field, strength: 1, tables: undefined, counted: true })
    // Hand-overs between systems carry the keys themselves.
    add(field.key, { field, strength: 0.9, tables: undefined, counted: false })
    for (const alias of field.aliases) add(alias.text, wordingOf(field, alias))
  }
  indexes.set(dictionary, index)
  return index
}

function wordingOf(field: Field, alias: FieldAlias): Wording {
  return {
    field,
    strength: strengths[alias.seen] ?? 0.94,
    tables: alias.tables,
    counted: alias.seen !== 'typical',
  }
}

function sameTables(a: Wording, b: Wording): boolean {
  return (a.tables ?? []).join() === (b.tables ?? []).join()
}

const commonIndexes = new WeakMap<Dictionary, ReadonlyMap<string, readonly Wording[]>>()

/** Wordings by their common form, for headers that no wording equals; a form that several fields share names none. */
export function commonIndex(dictionary: Dictionary): ReadonlyMap<string, readonly Wording[]> {
  const known = commonIndexes.get(dictionary)
  if (known) return known
  const index = new Map<string, Wording[]>()
  for (const [text, wordings] of aliasIndex(dictionary)) {
    const form = commonForm(text)
    // Two characters (起日, 额度) are too little to go by.
    if (form.length < 3) continue
    index.set(form, [...(index.get(form) ?? []), ...wordings])
  }
  const clear = new Map<string, readonly Wording[]>()
  for (const [form, wordings] of index) {
    const home = wordings.filter(({ field }) => field.tables[0] === wordings[0]?.field.tables[0])
    if (new Set(home.map(({ field }) => field.key)).size === 1) clear.set(form, wordings)
  }
  commonIndexes.set(dictionary, clear)
  return clear
}
