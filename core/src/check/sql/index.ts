export { policyStatements } from './policyStatements.ts'
export type { LeftCase, PolicySqlOptions, PolicyStatement, SqlMap, SqlSource } from './types.ts'
