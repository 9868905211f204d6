import { expect, test } from 'vitest'

import { mask, maskWithin } from './mask.ts'

test.each([
  ['idNumber', '990101199001010018', '9901************18'],
  ['mobile', '19900001234', '199****1234'],
  ['account', '6200000000000001234', '6200***********1234'],
  ['account', '12345', '1****'],
  ['name', '张三', '张*'],
  ['name', '欧阳小明', '欧***'],
  ['name', '某某机械有限公司', '某某机械有限公司'],
  ['name', '红旗五金店', '红旗五金店'],
  ['address', '某省某市某县某街道1号2室', '某省某市某县****'],
] as const)('%s %s is shown as %s', (privacy, text, shown) => {
  expect(mask(text, privacy)).toBe(shown)
})

test('numbers of persons inside free text are masked too', () => {
  expect(maskWithin('联系人电话19900001234,证件990101199001010018')).toBe(
    '联系人电话199****1234,证件9901************18',
  )
  expect(maskWithin('借据20260101000000000001')).toBe('借据20260101000000000001')
})
