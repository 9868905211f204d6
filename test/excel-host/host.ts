import type { ApiSets } from './engine/apiSets.ts'
import { Engine } from './engine/engine.ts'
import { make } from './engine/kind.ts'
import { type Profile, type ProfileName, profiles } from './engine/profiles.ts'
import type { WireEvent } from './engine/wire.ts'
import {
  type Area,
  addressOf,
  area,
  contains,
  intersection,
  isWholeColumns,
  isWholeRows,
  without,
} from './model/area.ts'
import { EMPTY } from './model/cells.ts'
import type { Filter, RowInfo, Table } from './model/decor.ts'
import { compare } from './model/evaluate.ts'
import { accessDenied, invalidArgument, invalidOperation } from './model/fault.ts'
import type { Sheet } from './model/sheet.ts'
import { type Shift, renameInFormula, shiftArea } from './model/shiftFormula.ts'
import type { Look } from './model/styles.ts'
import { type Actor, type Happening, Workbook, type WorkbookSnapshot } from './model/workbook.ts'
import { textOr } from './objects/arguments.ts'
import { RangeRef } from './objects/rangeRef.ts'
import { ownService, workbookObject } from './objects/workbookObject.ts'
import { passesFilter } from './passesFilter.ts'
import { Telling } from './telling.ts'

/** Excel keeps a hundred steps. */
const UNDO_STEPS = 100

export interface HostOptions {
  readonly profile?: ProfileName
  readonly apiSets: ApiSets
  /** A fixed clock makes runs comparable. */
  readonly now?: () => string
}

export interface SortKey {
  /** Counted from the first column of the area. */
  readonly column: number
  readonly ascending: boolean
}

interface Step {
  readonly label: string
  readonly before: WorkbookSnapshot
  readonly what: readonly Happening[]
}

/** An Excel with one workbook open and one add-in running in it. */
export class Host {
  readonly engine: Engine
  readonly profile: Profile
  workbook = new Workbook('工作簿1.xlsx')
  userName = '王经理'
  enableEvents = true
  /** Where events go; the transport sets it. */
  push: (event: WireEvent) => void = () => {}
  /** Called after anything that may change what is on the screen. */
  repaint: () => void = () => {}
  saves = 0
  /** Workbooks that the add-in opened beside this one, as files. */
  readonly beside: Uint8Array[] = []
  readonly now: () => string
  readonly #told: Telling
  readonly #undo: Step[] = []
  #requestBefore: WorkbookSnapshot | null = null
  #actor: Actor = 'addin'
  #happened: Happening[] = []
  #calculationSuspended = false

  constructor(options: HostOptions) {
    this.profile = profiles[options.profile ?? 'ltsc2021']
    this.now = options.now ?? (() => new Date().toISOString())
    this.engine = new Engine({
      root: make({ name: 'Root' }, null),
      profile: this.profile,
      apiSets: options.apiSets,
      topLevel: ownService,
      begin: () => this.#begin(),
      end: (wrote) => this.#end(wrote),
    })
    this.#told = new Telling(this)
    // The engine needs its root before the root can name the engine.
    Object.assign(this.engine.options, { root: workbookObject(this) })
    this.workbook.addSheet('Sheet1')
    this.adopt(this.workbook)
  }

  /** Takes a workbook as the one that is open. */
  adopt(workbook: Workbook): void {
    this.workbook = workbook
    workbook.listener = (happening) => {
      if (happening.type === 'changed') this.#happened.push(happening)
      if (this.enableEvents) this.#told.tell(happening)
    }
    const moved = workbook.moved.bind(workbook)
    workbook.moved = (sheet, shift) => {
      moved(sheet, shift)
      this.#moveReferences(sheet, shift)
    }
    this.#undo.length = 0
    this.repaint()
  }

  get undoDepth(): number {
    return this.#undo.length
  }

  get undoLabels(): readonly string[] {
    return this.#undo.map(({ label }) => label)
  }

  suspendCalculation(): void {
    this.#calculationSuspended = true
  }

  subscribe(event: number, target: string, by: 1 | -1): void {
    this.#told.subscribe(event, target, by)
  }

  openBeside(file: Uint8Array): void {
    this.beside.push(file)
    this.repaint()
  }

  savedByAddin(): void {
    this.workbook.dirty = false
    this.saves++
  }

  // What both the add-in and the user do ------------------------------------------------------------------------

