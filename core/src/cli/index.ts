export { checkDocumentSchema, checkDocumentVersion } from './checkDocument.ts'
export type {
  CheckDocument,
  DueDocument,
  FindingDocument,
  SummaryDocument,
  TableDocument,
} from './checkDocument.ts'
export { checklistDocumentSchema, checklistDocumentVersion } from './checklistDocument.ts'
export type { ChecklistDocument } from './checklistDocument.ts'
export { compareDocumentSchema, compareDocumentVersion } from './compareDocument.ts'
export type { CompareDocument } from './compareDocument.ts'
export { checkFile } from './checkFile.ts'
export type { CheckSink } from './checkFile.ts'
export type { CheckJob, FileError, FileOutcome, FileReport, WrittenFile } from './fileReport.ts'
export { printReport } from './printReport.ts'
export { printTotals } from './printTotals.ts'
export { runCli } from './runCli.ts'
export type { Output, Terminal } from './runCheck.ts'
export { formatTable, textWidth } from './textWidth.ts'
