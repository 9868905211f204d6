import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import * as XLSX from 'xlsx'

import { workbookFile } from '../portfolio/workbookFile.ts'

type Grid = readonly (readonly (string | number | null)[])[]

const header = ['借据号', '客户名称', '贷款金额', '贷款余额', '放款日期', '到期日', '五级分类', '逾期天数']
const loan = (n: number): (string | number)[] => [
  `JJ20260000${n}`,
  `某某商贸有限公司${n}`,
  500_000,
  400_000,
  '2026-01-15',
  '2027-01-14',
  '正常',
  0,
]
const loans = [1, 2, 3].map(loan)

async function book(rows: Grid, name = '贷款台账'): Promise<Uint8Array> {
  return workbookFile([{ name, rows, columnStyles: Array.from({ length: 16_384 }, () => 'plain') }])
}

/** An .xls or .xlsb by SheetJS. */
function legacy(rows: Grid, bookType: 'biff8' | 'xlsb' | 'ods'): Uint8Array {
  const workbook = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), '贷款台账')
  return new Uint8Array(XLSX.write(workbook, { type: 'array', bookType }) as ArrayBuffer)
}

/** GB18030 by way of the decoder that every platform has: each two-byte code once, turned round. */
function gb18030(text: string): Uint8Array {
  const codes = new Map<string, readonly [number, number]>()
  const decoder = new TextDecoder('gb18030')
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1)
      if (low !== 0x7f) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  return Uint8Array.from(Array.from(text).flatMap((sign) => codes.get(sign) ?? [sign.codePointAt(0) ?? 63]))
}

