import { Button, Textarea } from '@fluentui/react-components'
import { LoadingRows } from '@postloan/core/ui'
import { useMemo, useState } from 'react'

import type { Verified } from '../store/index.ts'
import { ask } from './ask.ts'
import { downloadText } from './downloadText.ts'
import { panelWords } from './messages.ts'
import { NoAnswer } from './NoAnswer.tsx'
import { shownTime } from './shownTime.ts'
import { useAsked } from './useAsked.ts'

const words = panelWords.records

interface RecordsTabProps {
  readonly loan: string | null
  /** True once the note is in the store. */
  readonly onNote: (text: string) => Promise<boolean>
}

/** The notes and the evidence log of a loan; the log can be verified and taken away as a file. */
export function RecordsTab({ loan, onNote }: RecordsTabProps) {
  const asked = useMemo(() => ({ ask: 'records', loan: loan ?? '' }) as const, [loan])
  const { answer: records, failed, load } = useAsked<'records'>(asked)
  const [verified, setVerified] = useState<Verified | null>(null)
  const [text, setText] = useState('')
  // What was written stays where it is until it is in the store.
  const send = async (): Promise<void> => {
    if (await onNote(text.trim())) setText('')
  }
  const log = loan === null ? [] : records?.log
  return (
    <div className="px-pad">
      {loan === null ? <p className="pl-note">{words.noLoan}</p> : null}
      {loan === null ? null : (
        <form
          className="px-note"
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim() === '') return
            void send()
          }}
        >
          <Textarea
            size="small"
            rows={2}
            aria-label={panelWords.note.label}
            placeholder={panelWords.note.placeholder}
            value={text}
            onChange={(_, { value }) => setText(value)}
          />
          <Button size="small" type="submit">
            {panelWords.note.add}
          </Button>
        </form>
      )}
      {log ? null : failed ? <NoAnswer onAgain={load} /> : <LoadingRows />}
      {loan !== null && log?.length === 0 ? <p className="pl-note">{words.none}</p> : null}
      <ol className="px-log">
        {log?.map((entry) => (
          <li key={entry.seq}>
            <span className="pl-quiet pl-keep">{shownTime(entry.at)}</span>
            <span className="px-log-kind">{words.kinds[entry.kind]}</span>
            <span>
              {entry.text} <span className="pl-quiet">{entry.by}</span>
            </span>
          </li>
        ))}
      </ol>
      <p className="px-row">
        <Button size="small" onClick={() => void ask<'verify'>({ ask: 'verify' }).then(setVerified)}>
          {words.verify}
        </Button>
        <Button
          size="small"
          disabled={!log}
          onClick={() => downloadText('记录.json', `${JSON.stringify(log, null, 2)}\n`, 'application/json')}
        >
          {words.export}
        </Button>
      </p>
      <output className="pl-quiet">
        {verified ? (verified.ok ? words.whole(verified.entries) : words.broken(verified.brokenAt ?? 0)) : ''}
      </output>
    </div>
  )
}
