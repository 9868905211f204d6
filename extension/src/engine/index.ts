export { checkPage, firstMarks } from './checkPage.ts'
export { storedFinding } from './describeFinding.ts'
export { loanCells, loanHead, loanRows } from './loanCells.ts'
export type * from './types.ts'
