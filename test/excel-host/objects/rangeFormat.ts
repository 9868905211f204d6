import { type ExcelObject, type Kind, make } from '../engine/kind.ts'
import type { Host } from '../host.ts'
import { type Area, MAX_COLUMNS, isWholeColumns, isWholeRows } from '../model/area.ts'
import { invalidArgument } from '../model/fault.ts'
import type { Sheet } from '../model/sheet.ts'
import type { Look } from '../model/styles.ts'
import { color, flag, number, text } from './arguments.ts'
import { textAt, uniform } from './cellGrids.ts'
import { bordersOf } from './rangeBorders.ts'

/** The cells that a format stands for: one range, or several. */
export interface Formatted {
  readonly host: Host
  readonly sheet: Sheet
  readonly areas: readonly Area[]
}

export const DEFAULT_WIDTH = 48
export const DEFAULT_HEIGHT = 14.25

function shown<K extends keyof Look>({ sheet, areas }: Formatted, key: K): Look[K] | null {
  const found = areas.map((a) =>
    uniform(sheet, a, (r, c) => sheet.home.styles.look(sheet.styleAt(r, c))[key]),
  )
  return found.every((one) => one === found[0]) ? (found[0] ?? null) : null
}

function apply(on: Formatted, change: Partial<Look>): void {
  on.sheet.guardOption('allowFormatCells')
  for (const a of on.areas) on.host.restyle(on.sheet, a, () => change)
  on.host.formatChanged(on.sheet, on.areas)
}

export const rangeFormat = (on: Formatted): ExcelObject => make(FORMAT, on)

const FORMAT: Kind<Formatted> = {
  name: 'RangeFormat',
  read: {
    ColumnWidth: ({ sheet, areas: [a] }) =>
      a ? uniformLine(a.column, a.columns, (c) => sheet.decor.columns.get(c)?.width ?? DEFAULT_WIDTH) : null,
    RowHeight: ({ sheet, areas: [a] }) =>
      a ? uniformLine(a.row, a.rows, (r) => sheet.decor.rows.get(r)?.height ?? DEFAULT_HEIGHT) : null,
    HorizontalAlignment: (on) => shown(on, 'horizontal'),
    VerticalAlignment: (on) => shown(on, 'vertical'),
    WrapText: (on) => shown(on, 'wrap'),
    IndentLevel: (on) => shown(on, 'indent'),
    ShrinkToFit: () => false,
    TextOrientation: () => 0,
    ReadingOrder: () => 'Context',
    UseStandardHeight: () => true,
    UseStandardWidth: ({ sheet, areas: [a] }) =>
      a
        ? uniformLine(a.column, a.columns, (c) =>
            sheet.decor.columns.get(c)?.width === undefined ? 1 : 0,
          ) === 1
        : null,
  },
  write: {
    ColumnWidth: (on, value) => setWidths(on, number(value)),
    RowHeight: (on, value) => setHeights(on, number(value)),
    UseStandardWidth: (on, value) => {
      if (flag(value)) dropWidths(on)
    },
    HorizontalAlignment: (on, value) => apply(on, { horizontal: text(value) }),
    VerticalAlignment: (on, value) => apply(on, { vertical: text(value) }),
    WrapText: (on, value) => apply(on, { wrap: flag(value) }),
    IndentLevel: (on, value) => apply(on, { indent: number(value) }),
    ShrinkToFit: () => {},
    TextOrientation: () => {},
  },
  children: {
    Fill: (on) => make(FILL, on),
    Font: (on) => make(FONT, on),
    Borders: bordersOf,
    Protection: (on) => make(PROTECTION, on),
  },
  methods: {
    AutofitColumns: (on) => {
      on.sheet.guardOption('allowFormatColumns')
      const columns = new Map(on.sheet.decor.columns)
      for (const a of on.areas) {
        const right = Math.min(a.column + a.columns, on.sheet.cells.columnCount)
        for (let c = a.column; c < right; c++) {
          columns.set(c, { ...columns.get(c), width: widthOf(on.sheet, c, a) })
        }
      }
      on.sheet.change({ columns })
    },
    AutofitRows: (on) => {
      on.sheet.guardOption('allowFormatRows')
      const rows = new Map(on.sheet.decor.rows)
      for (const [r, { height: _height, ...rest }] of on.sheet.decor.rows) {
        if (on.areas.some((a) => r >= a.row && r < a.row + a.rows)) rows.set(r, rest)
      }
      on.sheet.change({ rows })
    },
  },
}

