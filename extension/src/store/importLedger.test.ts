import 'fake-indexeddb/auto'
import { builtInPolicy as policy } from '@postloan/core/policy'
import { webCodec } from '@postloan/core/workbook'
import { writeTemplate } from '@postloan/core/workbook/template'
import { expect, test } from 'vitest'

import { Store } from './database.ts'
import { importLedger } from './importLedger.ts'

const loan = new Map<string, string | number>([
  ['loanNo', 'JK-1'],
  ['customerName', '甲公司'],
  ['balance', 51_000],
  ['fiveClass', '正常'],
])
const ownRule = {
  id: 'OWN-1',
  name: '大额关注',
  table: '',
  applies: '',
  when: '贷款余额 > 40000',
  severity: '提示',
  message: '余额 {贷款余额} 元',
  remedy: '逐笔复核',
  source: '本行办法第 1 条',
}

test('what a lead wrote in a template holds for that ledger, tightens only, and is told', async () => {
  const store = new Store(`import-${Math.random()}`)
  const { bytes } = await writeTemplate(policy, webCodec(), {
    issued: 20_757,
    ready: { loans: 3, register: 2 },
    filled: { 借据: { rows: [loan], asOf: 20_757 } },
    settings: {
      settings: [
        { parameter: '首次检查天数', at: 0, value: 20, cell: '' },
        { parameter: '归档期限', at: 0, value: 10_000, cell: '' },
      ],
      rules: [{ row: 4, parts: ownRule }],
    },
  })
  const imported = await importLedger(store, { bytes, name: '台账.xlsx' }, policy, '周敏')
  expect(imported).toMatchObject({
    ok: true,
    loans: 1,
    settings: { parameters: 1, rules: 1, problems: [expect.stringContaining('比策略宽松')] },
  })
  const [kept] = await store.ledgerLoans.toArray()
  expect(kept?.findings.map(({ rule }) => rule)).toContain('OWN-1')
  await store.delete()
})

test('a ledger that is no template brings no settings', async () => {
  const store = new Store(`import-${Math.random()}`)
  const bytes = new TextEncoder().encode('借据号,客户名称,贷款余额（元）,五级分类\nJK-1,甲公司,51000,正常\n')
  const imported = await importLedger(store, { bytes, name: '台账.csv' }, policy, '周敏')
  expect(imported).toMatchObject({ ok: true, loans: 1, settings: null })
  await store.delete()
})
