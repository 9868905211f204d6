import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'

import { unescapeText } from '../read/xlsx/unescapeText.ts'
import { escapeCellText, escapeText } from './escapeText.ts'

test.each([
  ['a < b & "c"', 'a &lt; b &amp; &quot;c&quot;'],
  ['\u0001\uFFFE\r', '_x0001__xFFFE__x000D_'],
  ['_x0041_', '_x005F_x0041_'],
  ['\uD800x\uDC00', '_xD800_x_xDC00_'],
  ['第一行\n第二行\t😀', '第一行\n第二行\t😀'],
  ['=1+1', '=1+1'],
])('%j is written as %j', (text, written) => {
  expect(escapeText(text)).toBe(written)
})

test('any text is read back as it was', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      expect(unescapeText(escapeText(text))).toBe(text)
    }),
  )
})

test('a text longer than a cell holds is cut and says so', () => {
  expect(escapeCellText('字'.repeat(40_000))).toHaveLength(32_767)
  expect(escapeCellText('字'.repeat(40_000)).endsWith('…')).toBe(true)
})
