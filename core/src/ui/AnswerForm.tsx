import { Field, Select, Textarea } from '@fluentui/react-components'
import { useState } from 'react'

import type { Answer } from '../checklist/index.ts'
import { InlineForm, told } from './InlineForm.tsx'
import { uiWords } from './messages.ts'

const words = uiWords.answer
const verdicts = ['fine', 'fault', 'notApplicable'] as const

/** What a person says of an item; `ticked` false takes back what was said. */
export interface Answered {
  readonly ticked: boolean
  readonly verdict: Answer['verdict']
  readonly note: string
}

interface AnswerFormProps {
  readonly answer: Answer | null
  /** Without words it is no answer. */
  readonly needsWords: boolean
  readonly onSubmit: (answer: Answered) => Promise<void>
  readonly onCancel: () => void
}

/** A verdict on one item with what was seen. */
export function AnswerForm({ answer, needsWords, onSubmit, onCancel }: AnswerFormProps) {
  const [verdict, setVerdict] = useState<Answer['verdict']>(answer?.verdict ?? 'fine')
  const [note, setNote] = useState(answer?.note ?? '')
  const [isTold, setTold] = useState(false)
  const lacksWords = note.trim() === '' && (needsWords || verdict !== 'fine')
  return (
    <InlineForm
      title={words.title}
      note={answer ? words.said(answer.by, answer.on) : words.kept}
      submit={words.submit}
      cancel={words.cancel}
      onCancel={onCancel}
      onSubmit={() => {
        setTold(true)
        if (!lacksWords) void onSubmit({ ticked: true, verdict, note: note.trim() })
      }}
    >
      <Field label={words.verdict} size="small">
        <Select
          size="small"
          value={verdict}
          onChange={(_, { value }) => setVerdict(verdicts.find((one) => one === value) ?? 'fine')}
        >
          {verdicts.map((one) => (
            <option key={one} value={one}>
              {words.verdicts[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.note} size="small" {...told(isTold, lacksWords ? words.needNote : '')}>
        <Textarea size="small" rows={2} value={note} onChange={(_, { value }) => setNote(value)} />
      </Field>
      {answer ? (
        <button
          type="button"
          className="pl-link"
          onClick={() => void onSubmit({ ticked: false, verdict, note: '' })}
        >
          {words.withdraw}
        </button>
      ) : null}
    </InlineForm>
  )
}
