import { packPart, writeZip, type Codec } from '../../workbook/index.ts'
import type { Block, Cell, Draft, Page, Row, Style, Table } from './block.ts'
import { fontTablePart, stylesPart } from './styles.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const ofPackage = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Twips: an A4 sheet, and what is left of it between the margins (mm). */
const sheet = { width: 11_906, height: 16_838 }
const twips = (mm: number): number => Math.round((mm * 1440) / 25.4)
const margins: Readonly<Record<Page, { top: number; right: number; bottom: number; left: number }>> = {
  letter: { top: 37, right: 26, bottom: 35, left: 28 },
  report: { top: 25, right: 20, bottom: 22, left: 20 },
}

/** A draft as the bytes of a .docx that Word and WPS open; the same draft gives the same bytes. */
export async function writeDraft(draft: Draft, codec: Codec): Promise<Uint8Array> {
  const entries = []
  for (const [name, text] of Object.entries(partsOf(draft)))
    entries.push(await packPart(name, new TextEncoder().encode(text), codec))
  return writeZip(entries)
}

function partsOf(draft: Draft): Record<string, string> {
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="${ofPackage}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
      ['word/document.xml', `${types}.document.main+xml`],
      ['word/styles.xml', `${types}.styles+xml`],
      ['word/fontTable.xml', `${types}.fontTable+xml`],
      ['word/settings.xml', `${types}.settings+xml`],
      ['word/footer1.xml', `${types}.footer+xml`],
      ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ]
      .map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`)
      .join('')}</Types>`,
    '_rels/.rels': relationshipsPart([
      ['rId1', `${relationships}/officeDocument`, 'word/document.xml'],
      ['rId2', `${ofPackage}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'word/document.xml': `${declaration}<w:document xmlns:w="${word}" xmlns:r="${relationships}"><w:body>${bodyOf(draft)}${section(draft.page)}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationshipsPart([
      ['rId1', `${relationships}/styles`, 'styles.xml'],
      ['rId2', `${relationships}/fontTable`, 'fontTable.xml'],
      ['rId3', `${relationships}/settings`, 'settings.xml'],
      ['rId4', `${relationships}/footer`, 'footer1.xml'],
    ]),
    'word/styles.xml': stylesPart(),
    'word/fontTable.xml': fontTablePart(),
    'word/settings.xml': `${declaration}<w:settings xmlns:w="${word}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`,
    'word/footer1.xml': `${declaration}<w:ftr xmlns:w="${word}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`,
    'docProps/core.xml': `${declaration}<cp:coreProperties xmlns:cp="${ofPackage}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escape(draft.title)}</dc:title></cp:coreProperties>`,
  }
}

function relationshipsPart(list: readonly (readonly [string, string, string])[]): string {
  const each = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  )
  return `${declaration}<Relationships xmlns="${ofPackage}/relationships">${each.join('')}</Relationships>`
}

function section(page: Page): string {
  const { top, right, bottom, left } = margins[page]
  return `<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="${sheet.width}" w:h="${sheet.height}"/><w:pgMar w:top="${twips(top)}" w:right="${twips(right)}" w:bottom="${twips(bottom)}" w:left="${twips(left)}" w:header="851" w:footer="${twips(bottom - 10)}" w:gutter="0"/></w:sectPr>`
}

function bodyOf({ page, blocks }: Draft): string {
  const { left, right } = margins[page]
  const width = sheet.width - twips(left) - twips(right)
  // Word joins tables that touch, and wants a paragraph after one that ends the document
  const parts = blocks.map((block) =>
    block.is === 'table' ? tableXml(block, width) + gap : paragraphXml(block),
  )
  return parts.join('')
}

const gap = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'

function paragraphXml({ style, text, keep, newPage }: Extract<Block, { is: 'paragraph' }>): string {
  const flags = `${keep ? '<w:keepNext/>' : ''}${newPage ? '<w:pageBreakBefore/>' : ''}`
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${flags}</w:pPr>${runXml(text)}</w:p>`
}

function runXml(text: string): string {
  return text === '' ? '' : `<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`
}

function tableXml({ widths, head, rows, look }: Table, width: number): string {
  const total = widths.reduce((sum, one) => sum + one, 0)
  const columns = widths.map((one) => Math.floor((one * width) / total))
  const grid = columns.map((one) => `<w:gridCol w:w="${one}"/>`).join('')
  const headRow: Row[] = head ? [{ cells: head.map((text) => ({ text, style: 'CellHead' })) }] : []
  const all = [...headRow, ...rows].map((row, at) =>
    rowXml(row, columns, head !== undefined && at === 0, look),
  )
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="${columns.reduce((a, b) => a + b, 0)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${all.join('')}</w:tbl>`
}

function rowXml(
  { cells, height }: Row,
  columns: readonly number[],
  isHead: boolean,
  look: Table['look'],
): string {
  const tall = height === undefined ? '' : `<w:trHeight w:val="${twips(height)}" w:hRule="atLeast"/>`
  let column = 0
  const each = cells.map((one) => {
    const cell: Cell = typeof one === 'string' ? { text: one } : one
    const span = cell.span ?? 1
    const own = columns.slice(column, column + span).reduce((a, b) => a + b, 0)
    column += span
    const shaded = isHead || (look === 'facts' && cell.style === 'CellLabel')
    return cellXml(cell, own, span, shaded, isHead)
  })
  return `<w:tr><w:trPr><w:cantSplit/>${tall}${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${each.join('')}</w:tr>`
}

function cellXml(
  { text, style = 'CellText', top }: Cell,
  width: number,
  span: number,
  shaded: boolean,
  isHead: boolean,
): string {
  const spans = span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''
  const shade = shaded ? '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>' : ''
  const lines = text.split('\n').map((line) => cellParagraph(style, line, isHead))
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${spans}${shade}<w:vAlign w:val="${top ? 'top' : 'center'}"/></w:tcPr>${lines.join('')}</w:tc>`
}

/** The head of a table is not left alone at the end of a page. */
function cellParagraph(style: Style, text: string, isHead: boolean): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${isHead ? '<w:keepNext/>' : ''}</w:pPr>${runXml(text)}</w:p>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
