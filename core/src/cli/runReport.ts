import { stat } from 'node:fs/promises'
import { join } from 'node:path'

import { checkLedger, type RowPlace } from '../check/index.ts'
import { applyWaivers } from '../check/waivers/index.ts'
import { prepareDocuments } from '../documents/index.ts'
import { nodeCodec } from '../workbook/node/index.ts'
import { openPrevious } from './checkFile.ts'
import { checklistsInForce } from './checklistsInForce.ts'
import { loansByNumber } from './chooseLoans.ts'
import { askedFor } from './commandLine.ts'
import { messages } from './messages.ts'
import { openFilled, settingNotes } from './openFilled.ts'
import { openPolicy } from './openPolicy.ts'
import { progressBar } from './progressBar.ts'
import { refuse, refuseFiles } from './refuse.ts'
import { readReportArguments } from './reportArguments.ts'
import { jobsOf, placed } from './reportJobs.ts'
import { reportMessages as words } from './reportMessages.ts'
import { readTemplates, writeTemplates } from './reportTemplates.ts'
import type { Terminal } from './runCheck.ts'
import { today } from './today.ts'
import { loadWaivers } from './waiverFiles.ts'
import { exists } from './writeAnnotated.ts'
import { writeDocuments } from './writeDocuments.ts'

/** `postloan report`: 0 written, 1 some could not be, 2 not done. */
export async function runReport(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const asked = await askedFor(readReportArguments(args), words.help, terminal)
  if (!asked.go) return asked.code
  const { given } = asked
  if (given.writeTemplates !== null) {
    const written = await writeTemplates(given.writeTemplates, given.force)
    if (!written.ok) return refuse(terminal, written.message)
    await terminal.out.write(`${words.templatesWritten(written.count, given.writeTemplates)}\n`)
  }
  const { path, output } = given
  if (path === null || output === null) return 0
  if (await isFile(output)) return refuse(terminal, words.notAFolder(output))
  const packs = await openPolicy(given, terminal)
  if (!packs.ok) return refuseFiles(terminal, packs.errors)
  const bar = progressBar({
    isTTY: terminal.log.isTTY === true,
    write: (text) => void terminal.log.write(text),
  })
  const onProgress = (share: number): void => bar.show(share, messages.log[given.language].reading)
  const opened = await openFilled([path], { asOf: given.asOf, packs: packs.layers, onProgress })
  bar.clear()
  if (!opened.ok) return refuseFiles(terminal, [opened.error])
  const { ledger } = opened
  if (ledger.tables.every(({ name }) => name !== '借据')) return refuse(terminal, words.noLoans)
  const { policy, lists } = checklistsInForce(opened.layers)
  const templates = given.templates === null ? null : await readTemplates(given.templates, policy)
  // what is quoted from a file must not steer the terminal
  if (templates && !templates.ok)
    return refuse(
      terminal,
      templates.lines.map((line) => line.replaceAll(/\p{Cc}/gu, '�')),
    )
  for (const line of [...settingNotes(opened.notes), ...(templates?.used ?? []).map(words.templateUsed)])
    await terminal.log.write(`${line}\n`)
  const previous = given.previous === null ? null : await openPrevious([given.previous], policy)
  if (previous && !previous.ok) return refuseFiles(terminal, [previous.error])
  const options = { policy, ...(previous ? { previous: previous.ledger } : {}) }
  const waivers = await loadWaivers([path], given.waivers)
  if (!waivers.ok) return refuseFiles(terminal, [waivers.error])
  const plain = checkLedger(ledger, options)
  if (plain.asOf === null) return refuse(terminal, words.noDay)
  const result = waivers.file ? applyWaivers(plain, waivers.file, { policy, today: today() }).result : plain

  const desk = prepareDocuments(ledger, {
    ...options,
    result,
    codec: nodeCodec(),
    checklists: lists,
    bank: given.bank,
    noticeFrom: given.severity,
    ...(templates ? { templates: templates.templates } : {}),
  })
  const chosen: RowPlace[] = []
  for (const written of given.loans) {
    const found = loansByNumber(result, written)
    if (!found.ok) return refuse(terminal, found.message)
    chosen.push(...found.places)
  }
  const jobs = placed(jobsOf(desk, given, given.loans.length > 0 ? chosen : null), desk, given.flat, output)
  if (jobs.length === 0) {
    await terminal.out.write(`${words.nothing}\n`)
    return 0
  }
  const indexPath = join(output, words.indexName)
  if (!given.force) {
    const there: string[] = []
    for (const file of [...jobs.map((job) => job.path), indexPath]) if (await exists(file)) there.push(file)
    if (there[0] !== undefined) return refuse(terminal, words.exists(there.length, there[0]))
  }
  return writeDocuments(jobs, desk, { output, indexPath, force: given.force }, terminal, bar)
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => !found.isDirectory(),
    () => false,
  )
}
