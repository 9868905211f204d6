import { formatIsoDay } from '../calendar/index.ts'
import { OWN_PREFIX, type RowAnnotation, type WrittenColumnKey, writtenColumnKeys } from './annotation.ts'
import { cellTexts, hashText, writeMark } from './ownMark.ts'

/** What our columns hold in one row, whoever writes it: a file or Excel. */
export interface OwnRow {
  readonly cells: readonly { readonly key: WrittenColumnKey; readonly value: OwnValue }[]
  /** The record column's text; '' in a row without annotation. */
  readonly mark: string
}

export type OwnValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'none' }
  /** A person's: not to be touched. */
  | { readonly kind: 'kept' }

/**
 * The cells of a row and its record; of cells that people wrote no hash is kept, so that they stay theirs. `key` is what
 * the row is known by where nothing is said of it: with it the record tells whose those cells are.
 */
export function ownRow(
  annotated: RowAnnotation | undefined,
  isKept: (key: WrittenColumnKey) => boolean,
  key = '',
): OwnRow {
  const texts = annotated ? cellTexts(annotated) : null
  const hashes: Partial<Record<WrittenColumnKey, string>> = {}
  const cells = writtenColumnKeys.map((column) => {
    if (isKept(column)) return { key: column, value: { kind: 'kept' } as const }
    const text = texts?.[column] ?? ''
    if (!annotated || text === '') return { key: column, value: { kind: 'none' } as const }
    hashes[column] = hashText(text)
    const isDay = column === 'deadline' && annotated.deadline !== null
    return isDay
      ? { key: column, value: { kind: 'day', day: annotated.deadline } as const }
      : { key: column, value: { kind: 'text', text } as const }
  })
  const known = annotated?.key ?? key
  const isMarked =
    annotated !== undefined || (known !== '' && cells.some(({ value }) => value.kind === 'kept'))
  const mark = isMarked ? writeMark({ key: hashText(known), hashes, faults: annotated?.faults ?? [] }) : ''
  return { cells, mark }
}

/** The label over our columns. */
export function groupLabel(asOf: number | null): string {
  return `${OWN_PREFIX}标注${asOf === null ? '' : ` ${formatIsoDay(asOf)}`}`
}
