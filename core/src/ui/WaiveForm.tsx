import { Button, Field, Input, Textarea } from '@fluentui/react-components'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'

import { uiWords } from './messages.ts'
import { useEscape } from './useEscape.ts'
import { useFocusBack } from './useFocusBack.ts'

interface FormProps<Terms> {
  /** Filled in where it is known. */
  readonly by: string
  readonly onSubmit: (terms: Terms) => void
  readonly onCancel: () => void
}

/** Until when, why and who; no more. Nothing is waived without all three. */
export function WaiveForm(
  props: FormProps<{ readonly until: string; readonly reason: string; readonly by: string }> & {
    /** ISO day after which the waiver has to end. */
    readonly after: string
  },
) {
  const words = uiWords.waive
  const [terms, setTerms] = useState({ until: '', reason: '', by: props.by })
  const [isTold, setTold] = useState(false)
  const faults = {
    until:
      terms.until === '' ? words.needUntil : terms.until <= props.after ? words.pastUntil(props.after) : '',
    reason: terms.reason.trim() === '' ? words.needReason : '',
    by: terms.by.trim() === '' ? words.needBy : '',
  }
  return (
    <InlineForm
      title={words.title}
      note={words.note}
      submit={words.submit}
      cancel={words.cancel}
      onCancel={props.onCancel}
      onSubmit={() => {
        setTold(true)
        if (Object.values(faults).every((fault) => fault === '')) props.onSubmit(terms)
      }}
    >
      <Field label={words.until} size="small" {...told(isTold, faults.until)}>
        <Input
          type="date"
          size="small"
          value={terms.until}
          onChange={(_, { value }) => setTerms({ ...terms, until: value })}
        />
      </Field>
      <Field label={words.reason} size="small" {...told(isTold, faults.reason)}>
        <Textarea
          size="small"
          rows={2}
          value={terms.reason}
          placeholder={words.reasonHint}
          onChange={(_, { value }) => setTerms({ ...terms, reason: value })}
        />
      </Field>
      <Field label={words.by} size="small" {...told(isTold, faults.by)}>
        <Input size="small" value={terms.by} onChange={(_, { value }) => setTerms({ ...terms, by: value })} />
      </Field>
    </InlineForm>
  )
}

/** What is wrong with the finding, and who says so. */
export function ReportForm(props: FormProps<{ readonly what: string; readonly by: string }>) {
  const words = uiWords.report
  const [terms, setTerms] = useState({ what: '', by: props.by })
  const [isTold, setTold] = useState(false)
  const faults = {
    what: terms.what.trim() === '' ? words.needWhat : '',
    by: terms.by.trim() === '' ? words.needBy : '',
  }
  return (
    <InlineForm
      title={words.title}
      note={words.note}
      submit={words.submit}
      cancel={words.cancel}
      onCancel={props.onCancel}
      onSubmit={() => {
        setTold(true)
        if (Object.values(faults).every((fault) => fault === '')) props.onSubmit(terms)
      }}
    >
      <Field label={words.what} size="small" {...told(isTold, faults.what)}>
        <Textarea
          size="small"
          rows={2}
          value={terms.what}
          placeholder={words.whatHint}
          onChange={(_, { value }) => setTerms({ ...terms, what: value })}
        />
      </Field>
      <Field label={words.by} size="small" {...told(isTold, faults.by)}>
        <Input size="small" value={terms.by} onChange={(_, { value }) => setTerms({ ...terms, by: value })} />
      </Field>
    </InlineForm>
  )
}

/** Without Fluent's own sign, a red diamond: that shape is 严重 here. */
export function told(
  isTold: boolean,
  fault: string,
): { validationMessage?: string; validationMessageIcon?: null } {
  return isTold && fault !== '' ? { validationMessage: fault, validationMessageIcon: null } : {}
}

interface InlineFormProps {
  readonly title: string
  readonly note: string
  readonly submit: string
  readonly cancel: string
  readonly onSubmit: () => void
  readonly onCancel: () => void
  readonly children: ReactNode
}

export function InlineForm(props: InlineFormProps) {
  const form = useRef<HTMLFormElement>(null)
  // before the focus is taken: it looks who had it
  useFocusBack(form)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), [])
  useEscape(form, props.onCancel)
  return (
    <form
      ref={form}
      className="pl-form"
      aria-label={props.title}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        props.onSubmit()
      }}
    >
      <p className="pl-heading">{props.title}</p>
      {props.children}
      <p className="pl-quiet">{props.note}</p>
      <div className="pl-ask-answers">
        <Button size="small" appearance="primary" type="submit">
          {props.submit}
        </Button>
        <Button size="small" onClick={props.onCancel}>
          {props.cancel}
        </Button>
      </div>
    </form>
  )
}
