import {
  builtInTemplate,
  documentKinds,
  prepareDocuments,
  readTemplate,
  writeTemplateFile,
  type DocumentKindId,
} from '@postloan/core/documents'
import { builtInPolicy as policy } from '@postloan/core/policy'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'

import { sdkErrors } from '../annotate/packages.ts'
import { bank, codec, loans, made, registers, sampleOf, textOf } from './sample.ts'

/** The built-in template with its text changed, as a bank would in Word. */
async function changed(kind: DocumentKindId, change: (xml: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await writeTemplateFile(kind, codec))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const after = change(xml)
  if (after === xml) throw new Error('nothing was changed')
  return zipSync({ ...parts, 'word/document.xml': strToU8(after) })
}

async function faultsOf(kind: DocumentKindId, change: (xml: string) => string): Promise<readonly string[]> {
  const reading = await readTemplate(await changed(kind, change), '本行模板.docx', kind, policy, codec)
  return reading.ok ? [] : reading.faults.map(({ place, message }) => `${place}：${message}`)
}

describe('a template of the bank’s own', () => {
  test.each<[string, DocumentKindId, (xml: string) => string, string]>([
    [
      'a name that is not there, with the nearest',
      'collectionNotice',
      (xml) => xml.replace('{客户名称}：', '{客户名}：'),
      '正文第 3 段：没有“客户名”这个占位符。最接近的是 {客户名称}。',
    ],
    [
      'a name in a cell',
      'warningNotice',
      (xml) => xml.replace('{问题}', '{问题描述}'),
      '第 3 个表格第 2 行第 4 格：没有“问题描述”这个占位符。最接近的是 {问题}。',
    ],
    [
      'a loop without its end',
      'warningNotice',
      (xml) => xml.replace('{/发现}', ''),
      '{#发现} 还没有结束就写了 {/有发现}，应先写 {/发现}。',
    ],
    [
      'a condition without its end',
      'warningNotice',
      (xml) => xml.replace('{/有待补}', ''),
      '{#有待补} 没有结束，缺 {/有待补}。',
    ],
    [
      'an end without its beginning',
      'archiveGaps',
      (xml) => xml.replace('{#缺件}', ''),
      '{/缺件} 没有开头，前面缺 {#缺件}。',
    ],
    [
      'a loop across two tables',
      'warningNotice',
      (xml) => xml.replace('{/借据}', '').replace('四、要求', '四、要求{/借据}'),
      '不在同一个表格里',
    ],
    [
      'what is said of one finding outside of the list',
      'warningNotice',
      (xml) => xml.replace('{客户经理}：', '{客户经理}：{整改期限}'),
      '{整改期限} 说的是清单中的一条，应写在 {#发现} 与 {/发现} 之间。',
    ],
    [
      'a field of one loan in a document of a customer',
      'casePlan',
      (xml) => xml.replace('{最差分类}', '{五级分类}'),
      '{五级分类} 说的是清单中的一条，应写在',
    ],
    [
      'a list written as a name',
      'archiveGaps',
      (xml) => xml.replace('{档案进度}', '{缺件}'),
      '“缺件”是清单，应写作 {#缺件} … {/缺件}',
    ],
    [
      'braces of a Chinese keyboard',
      'checklist',
      (xml) => xml.replace('{客户名称}', '｛客户名称｝'),
      '“｛客户名称｝”用了全角花括号，请改为半角 { }。',
    ],
    [
      'a brace left out',
      'checklist',
      (xml) => xml.replace('{客户名称}', '{客户名称'),
      '花括号不成对：“{客户名称”。',
    ],
    [
      'the bank’s class in a letter',
      'collectionNotice',
      (xml) => xml.replace('{客户名称}：', '{客户名称}（{五级分类}）：'),
      '{五级分类} 不能写进发给客户的函件',
    ],
    [
      'findings in a letter',
      'maturityNotice',
      (xml) => xml.replace('{客户名称}：', '{客户名称}：{#发现}{问题}{/发现}'),
      '{发现} 不能写进发给客户的函件',
    ],
    [
      'a threat in a letter',
      'collectionNotice',
      (xml) => xml.replace('特此', '特此').replace('现通知如下', '逾期不还后果自负，现通知如下'),
      '函件里写了“后果自负”',
    ],
  ])('%s', async (_name, kind, change, message) => {
    const faults = await faultsOf(kind, change)
    expect(faults.join('\n')).toContain(message)
  })

  test('a name split among runs, as Word does it, is still a name', async () => {
    const split = (xml: string): string =>
      xml.replace('{客户名称}：', '{客户</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>名称}：')
    expect(await faultsOf('collectionNotice', split)).toEqual([])
  })

  test('is used in the place of ours', async () => {
    const own = await changed('collectionNotice', (xml) =>
      xml.replace('贷款催收通知书', '清江农商银行催收函'),
    )
    const reading = await readTemplate(own, '催收通知书.docx', 'collectionNotice', policy, codec)
    if (!reading.ok) throw new Error('refused')
    const { ledger, result, place } = await sampleOf([loans, ...registers])
    const templates = new Map([['collectionNotice', reading.template] as const])
    const desk = prepareDocuments(ledger, { policy, result, codec, bank, templates })
    const { bytes } = await made(desk, 'collectionNotice', place('JJ2026001'))
    expect(textOf(bytes)).toContain('清江农商银行催收函')
  })

  test.each([
    ['no zip', strToU8('PK, but no zip')],
    ['another zip', zipSync({ 'a.txt': strToU8('x') })],
  ])('%s is no document', async (_name, bytes) => {
    const reading = await readTemplate(bytes, '旧模板.doc', 'checklist', policy, codec)
    expect(reading.ok ? [] : reading.faults.map(({ message }) => message)).toEqual([
      expect.stringContaining('“旧模板.doc”不是 Word 文档'),
    ])
  })
})

describe('the built-in templates', () => {
  test.each(documentKinds.map(({ id }) => id))('%s is in order by our own rules', async (kind) => {
    await builtInTemplate(kind, policy, codec)
    const bytes = await writeTemplateFile(kind, codec)
    expect(await writeTemplateFile(kind, codec)).toEqual(bytes)
  })

  test('are in order by Word’s rules before they are filled, too', async () => {
    expect([...(await sdkErrors(await writeTemplateFile('collectionNotice', codec), 'docx'))]).toEqual([])
  })
})
