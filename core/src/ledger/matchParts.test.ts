import { describe, expect, it } from 'vitest'

import { anyPage, builtInPolicy, pageMatters } from '../policy/index.ts'
import type { TableName } from '../policy/index.ts'
import { matchHeader } from './matchHeader.ts'
import { registersIn } from './readRecord.ts'

/** What a label means on a page about a matter; without a matter as the header of a sheet. */
function meant(label: string, matter?: string, table: TableName = '借据'): string | undefined {
  const about =
    matter === undefined ? undefined : [...pageMatters.filter(({ name }) => name === matter), anyPage]
  return matchHeader({ column: 0, path: [label] }, builtInPolicy, table, about).matches[0]?.field.key
}

describe('a label of a page that no wording equals', () => {
  it.each([
    ['客户经理初分结果', undefined],
    ['保证人证件代码', 'guarantorId'],
    ['是否挪用信贷资金', 'misuseFlag'],
    ['他行存在不良', 'externalNplFlag'],
    ['被执行/涉诉情况', 'litigationFlag'],
    ['本金开始拖欠日期', 'principalOverdueDate'],
    ['重组观察期期满日期', 'observationEndDate'],
    ['借款人 Borrower', 'customerName'],
    ['执行利率 Rate p.a.(%)', 'interestRate'],
    ['CustomerID 客户编码', 'customerId'],
  ])('%s is met by its parts', (label, key) => {
    expect(meant(label, '')).toBe(key)
  })

  it.each([
    '业务性质',
    '是否发现风险',
    '担保状况',
    '逾期期限说明',
    '登记机构',
    '联行号',
    '开始日期',
    '保证人电话',
  ])('%s is rather nothing than nearly something', (label) => {
    expect(meant(label, '')).toBeUndefined()
  })

  it('is less sure than one that is written as it is', () => {
    const about = [anyPage]
    const score = (label: string): number =>
      matchHeader({ column: 0, path: [label] }, builtInPolicy, '借据', about).matches[0]?.score ?? 0
    expect(score('保证人证件代码')).toBeLessThan(score('保证人证件号'))
  })

  it('is not looked for in a sheet', () => {
    expect(meant('重组观察期期满日期')).toBeUndefined()
  })
})

describe('what a page is about decides between near fields', () => {
  it.each([
    ['检查日期', '首次检查', '借据', 'firstCheckDate'],
    ['跟踪检查日期', '资金用途', '借据', 'fundTraceDate'],
    ['核查结论', '资金用途', '借据', 'fundTraceResult'],
    ['检查时间', '押品', '借据', 'collateralCheckDate'],
    ['检查日期', '例行检查', '借据', 'lastCheckDate'],
    ['上次检查日期', '首次检查', '借据', 'lastCheckDate'],
    ['申请日期', '展期', '借据', 'extensionApplyDate'],
    ['与借款人关系', '催收', '借据', 'contactRelation'],
    ['预警等级', '预警', '预警', 'warningLevel'],
    ['初评结果', '分类', '借据', 'fiveClass'],
  ] as const)('%s on a page about %s', (label, matter, table, key) => {
    expect(meant(label, matter, table)).toBe(key)
  })

  it('one field of a payment makes a register only where the page is about payments', () => {
    const entries = [{ label: '对方户名', value: '某某商行' }]
    const payments = pageMatters.filter(({ table }) => table === '支付')
    expect(registersIn(entries, builtInPolicy)).toEqual([])
    expect(registersIn(entries, builtInPolicy, payments)).toEqual(['支付'])
  })
})
