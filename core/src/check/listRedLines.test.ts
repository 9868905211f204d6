import { expect, test } from 'vitest'

import { builtInPolicy, outputGuards, redLines } from '../policy/index.ts'
import { checkLedger } from './check.ts'
import { ledgerForTests } from './ledgerForTests.ts'
import { findingsOfRedLine, listRedLines, redLinesOf } from './listRedLines.ts'

test('every source of a red line exists', () => {
  const known = new Set(builtInPolicy.sources.map(({ id }) => id))
  expect(redLines.flatMap(({ sources }) => sources).filter((id) => !known.has(id))).toEqual([])
  expect(redLines.filter(({ sources }) => sources.length === 0)).toEqual([])
})

test('every rule under a red line exists', () => {
  const known = new Set([...builtInPolicy.rules, ...outputGuards].map(({ id }) => id))
  expect(redLines.flatMap(({ rules }) => rules).filter((id) => !known.has(id))).toEqual([])
})

test('a missing first check touches the first line; what is only due touches none', () => {
  const rows = [
    { 客户名称: '甲公司', 贷款余额: 100, 放款日期: '2026-08-20', 首次检查日期: null },
    { 客户名称: '乙公司', 贷款余额: 100, 放款日期: '2026-10-25', 首次检查日期: null },
  ]
  const result = checkLedger(ledgerForTests([{ rows }]), { policy: builtInPolicy })
  const lines = listRedLines(result, builtInPolicy)
  expect(lines.map(({ findings }) => findings)).toEqual([1, 0, 0, 0, 0, 0, 0])
  expect(lines[0]?.bySeverity.warning).toBe(1)
  expect(lines[6]?.notRun).toContain('CMP-002')
  const [first] = redLines
  expect(first && [...findingsOfRedLine(result, first)].map(({ rule, row }) => [rule, row])).toEqual([
    ['INS-001', 4],
  ])
})

test('a rule may stand under two lines, most stand under none', () => {
  expect(redLinesOf('CMP-007').map(({ id }) => id)).toEqual([2, 5])
  expect(redLinesOf('DQ-001')).toEqual([])
})
