import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { MemoryPort } from '../excel/index.ts'
import { ledgerWidth, longLedger } from './ledgerForTests.ts'
import { createMemorySession } from './memorySession.ts'
import type { Session } from './types.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const LOANS = 20

type Edit = {
  readonly row: number
  readonly column: number
  readonly value: string | number
  readonly wait: number
}
const edit: fc.Arbitrary<Edit> = fc.record({
  row: fc.integer({ min: 2, max: LOANS + 1 }),
  column: fc.integer({ min: 0, max: ledgerWidth - 1 }),
  value: fc.oneof(
    fc.constantFrom('', '正常', '损失', '第3贸易有限公司', 'JJ202600005', '合计', '万'),
    fc.integer({ min: 0, max: 47_000 }),
  ),
  wait: fc.constantFrom(0, 50, 300, 1_000),
})
const structural = fc.record({
  kind: fc.constantFrom('insert' as const, 'delete' as const, 'sort' as const),
  at: fc.integer({ min: 2, max: LOANS }),
  wait: fc.constantFrom(0, 300),
})

/** All that is said, in an order of its own. */
function said(session: Session): readonly string[] {
  const { result } = session.getState()
  if (!result) return []
  return Array.from({ length: result.lines.length }, (_, i) => {
    const { rule, case: ruleCase, outcome, severity, table, label, fields } = result.lines.line(i)
    return [rule, ruleCase, outcome, severity, table, label.sheetRow, label.loanNo, fields.join()].join(' ')
  }).toSorted()
}

function flagsOf(port: MemoryPort): unknown {
  const sheet = port.sheet('借据')
  return sheet.rows
    .slice(1)
    .map((row) => Array.from({ length: 7 }, (_, i) => row[ledgerWidth + i]?.value ?? ''))
}

test.each([false, true])(
  'random edits settle to what a full check says (written live: %s)',
  async (writing) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 5, arbitrary: edit }, { weight: 1, arbitrary: structural }), {
          maxLength: 15,
        }),
        async (done) => {
          const { session, port } = await createMemorySession([longLedger(LOANS)])
          if (writing) await session.flag({ summary: false })
          await session.setLive(true)
          if (writing) await session.setLiveWriting(true)
          const sheet = port.sheet('借据')
          for (const one of done) {
            if ('kind' in one) {
              if (one.kind === 'insert') sheet.insertRows(one.at, 1)
              if (one.kind === 'delete') sheet.deleteRows(one.at, 1)
              if (one.kind === 'sort') {
                sheet.sort({ top: 2, bottom: sheet.rowCount, left: 0, right: sheet.columnCount }, 1)
              }
              port.emit({ kind: 'structure', sheet: sheet.id })
            } else {
              sheet.put(one.row, one.column, one.value)
              const area = { top: one.row, bottom: one.row + 1, left: one.column, right: one.column + 1 }
              port.emit({ kind: 'cells', sheet: sheet.id, area })
            }
            await vi.advanceTimersByTimeAsync(one.wait)
          }
          await vi.advanceTimersByTimeAsync(10_000)
          const copy = new MemoryPort([
            { name: '借据', rows: sheet.rows.map((row) => row.slice(0, ledgerWidth)) },
          ])
          const { session: fresh } = await createMemorySession([], { port: copy })
          await fresh.check()
          expect(said(session)).toEqual(said(fresh))
          expect(session.getState().result?.counts).toEqual(fresh.getState().result?.counts)
          const before = writing ? flagsOf(port) : null
          if (writing) await session.flag({ summary: false })
          expect(before).toEqual(writing ? flagsOf(port) : null)
        },
      ),
      { numRuns: writing ? 12 : 20 },
    )
  },
)

test('with writing off the sheet is not touched, and our own writes bring no new check', async () => {
  const { session, port } = await createMemorySession([longLedger(LOANS)])
  await session.setLive(true)
  const sheet = port.sheet('借据')
  sheet.put(2, 5, '损失')
  port.emit({ kind: 'cells', sheet: sheet.id, area: { top: 2, bottom: 3, left: 5, right: 6 } })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(port.writes).toBe(0)
  expect(session.getState().live.pending).toBe(0)
  expect(session.getState().result?.stale).toBe(false)
})
