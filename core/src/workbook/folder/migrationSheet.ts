import { comparisonLabels as labels, migrationTable, tiers, type Origin } from '../../check/index.ts'
import type { ReportData } from '../../report/index.ts'
import type { OwnSheet, SheetBlock, SheetCell } from '../annotation.ts'
import { left, right } from '../blockColumns.ts'
import { amount, percent } from './cells.ts'
import { folderWords as words } from './words.ts'

/** Where last month's loans went; no sheet without last month. */
export function migrationSheet({ book: { migration, indicators } }: ReportData): OwnSheet {
  const rates = indicators.find(({ id }) => id === 'PF-11')?.parts ?? []
  const sheet = {
    name: words.names.migration,
    title: words.names.migration,
    subtitles: [words.wan],
    widths: [30, ...Array.from({ length: 12 }, () => 13)],
    list: false,
  }
  if (!migration) return { ...sheet, blocks: [] }
  const block = (
    title: string,
    measure: 'before' | 'loans',
    show: (value: number) => SheetCell,
    rowsOf?: (from: Origin) => boolean,
  ): SheetBlock => {
    const { columns, rows } = migrationTable({ matrix: migration }, measure, rowsOf)
    return {
      title,
      columns: [
        left(words.corner),
        ...columns.map((to) => right(labels.fates[to] ?? to)),
        right(words.total),
      ],
      rows: rows.map(({ from, amounts }) => [
        from === null ? words.total : (labels.origins[from] ?? from),
        ...amounts.map((one) => (one === null ? null : show(one))),
      ]),
      note: '',
    }
  }
  const [name, value, numerator, denominator, why] = words.rate
  return {
    ...sheet,
    blocks: [
      block(words.blocks.matrix, 'before', amount, (from) => tiers.some((tier) => tier === from)),
      block(words.blocks.count, 'loans', (loans) => loans),
      {
        title: words.blocks.rates,
        columns: [left(name), right(value), right(numerator), right(denominator), left(why, 8)],
        rows: rates.map((part) => [
          part.name,
          percent(part.value),
          part.numerator === null ? null : amount(part.numerator),
          part.denominator === null ? null : amount(part.denominator),
          part.because ?? '',
        ]),
        note: '',
      },
    ].filter(({ rows }) => rows.length > 0),
  }
}
