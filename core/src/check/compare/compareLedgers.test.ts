import { expect, test } from 'vitest'

import type { ExampleRow } from '../../policy/index.ts'
import { builtInPolicy } from '../../policy/index.ts'
import { ledgerForTests, policyForTests, ruleForTests, type TestSheet } from '../ledgerForTests.ts'
import { compareLedgers } from './compareLedgers.ts'
import type { LedgerComparison } from './types.ts'

const healthy: ExampleRow = {
  客户名称: '某甲有限公司',
  贷款余额: 100,
  五级分类: '正常',
  逾期天数: 0,
  机构名称: '东支行',
}

const rules = policyForTests(
  ruleForTests({
    id: 'T-001',
    cases: [
      { when: '逾期天数 > 90', severity: 'serious' },
      { when: '逾期天数 > 0', severity: 'attention' },
    ],
  }),
  ruleForTests({ id: 'T-002', table: '押品', cases: [{ when: '最新估值 < 50' }] }),
  ruleForTests({ id: 'T-003', grain: '客户', cases: [{ when: '五级分类 = "次级"' }] }),
)

function compare(
  before: readonly (ExampleRow | TestSheet)[],
  now: readonly (ExampleRow | TestSheet)[],
  policy = rules,
): LedgerComparison {
  return compareLedgers(
    ledgerForTests(sheetsOf(before), '2026-10-31'),
    ledgerForTests(sheetsOf(now), '2026-11-30'),
    policy,
  )
}

function sheetsOf(parts: readonly (ExampleRow | TestSheet)[]): TestSheet[] {
  const isSheet = (part: ExampleRow | TestSheet): part is TestSheet => 'rows' in part
  const loans = parts.filter((part): part is ExampleRow => !isSheet(part))
  return [{ rows: loans.map((row) => ({ ...healthy, ...row })) }, ...parts.filter(isSheet)]
}

const moved = ({ findings }: LedgerComparison): readonly string[] =>
  findings.changes.map(({ move, of, finding }) => `${finding.rule} ${move} ${of} ${finding.row}`)

test('each finding has one fate', () => {
  const days = (借据号: string, 逾期天数: number | null): ExampleRow => ({ 借据号, 逾期天数 })
  const compared = compare(
    [
      days('NEW', 0),
      days('CURED', 5),
      days('WORSE', 5),
      days('LIGHTER', 99),
      days('SAME', 5),
      days('GONE', 5),
      days('BLANKED', 5),
      days('FILLED', null),
      days('TWICE', 5),
    ],
    [
      days('NEW', 5),
      days('CURED', 0),
      days('WORSE', 99),
      days('LIGHTER', 5),
      days('SAME', 6),
      days('APPEARED', 5),
      days('BLANKED', null),
      days('FILLED', 5),
      days('TWICE', 5),
      days('TWICE', 5),
    ],
  )
  expect(compared.findings.moves).toEqual({
    new: 1,
    appeared: 1,
    decidedNow: 1,
    worse: 1,
    lighter: 1,
    same: 1,
    cured: 1,
    undecidedNow: 1,
    gone: 1,
    unmatched: 3,
  })
  expect(moved(compared)).toContain('T-001 new now 4')
  expect(moved(compared)).toContain('T-001 cured before 5')
  expect(compared.byOrg).toMatchObject([{ name: '东支行', newFindings: 1, curedFindings: 1 }])
})

test('a rule that had no column last month brings no new findings', () => {
  const noDays: ExampleRow = { 客户名称: '某甲有限公司', 贷款余额: 100, 五级分类: '正常', 借据号: 'A' }
  const { findings } = compareLedgers(
    ledgerForTests([{ rows: [noDays] }], '2026-10-31'),
    ledgerForTests(sheetsOf([{ 借据号: 'A', 逾期天数: 5 }]), '2026-11-30'),
    rules,
  )
  expect(findings.moves).toMatchObject({ new: 0, decidedNow: 1 })
})

