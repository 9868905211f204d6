import { basename } from 'node:path'

import { formatIsoDay } from '../calendar/index.ts'
import { checkLedger, type FileNote, type Result } from '../check/index.ts'
import type { PackLayer } from '../check/pack/index.ts'
import { applyWaivers } from '../check/waivers/index.ts'
import { readLedger, type Ledger } from '../ledger/index.ts'
import type { Policy } from '../policy/index.ts'
import type { Workbook } from '../table/index.ts'
import {
  hideOwnCells,
  openWorkbook,
  planFromResult,
  type AnnotationPlan,
  type WorkbookError,
} from '../workbook/index.ts'
import { nodeCodec, readBytes, readLegacyApart } from '../workbook/node/index.ts'
import { packOfTemplates } from '../workbook/template/index.ts'
import { fileFigures, previousBook } from './fileFigures.ts'
import type { CheckJob, FileError, FileOutcome, FileReport } from './fileReport.ts'
import { hideIn, nameHider } from './hideNames.ts'
import { jsonTables, plainSummary, tableDocuments } from './jsonTables.ts'
import { listDue } from './listDue.ts'
import { messages } from './messages.ts'
import { overviewOf } from './overview.ts'
import { overviewMessages } from './overviewMessages.ts'
import { policyInForce } from './policyInForce.ts'
import { printCalendar } from './printCalendar.ts'
import { printExplanation } from './printExplanation.ts'
import { printOverview, printVanished } from './printOverview.ts'
import { groupNotRun, groupUndecided, selectFindings } from './selectFindings.ts'
import { today } from './today.ts'
import { loadWaivers } from './waiverFiles.ts'
import { waiverReport } from './waiverReport.ts'
import { refuseOutput, writeAnnotated, type InputFile } from './writeAnnotated.ts'

export interface CheckSink {
  /** Takes the next piece of the members of `tables`; waits where the reader is slow. */
  onJson(piece: string): Promise<void> | void
  /** 0…1 */
  onProgress(share: number): void
}

/** Reads, checks and, if asked, annotates one ledger. A bad file is an outcome; only a bug throws. */
export async function checkFile(job: CheckJob, sink: CheckSink): Promise<FileOutcome> {
  const file = job.paths.join(' + ')
  const refused = job.output === null ? null : await refuseOutput(job.output, job.paths, job.force)
  if (refused) return { ok: false, error: { file, ...refused } }
  const checked = await checkFiles(job, file, sink)
  if (!checked.ok) return checked
  const { files, plan, report } = checked
  const written =
    job.output === null || plan === null
      ? { written: null, writeError: null }
      : await writeAnnotated(job.output, files, plan, job.force)
  sink.onProgress(1)
  return { ok: true, report: { ...report, ...written } }
}

type Checked =
  | {
      readonly ok: true
      readonly files: readonly InputFile[]
      /** Null where nothing is to be written. */
      readonly plan: AnnotationPlan | null
      readonly report: Omit<FileReport, 'written' | 'writeError'>
    }
  | { readonly ok: false; readonly error: FileError }

/** All but the writing. The ledger's columns are let go here: a large workbook is written in the room they took. */
async function checkFiles(job: CheckJob, file: string, sink: CheckSink): Promise<Checked> {
  const [firstPath = ''] = job.paths
  const given = policyInForce(job.packs)
  const waivers = await loadWaivers(job.paths, job.waivers)
  if (!waivers.ok) return waivers
  const opened = await openLedger(job.paths, job.asOf, given, sink)
  if (!opened.ok) return opened
  // what a lead set in the template itself lies over the packs
  const policy = policyInForce([...job.packs, ...opened.layers])
  const { ledger, files } = opened
  const previous = job.previous.length === 0 ? null : await openPrevious(job.previous, policy)
  if (previous && !previous.ok) return { ok: false, error: { ...previous.error, file } }
  const plain = checkLedger(ledger, {
    policy,
    ...(previous?.ok ? { previous: previous.ledger } : {}),
    onProgress: (share) => sink.onProgress(0.7 + share * 0.2),
  })
  const laid = waivers.file ? applyWaivers(plain, waivers.file, { policy, today: today() }) : null
  const result = laid?.result ?? plain
  const pathOf = (name: string): string => job.paths.find((path) => basename(path) === name) ?? firstPath
  const tables = tableDocuments(ledger, result, pathOf)
  const hide = job.maskNames ? nameHider([ledger, ...(previous?.ok ? [previous.ledger] : [])]) : null
  if (job.json) for (const piece of jsonTables(result, tables, hide)) await sink.onJson(piece)
  if (holdsNothing(ledger)) return { ok: false, error: noLedger(file, ledger) }
  const report = {
    ...describe(job, policy, ledger, result, previous?.ok ? previous.ledger : null, file, pathOf),
    waivers: laid ? waiverReport(laid, waivers.conflicts) : null,
    tables,
    notes: [...opened.notes, ...notesOf(job, result)],
  }
  return {
    ok: true,
    files,
    plan: job.output === null ? null : planFromResult(result, policy),
    report: hide ? hideIn(report, hide) : report,
  }
}

function notesOf({ oneOfSeveral }: CheckJob, { notes, previous }: Result): readonly FileNote[] {
  if (!oneOfSeveral || !previous) return notes
  const said = { code: 'severalFiles', message: overviewMessages.severalFiles }
  return [...notes.filter(({ code }) => code !== 'vanished'), said]
}

