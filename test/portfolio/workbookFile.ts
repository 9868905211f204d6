import { crc32, createDeflateRaw } from 'node:zlib'

import { type DateSystem, serialOfDay } from '@postloan/core/calendar'

/**
 * Writes plain .xlsx files the way Excel does (shared strings, one style per column kind), row by row, so that a
 * ledger of 300,000 rows needs little memory. For tests only: what the product writes goes through core/workbook.
 */
export type CellStyle = 'plain' | 'text' | 'money' | 'rate' | 'date' | 'count' | 'title' | 'header'

export type Cell =
  | null
  | string
  | number
  /** A day number, shown as a date. */
  | { readonly day: number }
  /** A formula with the value Excel last computed. */
  | { readonly formula: string; readonly value: number }

export interface SheetFile {
  readonly name: string
  readonly rows: Iterable<readonly Cell[]>
  /** Style of the cells of a data column. */
  readonly columnStyles: readonly CellStyle[]
  readonly columnWidths?: readonly number[]
  /** Rows (from the top) that are title or header. */
  readonly styledRows?: readonly CellStyle[]
  /** `A1:F1` … */
  readonly merges?: readonly string[]
  readonly frozenRows?: number
  readonly autoFilter?: string
}

const styleIds: Readonly<Record<CellStyle, number>> = {
  plain: 0,
  text: 1,
  money: 2,
  rate: 3,
  date: 4,
  count: 5,
  title: 6,
  header: 7,
}
const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const documentRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The bytes of a workbook with these sheets. */
export async function workbookFile(
  sheets: readonly SheetFile[],
  dateSystem: DateSystem = 1900,
): Promise<Uint8Array> {
  const texts = new Map<string, number>()
  let textCells = 0
  const textIndex = (text: string): number => {
    textCells++
    const known = texts.get(text)
    if (known !== undefined) return known
    texts.set(text, texts.size)
    return texts.size - 1
  }
  const entries: Promise<ZipEntry>[] = []
  for (const [index, sheet] of sheets.entries()) {
    entries.push(deflated(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, textIndex, dateSystem)))
    // the shared strings are numbered in writing order: sheets one after the other
    await entries[index]
  }
  entries.push(
    deflated('xl/sharedStrings.xml', sharedStringsXml(texts, textCells)),
    deflated('xl/styles.xml', [stylesXml]),
    deflated('xl/workbook.xml', [workbookXml(sheets, dateSystem)]),
    deflated('xl/_rels/workbook.xml.rels', [workbookRelations(sheets.length)]),
    deflated('_rels/.rels', [
      `${declaration}<Relationships xmlns="${packageNamespace}/relationships"><Relationship Id="rId1" Type="${documentRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ]),
    deflated('[Content_Types].xml', [contentTypes(sheets.length)]),
  )
  // Excel puts the content types first
  return zipped((await Promise.all(entries)).reverse())
}

function* sheetXml(
  sheet: SheetFile,
  textIndex: (text: string) => number,
  dateSystem: DateSystem,
): Generator<string> {
  yield `${declaration}<worksheet xmlns="${mainNamespace}" xmlns:r="${documentRelations}"><sheetViews><sheetView tabSelected="1" workbookViewId="0">`
  if (sheet.frozenRows) {
    yield `<pane ySplit="${sheet.frozenRows}" topLeftCell="A${sheet.frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`
  }
  yield '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="14.25"/>'
  if (sheet.columnWidths?.length) {
    const columns = sheet.columnWidths.map(
      (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
    )
    yield `<cols>${columns.join('')}</cols>`
  }
  yield '<sheetData>'
  const letters = sheet.columnStyles.map((_, index) => columnLetters(index))
  let text = ''
  let rowNumber = 0
  for (const row of sheet.rows) {
    rowNumber++
    const rowStyle = sheet.styledRows?.[rowNumber - 1]
    const height = rowStyle === 'title' || rowStyle === 'header' ? ' ht="30" customHeight="1"' : ''
    text += `<row r="${rowNumber}"${height}>`
    for (const [index, cell] of row.entries()) {
      const letter = letters[index] ?? columnLetters(index)
      text += cellXml(
        cell,
        `${letter}${rowNumber}`,
        rowStyle ?? sheet.columnStyles[index] ?? 'plain',
        textIndex,
        dateSystem,
      )
    }
    text += '</row>'
    if (text.length > 1 << 18) {
      yield text
      text = ''
    }
  }
  yield `${text}</sheetData>`
  if (sheet.autoFilter) yield `<autoFilter ref="${sheet.autoFilter}"/>`
  if (sheet.merges?.length) {
    const merges = sheet.merges.map((area) => `<mergeCell ref="${area}"/>`).join('')
    yield `<mergeCells count="${sheet.merges.length}">${merges}</mergeCells>`
  }
  yield '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>'
}

function cellXml(
  cell: Cell,
  at: string,
  style: CellStyle,
  textIndex: (text: string) => number,
  dateSystem: DateSystem,
): string {
  if (cell === null) return `<c r="${at}" s="${styleIds[style]}"/>`
  // 20261031 typed as a plain number would show as ##### under a date format
  if (typeof cell === 'number')
    return `<c r="${at}" s="${styleIds[style === 'date' ? 'count' : style]}"><v>${cell}</v></c>`
  if (typeof cell === 'string') {
    const id = style === 'title' || style === 'header' ? styleIds[style] : styleIds.text
    return `<c r="${at}" s="${id}" t="s"><v>${textIndex(cell)}</v></c>`
  }
  if ('day' in cell)
    return `<c r="${at}" s="${styleIds.date}"><v>${serialOfDay(cell.day, dateSystem)}</v></c>`
  return `<c r="${at}" s="${styleIds[style]}"><f>${escaped(cell.formula)}</f><v>${cell.value}</v></c>`
}

function* sharedStringsXml(texts: ReadonlyMap<string, number>, textCells: number): Generator<string> {
  yield `${declaration}<sst xmlns="${mainNamespace}" count="${textCells}" uniqueCount="${texts.size}">`
  let xml = ''
  for (const text of texts.keys()) {
    const keep = text.trim() === text ? '' : ' xml:space="preserve"'
    xml += `<si><t${keep}>${escaped(text)}</t></si>`
    if (xml.length > 1 << 18) {
      yield xml
      xml = ''
    }
  }
  yield `${xml}</sst>`
}

const stylesXml = `${declaration}<styleSheet xmlns="${mainNamespace}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy/m/d"/></numFmts><fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFD9E1F2"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8">${[
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/>',
  '<xf numFmtId="4" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/>',
  '<xf numFmtId="2" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/>',
  '<xf numFmtId="176" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/>',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1"/>',
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf>',
  '<xf numFmtId="0" fontId="2" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>',
].join(
  '',
)}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

function workbookXml(sheets: readonly SheetFile[], dateSystem: DateSystem): string {
  const list = sheets.map(
    (sheet, index) => `<sheet name="${escaped(sheet.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `${declaration}<workbook xmlns="${mainNamespace}" xmlns:r="${documentRelations}">${dateSystem === 1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${list.join('')}</sheets></workbook>`
}

function workbookRelations(sheetCount: number): string {
  const sheets = Array.from({ length: sheetCount }, (_, index) =>
    relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  )
  const others = [
    relation(sheetCount + 1, 'styles', 'styles.xml'),
    relation(sheetCount + 2, 'sharedStrings', 'sharedStrings.xml'),
  ]
  return `${declaration}<Relationships xmlns="${packageNamespace}/relationships">${[...sheets, ...others].join('')}</Relationships>`
}

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${documentRelations}/${type}" Target="${target}"/>`
}

