import { Button } from '@fluentui/react-components'
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'

import { useEscape } from './useEscape.ts'
import { useFocusBack } from './useFocusBack.ts'

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

/** A small form where the question came up; it takes the focus, and Escape is 取消. */
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
