import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { builtInPolicy } from '../../policy/index.ts'
import { lintPack } from './index.ts'

const example = readFileSync(new URL('../../../docs/example-branch.postloan.json', import.meta.url), 'utf8')

function told(before: string, after: string): readonly string[] {
  expect(example).toContain(before)
  const { findings } = lintPack(example.replace(before, after), builtInPolicy)
  return findings.map(({ level, line, message }) => `${level} ${line} ${message}`)
}

test('a pack as a team lead writes it is sound', () => {
  expect(lintPack(example, builtInPolicy).findings).toEqual([])
})

describe('a mistake is told with its line and what to write instead', () => {
  test.each<[string, string, string, string]>([
    [
      'a field that does not exist',
      '"贷款余额 > 3000000"',
      '"贷款佘额 > 3000000"',
      'error 32 判断条件有误：没有叫“贷款佘额”的字段。是不是“贷款金额”?',
    ],
    [
      'a parameter that does not exist in a condition',
      '"贷款余额 > 3000000"',
      '"贷款余额 > 参数.大额逾期数额"',
      'error 32 判断条件有误：“参数.大额逾期数额”：“参数”里没有“大额逾期数额”。是不是“大额逾期金额”?',
    ],
    [
      'a parameter that does not exist',
      '"首次检查天数": 15',
      '"首次检查日数": 15',
      'error 12 没有“首次检查日数”这个参数。是不是“首次检查天数”？',
    ],
    [
      'a text compared with a number',
      '"贷款余额 > 3000000"',
      '"贷款余额 > \\"300万\\""',
      'error 32 判断条件有误：“贷款余额 > "300万"”：数字不能与文字比较。文字要加双引号,数字不要加引号。',
    ],
    [
      'a condition that decides nothing',
      '"贷款余额 > 3000000"',
      '"贷款余额 + 3000000"',
      'error 32 判断条件不是判断式。',
    ],
    [
      'full-width signs',
      '"贷款余额 > 3000000"',
      '"贷款余额 ＞ 3000000"',
      'error 32 判断条件有误：没有叫“贷款余额 ＞ 3000000”的字段。条件里的运算符请用半角符号。',
    ],
    [
      'a placeholder that names nothing',
      '{贷款余额}，',
      '{贷款额}，',
      'error 33 占位符 {贷款额} 有误：没有叫“贷款额”的字段。',
    ],
    [
      'an example that comes out otherwise',
      '"outcome": "pass"',
      '"outcome": "hit"',
      'error 38 第 2 个例子应为“命中”，实际为“通过”。',
    ],
    [
      'a value with its unit',
      '"首次检查天数": 15',
      '"首次检查天数": "15天"',
      'error 12 应写数字，不加引号、不带单位（单位是天）。可写成 15。',
    ],
    [
      'another unit',
      '"value": 500000,',
      '"value": 50, "unit": "万元",',
      'error 14 参数“大额逾期金额”的单位是元，不是万元。折合 500000 元，请按此填写。',
    ],
    ['a value below zero', '"首次检查天数": 15', '"首次检查天数": -15', 'error 12 不能是负数。'],
    [
      'a parameter that goes by product',
      '"首次检查天数": 15',
      '"受托支付起点": 500000',
      'error 12 这个参数按贷款种类分别取值，请用 for 写明改哪一类：流动资金；固定资产；项目。',
    ],
    [
      'a rule that does not exist',
      '"DQ-006"',
      '"DQ-06"',
      'error 16 没有编号为“DQ-06”的规则。是不是“DQ-006”？',
    ],
    [
      'a case that does not exist',
      '"rule": "DQ-006"',
      '"rule": "DQ-006", "case": "z"',
      'error 16 规则 DQ-006 没有情形“z”，可写：a。',
    ],
    [
      'no reason',
      ', "reason": "本行台账登记的是单位总机，联系方式由客服系统校验"',
      '',
      'error 16 没有写明原因（reason）：停用规则必须说明原因，检查结果里会显示。',
    ],
    [
      'an empty reason',
      '"reason": "本行台账登记的是单位总机，联系方式由客服系统校验"',
      '"reason": " "',
      'error 16 没有写明原因（reason）：停用规则必须说明原因，检查结果里会显示。',
    ],
    ['an id of its own twice', '"QH-002"', '"QH-001"', 'error 44 规则编号“QH-001”写了两次。'],
    [
      'an id that is taken',
      '"QH-002"',
      '"CLS-001"',
      'error 44 规则编号“CLS-001”已被占用，请换一个，例如在前面加上本行的字母。',
    ],
    [
      'dates in the wrong order',
      '"from": "2026-07-01"',
      '"from": "2026-07-01", "to": "2026-06-30"',
      'error 14 起始日 2026-07-01 晚于终止日 2026-06-30。',
    ],
    [
      'a day that is none',
      '"2026-10-08"',
      '"2026-02-30"',
      'error 10 日期应写成 2026-10-31 的形式，并且确有这一天。',
    ],
    [
      'a severity in other words',
      '"severity": "警示"',
      '"severity": "高"',
      'error 30 级别只能写：严重、警示、关注、提示。',
    ],
    ['a level in other words', '"level": "分行"', '"level": "支行"', 'error 9 只能写：总行、分行。'],
    ['a member misspelt', '"parameters"', '"parameter"', 'error 11 没有“parameter”这一项，请核对拼写。'],
    [
      'a header that means another field',
      '"入驻园区名称"',
      '"余额"',
      'error 23 列名“余额”已经指“贷款余额”，不能再指别的字段。',
    ],
    [
      'a field that is there already',
      '"name": "所属园区"',
      '"name": "客户名称"',
      'error 21 字段“客户名称”已经有了；只是列名不同的话，请写到 aliases 里。',
    ],
    [
      'a full-width comma',
      '"首次检查天数": 15,',
      '"首次检查天数": 15，',
      'error 12 请用半角“,”，不要用全角“，”。',
    ],
    ['a comma left out', '"首次检查天数": 15,', '"首次检查天数": 15', 'error 13 两项之间缺少逗号。'],
  ])('%s', (_, before, after, message) => {
    expect(told(before, after)).toContain(message)
  })
})

test('weakening a floor of the law is pointed out before anybody signs', () => {
  expect(told('"首次检查天数": 15', '"次级逾期天数": 120')).toEqual([
    'hint 11 监管底线规则 CLS-002 逾期超过90天未列入次级 所用参数“次级逾期天数”由分行“清河分行贷后管理参数”2026.4从 90 天 改为 120 天，低于监管要求。检查结果中会始终注明。',
  ])
})
