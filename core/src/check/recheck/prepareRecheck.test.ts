import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Ledger } from '../../ledger/index.ts'
import { builtInPolicy, type ExampleRow, type TableName } from '../../policy/index.ts'
import { checkLedger } from '../check.ts'
import { compileCases } from '../compileCases.ts'
import { wholeLedgerFacts } from '../derive/index.ts'
import { ledgerForTests, policyForTests, ruleForTests, type TestSheet } from '../ledgerForTests.ts'
import { indexPolicy } from '../policyIndex.ts'
import type { Finding, Result } from '../types.ts'
import { prepareRecheck, type RowPlace } from './prepareRecheck.ts'

/** A small bank: few numbers and names, so that everything is tied to something. */
const pick = (prefix: string, count: number) =>
  fc.integer({ min: 1, max: count }).map((at) => `${prefix}${at}`)
const orBlank = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 6, nil: null })
const day = fc
  .record({
    y: fc.integer({ min: 2023, max: 2027 }),
    m: fc.integer({ min: 1, max: 12 }),
    d: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ y, m, d }) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
const money = fc.constantFrom(0, 100, 50_000, 300_000, 500_000, 2_000_000)
const name = fc.constantFrom('张三', '李四', '恒大机械有限公司', '宏图商贸有限公司', '海天实业有限公司')
const keys = {
  借据号: orBlank(pick('JJ2026000', 9)),
  合同号: orBlank(pick('HT202600', 6)),
  客户编号: orBlank(pick('K80000', 5)),
  客户名称: orBlank(name),
}
const arbitraryOf: Readonly<Record<string, fc.Arbitrary<ExampleRow>>> = {
  借据: fc.record({
    ...keys,
    账号: orBlank(pick('6599000000', 9)),
    证件号码: orBlank(fc.constantFrom('110101199003074578', '91370100MA3C0T8X2B', '110101198001011232')),
    客户类型: orBlank(fc.constantFrom('对公', '个人')),
    所属集团: orBlank(pick('某某集团', 2)),
    实际控制人: orBlank(fc.constantFrom('王五', '赵六')),
    机构名称: orBlank(fc.constantFrom('城南支行', '城北支行')),
    贷款品种: orBlank(fc.constantFrom('流动资金贷款', '个人消费贷款', '个人住房贷款')),
    担保方式: orBlank(fc.constantFrom('抵押', '保证', '信用')),
    支付方式: orBlank(fc.constantFrom('受托支付', '自主支付')),
    贷款金额: orBlank(money),
    贷款余额: orBlank(money),
    放款日期: orBlank(day),
    到期日: orBlank(day),
    结清日期: fc.option(day, { freq: 1, nil: null }),
    上笔借据号: fc.option(pick('JJ2026000', 9), { freq: 1, nil: null }),
    五级分类: orBlank(fc.constantFrom('正常', '关注', '次级', '可疑')),
    逾期天数: orBlank(fc.constantFrom(0, 1, 31, 91, 400)),
    执行利率: orBlank(fc.constantFrom(3.5, 4.2, 20)),
    首次检查日期: orBlank(day),
    最近检查日期: orBlank(day),
    最近现场检查日期: orBlank(day),
    押品编号: fc.option(pick('YP1000000', 4), { freq: 1, nil: null }),
    最新估值: fc.option(money, { freq: 1, nil: null }),
    保证人名称: fc.option(name, { freq: 1, nil: null }),
    // so small that a group of a few loans passes its limits
    资本净额: fc.constant(6_000_000),
  }),
  押品: fc.record({
    ...keys,
    押品编号: orBlank(pick('YP1000000', 6)),
    押品类型: orBlank(fc.constantFrom('住宅', '存单')),
    最新估值: orBlank(money),
    估值日期: orBlank(day),
    登记证号: orBlank(pick('不动产证明', 5)),
    登记日期: orBlank(day),
    押品状态: orBlank(fc.constantFrom('正常', '灭失')),
  }),
  保证人: fc.record({
    ...keys,
    保证人名称: orBlank(name),
    保证人证件号: fc.option(fc.constantFrom('91370100MA3C0T8X2B', '110101199003074578'), { nil: null }),
    担保金额: orBlank(money),
    保证期间届满日: orBlank(day),
    保证人净资产: orBlank(money),
  }),
  支付: fc.record({
    借据号: keys.借据号,
    合同号: keys.合同号,
    交易日期: orBlank(day),
    交易金额: orBlank(money),
    借贷标志: orBlank(fc.constantFrom('借', '贷')),
    对方户名: orBlank(name),
    摘要: orBlank(fc.constantFrom('货款', '购房', '股票')),
  }),
  预警: fc.record({
    借据号: keys.借据号,
    客户编号: keys.客户编号,
    预警信号: orBlank(fc.constantFrom('涉诉', '欠税')),
    预警级别: orBlank(fc.constantFrom('红', '橙', '黄')),
    预警日期: orBlank(day),
    处置时限: orBlank(day),
    预警状态: orBlank(fc.constantFrom('处置中', '已解除')),
  }),
  催收: fc.record({
    ...keys,
    最近催收日期: orBlank(day),
    催收时间: orBlank(fc.constantFrom('2026-10-01 21:30', '2026-10-01 23:15')),
    催收记录: orBlank(fc.constantFrom('电话未接', '告知其父母欠款')),
    催收通知书日期: orBlank(day),
    承诺还款日: orBlank(day),
    清收方案: orBlank(fc.constantFrom('分期', '张贴大字报')),
  }),
}

