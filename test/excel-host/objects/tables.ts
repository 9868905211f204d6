import { clearCells } from '../actions/clearCells.ts'
import { setFilter } from '../actions/setFilter.ts'
import { insertCells } from '../actions/shiftCells.ts'
import { sortRows } from '../actions/sortRows.ts'
import { type ExcelObject, type Kind, make } from '../engine/kind.ts'
import type { Host } from '../host.ts'
import { parseAddress, intersection } from '../model/area.ts'
import type { Table } from '../model/decor.ts'
import { invalidArgument, invalidOperation, itemAlreadyExists, itemNotFound } from '../model/fault.ts'
import type { Sheet } from '../model/sheet.ts'
import { flag, range, text } from './arguments.ts'
import { autoFilterOf } from './autoFilter.ts'
import { grid, putGrid, textAt, valueAt } from './cellGrids.ts'
import { TABLE_EVENTS, eventMethods } from './eventMethods.ts'
import { rangeObject, worksheet } from './makers.ts'
import { RangeRef } from './rangeRef.ts'

interface Over {
  readonly host: Host
  /** Null: the tables of the whole workbook. */
  readonly sheet: Sheet | null
  readonly fits: (table: Table) => boolean
}

interface TableRef {
  readonly host: Host
  readonly sheet: Sheet
  readonly id: string
}

interface ColumnRef extends TableRef {
  readonly index: number
}

export const tablesOf = (
  host: Host,
  sheet: Sheet | null,
  fits: (table: Table) => boolean = () => true,
): ExcelObject => make(TABLES, { host, sheet, fits })

const refs = ({ host, sheet, fits }: Over): TableRef[] =>
  (sheet ? [sheet] : host.workbook.sheets).flatMap((on) =>
    on.decor.tables.filter(fits).map(({ id }) => ({ host, sheet: on, id })),
  )

function current({ sheet, id }: TableRef): Table {
  const found = sheet.decor.tables.find((table) => table.id === id)
  if (!found) throw itemNotFound()
  return found
}

function update(ref: TableRef, change: Partial<Table>): void {
  current(ref)
  ref.sheet.change({
    tables: ref.sheet.decor.tables.map((table) => (table.id === ref.id ? { ...table, ...change } : table)),
  })
}

const rangeIn = ({ host, sheet }: TableRef, area: Table['area']): ExcelObject =>
  rangeObject(new RangeRef(host, sheet, area))

export const bodyOf = (table: Table): Table['area'] => {
  const above = table.showHeaders ? 1 : 0
  const below = table.showTotals ? 1 : 0
  return { ...table.area, row: table.area.row + above, rows: table.area.rows - above - below }
}

function remove(ref: TableRef): void {
  const gone = current(ref)
  ref.sheet.change({ tables: ref.sheet.decor.tables.filter(({ id }) => id !== ref.id) })
  ref.host.workbook.listener({
    type: 'tableDeleted',
    sheet: ref.sheet,
    actor: 'addin',
    detail: { tableId: gone.id, tableName: gone.name },
  })
}

/** Makes a table of an area whose first row is its header. @throws ExcelFault where one is already */
export function newTable(host: Host, sheet: Sheet, where: Table['area']): Table {
  if (sheet.decor.tables.some((table) => intersection(table.area, where))) {
    throw invalidArgument('A table cannot overlap another table.')
  }
  if (sheet.decor.merges.some((one) => intersection(one, where))) {
    throw invalidOperation('A table cannot hold merged cells.')
  }
  const all = refs({ host, sheet: null, fits: () => true }).map((ref) => current(ref).name.toLowerCase())
  let number = 1
  while (all.includes(`表${number}`)) number++
  const made: Table = {
    id: host.workbook.newId(),
    name: `表${number}`,
    area: where,
    showHeaders: true,
    showTotals: false,
    style: 'TableStyleMedium2',
    filter: null,
    part: null,
  }
  sheet.change({ tables: [...sheet.decor.tables, made] })
  host.workbook.listener({ type: 'tableAdded', sheet, actor: 'addin', detail: { tableId: made.id } })
  return made
}

