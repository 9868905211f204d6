import { describe, expect, test } from 'vitest'

import { withoutColumns } from '../spliceSheet.ts'
import { columnOf, parseRange, rangeName } from './cellName.ts'
import { freeSheetName } from './workbookPart.ts'

describe('a name for a sheet', () => {
  test.each([
    ['贷后·检查结果', [], '贷后·检查结果'],
    ['贷后·检查结果', ['贷后·检查结果'], '贷后·检查结果 (2)'],
    ['Sheet', ['SHEET', 'sheet (2)'], 'Sheet (3)'],
    ["'a[b]:c*d?e/f\\g'", [], 'abcdefg'],
    ['字'.repeat(40), [], '字'.repeat(31)],
    ['字'.repeat(40), ['字'.repeat(31)], `${'字'.repeat(27)} (2)`],
    ['History', [], 'History (2)'],
    ['[]', [], '贷后'],
  ])('%s beside %j is %s', (wanted, taken, name) => {
    expect(freeSheetName(wanted, taken)).toBe(name)
  })
})

test.each([
  ['$A$1:$C$9', { top: 1, left: 0, bottom: 9, right: 2 }, 'A1:C9'],
  ['XFD1048576', { top: 1_048_576, left: 16_383, bottom: 1_048_576, right: 16_383 }, 'XFD1048576'],
  ['C3:A1', { top: 1, left: 0, bottom: 3, right: 2 }, 'A1:C3'],
  ['A:A', null, ''],
])('the range %s', (text, range, name) => {
  expect(parseRange(text)).toEqual(range)
  expect(range ? rangeName(range) : '').toBe(name)
})

test('letters to columns', () => {
  expect(['A', 'Z', 'AA', 'am', 'XFD', '', 'A1'].map(columnOf)).toEqual([0, 25, 26, 38, 16_383, -1, -1])
})

test.each([
  ['before it', 1, 4, ['1-4']],
  ['behind it', 30, 40, ['30-40']],
  ['around it', 1, 16_384, ['1-9', '17-16384']],
  ['over its beginning', 5, 12, ['5-9']],
  ['over its end', 12, 20, ['17-20']],
  ['inside it', 11, 12, []],
])('a stretch of widths %s leaves columns 10 to 16 free', (_name, min, max, left) => {
  const pieces = withoutColumns(`<col min="${min}" max="${max}" width="9" hidden="1"/>`, 10, 16)
  expect(
    pieces.map((one) => /min="(\d+)" max="(\d+)" width="9" hidden="1"/.exec(one.text)?.slice(1).join('-')),
  ).toEqual(left)
})
