export type { Codec, ZipArchive, ZipEntry } from './zip/index.ts'
export { inflateEntry, openZip, packPart, webCodec, writeZip } from './zip/index.ts'
export type { WorkbookError, WorkbookErrorCode } from './workbookError.ts'
export type { OpenOptions, WorkbookOpening } from './read/openWorkbook.ts'
export { openWorkbook } from './read/openWorkbook.ts'
export { UNCALCULATED } from './read/sheetBuilder.ts'

// Annotating
export type {
  AnnotationNote,
  AnnotationPlan,
  AnnotationReport,
  Level,
  OwnCell,
  OwnSheet,
  RowAnnotation,
  SheetAnnotation,
} from './annotation.ts'
export { OWN_PREFIX, ownColumns, ownSheetNames } from './annotation.ts'
export type { AnnotateOptions, AnnotateResult } from './annotateWorkbook.ts'
export { annotateWorkbook } from './annotateWorkbook.ts'
export type { ClearOptions, ClearResult } from './clearWorkbook.ts'
export { clearWorkbook } from './clearWorkbook.ts'
export { csvCell } from './csvCell.ts'
export { hideOwnCells } from './hideOwnCells.ts'
export { levels, lookOf } from './levels.ts'
export { planComparison } from './planComparison.ts'
export type { PlanOptions } from './planFromResult.ts'
export { Deadlines } from './deadlines.ts'
export { planFromResult } from './planFromResult.ts'
export { readOwnCells } from './readOwnCells.ts'
export { writeAnnotationWorkbook } from './writeAnnotationWorkbook.ts'