function contentTypes(sheetCount: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const override = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}" ContentType="${type}.${kind}+xml"/>`
  const sheets = Array.from({ length: sheetCount }, (_, index) =>
    override(`worksheets/sheet${index + 1}.xml`, 'worksheet'),
  )
  return `${declaration}<Types xmlns="${packageNamespace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}${sheets.join('')}${override('styles.xml', 'styles')}${override('sharedStrings.xml', 'sharedStrings')}</Types>`
}

function escaped(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    : text
}

export function columnLetters(column: number): string {
  let letters = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCodePoint(65 + ((n - 1) % 26)) + letters
  return letters
}

interface ZipEntry {
  readonly name: string
  readonly size: number
  readonly crc: number
  readonly packed: Buffer
}

async function deflated(name: string, chunks: Iterable<string>): Promise<ZipEntry> {
  const deflate = createDeflateRaw({ level: 6 })
  const parts: Buffer[] = []
  deflate.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => {
    deflate.on('end', resolve)
    deflate.on('error', reject)
  })
  let size = 0
  let crc = 0
  for (const chunk of chunks) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    crc = crc32(bytes, crc)
    if (!deflate.write(bytes)) await new Promise<void>((resolve) => deflate.once('drain', resolve))
  }
  deflate.end()
  await ended
  return { name, size, crc, packed: Buffer.concat(parts) }
}

function zipped(entries: readonly ZipEntry[]): Uint8Array {
  const body: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(0x800, 2)
    shared.writeUInt16LE(8, 4)
    // a fixed date (2026-10-31): the same ledger is the same bytes
    shared.writeUInt16LE(0x5d5f, 8)
    shared.writeUInt32LE(entry.crc, 10)
    shared.writeUInt32LE(entry.packed.length, 14)
    shared.writeUInt32LE(entry.size, 18)
    shared.writeUInt16LE(name.length, 22)
    shared.copy(local, 4)
    body.push(local, name, entry.packed)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(20, 4)
    shared.copy(central, 6)
    central.writeUInt32LE(offset, 42)
    directory.push(central, name)
    offset += 30 + name.length + entry.packed.length
  }
  const directoryBytes = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directoryBytes.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...body, directoryBytes, end])
}
