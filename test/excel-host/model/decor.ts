import type { Area } from './area.ts'

/** A conditional format, as Excel's API names its parts. */
export interface ConditionalFormat {
  readonly id: string
  readonly type: string
  readonly areas: readonly Area[]
  readonly stopIfTrue: boolean
  /** The custom formula, or the rule object of the other kinds. Formulas stand for the first cell of the areas. */
  readonly formula: string
  readonly rule: Readonly<Record<string, unknown>>
  readonly fill: string | null
  readonly color: string | null
  readonly bold: boolean | null
  readonly italic: boolean | null
  readonly edges: Readonly<Record<string, { readonly style: string; readonly color: string }>>
  readonly numberFormat: string | null
  /** The file's own XML of the rule, kept for kinds that only travel. */
  readonly source: { readonly xml: string; readonly extended: boolean } | null
}

export interface Validation {
  readonly id: string
  readonly areas: readonly Area[]
  readonly rule: Readonly<Record<string, unknown>>
  readonly errorAlert: Readonly<Record<string, unknown>>
  readonly prompt: Readonly<Record<string, unknown>>
  readonly ignoreBlanks: boolean
  readonly source: string | null
}

export interface Comment {
  readonly id: string
  readonly row: number
  readonly column: number
  readonly text: string
  readonly author: string
  readonly created: string
  readonly resolved: boolean
  readonly replies: readonly { readonly id: string; readonly text: string; readonly author: string }[]
}

export interface Note {
  readonly row: number
  readonly column: number
  readonly text: string
  readonly author: string
}

export interface Table {
  readonly id: string
  readonly name: string
  readonly area: Area
  readonly showHeaders: boolean
  readonly showTotals: boolean
  readonly style: string
  readonly filter: Filter | null
  /** The part of the file it was read from. */
  readonly part: string | null
}

export interface Filter {
  readonly area: Area
  /** Column of the area (from 0) → what may stay. */
  readonly criteria: ReadonlyMap<number, Readonly<Record<string, unknown>>>
}

export interface Chart {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly title: string
  readonly titleVisible: boolean
  readonly sourceSheet: string
  readonly source: Area
  readonly seriesBy: string
  readonly top: number
  readonly left: number
  readonly width: number
  readonly height: number
  readonly legendVisible: boolean
  readonly legendPosition: string
  readonly labels: boolean
  readonly colors: Readonly<Record<number, string>>
}

export interface Protection {
  readonly options: Readonly<Record<string, unknown>>
  readonly password: string | null
}

export interface RowInfo {
  readonly height?: number
  readonly hidden?: boolean
  /** Hidden by a filter. */
  readonly filtered?: boolean
  readonly style?: number
  readonly outline?: number
}

export interface ColumnInfo {
  /** In points, as the API gives it. */
  readonly width?: number
  readonly hidden?: boolean
  readonly style?: number
}

/** All of a sheet that is not cells; replaced as a whole on every change, so that an undo step just keeps the old one. */
export interface Decor {
  readonly name: string
  readonly visibility: 'Visible' | 'Hidden' | 'VeryHidden'
  readonly tabColor: string
  readonly showGridlines: boolean
  readonly merges: readonly Area[]
  readonly conditionalFormats: readonly ConditionalFormat[]
  readonly validations: readonly Validation[]
  readonly comments: readonly Comment[]
  readonly notes: readonly Note[]
  readonly tables: readonly Table[]
  readonly charts: readonly Chart[]
  readonly filter: Filter | null
  readonly protection: Protection | null
  readonly frozen: { readonly rows: number; readonly columns: number } | null
  readonly rows: ReadonlyMap<number, RowInfo>
  readonly columns: ReadonlyMap<number, ColumnInfo>
  /** Which row of the file each row is (-1: none), while rows were put in or taken out; null: its own. */
  readonly rowOrigins: Int32Array | null
  readonly columnOrigins: readonly number[] | null
}

export const PLAIN_DECOR: Decor = {
  name: '',
  visibility: 'Visible',
  tabColor: '',
  showGridlines: true,
  merges: [],
  conditionalFormats: [],
  validations: [],
  comments: [],
  notes: [],
  tables: [],
  charts: [],
  filter: null,
  protection: null,
  frozen: null,
  rows: new Map(),
  columns: new Map(),
  rowOrigins: null,
  columnOrigins: null,
}
