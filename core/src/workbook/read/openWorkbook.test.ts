import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import * as xlsx from 'xlsx'

import type { Workbook } from '../../table/index.ts'
import { nodeCodec } from '../node/index.ts'
import { packPart, webCodec, writeZip } from '../zip/index.ts'
import { openWorkbook } from './openWorkbook.ts'
import { cellsOf, testPackage } from './xlsx/testPackage.ts'

async function open(bytes: Uint8Array, fileName: string): Promise<Workbook> {
  const opening = await openWorkbook(bytes, fileName, nodeCodec())
  if (!opening.ok) throw new Error(opening.error.message)
  return opening.workbook
}

/** GB18030 bytes, by asking the decoder what each two bytes mean. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const pairs = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      pairs.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
    }
  }
  return Uint8Array.from(
    text.split('').flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : (pairs.get(char) ?? [63]))),
  )
}

function utf16le(text: string, mark: string): Uint8Array {
  return new Uint8Array(Uint16Array.from(mark + text, (char) => char.charCodeAt(0)).buffer)
}

const anXlsx = testPackage({ sheets: ['<sheetData><row><c><v>1</v></c></row></sheetData>'] })

/** A compound file whose directory holds one stream of this name, enough to be told by it. */
function compoundFile(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048)
  const view = new DataView(bytes.buffer)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  view.setUint16(30, 9, true)
  view.setUint32(48, 0, true)
  const entry = 512 + 128
  for (let i = 0; i < stream.length; i++) view.setUint16(entry + 2 * i, stream.charCodeAt(i), true)
  view.setUint16(entry + 64, 2 * (stream.length + 1), true)
  bytes[entry + 66] = 2
  return bytes
}

/** An .xlsx whose sheet inflates to far more than an archive of its size may. */
async function declaredBomb(): Promise<Uint8Array> {
  const codec = nodeCodec()
  return writeZip([
    await packPart('xl/worksheets/sheet1.xml', new Uint8Array(30_000_000), codec, { level: 9 }),
  ])
}

/** The same with the directory saying that it is small. */
async function lyingBomb(): Promise<Uint8Array> {
  const codec = nodeCodec()
  const parts = unzipSync(anXlsx)
  const entries = await Promise.all(
    Object.entries(parts).map(([name, content]) => packPart(name, content, codec)),
  )
  const bomb = await packPart('xl/worksheets/sheet1.xml', strToU8(' '.repeat(30_000_000)), codec)
  return writeZip(entries.map((entry) => (entry.name === bomb.name ? { ...bomb, size: 5000 } : entry)))
}

const withPart = (name: string, content: string): Uint8Array => testPackage({ parts: { [name]: content } })

