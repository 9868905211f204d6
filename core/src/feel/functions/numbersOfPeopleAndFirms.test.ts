import { describe, expect, test } from 'vitest'

import { idNumberValid } from './idNumberValid.ts'
import { usccValid } from './usccValid.ts'

// Numbers printed as examples in the standards, or invented with a computed check character.
describe('resident identity numbers', () => {
  test.each([
    ['11010519491231002X', true, 'the example of the standard'],
    ['440524188001010014', true, 'the other example, of 1880'],
    ['11010519491231002x', false, 'small x'],
    ['110105194912310021', false, 'wrong check digit'],
    ['110105194902310022', false, '31 February'],
    ['110105491231002', false, '15 digits'],
    ['', false, 'nothing'],
  ])('%s → %s (%s)', (text, expected) => {
    expect(idNumberValid(text)).toBe(expected)
  })
})

describe('unified social credit codes', () => {
  test.each<[string, boolean | null, string]>([
    ['91110000MA00000077', true, 'organisation part with MA'],
    ['92320100MA123ABC21', true, 'letters'],
    ['93370000123456788M', true, 'letter as check character'],
    ['933700001234567880', false, 'wrong check character'],
    ['91110000MA00000078', null, 'begins with M and fails: only the licence can tell'],
    ['91310115MA1H8R7C6D', null, 'printed as an example, fails, begins with M'],
    ['93370000123456788O', false, 'a letter that the alphabet leaves out'],
    ['9337000012345678', false, 'too short'],
  ])('%s → %s (%s)', (text, expected) => {
    expect(usccValid(text)).toBe(expected)
  })
})
