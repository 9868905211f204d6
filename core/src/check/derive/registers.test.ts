import { expect, test } from 'vitest'

import { parseIsoDay } from '../../calendar/index.ts'
import type { Ledger, Table } from '../../ledger/index.ts'
import { builtInPolicy, type TableName } from '../../policy/index.ts'
import { valueAt } from '../../table/index.ts'
import { prepareWorld } from '../prepareWorld.ts'
import { loansOf, type LoanRow } from './loansForTests.ts'

const asOf = { day: parseIsoDay('2026-10-31'), from: 'choice', conflicts: [] } as const

/** Computed columns of the loans, by field key, as plain values. */
function facts(
  loans: readonly LoanRow[],
  registers: Partial<Record<TableName, readonly LoanRow[]>> = {},
): (key: string) => unknown[] | undefined {
  const tables: Table[] = [loansOf(loans)]
  for (const name of ['支付', '财务', '保证人', '预警'] as const) {
    const rows = registers[name]
    if (rows) tables.push({ ...loansOf(rows), name })
  }
  const ledger: Ledger = { asOf, tables, notTables: [] }
  const table = prepareWorld(ledger, { policy: builtInPolicy }).tables.get('借据')
  return (key) => {
    const column = table?.derived.get(key)
    return column && loans.map((_, row) => valueAt(column, row))
  }
}

const loan = {
  loanNo: 'J1',
  customerName: '某机械有限公司',
  customerType: '对公',
  productType: '流动资金贷款',
  loanAmount: 20_000_000,
  balance: 20_000_000,
  disburseDate: '2026-03-02',
  payMethod: '自主支付',
}
const paid = { loanNo: 'J1', txnDirection: '借', txnDate: '2026-03-04', counterpartyName: '某钢铁公司' }

test.each<[string, string, number | null, readonly number[], number | null]>([
  ['all paid by the borrower', '自主支付', null, [3, 12, 7], 12],
  ['all paid by the bank', '受托支付', null, [12], 0],
  ['the bank paid the largest', '混合支付', 12, [12, 7, 1], 7],
  ['the bank paid less than the largest: it may have paid none of it', '混合支付', 11, [12, 7], 12],
  ['what the bank paid is not told', '混合支付', null, [12], null],
  ['an amount is not told', '自主支付', null, [Number.NaN, 12], null],
  ['nothing was paid yet', '自主支付', null, [], 0],
])('largest self-payment, %s', (_, payMethod, entrustedAmount, amounts, expected) => {
  const payments = amounts.map((amount) => ({ ...paid, txnAmount: Number.isNaN(amount) ? null : amount }))
  const read = facts([{ ...loan, payMethod, entrustedAmount }], {
    // a list with a row for another loan, so that it is there even when this loan has none
    支付: [...payments, { ...paid, loanNo: 'J9', txnAmount: 99 }],
  })
  expect(read('largestSelfPay')).toEqual([expected])
})

test('own accounts are no payees', () => {
  const read = facts([loan], { 支付: [{ ...paid, counterpartyName: '某机械有限公司', txnAmount: 12 }] })
  expect(read('largestSelfPay')).toEqual([0])
})

test.each<[string, readonly (readonly [string, number])[], number, number]>([
  [
    'two payments within ten days',
    [
      ['2026-03-04', 9e6],
      ['2026-03-12', 9e6],
    ],
    18e6,
    2,
  ],
  [
    'the second on day eleven',
    [
      ['2026-03-04', 9e6],
      ['2026-03-13', 9e6],
    ],
    0,
    0,
  ],
  [
    'one above the ceiling is no split',
    [
      ['2026-03-04', 11e6],
      ['2026-03-05', 9e6],
    ],
    0,
    0,
  ],
  [
    'before the draw',
    [
      ['2026-03-01', 9e6],
      ['2026-03-04', 9e6],
    ],
    0,
    0,
  ],
])('split payments: %s', (_, list, sum, count) => {
  const payments = list.map(([txnDate, txnAmount]) => ({ ...paid, txnDate, txnAmount }))
  const read = facts([loan], { 支付: payments })
  expect([read('splitPaymentSum'), read('splitPaymentCount')]).toEqual([[sum], [count]])
})