type Described = Omit<FileReport, 'tables' | 'notes' | 'waivers' | 'written' | 'writeError'>

function describe(
  job: CheckJob,
  policy: Policy,
  ledger: Ledger,
  result: Result,
  previous: Ledger | null,
  file: string,
  pathOf: (name: string) => string,
): Described {
  const fileOf = (table: number): string => pathOf(result.tables[table]?.table.file ?? '')
  // an item for each loan and step: not made where nobody looks at them
  const wanted = job.json || job.calendar || job.figures
  const items = wanted ? listDue(result, policy, fileOf) : []
  const asOf = result.asOf === null ? null : formatIsoDay(result.asOf)
  const before = job.json || job.picture || job.figures ? previousBook(previous, policy) : null
  const overview = job.json || job.picture || job.figures ? overviewOf(result, policy, before) : null
  return {
    file,
    asOf,
    asOfFrom: ledger.asOf.from,
    policy: {
      ...result.policy,
      layers: (policy.layers ?? []).map(({ title, version }) => `${title} ${version}`),
    },
    summary: plainSummary(result.summary),
    listed: job.json ? [] : selectFindings(result, policy),
    undecided: job.json ? [] : groupUndecided(result, policy),
    notRun: groupNotRun(result, policy),
    due: items,
    calendar: job.calendar ? printCalendar(items, asOf, policy) : [],
    explained: job.explain === null ? [] : printExplanation(result, policy, job.explain),
    picture: job.picture && overview ? printOverview(overview, policy) : [],
    vanished: job.oneOfSeveral ? [] : printVanished(result.previous ?? null),
    overview,
    figures: job.figures ? fileFigures(result, policy, { previous: before, overview, fileOf }) : null,
  }
}

type Opened =
  | {
      readonly ok: true
      readonly ledger: Ledger
      readonly files: readonly InputFile[]
      readonly notes: readonly FileNote[]
      /** Parameters and rules written in standard templates. */
      readonly layers: readonly PackLayer[]
    }
  | { readonly ok: false; readonly error: FileError }

/** The files as one ledger. The cells as read are let go here: the typed tables are all that is needed from now on. */
export async function openLedger(
  paths: readonly string[],
  asOf: number | null,
  policy: Policy,
  sink: CheckSink,
): Promise<Opened> {
  const inputs: InputFile[] = []
  const workbooks: Workbook[] = []
  for (const [at, path] of paths.entries()) {
    const read = await readBytes(path)
    if (!read.ok) return refuse(path, read.error)
    const opened = await openWorkbook(read.bytes, basename(path), nodeCodec(), {
      readLegacy: readLegacyApart,
      onProgress: (share) => sink.onProgress(((at + share) / paths.length) * 0.7),
    })
    if (!opened.ok) return refuse(path, opened.error)
    inputs.push({ path, bytes: read.bytes })
    workbooks.push(opened.workbook)
  }
  const own = packOfTemplates(workbooks, policy)
  const settingNotes = own.problems.map(({ file, sheet, cell, message }) => {
    const place = [...(paths.length > 1 ? [file] : []), sheet, cell].filter(Boolean).join(' ')
    return { code: 'templateSetting', message: `${place}  ${message}` }
  })
  const files = inputs.map((one) => ({
    ...one,
    verdicts: own.verdicts.filter(({ file }) => file === basename(one.path)),
  }))
  const { fields, codeLists } = policy
  const ledger = readLedger(workbooks.map(hideOwnCells), { fields, codeLists }, asOf === null ? {} : { asOf })
  const notes = workbooks.flatMap((workbook) =>
    workbook.notes.map(({ code, message }) => ({ code, message })),
  )
  return { ok: true, ledger, files, notes: [...notes, ...settingNotes], layers: own.layers }
}

function refuse(file: string, { code, message }: WorkbookError): { ok: false; error: FileError } {
  return { ok: false, error: { file, code, message } }
}

/** Last month's ledger: one file or several. */
export async function openPrevious(
  paths: readonly string[],
  policy: Policy,
): Promise<
  { readonly ok: true; readonly ledger: Ledger } | { readonly ok: false; readonly error: FileError }
> {
  const path = paths.join(' + ')
  const opened = await openLedger(paths, null, policy, { onJson() {}, onProgress() {} })
  const error = !opened.ok ? opened.error : holdsNothing(opened.ledger) ? noLedger(path, opened.ledger) : null
  if (opened.ok && !error) return { ok: true, ledger: opened.ledger }
  const message = messages.errors.previousUnreadable(path, error?.message ?? '')
  return { ok: false, error: { file: path, code: error?.code ?? '', message } }
}

/** A ledger of no rows has not passed: nothing was checked. */
export function holdsNothing(ledger: Ledger): boolean {
  return ledger.tables.every(({ rowCount }) => rowCount === 0)
}

export function noLedger(file: string, ledger: Ledger): FileError {
  const reasons = [
    ...ledger.tables.map(({ sheet }) => messages.errors.sheetReason(sheet, messages.errors.noRows)),
    ...ledger.notTables.map(({ sheet, reason }) => messages.errors.sheetReason(sheet, reason)),
  ]
  return {
    file,
    code: 'noLedger',
    message: messages.errors.noLedger(file, reasons.length > 0 ? reasons : [messages.errors.emptyWorkbook]),
  }
}
