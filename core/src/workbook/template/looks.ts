import type { BookStyle } from './book.ts'

const grid = { border: true } as const

/** The looks of cells, few and quiet: a print in grey tells them apart by weight and edge. */
export const looks = {
  /** No look at all: above a header the column's look must not show. */
  plain: { size: 10 },
  title: { bold: true, size: 16 },
  heading: { bold: true, size: 12 },
  note: { color: '616161', wrap: true },
  plainNote: { color: '616161' },
  required: { ...grid, bold: true, color: 'FFFFFF', fill: '1F4E79', align: 'center', wrap: true },
  optional: { ...grid, bold: true, color: '1F2933', fill: 'DFE7EF', align: 'center', wrap: true },
  formulaHead: { ...grid, bold: true, color: '1F2933', fill: 'E8E8E8', align: 'center', wrap: true },
  formula: { ...grid, fill: 'F5F5F5' },
  formulaWrapped: { ...grid, fill: 'F5F5F5', wrap: true },
  formulaCentre: { ...grid, fill: 'F5F5F5', align: 'center' },
  formulaAmount: { ...grid, fill: 'F5F5F5', format: '#,##0.00' },
  formulaDate: { ...grid, fill: 'F5F5F5', format: 'yyyy-mm-dd', align: 'center' },
  formulaCountOrAmount: { ...grid, fill: 'F5F5F5', format: '#,##0.####', align: 'right' },
  formulaCount: { ...grid, fill: 'F5F5F5', format: '0' },
  level: { ...grid, bold: true, fill: 'F5F5F5' },
  text: { ...grid, open: true, format: '@' },
  amount: { ...grid, open: true, format: '#,##0.00' },
  percent: { ...grid, open: true, format: '0.00##' },
  count: { ...grid, open: true, format: '0' },
  date: { ...grid, open: true, format: 'yyyy-mm-dd', align: 'center' },
  input: { ...grid, fill: 'FFF9E5', open: true, format: '@' },
  inputNumber: { ...grid, fill: 'FFF9E5', open: true },
  inputDate: { ...grid, fill: 'FFF9E5', open: true, format: 'yyyy-mm-dd', align: 'center' },
  inputWrapped: { ...grid, fill: 'FFF9E5', open: true, wrap: true },
  label: { ...grid, color: '616161' },
  cell: { ...grid },
  cellWrapped: { ...grid, wrap: true },
  cellCentre: { ...grid, align: 'center' },
  cellDate: { ...grid, format: 'yyyy-mm-dd', align: 'center' },
  cellAmount: { ...grid, format: '#,##0.00', align: 'right' },
  total: { ...grid, bold: true, align: 'center' },
} as const satisfies Readonly<Record<string, BookStyle>>
