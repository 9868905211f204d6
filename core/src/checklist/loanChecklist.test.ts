import { describe, expect, test } from 'vitest'

import { formatIsoDay } from '../calendar/index.ts'
import { checkLedger } from '../check/index.ts'
import { ledgerForTests } from '../check/ledgerForTests.ts'
import type { TestSheet } from '../check/ledgerForTests.ts'
import { builtInPolicy as policy } from '../policy/index.ts'
import type { ExampleRow } from '../policy/index.ts'
import { prepareChecklists } from './index.ts'
import type { Answer, ListChoice } from './index.ts'

const first = { table: 0, row: 0 }

function listOf(row: ExampleRow, registers: readonly TestSheet[] = [], choice: ListChoice = {}) {
  const loan = { 借据号: 'J1', 贷款余额: 500_000, ...row }
  const ledger = ledgerForTests([{ rows: [loan] }, ...registers])
  return prepareChecklists(ledger, { policy }).forLoan(first, choice)
}

/** The same with the findings of a check beside its items. */
function checkedItemOf(id: string, row: ExampleRow, choice: ListChoice = {}) {
  const ledger = ledgerForTests([{ rows: [{ 借据号: 'J1', 贷款余额: 500_000, ...row }] }])
  const result = checkLedger(ledger, { policy })
  const list = prepareChecklists(ledger, { policy, result }).forLoan(first, choice)
  return list.items.find((item) => item.id === id)
}

function itemOf(id: string, ...given: Parameters<typeof listOf>) {
  return listOf(...given).items.find((item) => item.id === id)
}

describe('the list of a loan goes by what kind of loan it is', () => {
  test.each<[string, ExampleRow, string | undefined, readonly string[]]>([
    ['a firm', { 贷款品种: '流动资金贷款' }, 'workingCapital', []],
    ['a firm by its name alone', { 客户名称: '宏远精工有限公司' }, 'workingCapital', []],
    ['a building site', { 贷款品种: '固定资产贷款', 客户类型: '对公' }, 'project', []],
    ['a flat', { 贷款品种: '个人住房按揭贷款' }, 'home', []],
    ['a car', { 贷款品种: '个人汽车贷款' }, 'car', []],
    ['a shop', { 贷款品种: '个人经营性贷款', 普惠小微标志: '是' }, 'business', ['inclusive']],
    ['a farmer', { 贷款品种: '农户小额贷款' }, 'business', ['agricultural']],
    ['a person who spends', { 贷款品种: '个人消费贷款' }, 'consumption', []],
    ['a group', { 贷款品种: '流动资金贷款', 所属集团: '远洋集团' }, 'workingCapital', ['group']],
    ['a blank group is none', { 贷款品种: '流动资金贷款', 所属集团: null }, 'workingCapital', []],
    ['nothing is known', { 贷款余额: 1 }, undefined, []],
  ])('%s', (_, row, base, additions) => {
    const list = listOf(row)
    expect(list.loanType?.id).toBe(base)
    expect(list.additions.map(({ id }) => id)).toEqual(additions)
  })

  test('a person may say what it is', () => {
    expect(listOf({ 贷款余额: 1 }, [], { loanType: 'car' }).loanType?.id).toBe('car')
  })
})

