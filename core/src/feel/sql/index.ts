export { clickhouse, type Dialect, dialects, duckdb, postgres, spark } from './dialect.ts'
export type { SqlName, SqlRefusal, SqlRelation, SqlResult, SqlScope, SqlType } from './scope.ts'
export {
  findingsStatement,
  outcomesStatement,
  type SqlCase,
  type SqlTable,
  type TableStatement,
} from './tableStatement.ts'
export { toSql } from './toSql.ts'
