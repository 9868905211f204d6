import { describe, expect, test } from 'vitest'

import type { PageReport } from '../../extension/src/protocol/report.ts'
import { browserPath } from '../browser/launch.ts'
import { readWithAgent } from './openPage.ts'
import { withAgent } from './withAgent.ts'

const usual = [
  '<tr><td>借据编号：</td><td><input name="a" value="JD001"></td><td>贷款余额：</td><td><input name="b" value="120.00"></td></tr>',
  '<tr><td class="lab">到期日期：</td><td class="val"><input id="c" type="date" value="2027-01-31"></td><td>客户名称：</td><td><input disabled value="某公司"></td></tr>',
  '<tr><td>联系电话：</td><td><input value="请输入"></td><td>贷款用途：</td><td><input required value=""></td></tr>',
]

/** Everything that may stand in such a row and in rows like it; one of each makes a row. */
const cells = [
  '',
  ' class="lab"',
  ' align="right" style="width:15%"',
  ' rowspan="1"',
  ' title="a > b"',
  ' id="c"',
]
const words = [
  '贷款余额：',
  '&nbsp;贷款余额:&nbsp;',
  '贷款余额',
  '贷 款：',
  '*贷款余额：',
  '共3笔：',
  '某公司：',
  '<b>余额：</b>',
]
const inputs = [
  '<input value="1">',
  ' <input type="text" name="a" size="20"> ',
  '<input type="TEXT" disabled value=" 20,000 ">',
  '&nbsp;<input type="number" value="7">&nbsp;',
  '<input type="checkbox" checked>',
  '<input class="Wdate" value="2026-11-22">',
  '<input value="请选择">',
  '<input value="&lt;/td&gt;&lt;td&gt; disabled=&quot;">',
  '<input value="a > b" title="c > d">',
  '<input name="R0F12" value="x">',
  '<input readonly onclick="pick()" value="张三">',
  '<input style="display:none" value="9">',
  '<input required>元',
  '<input placeholder="必填">',
  '<input size=4>%',
]

/** Rows that look like the usual ones and must be read with all questions asked; what is read of each. */
const unusual: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a title over several rows names a group',
    '<tr><td rowspan="2">担保情况：</td><td>保证人：</td><td><input value="张三"></td></tr><tr><td>保证金额：</td><td><input value="5.00"></td></tr>',
    ['保证人 = 张三', '保证金额 = 5.00'],
  ],
  ['who is logged in is no field', '<tr><td>当前用户：</td><td><input value="李四"></td></tr>', []],
  [
    'what a list is asked for by is no field',
    '<tr><td><form class="query"><table><tr><td>客户姓名：</td><td><input value="王五"></td><td>借据编号：</td><td><input></td></tr></table><input type="button" value="查询"><input type="reset" value="重置"></form></td></tr>',
    [],
  ],
  [
    'a menu is no field',
    '<tr><td class="menu">快速查找：</td><td class="menu"><input value="x"></td></tr>',
    [],
  ],
  [
    'a widget is read as one',
    '<tr><td>担保方式：</td><td class="ant-select"><input value=""><span class="ant-select-selection-item">抵押</span></td></tr>',
    ['担保方式 = 抵押'],
  ],
  [
    'a hidden input leaves its cell empty',
    '<tr><td>内部编码：</td><td><input type="hidden" value="9"></td></tr>',
    ['内部编码 = '],
  ],
  [
    'so does one moved out of sight',
    '<tr><td>影子余额：</td><td><input style="position:absolute;left:-999px" value="9"></td></tr>',
    ['影子余额 = '],
  ],
  [
    'two inputs are one value',
    '<tr><td>借款期间：</td><td><input value="2026-01-01"><input value="2026-12-31"></td></tr>',
    ['借款期间 = 2026-01-01 2026-12-31'],
  ],
]

describe.runIf(browserPath)('rows of one word and one input, which are read by a shorter way', () => {
  const here = withAgent()

  async function read(rows: string, change?: string): Promise<PageReport> {
    const page = await here.browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.setContent(`<body><table border="1">${rows}</table></body>`)
    if (change) await page.evaluate(change)
    const report = await readWithAgent(page, here.agent)
    await page.close()
    return report
  }

  test('tell the same as by the long way, which a remark in each cell asks for', async () => {
    const rows = usual.join('')
    const short = await read(rows)
    const long = await read(
      rows,
      `for (const cell of document.querySelectorAll('td')) cell.append(document.createComment(''))`,
    )
    expect(short.fields).toHaveLength(6)
    expect(short.fields).toEqual(long.fields)
  })

  test('whatever stands in its cells, a row tells the same by either way', async () => {
    // 7, 8 and 15 have no common measure: within 840 pairs each cell, word and input meets each other
    const pair = (at: number): string =>
      `<td${cells[at % 7]}>${words[at % 8]}</td><td${cells[(at + 1) % 7]}>${inputs[at % 15]}</td>`
    const rows = Array.from(
      { length: 420 },
      (_, at) => `<tr${at % 3 === 0 ? ' class="odd"' : ''}>${pair(at * 2)}${pair(at * 2 + 1)}</tr>`,
    ).join('')
    const short = await read(rows)
    const long = await read(
      rows,
      `for (const cell of document.querySelectorAll('td')) cell.append(document.createComment(''))`,
    )
    expect(short.fields.length).toBeGreaterThan(500)
    expect(short.fields).toEqual(long.fields)
  })

  test.each(unusual)('%s', async (_, row, expected) => {
    const { fields } = await read(usual[0] + row)
    expect(fields.slice(2).map(({ label, value }) => `${label} = ${value}`)).toEqual(expected)
  })

  test('fields above stay read when an inner part is scrolled down, copies that a class moves away do not', async () => {
    const page = await here.browser.newPage({ viewport: { width: 1000, height: 600 } })
    const rows = Array.from(
      { length: 80 },
      (_, at) => `<tr><td>栏目${at}：</td><td><input name="n${at}" value="${at}"></td></tr>`,
    )
    await page.setContent(
      `<style>.inner{height:300px;overflow:auto}.away{position:absolute;left:-9000px}</style>
      <div class="inner"><table>${rows.join('')}</table></div>
      <div><span>贷款余额：</span><input class="away" value="copy"><input value="10.00"></div>`,
    )
    await page.evaluate(`document.querySelector('.inner').scrollTop = 1500`)
    const { fields } = await readWithAgent(page, here.agent)
    await page.close()
    expect(fields.map(({ value }) => value)).toEqual([...rows.map((_, at) => `${at}`), '10.00'])
  })
})
