/** A value as JSON; dates and durations are asked for through `string`. */
type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value }

/** Expression and the value that DMN 1.5 gives it. */
export type DmnCase = readonly [expression: string, value: Value]

/** By function: what DMN 1.5 (10.3.4) says of it, written from its tables. Every function of DMN that we offer is here. */
export const dmnFunctionCases: Readonly<Record<string, readonly DmnCase[]>> = {
  // 10.3.4.1 conversion
  date: [
    ['string(date("2012-12-25"))', '2012-12-25'],
    ['string(date(date and time("2012-12-25T11:00:00Z")))', '2012-12-25'],
    ['string(date(2012, 12, 25))', '2012-12-25'],
    ['date("2012-02-30")', null],
    ['date("20121225")', null],
    ['date(2012, 13, 1)', null],
    ['date(null)', null],
  ],
  'date and time': [
    ['string(date and time("2012-12-24T23:59:00"))', '2012-12-24T23:59:00'],
    ['string(date and time(date("2012-12-24"), time("23:59:00")))', '2012-12-24T23:59:00'],
    ['date and time("2012-12-24T25:00:00")', null],
  ],
  time: [
    ['string(time("23:59:00"))', '23:59:00'],
    ['time("23:59:00").hour', 23],
    ['time("24:30:00")', null],
  ],
  number: [
    ['number("1 000,0", " ", ",")', 1000],
    ['number("1,000.0", ",", ".")', 1000],
    ['number("1.5")', 1.5],
    ['number("x")', null],
  ],
  string: [
    ['string(1.1)', '1.1'],
    ['string(null)', null],
    ['string(true)', 'true'],
    ['string("a")', 'a'],
  ],
  duration: [
    ['string(duration("P2Y2M"))', 'P2Y2M'],
    ['string(duration("P1DT2H"))', 'P1DT2H'],
    ['string(duration("P14M"))', 'P1Y2M'],
    ['duration("P")', null],
  ],
  'years and months duration': [
    ['string(years and months duration(date("2011-12-22"), date("2013-08-24")))', 'P1Y8M'],
    ['string(years and months duration(date("2013-08-24"), date("2011-12-22")))', '-P1Y8M'],
    ['string(years and months duration(date("2024-01-31"), date("2024-02-29")))', 'P0M'],
  ],

  // 10.3.4.2 boolean
  not: [
    ['not(true)', false],
    ['not(false)', true],
    ['not(null)', null],
  ],

  // 10.3.4.3 strings
  substring: [
    ['substring("foobar", 3)', 'obar'],
    ['substring("foobar", 3, 3)', 'oba'],
    ['substring("foobar", -2, 1)', 'a'],
    ['substring("贷款余额", 3)', '余额'],
  ],
  'string length': [
    ['string length("foo")', 3],
    ['string length("")', 0],
    ['string length("贷款")', 2],
    ['string length(null)', null],
  ],
  'upper case': [
    ['upper case("aBc4")', 'ABC4'],
    ['upper case(null)', null],
  ],
  'lower case': [
    ['lower case("aBc4")', 'abc4'],
    ['lower case(null)', null],
  ],
  'substring before': [
    ['substring before("foobar", "bar")', 'foo'],
    ['substring before("foobar", "xyz")', ''],
    ['substring before("foobar", "o")', 'f'],
  ],
  'substring after': [
    ['substring after("foobar", "ob")', 'ar'],
    ['substring after("foobar", "xyz")', ''],
    ['substring after("", "a")', ''],
  ],
  replace: [
    ['replace("abcd", "(ab)|(a)", "[1=$1][2=$2]")', '[1=ab][2=]cd'],
    ['replace("aaa", "a", "b")', 'bbb'],
    ['replace("ABC", "b", "x", "i")', 'AxC'],
  ],
  contains: [
    ['contains("foobar", "of")', false],
    ['contains("foobar", "oba")', true],
    ['contains("foobar", null)', null],
  ],
  'starts with': [
    ['starts with("foobar", "fo")', true],
    ['starts with("foobar", "ob")', false],
  ],
  'ends with': [
    ['ends with("foobar", "r")', true],
    ['ends with("foobar", "fo")', false],
  ],
  matches: [
    ['matches("foobar", "^fo*b")', true],
    ['matches("foobar", "^bar")', false],
    ['matches("FOO", "foo", "i")', true],
    ['matches(null, "a")', null],
  ],
  split: [
    [String.raw`split("John Doe", "\\s")`, ['John', 'Doe']],
    ['split("a;b;c;;", ";")', ['a', 'b', 'c', '', '']],
  ],
  'string join': [
    ['string join(["a", "b", "c"], "_and_")', 'a_and_b_and_c'],
    ['string join(["a", "b", "c"])', 'abc'],
    ['string join(["a", null, "c"], "X")', 'aXc'],
    ['string join([], "X")', ''],
  ],

  // 10.3.4.4 lists
  'list contains': [
    ['list contains([1, 2, 3], 2)', true],
    ['list contains([1, 2, 3], 4)', false],
    ['list contains([1, null], null)', true],
  ],
  'list replace': [
    ['list replace([2, 4, 7, 8], 3, 6)', [2, 4, 6, 8]],
    ['list replace([2, 4, 7, 8], -1, 6)', [2, 4, 7, 6]],
  ],
  count: [
    ['count([1, 2, 3])', 3],
    ['count([])', 0],
    ['count([1, [2, 3]])', 2],
  ],
  min: [
    ['min([1, 2, 3])', 1],
    ['min(1, 2, 3)', 1],
    ['min([])', null],
    ['min(["b", "a"])', 'a'],
  ],
  max: [
    ['max([1, 2, 3])', 3],
    ['max(1, 2, 3)', 3],
    ['max([])', null],
    ['string(max([date("2020-01-01"), date("2021-01-01")]))', '2021-01-01'],
  ],
  sum: [
    ['sum([1, 2, 3])', 6],
    ['sum(1, 2, 3)', 6],
    ['sum([])', null],
    ['sum([1, null])', null],
  ],
  mean: [
    ['mean([1, 2, 3])', 2],
    ['mean([])', null],
  ],
  all: [
    ['all([true, false])', false],
    ['all([])', true],
    ['all([true, null])', null],
    ['all([false, null])', false],
  ],
  any: [
    ['any([false, true])', true],
    ['any([])', false],
    ['any([false, null])', null],
    ['any([true, null])', true],
  ],
  sublist: [
    ['sublist([4, 5, 6], 1, 2)', [4, 5]],
    ['sublist([4, 5, 6], -1)', [6]],
    ['sublist([4, 5, 6], 2)', [5, 6]],
  ],
  append: [
    ['append([1], 2, 3)', [1, 2, 3]],
    ['append([], null)', [null]],
  ],
  concatenate: [
    ['concatenate([1, 2], [3])', [1, 2, 3]],
    ['concatenate([1], [2], [3])', [1, 2, 3]],
  ],
  'insert before': [
    ['insert before([1, 3], 1, 2)', [2, 1, 3]],
    ['insert before([1, 3], -1, 2)', [1, 2, 3]],
  ],
  remove: [
    ['remove([1, 2, 3], 2)', [1, 3]],
    ['remove([1, 2, 3], -1)', [1, 2]],
  ],
  reverse: [
    ['reverse([1, 2, 3])', [3, 2, 1]],
    ['reverse([])', []],
  ],
  'index of': [
    ['index of([1, 2, 3, 2], 2)', [2, 4]],
    ['index of([1, 2], 3)', []],
  ],
  union: [
    ['union([1, 2], [2, 3])', [1, 2, 3]],
    ['union([], [1])', [1]],
  ],
  'distinct values': [
    ['distinct values([1, 2, 3, 2, 1])', [1, 2, 3]],
    ['distinct values([1, null, null])', [1, null]],
  ],
  flatten: [
    ['flatten([[1, 2], [[3]], 4])', [1, 2, 3, 4]],
    ['flatten([])', []],
  ],
  product: [
    ['product([2, 3, 4])', 24],
    ['product(2, 3, 4)', 24],
  ],
  median: [
    ['median(8, 2, 5, 3, 4)', 4],
    ['median([6, 1, 2, 3])', 2.5],
    ['median([])', null],
    ['median([10, 9, 8])', 9],
  ],
  stddev: [
    ['stddev(2, 4, 7, 5)', 2.081_665_999_47],
    ['stddev([47])', null],
    ['stddev([])', null],
  ],
  mode: [
    ['mode(6, 3, 9, 6, 6)', [6]],
    ['mode([6, 1, 9, 6, 1])', [1, 6]],
    ['mode([])', []],
  ],
  sort: [
    ['sort([3, 1, 4, 5, 2], function(x, y) x < y)', [1, 2, 3, 4, 5]],
    ['sort([], function(x, y) x < y)', []],
  ],

  // 10.3.4.5 numbers
  decimal: [
    ['decimal(1 / 3, 2)', 0.33],
    ['decimal(1.5, 0)', 2],
    ['decimal(2.5, 0)', 2],
    ['decimal(null, 2)', null],
  ],
  floor: [
    ['floor(1.5)', 1],
    ['floor(-1.56, 1)', -1.6],
  ],
  ceiling: [
    ['ceiling(1.5)', 2],
    ['ceiling(-1.56, 1)', -1.5],
  ],
  'round up': [
    ['round up(5.5, 0)', 6],
    ['round up(-5.5, 0)', -6],
    ['round up(1.121, 2)', 1.13],
  ],
  'round down': [
    ['round down(5.5, 0)', 5],
    ['round down(-1.126, 2)', -1.12],
  ],
  'round half up': [
    ['round half up(5.5, 0)', 6],
    ['round half up(-1.126, 2)', -1.13],
  ],
  'round half down': [
    ['round half down(5.5, 0)', 5],
    ['round half down(1.126, 2)', 1.13],
  ],
  abs: [
    ['abs(10)', 10],
    ['abs(-10)', 10],
    ['string(abs(duration("-P1Y")))', 'P1Y'],
  ],
  modulo: [
    ['modulo(12, 5)', 2],
    ['modulo(-12, 5)', 3],
    ['modulo(12, -5)', -3],
    ['modulo(10.1, 4.5)', 1.1],
    ['modulo(1, 0)', null],
  ],
  sqrt: [
    ['sqrt(16)', 4],
    ['sqrt(-1)', null],
  ],
  log: [
    ['decimal(log(5), 8)', 1.609_437_91],
    ['log(0)', null],
  ],
  exp: [
    ['decimal(exp(5), 8)', 148.413_159_1],
    ['exp(0)', 1],
  ],
  odd: [
    ['odd(5)', true],
    ['odd(2)', false],
    ['odd(null)', null],
  ],
  even: [
    ['even(5)', false],
    ['even(2)', true],
    ['even(null)', null],
  ],

  // 10.3.4.7 dates
  'day of year': [
    ['day of year(date(2019, 9, 17))', 260],
    ['day of year(date(2024, 12, 31))', 366],
  ],
  'day of week': [
    ['day of week(date(2019, 9, 17))', 'Tuesday'],
    ['day of week(date(2026, 10, 31))', 'Saturday'],
  ],
  'month of year': [
    ['month of year(date(2019, 9, 17))', 'September'],
    ['month of year(date(2026, 2, 1))', 'February'],
  ],
  'week of year': [
    ['week of year(date(2019, 9, 17))', 38],
    ['week of year(date(2003, 12, 29))', 1],
    ['week of year(date(2004, 1, 4))', 1],
    ['week of year(date(2005, 1, 1))', 53],
    ['week of year(date(2005, 1, 9))', 1],
  ],

  // 10.3.4.10 contexts
  'get value': [
    ['get value({key1: "value1"}, "key1")', 'value1'],
    ['get value({key1: "value1"}, "unexistent-key")', null],
  ],
  'get entries': [
    ['get entries({key1: "value1"})', [{ key: 'key1', value: 'value1' }]],
    ['get entries({})', []],
  ],
  context: [
    ['context([{key: "a", value: 1}, {key: "b", value: 2}])', { a: 1, b: 2 }],
    ['context([{key: "a", value: 1}, {key: "a", value: 2}])', null],
  ],
  'context put': [
    ['context put({x: 1}, "y", 2)', { x: 1, y: 2 }],
    ['context put({x: 1, y: 0}, "y", 2)', { x: 1, y: 2 }],
  ],
  'context merge': [
    ['context merge([{x: 1}, {y: 2}])', { x: 1, y: 2 }],
    ['context merge([{x: 1, y: 0}, {y: 2}])', { x: 1, y: 2 }],
  ],
}

