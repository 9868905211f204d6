import { Button } from '@fluentui/react-components'
import type { Severity } from '@postloan/core/policy'
import {
  EmptyState,
  FindingList,
  type FindingTab,
  type Grouping,
  groupLines,
  selectLines,
  uiWords,
} from '@postloan/core/ui'
import { type RefObject, useDeferredValue, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'

import type { ResultState } from '../session/types.ts'
import { FilterBar } from './FilterBar.tsx'
import { OpenCard } from './OpenCard.tsx'
import { paneWords } from './paneWords.ts'
import { useOpenLine } from './useOpenLine.ts'

const words = paneWords.result
interface FindingsViewProps {
  readonly tab: FindingTab
  readonly result: ResultState
  readonly lines: Int32Array
  readonly scroller: RefObject<HTMLElement | null>
  /** The line to be open at first. */
  readonly firstOpen: number | null
  readonly onBack?: () => void
  /** Where the filter stands, out of the way of what scrolls. */
  readonly place: HTMLElement | null
  readonly incomplete: number
  readonly notRun: number
}

/** Findings by rule, customer or officer, chosen by severity and search, one open at a time. */
export function FindingsView(props: FindingsViewProps) {
  const { tab, result, lines, scroller, firstOpen, onBack, place } = props
  const [severity, setSeverity] = useState<Severity | null>(null)
  const [by, setBy] = useState<Grouping>('rule')
  const [search, setSearch] = useState('')
  const slowSearch = useDeferredValue(search)
  const [open, setOpen] = useOpenLine(result, firstOpen)
  const columns = result.lines
  const { tables, words: names } = result
  const chosen = useMemo(
    () => selectLines(columns, lines, { severity, search: slowSearch }, tables, names.rules),
    [columns, lines, severity, slowSearch, tables, names],
  )
  const groups = useMemo(
    () => groupLines(columns, chosen, by, tables, names.rules),
    [columns, chosen, by, tables, names],
  )
  const ruleName = (rule: string): string => names.rules[rule]?.name ?? rule
  const filtered = severity !== null || slowSearch.trim() !== ''
  const shownGroups = useMemo(
    () => (firstOpen === null ? groups : groups.filter((group) => group.lines.includes(firstOpen))),
    [groups, firstOpen],
  )
  return (
    <>
      {place
        ? createPortal(
            <FilterBar
              tab={tab}
              counts={result.counts.bySeverity}
              lines={lines.length}
              {...(onBack ? { onBack } : {})}
              severity={severity}
              onSeverity={setSeverity}
              by={by}
              onBy={setBy}
              search={search}
              onSearch={setSearch}
              said={filtered ? uiWords.list.shown(chosen.length) : ''}
            />,
            place,
          )
        : null}
      {lines.length === 0 && tab === 'findings' ? (
        <EmptyState title={words.clean}>
          {words.cleanText(result.summary.rulesRun, props.incomplete, props.notRun)}
        </EmptyState>
      ) : null}
      {lines.length > 0 && chosen.length === 0 ? (
        <>
          <EmptyState title={words.noMatch}>{words.noMatchText}</EmptyState>
          <div className="pane-pad">
            <Button
              size="small"
              onClick={() => {
                setSearch('')
                setSeverity(null)
              }}
            >
              {words.clearFilter}
            </Button>
          </div>
        </>
      ) : null}
      {chosen.length > 0 ? (
        <FindingList
          columns={columns}
          groups={shownGroups}
          by={by}
          ruleName={ruleName}
          scroller={scroller}
          open={open}
          onOpen={setOpen}
          renderCard={(line) => <OpenCard key={line.index} line={line} />}
        />
      ) : null}
    </>
  )
}
