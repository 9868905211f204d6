import { expect, test } from 'vitest'

import { parseIsoDay } from '../calendar/index.ts'
import type { Parameter } from '../policy/index.ts'
import type { Column } from '../table/index.ts'
import { parameterColumn, parameterOn } from './resolveParameter.ts'

const dated: Parameter = {
  id: 'limit',
  name: '起点',
  type: 'number',
  values: [
    { to: '2024-06-30', value: 5, source: 'a' },
    { from: '2024-07-01', value: 10, source: 'b' },
  ],
}

test.each([
  ['2024-06-30', 5],
  ['2024-07-01', 10],
  [null, 10],
])('on %s the value is %s', (day, value) => {
  expect(parameterOn(dated, day === null ? null : parseIsoDay(day))?.value).toBe(value)
})

test('a limit that binds at drawdown goes by the date of drawdown; the narrowest kind wins; no date, no value', () => {
  const parameter: Parameter = {
    ...dated,
    values: [
      { to: '2024-06-30', basis: 'disburseDate', value: 5, source: 'a' },
      { from: '2024-07-01', basis: 'disburseDate', value: 10, source: 'b' },
      { from: '2024-07-01', basis: 'disburseDate', for: { segment: '个人' }, value: 3, source: 'c' },
    ],
  }
  const columns: Record<string, Column> = {
    disburseDate: {
      kind: 'date',
      values: Float64Array.from(['2024-06-30', '2024-07-01', '2024-07-01', ''], parseIsoDay),
    },
    segment: { kind: 'text', codes: Int32Array.of(1, 0, 1, 0), dictionary: ['对公', '个人'] },
  }
  const column = parameterColumn(parameter, { asOf: null, rowCount: 4, column: (field) => columns[field] })
  expect(column.kind === 'number' && [...column.values]).toEqual([5, 10, 3, Number.NaN])
})
