import { formatIsoDay } from '../calendar/index.ts'
import type { Finding, Result } from '../check/index.ts'
import type { Ledger, Table } from '../ledger/index.ts'
import { columnLetters } from '../table/index.ts'
import type { FindingDocument, SummaryDocument, TableDocument } from './checkDocument.ts'
import { hideIn } from './hideNames.ts'

/** Sheets that were read and sheets that are no ledger, without findings. */
export function tableDocuments(
  ledger: Ledger,
  result: Result,
  fileOf: (file: string) => string,
): readonly TableDocument[] {
  const read = result.tables.map((one) => ({
    ...readingOf(one.table, fileOf(one.table.file)),
    notRun: one.notRun.map((line) => ({ ...line, missing: [...line.missing] })),
    summary: plainSummary(one.summary),
  }))
  const others = ledger.notTables.map((sheet) => ({
    file: fileOf(sheet.file),
    sheet: sheet.sheet,
    table: null,
    rows: 0,
    headerRows: null,
    leftOut: [],
    asOf: null,
    unit: '',
    columns: [],
    notALedger: sheet.reason,
    findings: [],
    notRun: [],
    unread: [],
    summary: null,
  }))
  return [...read, ...others]
}

function readingOf(table: Table, file: string): Omit<TableDocument, 'notRun' | 'summary'> {
  const { reading } = table
  const { day } = reading.asOf
  return {
    file,
    sheet: table.sheet,
    table: table.name,
    rows: table.rowCount,
    headerRows: [reading.headerRows[0], reading.headerRows[1]],
    leftOut: reading.leftOut.map(({ row, why }) => ({ row, why })),
    asOf: day === null ? null : formatIsoDay(day),
    unit: reading.unit,
    columns: reading.columns.map(({ column, header, field, unit, confidence }) => ({
      column,
      letters: columnLetters(column),
      header,
      field,
      unit,
      confidence,
    })),
    findings: [],
    unread: reading.unread.map(({ row, column, field, text, why }) => ({ row, column, field, text, why })),
  }
}

/** A summary as plain data: its lazy parts computed, nothing shared. */
export function plainSummary(summary: Result['summary']): SummaryDocument {
  const { rows, bySeverity, leads, due, incomplete, waived, rulesRun } = summary
  return {
    rows,
    bySeverity: { ...bySeverity },
    leads,
    due,
    incomplete,
    ...(waived === undefined ? {} : { waived }),
    rulesRun,
    byRule: summary.byRule.map((line) => ({ ...line, bySeverity: { ...line.bySeverity } })),
    byManager: plainGroups(summary.byManager),
    byOrg: plainGroups(summary.byOrg),
    byCustomer: plainGroups(summary.byCustomer),
  }
}

function plainGroups(groups: Result['summary']['byManager']): SummaryDocument['byManager'] {
  return groups.map(({ name, rows, bySeverity }) => ({ name, rows, bySeverity: { ...bySeverity } }))
}

/** A finding as the document has it: place and table are said by where it stands. */
export function findingDocument(finding: Finding): FindingDocument {
  const {
    table: _table,
    tableRow: _tableRow,
    alsoRows,
    alsoIn: _alsoIn,
    fields,
    values,
    sources,
    ...rest
  } = finding
  return {
    ...rest,
    fields: [...fields],
    values: { ...values },
    sources: [...sources],
    ...(alsoRows ? { alsoRows: [...alsoRows] } : {}),
  }
}

/** Text is handed on in pieces of about this many characters: a ledger where everything fails has gigabytes of it. */
const pieceLength = 1 << 20

/** The members of `tables`, each with its findings, as JSON text in pieces. */
export function* jsonTables(
  result: Result,
  documents: readonly TableDocument[],
  hide: ((text: string) => string) | null = null,
): Generator<string> {
  const shown = <T>(value: T): T => (hide ? hideIn(value, hide) : value)
  let piece = ''
  for (const [index, { findings: _none, ...document }] of documents.entries()) {
    piece += `${index > 0 ? ',\n' : ''}{${membersOf(shown(document))},"findings":[`
    if (document.notALedger === undefined) {
      let first = true
      for (const finding of result.findings({ table: index })) {
        piece += `${first ? '\n' : ',\n'}${JSON.stringify(shown(findingDocument(finding)))}`
        first = false
        if (piece.length > pieceLength) {
          yield piece
          piece = ''
        }
      }
    }
    piece += ']}'
  }
  if (piece !== '') yield piece
}

function membersOf(document: object): string {
  return JSON.stringify(document).slice(1, -1)
}
