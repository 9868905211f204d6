import { checkLedger, type Result } from '../check/index.ts'
import type { Ledger } from '../ledger/index.ts'
import type { Policy } from '../policy/index.ts'
import { bookReport, findingFigures, type BookReport, type FindingFigures } from '../report/index.ts'
import type { Overview } from './overview.ts'

/** What a report tells of one file, as plain data. */
export interface FileFigures {
  readonly book: BookReport
  readonly findings: FindingFigures
}

export function fileFigures(
  result: Result,
  policy: Policy,
  {
    previous,
    overview,
    fileOf,
  }: {
    readonly previous: Result | null
    readonly overview: Overview | null
    readonly fileOf: (table: number) => string
  },
): FileFigures {
  return {
    book: bookReport(result, policy, {
      ...(previous ? { previous } : {}),
      ...(overview?.score.complete ? { inspectionScore: overview.score.points } : {}),
    }),
    findings: findingFigures(result, policy, fileOf),
  }
}

/** Last month's ledger for comparing books: of it only the loans are wanted, not its findings. */
export function previousBook(previous: Ledger | null, policy: Policy): Result | null {
  return previous ? checkLedger(previous, { policy: { ...policy, rules: [] } }) : null
}
