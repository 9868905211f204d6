import { expect, test } from 'vitest'

import { fieldOf } from './reportForTests.ts'
import { tellConditions } from './tellConditions.ts'

const starred = { required: 'yes', requiredBy: 'star' } as const

test.each([
  ['贷款余额', 'yes', 'star'],
  ['核销日期', 'sometimes', 'star'],
  ['其他说明', 'sometimes', 'star'],
  ['备注（选填）', 'sometimes', 'star'],
])('%s is asked for: %s', (label, required, requiredBy) => {
  expect(tellConditions([fieldOf(label, '', starred)])).toMatchObject([{ required, requiredBy }])
})

test('a prompt that names the condition is the reason', () => {
  const shown = '当用途为其他时填写'
  expect(tellConditions([fieldOf('用途说明', '', { ...starred, shown })])).toMatchObject([
    { required: 'sometimes', requiredBy: shown },
  ])
})

test.each([
  ['否', ['sometimes', 'sometimes', 'yes'], '是否出险：否'],
  ['', ['sometimes', 'sometimes', 'yes'], '是否出险：未选'],
  ['是', ['yes', 'yes', 'yes'], 'star'],
])('what hangs on 是否出险 = %j', (answer, required, requiredBy) => {
  const told = tellConditions([
    fieldOf('是否出险', answer),
    fieldOf('出险日期', '', starred),
    fieldOf('具体原因', '', starred),
    fieldOf('贷款余额', '', starred),
  ])
  expect(told.slice(1).map((field) => field.required)).toEqual(required)
  expect(told[1]?.requiredBy).toBe(requiredBy)
})

test('a field that the page does not ask for stays so', () => {
  const fields = [fieldOf('是否核销', '否'), fieldOf('核销日期', '')]
  expect(tellConditions(fields)).toEqual(fields)
})
