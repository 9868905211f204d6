import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { dialects } from '../feel/sql/index.ts'
import { builtInPolicy, type ExampleRow, type TableName } from '../policy/index.ts'
import { checkLedger } from './check.ts'
import { childKeyFields } from './childKeys.ts'
import { ledgerForTests, policyForTests, ruleForTests } from './ledgerForTests.ts'
import { policyStatements } from './sql/index.ts'
import type { Finding } from './types.ts'

const registers = ['押品', '保证人', '支付', '预警', '催收', '财务', '档案'] as const
const ruleOf = (table: TableName, grain: '借据' | '合同' | '押品池' = '借据') =>
  ruleForTests({ id: `T-${table}`, table, grain, cases: [{ when: 'true' }] })

const policies = new Map(registers.map((table) => [table, policyForTests(ruleOf(table))]))

function found(
  table: (typeof registers)[number],
  rows: readonly ExampleRow[],
  loans: readonly ExampleRow[] = [],
): Finding[] {
  const policy = policies.get(table) ?? builtInPolicy
  const sheets = [{ table, rows }, ...(loans.length > 0 ? [{ rows: loans }] : [])]
  return [...checkLedger(ledgerForTests(sheets), { policy }).findings()]
}

const text = (...values: readonly string[]) => fc.constantFrom(null, ...values)
/** Few values each, so that rows share keys, lack keys and are twins. */
const registerRow = fc.record({
  借据号: text('J1', 'J2'),
  客户编号: text('K1'),
  客户名称: text('甲公司', '乙公司'),
})
const ownCells: Readonly<Record<(typeof registers)[number], fc.Arbitrary<ExampleRow>>> = {
  押品: fc.record({ 押品编号: text('Y1', 'Y2'), 押品类型: text('住宅'), 押品名称: text('一号房') }),
  保证人: fc.record({ 保证人名称: text('张三', '李四'), 保证人证件号: text('990101199001010018') }),
  支付: fc.record({
    交易日期: text('2026-03-01'),
    交易金额: fc.constantFrom(null, 100.25, 200),
    对方户名: text('某供应商'),
  }),
  预警: fc.record({ 预警日期: text('2026-03-01', '2026-04-01'), 预警信号: text('逾期', '涉诉') }),
  催收: fc.record({ 最近催收日期: text('2026-03-01', '2026-04-01') }),
  财务: fc.record({ 报告期: text('2025', '2026Q1') }),
  档案: fc.record({ 归档日期: text('2026-03-01') }),
}

