import { assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'

import { dayOf, formatIsoDay } from '../calendar/index.ts'
import { parseAmount, roundToFen } from './parseAmount.ts'
import { parseChineseAmount } from './parseChineseAmount.ts'
import { codeReader } from './parseCode.ts'
import { parseDate, parseDateNumber, parseSerial } from './parseDate.ts'
import { percentForm } from './parsePercent.ts'

const shown = (parsed: ReturnType<typeof parseDate>): string =>
  parsed.kind === 'day' || parsed.kind === 'month'
    ? `${parsed.kind} ${formatIsoDay(parsed.day)}`
    : parsed.kind

describe('dates as officers and systems write them', () => {
  it.each([
    ['20090621', 'day 2009-06-21'],
    ['20210831.0', 'day 2021-08-31'],
    ['2009.06.13', 'day 2009-06-13'],
    ['2014/3/12', 'day 2014-03-12'],
    ['2014-5-26', 'day 2014-05-26'],
    ['2023年03月14日', 'day 2023-03-14'],
    ['２０２６－０３－１４', 'day 2026-03-14'],
    ['2026-03-14 08:30:00', 'day 2026-03-14'],
    ['20260314083000', 'day 2026-03-14'],
    ["'2026-03-14", 'day 2026-03-14'],
    ['31/10/2026', 'day 2026-10-31'],
    ['31-Oct-2026', 'day 2026-10-31'],
    ['41822', 'day 2014-07-02'],
    ['二〇二七年三月十一日', 'day 2027-03-11'],
    ['二零二六年 十月三十一日', 'day 2026-10-31'],
    ['二〇二七年十三月一日', 'unread'],
    ['2025年1月', 'month 2025-01-31'],
    ['2026.10', 'month 2026-10-31'],
    ['202602', 'month 2026-02-28'],
    ['99991231', 'none'],
    ['2999-12-31', 'none'],
    ['20991231', 'none'],
    ['0001/01/01', 'none'],
    ['0000-00-00', 'none'],
    ['长期', 'none'],
    ['2014-5-26 2016-5-25', 'several'],
    ['20140526、20160525', 'several'],
    ['05/06/2026', 'unread'],
    ['2026-02-30', 'unread'],
    ['2014-3265', 'unread'],
    ['待定日', 'unread'],
  ])('%s', (text, expected) => {
    expect(shown(parseDate(text))).toBe(expected)
  })

  it.each([
    [20090621, 'day 2009-06-21'],
    [41822, 'day 2014-07-02'],
    [46326.75, 'day 2026-10-31'],
    [202610, 'month 2026-10-31'],
    [99991231, 'none'],
    [0, 'none'],
    [12345.67, 'unread'],
    [20261345, 'unread'],
  ])('the number %s', (value, expected) => {
    expect(shown(parseDateNumber(value))).toBe(expected)
  })

  it('knows the leap day that Excel invented', () => {
    expect([59, 61, 2_958_465].map((serial) => shown(parseSerial(serial)))).toEqual([
      'day 1900-02-28',
      'day 1900-03-01',
      'none',
    ])
  })

  it('reads every day in every way of writing it', () => {
    const separators = constantFrom('-', '/', '.')
    assert(
      property(integer({ min: dayOf(1960, 1, 1), max: dayOf(2080, 1, 1) }), separators, (day, separator) => {
        const iso = formatIsoDay(day)
        const [y = '', m = '', d = ''] = iso.split('-')
        const writings = [
          iso,
          [y, m, d].join(separator),
          [y, Number(m), Number(d)].join(separator),
          y + m + d,
          `${y}年${Number(m)}月${Number(d)}日`,
        ]
        for (const text of writings) expect(parseDate(text)).toEqual({ kind: 'day', day })
        expect(parseSerial(day + 25569)).toEqual({ kind: 'day', day })
        expect(parseDateNumber(Number(y + m + d))).toEqual({ kind: 'day', day })
      }),
    )
  })
})

describe('amounts as they are written', () => {
  it.each([
    ['1,234,567.89', 1234567.89, 0],
    ['１，２３４．５', 1234.5, 0],
    ['¥1,000.00', 1000, 0],
    ['CNY 8,000,000.00', 8000000, 0],
    ['2,000,000.00元（人民币贰佰万元整）', 2000000, 1],
    ['￥600,000.00 人民币陆拾万元整', 600000, 1],
    ['-¥1,000', -1000, 0],
    ['人民币100元', 100, 1],
    ['(1,234.50)', -1234.5, 0],
    ['500-', -500, 0],
    ['1,260.', 1260, 0],
    ['12.5万', 12.5, 10_000],
    ['3亿元', 3, 100_000_000],
    ['50W', 50, 10_000],
    ['1.2E+06', 1_200_000, 0],
    ['壹佰万元整', 1_000_000, 1],
  ])('%s', (text, value, factor) => {
    expect(parseAmount(text)).toMatchObject({ value, factor })
  })

  it.each(['', '张三', '12.345.6', '1,23', '1.234,56', '100美元', '2026-10-31', '一'])(
    '%s is none',
    (text) => {
      expect(parseAmount(text)).toBeNull()
    },
  )

  it.each([
    ['壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元玖角壹分', 12345678.91],
    ['叁亿伍仟万元', 350_000_000],
    ['拾万元', 100_000],
    ['壹佰元零伍分', 100.05],
    ['五十万', 500_000],
    ['陆一', Number.NaN],
  ])('%s in capitals', (text, value) => {
    expect(parseChineseAmount(text)).toBe(value)
  })

  it('takes the noise of binary arithmetic off and keeps every 分', () => {
    expect([600836.1699999999, 1.005, -0.005 + 0.005, 12.34567 * 10_000].map(roundToFen)).toEqual([
      600836.17, 1.01, 0, 123456.7,
    ])
    assert(
      property(integer({ min: -1e12, max: 1e12 }), (fen) => {
        const yuan = fen / 100
        expect(roundToFen(yuan)).toBe(yuan + 0)
        expect(parseAmount(yuan.toLocaleString('en-US', { minimumFractionDigits: 2 }))?.value).toBe(yuan + 0)
      }),
    )
  })
})

describe('codes and their spellings', () => {
  const reader = codeReader({
    id: '五级分类',
    ordered: true,
    values: [
      { value: '正常', synonyms: ['01', '1'] },
      { value: '关注', synonyms: ['02', '2', '关一'] },
      { value: '无', synonyms: [] },
    ],
  })
  it.each([
    ['关注', '关注'],
    [' 关 注 ', '关注'],
    ['关注类', '关注'],
    ['关注类贷款', '关注'],
    ['关一', '关注'],
    ['02', '关注'],
    ['2', '关注'],
    ['2.0', '关注'],
    ['２', '关注'],
    ['1-正常', '正常'],
    ['正常(10)', '正常'],
    ['无', '无'],
    ['正常经营', null],
    ['9', null],
    ['', null],
  ])('%s', (text, value) => {
    expect(reader.read(text)).toBe(value)
  })
})

const form = (numbers: number[], header = '利率', unit = '', formats: string[] = [], isRate = true): number =>
  percentForm(numbers, { header, unit, formats, isRate }).factor

describe('the form of a percent column is decided once for the column', () => {
  it.each([
    ['fractions', form([0.0435, 0.05, 0.039]), 100],
    ['a percent format', form([0.0435], '利率', '', ['0.00%', '@']), 100],
    ['a % header over fractions', form([0.0435, 0.06], '利率(%)', '%'), 100],
    ['percent', form([4.35, 5.22, 0.3]), 1],
    ['a monthly rate in ‰', form([5.1, 6.3], '月利率(‰)', '‰'), 1.2],
    ['a monthly rate, unit not said', form([5.1, 6.3], '月利率'), 1.2],
    ['a ratio up to one', form([0.5, 0.7], '抵押率', '', [], false), 100],
    ['a ratio in percent', form([50, 70], '抵押率', '', [], false), 1],
  ])('%s', (_, got, expected) => {
    expect(got).toBe(expected)
  })
})
