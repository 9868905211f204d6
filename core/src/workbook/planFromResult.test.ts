import { describe, expect, test } from 'vitest'

import { parseIsoDay } from '../calendar/index.ts'
import type { Finding, FindingFilter, Result, Summary } from '../check/index.ts'
import { builtInPolicy } from '../policy/index.ts'
import { planFromResult } from './planFromResult.ts'

const summary: Summary = {
  rows: 4,
  bySeverity: { serious: 1, warning: 2, attention: 1, notice: 0 },
  leads: 1,
  due: 1,
  incomplete: 2,
  rulesRun: 3,
  byRule: [],
  byManager: [],
  byOrg: [],
  byCustomer: [],
}

function finding(row: number, part: Partial<Finding>): Finding {
  return {
    id: `f${row}`,
    rule: 'CLS-001',
    case: 'a',
    kind: 'violation',
    outcome: 'hit',
    severity: 'warning',
    key: `JK-${row}`,
    keyKind: 'loanNo',
    table: 0,
    tableRow: row - 4,
    row,
    fields: ['fiveClass'],
    values: {},
    message: '逾期 12 天，五级分类仍为正常。',
    remedy: '至少归为关注类',
    sources: [],
    sourceStatus: 'bank',
    ...part,
  }
}

/** A result of one table with four loans in rows 4 to 7. */
function resultOf(findings: readonly Finding[]): Result {
  const names = ['周敏', '何建军']
  const managerName = { kind: 'text', codes: Int32Array.of(0, 1, 0, -1), dictionary: names } as const
  const columns = ['fiveClass', 'overdueDays', null].map((field, column) => {
    return { column: column + 1, header: String(field), field, unit: '', confidence: 1, reasons: [] }
  })
  const reading = {
    headerRows: [2, 3] as const,
    title: '',
    unit: '',
    columns,
    leftOut: [],
    unread: [],
    keyFields: [],
    asOf: { day: null, from: 'none', conflicts: [] } as const,
  }
  const table = {
    name: '借据',
    file: 'a.xlsx',
    sheet: '台账',
    rowCount: 4,
    sheetRows: Uint32Array.of(4, 5, 6, 7),
    columns: new Map([['managerName', managerName]]),
    reading,
  } as const
  return {
    asOf: parseIsoDay('2026-10-31'),
    policy: { id: 'p', version: '1', fingerprint: '0123456789abcdef' },
    tables: [{ table, notRun: [], summary, derived: new Map() }],
    notes: [],
    summary,
    findings: (filter?: FindingFilter) =>
      findings.filter((one) => filter?.table === undefined || one.table === filter.table),
    outcomes: () => null,
  }
}

function rowsOf(...findings: readonly Finding[]) {
  return planFromResult(resultOf(findings), builtInPolicy).sheets[0]?.rows ?? []
}

