import type { FileNote } from '../check/index.ts'
import type { WaivedResult, WaiverState } from '../check/waivers/index.ts'
import { waiverWords } from '../check/waivers/index.ts'
import { waiverMessages as words } from './waiverMessages.ts'

/** What became of one file's waivers, as plain data. */
export interface WaiverReport {
  readonly waivers: readonly WaiverLine[]
  readonly reports: readonly WrongLine[]
  /** In Chinese: entries of several files that differ. */
  readonly conflicts: readonly string[]
}

export interface WaiverLine {
  readonly id: string
  readonly rule: string
  readonly case: string | null
  readonly state: WaiverState
  /** The rule is a floor set by law. */
  readonly legalFloor: boolean
  /** The rule still finds it: said of what expired or changed. */
  readonly arises: boolean
  readonly key: string
  readonly by: string
  readonly on: string
  readonly until: string
  readonly reason: string
  /** The sheet's own row number; null where nothing is found. */
  readonly row: number | null
  readonly finding: string | null
}

export interface WrongLine {
  readonly id: string
  readonly rule: string
  readonly case: string
  readonly state: WaivedResult['reports'][number]['state']
  readonly samePolicy: boolean
  readonly key: string
  readonly by: string
  readonly on: string
  readonly what: string
  readonly row: number | null
  readonly finding: string | null
}

export function waiverReport(laid: WaivedResult, conflicts: readonly string[]): WaiverReport {
  return {
    waivers: laid.waivers.map(({ waiver, state, report }) => ({
      id: waiver.id,
      rule: waiver.rule,
      case: waiver.case ?? null,
      state,
      legalFloor: report !== undefined && laid.marks.get(report.id)?.legalFloor === true,
      arises: report !== undefined,
      key: shownKey(waiver),
      by: waiver.by,
      on: waiver.on,
      until: waiver.until,
      reason: waiver.reason,
      row: report?.row ?? null,
      finding: report?.id ?? null,
    })),
    reports: laid.reports.map(({ report, state, samePolicy, found }) => ({
      id: report.id,
      rule: report.rule,
      case: report.case,
      state,
      samePolicy,
      key: shownKey(report),
      by: report.by,
      on: report.on,
      what: report.what,
      row: found?.row ?? null,
      finding: found?.id ?? null,
    })),
    conflicts,
  }
}

/** The number a person knows, with the name that was noted; a hash tells nobody anything. */
export function shownKey(entry: {
  readonly key: string
  readonly childKey?: string | undefined
  readonly label?: string | undefined
}): string {
  const parts = [entry.key, entry.childKey ?? ''].filter((part) => part !== '' && !part.startsWith('#'))
  return [...new Set([...parts, entry.label ?? ''])].filter((part) => part !== '').join(' ')
}

/** Floors set by law that are waived: said in every result. */
export function floorLines(notes: readonly FileNote[]): string[] {
  return notes.filter(({ code }) => code === 'floorWaived').map(({ message }) => `  ${message}`)
}

/** States that a person has to look at, worst first; entries for other ledgers and withdrawn ones are not among them. */
const toLookAt: readonly WaiverState[] = ['expired', 'changed', 'ambiguous', 'notNeeded', 'untold']
const shownOfEach = 10

/** The part of a check's text on waivers; nothing where there are none for this ledger. */
export function waiverLines(report: WaiverReport | null, notes: readonly FileNote[]): string[] {
  if (!report) return []
  const applied = report.waivers.filter(({ state }) => state === 'applied')
  const lines: string[] = []
  for (const state of toLookAt) {
    const of = report.waivers.filter((line) => line.state === state)
    if (of.length === 0) continue
    lines.push(`  ${waiverWords.state[state]} ${of.length}`)
    for (const line of of.slice(0, shownOfEach)) lines.push(`    ${lineText(line)}`)
    if (of.length > shownOfEach) lines.push(`    ${words.more(of.length - shownOfEach)}`)
  }
  const open = report.reports.filter(({ state }) => state === 'there')
  const wrong = open
    .slice(0, shownOfEach)
    .map(({ rule, key, by, what, row }) =>
      ['   ', row === null ? '' : words.atRow(row), rule, key, by, what]
        .filter((part) => part !== '')
        .join(' '),
    )
  const findings = new Set(applied.map(({ finding }) => finding)).size
  return [
    ...(applied.length + lines.length > 0 ? [words.title(findings), ...floorLines(notes), ...lines] : []),
    ...(open.length > 0 ? [words.wrongTitle(open.length), ...wrong] : []),
    ...report.conflicts.map((line) => `  ${line}`),
  ]
}

/** One line for each of many files: how its waivers stand, and what must always be said. */
export function waiverTotals(
  files: readonly {
    readonly file: string
    readonly waivers: WaiverReport | null
    readonly notes: readonly FileNote[]
  }[],
): string[] {
  const lines = files.flatMap(({ file, waivers, notes }) => {
    const counts = (['applied', ...toLookAt] as const).flatMap((state) => {
      const count = (waivers?.waivers ?? []).filter((line) => line.state === state).length
      return count > 0 ? [`${waiverWords.state[state]} ${count}`] : []
    })
    return counts.length > 0 ? [`  ${file}  ${counts.join('；')}`, ...floorLines(notes)] : []
  })
  return lines.length > 0 ? [words.totalsTitle, ...lines] : []
}

function lineText({ id, rule, key, by, until, state, arises, row }: WaiverLine): string {
  const place = row === null ? '' : `  ${words.atRow(row)}`
  const then = state === 'expired' ? `  ${arises ? waiverWords.stillThere : waiverWords.gone}` : ''
  return `${words.line(rule, key, by, until)}${place}${then}  ${id}`
}
