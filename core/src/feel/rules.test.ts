import { describe, expect, test } from 'vitest'

import { formatIsoDay, makeWorkingDays, parseIsoDay } from '../calendar/index.ts'
import { valueAt } from '../table/index.ts'
import {
  checkTypes,
  compile,
  compileProgram,
  explain,
  fieldsOf,
  nullFields,
  parseFeel,
  runColumn,
  runTruth,
} from './index.ts'
import type { TypedExpression } from './index.ts'
import { loansWithUnread } from './testing/exampleTable.ts'

const { frame, scope } = loansWithUnread

function typed(text: string): TypedExpression {
  const parsed = parseFeel(text, scope.names())
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
  const checked = checkTypes(parsed.ast, scope)
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors))
  return checked.expression
}

/** Truth on the four loans: T, F or ? */
function truths(text: string): string {
  return [...runTruth(compile(typed(text)), frame)].map((byte) => 'FT?'[byte]).join('')
}

describe('truth of an expression on four loans', () => {
  test.each([
    // comparisons: a blank is "cannot tell"
    ['逾期天数 > 90', 'TF?T'],
    ['逾期天数 != 10', 'TF?T'],
    ['五级分类 = "正常"', 'TFT?'],
    ['五级分类 != "损失"', 'TTT?'],
    ['五级分类 in ("正常", "关注")', 'TTT?'],
    ['五级分类 in 参数.不良分类', 'FFF?'],
    ['not(五级分类 in ("正常"))', 'FTF?'],
    ['逾期天数 between 10 and 91', 'TT?F'],
    ['逾期天数 in [10..91)', 'FT?F'],
    ['逾期天数 in (< 20, > 95)', 'FT?T'],
    ['91 <= 逾期天数', 'TF?T'],
    ['是否循环', 'TF?T'],
    ['是否循环 = true', 'TF?T'],
    ['not(是否循环)', 'FT?F'],
    // the literal null: blank is true, unknown (no such column) is null
    ['逾期天数 = null', 'FFTF'],
    ['逾期天数 != null', 'TTFT'],
    ['缺列 = null', '????'],
    ['缺列 > 1', '????'],
    ['逾期天数 + 缺列 = null', '????'],
    ['逾期天数 + 贷款余额 = null', 'FFTF'],
    ['五级分类 in (null, "正常")', 'TFTT'],
    // and/or/if
    ['逾期天数 > 90 and 五级分类 = "正常"', 'TF??'],
    ['逾期天数 > 90 or 贷款余额 < 20', 'TFTT'],
    ['贷款余额 > 1000 and 缺列 > 1', 'FFFF'],
    ['贷款余额 > 1 or 缺列 > 1', 'TTTT'],
    ['if 五级分类 = "正常" then 逾期天数 > 1 else 贷款余额 > 3', 'TT??'],
    // dates
    ['放款日期 < date("2024-02-01")', 'FTT?'],
    ['基准日 - 放款日期 > duration("P900D")', 'FTT?'],
    ['add days(放款日期, 30) <= 基准日', 'TTT?'],
    ['放款日期 + duration("P1M") = date("2024-02-29")', 'FTF?'],
    ['days between(放款日期, 基准日) = 882', 'TFF?'],
    ['缺日期 = null and 基准日 > add days(放款日期, 30)', '????'],
    // texts
    ['contains(五级分类, "正")', 'TFT?'],
    ['五级分类 > "关注" or 贷款余额 = 60', 'TTT?'],
    ['string length(五级分类) = 2', 'TTT?'],
    ['matches(五级分类 + "类", "^正.类$")', 'TFT?'],
    // numbers calculated in binary are equal when they differ by rounding only
    ['0.1 + 0.2 = 0.3', 'TTTT'],
    ['贷款余额 * 0.1 * 3 <= 贷款余额 * 0.3', 'TTTT'],
    ['贷款余额 / 3 * 3 > 贷款余额', 'FFFF'],
    ['贷款余额 / 0 > 1', '????'],
    // one related row
    ['上期.五级分类 != 五级分类', 'TT??'],
    ['上期 = null', 'FFTT'],
    ['上期.五级分类 = null', 'FFTT'],
    // lists: an empty one of a table that was read has sum and count 0, of one that was not is unknown
    ['count(押品) = 0', 'FFFT'],
    ['sum(空表.金额) = 0', 'TTTT'],
    ['max(空表.金额) > 0', '????'],
    ['count(支付) = 0', '????'],
    ['some p in 支付 satisfies p.金额 > 1', '????'],
    ['sum(押品.最新估值) < 贷款余额', 'T?FT'],
    ['sum(押品.最新估值) = 150', 'T?FF'],
    // the known part decides where it can
    ['max(押品.最新估值) > 60', 'T?T?'],
    ['sum(押品.最新估值) > 60', 'T?TF'],
    ['200 > sum(押品.最新估值)', 'T?TT'],
    ['count(押品[押品状态 = "查封"]) > 0', 'T?FF'],
    ['count(押品[押品状态 = "查封"]) >= 0', 'TTTT'],
    ['sum(押品[押品状态 = "正常"].最新估值) >= 70', 'T?TF'],
    // quantifiers, nested and with outer fields
    ['some p in 押品 satisfies p.最新估值 > 贷款余额', 'F?TF'],
    ['every p in 押品 satisfies p.最新估值 > 40', 'T?TT'],
    ['some p in 押品 satisfies p.登记日期 > 放款日期', 'T?FF'],
    ['some p in 押品 satisfies some q in 押品 satisfies q.最新估值 < p.最新估值', 'T?FF'],
    ['some p in 押品, q in 押品 satisfies q.最新估值 < p.最新估值', 'T?FF'],
    ['some p in 押品[押品状态 = "查封"] satisfies p.最新估值 < 60', 'T?FF'],
    ['count(押品[登记日期 > 放款日期]) = 1', 'T?FF'],
    ['count(押品.押品状态[item = "查封"]) = 1', 'T?FF'],
  ])('%s → %s', (text, expected) => {
    expect(truths(text)).toBe(expected)
  })
})

