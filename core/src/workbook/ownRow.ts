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

/** The cells of a row and its record; of cells that people wrote no hash is kept, so that they stay theirs. */
export function ownRow(
  annotated: RowAnnotation | undefined,
  isKept: (key: WrittenColumnKey) => boolean,
): OwnRow {
  const texts = annotated ? cellTexts(annotated) : null
  const hashes: Partial<Record<WrittenColumnKey, string>> = {}
  const cells = writtenColumnKeys.map((key) => {
    if (isKept(key)) return { key, value: { kind: 'kept' } as const }
    const text = texts?.[key] ?? ''
    if (!annotated || text === '') return { key, value: { kind: 'none' } as const }
    hashes[key] = hashText(text)
    const isDay = key === 'deadline' && annotated.deadline !== null
    return isDay
      ? { key, value: { kind: 'day', day: annotated.deadline } as const }
      : { key, value: { kind: 'text', text } as const }
  })
  const mark = annotated ? writeMark({ key: hashText(annotated.key), hashes, faults: annotated.faults }) : ''
  return { cells, mark }
}

/** The label over our columns. */
export function groupLabel(asOf: number | null): string {
  return `${OWN_PREFIX}标注${asOf === null ? '' : ` ${formatIsoDay(asOf)}`}`
}
