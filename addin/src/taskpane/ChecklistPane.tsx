import type { ListChoice, LoanChecklist } from '@postloan/core/checklist'
import { ChecklistLegend, ChecklistView, EmptyState, LoadingRows } from '@postloan/core/ui'
import { useEffect, useState } from 'react'

import { MessageList } from './MessageList.tsx'
import { paneWords } from './paneWords.ts'
import { start, usePaneFrame, useSession } from './usePane.tsx'

const words = paneWords.checklist

/** The checklist of the loan that is selected in the sheet. */
export default function ChecklistPane() {
  const { session, state } = useSession()
  const { result, selected } = state
  const table = selected?.table
  const row = selected?.row
  const place = `${table ?? ''}:${row ?? ''}`
  // a choice is for the loan it was made for
  const [chosen, setChosen] = useState<{ readonly place: string; readonly choice: ListChoice } | null>(null)
  const [list, setList] = useState<LoanChecklist | null | 'none'>(null)
  const choice = chosen?.place === place ? chosen.choice : undefined
  const lines = result?.lines
  useEffect(() => {
    if (table === undefined || row === undefined || !lines) return
    let isCurrent = true
    const fetch = async (): Promise<void> => {
      const found = await session.checklist({ table, row }, choice)
      if (isCurrent) setList(found ?? 'none')
    }
    start(fetch())
    return () => {
      isCurrent = false
    }
  }, [session, table, row, choice, lines])

  const label =
    result && table !== undefined && row !== undefined ? result.tables[table]?.label(row) : undefined
  const frame = usePaneFrame()
  return (
    <>
      <div className="pane-main">
        <MessageList />
        {!result ? <EmptyState title={words.noResult}>{words.noResultText}</EmptyState> : null}
        {result && !selected ? <EmptyState title={words.noRow}>{words.noRowText}</EmptyState> : null}
        {result && selected && list === 'none' ? (
          <EmptyState title={words.notLoan}>{words.noRowText}</EmptyState>
        ) : null}
        {result && selected && list === null ? <LoadingRows /> : null}
        {label && selected && list !== null && list !== 'none' ? (
          <ChecklistView
            list={list}
            title={label.customer || label.loanNo}
            place={words.row(label.sheetRow)}
            onChoose={(wanted) => setChosen({ place, choice: wanted })}
            onCopy={(text) => {
              start(navigator.clipboard.writeText(text))
              frame.announce(paneWords.result.copied)
            }}
          />
        ) : null}
      </div>
      {label && list !== null && list !== 'none' ? (
        <div className="pane-foot">
          <ChecklistLegend withPerson={false} />
        </div>
      ) : null}
    </>
  )
}