describe('values of an expression on four loans', () => {
  test.each([
    ['贷款余额 * 2', [400, 120, 20, 10]],
    ['max(逾期天数, 贷款余额)', [200, 60, null, 100]],
    ['if 逾期天数 > 90 then 五级分类 else "未到"', ['正常', '未到', null, null]],
    ['五级分类 + "类"', ['正常类', '关注类', '正常类', null]],
    ['count(押品)', [2, 1, 1, 0]],
    ['mean(押品.最新估值)', [75, null, 70, null]],
    ['round half up(贷款余额 / 3, 2)', [66.67, 20, 3.33, 1.67]],
    ['放款日期.year', [2024, 2024, 2024, null]],
  ])('%s', (text, expected) => {
    const column = runColumn(compile(typed(text)), frame)
    expect(expected.map((_, row) => valueAt(column, row))).toEqual(expected)
  })

  test('months end where the month ends', () => {
    const column = runColumn(compile(typed('add months(放款日期, 1)')), frame)
    expect(column.kind).toBe('date')
    const day = valueAt(column, 1)
    expect(typeof day === 'number' ? formatIsoDay(day) : day).toBe('2024-02-29')
  })

  test('working days follow a calendar of one’s own', () => {
    const calendar = makeWorkingDays({
      fromYear: 2026,
      toYear: 2026,
      holidays: ['2026-10-30'],
      workdays: ['2026-10-31'],
    })
    const text = 'working days between(date("2026-10-29"), 基准日)'
    expect(valueAt(runColumn(compile(typed(text), { workingDays: calendar }), frame), 0)).toBe(1)
    expect(valueAt(runColumn(compile(typed(text)), frame), 0)).toBe(1)
    expect(
      valueAt(
        runColumn(compile(typed('next working day(date("2026-10-30"))'), { workingDays: calendar }), frame),
        0,
      ),
    ).toBe(parseIsoDay('2026-10-31'))
  })
})

