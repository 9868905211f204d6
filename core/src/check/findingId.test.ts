import { expect, test } from 'vitest'

import { findingId, hash64, normaliseKey } from './findingId.ts'

test.each([
  // test vectors of the FNV authors
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
])('FNV-1a of "%s"', (text, expected) => {
  expect(hash64(text)).toBe(expected)
})

test('any writing is hashed as its UTF-8', () => {
  for (const text of ['逾期', 'é逾期', '某𠮷某', '客户\u001f乙', '\ue000']) {
    const bytes = String.fromCharCode(...new TextEncoder().encode(text))
    expect(hash64(text)).toBe(byteHash(bytes))
  }
})

/** FNV-1a over characters that are bytes, with whole numbers of any size. */
function byteHash(bytes: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of bytes)
    hash = ((hash ^ BigInt(byte.charCodeAt(0))) * 0x100000001b3n) & 0xffffffffffffffffn
  return hash.toString(16).padStart(16, '0')
}

test.each([
  ['ＪＪ-2026 001', 'JJ2026001'],
  ['jj2026001', 'JJ2026001'],
  [' 0012\u200b', '0012'],
])('key "%s" is written %s', (text, expected) => {
  expect(normaliseKey(text)).toBe(expected)
})

test('each part of the identity makes another id', () => {
  const base = { rule: 'CLS-002', case: 'a', keyKind: '借据号', key: 'J1', childKey: '', ordinal: 0 }
  const others = [
    { ...base, rule: 'CLS-003' },
    { ...base, case: 'b' },
    { ...base, keyKind: '合同号' },
    { ...base, key: 'J2' },
    { ...base, childKey: 'Y1' },
    { ...base, ordinal: 1 },
  ]
  const ids = new Set([base, ...others].map(findingId))
  expect(ids.size).toBe(7)
  expect(findingId(base)).toBe(findingId({ ...base }))
})
