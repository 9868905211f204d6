import { assert, constantFrom, json, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'

import { lineAndColumn, pathKey, readJson } from './readJson.ts'

test('what it reads is what the platform reads', () => {
  assert(
    property(json(), constantFrom(undefined, 2, '\t'), (written, indent) => {
      const text = JSON.stringify(JSON.parse(written), null, indent)
      const read = readJson(text)
      expect(read.ok && read.json.value).toEqual(JSON.parse(text))
    }),
  )
})

test('what it refuses beyond the platform is a name written twice', () => {
  const signs = constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', '1', '-', ' ')
  const agrees = (text: string): boolean => {
    const read = readJson(text)
    return read.ok === isJson(text) || (!read.ok && read.fault.message.includes('写了两次'))
  }
  expect(() => assert(property(string({ unit: signs }), agrees), { numRuns: 2000 })).not.toThrow()
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('a member called __proto__ is a name like any other', () => {
  const read = readJson('{"__proto__":{"signature":1}}')
  expect(read.ok && Object.keys(read.json.value as object)).toEqual(['__proto__'])
})

test('each value has its place', () => {
  const text = '{\n  "参数": [1, {"甲": "乙"}]\n}'
  const read = readJson(text)
  const place = read.ok ? read.json.places.get(pathKey(['参数', 1, '甲'])) : undefined
  expect(text.slice(place?.from, place?.to)).toBe('"乙"')
  expect(lineAndColumn(text, place?.from ?? 0)).toEqual({ line: 2, column: 19 })
})

describe('what is wrong is said with its place', () => {
  test.each([
    ['', 0, '空的'],
    ['{"a": 1,}', 7, '多了一个逗号'],
    ['{"a": 1 "b": 2}', 8, '缺少逗号'],
    ['{"a" 1}', 5, '缺少冒号'],
    ['{a: 1}', 1, '双引号的名称'],
    ['{“a”: 1}', 1, '全角'],
    ["{'a': 1}", 1, '单引号'],
    ['{"a": 1} // 注', 9, '多余'],
    ['{"a": // 注\n1}', 6, '注释'],
    ['{"a": 01}', 6, '数字'],
    ['{"a": 1e999}', 6, '数字'],
    ['{"a": "b\nc"}', 8, '换行'],
    ['{"a": "\\x"}', 7, '转义'],
    ['{"a": 1, "a": 2}', 9, '写了两次'],
    ['{"a": [1', 8, '没有写完'],
    ['['.repeat(200), 101, '嵌套'],
  ])('%j', (text, at, words) => {
    const read = readJson(text)
    expect(read.ok ? null : read.fault).toMatchObject({ at, message: expect.stringContaining(words) })
  })
})
