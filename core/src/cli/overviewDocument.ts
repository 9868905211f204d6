import { z } from 'zod'

import { formatIsoDay } from '../calendar/index.ts'
import type { Score } from '../checklist/index.ts'
import type { Overview, UnitScore } from './overview.ts'

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
const whole = z.number().int()
const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const sourceStatus = z.enum(['verified', 'secondary', 'unverified', 'bank'])
const bySeverity = z.object({ serious: whole, warning: whole, attention: whole, notice: whole })

const indicator = z.object({
  id: z.string(),
  name: z.string(),
  sources: list(z.string()),
  sourceStatus,
  note: z.string().optional(),
  parts: list(
    z.object({
      id: z.string(),
      name: z.string(),
      of: z.string().optional(),
      formula: z.string(),
      unit: z.enum(['%', '户', '元', '分']),
      /** Null: cannot tell; `because` says why. */
      value: z.number().nullable(),
      numerator: z.number().nullable(),
      denominator: z.number().nullable(),
      bound: z.enum(['atLeast', 'atMost']).optional(),
      because: z.string().optional(),
      target: z.number().optional(),
      meets: z.boolean().nullable().optional(),
    }),
  ),
})

const redLine = z.object({
  id: whole,
  name: z.string(),
  rules: list(z.string()),
  sources: list(z.string()),
  findings: whole,
  bySeverity,
  notRun: list(z.string()),
})

const scoreSum = z.object({
  points: z.number(),
  of: z.number(),
  percent: z.number().nullable(),
  complete: z.boolean(),
  passMark: z.number(),
  passed: z.boolean().nullable(),
})
const unitScore = scoreSum.extend({ unit: z.string() })
const scoreSchema = scoreSum.extend({
  id: z.string(),
  name: z.string(),
  criteria: list(
    z.object({
      id: z.string(),
      group: z.string(),
      text: z.string(),
      points: z.number(),
      mark: z.number().nullable(),
      judged: whole,
      faults: whole,
    }),
  ),
})

const shares = z.object({
  loans: whole,
  balance: z.number(),
  nplShare: z.number().nullable(),
  attentionShare: z.number().nullable(),
  overdueShare: z.number().nullable(),
})
const owner = shares.extend({ name: z.string(), high: list(z.string()) })
const loanLine = z.object({
  table: whole,
  tableRow: whole,
  row: whole,
  customer: z.string(),
  officer: z.string(),
  balance: z.number(),
  day: isoDay,
})
const picture = z.object({
  total: shares,
  wall: list(
    z.object({
      officer: z.string(),
      balance: z.number(),
      months: list(
        z.object({
          month: z.string(),
          loans: whole,
          balance: z.number(),
          share: z.number(),
          high: z.boolean(),
        }),
      ),
    }),
  ),
  topCustomers: list(
    z.object({
      customer: z.string(),
      loans: whole,
      balance: z.number(),
      share: z.number(),
      large: z.boolean(),
    }),
  ),
  topTenShare: z.number(),
  byManager: list(owner),
  byOrg: list(owner),
  unsecured: list(loanLine),
  quarterEnds: list(
    z.object({ quarter: z.string(), loans: whole, amount: z.number(), lines: list(loanLine) }),
  ),
  crossing: list(z.object({ step: whole, loans: whole, balance: z.number() })),
  nplShareIfUnpaid: z.number().nullable(),
})

/** Loans of the previous ledger that are gone without a word. */
export const vanishedSchema = list(
  z.object({
    file: z.string(),
    sheet: z.string(),
    row: whole,
    key: z.string(),
    customer: z.string(),
    officer: z.string(),
    org: z.string(),
    balance: z.number(),
    fiveClass: z.string(),
    maturity: isoDay.nullable(),
    overdueDays: z.number().optional(),
    risky: z.boolean(),
    fellDue: z.boolean(),
  }),
)

const previous = z.object({
  asOf: isoDay.nullable(),
  loans: whole,
  matched: whole,
  appeared: whole,
  gone: whole,
  unmatchedBefore: whole,
  unmatchedNow: whole,
  vanished: vanishedSchema,
})

/** What is said of one file's book as a whole. Amounts in 元, shares in %. */
export const overviewSchema = z.object({
  file: z.string(),
  asOf: isoDay.nullable(),
  picture: picture.nullable(),
  indicators: list(indicator),
  redLines: list(redLine),
  score: scoreSchema,
  scoreByManager: list(unitScore),
  scoreByOrg: list(unitScore),
  previous: previous.nullable(),
})

export type OverviewDocument = z.infer<typeof overviewSchema>

/** An overview as the document has it. */
export function overviewDocument(file: string, asOf: string | null, overview: Overview): OverviewDocument {
  const {
    picture: page,
    indicators,
    redLines,
    score,
    scoreByManager,
    scoreByOrg,
    previous: before,
  } = overview
  return {
    file,
    asOf,
    picture: page,
    indicators,
    redLines: redLines.map(
      ({ line: { id, name, rules, sources }, findings, bySeverity: counts, notRun }) => ({
        id,
        name,
        rules,
        sources,
        findings,
        bySeverity: counts,
        notRun,
      }),
    ),
    score: scoreDocument(score),
    scoreByManager: scoreByManager.map(unitDocument),
    scoreByOrg: scoreByOrg.map(unitDocument),
    previous: before && { ...before, asOf: before.asOf === null ? null : formatIsoDay(before.asOf) },
  }
}

function scoreDocument(score: Score): z.infer<typeof scoreSchema> {
  return {
    id: score.id,
    name: score.name,
    ...sumOf(score),
    criteria: score.criteria.map(({ criterion: { id, group, text, points }, mark, judged, faults }) => ({
      id,
      group,
      text,
      points,
      mark,
      judged,
      faults,
    })),
  }
}

/** What a score comes to, of one officer, branch or all. */
export function unitDocument({ unit, score }: UnitScore): z.infer<typeof unitScore> {
  return { unit, ...sumOf(score) }
}

function sumOf({ points, of, percent, complete, passMark, passed }: Score): z.infer<typeof scoreSum> {
  return { points, of, percent, complete, passMark, passed }
}