describe('a finding on a row of a register', () => {
  test.each(registers)('keeps its id when the rows of %s are sorted', (table) => {
    const rows = fc
      .array(fc.tuple(registerRow, ownCells[table]), { minLength: 1, maxLength: 12 })
      .map((list) => list.map(([filed, own]) => ({ ...filed, ...own })))
    const shuffled = rows.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(
          list.map((_, at) => at),
          { minLength: list.length },
        ),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([list, order]) => {
        const before = found(table, list)
        const after = found(
          table,
          order.map((at) => list[at] ?? {}),
        )
        expect(new Set(before.map(({ id }) => id)).size).toBe(list.length)
        expect(after.map(({ id }) => id).toSorted()).toEqual(before.map(({ id }) => id).toSorted())
        // what tells twins apart is not where they stand, so each id keeps what it says
        const said = (findings: readonly Finding[], base: readonly ExampleRow[]) =>
          Object.fromEntries(findings.map(({ id, tableRow }) => [id, base[tableRow]]))
        expect(
          said(
            after,
            order.map((at) => list[at] ?? {}),
          ),
        ).toEqual(said(before, list))
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['押品', { 押品编号: 'Y-1', 登记证号: 'Q1' }, 'collateralId', 'Y1'],
    ['押品', { 押品编号: null, 登记证号: 'Q1' }, 'registrationNo', 'Q1'],
    ['保证人', { 保证人名称: '李四' }, 'guarantorName', '李四'],
    ['支付', { 交易日期: '2026-03-01', 交易金额: 100.25 }, 'txnDate+txnAmount', '2026-03-01|10025'],
    ['预警', { 预警日期: '2026-03-01', 预警信号: '逾期' }, 'warningDate+warningSignal', '2026-03-01|逾期'],
    ['财务', { 报告期: '2026Q1' }, 'reportPeriod', '2026Q1'],
  ] as const)('%s %j is known by %s', (table, own, childKeyKind, childKey) => {
    expect(found(table, [{ 借据号: 'J1', ...own }])).toMatchObject([
      { key: 'J1', keyKind: 'loanNo', childKeyKind, childKey },
    ])
  })

  test('with nothing of its own it is known by its cells, without personal numbers', () => {
    const [first] = found('保证人', [{ 借据号: 'J1', 保证方式: '连带', 保证人证件号: '990101199001010018' }])
    const [again] = found('保证人', [{ 借据号: 'J1', 保证方式: '连带', 保证人证件号: null }])
    expect(first?.childKeyKind).toBe('content')
    expect(first?.id).toBe(again?.id)
  })

  test('it names its loan and rolls up to it, and to all loans of its customer', () => {
    const loans = [
      { 借据号: 'J1', 客户编号: 'K1' },
      { 借据号: 'J2', 客户编号: 'K1' },
      { 借据号: 'J3', 客户编号: 'K2' },
    ]
    const rows = [
      { 借据号: 'J2', 客户编号: 'K1', 预警日期: '2026-03-01' },
      { 借据号: null, 客户编号: 'K1', 预警日期: '2026-03-02' },
    ]
    const findings = found('预警', rows, loans)
    expect(findings).toMatchObject([
      { key: 'J2', loanKey: 'J2', loanKeyKind: 'loanNo', alsoIn: [{ table: 1, row: 5 }] },
      {
        keyKind: 'customer',
        alsoIn: [
          { table: 1, row: 4 },
          { table: 1, row: 5 },
        ],
      },
    ])
    expect(findings[1]).not.toHaveProperty('loanKey')
  })
})

test.each(['合同', '押品池'] as const)(
  'a finding of a %s keeps its id when the loans are sorted',
  (grain) => {
    const loans = [
      { 借据号: 'J3', 合同号: 'H1', 押品编号: 'Y1', 担保方式: '抵押', 客户编号: 'K1' },
      { 借据号: 'J1', 合同号: 'H1', 押品编号: 'Y1', 担保方式: '抵押', 客户编号: 'K1' },
      { 借据号: 'J2', 合同号: 'H2', 押品编号: 'Y2', 担保方式: '抵押', 客户编号: 'K1' },
    ]
    const ids = (rows: readonly ExampleRow[]) =>
      [
        ...checkLedger(ledgerForTests([{ rows }]), {
          policy: policyForTests(ruleOf('借据', grain)),
        }).findings(),
      ]
        .map(({ id }) => id)
        .toSorted()
    expect(ids(loans)).toHaveLength(2)
    expect(ids(loans.toReversed())).toEqual(ids(loans))
  },
)

test('SQL gives every part that a register’s key is made of', () => {
  const statements = policyStatements(builtInPolicy, dialects.duckdb, { asOf: 20000 })
  for (const { table, sql } of statements) {
    const names = childKeyFields(table).map(
      (key) => builtInPolicy.fields.find((field) => field.key === key)?.name ?? key,
    )
    for (const name of names) expect(sql).toContain(`t."${name}"`)
  }
})

test('findings on a register are counted for who looks after the loan', () => {
  const loans = [
    { 借据号: 'J1', 客户名称: '甲公司', 客户经理: '李' },
    { 借据号: 'J2', 客户名称: '乙公司', 客户经理: '王' },
  ]
  const rows = [
    { 借据号: 'J2', 客户经理: null, 预警日期: '2026-03-01' },
    { 借据号: 'J2', 客户经理: '赵', 预警日期: '2026-03-02' },
  ]
  const policy = policies.get('预警') ?? builtInPolicy
  const { summary } = checkLedger(ledgerForTests([{ table: '预警', rows }, { rows: loans }]), { policy })
  const counts = (groups: typeof summary.byManager) =>
    groups.map((group) => [group.name, group.rows, group.bySeverity.warning])
  expect(counts(summary.byManager)).toEqual([
    ['王', 1, 1],
    ['赵', 0, 1],
    ['李', 1, 0],
  ])
  expect(counts(summary.byCustomer)).toEqual([['乙公司', 1, 2]])
})