const table = (rows: Grid): string =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><table>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell ?? '&nbsp;'}`).join('')}`)
    .join('')}</table></body></html>`

/** A zip whose one sheet says it is small and is not: 64 MB of spaces. */
function bomb(): Uint8Array {
  const plain = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8('<workbook/>'),
    'xl/worksheets/sheet1.xml': new Uint8Array(64 << 20),
  })
  return plain
}

/** A password-protected workbook as Excel writes it: an OLE file that holds the stream EncryptedPackage. */
function encrypted(): Uint8Array {
  const cfb = XLSX.CFB.utils.cfb_new()
  XLSX.CFB.utils.cfb_add(cfb, '/EncryptionInfo', new Uint8Array(64))
  XLSX.CFB.utils.cfb_add(cfb, '/EncryptedPackage', new Uint8Array(4096))
  return new Uint8Array(XLSX.CFB.write(cfb, { type: 'array' }))
}

export interface BadFile {
  readonly what: string
  readonly name: string
  readonly bytes: () => Promise<Uint8Array> | Uint8Array
  /** Exit code without --fail-on. */
  readonly code: 0 | 2
  /** Words that the officer has to be told. */
  readonly says: readonly RegExp[]
}

/** Files as they come: each has to give its own clear message, or the right answer. */
export const badFiles: readonly BadFile[] = [
  { what: 'an empty file', name: '空.xlsx', bytes: () => new Uint8Array(), code: 2, says: [/0 字节/] },
  {
    what: 'a picture called .xlsx',
    name: '图片.xlsx',
    bytes: () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Uint8Array(200)]),
    code: 2,
    says: [/不是可以识别的台账文件/],
  },
  {
    what: 'a file cut off half way',
    name: '半截.xlsx',
    bytes: async () => (await book([header, ...loans])).slice(0, 1200),
    code: 2,
    says: [/文件不完整/],
  },
  { what: 'a zip bomb', name: '炸弹.xlsx', bytes: bomb, code: 2, says: [/解压后的大小异常/] },
  { what: 'a password', name: '加密.xlsx', bytes: encrypted, code: 2, says: [/打开密码/] },
  {
    what: 'formula errors in cells',
    name: '公式错误.xlsx',
    bytes: async () => withErrors([header, [...loan(1).slice(0, 3), '#REF!', ...loan(1).slice(4)], loan(2)]),
    code: 0,
    says: [/借据 2 笔/, /#REF!/],
  },
  {
    what: 'a sheet of something else',
    name: '会议记录.xlsx',
    bytes: () =>
      book(
        [
          ['会议日期', '地点', '主持人', '会议内容'],
          ['2026-10-08', '三楼', '王某', '贷后例会'],
        ],
        '会议',
      ),
    code: 2,
    says: [/不是借据台账：会议/, /请选择/],
  },
  {
    what: 'no header',
    name: '无表头.xlsx',
    bytes: () => book(loans),
    code: 2,
    says: [/没有找到表头/, /请选择/],
  },
  {
    what: 'two headers in one sheet',
    name: '两段.xlsx',
    bytes: () => book([header, loan(1), loan(2), header, loan(3)]),
    code: 0,
    says: [/借据 3 笔/],
  },
  {
    what: 'only totals',
    name: '只有合计.xlsx',
    bytes: () => book([header, ['合计', null, 1_500_000, 1_200_000, null, null, null, null]]),
    code: 2,
    says: [/只有表头或合计/],
  },
  {
    what: 'a cell in the last row and column',
    name: '远处一格.xlsx',
    bytes: () => far([header, ...loans]),
    code: 0,
    says: [/借据 3 笔/],
  },
  {
    what: '16,384 columns',
    name: '一万六千列.xlsx',
    bytes: () =>
      book([
        [...header, ...Array.from({ length: 16_376 }, (_, n) => `备用${n}`)],
        ...loans.map((row) => [...row, ...Array.from({ length: 16_376 }, () => 1)]),
      ]),
    code: 0,
    says: [/借据 3 笔/],
  },
  {
    what: 'HTML in GB18030 called .xls',
    name: '网页.xls',
    bytes: () => gb18030(table([header, ...loans])),
    code: 0,
    says: [/借据 3 笔/],
  },
  {
    what: 'CSV with BOM and a TAB after each value',
    name: '导出.csv',
    bytes: () =>
      strToU8(
        `\uFEFF${[header, ...loans].map((row) => row.map((cell) => `${cell}\t`).join(',')).join('\r\n')}`,
      ),
    code: 0,
    says: [/借据 3 笔/],
  },
  {
    what: 'BIFF8',
    name: '旧版.xls',
    bytes: () => legacy([header, ...loans], 'biff8'),
    code: 0,
    says: [/借据 3 笔/],
  },
  {
    what: '.xlsb',
    name: '二进制.xlsb',
    bytes: () => legacy([header, ...loans], 'xlsb'),
    code: 0,
    says: [/借据 3 笔/],
  },
]

/** A workbook whose loans are all well, with a stray word in XFD1048576. */
async function far(rows: Grid): Promise<Uint8Array> {
  const parts = unzipSync(await book(rows))
  const name = 'xl/worksheets/sheet1.xml'
  const stray = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>备注</t></is></c></row></sheetData>'
  const sheet = strFromU8(parts[name] ?? new Uint8Array()).replace('</sheetData>', stray)
  return zipSync({ ...parts, [name]: strToU8(sheet) })
}

/** An .xlsx by SheetJS; `#REF!` becomes an error value. */
function withErrors(rows: Grid): Uint8Array {
  const sheet = XLSX.utils.aoa_to_sheet(
    rows.map((row) => row.map((cell) => (cell === '#REF!' ? { t: 'e' as const, v: 23 } : cell))),
  )
  const workbook = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(workbook, sheet, '贷款台账')
  return new Uint8Array(XLSX.write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

const tall = ['客户名称', '贷款金额', '贷款余额', '到期日', '五级分类']

/** 1,048,575 loans: as many rows as a sheet can hold. */
export function fullSheet(): Promise<Uint8Array> {
  return workbookFile([{ name: '贷款台账', columnStyles: tall.map(() => 'plain'), rows: everyRow() }])
}

function* everyRow(): Generator<(string | number)[]> {
  yield tall
  for (let n = 1; n < 1_048_576; n += 1) yield [`某某商贸有限公司${n}`, 5, 4, 46_402, '正常']
}
