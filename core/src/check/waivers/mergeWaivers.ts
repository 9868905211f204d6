import { canonicalJson } from '../fingerprint.ts'
import { emptyWaiverFile } from './emptyWaivers.ts'
import { waiverWords as words } from './waiverMessages.ts'
import type { Waiver, WaiverFile, WrongReport } from './waiverSchema.ts'

export interface MergedWaivers {
  readonly file: WaiverFile
  /** In Chinese: entries of one id that were not the same. */
  readonly conflicts: readonly string[]
}

/**
 * Several files as one. Of entries with one id the later holds, a withdrawal counting from its own day; whichever order
 * the files come in, and however they are grouped, the result is the same.
 */
export function mergeWaivers(files: readonly WaiverFile[]): MergedWaivers {
  const conflicts: string[] = []
  const merged: WaiverFile = { ...emptyWaiverFile() }
  const extras = new Map<string, unknown>()
  for (const file of files) {
    for (const [name, value] of Object.entries(file)) {
      if (name in merged) continue
      const before = extras.get(name)
      if (before === undefined || canonicalJson(before) < canonicalJson(value)) extras.set(name, value)
    }
  }
  for (const [name, value] of [...extras].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    Object.defineProperty(merged, name, { value, enumerable: true, writable: true, configurable: true })
  }
  const taken = new Map<string, Entry>()
  for (const file of files) {
    for (const waiver of file.waivers) take(taken, { list: 'waivers', entry: waiver }, conflicts)
    for (const report of file.reports) take(taken, { list: 'reports', entry: report }, conflicts)
  }
  const all = [...taken.values()].toSorted(byDay)
  merged.waivers = all.flatMap((one) => (one.list === 'waivers' ? [one.entry] : []))
  merged.reports = all.flatMap((one) => (one.list === 'reports' ? [one.entry] : []))
  return { file: merged, conflicts: [...new Set(conflicts)] }
}

type Entry =
  | { readonly list: 'waivers'; readonly entry: Waiver }
  | { readonly list: 'reports'; readonly entry: WrongReport }

function take(taken: Map<string, Entry>, next: Entry, conflicts: string[]): void {
  const { id } = next.entry
  const before = taken.get(id)
  if (!before) {
    taken.set(id, next)
    return
  }
  if (textOf(before) === textOf(next)) return
  const [kept, dropped] = isLater(next, before) ? [next, before] : [before, next]
  taken.set(id, kept)
  const [keptDay, droppedDay] = [lastDay(kept), lastDay(dropped)]
  conflicts.push(
    keptDay === droppedDay
      ? words.conflict.sameDay(id, keptDay)
      : words.conflict.newer(id, `${kept.entry.by} ${keptDay}`, `${dropped.entry.by} ${droppedDay}`),
  )
}

function lastDay({ entry }: Entry): string {
  const withdrawn = entry.withdrawn?.on ?? ''
  return withdrawn > entry.on ? withdrawn : entry.on
}

/** A total order, so that the greatest of several does not depend on how they are compared. */
function isLater(one: Entry, other: Entry): boolean {
  const [first, second] = [rank(one), rank(other)]
  return first > second
}

function rank(one: Entry): string {
  // what is withdrawn the same day was there before it was withdrawn
  return [lastDay(one), one.entry.withdrawn ? '1' : '0', textOf(one)].join('\u001f')
}

function textOf({ list, entry }: Entry): string {
  return `${list}${canonicalJson(entry)}`
}

function byDay(a: Entry, b: Entry): number {
  const [first, second] = [`${a.entry.on}\u001f${a.entry.id}`, `${b.entry.on}\u001f${b.entry.id}`]
  return first < second ? -1 : first > second ? 1 : 0
}
