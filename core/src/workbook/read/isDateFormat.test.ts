import { expect, it } from 'vitest'

import { builtinFormats, isDateFormat } from './isDateFormat.ts'

it.each([
  ['yyyy/m/d', true],
  ['yyyy\\-mm\\-dd', true],
  ['yyyy"年"m"月"d"日";@', true],
  ['yyyy年m月', true],
  ['[$-804]yyyy"年"m"月"d"日"dddd', true],
  ['[DBNum1][$-804]yyyy"年"m"月"', true],
  ['[$-404]e/m/d', true],
  ['m/d', true],
  ['mmm-yy', true],
  ['aaaa;@', true],
  ['yyyy/m/d h:mm AM/PM', true],
  ['yyyy-mm-dd hh:mm:ss.000', true],
  ['[Red]yyyy/m/d', true],
  ['h:mm', false],
  ['mm:ss.0', false],
  ['[h]:mm:ss', false],
  ['上午/下午h"时"mm"分"', false],
  ['h:mm AM/PM', false],
  ['General', false],
  ['G/通用格式', false],
  ['@', false],
  ['0', false],
  ['#,##0.00_ ;[Red]\\-#,##0.00\\ ', false],
  ['0.00"元/day"', false],
  ['0.00E+00', false],
  ['_ ¥* #,##0.00_ ;_ ¥* \\-#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', false],
  ['0.00%', false],
  ['# ?/?', false],
  ['#,##0"万元";yyyy', false],
  ['[>=10000]0!.0,"万";0', false],
  ['', false],
])('%s shows a day: %s', (code, expected) => {
  expect(isDateFormat(code)).toBe(expected)
})

it('knows the days among the formats that are not spelled out', () => {
  const days = [...builtinFormats].filter(([, code]) => isDateFormat(code)).map(([id]) => id)
  expect(days).toEqual([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
})
