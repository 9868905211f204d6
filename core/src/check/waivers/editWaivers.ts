import { hash64 } from '../findingId.ts'
import { maskWithin } from '../mask.ts'
import type { SubjectReport } from '../types.ts'
import { entrySubject, entryText } from './subjectOfEntry.ts'
import type { Waiver, WaiverFile, WrongReport } from './waiverSchema.ts'

/** Who says it, and on which day (ISO). */
export interface Signature {
  readonly by: string
  readonly on: string
}

export interface WaiverTerms extends Signature {
  readonly reason: string
  /** ISO day. */
  readonly until: string
  /** How a person knows the thing; never compared. */
  readonly label?: string
  /** All cases of the rule, no graver than this one. */
  readonly allCases?: boolean
}

/** The waiver of a finding. The same person waiving the same thing on the same day writes the same entry again. */
export function newWaiver(report: SubjectReport, terms: WaiverTerms): Waiver {
  const { reason, by, on, until, label, allCases } = terms
  const subject = entrySubject(report)
  return {
    id: `W-${hash64([report.rule, allCases ? '' : report.case, entryText(subject), by, on].join('\u001f'))}`,
    rule: report.rule,
    ...(allCases ? {} : { case: report.case }),
    severity: report.severity,
    ...(report.outcome === 'incomplete' ? { outcome: report.outcome } : {}),
    ...(report.kind === 'due' ? { kind: report.kind } : {}),
    ...subject,
    ...(label === undefined ? {} : { label: maskWithin(label) }),
    reason,
    by,
    on,
    until,
  }
}

/** The report that a finding is wrong. */
export function newWrongReport(
  report: SubjectReport,
  terms: Signature & { readonly what: string; readonly policy: string; readonly label?: string },
): WrongReport {
  const { what, by, on, policy, label } = terms
  const subject = entrySubject(report)
  return {
    id: `R-${hash64([report.rule, report.case, entryText(subject), by, on].join('\u001f'))}`,
    rule: report.rule,
    case: report.case,
    ...subject,
    ...(label === undefined ? {} : { label: maskWithin(label) }),
    what,
    by,
    on,
    policy,
  }
}

/** With the entry added; one of the same id is replaced. */
export function addWaiver(file: WaiverFile, waiver: Waiver): WaiverFile {
  return { ...file, waivers: [...file.waivers.filter(({ id }) => id !== waiver.id), waiver] }
}

export function addWrongReport(file: WaiverFile, report: WrongReport): WaiverFile {
  return { ...file, reports: [...file.reports.filter(({ id }) => id !== report.id), report] }
}

/**
 * With the entry of this id marked as withdrawn; null where there is none. It stays in the file: what was once waived can
 * be looked up, and another copy of the file does not bring it back.
 */
export function withdrawEntry(file: WaiverFile, id: string, { by, on }: Signature): WaiverFile | null {
  const withdrawn = { by, on }
  if (file.waivers.some((one) => one.id === id)) {
    return { ...file, waivers: file.waivers.map((one) => (one.id === id ? { ...one, withdrawn } : one)) }
  }
  if (file.reports.some((one) => one.id === id)) {
    return { ...file, reports: file.reports.map((one) => (one.id === id ? { ...one, withdrawn } : one)) }
  }
  return null
}
