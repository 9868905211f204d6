import type { Area } from './area.ts'
import { type CellValue, TextPool } from './cells.ts'
import { evaluate } from './evaluate.ts'
import { Sheet, type SheetSnapshot } from './sheet.ts'
import { type Shift, shiftFormula } from './shiftFormula.ts'
import { Styles } from './styles.ts'

/** Who did something: it decides how an event is labelled, and whether it is one step of undo. */
export type Actor = 'user' | 'addin' | 'coauthor'

export interface NamedItem {
  readonly name: string
  /** `=台账!$A$1:$B$9`, or a constant. */
  readonly formula: string
  readonly comment: string
  readonly visible: boolean
  /** The id of the sheet that it belongs to; null: the workbook. */
  readonly scope: string | null
}

export interface CustomXml {
  readonly id: string
  readonly xml: string
  /** Its part in the file; null for one made here. */
  readonly part: string | null
}

export interface FileOrigin {
  readonly bytes: Uint8Array
  readonly names: readonly NamedItem[]
  readonly settings: string
  readonly order: readonly Sheet[]
}

/** Something happened in the workbook; `type` is the name of the event in the API. */
export interface Happening {
  readonly type:
    | 'changed'
    | 'formatChanged'
    | 'selectionChanged'
    | 'activated'
    | 'deactivated'
    | 'added'
    | 'deleted'
    | 'rowSorted'
    | 'rowHiddenChanged'
    | 'filtered'
    | 'calculated'
    | 'protectionChanged'
    | 'nameChanged'
    | 'visibilityChanged'
    | 'tableChanged'
    | 'tableAdded'
    | 'tableDeleted'
  readonly sheet: Sheet
  readonly actor: Actor
  readonly address?: string
  readonly area?: Area
  readonly detail?: Readonly<Record<string, unknown>>
}

export interface WorkbookSnapshot {
  readonly sheets: readonly { readonly sheet: Sheet; readonly state: SheetSnapshot }[]
  readonly names: readonly NamedItem[]
  readonly active: Sheet
}

/** The workbook that the simulated Excel has open. */
export class Workbook {
  readonly pool = new TextPool()
  styles = new Styles()
  name: string
  sheets: Sheet[] = []
  names: readonly NamedItem[] = []
  readonly settings = new Map<string, unknown>()
  readonly customXml = new Map<string, CustomXml>()
  readOnly = false
  dirty = false
  structureLocked = false
  date1904 = false
  calculationMode = 'Automatic'
  /** The file it was opened from; null for a new one. */
  file: FileOrigin | null = null
  /** Told of everything that happens. */
  listener: (happening: Happening) => void = () => {}
  #active: Sheet | null = null
  #serial = 1

  constructor(name: string) {
    this.name = name
  }

  get active(): Sheet {
    const sheet = this.#active ?? this.sheets[0]
    if (!sheet) throw new Error('the workbook has no sheet')
    return sheet
  }

  newId(): string {
    return `{${(this.#serial++).toString(16).toUpperCase().padStart(8, '0')}-0001-0000-0000-000000000000}`
  }

  addSheet(name: string, at = this.sheets.length): Sheet {
    const sheet = new Sheet(this.newId(), name, this)
    this.sheets.splice(at, 0, sheet)
    return sheet
  }

  sheetNamed(name: string): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())
  }

  sheetOf(id: string): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.id === id)
  }

  activate(sheet: Sheet, actor: Actor): void {
    const before = this.active
    if (before === sheet) return
    this.#active = sheet
    if (this.sheets.includes(before)) this.listener({ type: 'deactivated', sheet: before, actor })
    this.listener({ type: 'activated', sheet, actor })
  }

  deleteSheet(sheet: Sheet, actor: Actor): void {
    const at = this.sheets.indexOf(sheet)
    this.sheets.splice(at, 1)
    this.names = this.names.filter((one) => one.scope !== sheet.id)
    if (this.#active === sheet) {
      this.#active =
        this.sheets.slice(at).find((one) => one.decor.visibility === 'Visible') ?? this.sheets[0] ?? null
    }
    this.listener({ type: 'deleted', sheet, actor })
  }

  renameSheet(sheet: Sheet, name: string): void {
    sheet.change({ name })
  }

  calculate(sheet: Sheet, row: number, column: number, formula: string): CellValue | undefined {
    return evaluate(formula, { workbook: this, sheet, row, column })
  }

  moved(sheet: Sheet, shift: Shift): void {
    for (const one of this.sheets) one.shiftFormulas(shift, sheet)
    this.names = this.names.map((item) => ({
      ...item,
      formula: shiftFormula(item.formula, shift, sheet.name, sheet.name),
    }))
  }

  recalculate(): void {
    if (this.calculationMode === 'Manual') return
    for (let pass = 0; pass < 3; pass++) {
      let changed = false
      for (const sheet of this.sheets) changed = sheet.recalculate() || changed
      if (!changed) return
    }
  }

  snapshot(): WorkbookSnapshot {
    return {
      sheets: this.sheets.map((sheet) => ({ sheet, state: sheet.snapshot() })),
      names: this.names,
      active: this.active,
    }
  }

  restore(snapshot: WorkbookSnapshot): void {
    this.sheets = snapshot.sheets.map(({ sheet, state }) => {
      sheet.restore(state)
      return sheet
    })
    this.names = snapshot.names
    this.#active = snapshot.active
  }
}
