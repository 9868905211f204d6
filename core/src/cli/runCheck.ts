import { mkdir, stat } from 'node:fs/promises'

import { fingerprintPolicy, severities } from '../check/index.ts'
import type { PackLayer } from '../check/pack/index.ts'
import type { Policy, Severity } from '../policy/index.ts'
import { checkDocumentVersion } from './checkDocument.ts'
import { checkFile } from './checkFile.ts'
import type { CheckJob, FileError, FileOutcome, FileReport } from './fileReport.ts'
import { findLedgerFiles } from './findLedgerFiles.ts'
import { keepHeapSmall } from './keepHeapSmall.ts'
import { messages } from './messages.ts'
import { overviewDocument } from './overviewDocument.ts'
import { loadPacks } from './policyFiles.ts'
import { policyInForce } from './policyInForce.ts'
import { printReport } from './printReport.ts'
import { printTotals } from './printTotals.ts'
import { progressBar } from './progressBar.ts'
import type { CheckArguments } from './readArguments.ts'
import { runPool, type PoolSink } from './runPool.ts'
import { exists, outputFor, refuseOutput } from './writeAnnotated.ts'
import { writeReports } from './writeReports.ts'

/** Where a command prints to. */
export interface Terminal {
  readonly out: Output
  readonly log: Output & { readonly isTTY?: boolean }
}

export interface Output {
  /** Resolves when the text is on its way, so that a slow reader slows us instead of filling memory. */
  write(text: string): Promise<void>
}

/** `postloan check`: 0 checked, 1 findings at or above --fail-on, 2 something could not be read or written. */
export async function runCheck(given: CheckArguments, terminal: Terminal): Promise<0 | 1 | 2> {
  keepHeapSmall()
  const found = await findLedgerFiles(given.paths)
  // last month's ledger may be a folder too: its files are one ledger
  const earlier = await findLedgerFiles(given.previous === null ? [] : [given.previous])
  for (const line of [...found.leftOut, ...earlier.leftOut]) await terminal.log.write(`${line}\n`)
  const packs = await loadPacks(given.policies, given.trust, { pin: true })
  for (const line of packs.said) await terminal.log.write(`${line}\n`)
  const policy = policyInForce(packs.layers)
  const plan =
    packs.errors.length + earlier.errors.length > 0
      ? noPlan
      : await planJobs(given, found.files, earlier.files, packs.layers)
  const reports: FileReport[] = []
  const errors: FileError[] = [...packs.errors, ...found.errors, ...earlier.errors, ...plan.errors]
  const bar = progressBar({
    isTTY: terminal.log.isTTY === true,
    write: (text) => void terminal.log.write(text),
  })
  const shares = plan.jobs.map(() => 0)
  let done = 0
  let writing = -1

  const sink: PoolSink = {
    async onJson(job, piece) {
      bar.clear()
      // pieces of one file belong together; a comma sets off the next file
      const comma = writing !== -1 && writing !== job ? ',\n' : ''
      writing = job
      await terminal.out.write(comma + piece)
    },
    async onOutcome(job, outcome) {
      shares[job] = 1
      done += 1
      if (!outcome.ok) errors.push(outcome.error)
      else {
        const { explained } = outcome.report
        reports.push(outcome.report)
        if (outcome.report.writeError) errors.push(outcome.report.writeError)
        if (given.explain !== null) {
          bar.clear()
          if (explained.length > 0) await terminal.out.write(`${explained.join('\n')}\n`)
        } else if (!given.json && plan.jobs.length === 1) {
          bar.clear()
          await terminal.out.write(`${printReport(outcome.report, policy).join('\n')}\n`)
        }
      }
    },
    onProgress(job, share) {
      shares[job] = share
      const sum = shares.reduce((total, one) => total + one, 0)
      bar.show(sum / shares.length, messages.log[given.language].checking(done, shares.length))
    },
  }

  if (given.json) await terminal.out.write(documentHead(policy))
  await runJobs(plan.jobs, sink)
  bar.clear()
  const targets = { html: given.html, summary: plan.summary }
  const written =
    reports.length > 0 ? await writeReports(targets, { given, reports, errors, packs: packs.layers }) : []
  if (given.explain !== null && reports.every(({ explained }) => explained.length === 0)) {
    await terminal.log.write(`${messages.explain.none(given.explain)}\n`)
    return 2
  }
  if (given.json) await terminal.out.write(documentTail(reports, errors))
  else if (given.explain === null) {
    const lines = printTotals(reports, errors, policy)
    if (lines.length > 0) await terminal.out.write(`${lines.join('\n')}\n`)
  }
  if (written.length > 0) await (given.json ? terminal.log : terminal.out).write(`${written.join('\n')}\n`)
  if (errors.length > 0) return 2
  return given.failOn !== null && reports.some((report) => reaches(report, given.failOn ?? 'serious')) ? 1 : 0
}

