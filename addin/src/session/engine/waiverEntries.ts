import type { Finding, Result } from '@postloan/core/check'
import {
  addWaiver,
  addWrongReport,
  emptyWaiverFile,
  newWaiver,
  newWrongReport,
  readWaivers,
  waiverFileSchema,
  waiverText,
  withdrawEntry,
  type WaiverFile,
} from '@postloan/core/check/waivers'

import type { EntryTerms, NewEntry } from './engineTypes.ts'

/** The waivers file that was kept; null where there is none or it cannot be read. */
export function waiverFileOf(text: string | null): WaiverFile | null {
  if (text === null) return null
  const read = readWaivers(new TextEncoder().encode(text))
  return read.ok ? read.file : null
}

/** The file with a waiver of this finding; null as finding: it is no longer there. */
export function waiverEntry(result: Result | null, finding: Finding | null, terms: EntryTerms): NewEntry {
  const { text, by, on, until = '' } = terms
  return newEntry(result, finding, terms.file, (report, before) =>
    addWaiver(before, newWaiver(report, { reason: text, by, on, until })),
  )
}

/** The file with this finding reported as wrong. */
export function wrongEntry(result: Result | null, finding: Finding | null, terms: EntryTerms): NewEntry {
  const { text, by, on } = terms
  const policy = result?.policy.fingerprint ?? ''
  return newEntry(result, finding, terms.file, (report, before) =>
    addWrongReport(before, newWrongReport(report, { what: text, by, on, policy })),
  )
}

/** The file without an entry; null where there is none of that id. */
export function withoutEntry(text: string | null, id: string, by: string, on: string): string | null {
  const before = waiverFileOf(text)
  const after = before && withdrawEntry(before, id, { by, on })
  return after ? waiverText(after) : null
}

type Subject = NonNullable<ReturnType<NonNullable<Result['subjectOf']>>>

function newEntry(
  result: Result | null,
  finding: Finding | null,
  file: string | null,
  add: (report: Subject, before: WaiverFile) => WaiverFile,
): NewEntry {
  const report = finding && result?.subjectOf?.(finding)
  if (!report) return { ok: false, why: 'gone', message: '' }
  if (report.ambiguous) return { ok: false, why: 'ambiguous', message: '' }
  const before = file === null ? emptyWaiverFile() : waiverFileOf(file)
  if (!before) return { ok: false, why: 'damaged', message: '' }
  const after = waiverFileSchema.safeParse(add(report, before))
  if (!after.success) return { ok: false, why: 'invalid', message: after.error.issues[0]?.message ?? '' }
  return { ok: true, file: waiverText(after.data) }
}
