import { expect, test } from 'vitest'

import { formatIsoDay } from '../calendar/index.ts'
import { readArguments } from './readArguments.ts'

test.each([
  ['2026-10-31', '2026-10-31'],
  ['2026/2/3', '2026-02-03'],
  ['20261031', '2026-10-31'],
  ['2026-02', '2026-02-28'],
])('--as-of %s is %s', (written, day) => {
  const read = readArguments(['check', 'a.xlsx', '--as-of', written])
  expect(
    read.ok && read.arguments.command === 'check' && formatIsoDay(read.arguments.asOf ?? Number.NaN),
  ).toBe(day)
})

test.each([
  [['chekc', 'a.xlsx'], 'chekc'],
  [['check'], '没有写要检查的台账'],
  [['check', 'a.xlsx', '--as-of', '2026-02-30'], '2026-02-30'],
  [['check', 'a.xlsx', '--fail-on', '重大'], '重大'],
  [['check', 'a.xlsx', '--jsn'], '--jsn'],
  [['check', 'a.xlsx', '--as-of'], '--as-of'],
  [['check', 'a.xlsx', '--lang', 'fr'], 'fr'],
])('%j is refused and told what is wrong', (words, part) => {
  const read = readArguments(words)
  expect(read.ok ? '' : read.message).toContain(part)
})

test('severities may be named in Chinese', () => {
  const read = readArguments(['check', 'a.xlsx', '--fail-on', '警示'])
  expect(read).toMatchObject({ ok: true, arguments: { failOn: 'warning' } })
})
