import { describe, expect, test } from 'vitest'

import type { ExampleRow, Rule, RuleCase } from '../policy/index.ts'
import { checkLedger } from './check.ts'
import { ledgerForTests, policyForTests, ruleForTests, type TestSheet } from './ledgerForTests.ts'
import { Outcome, type Finding, type Result } from './types.ts'

const outcomeNames = Object.fromEntries(Object.entries(Outcome).map(([name, byte]) => [byte, name]))

function check(
  rule: Rule,
  sheets: readonly TestSheet[] | readonly ExampleRow[],
  asOf?: string | null,
): Result {
  const tables = sheets.some((sheet) => 'rows' in sheet) ? sheets : [{ rows: sheets }]
  return checkLedger(ledgerForTests(tables as readonly TestSheet[], asOf), { policy: policyForTests(rule) })
}

/** Outcomes of a rule's first case over the first table. */
function outcomes(
  ruleCase: Partial<RuleCase>,
  rows: readonly ExampleRow[],
  rule: Partial<Rule> = {},
): string[] {
  const result = check(ruleForTests({ ...rule, cases: [ruleCase] }), rows)
  return [...(result.outcomes('T-001', 'a', 0) ?? [])].map((byte) => outcomeNames[byte] ?? '')
}

const found = (result: Result): Finding[] => [...result.findings()]

const outcomesOf = (result: Result): string[] =>
  [...(result.outcomes('T-001', 'a', 0) ?? [])].map((byte) => outcomeNames[byte] ?? '')

const fortyLoans = (filled: number): ExampleRow[] =>
  Array.from({ length: 40 }, (_, at) => ({
    贷款余额: 100,
    首次检查日期: at < filled ? '2026-10-01' : null,
    逾期天数: at % 4 === 0 ? 9 : 0,
  }))
describe('three states', () => {
  test('a comparison with a blank cell cannot be decided, a test for blank can', () => {
    const rows = [{ 逾期天数: 91 }, { 逾期天数: 90 }, { 逾期天数: null }]
    expect(outcomes({ when: '逾期天数 > 90' }, rows)).toEqual(['hit', 'pass', 'incomplete'])
    expect(outcomes({ when: '逾期天数 = null' }, rows)).toEqual(['pass', 'pass', 'hit'])
  })

  test.each([
    // applies, when → outcome
    [1, 1, 'hit'],
    [1, 0, 'pass'],
    [1, null, 'incomplete'],
    [0, 1, 'notApplicable'],
    [0, null, 'notApplicable'],
    [null, 0, 'pass'],
    [null, 1, 'incomplete'],
    [null, null, 'incomplete'],
  ] as const)('applies %s and when %s is %s', (applies, when, outcome) => {
    const rows = [{ 逾期天数: when, 期限: applies }]
    expect(outcomes({ applies: '期限 = 1', when: '逾期天数 = 1' }, rows)).toEqual([outcome])
  })

  test('an undecided finding names the cells that decided it, and only those', () => {
    const rule = ruleForTests({ cases: [{ when: '逾期天数 > 90 and 五级分类 = "正常" and 贷款余额 > 0' }] })
    const [finding] = found(
      check(rule, [
        { 逾期天数: null, 五级分类: '正常', 贷款余额: null },
        { 逾期天数: 1, 五级分类: null, 贷款余额: 1 },
      ]),
    )
    expect(finding).toMatchObject({ outcome: 'incomplete', fields: ['overdueDays', 'balance'] })
    expect(finding?.message).toBe('逾期天数为空，贷款余额为空，无法判断“测试规则”。')
  })
})