const TABLES: Kind<Over> = {
  name: 'TableCollection',
  read: { Count: (over) => refs(over).length, _EventTargetId: ({ sheet }) => sheet?.id ?? 'Workbook' },
  items: (over) => refs(over).map((ref) => make(TABLE, ref)),
  item: (over, key) => {
    const wanted = String(key).toLowerCase()
    const found = refs(over).find((ref) => ref.id === key || current(ref).name.toLowerCase() === wanted)
    return found ? make(TABLE, found) : null
  },
  methods: {
    ...eventMethods<Over>(
      TABLE_EVENTS,
      ({ host }) => host,
      ({ sheet }) => sheet?.id ?? 'Workbook',
    ),
    Add: ({ host, sheet }, address, hasHeaders) => {
      const at = range(host, address, sheet ?? host.workbook.active)
      at.sheet.guard(at.area)
      if (at.sheet.decor.tables.some((table) => intersection(table.area, at.area))) {
        throw invalidArgument('A table cannot overlap another table.')
      }
      let { area } = at
      if (hasHeaders !== true) {
        insertCells(host, at.sheet, { ...area, rows: 1 }, 'Down')
        area = { ...area, rows: area.rows + 1 }
        for (let c = 0; c < area.columns; c++)
          at.sheet.cells.setValue(area.row, area.column + c, `列${c + 1}`)
      }
      const made = newTable(host, at.sheet, area)
      return make(TABLE, { host, sheet: at.sheet, id: made.id })
    },
  },
}

const TABLE: Kind<TableRef> = {
  name: 'Table',
  id: 'Id',
  read: {
    Id: ({ id }) => id,
    Name: (ref) => current(ref).name,
    ShowHeaders: (ref) => current(ref).showHeaders,
    ShowTotals: (ref) => current(ref).showTotals,
    Style: (ref) => current(ref).style,
    ShowBandedRows: () => true,
    ShowBandedColumns: () => false,
    ShowFilterButton: () => true,
    HighlightFirstColumn: () => false,
    HighlightLastColumn: () => false,
    LegacyId: ({ id }) => id,
  },
  write: {
    Name: (ref, value) => {
      const name = text(value)
      if (!/^[\p{L}_\\][\p{L}\p{N}_.]*$/u.test(name) || parseAddress(name)) throw invalidArgument()
      const taken = refs({ host: ref.host, sheet: null, fits: () => true })
      if (taken.some((one) => one.id !== ref.id && current(one).name.toLowerCase() === name.toLowerCase())) {
        throw itemAlreadyExists()
      }
      update(ref, { name })
    },
    Style: (ref, value) => update(ref, { style: text(value) }),
    ShowHeaders: (ref, value) => update(ref, { showHeaders: flag(value) }),
    ShowTotals: (ref, value) => update(ref, { showTotals: flag(value) }),
    ShowBandedRows: () => {},
    ShowBandedColumns: () => {},
    ShowFilterButton: () => {},
    HighlightFirstColumn: () => {},
    HighlightLastColumn: () => {},
  },
  children: {
    Worksheet: ({ host, sheet }) => worksheet(host, sheet),
    Columns: (ref) => make(COLUMNS, ref),
    Rows: (ref) => make(ROWS, ref),
    AutoFilter: (ref) => autoFilterOf({ host: ref.host, sheet: ref.sheet, table: current(ref) }),
    Sort: (ref) => make(SORT, ref),
  },
  methods: {
    ...eventMethods<TableRef>(
      TABLE_EVENTS,
      ({ host }) => host,
      ({ id }) => id,
    ),
    GetRange: (ref) => rangeIn(ref, current(ref).area),
    GetHeaderRowRange: (ref) => {
      if (!current(ref).showHeaders) throw invalidOperation('The table shows no headers.')
      return rangeIn(ref, { ...current(ref).area, rows: 1 })
    },
    GetDataBodyRange: (ref) => rangeIn(ref, bodyOf(current(ref))),
    GetTotalRowRange: (ref) => {
      const { area, showTotals } = current(ref)
      if (!showTotals) throw invalidOperation('The table shows no totals.')
      return rangeIn(ref, { ...area, row: area.row + area.rows - 1, rows: 1 })
    },
    Resize: (ref, address) => {
      const { area } = range(ref.host, address, ref.sheet)
      if (area.row !== current(ref).area.row) throw invalidArgument()
      update(ref, { area })
    },
    ClearFilters: (ref) => setFilter(ref.host, ref.sheet, current(ref), null, 'addin'),
    ReapplyFilters: (ref) => setFilter(ref.host, ref.sheet, current(ref), current(ref).filter, 'addin'),
    ConvertToRange: (ref) => {
      const { area } = current(ref)
      remove(ref)
      return rangeIn(ref, area)
    },
    Delete: (ref) => {
      const { area } = current(ref)
      ref.sheet.guard(area)
      remove(ref)
      clearCells(ref.host, ref.sheet, area, 'All')
    },
  },
}

