import Docxtemplater from 'docxtemplater'

import { packPart, writeZip, type Codec } from '../workbook/index.ts'
import { cleanText } from './cleanText.ts'
import { messages } from './messages.ts'
import type { DocumentTemplate, ListEntry, UsedPlaceholder, Value, Values } from './types.ts'

/** A template filled. Parts that hold no placeholder keep their packed bytes; the same values give the same bytes. */
export async function fillTemplate(
  template: DocumentTemplate,
  values: Values,
  codec: Codec,
): Promise<Uint8Array> {
  const texts = new Map(template.texts)
  filler(texts).render(shown(values))
  const entries = []
  for (const entry of template.entries) {
    const text = texts.get(entry.name)
    const changed = text !== undefined && text !== template.texts.get(entry.name)
    entries.push(changed ? await packPart(entry.name, new TextEncoder().encode(text), codec) : entry)
  }
  return writeZip(entries)
}

/** Why a template cannot be filled, in the library's words; null where it can. */
export function tryTemplate(template: Pick<DocumentTemplate, 'texts'>): string | null {
  try {
    filler(new Map(template.texts)).render({})
    return null
  } catch (caught) {
    return caught instanceof Error ? reasonOf(caught) : String(caught)
  }
}

/** Names whose blank lines are to be filled by hand, with how often each stands there. */
export function findMissing(
  placeholders: readonly UsedPlaceholder[],
  values: Values,
): ReadonlyMap<string, number> {
  const missing = new Map<string, number>()
  walk(placeholders, [values], missing)
  return missing
}

type Scopes = readonly (Values | ListEntry)[]

function walk(placeholders: readonly UsedPlaceholder[], scopes: Scopes, missing: Map<string, number>): void {
  for (const { name, as, inside } of placeholders) {
    const scope = scopes.find((one) => name in one)
    const value = scope?.[name]
    if (as === 'value') {
      if (scope && value === null) missing.set(name, (missing.get(name) ?? 0) + 1)
    } else if (as === 'each' && Array.isArray(value)) {
      for (const entry of value) walk(inside, [entry, ...scopes], missing)
    } else if (as === 'if' && value === true) walk(inside, scopes, missing)
    else if (as === 'unless' && (value === false || (Array.isArray(value) && value.length === 0)))
      walk(inside, scopes, missing)
  }
}

/** What stands in the document: blanks as lines, text without what XML cannot hold. */
function shown(values: Values): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(shownEntry) : shownValue(value as Value),
    ]),
  )
}

function shownEntry(entry: ListEntry): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entry).map(([name, value]) => [name, shownValue(value)]))
}

function shownValue(value: Value): string | boolean {
  if (value === null) return messages.blank
  return typeof value === 'string' ? cleanText(value) : value
}

function filler(texts: Map<string, string>): Docxtemplater {
  return new Docxtemplater(packageOf(texts), {
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    parser: (name: string) => ({
      get(scope: unknown): unknown {
        const key = name.trim()
        return typeof scope === 'object' && scope !== null && Object.hasOwn(scope, key)
          ? (scope as Record<string, unknown>)[key]
          : null
      },
    }),
    nullGetter: () => messages.blank,
  })
}

interface TextFile {
  readonly name: string
  readonly asText: () => string
}

/** The texts in the form in which the library takes a package; it writes back through `file`. */
function packageOf(texts: Map<string, string>) {
  const fileOf = (name: string): TextFile => ({ name, asText: () => texts.get(name) ?? '' })
  const files = Object.fromEntries([...texts.keys()].map((name) => [name, fileOf(name)]))
  return {
    files,
    file(name: string | RegExp, content?: string | Uint8Array): TextFile | TextFile[] | null {
      if (typeof name !== 'string') return Object.values(files).filter((one) => name.test(one.name))
      // what was filled comes as bytes, what was only mended as text
      if (content !== undefined)
        texts.set(name, typeof content === 'string' ? content : new TextDecoder().decode(content))
      return texts.has(name) ? fileOf(name) : null
    },
    remove(name: string): void {
      texts.delete(name)
    },
  }
}

/** The library gathers what is wrong in a property of its error. */
function reasonOf(error: Error): string {
  const { properties } = error as Error & {
    properties?: { explanation?: string; errors?: readonly { properties?: { explanation?: string } }[] }
  }
  return properties?.errors?.[0]?.properties?.explanation ?? properties?.explanation ?? error.message
}
