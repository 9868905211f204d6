import { expect, test } from 'vitest'

import { readRecord } from '../ledger/index.ts'
import { builtInPolicy } from '../policy/index.ts'
import { checkLedger } from './check.ts'
import { compileCases } from './compileCases.ts'
import { indexPolicy } from './policyIndex.ts'

const asOf = 20_760
const entries = Object.entries({
  借据号: 'JK-1',
  客户名称: '甲公司',
  '贷款余额(元)': '1000000',
  放款日期: '2026-09-01',
  到期日期: '2027-09-01',
  五级分类: '正常',
  逾期天数: '95',
}).map(([label, value]) => ({ label, value }))

test.each([asOf, null])('rules that are compiled only when they can run say the same (day %s)', (day) => {
  const said = (policy: typeof builtInPolicy): unknown => {
    const loan = readRecord(entries, policy, { name: '页面', table: '借据', asOf })
    if (!loan) throw new Error('the entries make a loan')
    const ledger = { asOf: { day, from: 'choice', conflicts: [] } as const, tables: [loan], notTables: [] }
    const result = checkLedger(ledger, { policy })
    return [result.summary, result.notes, result.tables[0]?.notRun, [...result.findings()]]
  }
  // a copy is not known to be ours: all of it is compiled at once
  expect(said(builtInPolicy)).toEqual(said(structuredClone(builtInPolicy)))
})

test('every rule of ours is sound, which is why those that cannot run need not be looked into', () => {
  const index = indexPolicy(builtInPolicy)
  const tables = new Set(builtInPolicy.rules.map(({ table }) => table))
  const faulty = [...tables].flatMap((table) => compileCases(index, table).filter(({ error }) => error))
  expect(faulty.map(({ rule }) => rule.id)).toEqual([])
})
