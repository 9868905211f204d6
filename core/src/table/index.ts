export * from './column.ts'
export * from './sheet.ts'
