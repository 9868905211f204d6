import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { parseNumber } from './parseNumber.ts'

const parse = (text: string): number => {
  const bytes = new TextEncoder().encode(`<v>${text}</v>`)
  return parseNumber(bytes, 3, bytes.length - 4)
}

it('reads what JavaScript writes, to the last bit', () => {
  fc.assert(
    fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (value) => {
      expect(parse(String(value)) - value).toBe(0)
    }),
  )
})

it('reads decimals of any length as JavaScript does', () => {
  const digits = fc.stringMatching(/^-?\d{1,22}(\.\d{0,24})?$/)
  fc.assert(
    fc.property(digits, (text) => {
      expect(parse(text) - Number(text)).toBe(0)
    }),
    { numRuns: 2000 },
  )
})

it.each([
  ['600836.1699999999', 600836.1699999999],
  ['9007199254740993', 9007199254740992],
  ['1.0E2', 100],
  ['+5', 5],
  [' 5 ', 5],
  ['.5', 0.5],
  ['', Number.NaN],
  ['-', Number.NaN],
  ['.', Number.NaN],
  ['1.2.3', Number.NaN],
  ['0x10', Number.NaN],
  ['INF', Number.NaN],
  ['一', Number.NaN],
])('%s', (text, expected) => {
  expect(parse(text)).toBe(expected)
})
