import { clearCells } from '../actions/clearCells.ts'
import { hideLines } from '../actions/hideLines.ts'
import { mergeCells } from '../actions/mergeCells.ts'
import { insertCells, removeCells } from '../actions/shiftCells.ts'
import { type ExcelObject, type Kind, make } from '../engine/kind.ts'
import {
  type Area,
  MAX_COLUMNS,
  MAX_ROWS,
  area,
  bounding,
  contains,
  intersection,
  isWholeColumns,
  isWholeRows,
} from '../model/area.ts'
import { invalidArgument, itemNotFound } from '../model/fault.ts'
import { region } from '../model/region.ts'
import { flag, number, range, textOr } from './arguments.ts'
import { formatAt, formulaAt, grid, putGrid, textAt, typeAt, valueAt } from './cellGrids.ts'
import { conditionalFormatsOf } from './conditionalFormats.ts'
import { copyFrom } from './copyFrom.ts'
import { dataValidationOf } from './dataValidation.ts'
import { rangeAreas, rangeObject, worksheet } from './makers.ts'
import { DEFAULT_HEIGHT, DEFAULT_WIDTH, rangeFormat } from './rangeFormat.ts'
import { part, usedWithin } from './rangePart.ts'
import { AreasRef, RangeRef } from './rangeRef.ts'
import { rangeSort } from './rangeSort.ts'
import { rangeView } from './rangeView.ts'
import { findText, specialAreas } from './specialCells.ts'
import { tablesOf } from './tables.ts'

const cellCount = ({ rows, columns }: Area): number => (rows * columns > 2 ** 31 - 1 ? -1 : rows * columns)

const put = (ref: RangeRef, value: unknown): void => {
  ref.alive().sheet.guard(ref.area)
  const before = valueAt(ref.sheet, ref.area.row, ref.area.column)
  const typeBefore = typeAt(ref.sheet, ref.area.row, ref.area.column)
  putGrid(ref, value, (sheet, row, column, entry) => sheet.enter(row, column, entry))
  const single = ref.area.rows * ref.area.columns === 1
  ref.host.changed(ref.sheet, ref.area, 'RangeEdited', {
    ...(single && {
      valueBefore: before,
      valueAfter: valueAt(ref.sheet, ref.area.row, ref.area.column),
      valueTypeBefore: typeBefore,
      valueTypeAfter: typeAt(ref.sheet, ref.area.row, ref.area.column),
    }),
  })
}

function putFormat(ref: RangeRef, value: unknown): void {
  ref.alive().sheet.guardOption('allowFormatCells')
  putGrid(ref, value, (sheet, row, column, format) => {
    const style = sheet.home.styles.derive(sheet.styleAt(row, column), { numberFormat: String(format) })
    sheet.cells.setStyle(row, column, style)
  })
  ref.host.formatChanged(ref.sheet, [ref.area])
}

function setHidden(ref: RangeRef, axis: 'rows' | 'columns', hidden: boolean): void {
  ref.alive().sheet.guardOption(axis === 'rows' ? 'allowFormatRows' : 'allowFormatColumns')
  hideLines(ref.host, ref.sheet, ref.area, axis, hidden)
}

function hiddenState(ref: RangeRef, axis: 'rows' | 'columns'): boolean | null {
  const { sheet, area: a } = ref.alive()
  const from = axis === 'rows' ? a.row : a.column
  const count = Math.min(axis === 'rows' ? a.rows : a.columns, 100_000)
  const is = (line: number): boolean =>
    axis === 'rows' ? sheet.isHidden(line) : sheet.decor.columns.get(line)?.hidden === true
  const first = is(from)
  for (let i = from; i < from + count; i++) if (is(i) !== first) return null
  return first
}

function tablesWithin(ref: RangeRef, fully: unknown): ExcelObject {
  return tablesOf(ref.host, ref.sheet, (table) =>
    fully === true ? contains(ref.area, table.area) : intersection(ref.area, table.area) !== null,
  )
}

const areasOrNull = (ref: RangeRef, areas: readonly Area[]): ExcelObject | null =>
  areas.length === 0 ? null : rangeAreas(new AreasRef(ref.host, ref.sheet, areas))

function required(found: ExcelObject | null): ExcelObject {
  if (!found) throw itemNotFound()
  return found
}

