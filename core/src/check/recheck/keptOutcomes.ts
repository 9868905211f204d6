import type { TableName } from '../../policy/index.ts'
import { unjudged, type CaseRun } from '../runCases.ts'

/** What each case said last of each row, at the full check or when the row was judged again. */
export class KeptOutcomes {
  private readonly later = new Map<string, Uint8Array>()

  /** Runs over some rows of a table, filled with what was said of them. */
  runsOf(checked: readonly CaseRun[], name: TableName, rows: readonly number[]): readonly CaseRun[] {
    const room = unjudged(rows.length, checked.length)
    const later = rows.map((row) => this.later.get(`${name} ${row}`))
    return checked.map((run, at): CaseRun => {
      if (!run.bytes) return run
      const bytes = room()
      for (let i = 0; i < rows.length; i += 1) bytes[i] = later[i]?.[at] ?? run.bytes[rows[i] ?? 0] ?? 0
      return { ...run, bytes }
    })
  }

  keep(name: TableName, row: number, runs: readonly CaseRun[], local: number): void {
    this.later.set(
      `${name} ${row}`,
      Uint8Array.from(runs, ({ bytes }) => bytes?.[local] ?? 0),
    )
  }
}
