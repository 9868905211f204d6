import type { Field, TableName } from '../policy/index.ts'
import type { Wording, WordingIndex } from './aliasIndex.ts'

/** The wordings of a dictionary by text and by common form, as they are written down ahead. */
export interface PackedWordings {
  /** Tables that wordings are kept to. */
  readonly tables: readonly (readonly TableName[])[]
  /** By text: JSON of lists of a field's place, strength, a place in `tables` or -1, and 1 where it was counted. */
  readonly byText: Readonly<Record<string, string>>
  readonly byForm: Readonly<Record<string, string>>
  readonly byParts: Readonly<Record<string, string>>
}

interface Indexes {
  readonly byText: WordingIndex
  readonly byForm: WordingIndex
  readonly byParts: WordingIndex
}

const openers = new WeakMap<readonly Field[], () => PackedWordings>()
const opened = new WeakMap<readonly Field[], Indexes>()

/**
 * The wordings of these very fields, worked out before: a program that starts anew all the time looks up the few it
 * needs. `read` is called when the first is wanted; null takes them away.
 */
export function takeWordings(fields: readonly Field[], read: (() => PackedWordings) | null): void {
  opened.delete(fields)
  if (read) openers.set(fields, read)
  else openers.delete(fields)
}

export function wordingsAhead(fields: readonly Field[]): Indexes | null {
  const before = opened.get(fields)
  if (before) return before
  const packed = openers.get(fields)?.()
  if (!packed) return null
  const indexOf = (wordings: Readonly<Record<string, string>>): WordingIndex => ({
    has: (text) => Object.hasOwn(wordings, text),
    get: (text) =>
      Object.hasOwn(wordings, text) ? unpack(wordings[text] ?? '[]', fields, packed.tables) : undefined,
  })
  const indexes = {
    byText: indexOf(packed.byText),
    byForm: indexOf(packed.byForm),
    byParts: indexOf(packed.byParts),
  }
  opened.set(fields, indexes)
  return indexes
}

function unpack(
  text: string,
  fields: readonly Field[],
  tables: PackedWordings['tables'],
): readonly Wording[] {
  // written by `packWordings`
  const packed: readonly (readonly [number, number, number, number])[] = JSON.parse(text)
  return packed.flatMap(([place, strength, table, counted]): readonly Wording[] => {
    const field = fields[place]
    return field ? [{ field, strength, tables: tables[table], counted: counted === 1 }] : []
  })
}

/** What `takeWordings` reads. */
export function packWordings(
  fields: readonly Field[],
  byText: ReadonlyMap<string, readonly Wording[]>,
  byForm: ReadonlyMap<string, readonly Wording[]>,
  byParts: ReadonlyMap<string, readonly Wording[]>,
): PackedWordings {
  const tables: (readonly TableName[])[] = []
  const placeOf = (wanted: readonly TableName[] | undefined): number => {
    if (!wanted) return -1
    const before = tables.findIndex((one) => one.join() === wanted.join())
    return before >= 0 ? before : tables.push(wanted) - 1
  }
  const pack = (index: ReadonlyMap<string, readonly Wording[]>): Record<string, string> =>
    Object.fromEntries(
      [...index].map(([text, wordings]) => [
        text,
        JSON.stringify(
          wordings.map(({ field, strength, tables: own, counted }) => [
            fields.indexOf(field),
            strength,
            placeOf(own),
            counted ? 1 : 0,
          ]),
        ),
      ]),
    )
  return { tables, byText: pack(byText), byForm: pack(byForm), byParts: pack(byParts) }
}
