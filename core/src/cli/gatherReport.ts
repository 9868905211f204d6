import { checkLedger, fingerprintPolicy, severities } from '../check/index.ts'
import type { PackLayer } from '../check/pack/index.ts'
import { waiverWords } from '../check/waivers/index.ts'
import { builtInChecklists } from '../checklist/index.ts'
import type { Policy } from '../policy/index.ts'
import {
  addCounts,
  bookReport,
  mergeFindings,
  trendPoint,
  type BookReport,
  type FileLine,
  type ReportData,
  type ScoreReport,
  type TrendPoint,
  type WaiverEntry,
} from '../report/index.ts'
import { previousBook } from './fileFigures.ts'
import type { FileError, FileReport } from './fileReport.ts'
import { findLedgerFiles } from './findLedgerFiles.ts'
import { hideIn, nameHider } from './hideNames.ts'
import { openFilled } from './openFilled.ts'
import { overviewOf, type Overview } from './overview.ts'
import { unitDocument } from './overviewDocument.ts'
import { policyInForce } from './policyInForce.ts'
import type { CheckArguments } from './readArguments.ts'
import { waiverMessages } from './waiverMessages.ts'

export interface Gathered {
  readonly given: CheckArguments
  readonly reports: readonly FileReport[]
  readonly errors: readonly FileError[]
  readonly packs: readonly PackLayer[]
}

/**
 * One report of all that was checked: the files of the last day are the book, those of earlier days the trend. What a
 * book comes to is reckoned over its files as one ledger, so that a customer or a loan in two of them counts once.
 */
export async function gatherReport(gathered: Gathered): Promise<ReportData> {
  const { given, reports, errors, packs } = gathered
  const policy = policyInForce(packs)
  const asOf = lastDay(reports.map((report) => report.asOf))
  const ofDay = reports.filter((report) => report.asOf === asOf)
  const [first] = ofDay
  const { book, overview, hide } =
    ofDay.length === 1 && first?.figures
      ? { book: first.figures.book, overview: first.overview, hide: null }
      : await bookOfAll(ofDay, gathered)
  // a name hidden for one file's sake is hidden in all of them, so that they can be told together
  const latest = hide ? hideIn(ofDay, hide) : ofDay
  const { id, version } = policy
  const sum = (pick: (report: FileReport) => number): number =>
    latest.reduce((total, report) => total + pick(report), 0)
  return {
    asOf,
    made: new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'short',
    }).format(new Date()),
    policy: {
      id,
      version,
      fingerprint: first?.policy.fingerprint ?? fingerprintPolicy(policy),
      layers: [...new Set(latest.flatMap((report) => report.policy.layers))],
    },
    files: latest.map(fileLine),
    otherDays: reports.filter((report) => report.asOf !== asOf).map(fileLine),
    failed: errors.map(({ file, message }) => ({ file, message })),
    namesHidden: given.maskNames,
    counts: {
      rows: sum(({ summary }) => summary.rows),
      bySeverity: addCounts(latest.map(({ summary }) => summary.bySeverity)),
      leads: sum(({ summary }) => summary.leads),
      due: sum(({ summary }) => summary.due),
      incomplete: sum(({ summary }) => summary.incomplete),
      waived: sum(({ summary }) => summary.waived ?? 0),
      rulesRun: Math.max(0, ...latest.map(({ summary }) => summary.rulesRun)),
    },
    notRun: neverRun(latest),
    undecided: undecidedOf(latest),
    book,
    findings: mergeFindings(latest.flatMap(({ figures }) => (figures ? [figures.findings] : []))),
    redLines: redLinesOf(latest),
    trend: trendOf(reports, asOf, book),
    work: latest.flatMap(({ due }) => due),
    score: overview && scoreReport(overview),
    waivers: latest.flatMap(({ file, waivers }) =>
      (waivers?.waivers ?? []).map((line): WaiverEntry => ({
        ...named(line),
        file,
        until: line.until,
        reason: line.reason,
        state: waiverWords.state[line.state],
        legalFloor: line.legalFloor,
      })),
    ),
    wrong: latest.flatMap(({ file, waivers }) =>
      (waivers?.reports ?? []).map((line): WaiverEntry => ({
        ...named(line),
        file,
        until: '',
        reason: line.what,
        state: waiverMessages.wrongState[line.state],
        legalFloor: false,
      })),
    ),
    notes: [...new Set(latest.flatMap(({ notes }) => notes.map(({ message }) => message)))],
  }
}

function named(line: { rule: string; key: string; by: string; on: string }) {
  const { rule, key, by, on } = line
  return { rule, key, by, on }
}

function lastDay(days: readonly (string | null)[]): string | null {
  return days.reduce((last, day) => (last === null || (day !== null && day > last) ? day : last), null)
}

function fileLine({ file, asOf, summary }: FileReport): FileLine {
  const { rows, bySeverity, incomplete, due } = summary
  return { file, asOf, summary: { rows, bySeverity, incomplete, due } }
}

/** The rules whose outcomes indicators and the inspection's score rest on. */
const reckonedRules: ReadonlySet<string> = new Set([
  'INS-001',
  'INS-002',
  'INS-003',
  'INS-004',
  'INS-006',
  ...builtInChecklists.scorecards.flatMap(({ criteria }) => criteria.flatMap(({ rules = [] }) => rules)),
])

interface BookOfAll {
  readonly book: BookReport
  readonly overview: Overview | null
  /** Hides names of persons where that is wanted. */
  readonly hide: ((text: string) => string) | null
}

