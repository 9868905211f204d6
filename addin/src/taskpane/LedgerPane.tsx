import { Button, Link } from '@fluentui/react-components'
import { AskPanel, LevelIcon, LoadingRows } from '@postloan/core/ui'
import { useState } from 'react'

import type { Busy, TableView } from '../session/types.ts'
import { BusyView } from './BusyView.tsx'
import { MappingList } from './MappingList.tsx'
import { MessageList } from './MessageList.tsx'
import { NewTemplate } from './NewTemplate.tsx'
import { NotLedger } from './NotLedger.tsx'
import { paneWords } from './paneWords.ts'
import { PreviousFile } from './PreviousFile.tsx'
import { ReadingForm } from './ReadingForm.tsx'
import { RelatedTables } from './RelatedTables.tsx'
import { start, useSession } from './usePane.tsx'

const words = paneWords.ledger
/** They take the pane over while they run. */
const busyTasks: ReadonlySet<Busy['task']> = new Set(['recognise', 'check', 'previous', 'template'])

/** What the workbook was recognised as, each part to be corrected by dropdowns, and the button that checks it. */
export function LedgerPane() {
  const { session, state } = useSession()
  const { reading, busy } = state
  const [sheet, setSheet] = useState<string | null>(null)
  if (busy && busyTasks.has(busy.task)) return <BusyView busy={busy} />
  if (!reading) {
    return (
      <div className="pane-main">
        <MessageList />
        <LoadingRows />
      </div>
    )
  }
  const loans = reading.tables.some((table) => table.name === '借据')
  const table =
    reading.tables.find((one) => one.sheet === sheet) ??
    reading.tables.find((one) => one.sheet === reading.activeSheet && one.name === '借据') ??
    reading.tables.find((one) => one.name === '借据')
  return (
    <>
      <div className="pane-main">
        <MessageList except="noLedger" />
        {table && loans ? (
          <Recognised table={table} onChooseSheet={setSheet} />
        ) : (
          <NotLedger reading={reading} />
        )}
      </div>
      <div className="pane-foot">
        {loans ? (
          <>
            <Button
              className="pane-foot-wide"
              appearance="primary"
              disabled={busy !== null}
              onClick={() => start(session.check())}
            >
              {words.check}
            </Button>
            <p className="pane-foot-note pl-quiet">{words.harmless}</p>
          </>
        ) : (
          <Button
            className="pane-foot-wide"
            disabled={busy !== null}
            onClick={() => start(session.recognise())}
          >
            {words.recognise}
          </Button>
        )}
      </div>
    </>
  )
}

interface RecognisedProps {
  readonly table: TableView
  readonly onChooseSheet: (sheet: string) => void
}

function Recognised({ table, onChooseSheet }: RecognisedProps) {
  const { session, state } = useSession()
  const [isAsking, setAsking] = useState(false)
  const { reading } = state
  if (!reading) return null
  return (
    <div className="pane-pad">
      <div className="pl-head">
        <h2 className="pl-heading">
          <LevelIcon level="pass" size={16} /> {words.recognised(words.tableName(table.name))}
        </h2>
        <span className="pl-quiet">
          {table.name === '借据' ? words.loans(table.rowCount) : words.rows(table.rowCount)}
        </span>
      </div>
      <ReadingForm table={table} reading={reading} onChooseSheet={onChooseSheet} />
      {reading.remembered ? (
        <p className="pane-remembered pl-quiet">
          {words.remembered[reading.remembered]} <Link onClick={() => setAsking(true)}>{words.forget}</Link>
        </p>
      ) : null}
      {isAsking ? (
        <AskPanel
          title={words.forgetAsk}
          answers={[
            {
              label: words.forgetYes,
              onClick: () => {
                setAsking(false)
                start(session.forgetChoices())
              },
            },
          ]}
          onCancel={() => setAsking(false)}
          cancelLabel={paneWords.cancel}
        >
          <p>{words.forgetText}</p>
        </AskPanel>
      ) : null}
      <MappingList key={table.sheet} table={table} />
      <RelatedTables reading={reading} except={table.sheet} />
      <PreviousFile />
      <NewTemplate />
    </div>
  )
}
