import { expect, test } from 'vitest'

import { parseIsoDay } from '../../calendar/index.ts'
import { builtInPolicy } from '../../policy/index.ts'
import { isUnknown, valueAt } from '../../table/index.ts'
import { prepareWorld } from '../prepareWorld.ts'
import { loansOf, type LoanRow } from './loansForTests.ts'

const asOf = { day: parseIsoDay('2026-10-31'), from: 'choice', conflicts: [] } as const
const day = (text: string): number => parseIsoDay(text) ?? Number.NaN

/** The loans' cells of a field once the register of collection was read. */
function seen(
  field: string,
  loans: readonly LoanRow[],
  collection: readonly LoanRow[],
): unknown[] | undefined {
  const tables = [loansOf(loans), { ...loansOf(collection), name: '催收' as const }]
  const table = prepareWorld({ asOf, tables, notTables: [] }, { policy: builtInPolicy }).tables.get('借据')
  const column = table?.column(field)
  return column && loans.map((_, row) => (isUnknown(column, row) ? 'unknown' : valueAt(column, row)))
}

const loan = { loanNo: 'J1', customerName: '某公司', balance: 100, noticeDate: null as string | null }

test.each<[string, string | null, readonly (string | null)[], string | null]>([
  ['the row alone', '2026-10-01', [null], '2026-10-01'],
  ['the register alone', null, ['2026-10-02'], '2026-10-02'],
  ['the row stands against the register', '2026-10-01', ['2026-10-02'], '2026-10-01'],
  ['the latest of several', null, ['2026-10-02', '2026-10-09', null], '2026-10-09'],
  ['neither', null, [null], null],
])('day of the notice, %s', (_, own, listed, expected) => {
  const register = listed.map((noticeDate) => ({ loanNo: 'J1', noticeDate }))
  expect(seen('noticeDate', [{ ...loan, noticeDate: own }], register)).toEqual([expected && day(expected)])
})

test('a list without the column has the register’s', () => {
  const { noticeDate: _, ...bare } = loan
  const others = [bare, { ...bare, loanNo: 'J2' }, { ...bare, loanNo: null, customerName: null }]
  const register = [{ loanNo: 'J1', noticeDate: '2026-10-02' }]
  expect(seen('noticeDate', others, register)).toEqual([day('2026-10-02'), null, 'unknown'])
})

test('of texts the last entry counts', () => {
  const register = [
    { loanNo: 'J1', lastCollectionDate: '2026-10-09', handlingPlan: '诉讼' },
    { loanNo: 'J1', lastCollectionDate: '2026-10-02', handlingPlan: '分期' },
    { loanNo: 'J1', lastCollectionDate: '2026-10-20', handlingPlan: null },
  ]
  expect(seen('handlingPlan', [loan, { ...loan, handlingPlan: '重组' }], register)).toEqual(['诉讼', '重组'])
})