describe('and by where it stands on the day', () => {
  const firm = { 贷款品种: '流动资金贷款', 客户类型: '对公', 到期日: '2027-10-01' }

  test.each<[string, ExampleRow, readonly string[], string | null]>([
    ['new', { 放款日期: '2026-10-20' }, ['firstCheck', 'regular'], '2026-11-19'],
    ['new and checked', { 放款日期: '2026-10-20', 首次检查日期: '2026-10-25' }, ['regular'], null],
    ['paid out years ago', { 放款日期: '2023-10-20', 首次检查日期: null }, ['regular'], null],
    [
      'nothing new was paid',
      { 放款日期: '2026-10-20', 发放类型: '无还本续贷' },
      ['extension', 'regular'],
      null,
    ],
    ['due in 30 days', { 到期日: '2026-11-30' }, ['beforeMaturity', 'regular'], '2026-11-30'],
    ['due in 31 days', { 到期日: '2026-12-01' }, ['regular'], null],
    ['a day late', { 逾期天数: 1 }, ['overdue', 'regular'], null],
    ['not late', { 逾期天数: 0 }, ['regular'], null],
    ['high risk', { 客户风险等级: '高' }, ['special', 'regular'], null],
    ['secured', { 担保方式: '抵押' }, ['regular', 'collateral'], null],
    ['guaranteed', { 担保方式: '保证' }, ['regular', 'guarantor'], null],
    ['repaid', { 贷款余额: 0, 结清日期: '2026-10-01' }, [], null],
    ['discounted bills', { 贷款品种: '银行承兑汇票贴现' }, [], null],
  ])('%s', (_, row, stages, due) => {
    const list = listOf({ ...firm, ...row })
    expect(list.stages.map(({ id }) => id)).toEqual(stages)
    expect(list.due === null ? null : formatIsoDay(list.due)).toBe(due)
  })

  test('says why', () => {
    expect(listOf({ ...firm, 放款日期: '2026-10-20' }).stage?.because).toBe('2026-10-20 放款，至今 11 天')
  })

  test('a person may say where it stands', () => {
    const list = listOf({ ...firm, 逾期天数: 0 }, [], { stage: 'warning' })
    expect([list.stage?.id, list.stage?.because]).toEqual(['warning', '人工选择'])
    expect(list.items.map(({ id }) => id)).toContain('warn-report')
  })

  test('an open warning counts until it is released', () => {
    const stages = (status: string) =>
      listOf(firm, [{ table: '预警', rows: [{ 借据号: 'J1', 预警日期: '2026-10-01', 预警状态: status }] }])
        .stages
    expect(stages('处置中').map(({ id }) => id)).toContain('warning')
    expect(stages('已解除').map(({ id }) => id)).not.toContain('warning')
  })
})

describe('what the ledger proves is shown with its cells', () => {
  const loan = { 贷款品种: '流动资金贷款', 客户类型: '对公', 放款日期: '2026-10-09' }

  test('a cell and its day', () => {
    const item = itemOf('use-traced', { ...loan, 资金流向检查日期: '2026-10-14' })
    expect(item?.state).toBe('proven')
    expect(item?.evidence?.cells.map(({ field, value }) => [field, value])).toEqual([
      ['fundTraceDate', '2026-10-14'],
      ['disburseDate', '2026-10-09'],
    ])
    expect(item?.evidence?.text).toBe('资金流向检查日期 2026-10-14，放款日期 2026-10-09')
  })

  test.each<[string, ExampleRow, string, boolean]>([
    ['the column is not there', { 放款日期: '2026-09-09' }, 'open', true],
    ['the cell is blank, its day ahead', { 首次检查日期: null, 放款日期: '2026-10-27' }, 'open', false],
    ['the cell is blank, its day past', { 首次检查日期: null, 放款日期: '2026-09-09' }, 'fault', true],
  ])('no evidence where %s', (_, row, state, late) => {
    const item = checkedItemOf('end-first-check', { ...loan, ...row })
    expect([item?.evidence, item?.wants, item?.state, item?.late]).toEqual([null, 'tick', state, late])
  })

  test('rows of a register', () => {
    const pieces = (numbers: readonly (string | null)[]) =>
      itemOf(
        'col-title',
        { ...loan, 担保方式: '抵押' },
        [{ table: '押品', rows: numbers.map((登记证号) => ({ 借据号: 'J1', 登记证号 })) }],
        { stage: 'collateral' },
      )
    expect(pieces(['D1', 'D2'])?.evidence?.text).toBe('押品 2 件，均有登记证号')
    expect(pieces(['D1', null])?.evidence).toBeNull()
  })

  test('personal cells are masked', () => {
    const item = itemOf('biz-site', {
      ...loan,
      首次检查日期: '2026-10-20',
      联系地址: '浙江省杭州市西湖区文三路 90 号',
    })
    expect(item?.known.map(({ text }) => text).join('')).not.toContain('90')
  })
})