  changed(
    sheet: Sheet,
    where: Area,
    changeType: string,
    detail: Readonly<Record<string, unknown>> = {},
  ): void {
    this.workbook.dirty = true
    if (!this.#calculationSuspended) this.workbook.recalculate()
    this.workbook.listener({
      type: 'changed',
      sheet,
      actor: this.#actor,
      area: where,
      address: addressOf(where),
      detail: { changeType, ...detail },
    })
  }

  formatChanged(sheet: Sheet, areas: readonly Area[]): void {
    this.workbook.dirty = true
    for (const where of areas) {
      this.workbook.listener({
        type: 'formatChanged',
        sheet,
        actor: this.#actor,
        area: where,
        address: addressOf(where),
      })
    }
  }

  select(sheet: Sheet, where: Area, actor: Actor): void {
    this.workbook.activate(sheet, actor)
    sheet.selection = where
    this.workbook.listener({ type: 'selectionChanged', sheet, actor, area: where, address: addressOf(where) })
  }

  /** Changes the look of cells; whole rows and columns keep it on the line. */
  restyle(sheet: Sheet, where: Area, change: (look: Look) => Partial<Look>): void {
    const { styles } = this.workbook
    const next = (style: number): number => styles.derive(style, change(styles.look(style)))
    if (isWholeColumns(where) || isWholeRows(where)) {
      const lines = isWholeColumns(where) ? 'columns' : 'rows'
      const info = new Map<number, { readonly style?: number }>(sheet.decor[lines])
      const from = isWholeColumns(where) ? where.column : where.row
      const count = isWholeColumns(where) ? where.columns : where.rows
      if (count > 5000) throw invalidArgument('The simulated Excel formats at most 5000 whole lines at once.')
      for (let i = from; i < from + count; i++) {
        info.set(i, { ...info.get(i), style: next(info.get(i)?.style ?? 0) })
      }
      sheet.change({ [lines]: info })
      const used = sheet.cells.used(false)
      const inside = used && intersection(used, where)
      if (inside) this.#restyleCells(sheet, inside, next, true)
      return
    }
    this.#restyleCells(sheet, where, next, false)
  }

  #restyleCells(sheet: Sheet, where: Area, next: (style: number) => number, ownOnly: boolean): void {
    for (let c = where.column; c < where.column + where.columns; c++) {
      for (let r = where.row; r < where.row + where.rows; r++) {
        if (ownOnly && sheet.cells.style(r, c) < 0) continue
        this.#setStyle(sheet, r, c, next(sheet.styleAt(r, c)))
      }
    }
  }