type Rows = Readonly<Record<string, readonly ExampleRow[]>>

/** Two sheets of loans, the registers, and the month before. Too few rows for anything to be said of a whole column. */
const bank: fc.Arbitrary<{ readonly now: Rows; readonly before: readonly ExampleRow[] }> = fc.record({
  now: fc.record(
    Object.fromEntries(
      [
        ['表内', '借据'],
        ['表外', '借据'],
        ...Object.keys(arbitraryOf)
          .slice(1)
          .map((table) => [table, table]),
      ].map(([sheet = '', table = '']) => [
        sheet,
        fc.array(arbitraryOf[table] ?? fc.constant({}), { minLength: 1, maxLength: 7 }),
      ]),
    ),
  ),
  before: fc.array(arbitraryOf['借据'] ?? fc.constant({}), { minLength: 1, maxLength: 7 }),
})

const tableOf = (sheet: string): TableName =>
  sheet.startsWith('表') ? '借据' : (tableNames.find((one) => one === sheet) ?? '借据')
const tableNames: readonly TableName[] = ['押品', '保证人', '支付', '预警', '催收']

function ledgerOf(rows: Rows): Ledger {
  return ledgerForTests(
    Object.entries(rows).map(([sheet, list]): TestSheet => ({ table: tableOf(sheet), sheet, rows: list })),
  )
}

const index = indexPolicy(builtInPolicy)
/** Half a cent here, whatever is edited; what the list of payments covers belongs to the habits of a ledger. */
const habits = ['accountHistoryDays', 'accountBalanceFall', 'receiptsFall', 'quietReceiptDays']
const wholeNames = new Set(
  [...wholeLedgerFacts, ...habits]
    .filter((key) => key !== 'amountTolerance')
    .map((key) => index.fieldByKey.get(key)?.name),
)
/** Rules that compare with the whole ledger: for them the earlier check stands. */
const wholeRules = new Set(
  compileCases(index, '借据').flatMap(({ rule, use }) =>
    [...use.fields].some((field) => wholeNames.has(field)) ? [rule.id] : [],
  ),
)

function saidOf(result: Result, { table, row }: RowPlace): readonly Finding[] {
  return inOrder([...result.findings({ table, tableRow: row })])
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .filter(({ rule }) => !wholeRules.has(rule))
    .toSorted((a, b) => a.table - b.table || a.tableRow - b.tableRow || (a.rule < b.rule ? -1 : 1))
}

/** More in a long run: `RECHECK_RUNS=500`. */
const runs = Number(process.env['RECHECK_RUNS'] ?? 12)

const edits = fc.array(
  fc.record({
    sheet: fc.nat(),
    row: fc.nat(),
    /** Which of the new row's cells are written over the old ones. */
    cells: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
    rows: fc.record(arbitraryOf),
  }),
  { minLength: 1, maxLength: 4 },
)

const rule = ruleForTests({
  grain: '客户',
  cases: [{ when: 'sum(同客户.贷款余额) + 贷款余额 > 250', message: '{贷款余额}', needs: ['贷款余额'] }],
})
const policy = policyForTests(rule)
const loan = (at: number, customer: string): ExampleRow => ({
  借据号: `J${at}`,
  客户编号: customer,
  贷款余额: 100,
})

