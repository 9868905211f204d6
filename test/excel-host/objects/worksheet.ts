import { renameSheet } from '../actions/renameSheet.ts'
import { type ExcelObject, type Kind, make } from '../engine/kind.ts'
import type { Host } from '../host.ts'
import { MAX_COLUMNS, MAX_ROWS, WHOLE_SHEET, area } from '../model/area.ts'
import {
  accessDenied,
  invalidArgument,
  invalidOperation,
  itemAlreadyExists,
  itemNotFound,
} from '../model/fault.ts'
import type { Sheet } from '../model/sheet.ts'
import { flag, number, range, record, text } from './arguments.ts'
import { autoFilterOf } from './autoFilter.ts'
import { chartsOf } from './charts.ts'
import { commentsOf, notesOf } from './comments.ts'
import { SHEET_EVENTS, eventMethods } from './eventMethods.ts'
import { rangeAreas, rangeObject, worksheet } from './makers.ts'
import { namesOf } from './names.ts'
import { part } from './rangePart.ts'
import { AreasRef, RangeRef } from './rangeRef.ts'
import { tablesOf } from './tables.ts'

interface On {
  readonly host: Host
  readonly sheet: Sheet
}

export const worksheets = (host: Host): ExcelObject => make(WORKSHEETS, host)

const whole = ({ host, sheet }: On): RangeRef => new RangeRef(host, sheet, WHOLE_SHEET)

function alive({ host, sheet }: On): Sheet {
  if (!host.workbook.sheets.includes(sheet)) throw itemNotFound()
  return sheet
}

export function checkSheetName(host: Host, name: string, own: Sheet | null): void {
  if (name.length === 0 || name.length > 31 || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name)) {
    throw invalidArgument()
  }
  const other = host.workbook.sheetNamed(name)
  if (other && other !== own) throw itemAlreadyExists()
}

function neighbour({ host, sheet }: On, step: 1 | -1, visibleOnly: unknown): ExcelObject | null {
  const { sheets } = host.workbook
  for (let i = sheets.indexOf(sheet) + step; i >= 0 && i < sheets.length; i += step) {
    const other = sheets[i]
    if (other && (visibleOnly !== true || other.decor.visibility === 'Visible')) return worksheet(host, other)
  }
  return null
}

