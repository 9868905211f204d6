import { expect, test } from 'vitest'

import { cellFunctions } from './cellFunctions.ts'
import { functionList, functionsJson } from './functionList.ts'

const serial = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569

test.each([
  [0, '正常'],
  [1, '关注'],
  [90, '关注'],
  [91, '次级'],
  [270, '次级'],
  [271, '可疑'],
  [360, '可疑'],
  [361, '损失'],
])('%i 天逾期不得高于%s', (days, expected) => {
  expect(cellFunctions.FIVECLASS(days)).toBe(expected)
})

test('an identity number that Excel has rounded is said to be damaged, not wrong', () => {
  expect(cellFunctions.IDCHECK(110_101_199_001_011_230)).toBe('数字过长已失真，请按文本重新录入')
  expect(cellFunctions.IDCHECK('11010119900101123')).toBe('不是 18 位')
  expect(cellFunctions.IDCHECK('')).toBe('')
})

test('working days pass over the National Day holiday', () => {
  expect(cellFunctions.WORKDAYS(serial('2025-09-30'), 1)).toBe(serial('2025-10-09'))
  expect(cellFunctions.NEXTCHECK(serial('2026-10-01'), '高风险')).toBe(serial('2026-10-08'))
  const in1904 = (iso: string): number => serial(iso) - 1_462
  expect(cellFunctions.WORKDAYS(in1904('2025-09-30'), 1, 1904)).toBe(in1904('2025-10-09'))
  expect(() => cellFunctions.WORKDAYS(serial('2199-01-01'), 1)).toThrow('超出节假日表的年份')
})

test('what Excel is told matches what there is', () => {
  expect(functionList.map(({ id }) => id).toSorted()).toEqual(Object.keys(cellFunctions).toSorted())
  const told = JSON.parse(functionsJson())
  expect(told.functions).toHaveLength(5)
  expect(told.functions[3].parameters[1]).toMatchObject({ name: 'risk', optional: true })
})
