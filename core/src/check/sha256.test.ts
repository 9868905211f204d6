import { createHash } from 'node:crypto'

import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'

import { sha256 } from './sha256.ts'

test('agrees with the platform on any text, block edges included', () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120]) {
    const text = 'a'.repeat(length)
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
  }
  assert(
    property(string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
    }),
    { numRuns: 50 },
  )
})