describe('a row', () => {
  test('shows its worst finding, how many others there are, and what could not be told', () => {
    const [row, ...none] = rowsOf(
      finding(4, { severity: 'serious', message: '逾期 91 天。', fields: ['overdueDays'] }),
      finding(4, { rule: 'CLS-002' }),
      finding(4, { outcome: 'incomplete', fields: ['firstCheckDate'] }),
    )
    expect(none).toEqual([])
    expect(row).toMatchObject({ row: 4, level: 'serious', owner: '周敏', key: 'JK-4', faults: [1, 2] })
    expect(row?.item).toMatch(/^逾期 91 天；另有 1 项：.+；另有 1 项无法判断$/)
    expect(row?.deadline).toBe(parseIsoDay('2026-11-04'))
  })

  test('is not made worse by what could not be told, nor by what is only due', () => {
    const rows = rowsOf(
      finding(4, { outcome: 'incomplete', severity: 'serious', fields: ['fiveClass'] }),
      finding(4, { severity: 'notice' }),
      finding(5, { kind: 'due', severity: 'serious', dueDate: '2026-11-05' }),
    )
    expect(rows.map((row) => [row.row, row.level])).toEqual([[4, 'notice']])
  })

  test('that could only not be told asks for what is missing, without a deadline', () => {
    const [row] = rowsOf(finding(7, { outcome: 'incomplete', fields: ['fiveClass'] }))
    expect(row).toMatchObject({ level: 'incomplete', deadline: null, owner: '', basis: '' })
    expect(row?.remedy).toBe('补录五级分类后自动重新判断')
  })

  test('of the same customer refers to the row that has the finding, unless it has as bad a one itself', () => {
    const rows = rowsOf(
      finding(5, { severity: 'warning', message: '自己的问题。' }),
      finding(6, { severity: 'warning', alsoRows: [4, 5, 6] }),
    )
    expect(rows.map((row) => [row.row, row.item.slice(0, 6)])).toEqual([
      [4, rows[0]?.item.slice(0, 6)],
      [5, '自己的问题；'],
      [6, '逾期 12 '],
    ])
    expect(rows[0]?.item).toMatch(/，见第 6 行$/)
    expect(rows[0]?.faults).toEqual([])
  })

  test('with a lead asks and does not accuse', () => {
    expect(rowsOf(finding(4, { kind: 'lead', message: '请核实资金去向。' }))[0]?.item).toBe(
      '线索：请核实资金去向。',
    )
  })
})

test('the list is cut at its limit and says so; the rows are not', () => {
  const plan = planFromResult(resultOf([4, 5, 6, 7].map((row) => finding(row, {}))), builtInPolicy, {
    maxFindings: 3,
  })
  const list = plan.ownSheets[1]
  expect(list?.blocks[0]?.rows).toHaveLength(3)
  expect(list?.subtitles[0]).toContain('最重要的 3 项，共 4 项')
  expect(plan.sheets[0]?.rows).toHaveLength(4)
})

test('only the file asked for is annotated', () => {
  const result = resultOf([finding(4, {})])
  expect(planFromResult(result, builtInPolicy, { file: 'b.xlsx' }).sheets).toEqual([])
  expect(planFromResult(result, builtInPolicy, { file: 'a.xlsx' }).sheets).toHaveLength(1)
})

test('a loan’s row refers to the finding on its row in a register', () => {
  const loans = resultOf([])
  const [first] = loans.tables
  if (!first) throw new Error('there is a table of loans')
  const register = { ...first, table: { ...first.table, name: '预警' as const, sheet: '预警台账' } }
  const warning = finding(6, { table: 1, tableRow: 2, alsoIn: [{ table: 0, row: 5 }] })
  const result = {
    ...loans,
    tables: [first, register],
    findings: (filter?: FindingFilter) => (filter?.table === 1 ? [warning] : []),
  }
  const { sheets } = planFromResult(result, builtInPolicy)
  expect(sheets.map(({ sheet, rows }) => [sheet, rows.map(({ row, item }) => [row, item])])).toEqual([
    ['台账', [[5, expect.stringMatching(/，见“预警台账”第 6 行$/)]]],
    ['预警台账', [[6, warning.message]]],
  ])
})

test('what is waived flags no row, and stands last in the list with who and until when', () => {
  const waived = { id: 'W-1', reason: '已核', by: '赵主管', on: '2026-10-08', until: '2026-12-31' }
  const result = resultOf([finding(4, { severity: 'serious', waived }), finding(5, { severity: 'notice' })])
  const plan = planFromResult(result, builtInPolicy)
  expect(plan.sheets[0]?.rows.map(({ row }) => row)).toEqual([5])
  const rows = plan.ownSheets[1]?.blocks[0]?.rows ?? []
  expect(rows.map(([level]) => level)).toEqual([{ kind: 'level', level: 'notice' }, '已豁免（严重）'])
  expect(rows[1]).toContain('赵主管 豁免至 2026-12-31：已核')
})