test('a loan that moves to another customer is judged again with both of them', () => {
  const sheet = (third: string) =>
    ledgerForTests([{ rows: [loan(0, 'K1'), loan(1, 'K1'), loan(2, third), loan(3, 'K2'), loan(4, 'K3')] }])
  const ledger = sheet('K1')
  const before = checkLedger(ledger, { policy })
  expect([...before.findings()].map(({ row }) => row)).toEqual([4])
  const { recheck } = prepareRecheck(before, ledger, { policy })
  const away = recheck(sheet('K2'), [{ table: 0, row: 2 }])
  expect(away.rows.map(({ row }) => row)).toEqual([0, 1, 2, 3])
  expect(away.findings).toEqual([])
  // and back again: each edit builds on the one before
  const back = recheck(ledger, [{ table: 0, row: 2 }])
  expect(back.findings.map(({ row, alsoRows }) => [row, alsoRows])).toEqual([[4, [5, 6]]])
})

test('a name that hundreds of loans share is not followed, and the answer says so', () => {
  const group = (balance: number) =>
    ledgerForTests([
      {
        rows: Array.from({ length: 300 }, (_, at) => ({
          ...loan(at, `K${at}`),
          所属集团: '某某集团',
          贷款余额: balance,
        })),
      },
    ])
  const ledger = group(100)
  const { recheck } = prepareRecheck(checkLedger(ledger, { policy }), ledger, { policy })
  expect(recheck(group(101), [{ table: 0, row: 7 }])).toMatchObject({ rows: [{ row: 7 }], settled: false })
})

test('a cell that becomes unreadable is unknown, though its column had no such cell', () => {
  const due = policyForTests(
    ruleForTests({ cases: [{ when: '贷款余额 = null', message: '', needs: ['贷款余额'] }] }),
  )
  const ledger = ledgerForTests([{ rows: [loan(0, 'K0'), { ...loan(1, 'K1'), 贷款余额: null }] }])
  const { recheck } = prepareRecheck(checkLedger(ledger, { policy: due }), ledger, { policy: due })
  const said = (edited: Ledger) =>
    recheck(edited, [{ table: 0, row: 1 }]).findings.map(({ outcome }) => outcome)
  expect(said(ledger)).toEqual(['hit'])
  const tables = ledger.tables.map((table) => {
    const column = table.columns.get('balance')
    if (!column) throw new Error('there is a balance')
    return {
      ...table,
      columns: new Map(table.columns).set('balance', { ...column, unknown: Uint8Array.of(0, 1) }),
    }
  })
  expect(said({ ...ledger, tables })).toEqual(['incomplete'])
})

test(
  'whatever is edited: the rows judged again read as after a full check, and all others read as before',
  () => {
    fc.assert(
      fc.property(bank, edits, (made, list) => {
        const options = {
          policy: builtInPolicy,
          previous: ledgerForTests([{ rows: made.before }], '2026-09-30'),
        }
        let rows = made.now
        let ledger = ledgerOf(rows)
        let full = checkLedger(ledger, options)
        const { recheck } = prepareRecheck(full, ledger, options)
        const sheets = Object.keys(rows)
        for (const edit of list) {
          const table = edit.sheet % sheets.length
          const sheet = sheets[table] ?? ''
          const old = rows[sheet] ?? []
          const row = edit.row % old.length
          const fresh = edit.rows[tableOf(sheet)] ?? {}
          const fields = Object.keys(fresh)
          const change = Object.fromEntries(
            edit.cells
              .map((cell) => fields[cell % fields.length] ?? '')
              .map((field) => [field, fresh[field] ?? null]),
          )
          rows = { ...rows, [sheet]: old.map((one, at) => (at === row ? { ...one, ...change } : one)) }
          ledger = ledgerOf(rows)
          const earlier = full
          full = checkLedger(ledger, options)
          const again = recheck(ledger, [{ table, row }])
          expect(again.settled).toBe(true)
          const judged = new Set(again.rows.map((place) => `${place.table} ${place.row}`))
          expect(inOrder(again.findings)).toEqual(
            again.rows
              .toSorted((a, b) => a.table - b.table || a.row - b.row)
              .flatMap((place) => saidOf(full, place)),
          )
          ledger.tables.forEach(({ rowCount }, at) => {
            for (let other = 0; other < rowCount; other += 1) {
              if (judged.has(`${at} ${other}`)) continue
              const place = { table: at, row: other }
              expect(saidOf(earlier, place)).toEqual(saidOf(full, place))
            }
          })
        }
      }),
      {
        numRuns: runs,
        endOnFailure: true,
      },
    )
  },
  runs * 10_000,
)
