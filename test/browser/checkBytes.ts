import { checkLedger } from '@postloan/core/check'
import { readLedger } from '@postloan/core/ledger'
import { builtInPolicy } from '@postloan/core/policy'
import { openWorkbook, type Codec } from '@postloan/core/workbook'

export interface CheckedBytes {
  readonly asOf: number | null
  readonly rows: number
  readonly findings: readonly string[]
}

/** The whole way from a file's bytes to finding ids, the same in Node and in a page; only the codec differs. */
export async function checkBytes(bytes: Uint8Array, fileName: string, codec: Codec): Promise<CheckedBytes> {
  const opening = await openWorkbook(bytes, fileName, codec)
  if (!opening.ok) throw new Error(opening.error.message)
  const ledger = readLedger([opening.workbook], builtInPolicy)
  const result = checkLedger(ledger, { policy: builtInPolicy })
  return {
    asOf: result.asOf,
    rows: result.summary.rows,
    findings: [...result.findings()].map(({ id, outcome }) => `${id} ${outcome}`).toSorted(),
  }
}
