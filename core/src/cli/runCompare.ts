import { basename } from 'node:path'

import { compareLedgers } from '../check/index.ts'
import type { Ledger } from '../ledger/index.ts'
import type { Policy } from '../policy/index.ts'
import { planComparison, writeAnnotationWorkbook } from '../workbook/index.ts'
import { nodeCodec } from '../workbook/node/index.ts'
import { holdsNothing, noLedger, openLedger } from './checkFile.ts'
import { readCompareArguments } from './compareArguments.ts'
import { compareDocument } from './compareDocument.ts'
import { compareMessages as words } from './compareMessages.ts'
import type { FileError } from './fileReport.ts'
import { findLedgerFiles } from './findLedgerFiles.ts'
import { hideIn, nameHider } from './hideNames.ts'
import { keepHeapSmall } from './keepHeapSmall.ts'
import { messages } from './messages.ts'
import { loadPacks } from './policyFiles.ts'
import { policyInForce } from './policyInForce.ts'
import { printCompare } from './printCompare.ts'
import { errorLine } from './printTotals.ts'
import { progressBar } from './progressBar.ts'
import type { Terminal } from './runCheck.ts'
import { refuseOutput, writeWhole } from './writeAnnotated.ts'

/** `postloan compare`: 0 compared, 2 something could not be read. */
export async function runCompare(args: readonly string[], terminal: Terminal): Promise<0 | 2> {
  const read = readCompareArguments(args)
  if (!read.ok) {
    await terminal.log.write(`${read.message}\n`)
    return 2
  }
  const { given } = read
  if (given === 'help') {
    await terminal.out.write(`${words.help}\n`)
    return 0
  }
  keepHeapSmall()
  const packs = await loadPacks(given.policies, given.trust, { pin: true })
  for (const line of packs.said) await terminal.log.write(`${line}\n`)
  if (packs.errors.length > 0) return refuse(packs.errors, terminal)
  const policy = policyInForce(packs.layers)
  const inputs = [await findLedgerFiles([given.previous]), await findLedgerFiles([given.current])] as const
  const missing = inputs.flatMap(({ errors }) => errors)
  if (missing.length > 0) return refuse(missing, terminal)
  const { output } = given
  if (output !== null) {
    const refused = output.toLowerCase().endsWith('.xlsx')
      ? await refuseOutput(
          output,
          inputs.flatMap(({ files: paths }) => paths),
          given.force,
        )
      : { code: 'outputName', message: words.outputName(output) }
    if (refused) return refuse([{ file: output, ...refused }], terminal)
  }
  const bar = progressBar({
    isTTY: terminal.log.isTTY === true,
    write: (text) => void terminal.log.write(text),
  })
  const show =
    (from: number) =>
    (share: number): void =>
      bar.show(from + share / 2, messages.log[given.language].reading)
  const before = await open(inputs[0].files, null, policy, show(0))
  const now = await open(inputs[1].files, given.asOf, policy, show(0.5))
  bar.clear()
  const errors = [before, now].flatMap((one) => (one.ok ? [] : [one.error]))
  if (!before.ok || !now.ok) return refuse(errors, terminal)
  const compared = compareLedgers(before.ledger, now.ledger, policy)
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
  if (refused) return refuse([{ file: output, ...refused }], terminal)
  await (given.json ? terminal.log : terminal.out).write(`${words.written(output)}\n`)
  return 0
}

async function open(
  paths: readonly string[],
  asOf: number | null,
  policy: Policy,
  onProgress: (share: number) => void,
): Promise<
  { readonly ok: true; readonly ledger: Ledger } | { readonly ok: false; readonly error: FileError }
> {
  const opened = await openLedger(paths, asOf, policy, { onJson() {}, onProgress })
  if (!opened.ok) return opened
  if (holdsNothing(opened.ledger)) return { ok: false, error: noLedger(paths.join(' + '), opened.ledger) }
  return { ok: true, ledger: opened.ledger }
}

async function refuse(errors: readonly FileError[], terminal: Terminal): Promise<2> {
  await terminal.log.write(`${errors.map(errorLine).join('\n')}\n`)
  return 2
}
