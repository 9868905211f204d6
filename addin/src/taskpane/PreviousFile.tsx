import { Button } from '@fluentui/react-components'
import { formatIsoDay } from '@postloan/core/calendar'
import { useRef } from 'react'

import { paneWords } from './paneWords.ts'
import { start, useSession } from './usePane.tsx'

const words = paneWords.previous

/** The month before this one: chosen from a file, compared with at every check. */
export function PreviousFile() {
  const { session, state } = useSession()
  const { previous, busy } = state
  const file = useRef<HTMLInputElement>(null)
  const read = (chosen: File | undefined): void => {
    if (!chosen) return
    start(chosen.arrayBuffer().then((bytes) => session.takePrevious(chosen.name, new Uint8Array(bytes))))
  }
  return (
    <section className="pane-section">
      <h3 className="pl-heading">{words.title}</h3>
      {previous ? (
        <div className="pane-previous">
          <p className="pl-cut" title={previous.fileName}>
            {previous.fileName}
          </p>
          <p className="pl-quiet">
            {[
              previous.asOf === null ? words.noAsOf : words.asOf(formatIsoDay(previous.asOf)),
              words.loans(previous.loans),
            ].join(words.and)}
          </p>
          {isLater(previous.asOf, state.reading?.asOf.day ?? null) ? (
            <output className="pane-warning">{words.notEarlier}</output>
          ) : null}
          <p className="pl-quiet">{previous.joined ? words.joined(previous.joined) : words.notYet}</p>
        </div>
      ) : (
        <p className="pl-quiet pane-reason">{words.why}</p>
      )}
      <p className="pane-buttons">
        <Button size="small" disabled={busy !== null} onClick={() => file.current?.click()}>
          {previous ? words.other : words.choose}
        </Button>
        {previous ? (
          <Button size="small" disabled={busy !== null} onClick={() => start(session.dropPrevious())}>
            {words.drop}
          </Button>
        ) : null}
      </p>
      <input
        ref={file}
        type="file"
        hidden
        accept=".xlsx,.xlsm,.xls,.xlsb,.et,.ods,.csv"
        aria-label={words.choose}
        onChange={(event) => {
          read(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
    </section>
  )
}

/** The wrong way round, or the same month twice. */
function isLater(previous: number | null, now: number | null): boolean {
  return previous !== null && now !== null && previous >= now
}