test.each<[string, LoanRow, number]>([
  ['the payee pays back half', { txnDirection: '贷', txnAmount: 50, counterpartyName: '某钢铁公司' }, 50],
  ['another pays', { txnDirection: '贷', txnAmount: 50, counterpartyName: '某百货公司' }, 0],
  [
    'on the payee’s own account: to the controller',
    { txnDirection: '借', txnAmount: 80, accountName: '某钢铁公司', counterpartyName: '乙某' },
    80,
  ],
  [
    'after the window',
    { txnDirection: '贷', txnAmount: 90, counterpartyName: '某钢铁公司', txnDate: '2026-04-04' },
    0,
  ],
  [
    'more than was paid counts once',
    { txnDirection: '贷', txnAmount: 900, counterpartyName: '某钢铁公司' },
    100,
  ],
])('money that flows back: %s', (_, second, share) => {
  const read = facts([{ ...loan, actualController: '乙某' }], {
    支付: [
      { ...paid, accountName: null, txnAmount: 100 },
      { loanNo: 'J1', txnDate: '2026-03-20', accountName: null, ...second },
    ],
  })
  expect(read('backflowRatio')).toEqual([share])
})

test('a list without 借贷标志 is one of payments', () => {
  const read = facts([loan], {
    支付: [{ loanNo: 'J1', txnDate: '2026-03-04', counterpartyName: '某钢铁公司', txnAmount: 12 }],
  })
  expect(read('largestSelfPay')).toEqual([12])
})

test('statements: the same quarter of the year before, whatever the order and wording', () => {
  const read = facts([{ ...loan, customerId: 'K1' }], {
    财务: [
      {
        customerId: 'K1',
        reportPeriod: '2026年三季度',
        revenue: 90,
        totalAssets: 200,
        totalLiabilities: 150,
      },
      { customerId: 'K1', reportPeriod: '2027Q1', revenue: 5 },
      { customerId: 'K1', reportPeriod: '2025-09-30', revenue: 120 },
      { customerId: 'K1', reportPeriod: '2026Q2', revenue: 60 },
    ],
  })
  expect([
    read('latestReportPeriod'),
    read('revenueGrowth'),
    read('latestLeverage'),
    read('statementCount'),
  ]).toEqual([['2026年三季度'], [-25], [75], [3]])
})

test.each<[string, readonly (readonly [string, number])[], number | null]>([
  [
    'two quarters below zero',
    [
      ['2026Q2', -1],
      ['2026Q3', -2],
    ],
    2,
  ],
  [
    'the latest is sound',
    [
      ['2026Q2', -1],
      ['2026Q3', 2],
    ],
    0,
  ],
  [
    'a yearly season',
    [
      ['2025Q3', -9],
      ['2025Q4', 20],
      ['2026Q2', -9],
      ['2026Q3', -9],
    ],
    0,
  ],
  [
    'below zero over the twelve months too',
    [
      ['2025Q3', 5],
      ['2025Q4', 6],
      ['2026Q2', -9],
      ['2026Q3', -9],
    ],
    2,
  ],
])('periods of negative cash flow: %s', (_, list, periods) => {
  const rows = list.map(([reportPeriod, operatingCashFlow]) => ({
    customerId: 'K1',
    reportPeriod,
    operatingCashFlow,
  }))
  expect(facts([{ ...loan, customerId: 'K1' }], { 财务: rows })('cashShortPeriods')).toEqual([periods])
})

const group = [
  {
    loanNo: 'J1',
    customerId: 'K1',
    customerName: '甲公司',
    groupName: '某集团',
    fiveClass: '正常',
    balance: 1,
  },
  {
    loanNo: 'J2',
    customerId: 'K2',
    customerName: '乙公司',
    groupName: '某集团',
    fiveClass: '可疑',
    balance: 1,
  },
  { loanNo: 'J3', customerId: 'K3', customerName: '丙公司', groupName: '无', fiveClass: '正常', balance: 1 },
]

test('contagion: members of a group, not of 无, not those in trouble themselves, not from a closed loan', () => {
  expect(facts(group)('contagionParty')).toEqual(['乙公司', null, null])
  expect(facts(group.map((row) => ({ ...row, groupName: '无' })))('contagionParty')).toEqual([
    null,
    null,
    null,
  ])
  const closed = group.map((row) => (row.loanNo === 'J2' ? { ...row, balance: 0 } : row))
  expect(facts(closed)('contagionParty')).toEqual([null, null, null])
})

test('contagion: a person’s name alone ties no guarantor to a borrower, a number does', () => {
  const bad = {
    loanNo: 'J2',
    customerId: 'K2',
    customerName: '王某',
    idNumber: '110101199001011234',
    fiveClass: '次级',
    balance: 1,
  }
  const sound = {
    loanNo: 'J1',
    customerId: 'K1',
    customerName: '甲公司',
    idNumber: null,
    fiveClass: '正常',
    balance: 1,
  }
  const guarantor = { loanNo: 'J1', guarantorName: '王某', guarantorId: null }
  const byName = facts([sound, bad], { 保证人: [guarantor] })
  const byNumber = facts([sound, bad], { 保证人: [{ ...guarantor, guarantorId: '110101199001011234' }] })
  expect([byName('contagionKind'), byNumber('contagionKind')]).toEqual([
    [null, null],
    ['保证人', null],
  ])
})