describe('a file that cannot be read says why', () => {
  it.each<readonly [string, string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['an empty file', 'a.xlsx', () => new Uint8Array(), 'empty'],
    ['only blank lines', 'a.csv', () => strToU8('\r\n \r\n'), 'empty'],
    ['a download never filled', 'a.xlsx', () => new Uint8Array(5000), 'truncated'],
    [
      'a picture',
      'a.xlsx',
      () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13),
      'notAWorkbook',
    ],
    [
      'random bytes',
      'a.xls',
      () => Uint8Array.from({ length: 4000 }, (_, i) => (i * i * 31) >> 3),
      'notAWorkbook',
    ],
    ['some other zip', 'a.xlsx', () => zipSync({ 'word/document.xml': strToU8('<w/>') }), 'notAWorkbook'],
    ['some other XML', 'a.xls', () => strToU8('<?xml version="1.0"?><data><row/></data>'), 'notAWorkbook'],
    ['some other compound file', 'a.xls', () => compoundFile('WordDocument'), 'notAWorkbook'],
    ['a zip cut off', 'a.xlsx', () => anXlsx.subarray(0, anXlsx.length - 99), 'truncated'],
    ['a compound file cut off', 'a.xls', () => compoundFile('x').subarray(0, 600), 'truncated'],
    ['a zip bomb', 'a.xlsx', declaredBomb, 'zipBomb'],
    ['a zip bomb that lies', 'a.xlsx', lyingBomb, 'zipBomb'],
    ['a password', 'a.xlsx', () => compoundFile('EncryptedPackage'), 'password'],
    [
      'an .ods with a password',
      'a.ods',
      () =>
        zipSync({
          mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
          'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>'),
        }),
      'password',
    ],
    [
      'encryption by the company',
      'a.xlsx',
      () => Uint8Array.from([0x62, 0x14, 0x23, 0x65, ...strToU8('xx E-SafeNet   LOCK'), 0, 1, 2]),
      'encryptedByCompany',
    ],
    [
      'a DOCTYPE in a small part',
      'a.xlsx',
      () => withPart('xl/workbook.xml', '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>'),
      'forbiddenMarkup',
    ],
    [
      'a DOCTYPE in a sheet',
      'a.xlsx',
      () => withPart('xl/worksheets/sheet1.xml', '<!DOCTYPE x><worksheet/>'),
      'forbiddenMarkup',
    ],
    [
      'a DOCTYPE in XML 2003',
      'a.xls',
      () =>
        strToU8(
          '<?xml version="1.0"?><!DOCTYPE x><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        ),
      'forbiddenMarkup',
    ],
    [
      'a sheet cut off inside',
      'a.xlsx',
      () => withPart('xl/worksheets/sheet1.xml', '<worksheet><sheetData><row><c r="A1"><v>1'),
      'corruptPart',
    ],
    [
      'a shared string that is not there',
      'a.xlsx',
      () => testPackage({ sheets: ['<sheetData><row><c t="s"><v>0</v></c></row></sheetData>'] }),
      'corruptPart',
    ],
    [
      'a sheet whose part is not there',
      'a.xlsx',
      () => withPart('xl/_rels/workbook.xml.rels', '<Relationships/>'),
      'corruptPart',
    ],
    [
      'chart sheets only',
      'a.xlsx',
      () =>
        withPart(
          'xl/_rels/workbook.xml.rels',
          '<Relationships><Relationship Id="s1" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
        ),
      'noSheets',
    ],
    [
      'a login page',
      '台账.xls',
      () => strToU8('<html><body><form>请重新登录</form></body></html>'),
      'htmlWithoutTable',
    ],
    [
      'a web archive',
      '台账.xls',
      () => strToU8('MIME-Version: 1.0\r\nContent-Type: multipart/related'),
      'unsupported',
    ],
  ])('%s', async (_what, fileName, make, code) => {
    const bytes = await make()
    for (const codec of [nodeCodec(), webCodec()]) {
      const opening = await openWorkbook(bytes, fileName, codec)
      const message: unknown = expect.stringMatching(/[\u4E00-\u9FFF].*。$/)
      expect(opening).toMatchObject({ ok: false, error: { code, file: fileName, message } })
    }
  })

  it('names the sheet where a part of it is damaged', async () => {
    const opening = await openWorkbook(
      withPart('xl/worksheets/sheet1.xml', '<worksheet><sheetData><c'),
      'a.xlsx',
      nodeCodec(),
    )
    const message: unknown = expect.stringContaining('工作表“表1”')
    expect(opening).toMatchObject({ error: { sheet: '表1', part: 'xl/worksheets/sheet1.xml', message } })
  })
})

const html = (meta: string, body: string): string =>
  `<html><head>${meta}<style>td{color:red}</style></head><body>${body}</body></html>`
const gbMeta = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'