describe('what decided a null', () => {
  test.each([
    ['逾期天数 > 3 and 贷款余额 > 1', 2, ['逾期天数']],
    ['五级分类 = "正常" and 放款日期 > 基准日', 3, ['五级分类', '放款日期']],
    ['缺列 = null', 0, ['缺列']],
    ['贷款余额 > 1 and 缺列 + 逾期天数 > 1', 2, ['缺列', '逾期天数']],
    ['if 五级分类 = "正常" then 逾期天数 > 1 else 贷款余额 > 3', 3, ['五级分类']],
    ['if 五级分类 = "正常" then 逾期天数 > 1 else 缺列 > 3', 2, ['逾期天数']],
    ['上期.五级分类 != 五级分类', 3, ['上期.五级分类', '五级分类']],
    ['sum(押品.最新估值) < 贷款余额', 1, ['押品.最新估值']],
    ['count(押品[押品状态 = "查封"]) > 0', 1, ['押品.押品状态']],
    ['some p in 押品 satisfies p.最新估值 > 贷款余额', 1, ['押品.最新估值']],
    ['count(支付) = 0', 0, ['支付']],
    ['max(押品.最新估值) > 60', 3, []],
    ['贷款余额 / 0 > 1', 0, []],
    ['贷款余额 > 1', 0, []],
  ])('%s on row %i: %j', (text, row, expected) => {
    expect(nullFields(typed(text), frame, row)).toEqual(expected)
  })
})

test('an expression says what it reads', () => {
  const used = fieldsOf(
    typed(
      '逾期天数 > 参数.次级逾期天数 and (some p in 押品 satisfies p.最新估值 > 贷款余额) and 上期.五级分类 = 五级分类',
    ),
  )
  expect(used).toEqual({
    fields: ['逾期天数', '贷款余额', '五级分类'],
    related: ['押品.最新估值', '上期.五级分类'],
    relations: ['押品', '上期'],
    grouped: ['参数.次级逾期天数'],
  })
})

test('an explanation has every part with its value, related rows included', () => {
  const told = explain(typed('逾期天数 > 90 and count(押品[押品状态 = "查封"]) > 0'), frame, 0)
  expect(told.truth).toBe(true)
  expect(told.parts.map((part) => [part.text, part.truth])).toEqual([
    ['逾期天数 > 90', true],
    ['count(押品[押品状态 = "查封"]) > 0', true],
  ])
  const filter = told.parts[1]?.parts[0]?.parts[0]
  expect(filter?.items?.map((item) => item.truth)).toEqual([false, true])
})

test('a program gives each rule what it gives alone, in batches and row by row', () => {
  const texts = [
    '逾期天数 > 90',
    '逾期天数 > 90 and 五级分类 = "正常"',
    'sum(押品.最新估值) < 贷款余额',
    '缺列 > 1',
  ]
  const expressions = texts.map(typed)
  const program = compileProgram(expressions)
  const alone = expressions.map((expression) => [...runTruth(compile(expression), frame)])
  const whole: number[][] = []
  program.run(frame, (_from, _to, results) => whole.push(...results.map((bytes) => [...bytes])))
  expect(whole).toEqual(alone)
  const bound = program.bind(frame)
  for (let row = 0; row < 4; row++) {
    bound.run(
      (from, to, results) => {
        expect([from, to]).toEqual([row, row + 1])
        expect(results.map((bytes) => bytes[0])).toEqual(alone.map((truth) => truth[row]))
      },
      row,
      row + 1,
    )
  }
  expect(texts.map((_, i) => bound.constantTruth(i))).toEqual([null, null, null, 2])
})
