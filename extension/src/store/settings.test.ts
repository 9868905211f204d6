import { expect, test } from 'vitest'

import { calendarFile } from './calendarFile.ts'
import { defaults, settingsInForce } from './settings.ts'

test.each([
  ['nothing is set', {}, {}, {}, []],
  ['a person’s own holds', { marks: false }, {}, { marks: false }, []],
  [
    'the bank’s wins',
    { marks: false, on: true },
    { marks: true, version: '2026-10' },
    { marks: true },
    ['marks'],
  ],
  [
    'one mistake of the bank’s spoils that one only',
    { panel: 'side' },
    { panel: 'top', on: false },
    { panel: 'side', on: false },
    ['on'],
  ],
  [
    'names of the prototype are none',
    {},
    JSON.parse('{"__proto__": {"on": false}, "constructor": 1}'),
    {},
    [],
  ],
])('%s', (_, own, managed, values, names) => {
  const inForce = settingsInForce(own, managed)
  expect(inForce.values).toEqual({ ...defaults, ...values })
  expect(inForce.managed).toEqual(names)
})

test('an unreadable managed setting is told', () => {
  expect(settingsInForce({}, { panel: 'top' }).refused).toEqual(['panel'])
})

test('a calendar file has lines of at most 75 octets and a day for each open thing', () => {
  const todo = {
    id: 'loanNo:JK-1|firstCheck|INS-001|2026-11-07',
    loan: 'loanNo:JK-1',
    label: 'JK-1',
    customer: '宏远精工机械有限公司;南浦,分厂',
    officer: '周敏',
    day: '2026-11-07',
    daysLeft: 4,
    kind: 'firstCheck',
    what: '放款后 30 天内完成首次检查',
    basis: '放款日期 2026-10-08',
    from: 'page',
    done: null,
  } as const
  const done = { id: todo.id, loan: todo.loan, by: '周敏', at: '2026-11-03T00:00:00Z', note: '' }
  const text = calendarFile([todo, { ...todo, done }], '2026-11-03T02:00:00.000Z')
  const lines = text.split('\r\n')
  expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n ', '')).toContain(
    'SUMMARY:放款后 30 天内完成首次检查 宏远精工机械有限公司\\;南浦\\,分厂',
  )
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
  expect(lines).toContain('DTSTART;VALUE=DATE:20261107')
  expect(lines).toContain('DTSTAMP:20261103T020000Z')
})
