import { describe, expect, it } from 'vitest'

import { parseIsoDay } from '../../calendar/index.ts'
import type { LoanRow } from './loansForTests.ts'
import { derive } from './loansForTests.ts'

const day = parseIsoDay

describe('days past due on 2026-10-31', () => {
  const cases: readonly (readonly [string, LoanRow, days: number | null, basis: string | null])[] = [
    ['as recorded', { overdueDays: 12, balance: 100 }, 12, '逾期天数'],
    ['the longer of the two clocks', { principalOverdueDays: 0, interestOverdueDays: 120 }, 120, '欠息天数'],
    ['from the day arrears began', { interestOverdueDate: '2026-10-01' }, 30, '利息逾期日'],
    [
      'the largest of all',
      { overdueDays: 5, principalOverdueDate: '2026-10-01', balance: 1 },
      30,
      '本金逾期日',
    ],
    ['a negative count is a loan still running', { overdueDays: -20, balance: 1 }, 0, '逾期天数'],
    ['never 0 from a blank', { overdueDays: null, balance: 100, maturityDate: '2027-01-31' }, null, null],
    [
      'one clock at 0 says nothing of a blank one',
      { principalOverdueDays: 0, interestOverdueDays: null },
      null,
      null,
    ],
    [
      'blank days, nothing owed',
      { overdueDays: null, principalOverdueAmt: 0, onBsInterest: 0 },
      0,
      '逾期本金与欠息均为零',
    ],
    [
      'past maturity with a balance',
      { overdueDays: null, balance: 1, maturityDate: '2026-09-30' },
      31,
      '到期日推定',
    ],
    [
      'recorded less than maturity implies',
      { overdueDays: 3, balance: 1, maturityDate: '2026-09-30' },
      31,
      '到期日推定',
    ],
    [
      'the due day itself is day 0',
      { overdueDays: 0, balance: 1, maturityDate: '2026-10-30' },
      1,
      '到期日推定',
    ],
    ['paid off after maturity', { overdueDays: 0, balance: 0, maturityDate: '2026-09-30' }, 0, '逾期天数'],
    ['an arrears date after the as-of day is none', { overdueDate: '2026-12-01', balance: 1 }, null, null],
  ]
  it.each(cases)('%s', (_, loan, days, basis) => {
    expect(derive([loan], 'dpd')).toEqual([days])
    expect(derive([loan], 'dpdBasis')).toEqual([basis])
  })

  it('without an arrears column only maturity speaks, and loans not matured stay unknown', () => {
    const loans = [
      { balance: 1, maturityDate: '2027-09-30' },
      { balance: 1, maturityDate: '2026-10-15' },
    ]
    expect(derive(loans, 'recordedOverdueDays')).toBeUndefined()
    expect(derive(loans, 'impliedOverdueDays')).toEqual([0, 16])
    expect(derive(loans, 'dpd')).toEqual([null, 16])
  })

  it('starts the day after the due day', () => {
    expect(derive([{ overdueDays: 1 }, { overdueDays: 0 }], 'overdueStart')).toEqual([
      day('2026-10-31'),
      null,
    ])
  })

  it('needs an as-of day for anything but what is recorded', () => {
    const loans = [{ overdueDays: 4, balance: 1, maturityDate: '2020-01-01' }]
    expect(derive(loans, 'dpd', null)).toEqual([4])
    expect(derive(loans, 'impliedOverdueDays', null)).toBeUndefined()
  })
})

describe('blanks that say "not overdue" by the ledger’s own habit', () => {
  const loan = { balance: 1, maturityDate: '2027-01-31' }
  const rows = (...days: readonly (number | null)[]): readonly LoanRow[] =>
    Array.from({ length: 30 }, (_, at) => ({ ...loan, overdueDays: days[at] ?? null }))

  it('a date of falling overdue has no other way of saying so', () => {
    const loans = [
      { ...loan, overdueDate: null },
      { ...loan, overdueDate: '2026-10-01' },
    ]
    expect(derive(loans, 'arrearsLeftBlank')).toEqual([true, false])
    expect(derive(loans, 'dpd')).toEqual([null, 30])
    expect(derive(loans, 'crossingStep')).toEqual([0, 30])
  })
  it('a count kept for overdue loans only', () => {
    expect(derive(rows(40, 9), 'arrearsLeftBlank')?.slice(0, 4)).toEqual([false, false, true, true])
  })
  it('but not where zeros are written, nor where much is filled, nor in a handful of rows', () => {
    expect(derive(rows(40, 0), 'arrearsLeftBlank')?.slice(0, 4)).toEqual([false, false, false, false])
    expect(derive(rows(1, 2, 3, 4), 'arrearsLeftBlank')?.at(-1)).toBe(false)
    expect(derive(rows(40).slice(0, 10), 'arrearsLeftBlank')?.at(-1)).toBe(false)
  })
})

