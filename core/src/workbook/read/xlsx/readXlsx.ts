import type { Area, Sheet, Workbook, WorkbookNote } from '../../../table/index.ts'
import { WorkbookFault } from '../../workbookError.ts'
import { type Codec, type ZipArchive, type ZipEntry, inflateStream } from '../../zip/index.ts'
import { strayNotes, uncalculatedNotes, wordsFor } from '../readingNotes.ts'
import { SheetBuilder } from '../sheetBuilder.ts'
import { TextPool } from '../textPool.ts'
import { feedScanner } from './byteScanner.ts'
import { PackageParts, faultAt, readWorkbookPart } from './packageParts.ts'
import { parseArea } from './parseCell.ts'
import { SharedStringsScanner } from './readSharedStrings.ts'
import { type Styles, readStyles } from './readStyles.ts'
import { readTags } from './readTags.ts'
import { SheetScanner } from './scanSheet.ts'

/** How far reading has come, 0 to 1. */
export type OnProgress = (done: number) => void

/**
 * Reads an .xlsx or .xlsm package. Null when its main part is no spreadsheet in XML (an .xlsb, a document).
 * @throws WorkbookFault when a part is damaged or there is no worksheet.
 */
export async function readXlsx(
  archive: ZipArchive,
  codec: Codec,
  fileName: string,
  onProgress?: OnProgress,
): Promise<Workbook | null> {
  const parts = new PackageParts(archive, codec)
  const roots = await parts.relationships('')
  const workbookPart = roots.find((root) => root.type === 'officeDocument')?.part ?? 'xl/workbook.xml'
  if (!parts.find(workbookPart) || !workbookPart.toLowerCase().endsWith('.xml')) return null
  const workbookXml = await parts.text(workbookPart)
  if (!/<([\w.-]+:)?workbook[\s>/]/.test(workbookXml)) return null

  const { sheets: sheetEntries, date1904 } = readWorkbookPart(workbookXml)
  const relationships = await parts.relationships(workbookPart)
  const partOf = (type: string, usual: string): string =>
    relationships.find((relationship) => relationship.type === type)?.part ?? usual
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1)

  const notes: WorkbookNote[] = []
  const worksheets: { name: string; state: Sheet['state']; part: string; entry: ZipEntry }[] = []
  for (const { name, state, relationship } of sheetEntries) {
    const target = relationships.find(({ id }) => id === relationship)
    const entry = target && parts.find(target.part)
    if (target?.type === 'worksheet' && entry) worksheets.push({ name, state, part: target.part, entry })
    else if (target && target.type !== 'worksheet') notes.push(wordsFor('otherSheet', name))
    else throw new WorkbookFault('corruptPart', { sheet: name, ...(target ? { part: target.part } : {}) })
  }
  if (worksheets.length === 0) throw new WorkbookFault('noSheets')

  const stylesPart = partOf('styles', `${folder}styles.xml`)
  const styles = readStylesOf(stylesPart, await parts.text(stylesPart))
  const pool = new TextPool(codec)
  const stringsEntry = parts.find(partOf('sharedStrings', `${folder}sharedStrings.xml`))
  const total = worksheets.reduce((sum, { entry }) => sum + entry.size, stringsEntry?.size ?? 0)
  let done = 0
  const progress = (bytes: number): void => {
    done += bytes
    onProgress?.(done / Math.max(total, 1))
  }
  if (stringsEntry) {
    await feedScanner(
      inflateStream(stringsEntry, codec),
      new SharedStringsScanner(pool),
      stringsEntry.name,
      progress,
    )
  }

  const sharedCount = pool.texts.length
  const sheets: Sheet[] = []
  for (const { name, state, part, entry } of worksheets) {
    const builder = new SheetBuilder(pool)
    const scanner = new SheetScanner({ name, part, styles, date1904, sharedCount }, builder, pool)
    let read = 0
    try {
      await feedScanner(inflateStream(entry, codec), scanner, part, (bytes) => {
        read += bytes
        // A little over what the bytes so far promise, so that columns need not grow once more near the end.
        builder.expectedRows = Math.ceil(((scanner.row + 1) * entry.size * 1.02) / read) + 16
        progress(bytes)
      })
    } catch (caught) {
      throw caught instanceof WorkbookFault
        ? new WorkbookFault(caught.code, { sheet: name, part, ...caught.place })
        : caught
    }
    const tableAreas = [...scanner.filterAreas, ...(await readTableAreas(parts, part))]
    const { merges, hiddenRows, hiddenColumns } = scanner
    const sheet = builder.finish(
      { name, state, merges, hiddenRows, hiddenColumns, tableAreas: distinct(tableAreas) },
      styles.formatCodes,
    )
    notes.push(...strayNotes(sheet), ...uncalculatedNotes(name, builder.uncalculated))
    sheets.push(sheet)
  }
  return { fileName, format: 'xlsx', sheets, notes }
}

function readStylesOf(part: string, xml: string): Styles {
  try {
    return readStyles(xml)
  } catch (caught) {
    throw caught instanceof WorkbookFault ? new WorkbookFault(caught.code, { part, ...caught.place }) : caught
  }
}

/** Areas of the Excel tables on a sheet, from the parts it leads to. */
async function readTableAreas(parts: PackageParts, sheetPart: string): Promise<readonly Area[]> {
  const areas: Area[] = []
  for (const { type, part } of await parts.relationships(sheetPart)) {
    if (type !== 'table') continue
    for (const tag of faultAt(part, readTags(await parts.text(part)))) {
      const area = tag.name === 'table' ? parseArea(tag.attributes.get('ref') ?? '') : null
      if (area) areas.push(area)
    }
  }
  return areas
}

function distinct(areas: readonly Area[]): readonly Area[] {
  const seen = new Map(areas.map((area) => [`${area.top},${area.left},${area.bottom},${area.right}`, area]))
  return [...seen.values()]
}
