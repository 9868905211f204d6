import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { builtInPolicy } from '../policy/index.ts'
import { runForTests as postloan } from './runForTests.ts'

const example = join(import.meta.dirname, '../../docs/example-branch.postloan.json')

describe('rules', () => {
  test('all are listed by category, with what they rest on', async () => {
    const { code, out } = await postloan('rules')
    expect(code).toBe(0)
    const count = Number(/共 (\d+) 条规则/.exec(out)?.[1])
    expect(count).toBe(builtInPolicy.rules.length)
    expect(count).toBeGreaterThanOrEqual(140)
    const line = (id: string): string => out.split('\n').find((one) => one.trim().startsWith(`${id} `)) ?? ''
    expect(line('DQ-016')).toMatch(/两期台账断点\s+严重\/警示\s+违规\s+借据\s+默认值\s+上期台账\s+金额容差/)
    expect(line('USE-006')).toContain('支付')
    expect(line('CLS-002')).toMatch(/法定底线.*次级逾期天数/)
  })

  test('one rule is shown whole', async () => {
    const { code, out } = await postloan('rules', '--id', 'cls-002')
    expect(code).toBe(0)
    for (const part of [
      'CLS-002  逾期超过90天未列入次级',
      '条件：分类逾期天数 大于 参数.次级逾期天数，并且 五级分类 属于 “正常”、“关注”',
      '原式：分类逾期天数 > 参数.次级逾期天数',
      '次级逾期天数  90 天  一般  《商业银行金融资产风险分类办法》（转引核对）',
      '命中 a  贷款余额=500000，逾期天数=91，五级分类=关注',
      '依据说明',
    ]) {
      expect(out).toContain(part)
    }
    expect((await postloan('rules', 'CLS-002')).out).toBe(out)
  })

  test.each([
    ['a rule that is not there', ['XXX-1'], /没有编号为“XXX-1”的规则/],
    ['a category that is not there', ['--category', '乱'], /可写 DQ（数据质量）/],
    ['an option that is not there', ['--coverge'], /没有 --coverge 这个选项/],
    ['a pack that is not there', ['--policy', '没有.postloan.json'], /找不到/],
  ])('%s is an error', async (_, words, says) => {
    const { code, out, log } = await postloan('rules', ...words)
    expect([code, out]).toEqual([2, ''])
    expect(log).toMatch(says)
  })

  test.each([['风险分类'], ['cls']])('the rules of one category: %s', async (category) => {
    const { out } = await postloan('rules', '--category', category)
    expect(out).toMatch(/^风险分类（CLS）\d+ 条/)
    expect(out).not.toContain('DQ-001')
  })

  test('the coverage names each engine and the reason beside each gap', async () => {
    const { out } = await postloan('rules', '--coverage')
    const [, , , head = '', ...rest] = out.split('\n')
    expect(head.split(/\s+/)).toEqual([
      '编号',
      '名称',
      '列式引擎',
      'feelin',
      'DuckDB',
      'PostgreSQL',
      'ClickHouse',
      'Spark',
      '工作表公式',
    ])
    for (const [, id = '', missing = ''] of out.matchAll(/^(\S+) .*部分（缺 ([^）]+)）/gmu)) {
      expect(rest.join('\n')).toContain(`${id}.${missing.split('、')[0]}`)
    }
    const totals =
      rest
        .find((line) => line.startsWith('合计'))
        ?.split(/\s+/)
        .map(Number) ?? []
    expect(Math.min(...totals.slice(1, 8))).toBeGreaterThanOrEqual(100)
    expect(totals.at(-1)).toBeGreaterThanOrEqual(40)
  })

  test('the JSON has what is read, parameters, sources and gaps', async () => {
    const { out } = await postloan('rules', 'USE-002', '--json', '--coverage')
    const document: {
      readonly rules: readonly { readonly id: string }[]
      readonly reads: readonly {
        readonly tables: readonly string[]
        readonly parameters: readonly string[]
      }[]
      readonly coverage: readonly { readonly id: string; readonly gaps: readonly object[] }[]
    } = JSON.parse(out)
    expect(document.rules.map(({ id }) => id)).toEqual(['USE-002'])
    expect(document.reads[0]).toMatchObject({ tables: ['支付'] })
    expect(document.reads[0]?.parameters).toContain('大额支付比例')
    expect(document.coverage.map(({ id }) => id)).toContain('clickhouse')
  })

  test('a pack’s own rules and what it switched off are told', async () => {
    const { out } = await postloan('rules', '--policy', example)
    expect(out).toMatch(/本行自定（OWN）2 条/)
    expect(out).toContain('园区贷款余额超过单户限额')
  })

  test('its help is its own', async () => {
    const { code, out } = await postloan('rules', '--help')
    expect(code).toBe(0)
    for (const option of [
      '--category',
      '--id',
      '--coverage',
      '--policy',
      '--trust',
      '--json',
      '--sql',
      '--map',
    ])
      expect(out).toContain(option)
    expect((await postloan('help', 'rules')).out).toBe(out)
  })
})
