import { describe, expect, test } from 'vitest'

import { checkLedger } from '../check/index.ts'
import { ledgerForTests } from '../check/ledgerForTests.ts'
import { builtInPolicy as policy } from '../policy/index.ts'
import { builtInChecklists, prepareChecklists, scoreInspection, scoreUnits } from './index.ts'

const [inspection, smallBusiness] = builtInChecklists.scorecards
if (!inspection || !smallBusiness) throw new Error('there are two cards')

describe('the inspection scored from a check', () => {
  const loan = { 贷款余额: 1_000_000, 客户类型: '对公', 放款日期: '2026-08-01', 五级分类: '正常' }
  const ledger = ledgerForTests([
    {
      rows: [
        { ...loan, 借据号: 'J1', 客户经理: '周敏', 首次检查日期: '2026-08-20' },
        { ...loan, 借据号: 'J2', 客户经理: '周敏', 首次检查日期: '2026-08-21' },
        { ...loan, 借据号: 'J3', 客户经理: '李立', 首次检查日期: null },
        { ...loan, 借据号: 'J4', 客户经理: null, 首次检查日期: '2026-08-22' },
      ],
    },
  ])
  const result = checkLedger(ledger, { policy })
  const score = scoreInspection(inspection, result, { policy })
  const criterion = (id: string) => score.criteria.find((one) => one.criterion.id === id)

  test('gives points by the share of loans without a fault', () => {
    expect(criterion('firstCheck')).toMatchObject({ mark: 6, by: 'data', judged: 4, faults: 1 })
  })

  test('leaves to a person what no rule could judge, and does not pass before it is marked', () => {
    expect(criterion('warning')).toMatchObject({ mark: null, by: null, judged: 0 })
    expect([score.complete, score.passed]).toEqual([false, null])
    expect(score.of).toBeLessThan(100)
  })

  test('a person wins over the data, within the points', () => {
    const marked = scoreInspection(inspection, result, { policy, marks: { firstCheck: 99, warning: 5 } })
    const marks = new Map(marked.criteria.map((one) => [one.criterion.id, [one.mark, one.by]]))
    expect(marks.get('firstCheck')).toEqual([8, 'person'])
    expect(marks.get('warning')).toEqual([5, 'person'])
  })

  test.each([
    [80, true],
    [79, false],
  ])('%i points pass: %s', (points, passed) => {
    let left = points
    const marks: Record<string, number> = {}
    for (const { id, points: most } of inspection.criteria) {
      marks[id] = Math.min(left, most)
      left -= marks[id]
    }
    const marked = scoreInspection(inspection, result, { policy, marks })
    expect([marked.points, marked.complete, marked.passed]).toEqual([points, true, passed])
  })

  test('officers are scored apart, worst first', () => {
    const units = scoreUnits(inspection, result, policy, 'managerName')
    expect(units.map(({ unit }) => unit)[0]).toBe('李立')
    expect(units.map(({ unit }) => unit).toSorted()).toEqual(['周敏', '李立', '（未登记）'].toSorted())
  })
})

describe('the small-business form', () => {
  const book = prepareChecklists(
    ledgerForTests([
      {
        rows: [{ 借据号: 'J1', 贷款余额: 100, 征信新增逾期: '是', 涉诉被执行标志: '无', 他行不良标志: '否' }],
      },
      {
        table: '押品',
        rows: [{ 借据号: 'J1', 起始估值: 1000, 最新估值: 850, 要求投保: '是', 保险到期日: '2026-09-30' }],
      },
    ]),
    { policy },
  )
  const place = { table: 0, row: 0 }
  const allFine = Object.fromEntries(smallBusiness.criteria.map(({ id }) => [id, 0]))

  test('proposes what the ledger shows and marks nothing itself', () => {
    const form = book.form('smallBusiness', place)
    const proposed = form?.criteria.filter((one) => one.proposed)
    expect(proposed?.map((one) => [one.criterion.id, one.proposed?.option.text])).toEqual([
      ['collateral', '明显下跌'],
      ['insurance', '已到期或不足'],
      ['adverse', '轻微'],
    ])
    expect(proposed?.at(-1)?.proposed?.evidence).toContain('征信新增逾期 是')
    expect([form?.points, form?.percent, form?.passed]).toEqual([0, null, null])
  })

  test.each<[string, Readonly<Record<string, number>>, number, boolean | null]>([
    ['all in order', allFine, 100, true],
    ['one marked', { holders: 0 }, 5, null],
    ['two grave faults', { ...allFine, habits: 2, standstill: 2 }, 80, true],
    ['and one small', { ...allFine, habits: 2, standstill: 2, licence: 1 }, 78, false],
    ['failed whatever is still to come', { habits: 2, standstill: 2, will: 2 }, 0, false],
  ])('%s', (_, chosen, points, passed) => {
    const form = book.form('smallBusiness', place, chosen)
    expect([form?.points, form?.passed]).toEqual([points, passed])
  })
})

test('the guide shows what the ledger says beside the question, masked', () => {
  const ledger = ledgerForTests([
    { rows: [{ 贷款余额: 500_000, 联系地址: '浙江省杭州市西湖区文三路 90 号' }] },
  ])
  const guide = prepareChecklists(ledger, { policy }).guide('visit', { table: 0, row: 0 })
  const texts = [...(guide?.known.values() ?? [])].flatMap((cells) => cells.map(({ text }) => text))
  expect(texts).toContain('500,000.00 元')
  expect(texts.join('')).not.toContain('90')
  expect(guide?.known.size).toBe(13)
})
