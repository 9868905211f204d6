/** One field that a person sees on a page, as the page's author meant it. */
export interface TrueField {
  readonly label: string
  readonly value: string
  /** Key of the field dictionary; null where it means none of ours. */
  readonly field: string | null
  /** True where leaving it empty is a fault; a star alone does not make it one. */
  readonly required?: boolean
  readonly unit?: string
}

export interface TrueGrid {
  readonly columns: readonly string[]
  readonly rows: number
  readonly firstRow: readonly string[]
}

/** What a page really shows: for the tests, written by the page and never by the reader. */
export interface PageTruth {
  readonly fields: readonly TrueField[]
  readonly grids: readonly TrueGrid[]
  /** Labels of menus, query forms, footers and hidden copies that are no part of the record. */
  readonly notRecord: readonly string[]
}

export interface PracticePage {
  readonly path: string
  readonly title: string
  /** Which widgets the page is made of. */
  readonly family: string
  readonly shows: 'detail' | 'inspection' | 'list' | 'collateral' | 'collection' | 'fundUse'
  readonly html: string
  readonly truth: PageTruth
}
