import { checkLedger, type Result } from '../check/index.ts'
import type { PackLayer } from '../check/pack/index.ts'
import type { Policy } from '../policy/index.ts'
import type { FileError } from './fileReport.ts'
import { openFilled } from './openFilled.ts'

type CheckedOnce =
  | { readonly ok: true; readonly result: Result; readonly policy: Policy }
  | { readonly ok: false; readonly error: FileError }

/** One ledger checked, last month's beside it where one is named, for commands that look at its findings. */
export async function checkOnce(
  paths: readonly string[],
  previousPath: string | null,
  asOf: number | null,
  packs: readonly PackLayer[],
): Promise<CheckedOnce> {
  const opened = await openFilled(paths, { asOf, packs })
  if (!opened.ok) return opened
  const { ledger, policy } = opened
  const previous = previousPath === null ? null : await openFilled([previousPath], { packs })
  if (previous && !previous.ok) return previous
  const before = previous?.ok ? { previous: previous.ledger } : {}
  return { ok: true, result: checkLedger(ledger, { policy, ...before }), policy }
}
