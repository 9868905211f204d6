import type { Field, FieldAlias, TableName } from '../policy/index.ts'
import { headerName } from './headerName.ts'
import { commonForm } from './headerWords.ts'
import { nameForm } from './nameForm.ts'
import type { Dictionary } from './types.ts'
import { packWordings, wordingsAhead } from './wordingsAhead.ts'
import type { PackedWordings } from './wordingsAhead.ts'

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

/** Wordings by a text that names them. */
export interface WordingIndex {
  get(text: string): readonly Wording[] | undefined
  has(text: string): boolean
}

const strengths: Readonly<Record<string, number>> = { L: 0.98, EAST: 0.97, P1: 0.96 }

function oncePerDictionary<Index>(
  make: (dictionary: Dictionary) => Index,
): (dictionary: Dictionary) => Index {
  const made = new WeakMap<Dictionary, { readonly index: Index }>()
  return (dictionary) => {
    let kept = made.get(dictionary)
    if (!kept) {
      kept = { index: make(dictionary) }
      made.set(dictionary, kept)
    }
    return kept.index
  }
}

/** Every wording of the dictionary by its header text without unit. */
export const aliasIndex = oncePerDictionary<WordingIndex>(
  (dictionary) => wordingsAhead(dictionary.fields)?.byText ?? wordingsByText(dictionary),
)

/** Wordings by their common form, for headers that no wording equals; a form that several fields share names none. */
export const commonIndex = oncePerDictionary<WordingIndex>(
  (dictionary) => wordingsAhead(dictionary.fields)?.byForm ?? wordingsByForm(wordingsByText(dictionary)),
)

/** Wordings by the parts they are made of: `=` and the full form; `~`, of whom it speaks and the short one. */
export const partIndex = oncePerDictionary<WordingIndex>(
  (dictionary) => wordingsAhead(dictionary.fields)?.byParts ?? wordingsByParts(wordingsByText(dictionary)),
)

const wordingsByText = oncePerDictionary((dictionary): ReadonlyMap<string, readonly Wording[]> => {
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
  return index
})

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

function wordingsByForm(
  byText: ReadonlyMap<string, readonly Wording[]>,
): ReadonlyMap<string, readonly Wording[]> {
  const index = new Map<string, Wording[]>()
  for (const [text, wordings] of byText) {
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
  return clear
}

function wordingsByParts(
  byText: ReadonlyMap<string, readonly Wording[]>,
): ReadonlyMap<string, readonly Wording[]> {
  const index = new Map<string, Map<string, Wording & { readonly own: boolean }>>()
  for (const [text, wordings] of byText) {
    if (!/\p{Script=Han}/u.test(text)) continue
    const { full, short, of } = nameForm(text)
    for (const form of [full && `=${full}`, short && `~${of}${short}`]) {
      if (form === '') continue
      const there = index.get(form) ?? new Map<string, Wording & { readonly own: boolean }>()
      for (const wording of wordings) {
        const { field, tables } = wording
        const key = `${field.key} ${(tables ?? []).join()}`
        const own = text === field.name
        const before = there.get(key)
        const strength = Math.max(wording.strength, before?.strength ?? 0)
        there.set(key, { ...wording, strength, own: own || before?.own === true })
      }
      index.set(form, there)
    }
  }
  const clear = new Map<string, readonly Wording[]>()
  for (const [form, there] of index) {
    const left = [...there.values()].filter((wording, _, all) => isAlone(wording, all))
    if (left.length > 0) clear.set(form, left)
  }
  return clear
}

/** A form that several fields of one table share names the one whose own name has it, or none. */
function isAlone(
  { field, own }: Wording & { readonly own: boolean },
  all: readonly (Wording & { readonly own: boolean })[],
): boolean {
  const rivals = all.filter((other) => other.field !== field && other.field.tables[0] === field.tables[0])
  return rivals.length === 0 || (own && rivals.every((rival) => !rival.own))
}

/** All wordings of a dictionary, for a program that is to start quicker (`takeWordings`). */
export function wordingsOf(dictionary: Dictionary): PackedWordings {
  const byText = wordingsByText(dictionary)
  return packWordings(dictionary.fields, byText, wordingsByForm(byText), wordingsByParts(byText))
}