describe('text under any name is read as what it is', () => {
  it.each<readonly [string, string, Uint8Array, Workbook['format'], readonly string[], readonly string[]]>([
    [
      'HTML in GB18030 without end tags',
      '079.xls',
      gb18030(
        html(
          gbMeta,
          '<table border=1><tr><td colspan=2>贷款台账<tr><td>借据号<td>余额<tr><td>330106199001011234<td>1,200.50</table>',
        ),
      ),
      'html',
      ["A1: '贷款台账", "A2: '借据号", "B2: '余额", "A3: '330106199001011234", "B3: '1,200.50"],
      ['notWhatItSays'],
    ],
    [
      'HTML with spans, breaks and entities',
      'a.html',
      strToU8(
        '<TABLE><TR><TH rowspan="2">客户&nbsp;名称</TH><TH>逾期<BR>天数</TH></TR><TR><TD>9&lt;10 &#20803;</TD></TR></TABLE>',
      ),
      'html',
      ["A1: '客户 名称", "B1: '逾期\n天数", "B2: '9<10 元"],
      [],
    ],
    [
      'HTML made by Excel with exact numbers',
      'a.xls',
      strToU8(
        '<xml><x:Name>清单</x:Name></xml><table><tr><td x:num="1234.5678">1,234.57</td><td x:num="41822">2014/7/1</td><td x:str>001</td></tr></table>',
      ),
      'html',
      ['A1: 1234.5678', "B1: '2014/7/1", "C1: '001"],
      ['notWhatItSays'],
    ],
    [
      'tables below and inside one another',
      'a.htm',
      strToU8(
        '<table><tr><td>一<table><tr><td>二</td></tr></table></td></tr></table><table><tr><td>三</table>',
      ),
      'html',
      ["A1: '一", "A2: '二", "A3: '三"],
      [],
    ],
    [
      'CSV with a mark and a tab after each value',
      '导出.xls',
      strToU8('\uFEFF借据号,余额\r\n123456789012345678\t,"1,000.00"\t\r\n\t00123\t,\t\r\n'),
      'csv',
      ["A1: '借据号", "B1: '余额", "A2: '123456789012345678", "B2: '1,000.00", "A3: '00123"],
      ['notWhatItSays'],
    ],
    [
      'CSV in GB18030',
      'a.csv',
      gb18030('客户名称,五级分类\n某某公司,关注\n'),
      'csv',
      ["A1: '客户名称", "B1: '五级分类", "A2: '某某公司", "B2: '关注"],
      ['encodingGuessed'],
    ],
    [
      'CSV in UTF-16 with tabs',
      'a.txt',
      utf16le('借据号\t余额\n="0012"\t3\n', '\uFEFF'),
      'csv',
      ["A1: '借据号", "B1: '余额", "A2: '0012", "B2: '3"],
      [],
    ],
    [
      'CSV in UTF-16 without a mark',
      'a.csv',
      utf16le('loanNo,balance,date\n1001,23.50,20260101\n', ''),
      'csv',
      ["A1: 'loanNo", "B1: 'balance", "C1: 'date", "A2: '1001", "B2: '23.50", "C2: '20260101"],
      ['encodingGuessed'],
    ],
    [
      'tabs, with commas in amounts',
      'a.xls',
      strToU8('标题\n借据号\t余额\t日期\n1\t1,000,000.00\t2026-01-01\n2\t\t\n'),
      'csv',
      [
        "A1: '标题",
        "A2: '借据号",
        "B2: '余额",
        "C2: '日期",
        "A3: '1",
        "B3: '1,000,000.00",
        "C3: '2026-01-01",
        "A4: '2",
      ],
      ['notWhatItSays'],
    ],
    [
      'quotes over several lines',
      'a.csv',
      strToU8('a,"x ""y""\nz",b\n,,c'),
      'csv',
      ["A1: 'a", 'B1: \'x "y"\nz', "C1: 'b", "C2: 'c"],
      [],
    ],
    [
      'a quote never closed',
      'a.csv',
      strToU8('a,b\n"1,2\n3,4\n'),
      'csv',
      ["A1: 'a", "B1: 'b", 'A2: \'"1', "B2: '2", "A3: '3", "B3: '4"],
      ['unclosedQuote'],
    ],
    [
      'a character cut off',
      'a.csv',
      strToU8(`${'台账,余额\n'.repeat(30)}余额`).subarray(0, -1),
      'csv',
      [
        ...Array.from({ length: 30 }, (_, i) => [`A${i + 1}: '台账`, `B${i + 1}: '余额`]).flat(),
        "A31: '余\uFFFD",
      ],
      ['badCharacters'],
    ],
  ])('%s', async (_what, fileName, bytes, format, cells, notes) => {
    const workbook = await open(bytes, fileName)
    expect(workbook.format).toBe(format)
    expect(workbook.sheets.flatMap(cellsOf)).toEqual(cells)
    expect(workbook.notes.map(({ code }) => code)).toEqual(notes)
  })

  it('keeps merged areas and the sheet name of an HTML table', async () => {
    const { sheets } = await open(
      strToU8('<table><tr><td rowspan=2 colspan=2>a<td>b<tr style="display:none"><td>c</table>'),
      '2026年10月台账.xls',
    )
    expect(sheets[0]).toMatchObject({
      name: '2026年10月台账',
      merges: [{ top: 0, left: 0, bottom: 2, right: 2 }],
      hiddenRows: [1],
    })
    expect(sheets.flatMap(cellsOf)).toEqual(["A1: 'a", "C1: 'b", "C2: 'c"])
  })
})

