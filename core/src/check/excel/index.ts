export { judgeBySheet } from './judgeBySheet.ts'
export { excelEpoch } from './parameterFormula.ts'
export type * from './types.ts'
export { productFacts } from './types.ts'
