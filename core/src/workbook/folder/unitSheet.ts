import type { ReportData, UnitBook, UnitFindings } from '../../report/index.ts'
import type { OwnSheet, SheetBlock, SheetCell } from '../annotation.ts'
import { cutNote, left, right } from '../blockColumns.ts'
import { amount, partOf } from './cells.ts'
import { stackedChart } from './summarySheet.ts'
import { folderWords as words } from './words.ts'

const unitsShown = 200

/** By branch, officer and product: what was found and what they look after. */
export function unitSheet({ book: { now }, findings }: ReportData): OwnSheet {
  const { orgs, officers, products } = words.blocks
  const over = [12, 13] as const
  return {
    name: words.names.units,
    title: words.names.units,
    subtitles: [words.wan],
    widths: [28, 8, 8, 8, 8, 10, 9, 15, 14, 10, 14, 10, 56],
    list: false,
    blocks: [
      unitBlock(orgs, words.unit.org, findings.byOrg, now.byOrg),
      unitBlock(officers, words.unit.officer, findings.byOfficer, now.byOfficer),
      unitBlock(products, words.unit.product, findings.byProduct, now.byProduct),
    ].filter(({ rows }) => rows.some(([name]) => name !== words.noName)),
    charts: [
      stackedChart(orgs, words.chart.orgs, 1, over),
      stackedChart(officers, words.chart.officers, 1, over),
      stackedChart(products, words.chart.products, 1, over),
    ],
  }
}

function unitBlock(
  title: string,
  head: string,
  found: readonly UnitFindings[],
  books: readonly UnitBook[],
): SheetBlock {
  const bookOf = new Map(books.map((book) => [book.name, book]))
  const named = new Set(found.map(({ name }) => name))
  const units = [...found, ...books.flatMap(({ name }) => (named.has(name) ? [] : [nothingFound(name)]))]
  const rows = units.slice(0, unitsShown).map(({ name, bySeverity, incomplete }): SheetCell[] => {
    const book = bookOf.get(name)
    return [
      name || words.noName,
      bySeverity.serious,
      bySeverity.warning,
      bySeverity.attention,
      bySeverity.notice,
      incomplete,
      book?.loans ?? 0,
      amount(book?.balance ?? 0),
      amount(book?.npl ?? 0),
      partOf(book?.npl ?? 0, book?.balance ?? 0),
      amount(book?.overdue ?? 0),
      partOf(book?.overdue ?? 0, book?.balance ?? 0),
    ]
  })
  return {
    title,
    columns: [left(head), ...words.unit.rest.map((text) => right(text))],
    rows,
    note: cutNote(units.length, unitsShown),
  }
}

function nothingFound(name: string): UnitFindings {
  return {
    name,
    bySeverity: { serious: 0, warning: 0, attention: 0, notice: 0 },
    incomplete: 0,
    byCategory: {},
  }
}
