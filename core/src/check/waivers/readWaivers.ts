import { decodePack, memberOf, readShaped, type PackProblem } from '../../policy/pack/index.ts'
import { waiverWords as words } from './waiverMessages.ts'
import { waiverFileSchema, type WaiverFile } from './waiverSchema.ts'

export type ReadWaivers =
  | { readonly ok: true; readonly file: WaiverFile }
  | { readonly ok: false; readonly problems: readonly PackProblem[] }

/** Bytes; some ten thousand entries. */
const largest = 20_000_000

/** Reads a waivers file. Each problem names the entry by its place and id. */
export function readWaivers(bytes: Uint8Array): ReadWaivers {
  if (bytes.length > largest) return refuse('tooLarge', words.tooLarge)
  const text = decodePack(bytes)
  if (text === null) return refuse('notUtf8', words.notUtf8)
  const read = readShaped(text, waiverFileSchema)
  if (read.ok) return { ok: true, file: read.value }
  let raw: unknown = null
  try {
    raw = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    // the problems say that it is no JSON
  }
  return { ok: false, problems: read.problems.map((problem) => named(problem, raw)) }
}

/** The file as it is written: the order of entries and all unknown members stay. */
export function waiverText(file: WaiverFile): string {
  return `${JSON.stringify(file, null, 2)}\n`
}

function named(problem: PackProblem, raw: unknown): PackProblem {
  const [list, at, ...members] = problem.path
  if ((list !== 'waivers' && list !== 'reports') || typeof at !== 'number') return problem
  const entry = words.entry[list](at + 1, idOf(raw, list, at))
  return { ...problem, message: words.place(entry, members.join('.'), problem.message) }
}

function idOf(raw: unknown, list: string, at: number): string {
  const entries = memberOf(raw, list)
  const id = Array.isArray(entries) ? memberOf(entries[at], 'id') : undefined
  return typeof id === 'string' ? id : ''
}

function refuse(code: string, message: string): ReadWaivers {
  return { ok: false, problems: [{ code, message, line: 0, column: 0, path: [] }] }
}
