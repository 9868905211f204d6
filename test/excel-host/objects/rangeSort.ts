import { sortRows } from '../actions/sortRows.ts'
import { type ExcelObject, type Kind, make } from '../engine/kind.ts'
import { record } from './arguments.ts'
import type { RangeRef } from './rangeRef.ts'

export const rangeSort = (ref: RangeRef): ExcelObject => make(SORT, ref)

const SORT: Kind<RangeRef> = {
  name: 'RangeSort',
  methods: {
    Apply: (ref, fields, _matchCase, hasHeaders) => {
      ref.alive().sheet.guardOption('allowSort')
      const keys = (Array.isArray(fields) ? (fields as readonly unknown[]) : []).map(record)
      sortRows(
        ref.host,
        ref.sheet,
        hasHeaders === true ? { ...ref.area, row: ref.area.row + 1, rows: ref.area.rows - 1 } : ref.area,
        keys.map(({ key, ascending }) => ({ column: Number(key), ascending: ascending !== false })),
      )
    },
  },
}
