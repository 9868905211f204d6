import type { AssessedItem, ListChoice, LoanChecklist } from '@postloan/core/checklist'
import { ChecklistLegend, ChecklistView, EmptyState, LoadingRows } from '@postloan/core/ui'
import { useEffect, useState } from 'react'

import { MessageList } from './MessageList.tsx'
import { paneWords } from './paneWords.ts'
import { TickForm } from './TickForm.tsx'
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
  // the item that waits for a name or a note
  const [asking, setAsking] = useState<{ readonly place: string; readonly item: AssessedItem } | null>(null)
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
  const { by } = state.settings
  const tick = (item: AssessedItem, ticked: boolean, name: string, note: string): void => {
    if (table === undefined || row === undefined) return
    setAsking(null)
    const order = { place: { table, row }, choice: choice ?? {}, item: item.id, ticked, by: name }
    const keep = async (): Promise<void> => {
      await session.tick(note === '' ? order : { ...order, note })
      const found = await session.checklist(order.place, choice)
      // another row may have been selected meanwhile
      if (found) setList((before) => (isSameRow(before, found) ? found : before))
    }
    start(keep())
  }
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
            loanTypes={result?.loanTypes ?? []}
            onChoose={(wanted) => setChosen({ place, choice: wanted })}
            onTick={(item, ticked) => {
              if (ticked && (by === '' || item.wants === 'text')) setAsking({ place, item })
              else tick(item, ticked, by, '')
            }}
            onCopy={(text) => {
              start(navigator.clipboard.writeText(text))
              frame.announce(paneWords.result.copied)
            }}
          />
        ) : null}
      </div>
      {label && list !== null && list !== 'none' ? (
        <div className="pane-foot">
          {asking?.place === place ? (
            <TickForm
              key={asking.item.id}
              item={asking.item.text}
              by={by}
              wantsNote={asking.item.wants === 'text'}
              onDone={(name, note) => tick(asking.item, true, name, note)}
              onCancel={() => setAsking(null)}
            />
          ) : (
            <ChecklistLegend withPerson />
          )}
        </div>
      ) : null}
    </>
  )
}

function isSameRow(one: LoanChecklist | 'none' | null, other: LoanChecklist): boolean {
  return (
    one !== null &&
    one !== 'none' &&
    one.place.table === other.place.table &&
    one.place.row === other.place.row
  )
}