  /** An empty cell that looks as its line does is not kept. */
  #setStyle(sheet: Sheet, row: number, column: number, style: number): void {
    const isKept = sheet.cells.kind(row, column) !== EMPTY || style !== sheet.lineStyle(row, column)
    sheet.cells.setStyle(row, column, isKept ? style : -1)
  }

  /** Formats go with their conditional formats; all goes with validations, notes and comments as well. */
  clear(sheet: Sheet, where: Area, what: string): void {
    const bottom = Math.min(where.row + where.rows, sheet.cells.rowCount)
    const right = Math.min(where.column + where.columns, sheet.cells.columnCount)
    for (let r = where.row; r < bottom; r++) {
      for (let c = where.column; c < right; c++) {
        if (what === 'All') {
          sheet.cells.clear(r, c)
          this.#setStyle(sheet, r, c, 0)
        } else if (what === 'Formats') this.#setStyle(sheet, r, c, 0)
        else if (what !== 'Hyperlinks' && what !== 'RemoveHyperlinks') {
          sheet.cells.setValue(r, c, null)
          this.#setStyle(sheet, r, c, sheet.styleAt(r, c))
        }
      }
    }
    const cut = <T extends { readonly areas: readonly Area[] }>(things: readonly T[]): readonly T[] =>
      things.flatMap((one) => {
        if (!one.areas.some((a) => intersection(a, where))) return [one]
        const areas = one.areas.flatMap((a) => without(a, where))
        return areas.length > 0 ? [{ ...one, areas }] : []
      })
    if (what === 'All' || what === 'Formats') {
      sheet.change({ conditionalFormats: cut(sheet.decor.conditionalFormats) })
    }
    if (what === 'All') {
      const stays = (a: Area): boolean => !contains(where, a)
      sheet.change({
        validations: cut(sheet.decor.validations),
        merges: sheet.decor.merges.filter(stays),
        comments: sheet.decor.comments.filter((one) => stays(area(one.row, one.column))),
        notes: sheet.decor.notes.filter((one) => stays(area(one.row, one.column))),
      })
    }
    this.changed(sheet, where, 'RangeEdited')
  }

  insert(sheet: Sheet, where: Area, direction: 'Down' | 'Right'): void {
    const rows = isWholeRows(where)
    const columns = isWholeColumns(where)
    if (rows) sheet.guardOption('allowInsertRows')
    else if (columns) sheet.guardOption('allowInsertColumns')
    else if (sheet.decor.protection) throw accessDenied()
    sheet.insert(where, rows ? 'Down' : columns ? 'Right' : direction)
    if (rows) this.changed(sheet, where, 'RowInserted')
    else if (columns) this.changed(sheet, where, 'ColumnInserted')
    else {
      this.changed(sheet, where, 'CellInserted', {
        shiftDirection: direction === 'Down' ? 'ShiftCellDown' : 'ShiftCellRight',
      })
    }
  }

  remove(sheet: Sheet, where: Area, direction: 'Up' | 'Left'): void {
    const rows = isWholeRows(where)
    const columns = isWholeColumns(where)
    if (rows) {
      sheet.guardOption('allowDeleteRows')
      if (sheet.decor.protection) sheet.guard({ ...where, columns: Math.max(1, sheet.cells.columnCount) })
    } else if (columns) sheet.guardOption('allowDeleteColumns')
    else if (sheet.decor.protection) throw accessDenied()
    sheet.remove(where, rows ? 'Up' : columns ? 'Left' : direction)
    if (rows) this.changed(sheet, where, 'RowDeleted')
    else if (columns) this.changed(sheet, where, 'ColumnDeleted')
    else {
      this.changed(sheet, where, 'CellDeleted', {
        shiftDirection: direction === 'Up' ? 'ShiftCellUp' : 'ShiftCellLeft',
      })
    }
  }

  merge(sheet: Sheet, where: Area): void {
    sheet.guardOption('allowFormatCells')
    sheet.change({ merges: [...sheet.decor.merges.filter((one) => !intersection(one, where)), where] })
    for (let r = where.row; r < where.row + where.rows; r++) {
      for (let c = where.column; c < where.column + where.columns; c++) {
        if (r !== where.row || c !== where.column) sheet.cells.setValue(r, c, null)
      }
    }
    this.changed(sheet, where, 'RangeEdited')
  }

  hide(sheet: Sheet, where: Area, axis: 'rows' | 'columns', hidden: boolean): void {
    const from = axis === 'rows' ? where.row : where.column
    const count = axis === 'rows' ? Math.min(where.rows, 100_000) : where.columns
    const lines = new Map<number, { readonly hidden?: boolean }>(sheet.decor[axis])
    for (let i = from; i < from + count; i++) {
      const { hidden: _hidden, ...rest } = lines.get(i) ?? {}
      if (hidden) lines.set(i, { ...rest, hidden })
      else if (Object.keys(rest).length > 0) lines.set(i, rest)
      else lines.delete(i)
    }
    sheet.change({ [axis]: lines })
    if (axis === 'rows') this.#rowsHidden(sheet, where)
  }

  #rowsHidden(sheet: Sheet, where: Area): void {
    this.workbook.listener({
      type: 'rowHiddenChanged',
      sheet,
      actor: this.#actor,
      address: `${where.row + 1}:${where.row + where.rows}`,
    })
  }

  /** Sorts the rows of an area; rows that a filter hides stay where they are. */
  sort(sheet: Sheet, where: Area, keys: readonly SortKey[]): void {
    const { decor, cells } = sheet
    if (decor.merges.some((one) => intersection(one, where))) {
      throw invalidOperation('To do this, all the merged cells need to be the same size.')
    }
    if (decor.protection) sheet.guard(where)
    const rows = Math.min(where.rows, Math.max(0, cells.rowCount - where.row))
    const visible = Array.from({ length: rows }, (_, i) => i).filter((i) => !sheet.isHidden(where.row + i))
    const sorted = visible.toSorted((a, b) => {
      for (const { column, ascending } of keys) {
        const left = cells.value(where.row + a, where.column + column)
        const right = cells.value(where.row + b, where.column + column)
        // Blanks go last, whichever way.
        if ((left === null) !== (right === null)) return left === null ? 1 : -1
        const order = compare(left, right)
        if (order !== 0) return ascending ? order : -order
      }
      return a - b
    })
    const order = Array.from({ length: rows }, (_, i) => i)
    for (const [i, place] of visible.entries()) order[place] = sorted[i] ?? place
    sheet.reorder(where, order)
    this.changed(sheet, where, 'RangeEdited')
    this.workbook.listener({ type: 'rowSorted', sheet, actor: this.#actor, address: addressOf(where) })
  }

  setFilter(sheet: Sheet, table: Table | null, filter: Filter | null, actor: Actor): void {
    this.#as(actor, () => {
      const tables = sheet.decor.tables.map((one) => (one.id === table?.id ? { ...one, filter } : one))
      sheet.change(table ? { tables } : { filter })
      const old = new Map(sheet.decor.rows)
      const rows = new Map<number, RowInfo>(
        [...old].map(([r, { filtered: _filtered, ...rest }]) => [r, rest]),
      )
      const all = [sheet.decor.filter, ...sheet.decor.tables.map((one) => one.filter)]
      for (const one of all) {
        if (!one || one.criteria.size === 0) continue
        const bottom = Math.min(one.area.row + one.area.rows, sheet.cells.rowCount)
        for (let r = one.area.row + 1; r < bottom; r++) {
          const shown = [...one.criteria].every(([column, criteria]) =>
            passesFilter(sheet, r, one.area.column + column, criteria),
          )
          if (!shown) rows.set(r, { ...rows.get(r), filtered: true })
        }
      }
      sheet.change({ rows })
      const where = filter?.area ?? table?.area
      if (where) this.#rowsHidden(sheet, where)
    })
  }

  rename(sheet: Sheet, name: string): void {
    const old = sheet.name
    sheet.change({ name })
    const written = (formula: string): string => renameInFormula(formula, old, name)
    for (const one of this.workbook.sheets) {
      for (let c = 0; c < one.cells.columnCount; c++) {
        for (const [row, formula] of Array.from(one.cells.formulasOf(c) ?? [])) {
          const next = written(formula)
          if (next !== formula) one.cells.setFormula(row, c, next)
        }
      }
      one.change({
        charts: one.decor.charts.map((chart) =>
          chart.sourceSheet === old ? { ...chart, sourceSheet: name } : chart,
        ),
      })
    }
    this.workbook.names = this.workbook.names.map((item) => ({ ...item, formula: written(item.formula) }))
    this.workbook.listener({
      type: 'nameChanged',
      sheet,
      actor: this.#actor,
      detail: { nameBefore: old, nameAfter: name },
    })
  }

  // What the user does --------------------------------------------------------------------------------------------

  /** One step of the user, that one undo takes back. @throws ExcelFault and then nothing has happened */
  act<T>(label: string, action: () => T, actor: Actor = 'user'): T {
    if (this.workbook.readOnly && label === '保存') throw accessDenied()
    const before = this.workbook.snapshot()
    this.#happened = []
    try {
      const result = this.#as(actor, action)
      if (actor === 'user') this.#pushStep({ label, before, what: this.#happened })
      return result
    } catch (caught) {
      this.workbook.restore(before)
      throw caught
    } finally {
      this.repaint()
    }
  }

  undo(): boolean {
    const step = this.#undo.pop()
    if (!step) return false
    this.workbook.restore(step.before)
    this.#as('user', () => {
      for (const what of step.what.toReversed()) {
        if (!what.area || !this.workbook.sheets.includes(what.sheet)) continue
        const type = textOr(what.detail?.['changeType'], 'RangeEdited')
        this.changed(what.sheet, what.area, OPPOSITE[type] ?? 'RangeEdited')
      }
    })
    this.repaint()
    return true
  }

  #pushStep(step: Step): void {
    this.#undo.push(step)
    if (this.#undo.length > UNDO_STEPS) this.#undo.shift()
  }

  #as<T>(actor: Actor, action: () => T): T {
    const outer = this.#actor
    this.#actor = actor
    try {
      return action()
    } finally {
      this.#actor = outer
    }
  }

  // Requests and events -------------------------------------------------------------------------------------------

  #begin(): void {
    this.#calculationSuspended = false
    this.#happened = []
    if (this.profile.apiUndo) this.#requestBefore = this.workbook.snapshot()
  }

  #end(wrote: boolean): void {
    if (this.#calculationSuspended) {
      this.#calculationSuspended = false
      this.workbook.recalculate()
    }
    if (wrote) {
      this.workbook.dirty = true
      if (this.#requestBefore)
        this.#pushStep({ label: '加载项', before: this.#requestBefore, what: this.#happened })
      else if (this.#undo.length > 0) {
        // An older Excel forgets what the user could have taken back.
        this.engine.counters.undoLost++
        this.#undo.length = 0
      }
    }
    this.#requestBefore = null
    this.repaint()
  }

  #moveReferences(sheet: Sheet, shift: Shift): void {
    for (const { self } of this.engine.references.values()) {
      const ref: unknown = self
      if (!(ref instanceof RangeRef) || ref.sheet !== sheet) continue
      const moved = shiftArea(ref.area, shift)
      if (moved) ref.area = moved
      else ref.gone = true
    }
  }
}

const OPPOSITE: Readonly<Record<string, string>> = {
  RowInserted: 'RowDeleted',
  RowDeleted: 'RowInserted',
  ColumnInserted: 'ColumnDeleted',
  ColumnDeleted: 'ColumnInserted',
  CellInserted: 'CellDeleted',
  CellDeleted: 'CellInserted',
}
