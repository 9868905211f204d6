import { type ExcelObject, type Kind, make } from '../engine/kind.ts'
import { type Area, area, isInside } from '../model/area.ts'
import type { Edge } from '../model/styles.ts'
import { color } from './arguments.ts'
import type { Formatted } from './rangeFormat.ts'

export const bordersOf = (on: Formatted): ExcelObject => make(BORDERS, on)

const SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const
type Side = (typeof SIDES)[number]
interface Border extends Formatted {
  readonly side: Side
}

const BORDERS: Kind<Formatted> = {
  name: 'RangeBorderCollection',
  read: { Count: () => SIDES.length },
  items: (on) => SIDES.map((side) => make(BORDER, { ...on, side })),
  item: (on, key) => {
    const side = SIDES.find((one) => one === key)
    return side === undefined ? null : make(BORDER, { ...on, side })
  },
}

const BORDER: Kind<Border> = {
  name: 'RangeBorder',
  id: 'SideIndex',
  read: {
    SideIndex: ({ side }) => side,
    Style: (on) => (edgeOf(on) === null ? 'None' : 'Continuous'),
    Color: (on) => edgeOf(on)?.color ?? '#000000',
    Weight: (on) => (edgeOf(on)?.style === 'medium' ? 'Medium' : 'Thin'),
    TintAndShade: () => 0,
  },
  write: {
    Style: (on, value) =>
      setEdge(on, value === 'None' ? null : { style: 'thin', color: edgeOf(on)?.color ?? '#000000' }),
    Color: (on, value) => setEdge(on, { style: edgeOf(on)?.style ?? 'thin', color: color(value) }),
    Weight: (on, value) =>
      setEdge(on, {
        style: value === 'Medium' ? 'medium' : value === 'Thick' ? 'thick' : 'thin',
        color: edgeOf(on)?.color ?? '#000000',
      }),
  },
}

/** The edges of cells that a side of a range is made of, and which cells have them. */
function edgesOf(
  side: Side,
  a: Area,
): { key: 'edgeTop' | 'edgeBottom' | 'edgeLeft' | 'edgeRight'; cells: Area }[] {
  if (side === 'EdgeTop') return [{ key: 'edgeTop', cells: { ...a, rows: 1 } }]
  if (side === 'EdgeBottom') return [{ key: 'edgeBottom', cells: { ...a, row: a.row + a.rows - 1, rows: 1 } }]
  if (side === 'EdgeLeft') return [{ key: 'edgeLeft', cells: { ...a, columns: 1 } }]
  if (side === 'EdgeRight') {
    return [{ key: 'edgeRight', cells: { ...a, column: a.column + a.columns - 1, columns: 1 } }]
  }
  if (side === 'InsideHorizontal' && a.rows > 1) {
    return [{ key: 'edgeBottom', cells: { ...a, rows: a.rows - 1 } }]
  }
  if (side === 'InsideVertical' && a.columns > 1) {
    return [{ key: 'edgeRight', cells: { ...a, columns: a.columns - 1 } }]
  }
  return []
}

function edgeOf({ sheet, areas: [a], side }: Border): Edge | null {
  const [edge] = a ? edgesOf(side, a) : []
  if (!edge) return null
  return sheet.home.styles.look(sheet.styleAt(edge.cells.row, edge.cells.column))[edge.key]
}

/** Two cells have one line between them: whichever side it is set or taken from, the other side's is gone. */
const FACING = {
  edgeTop: { key: 'edgeBottom', row: -1, column: 0 },
  edgeBottom: { key: 'edgeTop', row: 1, column: 0 },
  edgeLeft: { key: 'edgeRight', row: 0, column: -1 },
  edgeRight: { key: 'edgeLeft', row: 0, column: 1 },
} as const

function setEdge(on: Border, edge: Edge | null): void {
  on.sheet.guardOption('allowFormatCells')
  for (const a of on.areas) {
    for (const { key, cells } of edgesOf(on.side, a)) {
      on.host.restyle(on.sheet, cells, () => ({ [key]: edge }))
      const facing = FACING[key]
      const other = { ...cells, row: cells.row + facing.row, column: cells.column + facing.column }
      const has = (row: number, column: number): boolean =>
        on.sheet.home.styles.look(on.sheet.styleAt(row, column))[facing.key] !== null
      for (const cell of cellsOf(other)) {
        if (isInside(cell) && has(cell.row, cell.column)) {
          on.host.restyle(on.sheet, cell, () => ({ [facing.key]: null }))
        }
      }
    }
  }
  on.host.formatChanged(on.sheet, on.areas)
}

function* cellsOf(a: Area): Generator<Area> {
  for (let r = a.row; r < a.row + a.rows; r++) {
    for (let c = a.column; c < a.column + a.columns; c++) yield area(r, c)
  }
}
