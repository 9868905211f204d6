import { expect, test } from 'vitest'

import type { ExplainedPart } from '../check/index.ts'
import { arithmeticRows } from './arithmeticRows.ts'

const value = (text: string, shown: string, more: Partial<ExplainedPart> = {}): ExplainedPart => ({
  text,
  value: shown,
  parts: [],
  ...more,
})
const holds = (text: string, ...parts: ExplainedPart[]): ExplainedPart => ({
  text,
  truth: true,
  value: '是',
  parts,
})
const lines = (when: ExplainedPart): string[] =>
  arithmeticRows({ applies: null, when }).map(({ kind, operator, label, value: shown, status }) =>
    [kind, operator, label, shown, status].filter((text) => text).join(' '),
  )

test('a value against a parameter: the value, then the limit with how well it is founded', () => {
  expect(
    lines(
      holds(
        '分类逾期天数 大于 参数.次级逾期天数，并且 五级分类 属于 “正常”、“关注”',
        holds(
          '分类逾期天数 大于 参数.次级逾期天数',
          value('分类逾期天数', '91', { unit: '天' }),
          value('参数.次级逾期天数', '90', { unit: '天', sourceStatus: 'secondary' }),
        ),
        holds('五级分类 属于 “正常”、“关注”', value('五级分类', '关注')),
      ),
    ),
  ).toEqual([
    'result 分类逾期天数 91 天',
    'limit > 次级逾期天数 90 天 secondary',
    'result 五级分类 关注',
    'limit 属于 “正常”、“关注”',
  ])
})

test('a limit that is a sum shows its parts, and money has 分', () => {
  const yuan = { unit: '元' }
  const inner = value('贷款金额 + 金额误差', '6365000', {
    parts: [value('贷款金额', '6360000', yuan), value('金额误差', '5000', yuan)],
  })
  expect(
    lines(
      holds(
        '贷款余额 大于 （贷款金额 + 金额误差 + 参数.金额容差）',
        value('贷款余额', '6410000', yuan),
        value('贷款金额 + 金额误差 + 参数.金额容差', '6365000.01', {
          parts: [inner, value('参数.金额容差', '0.01', { ...yuan, sourceStatus: 'bank' })],
        }),
      ),
    ),
  ).toEqual([
    'result 贷款余额 6,410,000.00 元',
    'operand 贷款金额 6,360,000.00 元',
    'operand + 金额误差 5,000.00 元',
    'operand + 金额容差 0.01 元 bank',
    'limit > 6,365,000.01 元',
  ])
})

test('a day with days added', () => {
  expect(
    lines(
      holds(
        '基准日 大于 放款日期 加 参数.首次检查天数 天',
        value('基准日', '2026-10-31'),
        value('放款日期 加 参数.首次检查天数 天', '2026-08-30', {
          parts: [
            value('放款日期', '2026-07-31'),
            value('参数.首次检查天数', '30', { unit: '天', sourceStatus: 'bank' }),
          ],
        }),
      ),
    ),
  ).toEqual([
    'result 基准日 2026-10-31',
    'operand 放款日期 2026-07-31',
    'operand + 首次检查天数 30 天 bank',
    'limit > 2026-08-30',
  ])
})

test('of alternatives only what held; what is no comparison is a fact', () => {
  const failed: ExplainedPart = {
    ...holds('贷款余额 等于 0', value('贷款余额', '5', { unit: '元' })),
    truth: false,
  }
  expect(
    lines(
      holds('贷款余额 等于 0，或者 客户名称 为空', failed, holds('客户名称 为空', value('客户名称', '空'))),
    ),
  ).toEqual(['result 客户名称 空'])
  expect(lines(holds('并非（证件号码 校验通过）', value('证件号码', '6590************50')))).toEqual([
    'fact 并非（证件号码 校验通过） 是',
    'operand 证件号码 6590************50',
  ])
})
