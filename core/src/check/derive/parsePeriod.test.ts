import { expect, test } from 'vitest'

import { parsePeriod } from './parsePeriod.ts'

test.each<[string, number, number]>([
  ['2026Q3', 2026, 9],
  ['2026-Q1', 2026, 3],
  ['2026年三季度', 2026, 9],
  ['2026年第1季度', 2026, 3],
  ['2026年9月', 2026, 9],
  ['2026-09-30', 2026, 9],
  ['2026/6/30', 2026, 6],
  ['202609', 2026, 9],
  ['20260930', 2026, 9],
  ['2026.12', 2026, 12],
  ['2025年报', 2025, 12],
  ['2025年度', 2025, 12],
  ['2026半年报', 2026, 6],
  ['2025', 2025, 12],
])('%s ends in %i-%i', (text, year, month) => {
  expect(parsePeriod(text)).toBe(year * 12 + month)
})

test.each(['', '三季度', '第3期', '2026年13月', '2026Q5', '202600', 'Q3 2026'])('%s is no period', (text) => {
  expect(parsePeriod(text)).toBeNull()
})
