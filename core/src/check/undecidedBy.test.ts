import { expect, test } from 'vitest'

import { builtInPolicy as policy } from '../policy/index.ts'
import { checkLedger } from './index.ts'
import { ledgerForTests } from './ledgerForTests.ts'

test('what is lacking is said once, however many fields are wanted for it', () => {
  const loan = { 借据号: 'J1', 贷款金额: 100, 放款日期: '2026-01-05', 五级分类: '关注', 逾期天数: 5 }
  // which of the two is meant cannot be told in either month
  const rows = [loan, { ...loan, 贷款金额: 200 }]
  const now = ledgerForTests([{ rows: rows.map((row) => ({ ...row, 放款日期: '2026-01-06' })) }])
  const before = ledgerForTests([{ rows }], '2026-09-30')
  const result = checkLedger(now, { policy, previous: before })
  const told = [...result.findings({ outcomes: ['incomplete'] })].map(({ message }) => message)
  expect(told.filter((message) => message.includes('缺少与上期对应的编号')).length).toBeGreaterThan(0)
  const repeated = told.filter((message) => new Set(message.split('，')).size < message.split('，').length)
  expect(repeated).toEqual([])
})
