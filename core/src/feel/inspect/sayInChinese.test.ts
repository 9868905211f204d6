import { expect, test } from 'vitest'

import { parseFeel } from '../parse/parseFeel.ts'
import { sayInChinese } from './sayInChinese.ts'

const names = [
  '逾期天数',
  '五级分类',
  '首次检查日期',
  '基准日',
  '放款日期',
  '押品',
  '支付',
  '参数',
  '贷款余额',
]

test.each([
  [
    '逾期天数 >= 90 and 五级分类 in ("正常", "关注")',
    '逾期天数 不小于 90，并且 五级分类 属于 “正常”、“关注”',
  ],
  [
    '首次检查日期 = null and 基准日 > add days(放款日期, 参数.首次检查天数)',
    '首次检查日期 为空，并且 基准日 大于 放款日期 加 参数.首次检查天数 天',
  ],
  ['add days(基准日, -180) < 放款日期', '基准日 减 180 天 小于 放款日期'],
  ['not(逾期天数 > 0 or 五级分类 != null)', '并非（逾期天数 大于 0，或者 五级分类 已填）'],
  [
    'sum(押品[押品状态 = "正常"].最新估值) < 贷款余额',
    '押品（其中 押品状态 等于 “正常”）.最新估值 的合计 小于 贷款余额',
  ],
  ['some p in 支付 satisfies p.金额 > 贷款余额', '支付 的某一条 p：p.金额 大于 贷款余额'],
  ['(if 逾期天数 > 0 then 1 else 2) = 1', '（如果 逾期天数 大于 0，取 1，否则取 2） 等于 1'],
])('%s', (expression, said) => {
  const parsed = parseFeel(expression, names)
  expect(parsed.ok ? sayInChinese(parsed.ast) : parsed.errors).toBe(said)
})