const ROWS: Kind<TableRef> = {
  name: 'TableRowCollection',
  read: { Count: (ref) => bodyOf(current(ref)).rows },
  methods: { GetCount: (ref) => bodyOf(current(ref)).rows },
}

const SORT: Kind<TableRef> = {
  name: 'TableSort',
  methods: {
    Apply: (ref, fields) => {
      const keys = (Array.isArray(fields) ? (fields as readonly Record<string, unknown>[]) : []).map(
        (one) => ({
          column: Number(one['key']),
          ascending: one['ascending'] !== false,
        }),
      )
      sortRows(ref.host, ref.sheet, bodyOf(current(ref)), keys)
    },
  },
}

const columns = (ref: TableRef): ColumnRef[] =>
  Array.from({ length: current(ref).area.columns }, (_, index) => ({ ...ref, index }))

const nameOf = (ref: ColumnRef): string => {
  const { area } = current(ref)
  return textAt(ref.sheet, area.row, area.column + ref.index)
}

const columnArea = (ref: ColumnRef, area: Table['area']): Table['area'] => ({
  ...area,
  column: area.column + ref.index,
  columns: 1,
})

const COLUMNS: Kind<TableRef> = {
  name: 'TableColumnCollection',
  read: { Count: (ref) => current(ref).area.columns },
  items: (ref) => columns(ref).map((one) => make(COLUMN, one)),
  item: (ref, key) => {
    const found = columns(ref).find((one) => one.index + 1 === key || nameOf(one) === key)
    return found ? make(COLUMN, found) : null
  },
  methods: {
    Add: (ref, index, values, name) => {
      const table = current(ref)
      const at = typeof index === 'number' && index >= 0 ? index : table.area.columns
      const column = table.area.column + at
      const right = { row: table.area.row, column, rows: table.area.rows, columns: 1 }
      if (ref.sheet.decor.tables.length > 1 || at < table.area.columns) {
        ref.sheet.cells.insertColumns(column, 1, right.row, right.row + right.rows)
      }
      update(ref, { area: { ...table.area, columns: table.area.columns + 1 } })
      const target = new RangeRef(ref.host, ref.sheet, right)
      if (Array.isArray(values)) putGrid(target, values, (sheet, r, c, value) => sheet.enter(r, c, value))
      if (typeof name === 'string') ref.sheet.cells.setValue(right.row, column, name)
      ref.host.changed(ref.sheet, right, 'RangeEdited')
      return make(COLUMN, { ...ref, index: at })
    },
  },
}

const COLUMN: Kind<ColumnRef> = {
  name: 'TableColumn',
  id: 'Id',
  read: {
    Id: ({ index }) => index + 1,
    Index: ({ index }) => index,
    Name: nameOf,
    Values: (ref) => grid(new RangeRef(ref.host, ref.sheet, columnArea(ref, current(ref).area)), valueAt),
  },
  write: {
    Name: (ref, value) => {
      const { area } = current(ref)
      ref.sheet.cells.setValue(area.row, area.column + ref.index, text(value))
    },
  },
  methods: {
    GetRange: (ref) => rangeIn(ref, columnArea(ref, current(ref).area)),
    GetHeaderRowRange: (ref) => rangeIn(ref, { ...columnArea(ref, current(ref).area), rows: 1 }),
    GetDataBodyRange: (ref) => rangeIn(ref, columnArea(ref, bodyOf(current(ref)))),
    Delete: (ref) => {
      const { area } = current(ref)
      if (area.columns === 1) throw invalidOperation('A table keeps at least one column.')
      const gone = columnArea(ref, area)
      ref.sheet.cells.deleteColumns(gone.column, 1, gone.row, gone.row + gone.rows)
      update(ref, { area: { ...area, columns: area.columns - 1 } })
      ref.host.changed(ref.sheet, gone, 'CellDeleted', { shiftDirection: 'ShiftCellLeft' })
    },
  },
}
