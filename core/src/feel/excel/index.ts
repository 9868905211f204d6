export { type ExcelCase, outcomeFormula } from './outcomeFormula.ts'
export { a1Cell, a1Column, belongs, cellOfRow, tableColumn, thisRow } from './references.ts'
export type {
  ExcelName,
  ExcelRefusal,
  ExcelResult,
  ExcelRow,
  ExcelRows,
  ExcelScope,
  ExcelType,
  WorkingDayColumn,
} from './scope.ts'
export { toExcel } from './toExcel.ts'
