import type { ApiSets } from './engine/apiSets.ts'
import { Engine } from './engine/engine.ts'
import { make } from './engine/kind.ts'
import { type Profile, type ProfileName, profiles } from './engine/profiles.ts'
import type { WireEvent } from './engine/wire.ts'
import { type Area, addressOf, intersection, isWholeColumns, isWholeRows } from './model/area.ts'
import { EMPTY } from './model/cells.ts'
import { accessDenied, invalidArgument } from './model/fault.ts'
import type { Sheet } from './model/sheet.ts'
import { type Shift, shiftArea } from './model/shiftFormula.ts'
import type { Look } from './model/styles.ts'
import { type Actor, type Happening, Workbook, type WorkbookSnapshot } from './model/workbook.ts'
import { textOr } from './objects/arguments.ts'
import { RangeRef } from './objects/rangeRef.ts'
import { ownService, workbookObject } from './objects/workbookObject.ts'
import { Telling } from './telling.ts'

/** Excel keeps a hundred steps. */
const UNDO_STEPS = 100

export interface HostOptions {
  readonly profile?: ProfileName
  readonly apiSets: ApiSets
  /** A fixed clock makes runs comparable. */
  readonly now?: () => string
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
  /** Who is at work now. */
  actor: Actor = 'addin'
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
      actor: this.actor,
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
        actor: this.actor,
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
        this.setStyle(sheet, r, c, next(sheet.styleAt(r, c)))
      }
    }
  }

  /** An empty cell that looks as its line does is not kept. */
  setStyle(sheet: Sheet, row: number, column: number, style: number): void {
    const isKept = sheet.cells.kind(row, column) !== EMPTY || style !== sheet.lineStyle(row, column)
    sheet.cells.setStyle(row, column, isKept ? style : -1)
  }

  /** Tells that rows came into sight or went. */
  rowsHidden(sheet: Sheet, where: Area): void {
    this.workbook.listener({
      type: 'rowHiddenChanged',
      sheet,
      actor: this.actor,
      address: `${where.row + 1}:${where.row + where.rows}`,
    })
  }

  // What the user does --------------------------------------------------------------------------------------------

  /** One step of the user, that one undo takes back. @throws ExcelFault and then nothing has happened */
  act<T>(label: string, action: () => T, actor: Actor = 'user'): T {
    if (this.workbook.readOnly && label === '保存') throw accessDenied()
    const before = this.workbook.snapshot()
    this.#happened = []
    try {
      const result = this.as(actor, action)
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
    this.as('user', () => {
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

  as<T>(actor: Actor, action: () => T): T {
    const outer = this.actor
    this.actor = actor
    try {
      return action()
    } finally {
      this.actor = outer
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