describe('what a person says', () => {
  const loan = { 贷款品种: '流动资金贷款', 客户类型: '对公', 放款日期: '2026-10-20' }
  const says = (item: string, verdict: Answer['verdict'], note?: string): ListChoice => ({
    answers: [{ item, verdict, by: '周敏', on: '2026-10-31', ...(note === undefined ? {} : { note }) }],
  })

  test.each<[string, string, Answer['verdict'], string | undefined, string, 'tick' | 'text' | null]>([
    ['a tick', 'use-arrived', 'fine', undefined, 'answered', null],
    ['a tick where words are wanted', 'biz-chain', 'fine', undefined, 'open', 'text'],
    ['blank words', 'biz-chain', 'fine', '  ', 'open', 'text'],
    ['words', 'biz-chain', 'fine', '前两大客户占三成', 'answered', null],
    ['a fault', 'use-arrived', 'fault', '尚未到账', 'fault', null],
    ['a fault without words', 'use-arrived', 'fault', undefined, 'open', 'tick'],
    ['not to be asked', 'use-arrived', 'notApplicable', undefined, 'notApplicable', null],
  ])('%s', (_, id, verdict, note, state, wants) => {
    const item = itemOf(id, loan, [], says(id, verdict, note))
    expect([item?.state, item?.wants]).toEqual([state, wants])
  })

  test('progress counts what is settled among what is asked', () => {
    const before = listOf(loan).progress
    const after = listOf(loan, [], says('use-arrived', 'fine')).progress
    const without = listOf(loan, [], says('use-arrived', 'notApplicable')).progress
    expect([after.done - before.done, after.total - before.total]).toEqual([1, 0])
    expect([without.done - before.done, without.total - before.total]).toEqual([0, -1])
  })

  test('a fault that a person saw outweighs what the ledger proves', () => {
    const proven = { ...loan, 资金流向检查日期: '2026-10-22' }
    expect(itemOf('use-traced', proven)?.state).toBe('proven')
    expect(itemOf('use-traced', proven, [], says('use-traced', 'fault', '凭证与合同不符'))?.state).toBe(
      'fault',
    )
  })
})

test('a finding of the check keeps its item open until a person has answered it', () => {
  const row = {
    贷款品种: '流动资金贷款',
    客户类型: '对公',
    检查人: '周敏',
    复核人: '周敏',
    放款日期: '2026-10-01',
  }
  const answer = {
    item: 'end-signed',
    verdict: 'fine',
    by: '李立',
    on: '2026-10-31',
    note: '已另行复核',
  } as const
  const open = checkedItemOf('end-signed', row)
  expect(open?.findings.map(({ rule }) => rule)).toEqual(['INS-013'])
  expect([open?.state, open?.wants]).toEqual(['fault', 'tick'])
  const answered = checkedItemOf('end-signed', row, { answers: [answer] })
  expect([answered?.state, answered?.wants, answered?.findings.length]).toEqual(['answered', null, 1])
})

test('an item for other loans is not asked; where it cannot be told it is, and says so', () => {
  const visit = (row: ExampleRow) => itemOf('project-long-term', { 贷款品种: '固定资产贷款', ...row })
  expect(visit({ 放款日期: '2020-01-01', 到期日: '2025-01-01' })).toBeUndefined()
  expect(visit({ 放款日期: '2020-01-01', 到期日: '2035-01-01' })?.uncertain).toBe(false)
  expect(visit({})?.uncertain).toBe(true)
})

test('of a loan repaid nothing is asked until a person says where it stands', () => {
  const repaid = { 贷款品种: '个人汽车贷款', 贷款余额: 0, 结清日期: '2026-10-01' }
  expect(listOf(repaid).items).toEqual([])
  expect(listOf(repaid, [], { stage: 'regular' }).items.length).toBeGreaterThan(6)
})
