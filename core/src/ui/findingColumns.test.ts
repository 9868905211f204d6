import { expect, test } from 'vitest'

import {
  type FindingColumns,
  findingFlags,
  linesOfTab,
  type RowNames,
  type ShownLine,
} from './findingColumns.ts'
import { groupIncomplete } from './groupIncomplete.ts'
import { groupLines } from './groupLines.ts'
import { selectLines } from './selectLines.ts'
import { severitiesInOrder } from './severitiesInOrder.ts'

const { hit, incomplete, due, lead, waived } = findingFlags
const rows: RowNames = [
  {
    label: (row) => ({
      loanNo: `JJ00${row}`,
      customer: ['宏远精工', '东江食品', ''][row] ?? '',
      manager: ['周敏', '何建军', '周敏'][row] ?? '',
      sheetRow: row + 4,
    }),
  },
]
const rules = { 'CLS-002': { name: '逾期超过90天未列入次级' }, 'INS-001': { name: '首次检查缺失' } }

/** rule, flags, severity, row, fields */
const table: readonly (readonly [keyof typeof rules, number, number, number, readonly string[]])[] = [
  ['CLS-002', hit, 0, 0, []],
  ['INS-001', hit | lead, 1, 0, []],
  ['INS-001', hit, 1, 1, []],
  ['INS-001', hit | due, 3, 1, []],
  ['CLS-002', hit | waived, 0, 2, []],
  ['CLS-002', incomplete, 255, 2, ['fiveClass']],
  ['INS-001', incomplete, 255, 2, ['fiveClass', 'disburseDate']],
]
const ids = ['CLS-002', 'INS-001'] as const
const columns: FindingColumns = {
  length: table.length,
  line: (index): ShownLine => ({
    index,
    rule: table[index]?.[0] ?? '',
    kind: 'violation',
    severity: 'serious',
    outcome: 'hit',
    table: 0,
    tableRow: table[index]?.[3] ?? 0,
    dueDay: null,
    label: rows[0]?.label(table[index]?.[3] ?? 0) ?? { loanNo: '', customer: '', manager: '', sheetRow: 0 },
  }),
  severities: Uint8Array.from(table, (line) => line[2]),
  flags: Uint8Array.from(table, (line) => line[1]),
  ruleOf: Uint16Array.from(table, (line) => ids.indexOf(line[0])),
  rules: ids,
  tables: new Uint8Array(table.length),
  tableRows: Int32Array.from(table, (line) => line[3]),
  dueDays: new Float64Array(table.length).fill(Number.NaN),
  fieldsOf: Uint16Array.from(table, (_, at) => at),
  fieldSets: table.map((line) => line[4]),
}
const findings = linesOfTab(columns, 'findings')

test('each finding is in one tab only', () => {
  expect([...findings]).toEqual([0, 1, 2])
  expect([...linesOfTab(columns, 'due')]).toEqual([3])
  expect([...linesOfTab(columns, 'waived')]).toEqual([4])
  expect([...linesOfTab(columns, 'incomplete')]).toEqual([5, 6])
})

test.each([
  ['', null, [0, 1, 2]],
  ['', 'warning', [1, 2]],
  [' 宏远 ', null, [0, 1]],
  ['jj001', null, [2]],
  ['何建军', null, [2]],
  ['首次检查', null, [1, 2]],
  ['cls-002', 'warning', []],
] as const)('search “%s”, level %s', (search, severity, expected) => {
  expect([...selectLines(columns, findings, { search, severity }, rows, rules)]).toEqual(expected)
})

test.each([
  ['rule', ['逾期超过90天未列入次级 1', '首次检查缺失 2']],
  ['customer', ['宏远精工 2', '东江食品 1']],
  ['manager', ['周敏 2', '何建军 1']],
] as const)('groups by %s, the gravest first', (by, expected) => {
  const groups = groupLines(columns, findings, by, rows, rules)
  expect(groups.map(({ name, lines }) => `${name} ${lines.length}`)).toEqual(expected)
  expect(severitiesInOrder[groups[0]?.worst ?? 4]).toBe('serious')
})

test('what cannot be told stands under each missing field, a row once', () => {
  expect(groupIncomplete(columns, linesOfTab(columns, 'incomplete'))).toEqual([
    { field: 'disburseDate', lines: [6], rules: ['INS-001'] },
    { field: 'fiveClass', lines: [5], rules: ['CLS-002', 'INS-001'] },
  ])
})
