import { expect, test } from 'vitest'

import { cleanText } from './cleanText.ts'
import { fileNameOf } from './fileName.ts'
import { amountInWords } from './gather/amountInWords.ts'
import { nearestName } from './nearestName.ts'

test.each([
  [0, '零元整'],
  [0.05, '伍分'],
  [0.5, '伍角整'],
  [10, '壹拾元整'],
  [100_003.5, '壹拾万零叁元伍角整'],
  [1_200_300.45, '壹佰贰拾万零叁佰元零肆角伍分'],
  [1_050.04, '壹仟零伍拾元零肆分'],
  [10_001_000, '壹仟万零壹仟元整'],
  [10_100_000, '壹仟零壹拾万元整'],
  [100_000_001, '壹亿零壹元整'],
  [2_030_000_000, '贰拾亿零叁仟万元整'],
  [234_320, '贰拾叁万肆仟叁佰贰拾元整'],
])('%d in capitals', (amount, words) => {
  expect(amountInWords(amount)).toBe(words)
})

test('an amount that cannot be written is not', () => {
  for (const amount of [-1, Number.NaN, Infinity, 1e17]) expect(amountInWords(amount)).toBeNull()
})

test('what XML cannot hold is left out', () => {
  expect(cleanText('a\u0000b\u000bc\r\nd\re\ud83d')).toBe('abc\nd\ne�')
  expect(cleanText('😀 <&> _x0041_')).toBe('😀 <&> _x0041_')
})

test('a file name bears any customer', () => {
  expect(fileNameOf(['催收通知书', '甲/乙:丙*?"<>|公司', 'JJ\t1'], '.docx')).toBe(
    '催收通知书-甲_乙_丙______公司-JJ_1.docx',
  )
  expect(fileNameOf(['CON'], '.docx')).toBe('_CON.docx')
  expect(fileNameOf(['  .. '], '.docx')).toBe('_.docx')
  expect(fileNameOf(['x'.repeat(300), 'y'.repeat(300)], '.docx').length).toBeLessThanOrEqual(85)
})

test.each([
  ['客户名', '客户名称'],
  ['借款余额', '贷款余额'],
  ['余额', '贷款余额'],
  ['zzzzzz', null],
])('%s was meant as %s', (written, meant) => {
  expect(nearestName(written, ['客户名称', '贷款余额', '到期日'])).toBe(meant)
})
