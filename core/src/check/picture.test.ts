import { describe, expect, it } from 'vitest'

import { parseIsoDay } from '../calendar/index.ts'
import { builtInPolicy } from '../policy/index.ts'
import { checkLedger } from './check.ts'
import { loansOf } from './derive/loansForTests.ts'
import type { LoanRow } from './derive/loansForTests.ts'
import { portfolioPicture } from './picture.ts'

function pictureOf(rows: readonly LoanRow[]) {
  const asOf = { day: parseIsoDay('2026-10-31'), from: 'choice', conflicts: [] } as const
  const result = checkLedger({ asOf, tables: [loansOf(rows)], notTables: [] }, { policy: builtInPolicy })
  const picture = portfolioPicture(result, builtInPolicy)
  if (!picture) throw new Error('a ledger with balances has a picture')
  return picture
}

const loan = { managerName: '王五', orgName: '东街支行', balance: 100, fiveClass: '正常', overdueDays: 0 }
const times = (count: number, row: LoanRow): readonly LoanRow[] => Array.from({ length: count }, () => row)

describe('one page of a branch', () => {
  it('leaves written-off and entrusted loans out of the shares', () => {
    const rows = [
      ...times(8, loan),
      { ...loan, fiveClass: '次级', overdueDays: 120 },
      { ...loan, fiveClass: '关注', overdueDays: 10 },
      { ...loan, fiveClass: '损失', loanStatus: '核销' },
      { ...loan, fiveClass: '损失', productType: '委托贷款' },
    ]
    expect(pictureOf(rows).total).toEqual({
      loans: 10,
      balance: 1000,
      nplShare: 10,
      attentionShare: 10,
      overdueShare: 20,
    })
  })

  it('marks who is far above the branch over at least three loans', () => {
    const bad = { ...loan, fiveClass: '次级', overdueDays: 100 }
    const rows = [
      ...times(40, loan),
      ...times(3, { ...bad, managerName: '赵六' }),
      ...times(2, { ...bad, managerName: '钱七' }),
    ]
    const byName = new Map(pictureOf(rows).byManager.map((owner) => [owner.name, owner.high]))
    expect(byName.get('赵六')).toEqual(['npl', 'overdue'])
    expect(byName.get('钱七')).toEqual([])
    expect(byName.get('王五')).toEqual([])
  })

  it('says nothing of classes or arrears that the ledger does not have', () => {
    const { total, nplShareIfUnpaid } = pictureOf([{ customerName: '张三', balance: 5 }])
    expect(total).toMatchObject({ nplShare: null, attentionShare: null, overdueShare: null })
    expect(nplShareIfUnpaid).toBeNull()
  })

  it('shows the months in which much matures', () => {
    const rows = [
      ...times(7, { ...loan, maturityDate: '2030-01-15' }),
      ...times(2, { ...loan, maturityDate: '2026-12-15' }),
      { ...loan, maturityDate: '2027-03-15' },
    ]
    const [wall] = pictureOf(rows).wall
    const months = wall?.months.filter((month) => month.balance > 0)
    expect(wall?.months).toHaveLength(12)
    expect(wall?.months[0]?.month).toBe('2026-11')
    expect(months).toEqual([
      { month: '2026-12', loans: 2, balance: 200, share: 20, high: true },
      { month: '2027-03', loans: 1, balance: 100, share: 10, high: true },
    ])
  })

  it('ranks customers, firms by name and people masked', () => {
    const rows = [
      { customerName: '某某建材有限公司', balance: 60 },
      { customerName: '某某建材有限公司', balance: 36 },
      { customerName: '张三', balance: 4 },
    ]
    expect(pictureOf(rows).topCustomers).toEqual([
      { customer: '某某建材有限公司', loans: 2, balance: 96, share: 96, large: true },
      { customer: '张三', loans: 1, balance: 4, share: 4, large: false },
    ])
  })

  it('lists large unsecured loans that mature within sixty days', () => {
    const rows = [
      { balance: 1_000_000, guaranteeType: '信用', maturityDate: '2026-12-30' },
      { balance: 1_000_000, guaranteeType: '信用', maturityDate: '2026-12-31' },
      { balance: 999_999, guaranteeType: '信用', maturityDate: '2026-11-30' },
      { balance: 1_000_000, guaranteeType: '抵押', maturityDate: '2026-11-30' },
    ]
    expect(pictureOf(rows).unsecured.map((line) => line.day)).toEqual(['2026-12-30'])
  })

  it('sees short loans of a quarter’s last days', () => {
    const rows = [
      { balance: 9, loanAmount: 10, disburseDate: '2026-09-28', maturityDate: '2026-10-20' },
      { balance: 9, loanAmount: 10, disburseDate: '2026-09-27', maturityDate: '2026-10-20' },
      { balance: 9, loanAmount: 10, disburseDate: '2026-09-29', maturityDate: '2026-12-20' },
    ]
    expect(pictureOf(rows).quarterEnds).toMatchObject([{ quarter: '2026-09-30', loans: 1, amount: 10 }])
  })

  it('adds up what passes a step if nothing is paid', () => {
    const rows = [
      ...times(8, loan),
      { ...loan, fiveClass: '关注', overdueDays: 75 },
      { ...loan, fiveClass: '次级', overdueDays: 100 },
    ]
    const { crossing, total, nplShareIfUnpaid } = pictureOf(rows)
    expect(crossing).toEqual([{ step: 90, loans: 1, balance: 100 }])
    expect(total.nplShare).toBe(10)
    expect(nplShareIfUnpaid).toBe(20)
  })
})
