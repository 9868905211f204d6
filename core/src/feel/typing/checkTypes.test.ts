import { describe, expect, test } from 'vitest'

import { parseFeel } from '../parse/parseFeel.ts'
import { loansWithUnread } from '../testing/exampleTable.ts'
import { checkTypes } from './checkTypes.ts'

const { scope } = loansWithUnread

function faults(text: string): string[] {
  const parsed = parseFeel(text, scope.names())
  const outcome = parsed.ok ? checkTypes(parsed.ast, scope) : parsed
  if (outcome.ok) return []
  return outcome.errors.map(
    ({ code, from, to, message, hint }) => `${code} [${text.slice(from, to)}] ${message}${hint ?? ''}`,
  )
}

describe('what a writer of rules is told', () => {
  test.each([
    ['逾期天 > 3', /^unknownName \[逾期天\] .*是不是“逾期天数”\?$/],
    ['押品.最新价值 > 3', /^unknownName \[押品\.最新价值\] .*是不是“最新估值”\?$/],
    ['参数.次级逾期 > 3', /^unknownName .*是不是“次级逾期天数”\?$/],
    ['some p in 押品 satisfies q.最新估值 > 1', /^unknownName \[q\]/],
    ['五级分类 > 3', /^compareTypes .*文字不能与数字比较。.*文字要加双引号/],
    ['放款日期 > 20240101', /^compareTypes .*日期不能与数字比较。.*date\("2026-10-31"\)/],
    ['放款日期 = "2024-01-01"', /^compareTypes .*日期不能与文字比较/],
    ['是否循环 > true', /^notOrdered/],
    ['五级分类 = "次级类"', /^unknownCode \["次级类"\] .*是不是“次级”\?可用的取值:正常、关注/],
    ['五级分类 in ("正常", "不良")', /^unknownCode \["不良"\]/],
    ['逾期天数 + 五级分类 > 1', /^arithmeticTypes .*数字与文字不能做“\+”运算/],
    ['逾期天数 and 是否循环', /^needBoolean \[逾期天数\]/],
    ['not(逾期天数)', /^needBoolean/],
    ['add dais(放款日期, 3) > 基准日', /^unknownFunction .*是不是“add days”\?/],
    ['add days(放款日期) > 基准日', /^argumentCount .*2 个/],
    ['days between(放款日期, 逾期天数) > 1', /^argumentType \[逾期天数\] .*第 2 个参数应为日期,这里是数字/],
    ['substring(string: 五级分类, start: 1) = "a"', /^argumentName .*start/],
    ['押品 > 3', /^rowNotValue \[押品\]/],
    ['上期 > 3', /^rowNotValue \[上期\]/],
    ['参数 = 3', /^groupNotValue/],
    ['押品.最新估值 > 3', /^unsupported/],
    ['if 是否循环 then 1 else "x"', /^branchTypes/],
    ['逾期天数[1] = 3', /^needList/],
    ['放款日期 > date("2024-02-30")', /^badDate .*2024-02-30/],
    ['matches(五级分类, "(")', /^badPattern/],
    ['today() > 放款日期', /^unsupported/],
    ['逾期天数 > ', /^syntax .*没有写完/],
    ['逾期天数 ==3', /^syntax \[==\] .*一个等号/],
    ['逾期天数 ＞ 3 and (1 = 1', /^syntax \[＞\] .*半角符号“>”/],
    ['逾期天数 > 3 且 贷款余额 > 1', /^syntax \[且\] .*and/],
    ['', /^syntax .*空的/],
  ])('%s', (text, expected) => {
    const [first] = faults(text)
    expect(first).toMatch(expected)
  })

  test('all faults are told, in order', () => {
    expect(faults('逾期天 > 3 and 五级分类 = "坏" and foo(1)').map((fault) => fault.split(' ')[0])).toEqual([
      'unknownName',
      'unknownCode',
      'unknownFunction',
    ])
  })

  test.each([
    '逾期天数 > 90 and 五级分类 in ("正常", "关注")',
    'sum(押品[押品状态 = "查封"].最新估值) > 贷款余额',
    '上期 = null or 上期.五级分类 = "正常"',
  ])('says nothing about %s', (text) => {
    expect(faults(text)).toEqual([])
  })
})