describe('effective maturity', () => {
  const cases: readonly (readonly [string, LoanRow, string | null])[] = [
    ['a working day stays', { maturityDate: '2026-10-30' }, '2026-10-30'],
    ['Saturday becomes Monday', { maturityDate: '2026-10-31' }, '2026-11-02'],
    ['the National Day holidays are passed over', { maturityDate: '2026-10-01' }, '2026-10-08'],
    [
      'the later of maturity and extension',
      { maturityDate: '2026-03-20', extensionMaturityDate: '2027-03-19' },
      '2027-03-19',
    ],
    [
      '展期日期 after maturity is the new end',
      { maturityDate: '2026-03-20', extensionDate: '2027-03-19' },
      '2027-03-19',
    ],
    [
      '展期日期 before maturity is the day of handling',
      { maturityDate: '2026-03-20', extensionDate: '2026-03-10' },
      '2026-03-20',
    ],
    [
      '展期日期 beside a column for the new end is the day of handling',
      { maturityDate: '2026-03-20', extensionDate: '2026-04-10', extensionMaturityDate: '2026-09-21' },
      '2026-09-21',
    ],
    ['beyond the holiday calendar weekends still move', { maturityDate: '2049-05-08' }, '2049-05-10'],
    ['unknown', { maturityDate: null }, null],
  ]
  it.each(cases)('%s', (_, loan, expected) => {
    expect(derive([loan], 'effectiveMaturity')).toEqual([expected === null ? null : day(expected)])
  })
})

describe('closed and written off', () => {
  const cases: readonly (readonly [string, LoanRow, closed: boolean, writtenOff: boolean])[] = [
    ['balance left', { balance: 5 }, false, false],
    ['nothing left', { balance: 0 }, true, false],
    ['only interest left', { balance: 0, onBsInterest: 30 }, false, false],
    ['a closing date', { balance: 0, closeDate: '2026-05-01', offBsInterest: 3 }, true, false],
    ['written off is not closed', { balance: 0, loanStatus: '核销', closeDate: '2026-05-01' }, false, true],
    ['a day of writing off', { balance: 7, writeOffDate: '2026-05-01' }, false, true],
    ['said to be closed but a balance is left', { balance: 7, loanStatus: '结清' }, false, false],
    ['no balance known, said to be closed', { balance: null, loanStatus: '结清' }, true, false],
  ]
  it.each(cases)('%s', (_, loan, closed, writtenOff) => {
    expect(derive([loan], 'closed')).toEqual([closed])
    expect(derive([loan], 'writtenOff')).toEqual([writtenOff])
  })
})

describe('periods that end', () => {
  const cases: readonly (readonly [string, LoanRow, key: string, string | null])[] = [
    ['guarantee: six months from maturity', { maturityDate: '2026-03-20' }, 'guaranteeEnd', '2026-09-20'],
    [
      'guarantee: as agreed',
      { maturityDate: '2026-03-20', guaranteePeriodEnd: '2029-03-20' },
      'guaranteeEnd',
      '2029-03-20',
    ],
    [
      'guarantee: an agreed day not after maturity is no agreement',
      { maturityDate: '2026-03-20', guaranteePeriodEnd: '2026-03-20' },
      'guaranteeEnd',
      '2026-09-20',
    ],
    [
      'guarantee: extension without consent',
      { maturityDate: '2027-03-20', originalMaturityDate: '2026-03-20' },
      'guaranteeEnd',
      '2026-09-20',
    ],
    [
      'guarantee: extension with consent',
      { maturityDate: '2027-03-20', originalMaturityDate: '2026-03-20', guarantorConsent: '是' },
      'guaranteeEnd',
      '2027-09-20',
    ],
    [
      'guarantee: extended, original day unknown',
      { maturityDate: '2027-03-20', extensionCount: 1 },
      'guaranteeEnd',
      null,
    ],
    [
      'guarantee: up to a maximum, from the day the debt is fixed',
      { maturityDate: '2026-03-20', debtConfirmDate: '2026-06-30' },
      'guaranteeEnd',
      '2026-12-30',
    ],
    ['limitation: three years from maturity', { maturityDate: '2024-02-29' }, 'statuteEnd', '2027-02-28'],
    [
      'limitation: a repayment interrupts',
      { maturityDate: '2024-02-29', lastRepayDate: '2025-05-06' },
      'statuteEnd',
      '2028-05-06',
    ],
    [
      'limitation: a repayment before maturity does not',
      { maturityDate: '2024-02-29', lastRepayDate: '2023-05-06' },
      'statuteEnd',
      '2027-02-28',
    ],
    [
      'limitation: called in early',
      { maturityDate: '2026-02-28', accelerationDate: '2025-02-28' },
      'statuteEnd',
      '2028-02-28',
    ],
    [
      'limitation: as registered',
      { maturityDate: '2024-02-29', statuteExpiry: '2029-01-01' },
      'statuteEnd',
      '2029-01-01',
    ],
  ]
  it.each(cases)('%s', (_, loan, key, expected) => {
    expect(derive([loan], key)).toEqual([expected === null ? null : day(expected)])
  })
})

describe('steps about to be passed by the end of next month', () => {
  const cases: readonly (readonly [days: number, step: number, on: string | null])[] = [
    [0, 0, null],
    [1, 30, '2026-11-30'],
    [30, 30, '2026-11-01'],
    [31, 60, '2026-11-30'],
    [60, 60, '2026-11-01'],
    [61, 90, '2026-11-30'],
    [90, 90, '2026-11-01'],
    [91, 0, null],
    [241, 270, '2026-11-30'],
    [360, 360, '2026-11-01'],
    [361, 0, null],
  ]
  it.each(cases)('%i days', (days, step, on) => {
    expect(derive([{ overdueDays: days, balance: 1 }], 'crossingStep')).toEqual([step])
    expect(derive([{ overdueDays: days, balance: 1 }], 'crossingDay')).toEqual([on === null ? null : day(on)])
  })
})
