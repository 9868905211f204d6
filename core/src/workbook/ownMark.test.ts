import { expect, test } from 'vitest'

import { faultMark, hashText, readMark, writeMark } from './ownMark.ts'

test('a record is read back as it was written, whatever is missing', () => {
  const marks = [
    { key: hashText('JK-1'), hashes: { level: 'a', owner: 'z9' }, faults: [3, 13] },
    { key: '', hashes: {}, faults: [] },
  ]
  for (const mark of marks) expect(readMark(writeMark(mark))).toEqual(mark)
})

test('other texts are no record', () => {
  for (const text of ['', '周敏', '2;a;,,,,,;', '1;a']) expect(readMark(text)).toBeNull()
})

test('a formula finds column 3 and not 13', () => {
  const text = writeMark({ key: 'k', hashes: {}, faults: [13, 23] })
  expect(text.includes(faultMark(13))).toBe(true)
  expect(text.includes(faultMark(3))).toBe(false)
})

test('what an officer changes changes the hash', () => {
  const texts = ['周敏', '周 敏', '何建军', '2026-11-03', '2026-11-30', '']
  expect(new Set(texts.map(hashText)).size).toBe(texts.length)
})
