export { deriveColumns } from './deriveColumns.ts'
export type { DeriveContext } from './deriveColumns.ts'
export { registersOf } from './registersOf.ts'
