import { describe, expect, test } from 'vitest'

import { evaluate } from './evaluate.ts'
import { formatValue } from './values/formatValue.ts'

const context = {
  a: 3,
  n: null,
  list: [1, 2, 3],
  rows: [
    { v: 1, w: 'a' },
    { v: 2, w: 'b' },
    { v: null, w: 'c' },
  ],
  'two words': 7,
  due: { type: 'date', day: 20_000 },
} as const

function value(text: string): string {
  const outcome = evaluate(text, context)
  return outcome.ok ? formatValue(outcome.value) : (outcome.errors[0]?.code ?? '')
}

/** Expression and its value as FEEL writes it; the heading names the part of DMN 1.4 that says so. */
const cases: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'literals (10.3.1.2)': [
    [String.raw`"a\nb\"c\u4e2d\U01F40E"`, 'a\nb"c中🐎'],
    ['.25 + 1', '1.25'],
    ['1 /* one */ + 2 // two', '3'],
    ['two words + 1', '8'],
    ['{a b: 1}.a b', '1'],
    ['due.year', '2024'],
  ],
  'equality and null (10.3.2.13)': [
    ['null = null', 'true'],
    ['0.1 + 0.2 = 0.3', 'true'],
    ['0.1 + 0.2 > 0.3', 'false'],
    ['1 = null', 'false'],
    ['1 != null', 'true'],
    ['1 = "a"', 'null'],
    ['[1, 2] = [1, 2]', 'true'],
    ['{a: 1} = {a: 2}', 'false'],
    ['@"2020-01-01T10:00:00Z" = @"2020-01-01T11:00:00+01:00"', 'true'],
    ['duration("P1Y") = duration("P12M")', 'true'],
  ],
  'comparison, between, in (10.3.2.2, table 55)': [
    ['null < 1', 'null'],
    ['"a" < "b"', 'true'],
    ['null between 1 and 2', 'null'],
    ['5 between null and 3', 'false'],
    ['null in (1, 2)', 'false'],
    ['1 in [1..5)', 'true'],
    ['5 in [1..5)', 'false'],
    ['10 in (1, < 5, >= 10)', 'true'],
    ['1 in [[2..4], [1..3]]', 'true'],
    ['1 in [< 5]', 'true'],
    ['1 in (!= 1, 3)', 'false'],
    ['3 in list', 'true'],
    ['4 in (? > 3)', 'true'],
    ['5 in [null..7]', 'null'],
  ],
  'ternary logic (table 50)': [
    ['true and null', 'null'],
    ['false and null', 'false'],
    ['true or null', 'true'],
    ['false or null', 'null'],
    ['not(null)', 'null'],
    ['true and "x"', 'null'],
    ['if null then 1 else 2', '2'],
  ],
  'arithmetic (10.3.2.3)': [
    ['-2 ** 2', '4'],
    ['2 ** 3 ** 2', '64'],
    ['7 - 2 - 1', '4'],
    ['1 / 0', 'null'],
    ['1 + null', 'null'],
    ['n ** 0', 'null'],
    ['"a" + "b"', 'ab'],
    ['"a" + 1', 'null'],
    ['date("2020-01-31") + duration("P1M")', '2020-02-29'],
    ['date("2020-03-01") - date("2020-02-01")', 'P29D'],
    ['date("2020-03-01") - duration("PT1H")', '2020-02-29'],
    ['duration("P1Y") * 1.5', 'P1Y6M'],
    ['duration("P2D") / duration("PT12H")', '4'],
    ['time("10:00:00") + duration("PT15H")', '01:00:00'],
    ['-duration("P1D")', '-P1D'],
  ],
  'lists, filters, paths (10.3.2.5)': [
    ['list[1]', '1'],
    ['list[-1]', '3'],
    ['list[4]', 'null'],
    ['list[item > 1]', '[2, 3]'],
    ['rows[v > 1]', '[{v: 2, w: "b"}]'],
    ['rows[w = "c"].v', '[null]'],
    ['rows.v', '[1, 2, null]'],
    ['rows[v >= a - 1].w', '["b"]'],
    ['list[a - 2]', '1'],
    ['list[item >= a - 1][1]', '2'],
    ['{a: 1, b: a + 1}.b', '2'],
  ],
  'for, some, every (10.3.2.14)': [
    ['for x in list, y in [10, 20] return x * y', '[10, 20, 20, 40, 30, 60]'],
    ['for x in 1..3, y in 1..x return y', '[1, 1, 2, 1, 2, 3]'],
    ['for i in 3..1 return i', '[3, 2, 1]'],
    ['some x in list satisfies x > 2', 'true'],
    ['every x in list satisfies x > 2', 'false'],
    ['some x in rows satisfies x.v > 5', 'null'],
    ['some x in rows satisfies x.v > 1', 'true'],
    ['every x in [] satisfies false', 'true'],
  ],
  'numbers (10.3.4.5)': [
    ['decimal(1/3, 2)', '0.33'],
    ['decimal(2.5, 0)', '2'],
    ['round half up(1.005, 2)', '1.01'],
    ['round half up(-2.5, 0)', '-3'],
    ['round half down(2.5, 0)', '2'],
    ['round up(1.121, 2)', '1.13'],
    ['round down(-5.5, 0)', '-5'],
    ['ceiling(-1.56, 1)', '-1.5'],
    ['floor(-1.5)', '-2'],
    ['round half up(1250, -2)', '1300'],
    ['modulo(-12, 5)', '3'],
    ['modulo(12, -5)', '-3'],
    ['sqrt(-1)', 'null'],
    ['odd(-3)', 'true'],
    ['even(2.5)', 'false'],
  ],
  'strings (10.3.4.3)': [
    ['substring("foobar", -2, 1)', 'a'],
    ['substring("foobar", 3, 3.8)', 'oba'],
    ['substring(string: "foobar", start position: 3)', 'obar'],
    ['substring("foobar", 0)', 'null'],
    [String.raw`string length("\U01F40Eab")`, '3'],
    ['substring before("foobar", "xyz")', ''],
    ['substring after("foobar", "")', 'foobar'],
    ['replace("abcd", "(ab)|(a)", "[1=$1][2=$2]")', '[1=ab][2=]cd'],
    [String.raw`split("John Doe", "\\s")`, '["John", "Doe"]'],
    ['split("a;;b", ";")', '["a", "", "b"]'],
    ['matches("foobar", "^fo*b")', 'true'],
    ['matches("FOO", "foo", "i")', 'true'],
    ['string join(["a", null, "b"], "-")', 'a-b'],
    ['contains(["foobar"], "oba")', 'true'],
    ['string(1.10)', '1.1'],
    ['number("1.000,5", ".", ",")', '1000.5'],
  ],
  'list functions (10.3.4.4)': [
    ['sum([])', 'null'],
    ['count([])', '0'],
    ['count(null)', 'null'],
    ['sum([1, null])', 'null'],
    ['min("b", "a")', 'a'],
    ['max([date("2020-01-01"), date("2021-01-01")])', '2021-01-01'],
    ['mean(1, 2, 6)', '3'],
    ['median([8, 2, 5, 3])', '4'],
    ['mode([6, 3, 9, 6, 6, 3, 3])', '[3, 6]'],
    ['stddev([2, 4, 6])', '2'],
    ['all([true, null])', 'null'],
    ['all([])', 'true'],
    ['any([false, null, true])', 'true'],
    ['append([1], 2, 3)', '[1, 2, 3]'],
    ['concatenate([1], [2, 3])', '[1, 2, 3]'],
    ['insert before([1, 3], 2, 2)', '[1, 2, 3]'],
    ['remove([1, 2, 3], -1)', '[1, 2]'],
    ['index of([1, 2, 3, 2], 2)', '[2, 4]'],
    ['distinct values([1, null, 1, null])', '[1, null]'],
    ['flatten([[1, 2], [[3]], 4])', '[1, 2, 3, 4]'],
    ['sublist([4, 5, 6], 1, 2)', '[4, 5]'],
    ['sort([3, 1, 2], function(x, y) x > y)', '[3, 2, 1]'],
    ['list contains([1, null], null)', 'true'],
  ],
  'dates and durations (10.3.4.1, 10.3.4.7)': [
    ['date("2020-02-30")', 'null'],
    ['date(2020, 2, 29)', '2020-02-29'],
    ['@"2020-01-01T10:00:00".hour', '10'],
    ['day of week(date(2019, 9, 17))', 'Tuesday'],
    ['week of year(date(2005, 1, 1))', '53'],
    ['years and months duration(date("2011-12-22"), date("2013-08-24"))', 'P1Y8M'],
    ['years and months duration(date("2016-01-21"), date("2015-01-22"))', '-P11M'],
    ['string(duration("PT36H"))', 'P1DT12H'],
    ['duration("P1Y2D")', 'null'],
  ],
  'refused rather than nearly right': [
    ['time("10:00:00@Europe/Paris")', 'unsupported'],
    ['function(x) x + 1', 'unsupported'],
    ['today()', 'unsupported'],
    ['a instance of context<a: number>', 'unsupported'],
    ['for i in 1..3 return partial', 'unsupported'],
    ['1 +', 'syntax'],
  ],
}

describe.each(Object.entries(cases))('%s', (_clause, rows) => {
  test.each(rows)('%s → %s', (text, expected) => {
    expect(value(text)).toBe(expected)
  })
})

test('a context with an entry “type” is not taken for a date', () => {
  expect(value('{type: "date", day: 3}.day')).toBe('3')
})

test('a name that is not there is null, and said', () => {
  const outcome = evaluate('foo + 1', {})
  expect(outcome).toMatchObject({
    ok: true,
    value: null,
    warnings: [{ code: 'unknownName', from: 0, to: 3 }],
  })
})
