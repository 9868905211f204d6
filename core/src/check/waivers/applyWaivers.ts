import { formatIsoDay } from '../../calendar/index.ts'
import type { Policy } from '../../policy/index.ts'
import { severities } from '../severities.ts'
import type { FileNote, Result, SubjectReport, WaivedMark, WaivedRow } from '../types.ts'
import { entryText, subjectText } from './subjectOfEntry.ts'
import { waiverWords as words } from './waiverMessages.ts'
import type { Waiver, WaiverFile, WrongReport } from './waiverSchema.ts'

export type WaiverState =
  | 'applied'
  | 'expired'
  /** In force, but the rule finds nothing there any more. */
  | 'notNeeded'
  /** The finding is now another case, or graver. */
  | 'changed'
  | 'absent'
  | 'untold'
  | 'ambiguous'
  | 'withdrawn'

export interface WaiverStanding {
  readonly waiver: Waiver
  readonly state: WaiverState
  /** What the rule says there now, where it says anything. */
  readonly report?: SubjectReport
}

export interface ReportStanding {
  readonly report: WrongReport
  /** The finding is still there, is gone, or nobody can tell. */
  readonly state: 'there' | 'gone' | 'absent' | 'untold' | 'withdrawn'
  /** The policy is the one it was reported under. */
  readonly samePolicy: boolean
  readonly found?: SubjectReport
}

export interface WaivedResult {
  /** Waived findings carry `waived` and are in no count; floors set by law that were waived are in its notes. */
  readonly result: Result
  readonly waivers: readonly WaiverStanding[]
  readonly reports: readonly ReportStanding[]
  /** By id of a finding: for findings that are made again one by one. */
  readonly marks: ReadonlyMap<string, WaivedMark>
}

export interface WaiveOptions {
  readonly policy: Policy
  /** ISO day of the check: decides what has expired where the ledger's day is not known. */
  readonly today: string
}

/**
 * Lays waivers on a result. A waiver holds through its last day on the ledger's own day, so that October's ledger
 * gives the same answer whenever it is checked; only a ledger without a day is measured by today. It covers its own case
 * at the severity it was given for or a lighter one, never a graver finding, and nothing where the key is not unique.
 */
export function applyWaivers(result: Result, file: WaiverFile, options: WaiveOptions): WaivedResult {
  if (!result.settle || !result.waive) throw new Error('waivers are laid on the result of a check')
  const day = result.asOf === null ? options.today : formatIsoDay(result.asOf)
  const entries = [...file.waivers, ...file.reports]
  const settled = result.settle(
    entries.map((entry) => ({
      rule: entry.rule,
      text: entryText(entry),
      ...(entry.case === undefined ? {} : { case: entry.case }),
    })),
    subjectText,
  )
  const waivers = file.waivers.map((waiver, at): WaiverStanding => {
    const standing = settled[at]
    const report = standing?.state === 'found' ? standing.report : undefined
    const state = stateOf(waiver, standing?.state ?? 'untold', report, day)
    return { waiver, state, ...(report ? { report } : {}) }
  })
  const reports = file.reports.map((report, at): ReportStanding => {
    const standing = settled[file.waivers.length + at]
    const found = standing?.state === 'found' ? standing.report : undefined
    const isThere = found?.case === report.case
    return {
      report,
      state: report.withdrawn
        ? 'withdrawn'
        : isThere
          ? 'there'
          : standing?.state === 'absent' || standing?.state === 'untold'
            ? standing.state
            : 'gone',
      samePolicy: report.policy === result.policy.fingerprint,
      ...(found && isThere ? { found } : {}),
    }
  })
  const floors = new Set(options.policy.rules.filter((rule) => rule.legalFloor).map(({ id }) => id))
  const rows = new Map<string, WaivedRow>()
  const marks = new Map<string, WaivedMark>()
  for (const { waiver, state, report } of waivers) {
    if (state !== 'applied' || !report) continue
    const { rule, table, tableRow, id } = report
    const mark = markOf(waiver, floors.has(rule) && report.kind !== 'due')
    const before = marks.get(id)
    // of two waivers for one finding the one that lasts longer is the one to show
    if (before && before.until >= mark.until) continue
    marks.set(id, mark)
    rows.set(id, { rule, table, tableRow, mark })
  }
  const waived = result.waive([...rows.values()])
  const notes = floorNotes([...rows.values()], options.policy)
  return {
    result: { ...waived, notes: [...waived.notes, ...notes] },
    waivers,
    reports,
    marks,
  }
}

function stateOf(
  waiver: Waiver,
  state: 'found' | 'passed' | 'untold' | 'absent',
  report: SubjectReport | undefined,
  day: string,
): WaiverState {
  if (waiver.withdrawn) return 'withdrawn'
  if (waiver.until < day) return 'expired'
  if (!report) return state === 'passed' || state === 'found' ? 'notNeeded' : state
  if (report.ambiguous) return 'ambiguous'
  return covers(waiver, report) ? 'applied' : 'changed'
}

function covers(waiver: Waiver, report: SubjectReport): boolean {
  if (waiver.case !== undefined && waiver.case !== report.case) return false
  // less is known of it than before, which is no graver; the other way round it is
  if (waiver.outcome === 'incomplete' && report.outcome === 'hit') return false
  if (waiver.kind === 'due' && report.kind !== 'due') return false
  return severities.indexOf(report.severity) >= severities.indexOf(waiver.severity)
}

function markOf({ id, reason, by, on, until }: Waiver, floor: boolean): WaivedMark {
  return { id, reason, by, on, until, ...(floor ? { legalFloor: true as const } : {}) }
}

/** A floor set by law may be waived, but never unseen. */
function floorNotes(rows: readonly WaivedRow[], policy: Policy): readonly FileNote[] {
  const byRule = new Map<string, WaivedMark[]>()
  for (const { rule, mark } of rows) {
    if (mark.legalFloor) byRule.set(rule, [...(byRule.get(rule) ?? []), mark])
  }
  return [...byRule].map(([rule, marks]) => {
    const name = policy.rules.find(({ id }) => id === rule)?.nameZh ?? ''
    const people = [...new Set(marks.map(({ by }) => by))]
    const until =
      marks
        .map((mark) => mark.until)
        .toSorted()
        .at(-1) ?? ''
    const by = words.andOthers(people[0] ?? '', people.length)
    return { code: 'floorWaived', message: words.floorWaived(rule, name, marks.length, by, until), rule }
  })
}
