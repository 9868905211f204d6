import { array, assert, boolean, nat, property, string, tuple } from 'fast-check'
import { expect, test } from 'vitest'

import { type Splice, applySplices } from './splice.ts'

/** A text and splices of it that do not overlap, in any order. */
const spliced = tuple(
  string(),
  array(tuple(nat(40), nat(5), string({ maxLength: 4 })), { maxLength: 6 }),
  boolean(),
).map(([text, cuts, reversed]) => {
  const splices: Splice[] = []
  let at = 0
  for (const [gap, length, added] of cuts) {
    const start = Math.min(text.length, at + 1 + gap)
    const end = Math.min(text.length, start + length)
    if (start <= at && splices.length > 0) break
    splices.push({ start, end, text: added })
    at = end
  }
  return { text, splices: reversed ? splices.toReversed() : splices }
})

test('the inverse gives back the text', () => {
  assert(
    property(spliced, ({ text, splices }) => {
      const { text: changed, inverse } = applySplices(text, splices)
      expect(applySplices(changed, inverse).text).toBe(text)
    }),
  )
})

const at = (text: string): Splice => ({ start: 1, end: 1, text })

test('splices at one place keep their order, and overlapping ones are a bug', () => {
  expect(applySplices('ab', [at('1'), at('2')]).text).toBe('a12b')
  expect(() =>
    applySplices('abc', [
      { start: 0, end: 2, text: '' },
      { start: 1, end: 3, text: '' },
    ]),
  ).toThrow('overlap')
})