function widthOf(sheet: Sheet, column: number, a: Area): number {
  let longest = 0
  const bottom = Math.min(a.row + a.rows, sheet.cells.rowCount)
  for (let r = a.row; r < bottom; r++) {
    let length = 0
    for (const ch of textAt(sheet, r, column)) length += ch.charCodeAt(0) > 255 ? 2 : 1
    longest = Math.max(longest, length)
  }
  return Math.min(400, Math.max(DEFAULT_WIDTH / 2, longest * 5.6 + 6))
}

function uniformLine(from: number, count: number, get: (line: number) => number): number | null {
  const first = get(from)
  for (let i = from; i < from + Math.min(count, MAX_COLUMNS); i++) if (get(i) !== first) return null
  return first
}

function dropWidths(on: Formatted): void {
  on.sheet.guardOption('allowFormatColumns')
  const columns = new Map(on.sheet.decor.columns)
  for (const [column, { width: _width, ...rest }] of on.sheet.decor.columns) {
    if (!on.areas.some((a) => column >= a.column && column < a.column + a.columns)) continue
    if (Object.values(rest).every((value) => value === undefined || value === false)) columns.delete(column)
    else columns.set(column, rest)
  }
  on.sheet.change({ columns })
}

function setWidths(on: Formatted, width: number): void {
  if (width < 0 || width > 2000) throw invalidArgument()
  on.sheet.guardOption('allowFormatColumns')
  const columns = new Map(on.sheet.decor.columns)
  for (const a of on.areas) {
    if (isWholeRows(a)) throw invalidArgument('The simulated Excel sets no width for all columns at once.')
    for (let c = a.column; c < a.column + a.columns; c++) columns.set(c, { ...columns.get(c), width })
  }
  on.sheet.change({ columns })
}

function setHeights(on: Formatted, height: number): void {
  on.sheet.guardOption('allowFormatRows')
  const rows = new Map(on.sheet.decor.rows)
  for (const a of on.areas) {
    if (isWholeColumns(a)) throw invalidArgument('The simulated Excel sets no height for all rows at once.')
    for (let r = a.row; r < a.row + a.rows; r++) rows.set(r, { ...rows.get(r), height })
  }
  on.sheet.change({ rows })
}

const FILL: Kind<Formatted> = {
  name: 'RangeFill',
  read: {
    // A mixed range reads as null in the documentation; no fill reads as white.
    Color: (on) => {
      const found = on.areas.map((a) =>
        uniform(on.sheet, a, (r, c) => on.sheet.home.styles.look(on.sheet.styleAt(r, c)).fill ?? '#FFFFFF'),
      )
      return found.every((one) => one === found[0]) ? (found[0] ?? '') : ''
    },
    Pattern: (on) => (shown(on, 'fill') === null ? 'None' : 'Solid'),
    PatternColor: () => '#000000',
    TintAndShade: () => 0,
    PatternTintAndShade: () => 0,
  },
  write: { Color: (on, value) => apply(on, { fill: color(value) }) },
  methods: { Clear: (on) => apply(on, { fill: null }) },
}

const FONT: Kind<Formatted> = {
  name: 'RangeFont',
  read: {
    Bold: (on) => shown(on, 'bold'),
    Italic: (on) => shown(on, 'italic'),
    Underline: (on) => shown(on, 'underline'),
    Strikethrough: (on) => shown(on, 'strikethrough'),
    Color: (on) => shown(on, 'color') ?? '',
    Size: (on) => shown(on, 'size'),
    Name: (on) => shown(on, 'font'),
    TintAndShade: () => 0,
    Subscript: () => false,
    Superscript: () => false,
  },
  write: {
    Bold: (on, value) => apply(on, { bold: flag(value) }),
    Italic: (on, value) => apply(on, { italic: flag(value) }),
    Underline: (on, value) => apply(on, { underline: text(value) }),
    Strikethrough: (on, value) => apply(on, { strikethrough: flag(value) }),
    Color: (on, value) => apply(on, { color: color(value) }),
    Size: (on, value) => apply(on, { size: number(value) }),
    Name: (on, value) => apply(on, { font: text(value) }),
  },
}

const PROTECTION: Kind<Formatted> = {
  name: 'FormatProtection',
  read: {
    Locked: (on) => shown(on, 'locked'),
    FormulaHidden: (on) => shown(on, 'formulaHidden'),
  },
  write: {
    Locked: (on, value) => apply(on, { locked: flag(value) }),
    FormulaHidden: (on, value) => apply(on, { formulaHidden: flag(value) }),
  },
}
