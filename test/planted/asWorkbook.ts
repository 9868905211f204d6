import { builtInPolicy, type Field, type TableName } from '@postloan/core/policy'

import { type Cell as FileCell, type CellStyle, workbookFile } from '../portfolio/workbookFile.ts'
import type { Cell, Row } from './contract.ts'
import type { SheetOfRows } from './sheets.ts'

/** The same sheets as an .xlsx file: a title, a header row, all fields that the table can have. */
export function asWorkbook(day: string, sheets: readonly SheetOfRows[]): Promise<Uint8Array> {
  return workbookFile(
    sheets.map(({ table, sheet, rows, without = [] }) => {
      const fields = fieldsOf(table).filter((field) => !without.includes(field.name))
      return {
        name: sheet,
        columnStyles: fields.map(styleOf),
        styledRows: ['title', 'header'] as const,
        rows: [
          [`${sheet}(${day},单位:元)`],
          fields.map(headerOf),
          ...rows.map((row) => fields.map((field) => cellOf(field, row))),
        ],
      }
    }),
  )
}

/** Rows above the first row of data. */
export const headRows = 2

function fieldsOf(table: TableName): readonly Field[] {
  return builtInPolicy.fields.filter((field) => !field.derived && field.tables.includes(table))
}

/** 登记日期 alone may be the day on which a loan was keyed in; the reader rather leaves it. */
const plainer: Readonly<Record<string, string>> = { 登记日期: '办妥登记日期' }

function headerOf(field: Field): string {
  if (plainer[field.name]) return plainer[field.name] ?? field.name
  return field.type === 'percent' ? `${field.name}(%)` : field.name
}

function styleOf({ type }: Field): CellStyle {
  switch (type) {
    case 'money':
      return 'money'
    case 'percent':
      return 'rate'
    case 'date':
      return 'date'
    case 'number':
      return 'count'
    default:
      return 'text'
  }
}

function cellOf(field: Field, row: Row): FileCell {
  const cell: Cell = row[field.name] ?? null
  if (cell === null || typeof cell === 'string') return cell
  if (typeof cell === 'object') return cell.unread
  return field.type === 'date' ? { day: cell } : cell
}
