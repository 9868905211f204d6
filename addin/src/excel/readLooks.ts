import { withPatience } from './officeErrors.ts'
import type { CellGround, Place, SheetId } from './port.ts'

/** Fill and letters of single cells, and whether something stands in them: all in one request. */
export async function readLooks(
  id: SheetId,
  cells: readonly Place[],
): Promise<readonly (CellGround & { readonly isBlank: boolean })[]> {
  const context = new Excel.RequestContext()
  const sheet = context.workbook.worksheets.getItem(id)
  const ranges = cells.map(({ row, column }) => {
    const range = sheet.getRangeByIndexes(row, column, 1, 1)
    range.load('values')
    range.format.fill.load('color')
    range.format.font.load('bold')
    return range
  })
  await withPatience(context.sync())
  return ranges.map(({ values, format }) => ({
    fill: isNoFill(format.fill.color) ? null : format.fill.color,
    bold: format.font.bold,
    isBlank: values[0]?.[0] === '',
  }))
}

/** A cell without a fill reads as white, or as nothing. */
function isNoFill(color: string): boolean {
  return color === '' || color.toUpperCase() === '#FFFFFF'
}
