import { Field, Input, Textarea } from '@fluentui/react-components'
import { useState } from 'react'

import { InlineForm, told } from './InlineForm.tsx'
import { uiWords } from './messages.ts'

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
  const form = useTerms({ until: '', reason: '', by: props.by }, props.onSubmit, ({ until, reason, by }) => ({
    until: until === '' ? words.needUntil : until <= props.after ? words.pastUntil(props.after) : '',
    reason: reason.trim() === '' ? words.needReason : '',
    by: by.trim() === '' ? words.needBy : '',
  }))
  return (
    <InlineForm {...words} onCancel={props.onCancel} onSubmit={form.submit}>
      <Field label={words.until} size="small" {...form.told('until')}>
        <Input type="date" size="small" {...form.field('until')} />
      </Field>
      <Field label={words.reason} size="small" {...form.told('reason')}>
        <Textarea size="small" rows={2} placeholder={words.reasonHint} {...form.field('reason')} />
      </Field>
      <Field label={words.by} size="small" {...form.told('by')}>
        <Input size="small" {...form.field('by')} />
      </Field>
    </InlineForm>
  )
}

/** What is wrong with the finding, and who says so. */
export function ReportForm(props: FormProps<{ readonly what: string; readonly by: string }>) {
  const words = uiWords.report
  const form = useTerms({ what: '', by: props.by }, props.onSubmit, ({ what, by }) => ({
    what: what.trim() === '' ? words.needWhat : '',
    by: by.trim() === '' ? words.needBy : '',
  }))
  return (
    <InlineForm {...words} onCancel={props.onCancel} onSubmit={form.submit}>
      <Field label={words.what} size="small" {...form.told('what')}>
        <Textarea size="small" rows={2} placeholder={words.whatHint} {...form.field('what')} />
      </Field>
      <Field label={words.by} size="small" {...form.told('by')}>
        <Input size="small" {...form.field('by')} />
      </Field>
    </InlineForm>
  )
}

/** What is written into a form, and what is wrong with it (told once it was to be submitted). */
function useTerms<Terms extends Readonly<Record<string, string>>>(
  first: Terms,
  onSubmit: (terms: Terms) => void,
  faultsOf: (terms: Terms) => Readonly<Record<keyof Terms, string>>,
) {
  const [terms, setTerms] = useState(first)
  const [isTold, setTold] = useState(false)
  const faults = faultsOf(terms)
  return {
    field: (key: keyof Terms) => ({
      value: terms[key],
      onChange: (_: unknown, { value }: { readonly value: string }) => setTerms({ ...terms, [key]: value }),
    }),
    told: (key: keyof Terms) => told(isTold, faults[key]),
    submit: () => {
      setTold(true)
      if (Object.values<string>(faults).every((fault) => fault === '')) onSubmit(terms)
    },
  }
}