/** Several files as one ledger: its sums, indicators and score. What was found in each file stays as it was found. */
async function bookOfAll(reports: readonly FileReport[], { given, packs }: Gathered): Promise<BookOfAll> {
  const paths = (await findLedgerFiles(given.paths)).files
  const read = paths.filter((path) => reports.some(({ file }) => file === path))
  const opened = await openFilled(read, { asOf: given.asOf, packs })
  const [first] = reports
  // each of them was read a moment ago
  if (!opened.ok) {
    if (!first?.figures) throw new Error(opened.error.message)
    return { book: first.figures.book, overview: first.overview, hide: null }
  }
  const earlier = given.previous === null ? [] : (await findLedgerFiles([given.previous])).files
  const previous = earlier.length === 0 ? null : await openFilled(earlier, { packs })
  // with what leads set in the files themselves
  const { policy } = opened
  const reckoned: Policy = { ...policy, rules: policy.rules.filter(({ id }) => reckonedRules.has(id)) }
  const result = checkLedger(opened.ledger, { policy: reckoned })
  const before = previousBook(previous?.ok ? previous.ledger : null, policy)
  const overview = overviewOf(result, reckoned, before)
  const book = bookReport(result, policy, {
    ...(before ? { previous: before } : {}),
    ...(overview.score.complete ? { inspectionScore: overview.score.points } : {}),
  })
  if (!given.maskNames) return { book, overview, hide: null }
  const hide = nameHider([opened.ledger, ...(previous?.ok ? [previous.ledger] : [])])
  return { book: hideIn(book, hide), overview: hideIn(overview, hide), hide }
}

/** Rules that ran in none of the files. */
function neverRun(reports: readonly FileReport[]): ReportData['notRun'] {
  const [first, ...rest] = reports.map(({ notRun }) => notRun.groups)
  const elsewhere = rest.map((groups) => new Set(groups.flatMap(({ rules }) => rules)))
  return (first ?? [])
    .map(({ missing, rules }) => ({
      missing,
      rules: rules.filter((rule) => elsewhere.every((set) => set.has(rule))),
    }))
    .filter(({ rules }) => rules.length > 0)
}

function undecidedOf(reports: readonly FileReport[]): ReportData['undecided'] {
  const groups = new Map<string, { reason: string; count: number; rules: Set<string> }>()
  for (const { reason, count, rules } of reports.flatMap(({ undecided }) => undecided)) {
    const group = groups.get(reason) ?? { reason, count: 0, rules: new Set() }
    groups.set(reason, group)
    group.count += count
    for (const rule of rules) group.rules.add(rule)
  }
  return [...groups.values()]
    .map(({ rules, ...group }) => ({ ...group, rules: [...rules] }))
    .toSorted((a, b) => b.count - a.count)
}

function redLinesOf(reports: readonly FileReport[]): ReportData['redLines'] {
  const [first, ...rest] = reports.flatMap(({ overview }) => (overview ? [overview.redLines] : []))
  return (first ?? []).map((touch) => {
    const others = rest.flatMap((lines) => lines.filter(({ line }) => line.id === touch.line.id))
    const bySeverity = addCounts([touch, ...others].map((one) => one.bySeverity))
    return {
      ...touch,
      bySeverity,
      findings: severities.reduce((sum, severity) => sum + bySeverity[severity], 0),
      notRun: touch.notRun.filter((rule) => others.every(({ notRun }) => notRun.includes(rule))),
    }
  })
}

function trendOf(
  reports: readonly FileReport[],
  asOf: string | null,
  book: BookReport,
): readonly TrendPoint[] {
  const found = (day: string | null) =>
    addCounts(reports.filter((report) => report.asOf === day).map(({ summary }) => summary.bySeverity))
  const points = new Map<string, TrendPoint>()
  const add = (point: TrendPoint | null): void => {
    if (point && !points.has(point.day)) points.set(point.day, point)
  }
  add(trendPoint(book.now, found(asOf)))
  const days = new Set(reports.map((report) => report.asOf))
  for (const day of days) {
    const books = reports.flatMap((report) =>
      report.asOf === day && report.figures ? [report.figures.book.now] : [],
    )
    add(trendPoint(sumBooks(books), found(day)))
  }
  if (book.before) add(trendPoint(book.before, null))
  return [...points.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

type Books = readonly BookReport['now'][]

/** Books of different files and one day; what cannot be added up (customers, branches) is not in a trend. */
function sumBooks(books: Books): BookReport['now'] {
  const [first] = books
  if (!first) throw new Error('a day of a trend has a book')
  const total = (of: (book: BookReport['now']) => number): number =>
    books.reduce((sum, book) => sum + of(book), 0)
  const added = (of: 'tiers' | 'buckets' | 'ladder') =>
    first[of].map(({ name }, at) => ({
      name,
      loans: total((book) => book[of][at]?.loans ?? 0),
      balance: total((book) => book[of][at]?.balance ?? 0),
    }))
  return {
    ...first,
    loans: total(({ loans }) => loans),
    balance: total(({ balance }) => balance),
    daysUnknown: total(({ daysUnknown }) => daysUnknown),
    tiers: added('tiers'),
    buckets: added('buckets'),
    ladder: added('ladder'),
  }
}

function scoreReport({ score, scoreByOrg, scoreByManager }: Overview): ScoreReport {
  return {
    ...unitDocument({ unit: score.name, score }),
    criteria: score.criteria.map(({ criterion: { group, text, points }, mark, judged, faults }) => ({
      group,
      text,
      points,
      mark,
      judged,
      faults,
    })),
    byOrg: scoreByOrg.map(unitDocument),
    byOfficer: scoreByManager.map(unitDocument),
  }
}
