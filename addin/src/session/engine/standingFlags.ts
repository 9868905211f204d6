import type { Result } from '@postloan/core/check'
import type { Policy } from '@postloan/core/policy'
import type { AnnotationPlan } from '@postloan/core/workbook/own'
import { ownColumnKeys, ownColumns } from '@postloan/core/workbook/own'

import type { CellWrite } from '../../excel/port.ts'
import type { FlagPlan, PlannedSheet, RowToWrite } from './engineTypes.ts'
import { FlagPlanner } from './flagPlanner.ts'
import type { HeldSheets } from './heldSheets.ts'

/** Which flags are to stand where, which of them do, and which differ since they were last asked for. */
export class StandingFlags {
  readonly #held: HeldSheets
  #planner: FlagPlanner | null = null
  #plan: FlagPlan | null = null
  /** By sheet: rows (from 1) whose flags may differ. */
  #touched = new Map<string, Set<number>>()

  constructor(held: HeldSheets) {
    this.#held = held
  }

  get isPlanned(): boolean {
    return this.#planner !== null
  }

  get touched(): ReadonlyMap<string, ReadonlySet<number>> {
    return this.#touched
  }

  plan(result: Result, policy: Policy, tableGap: boolean): FlagPlan {
    this.#planner = new FlagPlanner(result, policy, this.#held.all())
    this.#touched = new Map()
    this.#plan = this.#planner.plan(tableGap)
    return this.#plan
  }

  rows(sheet: string, from: number, to: number): readonly (readonly CellWrite[])[] {
    return this.#planner?.rows(sheet, from, to) ?? []
  }

  ownSheets(): readonly PlannedSheet[] {
    return this.#planner?.ownSheets() ?? []
  }

  /** The flags of this sheet stand as planned: its cells are known without being read. */
  written(sheet: string): void {
    const planned = this.#planned(sheet)
    const planner = this.#planner
    const grid = this.#held.gridNamed(sheet)
    // scattered ones are read anew before anything else is written there
    if (!planned || !planner || !grid || planned.isScattered) return
    const { firstColumn, headerRow, groupRow, endRow, groupLabel } = planned
    if (groupRow !== null) grid.write(groupRow, firstColumn, [groupLabel])
    grid.write(
      headerRow,
      firstColumn,
      ownColumnKeys.map((key) => ownColumns[key].title),
    )
    for (const [i, cells] of planner.rows(sheet, headerRow + 1, endRow).entries()) {
      grid.write(headerRow + 1 + i, firstColumn, cells)
    }
    const sheets = this.#plan?.sheets.map((one) => (one === planned ? { ...one, stands: true } : one))
    this.#plan = sheets ? { sheets } : null
  }

  /** Rows of all ledger sheets whose flags are other than planned; they are taken as written. */
  stale(): readonly RowToWrite[] {
    const planner = this.#planner
    if (!planner) return []
    const standing = this.#plan?.sheets.filter(({ stands }) => stands) ?? []
    return standing.flatMap(({ sheet, headerRow, endRow }) =>
      planner.rows(sheet, headerRow + 1, endRow).flatMap((cells, i) => {
        const row = { sheet, row: headerRow + 1 + i, cells }
        return this.#differs(row) ? [row] : []
      }),
    )
  }

  /** The same over the rows touched since they were last asked for. */
  takeTouched(): readonly RowToWrite[] {
    const planner = this.#planner
    if (!planner) return []
    const rows = [...this.#touched].flatMap(([sheet, numbers]) =>
      [...numbers]
        .toSorted((a, b) => a - b)
        .flatMap((row) => planner.rows(sheet, row - 1, row).map((cells) => ({ sheet, row: row - 1, cells }))),
    )
    this.#touched.clear()
    return rows.filter((row) => this.#differs(row))
  }

  /** `sheetRow` counts from 1. */
  touch(sheet: string, sheetRow: number): void {
    this.#touched.set(sheet, (this.#touched.get(sheet) ?? new Set()).add(sheetRow))
  }

  /** Looks again at what people wrote in our columns of these rows (from 0). */
  look(sheetId: string, rows: readonly number[]): void {
    const sheet = this.#planner && this.#held.sheet(sheetId)
    if (sheet) this.#planner?.look(sheet, rows)
  }

  /** Takes what was said of the touched rows in the place of what was said before. */
  replace(partial: AnnotationPlan): void {
    this.#planner?.replace(partial, this.#touched)
  }

  #planned(sheet: string): FlagPlan['sheets'][number] | undefined {
    return this.#plan?.sheets.find((one) => one.sheet === sheet)
  }

  /** True where the cells of a row have to be written; they are known as written from then on. */
  #differs({ sheet, row, cells }: RowToWrite): boolean {
    const grid = this.#held.gridNamed(sheet)
    const planned = this.#planned(sheet)
    if (!grid || !planned?.stands) return false
    const first = planned.firstColumn
    if (cells.every((cell, at) => grid.holds(row, first + at, cell))) return false
    grid.write(row, first, cells)
    return true
  }
}
