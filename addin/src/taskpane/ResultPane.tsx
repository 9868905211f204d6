import { Tab, TabList } from '@fluentui/react-components'
import { columnLetters } from '@postloan/core/table'
import { DueList, type FindingTab, IncompleteList, NotRunList, rowNumbers } from '@postloan/core/ui'
import { useMemo, useRef, useState } from 'react'

import type { ResultState } from '../session/types.ts'
import { BusySteps, BusyView } from './BusyView.tsx'
import { EndedWaivers } from './EndedWaivers.tsx'
import { FileNotes } from './FileNotes.tsx'
import { FindingsView } from './FindingsView.tsx'
import { LiveStrip } from './LiveStrip.tsx'
import { MessageList } from './MessageList.tsx'
import { NotChecked } from './NotChecked.tsx'
import { paneWords } from './paneWords.ts'
import { ResultFoot } from './ResultFoot.tsx'
import { useLasting } from './useLasting.ts'
import { useLinesByTab } from './useLinesByTab.ts'
import { start, usePaneFrame, useSession } from './usePane.tsx'
import { useStuckHeight } from './useStuckHeight.ts'

const words = paneWords.result

export type ResultTab = FindingTab | 'notRun'
const tabs: readonly ResultTab[] = ['findings', 'due', 'incomplete', 'notRun', 'waived']

/** What the check found: findings, what is due, what cannot be told, what did not run, what was waived. */
export default function ResultPane() {
  const { state } = useSession()
  const { busy, result } = state
  // a first check fills the pane; while another runs the results stay where they are
  if (!result && busy) return <BusyView busy={busy} />
  if (!result) return <NotChecked title={words.none} text={words.noneText} />
  return <Results result={result} />
}

function Results({ result }: { readonly result: ResultState }) {
  const { session, state } = useSession()
  const frame = usePaneFrame()
  const isLasting = useLasting(state.busy !== null)
  const [tab, setTab] = useState<ResultTab>('findings')
  const [openLine, setOpenLine] = useState<number | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const [filterPlace, setFilterPlace] = useState<HTMLElement | null>(null)
  const [stuck, stuckHeight] = useStuckHeight()
  const { lines, missing } = useLinesByTab(result)
  const notRunRules = useMemo(() => new Set(result.notRun.map(({ rule }) => rule)).size, [result.notRun])
  const counts: Readonly<Record<ResultTab, number>> = {
    findings: lines.findings.length,
    due: lines.due.length,
    incomplete: useMemo(() => countRows(result, lines.incomplete), [result, lines.incomplete]),
    notRun: notRunRules,
    waived: lines.waived.length,
  }
  const ruleName = (rule: string): string => result.words.rules[rule]?.name ?? rule
  return (
    <>
      <div className="pane-main" ref={scroller} style={{ scrollPaddingTop: stuckHeight }}>
        <MessageList />
        {state.busy && isLasting ? <BusySteps busy={state.busy} /> : null}
        <div className="pane-stuck" ref={stuck}>
          <div className="pane-subtabs">
            <TabList
              size="small"
              selectedValue={tab}
              aria-label={words.tabList}
              onTabSelect={(_, { value }) => {
                setTab(tabs.find((one) => one === value) ?? 'findings')
                setOpenLine(null)
                if (scroller.current) scroller.current.scrollTop = 0
              }}
            >
              {tabs.map((one) => (
                <Tab key={one} value={one}>
                  {words.tabs[one]}{' '}
                  <span className="pane-tab-count">{counts[one].toLocaleString('en-US')}</span>
                </Tab>
              ))}
            </TabList>
          </div>
          <div ref={setFilterPlace} />
        </div>
        {tab === 'findings' || tab === 'waived' ? (
          <FindingsView
            key={tab}
            tab={tab}
            result={result}
            lines={lines[tab]}
            scroller={scroller}
            place={filterPlace}
            firstOpen={openLine}
            incomplete={counts.incomplete}
            notRun={notRunRules}
          />
        ) : null}
        {tab === 'due' && openLine === null ? (
          <DueList
            columns={result.lines}
            lines={lines.due}
            asOf={result.asOf}
            ruleName={ruleName}
            onOpen={setOpenLine}
          />
        ) : null}
        {tab === 'due' && openLine !== null ? (
          <FindingsView
            tab="due"
            result={result}
            lines={lines.due}
            scroller={scroller}
            place={filterPlace}
            firstOpen={openLine}
            onBack={() => setOpenLine(null)}
            incomplete={counts.incomplete}
            notRun={notRunRules}
          />
        ) : null}
        {tab === 'incomplete' ? (
          <IncompleteList
            columns={result.lines}
            groups={missing}
            fieldName={(field) => result.words.fields[field] ?? field}
            ruleName={ruleName}
            addressOf={(line, field) => addressOf(line, field)}
            onGoTo={(line, field) => start(session.goTo(line, field))}
            onSelectAll={(all, field) => start(session.selectCells(all, field))}
            notRun={notRunRules}
          />
        ) : null}
        {tab === 'notRun' ? (
          <NotRunList
            notRun={result.notRun}
            ruleName={ruleName}
            onOpenRule={(rule) => frame.show('rules', rule)}
          />
        ) : null}
        {tab === 'waived' ? <EndedWaivers /> : null}
        {tab === 'findings' ? <FileNotes notes={result.notes} /> : null}
      </div>
      <LiveStrip />
      <ResultFoot />
    </>
  )

  /** Where a field of a line stands in the sheet; null where no column holds it. */
  function addressOf(line: number, field: string): string | null {
    const table = result.tables[result.lines.tables[line] ?? 0]
    const reading = state.reading?.tables.find((one) => one.sheet === table?.sheet)?.reading
    const column = reading?.columns.find((one) => one.field === field)
    if (!table || !column) return null
    return `${columnLetters(column.column)}${table.label(result.lines.tableRows[line] ?? 0).sheetRow}`
  }
}

/** A row that several rules cannot judge is one row. */
function countRows(result: ResultState, lines: Int32Array): number {
  const numbers = rowNumbers(result.lines)
  const seen = new Uint8Array(numbers.count)
  let count = 0
  for (const line of lines) {
    const row = numbers.of(line)
    if (seen[row] === 1) continue
    seen[row] = 1
    count += 1
  }
  return count
}
