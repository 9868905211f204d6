import { basename } from 'node:path'

import { compareLedgers } from '../check/index.ts'
import { planComparison, writeAnnotationWorkbook } from '../workbook/index.ts'
import { nodeCodec } from '../workbook/node/index.ts'
import { askedFor } from './commandLine.ts'
import { readCompareArguments } from './compareArguments.ts'
import { compareDocument } from './compareDocument.ts'
import { compareMessages as words } from './compareMessages.ts'
import { findLedgerFiles } from './findLedgerFiles.ts'
import { hideIn, nameHider } from './hideNames.ts'
import { keepHeapSmall } from './keepHeapSmall.ts'
import { messages } from './messages.ts'
import { openFilled, settingNotes } from './openFilled.ts'
import { openPolicy } from './openPolicy.ts'
import { printCompare } from './printCompare.ts'
import { progressBar } from './progressBar.ts'
import { refuseFiles } from './refuse.ts'
import type { Terminal } from './runCheck.ts'
import { refuseOutput, writeWhole } from './writeAnnotated.ts'

/** `postloan compare`: 0 compared, 2 something could not be read. */
export async function runCompare(args: readonly string[], terminal: Terminal): Promise<0 | 2> {
  const asked = await askedFor(readCompareArguments(args), words.help, terminal)
  if (!asked.go) return asked.code
  const { given } = asked
  keepHeapSmall()
  const opened = await openPolicy(given, terminal)
  if (!opened.ok) return refuseFiles(terminal, opened.errors)
  const packs = opened.layers
  const inputs = [await findLedgerFiles([given.previous]), await findLedgerFiles([given.current])] as const
  const missing = inputs.flatMap(({ errors }) => errors)
  if (missing.length > 0) return refuseFiles(terminal, missing)
  for (const line of inputs.flatMap(({ leftOut }) => leftOut)) await terminal.log.write(`${line}\n`)
  const { output } = given
  if (output !== null) {
    const refused = output.toLowerCase().endsWith('.xlsx')
      ? await refuseOutput(
          output,
          inputs.flatMap(({ files: paths }) => paths),
          given.force,
        )
      : { code: 'outputName', message: words.outputName(output) }
    if (refused) return refuseFiles(terminal, [{ file: output, ...refused }])
  }
  const bar = progressBar({
    isTTY: terminal.log.isTTY === true,
    write: (text) => void terminal.log.write(text),
  })
  const show =
    (from: number) =>
    (share: number): void =>
      bar.show(from + share / 2, messages.log[given.language].reading)
  const before = await openFilled(inputs[0].files, { packs, onProgress: show(0) })
  const now = await openFilled(inputs[1].files, { packs, asOf: given.asOf, onProgress: show(0.5) })
  bar.clear()
  const errors = [before, now].flatMap((one) => (one.ok ? [] : [one.error]))
  if (!before.ok || !now.ok) return refuseFiles(terminal, errors)
  for (const note of settingNotes(now.notes)) await terminal.log.write(`${note}\n`)
  // both months by one policy: this month's, with what a lead set in this month's template
  const compared = compareLedgers(before.ledger, now.ledger, now.policy)
  const files = { before: given.previous, now: given.current }
  const hide = given.maskNames ? nameHider([before.ledger, now.ledger]) : null
  if (given.json) {
    for (const piece of compareDocument(compared, files)) await terminal.out.write(hide ? hide(piece) : piece)
  } else {
    const lines = printCompare(compared, files)
    await terminal.out.write(`${(hide ? lines.map(hide) : lines).join('\n')}\n`)
  }
  if (output === null) return 0
  const plan = planComparison(compared, { before: basename(files.before), now: basename(files.now) })
  const bytes = await writeAnnotationWorkbook(hide ? hideIn(plan, hide) : plan, nodeCodec())
  const refused = await writeWhole(output, bytes, given.force)
  if (refused) return refuseFiles(terminal, [{ file: output, ...refused }])
  await (given.json ? terminal.log : terminal.out).write(`${words.written(output)}\n`)
  return 0
}
