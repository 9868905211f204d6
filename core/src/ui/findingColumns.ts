import type { FindingKind, Severity } from '../policy/index.ts'

/**
 * Findings as columns: there may be a million, so what a line says is made when it is shown and choosing and grouping
 * go over the arrays. A surface with few findings can fill the arrays itself.
 */
export interface FindingColumns {
  readonly length: number
  line(index: number): ShownLine
  /** Index into `severitiesInOrder`; 255 for what has none. */
  readonly severities: Uint8Array
  /** Bits of `findingFlags`. */
  readonly flags: Uint8Array
  /** Index into `rules`. */
  readonly ruleOf: Uint16Array
  readonly rules: readonly string[]
  readonly tables: Uint8Array
  readonly tableRows: Int32Array
  /** Day number of what is due; NaN. */
  readonly dueDays: Float64Array
  /** Index into `fieldSets`: the fields it rests on; of what cannot be told, the missing ones. */
  readonly fieldsOf: Uint16Array
  readonly fieldSets: readonly (readonly string[])[]
}

export const findingFlags = { hit: 1, incomplete: 2, due: 4, lead: 8, waived: 16, ruleError: 32 } as const

export interface ShownLine {
  readonly index: number
  readonly rule: string
  readonly kind: FindingKind
  readonly severity: Severity
  readonly outcome: 'hit' | 'incomplete' | 'ruleError'
  readonly table: number
  readonly tableRow: number
  readonly dueDay: number | null
  readonly label: ShownRow
}

/** What a row of a table is called. */
export interface ShownRow {
  readonly loanNo: string
  readonly customer: string
  readonly manager: string
  /** The sheet's own row number, from 1. */
  readonly sheetRow: number
}

export type RowNames = readonly { readonly label: (tableRow: number) => ShownRow }[]
export type RuleNames = Readonly<Record<string, { readonly name: string }>>

export type FindingTab = 'findings' | 'due' | 'incomplete' | 'waived'

/** Where a line belongs; each is in one place only, so that no sum counts it twice. */
export function tabOf(flags: number): FindingTab | null {
  if (flags & findingFlags.waived) return 'waived'
  if (flags & findingFlags.incomplete) return 'incomplete'
  if (flags & findingFlags.due) return 'due'
  return flags & (findingFlags.hit | findingFlags.ruleError) ? 'findings' : null
}

/** The lines of one tab, in their order. */
export function linesOfTab(columns: FindingColumns, tab: FindingTab): Int32Array {
  const lines = new Int32Array(columns.length)
  let length = 0
  for (let line = 0; line < columns.length; line += 1) {
    if (tabOf(columns.flags[line] ?? 0) === tab) lines[length++] = line
  }
  return lines.slice(0, length)
}