describe('cases', () => {
  const steps = ruleForTests({
    cases: [
      { severity: 'attention', when: '逾期天数 > 30', needs: ['逾期天数'] },
      { severity: 'serious', when: '逾期天数 > 90', needs: ['逾期天数'] },
      { kind: 'due', severity: 'serious', when: '逾期天数 > 0', needs: ['逾期天数'] },
    ],
  })

  test('the worst true case reports, what is due never outranks a fault', () => {
    const result = check(steps, [{ 逾期天数: 10 }, { 逾期天数: 40 }, { 逾期天数: 100 }, { 逾期天数: 0 }])
    expect(found(result).map(({ row, case: caseId }) => [row, caseId])).toEqual([
      [6, 'b'],
      [5, 'a'],
      [4, 'c'],
    ])
    expect(result.summary).toMatchObject({ bySeverity: { serious: 1, attention: 1, warning: 0 }, due: 1 })
  })

  test('a case that lacks a column does not silence the others', () => {
    const rule = ruleForTests({
      cases: [
        { when: '欠息天数 > 90', needs: ['欠息天数'] },
        { when: '逾期天数 > 90', needs: ['逾期天数'] },
      ],
    })
    const result = check(rule, [{ 逾期天数: 91 }])
    expect(found(result)).toMatchObject([{ case: 'b', outcome: 'hit' }])
    expect(result.tables[0]?.notRun).toEqual([{ rule: 'T-001', case: 'a', missing: ['欠息天数'] }])
    expect(result.outcomes('T-001', 'a', 0)).toBeNull()
  })

  test('a field it can do without is assumed, and the finding says so', () => {
    const rule = ruleForTests({
      cases: [
        { when: '逾期天数 > 0 and 五级分类 = "正常"', needs: ['逾期天数'], optional: { 五级分类: '正常' } },
      ],
    })
    expect(found(check(rule, [{ 逾期天数: 5 }]))).toMatchObject([
      { outcome: 'hit', assumed: { fiveClass: '正常' } },
    ])
    const [blank, filled] = found(
      check(rule, [
        { 逾期天数: 5, 五级分类: null },
        { 逾期天数: 5, 五级分类: '正常' },
      ]),
    )
    expect(blank).toMatchObject({ outcome: 'hit', assumed: { fiveClass: '正常' } })
    expect(filled?.assumed).toBeUndefined()
  })

  test('a faulty expression is one ruleError, whatever the number of rows', () => {
    const rule = ruleForTests({ cases: [{ when: '逾期天数 > "九十"' }, { when: '逾期天数 > 90' }] })
    const result = check(rule, [{ 逾期天数: 91 }, { 逾期天数: 92 }])
    expect(found(result).map(({ case: caseId, outcome }) => `${caseId} ${outcome}`)).toEqual([
      'b hit',
      'b hit',
      'a ruleError',
    ])
    expect(result.notes.map((note) => note.code)).toContain('ruleError')
  })
})

describe('which rows', () => {
  const rows = [
    { 贷款余额: 100, 逾期天数: 9 },
    { 贷款余额: 0, 逾期天数: 9 },
    { 贷款余额: 0, 逾期天数: 9, 贷款状态: '核销' },
  ]

  test.each([
    ['open', ['hit', 'notApplicable', 'notApplicable']],
    ['openOrWrittenOff', ['hit', 'notApplicable', 'hit']],
    ['any', ['hit', 'hit', 'hit']],
  ] as const)('scope %s', (scope, expected) => {
    expect(outcomes({ when: '逾期天数 > 1' }, rows, { scope })).toEqual(expected)
  })

  test('a rule for firms: persons are out, of whom nobody knows what they are cannot be judged', () => {
    const customers = [
      { 客户类型: '对公', 逾期天数: 9 },
      { 客户类型: '个人', 逾期天数: 9 },
      { 客户类型: null, 逾期天数: 9 },
      { 客户类型: null, 逾期天数: 0 },
    ]
    expect(outcomes({ when: '逾期天数 > 1' }, customers, { segments: ['对公'] })).toEqual([
      'hit',
      'notApplicable',
      'incomplete',
      'pass',
    ])
  })

  test('a rule about customers reports once for each and names the other rows', () => {
    const rule = ruleForTests({ grain: '客户', cases: [{ when: '逾期天数 > 1' }] })
    const result = check(rule, [
      { 客户编号: 'K1', 逾期天数: 0 },
      { 客户编号: 'K1', 逾期天数: 9 },
      { 客户编号: 'K1', 逾期天数: 8 },
      { 客户编号: 'K2', 逾期天数: 7 },
    ])
    expect(found(result).map(({ row, key, keyKind, alsoRows }) => ({ row, key, keyKind, alsoRows }))).toEqual(
      [
        { row: 5, key: 'K1', keyKind: 'customer', alsoRows: [4, 6] },
        { row: 7, key: 'K2', keyKind: 'customer', alsoRows: undefined },
      ],
    )
    expect(result.summary.bySeverity.warning).toBe(2)
  })
})

