import { z } from 'zod'

import { formatIsoDay } from '../calendar/index.ts'
import type { ArchiveList, LoanChecklist, WorkOfPeriod } from '../checklist/index.ts'
import type { LoanName } from './printChecklist.ts'

/** Grows when a member changes its meaning or goes away; new members may come without it. */
export const checklistDocumentVersion = 1

const whole = z.number().int()
const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const progress = z.object({ done: whole, total: whole, proven: whole, faults: whole })
const cell = z.object({
  field: z.string(),
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]),
  text: z.string(),
})
const named = z.object({ id: z.string(), name: z.string() })
const place = z.object({
  sheet: z.string(),
  row: whole,
  key: z.string(),
  customer: z.string(),
  officer: z.string(),
})

const list = z.object({
  stage: z.object({ id: z.string(), name: z.string(), because: z.string() }).nullable(),
  due: isoDay.nullable(),
  daysLeft: whole.nullable(),
  late: z.boolean(),
  progress,
  items: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      state: z.enum(['proven', 'answered', 'fault', 'notApplicable', 'open']),
      wants: z.enum(['tick', 'text']).nullable(),
      /** It cannot be told whether it is to be asked of this loan. */
      uncertain: z.boolean(),
      due: isoDay.nullable(),
      late: z.boolean(),
      evidence: z.object({ text: z.string(), cells: z.array(cell) }).nullable(),
      known: z.array(cell),
      findings: z.array(
        z.object({ id: z.string(), rule: z.string(), severity: z.string(), message: z.string() }),
      ),
      sources: z.array(z.string()),
    }),
  ),
})

const loan = place.extend({
  /** Null where nothing says what kind of loan it is. */
  loanType: named.nullable(),
  additions: z.array(named),
  /** One for each stage the loan is at, most pressing first; one of no stage where it is at none. */
  lists: z.array(list),
  archive: z.object({
    progress,
    items: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        need: z.enum(['required', 'whenApplicable', 'notNeeded']),
        state: z.enum(['there', 'missing', 'unknown']),
        sources: z.array(z.string()),
      }),
    ),
  }),
})

/** What `postloan checklist --json` prints: loans where some were asked for, else the work of the period. */
export const checklistDocumentSchema = z.object({
  document: z.literal('postloan.checklist'),
  version: z.literal(checklistDocumentVersion),
  policy: z.object({ id: z.string(), version: z.string(), fingerprint: z.string() }),
  file: z.string(),
  asOf: isoDay.nullable(),
  loans: z.array(loan),
  work: z.array(
    z.object({
      id: z.string(),
      period: z.string(),
      text: z.string(),
      from: isoDay,
      to: isoDay,
      state: z.enum(['now', 'ahead', 'past']),
      /** Null for work of the branch. */
      loans: z.array(place).nullable(),
      undecided: whole,
      sources: z.array(z.string()),
    }),
  ),
  notes: z.array(z.string()),
})

export type ChecklistDocument = z.infer<typeof checklistDocumentSchema>
export type LoanDocument = z.infer<typeof loan>

type Placed = LoanName & { readonly sheet: string }

export function loanDocument(
  name: Placed,
  lists: readonly LoanChecklist[],
  archive: ArchiveList,
): LoanDocument {
  const [first] = lists
  return {
    ...placeDocument(name),
    loanType: first?.loanType ? { id: first.loanType.id, name: first.loanType.name } : null,
    additions: (first?.additions ?? []).map(({ id, name: listName }) => ({ id, name: listName })),
    lists: lists.map(listDocument),
    archive: {
      progress: { ...archive.progress },
      items: archive.items.map(({ id, text, need, state, sources }) => ({
        id,
        text,
        need,
        state,
        sources: [...sources],
      })),
    },
  }
}

function listDocument({
  stage,
  due,
  daysLeft,
  late,
  progress: done,
  items,
}: LoanChecklist): z.infer<typeof list> {
  return {
    stage: stage && { id: stage.id, name: stage.name, because: stage.because },
    due: dayText(due),
    daysLeft,
    late,
    progress: { ...done },
    items: items.map((item) => ({
      id: item.id,
      text: item.text,
      state: item.state,
      wants: item.wants,
      uncertain: item.uncertain,
      due: dayText(item.due),
      late: item.late,
      evidence: item.evidence && { text: item.evidence.text, cells: [...item.evidence.cells] },
      known: [...item.known],
      findings: item.findings.map(({ id, rule, severity, message }) => ({ id, rule, severity, message })),
      sources: [...item.sources],
    })),
  }
}

export function workDocument(
  work: WorkOfPeriod,
  nameOf: (place: { readonly table: number; readonly row: number }) => Placed,
): ChecklistDocument['work'][number] {
  const { id, period, text, from, to, state, loans, undecided, sources } = work
  return {
    id,
    period,
    text,
    from: formatIsoDay(from),
    to: formatIsoDay(to),
    state,
    loans: loans && loans.map((one) => placeDocument(nameOf(one))),
    undecided,
    sources: [...sources],
  }
}

function placeDocument({ sheet, row, key, customer, officer }: Placed): z.infer<typeof place> {
  return { sheet, row, key, customer, officer }
}

function dayText(day: number | null): string | null {
  return day === null ? null : formatIsoDay(day)
}
