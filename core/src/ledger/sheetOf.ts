import { CellKind } from '../table/index.ts'
import type { Area, CellColumn, Sheet } from '../table/index.ts'

/** A plain value of a cell; a date is given as its Excel serial. */
export type CellValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | { readonly serial: number }
  | { readonly error: string }

export interface SheetOptions {
  readonly name?: string
  readonly merges?: readonly Area[]
  readonly state?: Sheet['state']
  readonly hiddenRows?: readonly number[]
  /** Number format by column. */
  readonly formats?: Readonly<Record<number, readonly string[]>>
}

/** A sheet made from rows of plain values: a table found on a web page, pasted cells, a test. */
export function sheetOf(rows: readonly (readonly CellValue[])[], options: SheetOptions = {}): Sheet {
  const columnCount = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const texts: string[] = []
  const place = new Map<string, number>()
  const textIndex = (text: string): number => {
    let index = place.get(text)
    if (index === undefined) {
      index = texts.push(text) - 1
      place.set(text, index)
    }
    return index
  }
  const columns: (CellColumn | null)[] = []
  for (let column = 0; column < columnCount; column++) {
    const kinds = new Uint8Array(rows.length)
    const values = new Float64Array(rows.length)
    let filled = false
    for (const [row, cells] of rows.entries()) {
      const value = cells[column]
      if (value === null || value === undefined || value === '') continue
      filled = true
      if (typeof value === 'string') {
        kinds[row] = CellKind.text
        values[row] = textIndex(value)
      } else if (typeof value === 'number') {
        kinds[row] = CellKind.number
        values[row] = value
      } else if (typeof value === 'boolean') {
        kinds[row] = CellKind.boolean
        values[row] = value ? 1 : 0
      } else if ('serial' in value) {
        kinds[row] = CellKind.date
        values[row] = value.serial
      } else {
        kinds[row] = CellKind.error
        values[row] = textIndex(value.error)
      }
    }
    columns.push(filled ? { kinds, values, formats: options.formats?.[column] ?? [] } : null)
  }
  return {
    name: options.name ?? 'Sheet1',
    state: options.state ?? 'visible',
    rowCount: rows.length,
    columnCount,
    columns,
    texts,
    merges: options.merges ?? [],
    hiddenRows: options.hiddenRows ?? [],
    hiddenColumns: [],
    strays: [],
    tableAreas: [],
  }
}
