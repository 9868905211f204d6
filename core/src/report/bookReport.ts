import { computeIndicators, migrateLoans, readBook, type Result } from '../check/index.ts'
import type { Policy } from '../policy/index.ts'
import { bookFigures } from './bookFigures.ts'
import { stressFigures } from './stressFigures.ts'
import type { BookReport } from './types.ts'

/**
 * A checked ledger's book as a report tells it. `previous` is the earlier ledger's result; its findings are not needed.
 */
export function bookReport(
  result: Result,
  policy: Policy,
  options: { readonly previous?: Result; readonly inspectionScore?: number } = {},
): BookReport {
  const book = readBook(result)
  const { previous } = options
  return {
    now: bookFigures(result, book),
    before: previous ? bookFigures(previous) : null,
    migration: previous ? migrateLoans(previous, result) : null,
    indicators: computeIndicators(result, policy, options),
    stress: stressFigures(result, policy, book),
  }
}
