import type { SheetBlock, SheetCell } from './annotation.ts'
import { cutNote, left, middle } from './blockColumns.ts'
import type { CollectedTable } from './collectFindings.ts'
import { cellName } from './package/cellName.ts'
import { sheetWords } from './sheetWords.ts'

const { columns: titles, blocks } = sheetWords
const LINES_SHOWN = 20

/** What was read and what was not, so that a person can see whether the sheet was understood. */
export function planReading(tables: readonly CollectedTable[]): readonly SheetBlock[] {
  const read = tables.map(({ table: { table } }): SheetCell[] => {
    const { headerRows, unit, columns, leftOut } = table.reading
    const mapped = columns.filter((column) => column.field !== null).length
    const rows = headerRows[0] === headerRows[1] ? String(headerRows[0]) : headerRows.join('–')
    const others = columns
      .filter((column) => column.field === null && column.header !== '')
      .map((column) => column.header)
    const unmapped = others.length > 0 ? `未识别：${others.join('、')}` : ''
    return [
      `${table.sheet}（${table.rowCount.toLocaleString('en-US')} 笔）`,
      table.name,
      rows,
      unit,
      `${mapped} / ${columns.length}`,
      leftOut.length,
      unmapped,
    ]
  })
  const leftOut = tables.flatMap(({ table: { table } }) =>
    table.reading.leftOut.map((line): SheetCell[] => [table.sheet, line.row, line.why]),
  )
  const unread = tables.flatMap(({ table: { table } }) =>
    table.reading.unread.map((cell): SheetCell[] => [
      table.sheet,
      cellName(cell.row, cell.column),
      `${cell.text}：${cell.why}`,
    ]),
  )
  return [
    {
      title: blocks.reading,
      columns: [
        left(titles.sheet),
        middle(titles.table),
        middle(titles.headerRows),
        middle(titles.unit),
        middle(titles.mapped),
        middle(titles.leftOut),
        left(titles.note),
      ],
      rows: read,
      note: '',
    },
    {
      title: blocks.leftOut,
      columns: [left(titles.sheet), middle(titles.row), left(titles.why, 5)],
      rows: leftOut.slice(0, LINES_SHOWN),
      note: cutNote(leftOut.length, LINES_SHOWN),
    },
    {
      title: blocks.unread,
      columns: [left(titles.sheet), middle(titles.cell), left(titles.why, 5)],
      rows: unread.slice(0, LINES_SHOWN),
      note: cutNote(unread.length, LINES_SHOWN),
    },
  ]
}