/** A record of a .xls file from before it had any container. */
const record = (type: number, ...body: readonly number[]): readonly number[] => [
  type & 255,
  type >> 8,
  body.length,
  0,
  ...body,
]

describe('older formats', () => {
  const longId = '330106199001011234'
  const sheet: xlsx.WorkSheet = {
    A1: { t: 's', v: '借据号' },
    B1: { t: 's', v: '余额' },
    C1: { t: 's', v: '到期日' },
    A2: { t: 's', v: longId },
    B2: { t: 'n', v: 1234.56, z: '#,##0.00' },
    C2: { t: 'n', v: 46326, z: 'yyyy/m/d' },
    D2: { t: 'b', v: true },
    E2: { t: 'e', v: 0x17, w: '#REF!' },
    '!ref': 'A1:E4',
    '!merges': [{ s: { r: 3, c: 0 }, e: { r: 3, c: 1 } }],
  }
  const expected = [
    "A1: '借据号",
    "B1: '余额",
    "C1: '到期日",
    `A2: '${longId}`,
    'B2: 1234.56',
    'C2: @46326',
    'D2: ?1',
    'E2: !#REF!',
  ]

  it.each([
    ['.xls of Excel 97', 'biff8', 'a.xls', 'xls', expected, 1],
    ['.et of WPS', 'biff8', 'a.et', 'xls', expected, 1],
    ['.xlsb', 'xlsb', 'a.xlsb', 'xlsb', expected, 1],
    // What is missing here the writer leaves out, not the reader.
    ['.ods', 'ods', 'a.ods', 'ods', expected.slice(0, -1), 0],
    ['XML 2003 named .xls', 'xlml', 'a.xls', 'xml2003', expected, 0],
  ] as const)('%s', async (_what, bookType, fileName, format, written, merges) => {
    const book: xlsx.WorkBook = { SheetNames: ['台账'], Sheets: { 台账: sheet } }
    const bytes: ArrayBuffer = xlsx.write(book, { type: 'array', bookType })
    const workbook = await open(new Uint8Array(bytes), fileName)
    expect(workbook.format).toBe(format)
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['台账'])
    expect(workbook.sheets.flatMap(cellsOf)).toEqual(written)
    expect(workbook.sheets[0]?.merges).toEqual([{ top: 3, left: 0, bottom: 4, right: 2 }].slice(0, merges))
  })

  it('.xls of Excel 4 with text in the code page of China', async () => {
    const label = (column: number, text: string): readonly number[] => {
      const bytes = gb18030(text)
      return record(0x0204, 0, 0, column, 0, 0, 0, bytes.length, 0, ...bytes)
    }
    const file = [
      ...record(0x0409, 0, 0, 0x10, 0, 0, 0),
      ...record(0x0042, 0xa8, 0x03),
      ...label(0, '客户名称'),
      ...label(1, longId),
      ...record(0x000a),
    ]
    const workbook = await open(Uint8Array.from(file), 'a.xls')
    expect(workbook.sheets.flatMap(cellsOf)).toEqual(["A1: '客户名称", `B1: '${longId}`])
  })
})
