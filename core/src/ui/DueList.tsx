import { Button } from '@fluentui/react-components'
import { useMemo, useState } from 'react'

import { formatIsoDay, weekdayOf } from '../calendar/index.ts'
import { EmptyState } from './EmptyState.tsx'
import type { FindingColumns } from './findingColumns.ts'
import { LineIcon } from './LineIcon.tsx'
import { uiWords } from './messages.ts'
import { SecondLine } from './SecondLine.tsx'
import { DueTag } from './tags.tsx'

const words = uiWords.dueList

interface DueListProps {
  readonly columns: FindingColumns
  readonly lines: Int32Array
  /** Day number the ledger speaks of. */
  readonly asOf: number | null
  readonly ruleName: (rule: string) => string
  readonly onOpen: (line: number) => void
}

type Span = 'overdue' | 'today' | 'week' | 'month' | 'later' | 'noDay'
const spans: readonly Span[] = ['overdue', 'today', 'week', 'month', 'later', 'noDay']
const pageSize = 50

/** What is to be done, by the day it is due; the nearest first. */
export function DueList({ columns, lines, asOf, ruleName, onOpen }: DueListProps) {
  const groups = useMemo(() => bySpan(columns, lines, asOf), [columns, lines, asOf])
  if (lines.length === 0) return <EmptyState title={words.none} />
  return (
    <div>
      {asOf === null ? null : <p className="pl-intro pl-quiet">{words.basis(formatIsoDay(asOf))}</p>}
      {spans.map((span) => {
        const own = groups.get(span)
        return own ? (
          <DueGroup
            key={span}
            span={span}
            lines={own}
            columns={columns}
            asOf={asOf}
            ruleName={ruleName}
            onOpen={onOpen}
          />
        ) : null
      })}
    </div>
  )
}

interface DueGroupProps extends Omit<DueListProps, 'lines'> {
  readonly span: Span
  readonly lines: readonly number[]
}

function DueGroup({ span, lines, columns, asOf, ruleName, onOpen }: DueGroupProps) {
  const [shown, setShown] = useState(pageSize)
  return (
    <section>
      <h3 className="pl-group pl-group-still">
        <LineIcon name="clock" size={14} />
        <span className="pl-group-name">{words[span]}</span>
        <span className="pl-group-count">{uiWords.count(lines.length)}</span>
      </h3>
      <ul className="pl-due-list">
        {lines.slice(0, shown).map((index) => {
          const line = columns.line(index)
          return (
            <li key={index}>
              <button type="button" className="pl-item pl-item-rule" onClick={() => onOpen(index)}>
                <span className="pl-item-title">{ruleName(line.rule)}</span>
                <span className="pl-item-row">{line.dueDay === null ? '' : shortDay(line.dueDay, asOf)}</span>
                <SecondLine
                  parts={[
                    { text: line.label.customer, isName: true },
                    { text: line.label.loanNo, isName: false },
                  ]}
                />
                {line.dueDay === null || asOf === null ? null : <DueTag daysLeft={line.dueDay - asOf} />}
              </button>
            </li>
          )
        })}
      </ul>
      {lines.length > shown ? (
        <div className="pl-missing-foot pl-pad">
          <Button size="small" appearance="transparent" onClick={() => setShown(shown + pageSize * 4)}>
            {uiWords.incomplete.more(lines.length - shown)}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

function bySpan(
  columns: FindingColumns,
  lines: Int32Array,
  asOf: number | null,
): ReadonlyMap<Span, readonly number[]> {
  const groups = new Map<Span, number[]>()
  for (const line of lines) {
    const span = spanOf(columns.dueDays[line] ?? Number.NaN, asOf)
    const own = groups.get(span)
    if (own) own.push(line)
    else groups.set(span, [line])
  }
  for (const own of groups.values()) {
    own.sort((a, b) => (columns.dueDays[a] ?? 0) - (columns.dueDays[b] ?? 0) || a - b)
  }
  return groups
}

function spanOf(day: number, asOf: number | null): Span {
  if (Number.isNaN(day) || asOf === null) return 'noDay'
  const left = day - asOf
  if (left < 0) return 'overdue'
  if (left === 0) return 'today'
  return left <= 7 ? 'week' : left <= 30 ? 'month' : 'later'
}

/** `11-05 周四`, with the year where it is another. */
function shortDay(day: number, asOf: number | null): string {
  const iso = formatIsoDay(day)
  const sameYear = asOf !== null && formatIsoDay(asOf).slice(0, 4) === iso.slice(0, 4)
  return `${sameYear ? iso.slice(5) : iso} ${words.weekdays[weekdayOf(day) % 7] ?? ''}`
}
