import type { Layout } from './layout.ts'
import { plausibleCell, seeded } from './plausible.ts'
import type { Cell, DateStyle } from './plausible.ts'

/**
 * How the sheet is dressed: `plain` as the layout was seen; `export` as a report engine writes it (field names under the
 * header, dates and amounts as text, a subtotal, the header again on the next page, a total, signatures); `form` as a
 * hand-kept form is (dates as numbers, blank numbered rows, a note, a leftover far below, a list of choices beside it).
 */
export type Dress = 'plain' | 'export' | 'form'

export interface DressedLayout {
  readonly rows: readonly (readonly Cell[])[]
  /** Sheet rows (from 1) that hold data. */
  readonly dataRows: readonly number[]
}

const dataRowCount = 12

/** The rows of one layout with generated data; merges stay as the layout has them, since they lie above the data. */
export function layoutRows(layout: Layout, dress: Dress): DressedLayout {
  const random = seeded(Number(layout.id) * 7 + dress.length)
  const rows: Cell[][] = layout.titleRows.map((row) => [...row])
  while (rows.length < layout.headerRow0) rows.push([])
  rows.length = layout.headerRow0
  for (const row of layout.headers) rows.push([...row])
  const width = layout.leafColumns.length
  const style: DateStyle = dress === 'plain' ? 'serial' : dress === 'export' ? 'digits' : 'number'
  const factor = /万元/.test(layout.unit) && !/header/.test(layout.unit) ? 10_000 : 1
  const dataRows: number[] = []
  const addData = (count: number): void => {
    for (let i = 0; i < count; i++) {
      rows.push(
        layout.leafColumns.map((header, column) => {
          if (header === '') return null
          const last = header.split(' > ').at(-1) ?? header
          const cell = plausibleCell(random, i, layout.fields[column] ?? null, last, style, factor)
          return dress === 'export' && typeof cell === 'number' && cell >= 1000
            ? cell.toLocaleString('en-US', { maximumFractionDigits: 2 })
            : cell
        }),
      )
      dataRows.push(rows.length)
    }
  }
  const total = (label: string): Cell[] =>
    layout.leafColumns.map((header, column) =>
      column === 0 ? label : /额|本金|利息/.test(header) ? 123_456.78 : null,
    )

  if (dress === 'export' && width >= 3) {
    rows.push(layout.leafColumns.map((header, column) => (header === '' ? null : `#field${column}`)))
    addData(dataRowCount / 2)
    rows.push(total('小 计'))
    rows.push([...(layout.headers.at(-1) ?? [])])
    addData(dataRowCount / 2)
    rows.push(total('合  计'))
    rows.push(['填报人：', null, '复核人：'])
  } else addData(dataRowCount)
  if (dress === 'form' && width >= 4) {
    // A form numbers its rows ahead; only where the layout has a column for it.
    if (/^序号$/.test(layout.leafColumns[0] ?? '')) for (let n = 13; n <= 15; n++) rows.push([n])
    rows.push(['说明：本表由客户经理按月填写，逾期贷款须逐笔说明原因。'])
    for (let i = 0; i < 40; i++) rows.push([])
    rows.push([null, '2014-3265'])
    const beside = width + 2
    for (const [i, choice] of ['信用', '保证', '抵押', '质押', '组合'].entries()) {
      const row = rows[layout.headerRow1 + 2 + i]
      if (!row) continue
      while (row.length < beside) row.push(null)
      row.push(choice)
    }
  }
  const firstFooter = layout.footerRows[0]?.[0] ?? 0
  const base = rows.length
  for (const [at, texts] of layout.footerRows) {
    while (rows.length < base + at - firstFooter) rows.push([])
    rows.push([...texts])
  }
  return { rows, dataRows }
}
