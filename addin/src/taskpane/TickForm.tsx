import { Button, Input } from '@fluentui/react-components'
import { useEscape } from '@postloan/core/ui'
import { useEffect, useId, useRef, useState } from 'react'

import { paneWords } from './paneWords.ts'

const words = paneWords.checklist

interface TickFormProps {
  readonly item: string
  readonly by: string
  /** What was seen has to be written too. */
  readonly wantsNote: boolean
  readonly onDone: (by: string, note: string) => void
  readonly onCancel: () => void
}

/** Asks who ticks, and what was seen where a tick alone does not say it. */
export function TickForm({ item, by, wantsNote, onDone, onCancel }: TickFormProps) {
  const id = useId()
  const [name, setName] = useState(by)
  const [note, setNote] = useState('')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  useEscape(form, onCancel)
  const isReady = name.trim() !== '' && (!wantsNote || note.trim() !== '')
  return (
    <form
      className="pane-tick"
      ref={form}
      aria-label={words.tickTitle(item)}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onDone(name.trim(), note.trim())
      }}
    >
      <p>{words.tickTitle(item)}</p>
      {wantsNote ? (
        <>
          <label htmlFor={`${id}-note`}>{words.note}</label>
          <Input id={`${id}-note`} size="small" value={note} onChange={(_, { value }) => setNote(value)} />
        </>
      ) : null}
      <label htmlFor={`${id}-by`}>{words.by}</label>
      <Input
        id={`${id}-by`}
        size="small"
        value={name}
        autoComplete="name"
        onChange={(_, { value }) => setName(value)}
      />
      <p className="pl-quiet">{words.byHint}</p>
      <div className="pane-buttons">
        <Button size="small" type="submit" appearance="primary" disabled={!isReady}>
          {words.tick}
        </Button>
        <Button size="small" onClick={onCancel}>
          {paneWords.cancel}
        </Button>
      </div>
    </form>
  )
}
