import type { Answer, ListChoice, StageId } from '@postloan/core/checklist'

import type { LoanHead, LoanCells } from '../engine/index.ts'
import type { SeenLoan, Store, Tick } from './database.ts'
import { tickId } from './database.ts'
import { record } from './evidenceLog.ts'
import { storeWords as words } from './messages.ts'

export interface TickOrder {
  readonly loan: string
  readonly stage: string
  readonly item: string
  /** What the item says, for the log. */
  readonly text: string
  readonly ticked: boolean
  readonly verdict?: Tick['verdict']
  readonly note?: string
  readonly by: string
}

/** Ticks an item or takes the tick back. Resolves only when the transaction has been committed. */
export async function saveTick(store: Store, order: TickOrder): Promise<void> {
  const { loan, stage, item, ticked, by } = order
  const note = order.note?.trim() ?? ''
  const verdict = order.verdict ?? 'fine'
  const round = await roundOf(store, loan, stage)
  const id = tickId(loan, stage, round, item)
  await record(
    store,
    { by, kind: ticked ? 'tick' : 'untick', loan, text: words.ticked(order.text, verdict, note) },
    ['ticks'],
    async () => {
      if (ticked) {
        await store.ticks.put({
          id,
          loan,
          stage,
          round,
          item,
          verdict,
          note,
          by,
          at: new Date().toISOString(),
        })
      } else {
        await store.ticks.delete(id)
      }
    },
  )
}

export async function saveNote(store: Store, loan: string, text: string, by: string): Promise<void> {
  await record(store, { by, kind: 'note', loan, text }, ['notes'], async () => {
    await store.notes.add({ loan, text, by, at: new Date().toISOString() })
  })
}

/** Closes an inspection: the next one of this stage starts with nothing ticked; what was ticked is kept. */
export async function closeRound(store: Store, loan: string, stage: string, by: string): Promise<void> {
  await record(store, { by, kind: 'round', loan, text: words.closed(stage) }, ['loans'], async () => {
    const seen = await store.loans.get(loan)
    if (seen)
      await store.loans.put({ ...seen, rounds: { ...seen.rounds, [stage]: (seen.rounds[stage] ?? 0) + 1 } })
  })
}

/** Which list a person chose for the loan; '' means again what the data say. */
export async function saveChoice(
  store: Store,
  loan: string,
  choice: { readonly loanType?: string | undefined; readonly stage?: string | undefined },
): Promise<void> {
  await store.transaction('rw', ['loans'], async () => {
    const seen = await store.loans.get(loan)
    if (!seen) return
    const { loanType = seen.loanType, stage = seen.stage } = choice
    const { loanType: _type, stage: _stage, ...rest } = seen
    await store.loans.put({ ...rest, ...(loanType ? { loanType } : {}), ...(stage ? { stage } : {}) })
  })
}

/** What a page showed of a loan, laid over what other pages showed of it before. */
export async function rememberLoan(store: Store, head: LoanHead, cells: LoanCells): Promise<void> {
  await store.transaction('rw', ['loans'], async () => {
    const before = await store.loans.get(head.key)
    const seen: SeenLoan = {
      ...before,
      key: head.key,
      loanNo: cells['loanNo'] ?? '',
      contractNo: cells['contractNo'] ?? '',
      customer: head.customer || (before?.customer ?? ''),
      product: head.product || (before?.product ?? ''),
      cells: { ...before?.cells, ...cells },
      seenAt: new Date().toISOString(),
      rounds: before?.rounds ?? {},
    }
    await store.loans.put(seen)
  })
}

/** What a person chose and answered for a loan, in the inspection that is under way at each stage. */
export async function choiceOf(store: Store, loan: string): Promise<ListChoice> {
  const [seen, ticks] = await Promise.all([
    store.loans.get(loan),
    store.ticks.where('loan').equals(loan).toArray(),
  ])
  const answers = ticks
    .filter(({ stage, round }) => round === (seen?.rounds[stage] ?? 0))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ item, verdict, by, at, note }): Answer => ({
      item,
      verdict,
      by,
      on: shown(at),
      ...(note ? { note } : {}),
    }))
  return {
    ...(seen?.loanType ? { loanType: seen.loanType } : {}),
    ...(isStage(seen?.stage) ? { stage: seen.stage } : {}),
    answers,
  }
}

async function roundOf(store: Store, loan: string, stage: string): Promise<number> {
  return (await store.loans.get(loan))?.rounds[stage] ?? 0
}

const stages = [
  'firstCheck',
  'regular',
  'special',
  'beforeMaturity',
  'overdue',
  'warning',
  'collateral',
  'guarantor',
  'extension',
] as const satisfies readonly StageId[]

export function isStage(text: string | undefined): text is StageId {
  return stages.some((stage) => stage === text)
}

/** `2026-11-03 10:05`, on the clock of Shanghai. */
export function shown(iso: string): string {
  const shanghai = new Date(Date.parse(iso) + 8 * 3_600_000).toISOString()
  return `${shanghai.slice(0, 10)} ${shanghai.slice(11, 16)}`
}
