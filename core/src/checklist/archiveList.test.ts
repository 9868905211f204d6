import { describe, expect, test } from 'vitest'

import { ledgerForTests } from '../check/ledgerForTests.ts'
import type { TestSheet } from '../check/ledgerForTests.ts'
import { builtInPolicy as policy } from '../policy/index.ts'
import type { ExampleRow } from '../policy/index.ts'
import { prepareChecklists } from './index.ts'

const first = { table: 0, row: 0 }

function fileOf(row: ExampleRow, registers: readonly TestSheet[] = []) {
  const ledger = ledgerForTests([{ rows: [{ 借据号: 'J1', 贷款余额: 1, ...row }] }, ...registers])
  return prepareChecklists(ledger, { policy }).archive(first)
}

function stateOf(id: string, ...given: Parameters<typeof fileOf>) {
  const item = fileOf(...given).items.find((one) => one.id === id)
  return item && [item.need, item.state]
}

describe('what a file must hold goes by the kind of loan', () => {
  test.each<[string, string, ExampleRow, string | undefined]>([
    ['a contract, always', 'contract', { 贷款品种: '个人消费贷款' }, 'required'],
    ['permits for a building site', 'permits', { 贷款品种: '固定资产贷款' }, 'required'],
    ['no permits for stock', 'permits', { 贷款品种: '流动资金贷款' }, undefined],
    ['security of a flat', 'security', { 贷款品种: '个人住房按揭贷款' }, 'required'],
    [
      'no security of a loan on credit',
      'security',
      { 贷款品种: '个人消费贷款', 担保方式: '信用' },
      undefined,
    ],
    ['security where there is some', 'security', { 贷款品种: '个人消费贷款', 担保方式: '保证' }, 'required'],
    ['security, where nobody says', 'security', { 贷款品种: '个人消费贷款' }, 'whenApplicable'],
    ['dunning letters when late', 'collection', { 贷款品种: '流动资金贷款', 逾期天数: 9 }, 'required'],
    ['no letters when not', 'collection', { 贷款品种: '流动资金贷款', 逾期天数: 0 }, undefined],
    ['no photographs of a shop', 'photographs', { 贷款品种: '个人消费贷款' }, undefined],
    ['what either kind needs', 'photographs', { 贷款品种: '个人经营贷款', 涉农标志: '是' }, 'required'],
  ])('%s', (_, id, row, need) => {
    expect(fileOf(row).items.find((item) => item.id === id)?.need).toBe(need)
  })
})

describe('what the register shows of it', () => {
  const loan = { 贷款品种: '流动资金贷款' }
  const register = (row: ExampleRow): readonly TestSheet[] => [
    { table: '档案', rows: [{ 借据号: 'J1', ...row }] },
  ]

  test.each<[string, ExampleRow, readonly TestSheet[], string]>([
    ['there', loan, register({ 档案资料清单: '借款合同、营业执照' }), 'there'],
    ['there, beside the loan', { ...loan, 档案资料清单: '营业执照' }, [], 'there'],
    ['not on the list', loan, register({ 档案资料清单: '借款合同、借据、放款凭证' }), 'missing'],
    ['a remark is no list', loan, register({ 档案资料清单: '齐全' }), 'unknown'],
    ['said to be missing', loan, register({ 缺失资料: '营业执照（副本）' }), 'missing'],
    ['on both lists', loan, register({ 档案资料清单: '营业执照', 缺失资料: '营业执照' }), 'missing'],
    ['a blank list says nothing', loan, register({ 档案资料清单: null }), 'unknown'],
    ['no register says nothing', loan, [], 'unknown'],
  ])('%s', (_, row, registers, state) => {
    expect(stateOf('licence', row, registers)).toEqual(['required', state])
  })

  test('what may not be needed is not called missing', () => {
    expect(stateOf('extension', loan, register({ 档案资料清单: '借款合同' }))).toEqual([
      'whenApplicable',
      'unknown',
    ])
  })

  test.each([
    ['2026-10-01', 'unknown'],
    ['2026-05-01', 'missing'],
  ])('repayment vouchers of a loan of %s: %s', (day, state) => {
    const list = register({ 档案资料清单: '借款合同、借据、放款凭证' })
    expect(stateOf('repayment', { ...loan, 放款日期: day }, list)).toEqual(['required', state])
  })
})
