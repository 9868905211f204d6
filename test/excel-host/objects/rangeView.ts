import { type ExcelObject, type Kind, make } from '../engine/kind.ts'
import { area } from '../model/area.ts'
import { formatAt, formulaAt, grid, textAt, typeAt, valueAt } from './cellGrids.ts'
import { rangeObject } from './makers.ts'
import { RangeRef } from './rangeRef.ts'
import { visibleAreas } from './specialCells.ts'

export const rangeView = (ref: RangeRef): ExcelObject => make(VIEW, ref)

/** The rows of a range that no filter hides. */
const VIEW: Kind<RangeRef> = {
  name: 'RangeView',
  read: {
    RowCount: (ref) => visibleAreas(ref).reduce((n, a) => n + a.rows, 0),
    ColumnCount: (ref) => ref.area.columns,
    Values: (ref) => visibleGrid(ref, valueAt),
    Formulas: (ref) => visibleGrid(ref, formulaAt),
    Text: (ref) => visibleGrid(ref, textAt),
    NumberFormat: (ref) => visibleGrid(ref, formatAt),
    ValueTypes: (ref) => visibleGrid(ref, typeAt),
    CellAddresses: (ref) =>
      visibleGrid(ref, (sheet, r, c) => new RangeRef(ref.host, sheet, area(r, c)).fullAddress),
    Index: () => 0,
  },
  methods: { GetRange: (ref) => rangeObject(ref) },
}

function visibleGrid<T>(ref: RangeRef, cell: Parameters<typeof grid<T>>[1]): T[][] {
  return visibleAreas(ref).flatMap((a) => grid(new RangeRef(ref.host, ref.sheet, a), cell) ?? [])
}
