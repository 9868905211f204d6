import { kindOf, type MadeDocument } from '../documents/index.ts'
import { csvCell } from '../workbook/index.ts'
import { reportMessages as words } from './reportMessages.ts'

export interface IndexLine {
  readonly document: MadeDocument
  readonly because: readonly string[]
  /** Within the output folder. */
  readonly path: string
}

/** The list of what was written, as CSV that Excel and WPS open with Chinese in order. */
export function indexOf(lines: readonly IndexLine[]): Uint8Array {
  const rows = lines.map(({ document, because, path }, at) => [
    at + 1,
    kindOf(document.kind).name,
    document.customer,
    document.loans.join('、'),
    document.officer,
    because.join('；'),
    document.findings,
    document.missing.join('、'),
    path,
  ])
  const text = [words.indexHeader, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')
  return new TextEncoder().encode(`\uFEFF${text}\r\n`)
}
