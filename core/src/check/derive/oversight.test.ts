import { describe, expect, test } from 'vitest'

import { builtInPolicy, type ExampleRow } from '../../policy/index.ts'
import { valueAt } from '../../table/index.ts'
import { checkLedger } from '../check.ts'
import { ledgerForTests, type TestSheet } from '../ledgerForTests.ts'
import { derive } from './loansForTests.ts'

const firms = ['甲', '乙', '丙', '丁', '戊']

describe('what unrelated borrowers share', () => {
  const loan = (at: number, more: Readonly<Record<string, string>>) => ({
    customerId: `C${at}`,
    customerName: `${firms[at] ?? ''}建材有限公司`,
    balance: 1000,
    ...more,
  })
  const shared = (rows: readonly Readonly<Record<string, string | number>>[]) =>
    derive(rows, 'sharedContactBorrowers')

  test('three firms under one telephone number are three', () => {
    expect(shared([0, 1, 2].map((at) => loan(at, { mobile: '13900001111' })))).toEqual([3, 3, 3])
  })

  test('loans of one customer are one', () => {
    expect(shared([loan(0, { mobile: '13900001111' }), loan(0, { mobile: '13900001111' })])).toEqual([0, 0])
  })

  test('members of a group count as one', () => {
    const rows = [0, 1, 2].map((at) => loan(at, { mobile: '13900001111', groupName: '某某集团' }))
    expect(shared(rows)).toEqual([0, 0, 0])
  })

  test('firms of one controller count as one, and so does the controller', () => {
    const rows = [
      loan(0, { mobile: '13900001111', actualController: '王某某' }),
      loan(1, { mobile: '13900001111', actualController: '王某某' }),
      { customerId: 'P1', customerName: '王某某', balance: 1000, mobile: '13900001111' },
    ]
    expect(shared(rows)).toEqual([0, 0, 0])
  })

  test.each<[string, string, readonly number[]]>([
    ['a house', '东街镇东街村 12 号', [2, 2, 2]],
    ['a village', '东街镇东街村', [0, 0, 0]],
  ])('a family at %s', (_, address, expected) => {
    const rows = ['张一', '张二', '李三'].map((name, at) => ({
      customerId: `P${at}`,
      customerName: name,
      customerType: '个人',
      balance: 1000,
      address,
    }))
    expect(shared(rows)).toEqual(expected)
  })

  test('a filler is nobody’s number', () => {
    expect(shared([0, 1, 2].map((at) => loan(at, { mobile: '00000000000' })))).toEqual([0, 0, 0])
  })

  test('a number that a whole workforce has is not compared', () => {
    const rows = Array.from({ length: 51 }, (_, at) => ({
      customerId: `P${at}`,
      customerName: `员工${String.fromCodePoint(0x4e00 + at)}`,
      balance: 1000,
      mobile: '057188880000',
    }))
    expect(new Set(shared(rows))).toEqual(new Set([0]))
  })
})

/** A derived column of the loan table of a checked ledger. */
function factOf(key: string, sheets: readonly TestSheet[]): unknown[] | undefined {
  const loans = checkLedger(ledgerForTests(sheets), { policy: builtInPolicy }).tables.find(
    ({ table }) => table.name === '借据',
  )
  const column = loans?.derived.get(key)
  return column && Array.from({ length: loans?.table.rowCount ?? 0 }, (_, row) => valueAt(column, row))
}

describe('one payee of several borrowers', () => {
  const loans = firms.slice(0, 4).map((name, at) => ({
    借据号: `JJ${at}`,
    客户编号: `C${at}`,
    客户名称: `${name}建材有限公司`,
    贷款品种: at === 3 ? '个人住房按揭贷款' : '流动资金贷款',
    贷款余额: 1000,
  }))
  const pay = (at: number, day: string, payee: string): ExampleRow => ({
    借据号: `JJ${at}`,
    交易日期: day,
    交易金额: 500,
    对方户名: payee,
  })
  const within = (...rows: readonly ExampleRow[]) =>
    factOf('sharedPayeeBorrowers', [{ rows: loans }, { table: '支付', rows }])

  test('counts borrowers within the window; a home loan’s developer does not count', () => {
    const rows = [0, 1, 2, 3].map((at) => pay(at, `2026-0${at + 1}-10`, '钱某'))
    expect(within(...rows)).toEqual([3, 3, 3, 0])
  })

  test('payments far apart are apart', () => {
    expect(within(pay(0, '2025-01-10', '钱某'), pay(1, '2026-01-10', '钱某'))).toEqual([0, 0, 0, 0])
  })

  test.each([['某某供电局'], ['甲建材有限公司']])(
    '%s, a utility or the borrower itself, is no shared payee',
    (payee) => {
      const rows = [pay(0, '2026-01-10', payee), pay(1, '2026-01-11', payee)]
      expect(within(...rows)).toEqual([0, 0, 0, 0])
    },
  )
})

describe('rows of a register', () => {
  const loans = Array.from({ length: 12 }, (_, at) => ({
    借据号: `JJ${at}`,
    合同号: `HT${Math.floor(at / 2)}`,
    贷款余额: 1000,
    担保方式: '抵押',
  }))
  const counted = (rows: readonly ExampleRow[]) =>
    factOf('customerCollateral', [{ rows: loans }, { table: '押品', rows }])

  test('what is filed under one draw secures the contract’s others', () => {
    const rows = Array.from({ length: 5 }, (_, at) => ({ 借据号: `JJ${2 * at}`, 合同号: `HT${at}` }))
    expect(counted(rows)).toEqual([...Array.from({ length: 10 }, () => 1), 0, 0])
  })

  test('two people of one name: what is filed under one’s number is not the other’s', () => {
    const people = Array.from({ length: 12 }, (_, at) => ({
      借据号: `JJ${at}`,
      合同号: `HT${at}`,
      客户编号: `C${at}`,
      客户名称: at < 2 ? '张三' : `客户${at}`,
      贷款余额: 100,
      担保方式: '抵押',
    }))
    const filed = people.slice(1).map(({ 借据号, 客户编号, 客户名称 }) => ({ 借据号, 客户编号, 客户名称 }))
    const of = (rows: readonly ExampleRow[]) =>
      factOf('customerCollateral', [{ rows: people }, { table: '押品', rows }])?.[0]
    expect(of(filed)).toBe(0)
    expect(of(filed.map((row) => ({ ...row, 客户编号: null })))).toBe(1)
  })

  test('a register of other loans says nothing about these', () => {
    expect(counted([{ 借据号: 'JJ0' }])).toBeUndefined()
  })
})
