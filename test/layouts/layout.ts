import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One ledger layout as it was seen, without its data. Rows and columns from 0, half open. */
export interface Layout {
  readonly id: string
  readonly name: string
  readonly sheet: string | null
  readonly titleRows: readonly (readonly string[])[]
  readonly headerRow0: number
  readonly headerRow1: number
  readonly headers: readonly (readonly (string | number)[])[]
  /** [top, bottom, left, right] */
  readonly merges: readonly (readonly [number, number, number, number])[]
  readonly leafColumns: readonly string[]
  /** Field key by column; null = none of ours. */
  readonly fields: readonly (string | null)[]
  readonly otherMeaning: readonly (string | null)[]
  readonly footerRows: readonly (readonly [number, readonly (string | number)[]])[]
  readonly unit: string
  readonly quirks: readonly string[]
}

/** All layouts, in order of their id. */
export function allLayouts(): Layout[] {
  const folder = join(import.meta.dirname, 'cases')
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Layout)
}
