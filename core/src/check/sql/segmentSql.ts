import type { Dialect } from '../../feel/sql/index.ts'
import type { Segment } from '../../policy/index.ts'
import { segmentEvidence } from '../segments.ts'
import type { ColumnOf } from './parameterSql.ts'

/** Whether a loan is of a segment, in three truth values: the first column that is there and filled decides. */
export function segmentSql(segment: Segment, column: ColumnOf, dialect: Dialect): string {
  const whens = segmentEvidence[segment].flatMap(({ field, is }) => {
    const sql = column(field)
    if (sql === undefined) return []
    // a blank group is no group
    if (is === 'filled') return [`WHEN TRUE THEN ${sql} IS NOT NULL`]
    const truth = is === true ? sql : is === false ? `NOT ${sql}` : `${sql} = ${dialect.text(is)}`
    return [`WHEN ${sql} IS NOT NULL THEN ${truth}`]
  })
  return whens.length === 0 ? 'NULL' : `(CASE ${whens.join(' ')} END)`
}
