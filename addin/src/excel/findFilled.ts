import { withPatience } from './officeErrors.ts'
import type { RowSpan, SheetId } from './port.ts'

/** Ranges asked at most: a column painted row by row in many colours is not gone through. */
const MOST_RANGES = 4_000

/** Rows of a column that have this fill. A range of one fill tells of all its cells; others are halved. */
export async function findFilled(
  id: SheetId,
  column: number,
  rows: RowSpan,
  color: string,
): Promise<readonly number[]> {
  const found: number[] = []
  let asked = 0
  let open: readonly RowSpan[] = rows.to > rows.from ? [rows] : []
  while (open.length > 0 && asked < MOST_RANGES) {
    asked += open.length
    const fills = await readFills(id, column, open)
    const halves: RowSpan[] = []
    for (const [i, span] of open.entries()) {
      const fill = fills[i] ?? ''
      if (fill.toUpperCase() === color.toUpperCase()) {
        for (let row = span.from; row < span.to; row++) found.push(row)
      } else if (fill === '' && span.to - span.from > 1) {
        const middle = (span.from + span.to) >> 1
        halves.push({ from: span.from, to: middle }, { from: middle, to: span.to })
      }
    }
    open = halves
  }
  return found.toSorted((a, b) => a - b)
}

/** '' where cells of a range differ. */
async function readFills(id: SheetId, column: number, spans: readonly RowSpan[]): Promise<readonly string[]> {
  const context = new Excel.RequestContext()
  const sheet = context.workbook.worksheets.getItem(id)
  const ranges = spans.map(({ from, to }) => {
    const range = sheet.getRangeByIndexes(from, column, to - from, 1)
    range.format.fill.load('color')
    return range
  })
  await withPatience(context.sync())
  // null where cells differ, whatever the declared type says
  return ranges.map(({ format }) => (format.fill.color as string | null) ?? '')
}