function common(ref: RangeRef, other: unknown): ExcelObject | null {
  const b = range(ref.host, other, ref.sheet)
  if (b.sheet !== ref.sheet) return null
  const found = intersection(ref.alive().area, b.area)
  return found && part(ref, found)
}

const RANGE: Kind<RangeRef> = {
  name: 'Range',
  tracked: true,
  read: {
    Address: (ref) => ref.alive().fullAddress,
    AddressLocal: (ref) => ref.alive().fullAddress,
    CellCount: (ref) => cellCount(ref.alive().area),
    RowIndex: (ref) => ref.alive().area.row,
    ColumnIndex: (ref) => ref.alive().area.column,
    RowCount: (ref) => ref.alive().area.rows,
    ColumnCount: (ref) => ref.alive().area.columns,
    IsEntireRow: (ref) => isWholeRows(ref.alive().area),
    IsEntireColumn: (ref) => isWholeColumns(ref.alive().area),
    RowHidden: (ref) => hiddenState(ref, 'rows'),
    ColumnHidden: (ref) => hiddenState(ref, 'columns'),
    Hidden: (ref) => hiddenState(ref, 'rows') === true || hiddenState(ref, 'columns') === true,
    Values: (ref) => grid(ref, valueAt),
    Formulas: (ref) => grid(ref, formulaAt),
    FormulasLocal: (ref) => grid(ref, formulaAt),
    Text: (ref) => grid(ref, textAt),
    NumberFormat: (ref) => grid(ref, formatAt),
    NumberFormatLocal: (ref) => grid(ref, formatAt),
    ValueTypes: (ref) => grid(ref, typeAt),
    HasSpill: () => false,
    Style: () => 'Normal',
    Left: ({ sheet, area: a }) => sum(0, a.column, (c) => sheet.decor.columns.get(c)?.width ?? DEFAULT_WIDTH),
    Top: ({ sheet, area: a }) => sum(0, a.row, (r) => sheet.decor.rows.get(r)?.height ?? DEFAULT_HEIGHT),
    Width: ({ sheet, area: a }) =>
      sum(a.column, a.columns, (c) => sheet.decor.columns.get(c)?.width ?? DEFAULT_WIDTH),
    Height: ({ sheet, area: a }) =>
      sum(a.row, a.rows, (r) => sheet.decor.rows.get(r)?.height ?? DEFAULT_HEIGHT),
  },
  write: {
    Values: put,
    Formulas: put,
    FormulasLocal: put,
    NumberFormat: putFormat,
    NumberFormatLocal: putFormat,
    RowHidden: (ref, value) => setHidden(ref, 'rows', flag(value)),
    ColumnHidden: (ref, value) => setHidden(ref, 'columns', flag(value)),
  },
  children: {
    Format: (ref) => rangeFormat({ host: ref.host, sheet: ref.alive().sheet, areas: [ref.area] }),
    Worksheet: (ref) => worksheet(ref.host, ref.sheet),
    ConditionalFormats: (ref) => conditionalFormatsOf(ref.host, ref.alive().sheet, [ref.area]),
    DataValidation: (ref) => dataValidationOf(ref.host, ref.alive().sheet, [ref.area]),
    Sort: (ref) => rangeSort(ref),
  },
  methods: {
    GetCell: (ref, row, column) =>
      part(ref, area(ref.alive().area.row + number(row), ref.area.column + number(column))),
    GetRow: (ref, row) => part(ref, { ...ref.alive().area, row: ref.area.row + number(row), rows: 1 }),
    GetColumn: (ref, column) =>
      part(ref, { ...ref.alive().area, column: ref.area.column + number(column), columns: 1 }),
    GetLastCell: (ref) => lastOf(ref, true, true),
    GetLastRow: (ref) => lastOf(ref, true, false),
    GetLastColumn: (ref) => lastOf(ref, false, true),
    GetEntireRow: (ref) => part(ref, { ...ref.alive().area, column: 0, columns: MAX_COLUMNS }),
    GetEntireColumn: (ref) => part(ref, { ...ref.alive().area, row: 0, rows: MAX_ROWS }),
    GetOffsetRange: (ref, rows, columns) =>
      part(ref, {
        ...ref.alive().area,
        row: ref.area.row + number(rows),
        column: ref.area.column + number(columns),
      }),
    GetResizedRange: (ref, rows, columns) =>
      part(ref, {
        ...ref.alive().area,
        rows: ref.area.rows + number(rows),
        columns: ref.area.columns + number(columns),
      }),
    GetAbsoluteResizedRange: (ref, rows, columns) =>
      part(ref, { ...ref.alive().area, rows: number(rows), columns: number(columns) }),
    GetRowsAbove: (ref, count = 1) => {
      const n = number(count)
      return part(ref, { ...ref.alive().area, row: ref.area.row - n, rows: n })
    },
    GetRowsBelow: (ref, count = 1) =>
      part(ref, { ...ref.alive().area, row: ref.area.row + ref.area.rows, rows: number(count) }),
    GetColumnsAfter: (ref, count = 1) =>
      part(ref, { ...ref.alive().area, column: ref.area.column + ref.area.columns, columns: number(count) }),
    GetColumnsBefore: (ref, count = 1) => {
      const n = number(count)
      return part(ref, { ...ref.alive().area, column: ref.area.column - n, columns: n })
    },
    GetBoundingRect: (ref, other) =>
      part(ref, bounding(ref.alive().area, range(ref.host, other, ref.sheet).area)),
    GetIntersection: (ref, other) => required(common(ref, other)),
    GetIntersectionOrNullObject: common,
    GetUsedRange: (ref, valuesOnly) => {
      const used = usedWithin(ref, valuesOnly)
      if (!used) throw itemNotFound()
      return part(ref, used)
    },
    GetUsedRangeOrNullObject: (ref, valuesOnly) => {
      const used = usedWithin(ref, valuesOnly)
      return used && part(ref, used)
    },
    GetVisibleView: (ref) => rangeView(ref.alive()),
    GetSpecialCells: (ref, type, valueType) => required(areasOrNull(ref, specialAreas(ref, type, valueType))),
    GetSpecialCellsOrNullObject: (ref, type, valueType) =>
      areasOrNull(ref, specialAreas(ref, type, valueType)),
    GetMergedAreasOrNullObject: (ref) =>
      areasOrNull(
        ref,
        ref.alive().sheet.decor.merges.filter((one) => intersection(one, ref.area)),
      ),
    GetTables: tablesWithin,
    GetSurroundingRegion: (ref) => part(ref, region(ref.alive().sheet, ref.area)),
    Find: (ref, wanted, options) => required(findText(ref, wanted, options)),
    FindOrNullObject: findText,
    Select: (ref) => ref.host.select(ref.alive().sheet, ref.area, 'addin'),
    Clear: (ref, what) => {
      ref.alive().sheet.guard(ref.area)
      clearCells(ref.host, ref.sheet, ref.area, textOr(what, 'All'))
    },
    Insert: (ref, direction) => {
      insertCells(ref.host, ref.alive().sheet, ref.area, direction === 'Right' ? 'Right' : 'Down')
      return rangeObject(new RangeRef(ref.host, ref.sheet, ref.area))
    },
    Delete: (ref, direction) =>
      removeCells(ref.host, ref.alive().sheet, { ...ref.area }, direction === 'Left' ? 'Left' : 'Up'),
    Merge: (ref) => mergeCells(ref.host, ref.alive().sheet, ref.area),
    Unmerge: (ref) =>
      ref.sheet.change({
        merges: ref.alive().sheet.decor.merges.filter((one) => !intersection(one, ref.area)),
      }),
    CopyFrom: copyFrom,
    Calculate: (ref) => ref.host.workbook.recalculate(),
    SetDirty: () => null,
    _ValidateArraySize: (ref, rows, columns) => {
      if (rows !== ref.alive().area.rows || columns !== ref.area.columns) throw invalidArgument()
    },
  },
  harmless: ['SetDirty', 'Calculate'],
}

function lastOf(ref: RangeRef, row: boolean, column: boolean): ExcelObject {
  const { area: a } = ref
  return part(ref, {
    row: row ? a.row + a.rows - 1 : a.row,
    rows: row ? 1 : a.rows,
    column: column ? a.column + a.columns - 1 : a.column,
    columns: column ? 1 : a.columns,
  })
}

function sum(from: number, count: number, size: (line: number) => number): number {
  let total = 0
  for (let i = from; i < from + Math.min(count, MAX_ROWS); i++) total += size(i)
  return total
}

export const makeRange = (ref: RangeRef): ExcelObject => make(RANGE, ref)