describe('columns hardly filled', () => {
  const rule = ruleForTests({ cases: [{ when: '首次检查日期 = null', needs: ['首次检查日期'] }] })

  test('a column more than 90 % blank is one line, not forty', () => {
    const result = check(rule, fortyLoans(3))
    expect(found(result)).toEqual([])
    expect(result.notes.filter((note) => note.code === 'columnMostlyBlank')).toHaveLength(1)
    expect(result.outcomes('T-001', 'a', 0)?.filter((byte) => byte === Outcome.notRun)).toHaveLength(37)
  })

  test('a column that people do fill is reported row by row', () => {
    expect(found(check(rule, fortyLoans(5)))).toHaveLength(35)
  })

  test('a cell that only few loans need is reported where those few lack it', () => {
    const few = ruleForTests({
      cases: [{ when: '逾期天数 > 0 and 首次检查日期 = null', needs: ['首次检查日期'] }],
    })
    // 40 rows of which 10 are concerned: all 10 blank is a fold, 8 of 10 is not
    const rows = fortyLoans(0).map((row, at) =>
      at === 0 || at === 4 ? { ...row, 首次检查日期: '2026-10-01' } : row,
    )
    expect(found(check(few, rows))).toHaveLength(8)
  })

  test('a column that is blank on nearly all rows may decide that a case applies', () => {
    const unsued = ruleForTests({
      cases: [{ applies: '起诉日期 = null', when: '逾期天数 > 0', needs: ['逾期天数'] }],
    })
    const rows = fortyLoans(0).map((row, at) => ({ ...row, 起诉日期: at === 0 ? '2026-10-01' : null }))
    expect(found(check(unsued, rows))).toHaveLength(9)
  })

  test('a column that is missing though no need names it leaves one line', () => {
    const undeclared = ruleForTests({
      cases: [{ when: '逾期天数 > 0 and 欠息天数 > 0', needs: ['逾期天数'] }],
    })
    const result = check(undeclared, fortyLoans(0))
    expect(found(result)).toEqual([])
    expect(result.tables[0]?.notRun).toEqual([{ rule: 'T-001', case: 'a', missing: ['欠息天数'] }])
  })
})

describe('the day', () => {
  const rule = ruleForTests({ cases: [{ when: '到期日 < 基准日', needs: ['到期日'] }] })
  const rows = [{ 到期日: '2026-01-01' }]

  test('rules of dates run on the day of the ledger, never on today', () => {
    expect(found(check(rule, rows, '2026-10-31'))).toHaveLength(1)
    expect(found(check(rule, rows, '2025-10-31'))).toHaveLength(0)
  })

  test('without a day they do not run, and the result says so', () => {
    const result = check(rule, rows, null)
    expect(result.tables[0]?.notRun).toEqual([{ rule: 'T-001', case: 'a', missing: ['基准日'] }])
    expect(result.notes.map((note) => note.code)).toContain('noAsOf')
  })
})

describe('related rows', () => {
  const loans = [
    { 借据号: 'J1', 合同号: 'H1' },
    { 借据号: 'J2', 合同号: 'H2' },
    { 借据号: null, 合同号: null },
  ]
  const none = ruleForTests({ cases: [{ when: 'count(押品) = 0' }] })
  test('an empty list counts 0 where the table was read; a row without a number has an unknown list', () => {
    const result = check(none, [
      { rows: loans },
      { table: '押品', rows: [{ 借据号: 'J1', 押品编号: '房产' }] },
    ])
    expect(outcomesOf(result)).toEqual(['pass', 'hit', 'incomplete'])
  })

  test('over a table that was not read nothing can be said', () => {
    expect(outcomesOf(check(none, [{ rows: loans }]))).toEqual(['incomplete', 'incomplete', 'incomplete'])
    const declared = ruleForTests({ cases: [{ when: 'count(押品) = 0', needs: ['押品'] }] })
    expect(check(declared, [{ rows: loans }]).tables[0]?.notRun).toMatchObject([{ missing: ['押品'] }])
  })

  test('the customer is seen across sheets, each sheet keeps its own findings and gaps', () => {
    const rule = ruleForTests({ cases: [{ when: 'max(同客户.逾期天数) > 90', needs: ['客户编号'] }] })
    const result = check(rule, [
      { sheet: '表内', rows: [{ 客户编号: 'K1', 借据号: 'J1', 逾期天数: 0 }] },
      { sheet: '表外', rows: [{ 客户编号: 'K1', 借据号: 'J2', 逾期天数: 100 }] },
      { sheet: '无编号', rows: [{ 借据号: 'J3', 逾期天数: 100 }] },
    ])
    expect(found(result).filter(({ outcome }) => outcome === 'hit')).toMatchObject([
      { table: 0, row: 4, key: 'J1' },
    ])
    expect(result.tables.map(({ notRun }) => notRun.length)).toEqual([0, 0, 1])
    expect(result.notes.map((note) => note.code)).toContain('thisLedgerOnly')
  })

  test('what the previous register says of the loan', () => {
    const fell = ruleForTests({
      cases: [{ when: '押品估值合计 < 上期.押品估值合计', needs: ['押品估值合计', '上期.押品估值合计'] }],
    })
    const month = (value: number, asOf: string) =>
      ledgerForTests(
        [
          { rows: [{ 借据号: 'J1', 担保方式: '抵押', 贷款余额: 1 }] },
          { table: '押品', rows: [{ 借据号: 'J1', 押品编号: 'YP202400001', 最新估值: value }] },
        ],
        asOf,
      )
    const result = checkLedger(month(80, '2026-10-31'), {
      policy: policyForTests(fell),
      previous: month(100, '2026-09-30'),
    })
    expect(found(result)).toHaveLength(1)
  })

  test('the same loan in the previous ledger', () => {
    const rule = ruleForTests({
      cases: [{ when: '上期.逾期天数 < 逾期天数', message: '上期 {上期.逾期天数} 天' }],
    })
    const ledger = ledgerForTests([
      {
        rows: [
          { 借据号: 'J1', 逾期天数: 30 },
          { 借据号: 'J2', 逾期天数: 5 },
        ],
      },
    ])
    const previous = ledgerForTests(
      [
        {
          rows: [
            { 借据号: 'J2', 逾期天数: 9 },
            { 借据号: 'J1', 逾期天数: 2 },
          ],
        },
      ],
      '2026-09-30',
    )
    const result = checkLedger(ledger, { policy: policyForTests(rule), previous })
    expect(found(result)).toMatchObject([{ key: 'J1', message: '上期 2 天' }])
  })
})