/** What DMN 1.5 says of the language itself, by clause. */
export const dmnLanguageCases: Readonly<Record<string, readonly DmnCase[]>> = {
  'equality (10.3.2.13, table 53)': [
    ['null = null', true],
    ['1 = null', false],
    ['1 != null', true],
    ['"1" = 1', null],
    ['[1, 2] = [1, 2]', true],
    ['[1, 2] = [2, 1]', false],
    ['{a: 1, b: 2} = {b: 2, a: 1}', true],
    ['date("2012-12-25") = date("2012-12-25")', true],
  ],
  'order (table 54)': [
    ['1 < 2', true],
    ['null < 1', null],
    ['"a" < 1', null],
    ['date("2012-12-25") < date("2012-12-26")', true],
    ['2 between 1 and 3', true],
    ['null between 1 and 3', null],
  ],
  'membership (table 55)': [
    ['5 in (1, 5)', true],
    ['5 in [1..5)', false],
    ['5 in (> 3)', true],
    ['null in (1, 2)', false],
  ],
  'truth (tables 50 and 51)': [
    ['true and null', null],
    ['false and null', false],
    ['true or null', true],
    ['false or null', null],
    ['true and 1', null],
    ['false or "x"', null],
  ],
  'arithmetic (10.3.2.3)': [
    ['1 + 2 * 3', 7],
    ['2 ** 3', 8],
    ['-2 ** 2', 4],
    ['1 / 0', null],
    ['1 + null', null],
    ['"a" + "b"', 'ab'],
    ['string(date("2012-01-31") + duration("P1M"))', '2012-02-29'],
    ['string(date("2012-12-25") - date("2012-12-24"))', 'P1D'],
    ['0.1 + 0.2 = 0.3', true],
  ],
  'if (10.3.2.14)': [
    ['if true then 1 else 2', 1],
    ['if false then 1 else 2', 2],
    ['if null then 1 else 2', 2],
  ],
  'for, some, every (10.3.2.14)': [
    ['for i in [1, 2] return i * 2', [2, 4]],
    ['for i in 1..3 return i', [1, 2, 3]],
    ['for i in 3..1 return i', [3, 2, 1]],
    ['some x in [1, 2] satisfies x > 1', true],
    ['every x in [1, 2] satisfies x > 1', false],
    ['some x in [] satisfies x > 1', false],
    ['every x in [] satisfies x > 1', true],
    ['some x in [null, 2] satisfies x > 3', null],
    ['every x in [null, 4] satisfies x > 3', null],
  ],
  'lists and filters (10.3.2.5)': [
    ['[1, 2, 3][1]', 1],
    ['[1, 2, 3][-1]', 3],
    ['[1, 2, 3][4]', null],
    ['[1, 2, 3][item > 1]', [2, 3]],
    ['[{x: 1, y: 2}, {x: 2, y: 3}][x = 1].y', [2]],
    ['[{x: 1}, {x: 2}].x', [1, 2]],
    ['[1, null, 3][item > 1]', [3]],
  ],
}

/** Cases that the second interpreter answers otherwise than DMN, with its answer. */
export const feelinAnswers: Readonly<Record<string, Value>> = {
  'date("20121225")': '2012-12-25',
  'string(years and months duration(date("2011-12-22"), date("2013-08-24")))': 'P1Y8M2D',
  'string(years and months duration(date("2013-08-24"), date("2011-12-22")))': '-P1Y8M2D',
  'string(years and months duration(date("2024-01-31"), date("2024-02-29")))': 'P29D',
  'min(["b", "a"])': null,
  'string(max([date("2020-01-01"), date("2021-01-01")]))': null,
  'insert before([1, 3], -1, 2)': [2, 1, 3],
  'remove([1, 2, 3], -1)': [1, 3],
  'list replace([2, 4, 7, 8], -1, 6)': [2, 4, 6, 8],
  'median([10, 9, 8])': 8,
  '"a" < 1': false,
  '0.1 + 0.2 = 0.3': false,
  'some x in [null, 2] satisfies x > 3': false,
  'every x in [null, 4] satisfies x > 3': false,
}
