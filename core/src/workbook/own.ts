/**
 * What is ours in a workbook, as plain data and without any file format: for surfaces that write through Excel itself.
 * The same columns, marks and rules of ownership as in annotated files, so that either can take off what the other wrote.
 */
export type {
  AnnotationPlan,
  Level,
  OwnCell,
  OwnColumnKey,
  OwnSheet,
  RowAnnotation,
  SheetAnnotation,
  SheetCell,
  WrittenColumnKey,
} from './annotation.ts'
export { OWN_PREFIX, ownColumnKeys, ownColumns, ownSheetNames, writtenColumnKeys } from './annotation.ts'
export { hideOwnCells } from './hideOwnCells.ts'
export type { LaidCell, LaidRow, OwnSheetLayout } from './layoutOwnSheet.ts'
export { layoutOwnSheet } from './layoutOwnSheet.ts'
export type { LevelLook } from './levels.ts'
export { levels, lookOf } from './levels.ts'
export type { OwnConditional } from './ownConditionals.ts'
export { FORMULA_SIGNATURE, faultColumns, ownConditionals } from './ownConditionals.ts'
export type { OwnRow, OwnValue } from './ownRow.ts'
export { groupLabel, ownRow } from './ownRow.ts'
export { hashText, readMark } from './ownMark.ts'
export { ledgerStyles, sheetStyles } from './ownStyles.ts'
export type { CellStyle } from './package/appendStyles.ts'
export { Deadlines } from './deadlines.ts'
export { planFromResult } from './planFromResult.ts'
export { isDateFormat } from './read/isDateFormat.ts'
export type { OwnLayout } from './readOwnCells.ts'
export { editedCells, findOwnColumns, isOwnSheet } from './readOwnCells.ts'
export { RECORD_NAMESPACE } from './record.ts'
export { rowKeys } from './rowKey.ts'
export { sheetNames as templateSheets } from './template/names.ts'
