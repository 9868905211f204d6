import { Fragment } from 'react'

import type { FindingExplanation } from '../check/index.ts'
import { type ArithmeticRow, arithmeticRows } from './arithmeticRows.ts'
import { uiWords as words } from './messages.ts'
import { SourceStatusTag } from './tags.tsx'

/** The sum behind a finding: what on the left, how much on the right, the limit last. */
export function Arithmetic({ explanation }: { readonly explanation: FindingExplanation }) {
  return (
    <div className="pl-sum">
      {arithmeticRows(explanation).map((row, at) => (
        <Fragment key={at}>
          <span className={`pl-sum-what pl-sum-${row.kind}`}>
            {row.kind === 'limit' ? (
              <>
                {words.card.limit}
                {row.label ? ` ${row.label}` : ''}
              </>
            ) : (
              `${row.operator && row.kind === 'operand' ? `${row.operator} ` : ''}${row.label}`
            )}
            {row.status && row.kind === 'limit' ? <SourceStatusTag status={row.status} /> : null}
          </span>
          <span className={`pl-sum-value pl-sum-${row.kind}`}>{valueOf(row)}</span>
        </Fragment>
      ))}
    </div>
  )
}

function valueOf(row: ArithmeticRow): string {
  return row.kind === 'limit' || (row.kind === 'result' && row.operator)
    ? `${row.operator} ${row.value}`.trim()
    : row.value
}
