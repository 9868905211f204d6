import { serialOfDay } from '../calendar/index.ts'
import { columnLetters } from '../table/index.ts'
import {
  type OwnColumnKey,
  type RowAnnotation,
  type SheetAnnotation,
  type WrittenColumnKey,
  ownColumnKeys,
  ownColumns,
} from './annotation.ts'
import { groupLabel, ownRow } from './ownRow.ts'
import { escapeCellText } from './package/escapeText.ts'

/** Index into cellXfs of each style of ours in a ledger. */
export interface SheetStyles {
  readonly group: number
  readonly header: number
  readonly level: number
  readonly text: number
  readonly day: number
  readonly owner: number
  /** Conditional: per level, fill of the level cell and edge of a cell at fault. */
  readonly conditional: Readonly<Record<string, number>>
}

/** A cell that a person wrote, to be put back: the cell's XML with its name left open. */
export interface KeptCell {
  readonly column: WrittenColumnKey
  readonly xml: (cellName: string, style: number) => string
}

/** By sheet and row, the cells to put back. */
export type KeptCells = ReadonlyMap<string, ReadonlyMap<number, readonly KeptCell[]>>

export interface SheetJob {
  readonly annotation: SheetAnnotation
  readonly styles: SheetStyles
  readonly date1904: boolean
  readonly asOf: number | null
  readonly kept: ReadonlyMap<number, readonly KeptCell[]>
  readonly crc32: (bytes: Uint8Array) => number
}

/** The cells of our columns in one sheet, row by row, as XML. */
export class OwnCells {
  /** The sheet's own, told once its head was read. */
  prefix = ''
  rowsWritten = 0
  readonly #job: SheetJob
  readonly #rows: ReadonlyMap<number, RowAnnotation>
  readonly #letters: Readonly<Record<OwnColumnKey, string>>
  readonly #escaped = new Map<string, string>()

  constructor(job: SheetJob, firstColumn: number) {
    this.#job = job
    this.#rows = new Map(job.annotation.rows.map((row) => [row.row, row]))
    const letters = ownColumnKeys.map((key, i) => [key, columnLetters(firstColumn + i)] as const)
    this.#letters = Object.fromEntries(letters) as Record<OwnColumnKey, string> // every key of the list is there
  }

  /** Our cells of a row, from the first of our columns to the last. */
  row(row: number): string {
    const { headerRows } = this.#job.annotation
    if (row === headerRows[1]) return this.#headerCells(row)
    if (row === headerRows[0]) return this.#groupCells(row)
    const annotated = this.#rows.get(row)
    const kept = new Map(this.#job.kept.get(row)?.map((cell) => [cell.column, cell]))
    const own = ownRow(annotated, (key) => kept.has(key))
    let cells = ''
    for (const { key, value } of own.cells) {
      const name = this.#letters[key] + String(row)
      const style = this.#styleOf(key)
      if (value.kind === 'kept') cells += kept.get(key)?.xml(name, style) ?? ''
      else if (value.kind === 'day') cells += this.#number(name, this.#serialOf(value.day), style)
      else if (value.kind === 'text') cells += this.#text(name, value.text, style)
      else cells += `<${this.prefix}c r="${name}" s="${style}"/>`
    }
    if (annotated) {
      this.rowsWritten++
      cells += this.#text(this.#letters.record + String(row), own.mark, 0)
    }
    return cells
  }

  #headerCells(row: number): string {
    return ownColumnKeys
      .map((key) =>
        this.#text(this.#letters[key] + String(row), ownColumns[key].title, this.#job.styles.header),
      )
      .join('')
  }

  /** One label over our columns, centred across them without a merge. */
  #groupCells(row: number): string {
    const { asOf, styles } = this.#job
    const label = groupLabel(asOf)
    return ownColumnKeys
      .map((key) => {
        const name = this.#letters[key] + String(row)
        return key === 'level'
          ? this.#text(name, label, styles.group)
          : `<${this.prefix}c r="${name}" s="${styles.group}"/>`
      })
      .join('')
  }

  #styleOf(key: WrittenColumnKey): number {
    const { styles } = this.#job
    if (key === 'level') return styles.level
    if (key === 'deadline') return styles.day
    return key === 'owner' ? styles.owner : styles.text
  }

  #serialOf(day: number): number {
    return serialOfDay(day, this.#job.date1904 ? 1904 : 1900)
  }

  #number(name: string, value: number, style: number): string {
    const p = this.prefix
    return `<${p}c r="${name}" s="${style}"><${p}v>${value}</${p}v></${p}c>`
  }

  #text(name: string, text: string, style: number): string {
    const p = this.prefix
    const s = style > 0 ? ` s="${style}"` : ''
    return `<${p}c r="${name}"${s} t="inlineStr"><${p}is><${p}t xml:space="preserve">${this.#escape(text)}</${p}t></${p}is></${p}c>`
  }

  /** Most texts repeat; those that do not are not kept for long. */
  #escape(text: string): string {
    const known = this.#escaped.get(text)
    if (known !== undefined) return known
    const escaped = escapeCellText(text)
    if (this.#escaped.size > 5000) this.#escaped.clear()
    this.#escaped.set(text, escaped)
    return escaped
  }
}