const WORKSHEET: Kind<On> = {
  name: 'Worksheet',
  id: 'Id',
  read: {
    Id: ({ sheet }) => sheet.id,
    Name: (on) => alive(on).name,
    Position: ({ host, sheet }) => host.workbook.sheets.indexOf(sheet),
    Visibility: (on) => alive(on).decor.visibility,
    TabColor: (on) => alive(on).decor.tabColor,
    TabId: ({ sheet }) => sheet.id,
    Gridlines: (on) => alive(on).decor.showGridlines,
    ShowHeadings: () => true,
    StandardWidth: () => 8.43,
    StandardHeight: () => 14.25,
    EnableCalculation: () => true,
  },
  write: {
    Name: ({ host, sheet }, value) => {
      checkSheetName(host, text(value), sheet)
      if (host.workbook.structureLocked) throw accessDenied()
      renameSheet(host, sheet, text(value))
    },
    Position: ({ host, sheet }, value) => {
      const rest = host.workbook.sheets.filter((one) => one !== sheet)
      host.workbook.sheets = rest.toSpliced(number(value), 0, sheet)
    },
    Visibility: ({ host, sheet }, value) => {
      const { workbook } = host
      const to = value === 'Hidden' || value === 'VeryHidden' ? value : 'Visible'
      const others = workbook.sheets.filter((one) => one !== sheet && one.decor.visibility === 'Visible')
      if (to !== 'Visible' && others.length === 0)
        throw invalidOperation('A workbook must keep a visible sheet.')
      if (workbook.structureLocked) throw accessDenied()
      sheet.change({ visibility: to })
      const [next] = others
      if (to !== 'Visible' && workbook.active === sheet && next) workbook.activate(next, 'addin')
    },
    TabColor: ({ sheet }, value) => sheet.change({ tabColor: text(value) }),
    Gridlines: ({ sheet }, value) => sheet.change({ showGridlines: flag(value) }),
    EnableCalculation: () => {},
    StandardWidth: () => {},
  },
  children: {
    Tables: ({ host, sheet }) => tablesOf(host, sheet),
    Names: ({ host, sheet }) => namesOf(host, sheet),
    Comments: ({ host, sheet }) => commentsOf(host, sheet),
    Notes: ({ host, sheet }) => notesOf(host, sheet),
    Charts: ({ host, sheet }) => chartsOf(host, sheet),
    Protection: (on) => make(PROTECTION, on),
    FreezePanes: (on) => make(FREEZE, on),
    AutoFilter: ({ host, sheet }) => autoFilterOf({ host, sheet, table: null }),
    PageLayout: (on) => make(PAGE, on),
  },
  methods: {
    ...eventMethods<On>(
      SHEET_EVENTS,
      ({ host }) => host,
      ({ sheet }) => sheet.id,
    ),
    Activate: (on) => {
      if (alive(on).decor.visibility !== 'Visible') throw invalidOperation('The worksheet is hidden.')
      on.host.workbook.activate(on.sheet, 'addin')
    },
    Delete: (on) => {
      const { workbook } = on.host
      const visible = workbook.sheets.filter((one) => one.decor.visibility === 'Visible')
      if (workbook.structureLocked) throw accessDenied()
      if (visible.length === 1 && visible[0] === alive(on)) {
        throw invalidOperation('A workbook must contain at least one visible worksheet.')
      }
      workbook.deleteSheet(on.sheet, 'addin')
    },
    Calculate: ({ host }) => host.workbook.recalculate(),
    GetRange: (on, address) => {
      alive(on)
      return rangeObject(
        address === undefined || address === null || address === ''
          ? whole(on)
          : range(on.host, address, on.sheet),
      )
    },
    GetRanges: (on, address) => {
      const given = typeof address === 'string' ? address : ''
      if (given.length > 8192) throw invalidArgument()
      const areas =
        given === '' ? [WHOLE_SHEET] : given.split(',').map((one) => range(on.host, one, on.sheet).area)
      return rangeAreas(new AreasRef(on.host, alive(on), areas))
    },
    GetCell: (on, row, column) => part(whole(on), area(number(row), number(column))),
    GetRangeByIndexes: (on, row, column, rows, columns) =>
      part(whole(on), area(number(row), number(column), number(rows), number(columns))),
    GetUsedRange: (on, valuesOnly) =>
      part(whole(on), alive(on).cells.used(valuesOnly === true) ?? area(0, 0)),
    GetUsedRangeOrNullObject: (on, valuesOnly) => {
      const used = alive(on).cells.used(valuesOnly === true)
      return used && part(whole(on), used)
    },
    GetNext: (on, visibleOnly) => neighbour(on, 1, visibleOnly),
    GetNextOrNullObject: (on, visibleOnly) => neighbour(on, 1, visibleOnly),
    GetPrevious: (on, visibleOnly) => neighbour(on, -1, visibleOnly),
    GetPreviousOrNullObject: (on, visibleOnly) => neighbour(on, -1, visibleOnly),
    FindAllOrNullObject: () => null,
  },
  harmless: ['Calculate', 'FindAllOrNullObject'],
}

