import { compareLedgers } from '../check/index.ts'
import type { Ledger } from '../ledger/index.ts'
import type { Policy } from '../policy/index.ts'
import { holdsNothing, noLedger, openLedger } from './checkFile.ts'
import { readCompareArguments } from './compareArguments.ts'
import { compareDocument } from './compareDocument.ts'
import { compareMessages as words } from './compareMessages.ts'
import type { FileError } from './fileReport.ts'
import { keepHeapSmall } from './keepHeapSmall.ts'
import { loadPacks } from './policyFiles.ts'
import { policyInForce } from './policyInForce.ts'
import { printCompare } from './printCompare.ts'
import { errorLine } from './printTotals.ts'
import type { Terminal } from './runCheck.ts'

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
  const before = await open(given.previous, null, policy)
  const now = await open(given.current, given.asOf, policy)
  const errors = [before, now].flatMap((one) => (one.ok ? [] : [one.error]))
  if (!before.ok || !now.ok) return refuse(errors, terminal)
  const compared = compareLedgers(before.ledger, now.ledger, policy)
  const files = { before: given.previous, now: given.current }
  if (given.json) for (const piece of compareDocument(compared, files)) await terminal.out.write(piece)
  else await terminal.out.write(`${printCompare(compared, files).join('\n')}\n`)
  return 0
}

async function open(
  path: string,
  asOf: number | null,
  policy: Policy,
): Promise<
  { readonly ok: true; readonly ledger: Ledger } | { readonly ok: false; readonly error: FileError }
> {
  const opened = await openLedger([path], asOf, policy, { onJson() {}, onProgress() {} })
  if (!opened.ok) return opened
  if (holdsNothing(opened.ledger)) return { ok: false, error: noLedger(path, opened.ledger) }
  return { ok: true, ledger: opened.ledger }
}

async function refuse(errors: readonly FileError[], terminal: Terminal): Promise<2> {
  await terminal.log.write(`${errors.map(errorLine).join('\n')}\n`)
  return 2
}
