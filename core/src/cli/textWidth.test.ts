import { expect, test } from 'vitest'

import { cut, formatTable, textWidth } from './textWidth.ts'

test.each([
  ['abc', 3],
  ['严重', 4],
  ['（借据）', 8],
  ['◆ 严重', 7],
])('%s takes %i columns', (text, width) => {
  expect(textWidth(text)).toBe(width)
})

test('columns stand below each other whatever they are written in', () => {
  expect(
    formatTable([
      ['名称', '笔数'],
      ['张三', 5],
      ['Wang', 120],
    ]),
  ).toEqual(['名称  笔数', '张三     5', 'Wang   120'])
})

test('what is cut says so and stays inside', () => {
  expect(cut('某某机械有限公司', 9)).toBe('某某机械…')
  expect(cut('某某', 4)).toBe('某某')
})