describe('a finding', () => {
  const rule = ruleForTests({
    cases: [
      {
        when: '贷款余额 > 贷款金额',
        message:
          '余额 {贷款余额} 大于金额 {贷款金额} 元，差 {贷款余额 - 贷款金额}；利率 {执行利率}，到期 {到期日}，证件 {证件号码}',
        sources: ['R01b', 'bank'],
      },
    ],
  })
  const loan = {
    借据号: 'J-1',
    贷款余额: 1_520_000.5,
    贷款金额: 1_500_000,
    执行利率: 5.22,
    到期日: '2026-12-31',
    证件号码: '990101199001010018',
  }

  test('its message is filled by type and masked', () => {
    const [finding] = found(check(rule, [loan]))
    expect(finding?.message).toBe(
      '余额 1,520,000.50 元 大于金额 1,500,000.00 元，差 20,000.50 元；利率 5.22%，到期 2026-12-31，证件 9901************18',
    )
    expect(finding).toMatchObject({ key: 'J-1', keyKind: 'loanNo', values: { balance: 1_520_000.5 } })
  })

  test('its id stays the same when rows move, and differs from loan to loan', () => {
    const other = { ...loan, 借据号: 'J-2' }
    const first = found(check(rule, [loan, other])).map(({ id, key }) => [key, id])
    const second = found(check(rule, [other, loan])).map(({ id, key }) => [key, id])
    expect(Object.fromEntries(first)).toEqual(Object.fromEntries(second))
    expect(new Set(first.map(([, id]) => id)).size).toBe(2)
  })

  test('two rows with one number are told apart and marked', () => {
    const findings = found(check(rule, [loan, loan]))
    expect(new Set(findings.map(({ id }) => id)).size).toBe(2)
    expect(findings.map(({ ambiguousKey }) => ambiguousKey)).toEqual([true, true])
  })

  test.each([
    ['合同号', { 借据号: null, 合同号: 'H1' }, 'contractNo', 'H1'],
    ['账号', { 借据号: null, 账号: '6200000000000001234' }, 'accountNo', '6200***********1234'],
    [
      '客户、日期和金额',
      { 借据号: null, 客户名称: '某某公司', 放款日期: '2026-01-05' },
      'nameDateAmount',
      '某某公司 2026-01-05 1500000',
    ],
  ])('without 借据号 its key is %s', (_, change, keyKind, key) => {
    expect(found(check(rule, [{ ...loan, ...change }]))).toMatchObject([{ keyKind, key }])
  })

  test('listing can be narrowed to a row, a severity, an outcome', () => {
    const result = check(ruleForTests({ cases: [{ when: '逾期天数 > 1' }] }), [
      { 逾期天数: 5 },
      { 逾期天数: null },
      { 逾期天数: 6 },
    ])
    const rows = (filter: Parameters<Result['findings']>[0]): number[] =>
      [...result.findings(filter)].map(({ row }) => row)
    expect(rows({})).toEqual([4, 6, 5])
    expect(rows({ table: 0, tableRow: 2 })).toEqual([6])
    expect(rows({ outcomes: ['incomplete'] })).toEqual([5])
    expect(rows({ severities: ['serious'] })).toEqual([])
  })
})

test('a loan without a number to look by has unknown lists, of several registers at once', () => {
  const rule = ruleForTests({ cases: [{ applies: 'count(押品) > 0', when: 'count(支付) = 0' }] })
  const result = check(rule, [
    { rows: [{ 借据号: 'J1' }, { 借据号: 'J2' }, { 借据号: null }] },
    { table: '押品', rows: [{ 借据号: 'J1' }] },
    { table: '支付', rows: [{ 借据号: 'J9' }] },
  ])
  const bytes = [...(result.outcomes('T-001', 'a', 0) ?? [])]
  expect(bytes.map((byte) => outcomeNames[byte])).toEqual(['hit', 'notApplicable', 'incomplete'])
})
