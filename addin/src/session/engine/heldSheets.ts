import type { DateSystem } from '@postloan/core/calendar'
import type { Sheet, Workbook } from '@postloan/core/table'
import { templateSheets } from '@postloan/core/workbook/own'

import type { CellPiece, SheetFrame } from '../../excel/port.ts'
import { CellGrid } from './cellGrid.ts'
import { withoutOurs } from './flagPlanner.ts'

/** The sheets of the open workbook as Excel handed them in: cells by sheet id, and what else is known of each sheet. */
export class HeldSheets {
  #fileName = ''
  #dateSystem: DateSystem = 1900
  readonly #grids = new Map<string, CellGrid>()
  readonly #frames = new Map<string, SheetFrame>()

  open(fileName: string, dateSystem: DateSystem): void {
    this.#fileName = fileName
    this.#dateSystem = dateSystem
    this.#grids.clear()
    this.#frames.clear()
  }

  take(id: string, piece: CellPiece): void {
    this.grid(id).take(piece)
  }

  close(id: string, frame: SheetFrame): void {
    this.grid(id)
    this.#frames.set(id, frame)
  }

  forget(id: string): void {
    this.#grids.delete(id)
    this.#frames.delete(id)
  }

  frame(id: string): SheetFrame | undefined {
    return this.#frames.get(id)
  }

  grid(id: string): CellGrid {
    const known = this.#grids.get(id)
    if (known) return known
    const grid = new CellGrid(this.#dateSystem)
    this.#grids.set(id, grid)
    return grid
  }

  gridNamed(name: string): CellGrid | null {
    const found = [...this.#frames].find(([, frame]) => frame.name === name)
    return found ? this.grid(found[0]) : null
  }

  /** Everything that stands in the workbook, ours among it. */
  all(): readonly Sheet[] {
    return [...this.#frames].map(([id, frame]) => this.grid(id).sheet(frame))
  }

  /** One sheet, ours in it; null where it is not held. */
  sheet(id: string): Sheet | null {
    const frame = this.#frames.get(id)
    return frame ? this.grid(id).sheet(frame) : null
  }

  /** The workbook as its officer made it. */
  workbook(): Workbook {
    return this.#of(withoutOurs(this.all(), this.#fileName))
  }

  /** All of the workbook where it is the standard template, which names itself on a sheet nobody sees; else null. */
  template(): Workbook | null {
    const isTemplate = [...this.#frames.values()].some(({ name }) => name === templateSheets.record)
    return isTemplate ? this.#of(this.all()) : null
  }

  #of(sheets: readonly Sheet[]): Workbook {
    return { fileName: this.#fileName, format: 'excel', sheets, notes: [] }
  }
}
