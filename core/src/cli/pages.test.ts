import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { runForTests } from './runForTests.ts'

const page = `<HTML><TITLE>借据详情</TITLE><BODY><TABLE>
<TR><TD>借据号：</TD><TD>JK-1</TD><TD>贷款余额(元)<FONT>*</FONT>：</TD><TD><INPUT name=ye value=1></TD></TR>
<TR style="display:none"><TD>客户名称</TD><TD>0001</TD></TR>
<TR><TD>检查结论<BR>及意见：</TD><TD><TEXTAREA id="jcjl">x</TEXTAREA></TD></TR>
<TR><TD colspan=4>客户名称：<B>甲公司</B>　　放款日期：2026-01-01　　经办人：周敏</TD></TR>
<TR><TD>经办人</TD><TD>周敏</TD></TR></TABLE><SCRIPT>var a="<td>五级分类</td>"</SCRIPT></BODY></HTML>`

let folder: string
const mapOf = (...fields: readonly object[]): string =>
  JSON.stringify({
    pageMaps: [{ id: 'm', version: '1', host: 'a.intra', path: '/a.jsp', shows: 'detail', fields }],
  })
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postloan-pages-'))
  await writeFile(join(folder, 'page.html'), page)
})
afterAll(() => rm(folder, { recursive: true }))

test.each([
  ['a label', { label: '借据号' }, '找到'],
  ['a label with a star in a tag of its own', { label: '贷款余额（元）' }, '找到'],
  ['a label over two lines', { label: '检查结论及意见' }, '找到'],
  ['a label within a line of pairs, its hidden copy left out', { label: '客户名称' }, '找到'],
  ['the last label of such a line, and another', { label: '经办人' }, '找到 2 处，不能确定是哪一处'],
  ['the second of two', { label: '经办人', ordinal: 1 }, '找到'],
  ['words of a script', { label: '五级分类' }, '没有找到'],
  ['a name', { selector: 'input[name="ye"]' }, '找到'],
  ['an id', { selector: '#jcjl' }, '找到'],
  ['a place', { selector: 'table > tr:nth-of-type(2) > td' }, '这种选择器只能在浏览器里试'],
])('pages test: %s', async (_, at, said) => {
  const map = join(folder, 'map.json')
  await writeFile(map, mapOf({ field: '贷款余额', at }))
  const { code, out } = await runForTests('pages', 'test', map, join(folder, 'page.html'))
  expect(out).toContain(said)
  expect(code).toBe(said === '找到' ? 0 : 1)
})

test.each([
  ['sound', [{ field: '贷款余额', at: { label: '余额' } }], 0, '没有问题'],
  ['one that will break', [{ field: '贷款余额', at: { selector: '#ext-gen1023' } }], 1, '下次打开会变'],
  ['a field nobody knows', [{ field: '贷款余款', at: { label: '余额' } }], 2, '没有“贷款余款”这个字段'],
])('pages lint: %s', async (_, fields, wanted, said) => {
  const map = join(folder, 'map.json')
  await writeFile(map, mapOf(...fields))
  const { code, out } = await runForTests('pages', 'lint', map)
  expect([code, out]).toEqual([wanted, expect.stringContaining(said)])
})

test.each([
  ['no file', ['lint']],
  ['another file', ['lint', 'page.html']],
  ['no such command', ['try']],
])('pages refuses %s', async (_, [command = '', ...files]) => {
  const { code, log } = await runForTests('pages', command, ...files.map((name) => join(folder, name)))
  expect([code, log]).toEqual([2, expect.stringMatching(/没有|不能用/u)])
})
