import { pageMapSchema } from '@postloan/core/policy/pack'
import { z } from 'zod'

const text = z.string()
const count = z.number().int()
const cells = z.record(text, text)

/** The rows of each table in a backup: as the store writes them, and never taken on trust. More in a row is kept. */
export const backupRows = z.object({
  loans: rowsOf({
    key: text,
    loanNo: text,
    contractNo: text,
    customer: text,
    product: text,
    cells,
    seenAt: text,
    rounds: z.record(text, count),
  }),
  ticks: rowsOf({
    id: text,
    loan: text,
    stage: text,
    round: count,
    item: text,
    verdict: z.enum(['fine', 'fault', 'notApplicable']),
    note: text,
    by: text,
    at: text,
  }),
  notes: rowsOf({ loan: text, text, by: text, at: text }),
  log: rowsOf({ seq: count, at: text, by: text, kind: text, loan: text, text, previous: text, hash: text }),
  ledgers: rowsOf({
    id: text,
    file: text,
    asOf: text.nullable(),
    loans: count,
    findings: count,
    at: text,
  }),
  ledgerLoans: rowsOf({
    ledger: text,
    loanNo: text,
    contractNo: text,
    accountNo: text,
    customer: text,
    file: text,
    asOf: text.nullable(),
    row: count,
    moneyTolerance: z.number(),
    cells,
    findings: z.array(z.looseObject({ id: text, name: text, message: text, remedy: text })),
  }),
  todos: rowsOf({ id: text, loan: text, by: text, at: text, note: text }),
  settings: rowsOf({ name: text, value: z.unknown() }),
  pageMaps: rowsOf({ id: text, host: text, map: pageMapSchema, at: text }),
})

function rowsOf<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.array(z.looseObject(shape))
}
