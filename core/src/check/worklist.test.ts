import { describe, expect, it } from 'vitest'

import { formatIsoDay, parseIsoDay } from '../calendar/index.ts'
import { builtInPolicy } from '../policy/index.ts'
import { checkLedger } from './check.ts'
import { loansOf } from './derive/loansForTests.ts'
import type { LoanRow } from './derive/loansForTests.ts'
import { listWork } from './worklist.ts'

function workOf(rows: readonly LoanRow[], asOf = '2026-10-31') {
  const day = { day: parseIsoDay(asOf), from: 'choice', conflicts: [] } as const
  const result = checkLedger({ asOf: day, tables: [loansOf(rows)], notTables: [] }, { policy: builtInPolicy })
  return listWork(result, builtInPolicy)
}

function daysOf(rows: readonly LoanRow[], kind: string): readonly string[] {
  return (workOf(rows)?.items ?? [])
    .filter((item) => item.kind === kind)
    .map((item) => formatIsoDay(item.day))
}

const open = { customerName: '某某建材有限公司', balance: 100_000 }

describe('the to-do calendar of 2026-10-31', () => {
  const cases: readonly (readonly [string, LoanRow, kind: string, days: readonly string[]])[] = [
    ['first check, no such column', { ...open, disburseDate: '2026-10-12' }, 'firstCheck', ['2026-11-11']],
    [
      'first check, done',
      { ...open, disburseDate: '2026-10-12', firstCheckDate: '2026-10-20' },
      'firstCheck',
      [],
    ],
    [
      'first check, blank and the day passed: the rule speaks',
      { ...open, disburseDate: '2026-09-12', firstCheckDate: null },
      'firstCheck',
      [],
    ],
    [
      'first check, no such column, a little late',
      { ...open, disburseDate: '2026-09-12' },
      'firstCheck',
      ['2026-10-12'],
    ],
    ['a loan of ten years ago', { ...open, disburseDate: '2016-09-12' }, 'firstCheck', []],
    [
      'a renewal brings no new money',
      { ...open, disburseDate: '2026-10-12', disbursementType: '无还本续贷' },
      'firstCheck',
      [],
    ],
    [
      'a mortgage is not visited',
      { ...open, disburseDate: '2026-10-12', productType: '个人住房按揭贷款' },
      'firstCheck',
      [],
    ],
    [
      'funds traced in seven working days',
      { ...open, disburseDate: '2026-10-29' },
      'fundTrace',
      ['2026-11-09'],
    ],
    [
      'call-back of a person by the 5th',
      { customerName: '张三', balance: 1, disburseDate: '2026-10-29' },
      'followUp',
      ['2026-11-05'],
    ],
    ['firms are not called back', { ...open, disburseDate: '2026-10-29' }, 'followUp', []],
    [
      'maturity, three reminders',
      { ...open, maturityDate: '2026-12-31' },
      'maturity',
      ['2026-12-01', '2026-12-16', '2026-12-24'],
    ],
    [
      'maturity within the week: the last reminder is late',
      { ...open, maturityDate: '2026-11-04' },
      'maturity',
      ['2026-10-28'],
    ],
    [
      'maturity noticed',
      { ...open, maturityDate: '2026-11-20', maturityNoticeDate: '2026-10-21' },
      'maturity',
      [],
    ],
    [
      'a last instalment is no maturity',
      { ...open, maturityDate: '2026-11-20', repayMethod: '等额本息' },
      'maturity',
      [],
    ],
    ['limitation period', { ...open, maturityDate: '2024-01-15' }, 'statute', ['2026-12-16']],
    [
      'limitation period, a suit is pending',
      { ...open, maturityDate: '2024-01-15', litigationDate: '2025-01-15' },
      'statute',
      [],
    ],
    [
      'limitation runs on after writing off',
      { ...open, maturityDate: '2024-01-15', loanStatus: '核销' },
      'statute',
      ['2026-12-16'],
    ],
    [
      'guarantee period',
      { ...open, maturityDate: '2026-06-15', guaranteeType: '保证' },
      'guarantee',
      ['2026-11-15'],
    ],
    ['no guarantee', { ...open, maturityDate: '2026-06-15', guaranteeType: '信用' }, 'guarantee', []],
    ['closed', { ...open, balance: 0, maturityDate: '2026-12-31' }, 'maturity', []],
  ]
  it.each(cases)('%s', (_, loan, kind, days) => {
    expect(daysOf([loan], kind)).toEqual(days)
  })

  it('groups by officer and month, the busiest first', () => {
    const rows = [
      { ...open, managerName: '王五', maturityDate: '2026-12-31' },
      { ...open, managerName: '赵六', maturityDate: '2026-11-10' },
    ]
    expect(workOf(rows)?.byOfficer).toMatchObject([
      { officer: '王五', items: 3, months: [{ month: '2026-12', counts: { maturity: 3 } }] },
      { officer: '赵六', items: 1, months: [{ month: '2026-11', counts: { maturity: 1 } }] },
    ])
  })

  it('names the customer and says what the day rests on', () => {
    const [item] = workOf([{ customerName: '张三', balance: 1, maturityDate: '2026-11-10' }])?.items ?? []
    expect(item).toMatchObject({ customer: '张三', row: 2, rule: 'OVD-002', basis: '有效到期日 2026-11-10' })
  })

  it('shows an account number only masked', () => {
    const [item] =
      workOf([{ ...open, accountNo: '6200000000000001234', maturityDate: '2026-11-10' }])?.items ?? []
    expect(item).toMatchObject({ keyKind: 'accountNo', key: '6200***********1234' })
  })
})

it('has no calendar without an as-of day', () => {
  const none = { day: null, from: 'none', conflicts: [] } as const
  const result = checkLedger(
    { asOf: none, tables: [loansOf([open])], notTables: [] },
    { policy: builtInPolicy },
  )
  expect(listWork(result, builtInPolicy)).toBeNull()
})
