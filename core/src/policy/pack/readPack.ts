import type { z } from 'zod'

import { packMessages } from './packMessages.ts'
import { packSchema, type Pack } from './packSchema.ts'
import { lineAndColumn, pathKey, readJson, type JsonPath, type JsonText } from './readJson.ts'

const words = packMessages.shape

/** Something wrong with a pack, where it is and in words for the person who wrote it. */
export interface PackProblem {
  readonly code: string
  readonly message: string
  /** From 1; 0 where it is of the file as a whole. */
  readonly line: number
  readonly column: number
  /** Members from the outside in. */
  readonly path: JsonPath
}

export interface PackText {
  readonly text: string
  readonly json: JsonText
  readonly pack: Pack
}

export type ReadPack =
  | ({ readonly ok: true } & PackText)
  | { readonly ok: false; readonly problems: readonly PackProblem[] }

/** The text of a pack file; null where it is no UTF-8. A byte order mark stays: what was signed is every byte. */
export function decodePack(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Reads a pack from its text: JSON, then shape. What its names mean is looked at where the policy is known. */
export function readPack(text: string): ReadPack {
  const read = readShaped(text, packSchema)
  return read.ok ? { ok: true, text, json: read.json, pack: read.value } : read
}

export type ReadShaped<T> =
  | { readonly ok: true; readonly json: JsonText; readonly value: T }
  | { readonly ok: false; readonly problems: readonly PackProblem[] }

/** Reads a JSON text of any of our file formats; what is wrong with it is told in Chinese, with line and column. */
export function readShaped<T>(text: string, schema: z.ZodType<T>): ReadShaped<T> {
  const read = readJson(text)
  if (!read.ok) {
    const { message, at } = read.fault
    return { ok: false, problems: [{ code: 'json', message, ...lineAndColumn(text, at), path: [] }] }
  }
  const parsed = schema.safeParse(read.json.value)
  if (parsed.success) return { ok: true, json: read.json, value: parsed.data }
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, [], text, read.json))
  return { ok: false, problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column) }
}

/** A problem at the place of a member; where the member itself is missing, at what should hold it. */
export function problemAt(
  { text, json }: Pick<PackText, 'text' | 'json'>,
  path: JsonPath,
  code: string,
  message: string,
): PackProblem {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const place = json.places.get(pathKey(path.slice(0, depth)))
    if (place) return { code, message, ...lineAndColumn(text, place.from), path }
  }
  return { code, message, line: 0, column: 0, path }
}

type Issue = z.core.$ZodIssue

function problemsOf(issue: Issue, before: JsonPath, text: string, json: JsonText): readonly PackProblem[] {
  const path = [...before, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))]
  const at = (code: string, message: string, place: JsonPath = path): PackProblem =>
    problemAt({ text, json }, place, code, message)
  const missing = !json.places.has(pathKey(path))
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => at('unknownKey', words.unknownKey(key), [...path, key]))
    case 'invalid_union': {
      const nearest = nearestAlternative(issue.errors)
      if (nearest) return nearest.flatMap((one) => problemsOf(one, path, text, json))
      return [at('wrongType', words.wrongType(wantedBy(issue.errors)))]
    }
    case 'invalid_type':
      if (issue.message === words.missingReason) return [at('missingReason', issue.message)]
      return missing
        ? [at('missing', words.missing(String(path.at(-1) ?? '')))]
        : [at('wrongType', words.wrongType(typeName(issue.expected)))]
    case 'invalid_value': {
      if (missing) return [at('missing', words.missing(String(path.at(-1) ?? '')))]
      if (issue.message === words.severity) return [at('severity', issue.message)]
      return [at('choice', ours(issue.message) ?? words.choice(issue.values.map(String)))]
    }
    case 'too_small':
      return [
        at(
          issue.message === words.missingReason ? 'missingReason' : 'empty',
          ours(issue.message) ?? words.emptyText,
        ),
      ]
    default:
      return [at(issue.code === 'custom' ? 'value' : 'format', ours(issue.message) ?? words.other)]
  }
}

/** The issues of the alternative that was meant: the one whose outer kind is right. */
function nearestAlternative(alternatives: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return alternatives
    .filter((issues) => issues.every((one) => one.code !== 'invalid_type' || one.path.length > 0))
    .toSorted((a, b) => a.length - b.length)[0]
}

function wantedBy(alternatives: readonly (readonly Issue[])[]): string {
  const names = alternatives
    .flat()
    .map((one) => (one.code === 'invalid_type' ? typeName(one.expected) : ''))
    .filter((name) => name !== '')
  return [...new Set(names)].join('、')
}

function typeName(expected: string): string {
  const names: Readonly<Record<string, string>> = words.typeName
  return names[expected] ?? expected
}

/** Words of our own; those of the library are English and not shown, even where they quote Chinese. */
function ours(message: string): string | null {
  return /^[A-Za-z]+ /.test(message) ? null : message
}
