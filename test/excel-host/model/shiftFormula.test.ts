import { describe, expect, test } from 'vitest'

import { moveFormula, renameInFormula, shiftFormula } from './shiftFormula.ts'

const ALL = { from: 0, to: 16_384 }

describe('references follow their cells', () => {
  test.each([
    ['=A5+$B$9', 4, 2, '=A7+$B$11'],
    ['=SUM(A2:A10)', 5, 1, '=SUM(A2:A11)'],
    ['=SUM(A2:A10)', 1, -3, '=SUM(A2:A7)'],
    ['=A3', 2, -1, '=#REF!'],
    ['=SUM(A3:A4)', 2, -2, '=SUM(#REF!)'],
    ['=SUM(B:B)&"A5"', 2, 1, '=SUM(B:B)&"A5"'],
    ["='其他'!A5+台账!A5", 2, 1, "='其他'!A5+台账!A6"],
    ['=LOG10(A5)', 0, 1, '=LOG10(A6)'],
    ['=$AA5="严重"', 2, 1, '=$AA6="严重"'],
  ])('%s, rows at %i by %i: %s', (formula, at, count, expected) => {
    expect(shiftFormula(formula, { axis: 'row', at, count, ...ALL }, '台账', '台账')).toBe(expected)
  })
})

test.each([
  ['=A1+$A1+A$1+$A$1', 2, 1, '=B3+$A3+B$1+$A$1'],
  ['=A1', -1, 0, '=#REF!'],
])('%s copied by %i rows and %i columns: %s', (formula, rows, columns, expected) => {
  expect(moveFormula(formula, rows, columns)).toBe(expected)
})

test('a sheet under another name is found under it', () => {
  expect(renameInFormula("=台账!A1+'其他 表'!A1", '台账', '十月 (1)')).toBe("='十月 (1)'!A1+'其他 表'!A1")
})
