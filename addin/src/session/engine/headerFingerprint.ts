import { hash64 } from '@postloan/core/check'
import type { ColumnReading } from '@postloan/core/ledger'

/** A hash of a header's words in their order: next month's export of the same report has the same. */
export function headerFingerprint(columns: readonly ColumnReading[]): string {
  const words = columns
    .filter(({ header }) => header !== '')
    .map(({ header }) => header.replaceAll(/\s+/g, ''))
  return hash64(words.join('\u001f'))
}
