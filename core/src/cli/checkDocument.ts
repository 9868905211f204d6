import { z } from 'zod'

import { overviewSchema } from './overviewDocument.ts'

/** Grows when a member changes its meaning or goes away; new members may come without it. */
export const checkDocumentVersion = 1

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const severity = z.enum(['serious', 'warning', 'attention', 'notice'])
const plainValue = z.union([z.string(), z.number(), z.boolean(), z.null()])
const bySeverity = z.object({
  serious: z.number().int(),
  warning: z.number().int(),
  attention: z.number().int(),
  notice: z.number().int(),
})

export const findingSchema = z.object({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  rule: z.string(),
  case: z.string(),
  kind: z.enum(['violation', 'due', 'lead']),
  outcome: z.enum(['hit', 'incomplete', 'ruleError']),
  severity,
  key: z.string(),
  keyKind: z.string(),
  /** Of a row of a register: its own key there and what it is made of; `key` is then the loan as the register names it. */
  childKey: z.string().optional(),
  childKeyKind: z.string().optional(),
  /** Which of several rows with the same key it is, from 0; absent for the first. */
  ordinal: z.number().int().optional(),
  /** Of a row of a register: its loan, where that is just one. */
  loanKey: z.string().optional(),
  loanKeyKind: z.string().optional(),
  ambiguousKey: z.boolean().optional(),
  /** The sheet's own row number; 0 where the finding is of no row (a faulty rule). */
  row: z.number().int().nonnegative(),
  alsoRows: z.array(z.number().int()).optional(),
  fields: z.array(z.string()),
  values: z.record(z.string(), plainValue),
  message: z.string(),
  remedy: z.string(),
  sources: z.array(z.string()),
  sourceStatus: z.enum(['verified', 'secondary', 'unverified', 'bank']),
  dueDate: isoDay.optional(),
  assumed: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
  /** In none of the counts: somebody answers for it. */
  waived: z
    .object({
      id: z.string(),
      reason: z.string(),
      by: z.string(),
      on: isoDay,
      until: isoDay,
      legalFloor: z.literal(true).optional(),
    })
    .optional(),
})

const groupSchema = z.object({ name: z.string(), rows: z.number().int(), bySeverity })

const summarySchema = z.object({
  rows: z.number().int(),
  bySeverity,
  leads: z.number().int(),
  due: z.number().int(),
  incomplete: z.number().int(),
  /** Waived findings; absent where there are none. */
  waived: z.number().int().optional(),
  rulesRun: z.number().int(),
  byRule: z.array(
    z.object({ rule: z.string(), hits: z.number().int(), incomplete: z.number().int(), bySeverity }),
  ),
  byManager: z.array(groupSchema),
  byOrg: z.array(groupSchema),
  byCustomer: z.array(groupSchema),
})

const columnSchema = z.object({
  /** Counted from 0, and the letters Excel shows. */
  column: z.number().int(),
  letters: z.string(),
  header: z.string(),
  /** Null where the column is none of ours. */
  field: z.string().nullable(),
  unit: z.string(),
  confidence: z.number(),
})

export const tableSchema = z.object({
  file: z.string(),
  sheet: z.string(),
  /** Null where the sheet is not a ledger: then `notALedger` says why. */
  table: z.string().nullable(),
  rows: z.number().int(),
  headerRows: z.tuple([z.number().int(), z.number().int()]).nullable(),
  leftOut: z.array(z.object({ row: z.number().int(), why: z.string() })),
  asOf: isoDay.nullable(),
  unit: z.string(),
  columns: z.array(columnSchema),
  notALedger: z.string().optional(),
  findings: z.array(findingSchema),
  notRun: z.array(z.object({ rule: z.string(), case: z.string(), missing: z.array(z.string()) })),
  unread: z.array(
    z.object({
      row: z.number().int(),
      column: z.number().int(),
      field: z.string(),
      text: z.string(),
      why: z.string(),
    }),
  ),
  summary: summarySchema.nullable(),
})

export const dueSchema = z.object({
  file: z.string(),
  /** By when. */
  day: isoDay,
  /** firstCheck, fundTrace, followUp, maturity, statute, guarantee; `rule` where a rule says it is due. */
  kind: z.string(),
  what: z.string(),
  rule: z.string(),
  row: z.number().int(),
  key: z.string(),
  keyKind: z.string(),
  customer: z.string(),
  officer: z.string(),
  org: z.string(),
  /** The date it rests on, or what to do. */
  basis: z.string(),
})

/** What `postloan check --json` prints. */
export const checkDocumentSchema = z.object({
  document: z.literal('postloan.check'),
  version: z.literal(checkDocumentVersion),
  policy: z.object({
    id: z.string(),
    version: z.string(),
    fingerprint: z.string(),
    /** Policy packs laid over it, in order. */
    layers: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          version: z.string(),
          issuer: z.string(),
          level: z.enum(['总行', '分行']),
          signedBy: z.object({ signer: z.string(), keyFingerprint: z.string() }).nullable(),
        }),
      )
      .optional(),
  }),
  tables: z.array(tableSchema),
  due: z.array(dueSchema),
  /** One for each file: its book as a whole. */
  overviews: z.array(overviewSchema),
  notes: z.array(
    z.object({ file: z.string(), code: z.string(), message: z.string(), rule: z.string().optional() }),
  ),
  /** What became of each waiver and of each finding reported as wrong. */
  waivers: z.array(
    z.object({
      file: z.string(),
      id: z.string(),
      rule: z.string(),
      case: z.string().nullable(),
      state: z.enum([
        'applied',
        'expired',
        'notNeeded',
        'changed',
        'absent',
        'untold',
        'ambiguous',
        'withdrawn',
      ]),
      /** A floor set by law is waived by it. */
      legalFloor: z.boolean(),
      /** The rule still finds it. */
      arises: z.boolean(),
      key: z.string(),
      by: z.string(),
      on: isoDay,
      until: isoDay,
      reason: z.string(),
      row: z.number().int().nullable(),
      finding: z.string().nullable(),
    }),
  ),
  reportedWrong: z.array(
    z.object({
      file: z.string(),
      id: z.string(),
      rule: z.string(),
      case: z.string(),
      state: z.enum(['there', 'gone', 'absent', 'untold', 'withdrawn']),
      /** Checked with the policy that it was reported under. */
      samePolicy: z.boolean(),
      key: z.string(),
      by: z.string(),
      on: isoDay,
      what: z.string(),
      row: z.number().int().nullable(),
      finding: z.string().nullable(),
    }),
  ),
  written: z.array(z.object({ file: z.string(), output: z.string() })),
  errors: z.array(z.object({ file: z.string(), code: z.string(), message: z.string() })),
  /** The ledgers' day where all have the same one. */
  asOf: isoDay.nullable(),
})

export type CheckDocument = z.infer<typeof checkDocumentSchema>
export type FindingDocument = z.infer<typeof findingSchema>
export type TableDocument = z.infer<typeof tableSchema>
export type SummaryDocument = z.infer<typeof summarySchema>
export type DueDocument = z.infer<typeof dueSchema>