test('collateral is followed through its loan, wherever its row stands', () => {
  const collateral = (...rows: readonly (readonly [string, number])[]): TestSheet => ({
    table: '押品',
    rows: rows.map(([借据号, 最新估值]) => ({ 借据号, 最新估值 })),
  })
  const compared = compare(
    [{ 借据号: 'A' }, { 借据号: 'B' }, collateral(['A', 10], ['B', 10])],
    [{ 借据号: 'B' }, { 借据号: 'A' }, { 借据号: 'C' }, collateral(['C', 10], ['B', 90], ['A', 20])],
  )
  expect(moved(compared)).toEqual(['T-002 appeared now 4', 'T-002 cured before 5'])
  expect(compared.findings.moves.same).toBe(1)
})

test('a finding of a customer lasts while one of its loans is left', () => {
  const bad = (借据号: string): ExampleRow => ({ 借据号, 五级分类: '次级' })
  const compared = compare([bad('A'), bad('B')], [bad('B'), bad('C')])
  expect(compared.findings.moves).toMatchObject({ same: 1, new: 0, gone: 0, cured: 0 })
})

test('changed cells are told with both values, and personal ones masked', () => {
  const compared = compare(
    [
      { 借据号: 'A', 联系电话: '13900000001', 到期日: '2026-12-01', 客户经理: '周某' },
      { 借据号: 'B', 客户经理: null },
    ],
    [
      { 借据号: 'A', 联系电话: '13900000002', 到期日: '2027-03-01', 客户经理: '周 某' },
      { 借据号: 'B', 客户经理: '吴某' },
    ],
  )
  expect([...compared.changes()].map(({ now, fields }) => [now.key, fields])).toEqual([
    [
      'A',
      [
        { field: 'mobile', name: '联系电话', before: '139****0001', now: '139****0002' },
        { field: 'maturityDate', name: '到期日', before: '2026-12-01', now: '2027-03-01' },
      ],
    ],
    ['B', [{ field: 'managerName', name: '客户经理', before: null, now: '吴某' }]],
  ])
  expect(compared.fields.find(({ field }) => field === 'managerName')).toMatchObject({ loans: 1, filled: 1 })
})

test('amounts in 万元 one month and in 元 the other are not changed by rounding', () => {
  const inUnit = (unit: string, amount: number) => {
    const ledger = ledgerForTests(sheetsOf([{ 借据号: 'A', 贷款余额: amount }]))
    const tables = ledger.tables.map((table) => ({
      ...table,
      reading: { ...table.reading, unit, columns: [reading] },
    }))
    return { ...ledger, tables }
  }
  const reading = { column: 0, header: '贷款余额', field: 'balance', unit: '', confidence: 1, reasons: [] }
  const changed = (unit: string, amount: number): number =>
    compareLedgers(inUnit('元', 1_234_567), inUnit(unit, amount), rules).fields.length
  expect([changed('万元', 1_234_600), changed('万元', 1_234_700), changed('元', 1_234_600)]).toEqual([
    0, 1, 1,
  ])
})

test('what is not counted stays out of the matrix, and what left it is told apart', () => {
  const compared = compare(
    [
      { 借据号: 'A' },
      { 借据号: 'B' },
      { 借据号: 'C' },
      { 借据号: 'D', 币种: 'USD' },
      { 借据号: 'E', 贷款余额: 0 },
      { 借据号: 'G' },
    ],
    [
      { 借据号: 'A', 五级分类: '关注', 贷款余额: 60.1 },
      { 借据号: 'B', 贷款余额: 0 },
      { 借据号: 'C', 贷款状态: '核销' },
      { 借据号: 'D', 币种: 'USD' },
      { 借据号: 'E', 贷款余额: 20.2 },
      { 借据号: 'F', 五级分类: null },
    ],
    builtInPolicy,
  )
  const { cells, before, now } = compared.matrix
  expect(cells.map(({ from, to, before: was, now: is }) => [from, to, was, is])).toEqual([
    ['正常', '关注', 100, 60.1],
    ['正常', 'settled', 100, 0],
    ['正常', 'disposed', 100, 0],
    ['正常', 'gone', 100, 0],
    ['appeared', '未分类', 0, 100],
    ['outside', '正常', 0, 20.2],
  ])
  expect([before, now]).toEqual([
    { loans: 4, balance: 400 },
    { loans: 3, balance: 180.3 },
  ])
  expect([...compared.appeared()].map(({ key }) => key)).toEqual(['F'])
  expect([...compared.gone()].map(({ key }) => key)).toEqual(['G'])
})
