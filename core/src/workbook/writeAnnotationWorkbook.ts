import { Writing, withStyles } from './annotateWorkbook.ts'
import type { AnnotationPlan, OwnSheet, SheetAnnotation, SheetCell } from './annotation.ts'
import { OfficePackage } from './package/officePackage.ts'
import { sheetWords } from './sheetWords.ts'
import type { Codec } from './zip/index.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const WORKBOOK = 'xl/workbook.xml'

/**
 * A workbook of its own with the same annotations, for a file that must not be saved again (signed, encrypted, .xls,
 * .csv …): our sheets, then for each sheet of the ledger its annotated rows by row number, 借据号 and customer.
 */
export async function writeAnnotationWorkbook(plan: AnnotationPlan, codec: Codec): Promise<Uint8Array> {
  const pack = new OfficePackage({ entries: [], byName: new Map() }, codec)
  const rels = 'application/vnd.openxmlformats-package.relationships+xml'
  const types =
    `<Default Extension="rels" ContentType="${rels}"/><Default Extension="xml" ContentType="application/xml"/>` +
    `<Override PartName="/${WORKBOOK}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>`
  const typesNamespace = 'http://schemas.openxmlformats.org/package/2006/content-types'
  pack.setText('[Content_Types].xml', `${DECLARATION}<Types xmlns="${typesNamespace}">${types}</Types>`)
  await pack.addRelationship('', 'officeDocument', WORKBOOK)
  pack.setText(
    WORKBOOK,
    `${DECLARATION}<workbook xmlns="${MAIN}"><bookViews><workbookView/></bookViews><sheets></sheets></workbook>`,
  )
  const ownSheets = [...plan.ownSheets, ...plan.sheets.map(rowSheet)]
  // Cells of another file cannot be reached by a link.
  const unlinked = ownSheets.map(withoutLinks)
  const { facts, added } = await withStyles(pack, WORKBOOK)
  const writing = new Writing(pack, facts, { ...plan, sheets: [], ownSheets: unlinked }, 6, added)
  await writing.ownSheets()
  return pack.build(6)
}

function rowSheet(annotation: SheetAnnotation): OwnSheet {
  const { columns: titles } = sheetWords
  return {
    name: sheetWords.separate(annotation.sheet),
    title: sheetWords.separateTitle(annotation.sheet),
    subtitles: [sheetWords.separateNote],
    widths: [8, 22, 26, 14, 52, 36, 44, 14, 12],
    list: true,
    blocks: [
      {
        title: '',
        note: '',
        columns: [
          { title: titles.row, align: 'right' },
          { title: titles.loan, align: 'left' },
          { title: titles.customer, align: 'left' },
          { title: titles.level, align: 'left' },
          { title: titles.ruleName, align: 'left' },
          { title: titles.basis, align: 'left' },
          { title: titles.remedy, align: 'left' },
          { title: titles.deadline, align: 'center' },
          { title: titles.owner, align: 'center' },
        ],
        rows: annotation.rows.map((row): SheetCell[] => [
          row.row,
          row.label[0],
          row.label[1],
          { kind: 'level', level: row.level },
          row.item,
          row.basis,
          row.remedy,
          row.deadline === null ? null : { kind: 'day', day: row.deadline },
          row.owner,
        ]),
      },
    ],
  }
}

function withoutLinks(sheet: OwnSheet): OwnSheet {
  return {
    ...sheet,
    blocks: sheet.blocks.map((block) => ({
      ...block,
      rows: block.rows.map((row) =>
        row.map((cell) => (typeof cell === 'object' && cell?.kind === 'link' ? cell.text : cell)),
      ),
    })),
  }
}
