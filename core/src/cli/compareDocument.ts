import { z } from 'zod'

import { formatIsoDay } from '../calendar/index.ts'
import { fates, findingMoves, origins, tiers, type LedgerComparison } from '../check/index.ts'
import { vanishedSchema } from './overviewDocument.ts'

/** Grows when a member changes its meaning or goes away; new members may come without it. */
export const compareDocumentVersion = 1

const whole = z.number().int().nonnegative()
const holding = z.object({ loans: whole, balance: z.number() })
const plainValue = z.union([z.string(), z.number(), z.boolean(), z.null()])
const severity = z.enum(['serious', 'warning', 'attention', 'notice'])
const ledger = z.object({ file: z.string(), asOf: z.string().nullable(), loans: whole })
const sheetName = z.object({ file: z.string(), sheet: z.string() })
const place = z.object({
  /** Index into the ledger's `sheets`. */
  table: z.number().int(),
  row: whole,
  key: z.string(),
  customer: z.string(),
  org: z.string(),
  manager: z.string(),
  balance: z.number().nullable(),
  tier: z.enum(tiers),
})
const group = z.object({
  name: z.string(),
  before: holding,
  now: holding,
  nplBefore: holding,
  nplNow: holding,
  worse: holding,
  better: holding,
  appeared: holding,
  gone: holding,
  newFindings: whole,
  curedFindings: whole,
})
const moves = z.record(z.enum(findingMoves), whole)

/** What `postloan compare --json` prints. Amounts in 元. */
export const compareDocumentSchema = z.object({
  document: z.literal('postloan.compare'),
  version: z.literal(compareDocumentVersion),
  policy: z.object({ id: z.string(), version: z.string(), fingerprint: z.string() }),
  before: ledger.extend({ sheets: z.array(sheetName) }),
  now: ledger.extend({ sheets: z.array(sheetName) }),
  loans: z.object({
    before: whole,
    now: whole,
    matched: whole,
    appeared: whole,
    gone: whole,
    unmatchedBefore: whole,
    unmatchedNow: whole,
  }),
  matrix: z.object({
    cells: z.array(
      z.object({
        from: z.enum(origins),
        to: z.enum(fates),
        loans: whole,
        before: z.number(),
        now: z.number(),
      }),
    ),
    before: holding,
    now: holding,
  }),
  rollRates: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      value: z.number().nullable(),
      numerator: z.number().nullable(),
      denominator: z.number().nullable(),
      bound: z.enum(['atLeast', 'atMost']).optional(),
      because: z.string().optional(),
    }),
  ),
  byOrg: z.array(group),
  byManager: z.array(group),
  fields: z.array(
    z.object({ field: z.string(), name: z.string(), loans: whole, filled: whole, emptied: whole }),
  ),
  findings: z.object({
    moves,
    byRule: z.array(z.object({ rule: z.string(), name: z.string(), moves })),
    changes: z.array(
      z.object({
        move: z.enum(findingMoves),
        /** Which of the two ledgers `table` and `row` are of. */
        of: z.enum(['before', 'now']),
        id: z.string(),
        rule: z.string(),
        case: z.string(),
        kind: z.enum(['violation', 'due', 'lead']),
        severity,
        severityBefore: severity.optional(),
        table: z.number().int(),
        row: whole,
        key: z.string(),
        org: z.string(),
        manager: z.string(),
        message: z.string(),
        remedy: z.string(),
      }),
    ),
  }),
  appeared: z.array(place),
  gone: z.array(place),
  unmatched: z.object({ before: z.array(place), now: z.array(place) }),
  changes: z.array(
    z.object({
      before: place,
      now: place,
      fields: z.array(z.object({ field: z.string(), name: z.string(), before: plainValue, now: plainValue })),
    }),
  ),
  /** Had a balance before and are not here now, neither settled nor written off: to be explained (DQ-016). */
  vanished: vanishedSchema,
  notes: z.array(z.object({ code: z.string(), message: z.string() })),
})

export type CompareDocument = z.infer<typeof compareDocumentSchema>

/** The document in pieces, so that a large book is not held twice. */
export function* compareDocument(
  compared: LedgerComparison,
  files: { readonly before: string; readonly now: string },
): Generator<string> {
  const { before, now, loans, matrix, rollRates, byOrg, byManager, fields, findings } = compared
  const side = (result: LedgerComparison['now'], file: string, count: number) => ({
    file,
    asOf: result.asOf === null ? null : formatIsoDay(result.asOf),
    loans: count,
    sheets: result.tables.map(({ table }) => ({ file: table.file, sheet: table.sheet })),
  })
  const { id, version, fingerprint } = now.policy
  const head = {
    document: 'postloan.compare',
    version: compareDocumentVersion,
    policy: { id, version, fingerprint },
    before: side(before, files.before, loans.before),
    now: side(now, files.now, loans.now),
    loans,
    matrix,
    rollRates: rollRates.parts.map(({ id: part, name, value, numerator, denominator, bound, because }) => ({
      id: part,
      name,
      value,
      numerator,
      denominator,
      bound,
      because,
    })),
    byOrg,
    byManager,
    fields,
    vanished: now.previous?.vanished ?? [],
    notes: compared.notes.map(({ code, message }) => ({ code, message })),
    findings: { moves: findings.moves, byRule: findings.byRule, changes: findings.changes.map(plainFinding) },
    unmatched: compared.unmatched(),
  }
  yield `${JSON.stringify(head).slice(0, -1)},\n"appeared":`
  yield* list(compared.appeared())
  yield ',\n"gone":'
  yield* list(compared.gone())
  yield ',\n"changes":'
  yield* list(compared.changes())
  yield '}\n'
}

function plainFinding({
  move,
  of,
  org,
  manager,
  severityBefore,
  finding,
}: LedgerComparison['findings']['changes'][number]): CompareDocument['findings']['changes'][number] {
  const { id, rule, case: caseId, kind, severity: level, table, row, key, message, remedy } = finding
  return {
    move,
    of,
    id,
    rule,
    case: caseId,
    kind,
    severity: level,
    ...(severityBefore === undefined ? {} : { severityBefore }),
    table,
    row,
    key,
    org,
    manager,
    message,
    remedy,
  }
}

function* list(items: Iterable<unknown>): Generator<string> {
  let open = '['
  for (const item of items) {
    yield `${open}\n${JSON.stringify(item)}`
    open = ','
  }
  yield open === '[' ? '[]' : '\n]'
}
