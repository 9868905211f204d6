import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { derive } from './loansForTests.ts'

const words =
  '走访车间仓库设备运转工人在岗原料堆放整齐库存合理核对合同发票流水回款正常客户稳定资金采购钢材凭证齐全厂房完好产权有效订单充足销售按期还本付息风险可控价格上涨利润收窄养殖出栏收购意向记账保证疫病防控季度结算单据'

/** A text of that many characters, the same for the same seed. */
function textOf(seed: number, length: number): string {
  let state = seed * 2_654_435_761 + 12_345
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return words[(state >>> 8) % words.length]
  }).join('')
}

const firm = (customerId: string, checkReportText: string | null) => ({
  customerId,
  customerName: `${customerId}有限公司`,
  customerType: '对公',
  balance: 1,
  checkReportText,
})

test('names, numbers and dates do not make a report another one', () => {
  const body = textOf(1, 200)
  const rows = [
    firm('甲', `2026年9月3日走访甲有限公司，${body}。余额 1200 万元。`),
    firm('乙', `2026年10月18日走访乙有限公司，${body}。余额 35 万元。`),
    firm('丙', textOf(2, 200)),
    firm('丁', null),
  ]
  expect(derive(rows, 'copiedReports')).toEqual([1, 1, 0, null])
  expect(derive(rows, 'copiedReportLikeness')).toEqual([100, 100, 0, null])
})

test.each([
  ['the same customer twice', 'A', 'A', 200, 0],
  ['two customers', 'A', 'B', 200, 1],
  ['too short to tell', 'A', 'B', 119, 0],
])('%s', (_, first, second, length, others) => {
  const body = textOf(3, length)
  const rows = [first, second].map((id) => ({ ...firm(id, body), customerName: null }))
  expect(derive(rows, 'copiedReports')).toEqual([others, others])
})

test('a copy with one sentence changed is found, half a copy is not', () => {
  const body = textOf(4, 400)
  const changed = body.slice(0, 380) + textOf(5, 20)
  const half = body.slice(0, 200) + textOf(6, 200)
  const rows = [firm('甲', body), firm('乙', changed), firm('丙', half)]
  expect(derive(rows, 'copiedReports')).toEqual([1, 1, 0])
})

test('the order of the rows does not matter', () => {
  const pool = [
    firm('甲', textOf(7, 300)),
    firm('乙', textOf(7, 300)),
    firm('丙', textOf(7, 290) + textOf(8, 10)),
    firm('丁', textOf(9, 300)),
    firm('戊', textOf(10, 300)),
  ]
  fc.assert(
    fc.property(fc.shuffledSubarray(pool, { minLength: pool.length }), (rows) => {
      const counts = derive(rows, 'copiedReports') ?? []
      const byCustomer = Object.fromEntries(rows.map((row, at) => [row.customerId, counts[at]]))
      expect(byCustomer).toEqual({ 甲: 2, 乙: 2, 丙: 2, 丁: 0, 戊: 0 })
    }),
    { numRuns: 30 },
  )
})