const WORKSHEETS: Kind<Host> = {
  name: 'WorksheetCollection',
  read: { Count: ({ workbook }) => workbook.sheets.filter(({ isGrid }) => isGrid).length },
  items: (host) => host.workbook.sheets.filter(({ isGrid }) => isGrid).map((sheet) => worksheet(host, sheet)),
  item: (host, key) => {
    const sheet = host.workbook.sheetOf(String(key)) ?? host.workbook.sheetNamed(String(key))
    return sheet ? worksheet(host, sheet) : null
  },
  methods: {
    ...eventMethods<Host>(
      SHEET_EVENTS,
      (host) => host,
      () => 'Workbook',
    ),
    GetActiveWorksheet: (host) => worksheet(host, host.workbook.active),
    GetCount: ({ workbook }, visibleOnly) =>
      workbook.sheets.filter((one) => visibleOnly !== true || one.decor.visibility === 'Visible').length,
    GetFirst: (host) => worksheet(host, host.workbook.sheets[0] ?? host.workbook.active),
    GetLast: (host) => worksheet(host, host.workbook.sheets.at(-1) ?? host.workbook.active),
    Add: (host, name) => {
      if (host.workbook.structureLocked) throw accessDenied()
      const wanted = typeof name === 'string' && name !== '' ? name : freeName(host)
      checkSheetName(host, wanted, null)
      const sheet = host.workbook.addSheet(wanted)
      host.workbook.listener({ type: 'added', sheet, actor: 'addin' })
      return worksheet(host, sheet)
    },
    _GetSheetById: (host, id) => {
      const sheet = host.workbook.sheetOf(String(id))
      if (!sheet) throw itemNotFound()
      return worksheet(host, sheet)
    },
    _GetAnotherWorksheetById: (host, id) => {
      const sheet = host.workbook.sheetOf(String(id))
      return sheet ? worksheet(host, sheet) : null
    },
  },
}

function freeName(host: Host): string {
  let i = host.workbook.sheets.length + 1
  while (host.workbook.sheetNamed(`Sheet${i}`)) i++
  return `Sheet${i}`
}

const DEFAULT_OPTIONS = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: 'Normal',
}

const PROTECTION: Kind<On> = {
  name: 'WorksheetProtection',
  read: {
    Protected: (on) => alive(on).decor.protection !== null,
    Options: (on) => ({ ...DEFAULT_OPTIONS, ...alive(on).decor.protection?.options }),
    IsPasswordProtected: (on) => alive(on).decor.protection?.password != null,
    CanPauseProtection: () => false,
    IsPaused: () => false,
  },
  methods: {
    Protect: (on, options, password) => {
      if (alive(on).decor.protection) throw invalidOperation('The worksheet is already protected.')
      on.sheet.change({
        protection: {
          options: record(options),
          password: typeof password === 'string' && password !== '' ? password : null,
        },
      })
      on.host.workbook.listener({ type: 'protectionChanged', sheet: on.sheet, actor: 'addin' })
    },
    Unprotect: (on, password) => {
      const held = alive(on).decor.protection?.password ?? null
      if (held !== null && held !== password) throw invalidArgument('The password is not correct.')
      on.sheet.change({ protection: null })
      on.host.workbook.listener({ type: 'protectionChanged', sheet: on.sheet, actor: 'addin' })
    },
    CheckPassword: (on, password) => (alive(on).decor.protection?.password ?? null) === (password ?? null),
  },
}

const FREEZE: Kind<On> = {
  name: 'WorksheetFreezePanes',
  methods: {
    FreezeRows: (on, count = 1) => alive(on).change({ frozen: { rows: number(count), columns: 0 } }),
    FreezeColumns: (on, count = 1) => alive(on).change({ frozen: { rows: 0, columns: number(count) } }),
    FreezeAt: (on, address) => {
      const { area: a } = range(on.host, address, alive(on))
      on.sheet.change({ frozen: { rows: a.row + a.rows, columns: a.column + a.columns } })
    },
    Unfreeze: (on) => alive(on).change({ frozen: null }),
    GetLocation: (on) => frozenRange(on),
    GetLocationOrNullObject: (on) => frozenRange(on),
  },
}

function frozenRange(on: On): ExcelObject | null {
  const { frozen } = alive(on).decor
  if (!frozen || frozen.rows + frozen.columns === 0) return null
  return part(whole(on), area(0, 0, frozen.rows || MAX_ROWS, frozen.columns || MAX_COLUMNS))
}

/** Page layout is taken and forgotten: nothing here prints. */
const PAGE: Kind<On> = {
  name: 'PageLayout',
  read: { Orientation: () => 'Portrait', PaperSize: () => 'A4', Zoom: () => ({ scale: 100 }) },
  write: { Orientation: () => {}, PaperSize: () => {}, Zoom: () => {}, CenterHorizontally: () => {} },
  methods: { SetPrintTitleRows: () => null, SetPrintArea: () => null },
}

export const makeWorksheet = (host: Host, sheet: Sheet): ExcelObject => make(WORKSHEET, { host, sheet })