async function runJobs(jobs: readonly CheckJob[], sink: PoolSink): Promise<void> {
  const [only] = jobs
  // one file needs no thread: starting one costs more than it saves
  if (jobs.length !== 1 || !only) return runPool(jobs, sink)
  let outcome: FileOutcome
  try {
    outcome = await checkFile(only, {
      onJson: (piece) => sink.onJson(0, piece),
      onProgress: (share) => sink.onProgress(0, share),
    })
  } catch (caught) {
    if (process.env['POSTLOAN_DEBUG']) throw caught
    const why = caught instanceof Error ? caught.message : String(caught)
    outcome = {
      ok: false,
      error: { file: only.paths.join(' + '), code: 'crashed', message: messages.errors.crashed(why) },
    }
  }
  await sink.onOutcome(0, outcome)
}

interface Plan {
  readonly jobs: readonly CheckJob[]
  readonly errors: readonly FileError[]
  /** Where the one workbook on many files goes; null: none is wanted. */
  readonly summary: string | null
}

/** A policy that cannot be used is no reason to check with another one. */
const noPlan: Plan = { jobs: [], errors: [], summary: null }

async function planJobs(
  given: CheckArguments,
  files: readonly string[],
  previous: readonly string[],
  packs: readonly PackLayer[],
): Promise<Plan> {
  const { html } = given
  const groups = given.together && files.length > 0 ? [files] : files.map((file) => [file])
  // many files and one workbook named: that is the summary of them all
  const summary = groups.length > 1 && /\.xlsx$/i.test(given.output ?? '') ? given.output : null
  for (const target of [html, summary]) {
    const refused = target === null ? null : await refuseOutput(target, files, given.force)
    if (refused) return { ...noPlan, errors: [{ file: target ?? '', ...refused }] }
  }
  const output = summary === null ? given.output : null
  const isFolder =
    output !== null &&
    (await stat(output).then(
      (info) => info.isDirectory(),
      () => false,
    ))
  if (output !== null && groups.length > 1 && !isFolder && (await exists(output))) {
    return {
      ...noPlan,
      errors: [
        { file: output, code: 'outputNeedsFolder', message: messages.errors.outputNeedsFolder(output) },
      ],
    }
  }
  const intoFolder = isFolder || groups.length > 1
  if (output !== null && intoFolder) await mkdir(output, { recursive: true })
  const taken = new Set<string>()
  const errors: FileError[] = []
  const jobs = groups.map((paths): CheckJob => {
    let target = output === null ? null : outputFor(paths[0] ?? '', output, intoFolder)
    if (target !== null && taken.has(target)) {
      errors.push({
        file: paths.join(' + '),
        code: 'outputTwice',
        message: messages.errors.outputTwice(target),
      })
      target = null
    }
    if (target !== null) taken.add(target)
    const { asOf, force, json, calendar, picture, maskNames, explain } = given
    const oneOfSeveral = groups.length > 1
    const figures = html !== null || summary !== null
    const what = { force, json, calendar, picture, figures, maskNames, oneOfSeveral, explain }
    return { paths, previous, packs, waivers: given.waivers, asOf, output: target, ...what }
  })
  return { jobs, errors, summary }
}

function reaches(report: FileReport, level: Severity): boolean {
  return severities
    .slice(0, severities.indexOf(level) + 1)
    .some((severity) => report.summary.bySeverity[severity] > 0)
}

function documentHead(inForce: Policy): string {
  const { id, version, layers } = inForce
  const policy = { id, version, fingerprint: fingerprintPolicy(inForce), layers }
  return `{"document":"postloan.check","version":${checkDocumentVersion},"policy":${JSON.stringify(policy)},"tables":[\n`
}

function documentTail(reports: readonly FileReport[], errors: readonly FileError[]): string {
  const days = new Set(reports.map((report) => report.asOf))
  const [day] = days
  const rest = {
    due: reports.flatMap((report) => report.due),
    overviews: reports.flatMap(({ file, asOf, overview }) =>
      overview ? [overviewDocument(file, asOf, overview)] : [],
    ),
    notes: reports.flatMap((report) =>
      report.notes.map(({ code, message, rule }) => ({
        file: report.file,
        code,
        message,
        ...(rule === undefined ? {} : { rule }),
      })),
    ),
    waivers: reports.flatMap(({ file, waivers }) =>
      (waivers?.waivers ?? []).map((line) => ({ file, ...line })),
    ),
    reportedWrong: reports.flatMap(({ file, waivers }) =>
      (waivers?.reports ?? []).map((line) => ({ file, ...line })),
    ),
    written: reports.flatMap((report) =>
      report.written ? [{ file: report.file, output: report.written.path }] : [],
    ),
    errors: errors.map(({ file, code, message }) => ({ file, code, message })),
    asOf: days.size === 1 ? (day ?? null) : null,
  }
  return `\n],${JSON.stringify(rest).slice(1)}\n`
}
