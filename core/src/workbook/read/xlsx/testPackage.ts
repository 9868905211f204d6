import { strToU8, zipSync } from 'fflate'

import { CellKind, type Sheet, columnLetters } from '../../../table/index.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

export interface TestPackage {
  /** What stands in `<worksheet>`, of one sheet or several. */
  readonly sheets?: readonly string[]
  /** What stands in `<sst>`. */
  readonly strings?: string
  /** What stands in `<styleSheet>`. */
  readonly styles?: string
  readonly workbookPr?: string
  /** Further parts, or other content for the usual ones. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>
}

/** A small .xlsx from pieces of XML, for tests. */
export function testPackage(pieces: TestPackage): Uint8Array {
  const sheets = pieces.sheets ?? ['<sheetData/>']
  const rel = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const parts: Record<string, string | Uint8Array> = {
    '_rels/.rels': `<Relationships>${rel('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${pieces.workbookPr ?? ''}<sheets>${sheets
      .map((_, i) => `<sheet name="表${i + 1}" sheetId="${i + 1}" r:id="s${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map((_, i) => rel(`s${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`))
      .join(
        '',
      )}${rel('st', 'styles', 'styles.xml')}${rel('ss', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${pieces.styles ?? ''}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${pieces.strings ?? ''}</sst>`,
    ...Object.fromEntries(
      sheets.map((sheet, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<?xml version="1.0"?>\n<worksheet xmlns="${MAIN}">${sheet}</worksheet>`,
      ]),
    ),
    ...pieces.parts,
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
    { level: 1 },
  )
}

const KIND_MARKS: Readonly<Record<CellKind, string>> = {
  [CellKind.empty]: '',
  [CellKind.number]: '',
  [CellKind.text]: "'",
  [CellKind.boolean]: '?',
  [CellKind.error]: '!',
  [CellKind.date]: '@',
}

/** The cells of a sheet as `A1: 12.5`, `B1: 'text`, `C1: @45000` (a date), `D1: !#REF!`, `E1: ?1`, row by row. */
export function cellsOf(sheet: Sheet): string[] {
  const lines: string[] = []
  for (let row = 0; row < sheet.rowCount; row++) {
    for (const [column, cells] of sheet.columns.entries()) {
      const kind = (cells?.kinds[row] ?? CellKind.empty) as CellKind
      if (!cells || kind === CellKind.empty) continue
      const value = cells.values[row] ?? Number.NaN
      const shown = kind === CellKind.text || kind === CellKind.error ? sheet.texts[value] : value
      lines.push(`${columnLetters(column)}${row + 1}: ${KIND_MARKS[kind]}${shown}`)
    }
  }
  return lines
}
