import { formatIsoDay } from '../calendar/index.ts'
import { columnLetters } from '../table/index.ts'
import {
  type OwnColumnKey,
  OWN_PREFIX,
  type RowAnnotation,
  type SheetAnnotation,
  type WrittenColumnKey,
  ownColumnKeys,
  ownColumns,
  writtenColumnKeys,
} from './annotation.ts'
import { cellTexts, hashText, writeMark } from './ownMark.ts'
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

/** Serial of 1970-01-01 in the 1900 system, and what the 1904 system has less. */
const EPOCH_SERIAL = 25_569
const SHIFT_1904 = 1_462

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
    const texts = annotated ? cellTexts(annotated) : null
    const hashes: Partial<Record<WrittenColumnKey, string>> = {}
    let cells = ''
    for (const key of writtenColumnKeys) {
      const name = this.#letters[key] + String(row)
      const keptCell = kept.get(key)
      if (keptCell) {
        cells += keptCell.xml(name, this.#styleOf(key))
      } else if (texts && texts[key] !== '') {
        hashes[key] = hashText(texts[key])
        const isDay = key === 'deadline' && annotated !== undefined && annotated.deadline !== null
        cells += isDay
          ? this.#number(name, this.#serialOf(annotated.deadline), this.#styleOf(key))
          : this.#text(name, texts[key], this.#styleOf(key))
      } else {
        cells += `<${this.prefix}c r="${name}" s="${this.#styleOf(key)}"/>`
      }
    }
    if (annotated) {
      this.rowsWritten++
      const mark = writeMark({ key: hashText(annotated.key), hashes, faults: annotated.faults })
      cells += this.#text(this.#letters.record + String(row), mark, 0)
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
    const label = `${OWN_PREFIX}标注${asOf === null ? '' : ` ${formatIsoDay(asOf)}`}`
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
    return day + EPOCH_SERIAL - (this.#job.date1904 ? SHIFT_1904 : 0)
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
