import type { Column } from '../table/index.ts'
import type { AsOf, Table } from './types.ts'

/** What a made table is: its name, its columns by field key, and how many rows they have. */
export interface MadeTable {
  readonly name: Table['name']
  readonly rowCount: number
  readonly columns: ReadonlyMap<string, Column>
  readonly file?: string
  readonly sheet?: string
  readonly unit?: string
  readonly asOf?: AsOf
}

/**
 * A table that no sheet was read for: examples of rules, generated portfolios, the ground of the template. It stands as
 * a sheet with one header row would, the first row of data on row 2.
 */
export function madeTable({
  name,
  rowCount,
  columns,
  file = '',
  sheet = '',
  unit = '元',
  asOf,
}: MadeTable): Table {
  return {
    name,
    file,
    sheet,
    rowCount,
    sheetRows: Uint32Array.from({ length: rowCount }, (_, row) => row + 2),
    columns,
    reading: {
      headerRows: [1, 1],
      title: '',
      unit,
      columns: [],
      leftOut: [],
      unread: [],
      keyFields: [],
      asOf: asOf ?? { day: null, from: 'none', conflicts: [] },
    },
  }
}
