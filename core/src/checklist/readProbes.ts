import { parseIsoDay } from '../calendar/index.ts'
import { checkLedger, Outcome } from '../check/index.ts'
import type { CheckOptions, Finding, Result, RowPlace } from '../check/index.ts'
import type { Ledger } from '../ledger/index.ts'
import type { Checklists } from '../policy/checklists/index.ts'
import { probeCase } from './probeRule.ts'
import { probePolicy } from './probes.ts'

/** What the conditions of checklists say of the loans of one ledger. */
export interface Probes {
  readonly result: Result
  /** Null where it cannot be told. */
  truth(id: string, place: RowPlace): boolean | null
  /** Those of one loan that are true, by id: made once, asked many times. */
  trueOf(place: RowPlace): TrueProbes
  /** Loans of which a condition is true, and how many it cannot tell of. */
  rowsWhere(id: string): { readonly places: readonly RowPlace[]; readonly undecided: number }
}

export interface TrueProbes {
  readonly get: (id: string) => Finding | undefined
  /** The day of a condition that is one. */
  readonly day: (id: string) => number | null
}

export function readProbes(ledger: Ledger, checklists: Checklists, options: CheckOptions): Probes {
  const result = checkLedger(ledger, { ...options, policy: probePolicy(options.policy, checklists) })
  return {
    result,
    truth(id, { table, row }) {
      const byte = result.outcomes(id, probeCase, table)?.[row]
      return byte === Outcome.hit ? true : byte === Outcome.pass ? false : null
    },
    trueOf({ table, row }) {
      const found = new Map<string, Finding>()
      for (const finding of result.findings({ table, tableRow: row, outcomes: ['hit'] }))
        found.set(finding.rule, finding)
      return {
        get: (id) => found.get(id),
        day(id) {
          const due = found.get(id)?.dueDate
          return due === undefined ? null : parseIsoDay(due)
        },
      }
    },
    rowsWhere(id) {
      const places: RowPlace[] = []
      let undecided = 0
      result.tables.forEach(({ table: { name, rowCount } }, table) => {
        if (name !== '借据') return
        const bytes = result.outcomes(id, probeCase, table)
        for (let row = 0; row < rowCount; row += 1) {
          const byte = bytes?.[row]
          if (byte === Outcome.hit) places.push({ table, row })
          else if (byte !== Outcome.pass) undecided += 1
        }
      })
      return { places, undecided }
    },
  }
}
