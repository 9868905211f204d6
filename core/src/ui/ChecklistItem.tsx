import { useId, useState } from 'react'

import { formatIsoDay } from '../calendar/index.ts'
import type { AssessedItem } from '../checklist/index.ts'
import { AnswerForm, type Answered } from './AnswerForm.tsx'
import { uiWords } from './messages.ts'
import { LevelWord } from './tags.tsx'

const words = uiWords.checklist

export type EvidenceFrom = 'ledger' | 'page'

interface ChecklistItemProps {
  readonly item: AssessedItem
  readonly number: number
  readonly evidenceFrom: EvidenceFrom
  readonly onTick?: (item: AssessedItem, ticked: boolean) => void
  /** True once it is kept; the form stays open with what was written until then. */
  readonly onAnswer?: (item: AssessedItem, answer: Answered) => Promise<boolean>
}

/** One item: ticked with a press, answered in words where a tick would say nothing, or told only. */
export function ChecklistItem({ item, number, evidenceFrom, onTick, onAnswer }: ChecklistItemProps) {
  const textId = useId()
  const [isOpen, setOpen] = useState(false)
  const canTick = onTick !== undefined && (item.state === 'open' || item.state === 'answered')
  const canAnswer = onAnswer !== undefined && (item.wants !== null || item.answer !== null)
  // a tick alone says nothing where words are wanted
  const inWords = canAnswer && item.wants === 'text'
  const noteLabel = item.answer ? words.changeNote : inWords ? words.write : words.addNote
  return (
    <li className={`pl-check pl-check-${item.state}`}>
      {inWords ? (
        <button
          type="button"
          className="pl-box-button"
          aria-labelledby={textId}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <Box state={item.state} />
        </button>
      ) : canTick ? (
        <input
          type="checkbox"
          className="pl-box-input"
          checked={item.state === 'answered'}
          aria-labelledby={textId}
          onChange={(event) => onTick(item, event.currentTarget.checked)}
        />
      ) : (
        <Box state={item.state} />
      )}
      <div>
        <span id={textId} className="pl-check-text">
          {number}. {item.text}
        </span>
        {evidenceOf(item, evidenceFrom).map((line) => (
          <span key={line} className="pl-quiet pl-block">
            {line}
          </span>
        ))}
        {item.findings.map((finding) => (
          <span key={finding.id} className="pl-block">
            <LevelWord level={finding.outcome === 'incomplete' ? 'incomplete' : finding.severity} />{' '}
            {finding.message}
          </span>
        ))}
      </div>
      {canAnswer && !isOpen ? (
        <button
          type="button"
          className="pl-link pl-check-note"
          aria-label={words.noteOf(noteLabel, item.text)}
          onClick={() => setOpen(true)}
        >
          {noteLabel}
        </button>
      ) : null}
      {canAnswer && isOpen ? (
        <AnswerForm
          answer={item.answer}
          needsWords={inWords}
          onCancel={() => setOpen(false)}
          onSubmit={async (answer) => {
            if (await onAnswer(item, answer)) setOpen(false)
          }}
        />
      ) : null}
    </li>
  )
}

/** The sign of a state, with its word for those who do not see it. */
export function Box({ state }: { readonly state: AssessedItem['state'] }) {
  return (
    <span className={`pl-box pl-box-${state}`}>
      <span className="pl-hidden">{words.state[state]}</span>
      {state === 'proven' || state === 'answered' ? (
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <path d="m4 8.2 2.7 2.7 5.2-5.6" />
        </svg>
      ) : null}
    </span>
  )
}

/** What stands below an item: why it is proven, what a person said, or what there is to compare with. */
export function evidenceOf(item: AssessedItem, from: EvidenceFrom = 'ledger'): readonly string[] {
  const { answer } = item
  if (answer) return [words.answer(answer.by, answer.on, answer.note ?? '')]
  if (item.state === 'notApplicable') return [words.notApplicable]
  if (item.state === 'proven' && item.evidence) return [words.evidence[from](item.evidence.text)]
  const known = item.known.map((cell) => `${cell.name} ${cell.text}`).join(uiWords.and)
  return [
    ...(item.evidence ? [words.evidence[from](item.evidence.text)] : []),
    ...(known ? [words.known(known)] : []),
    ...(item.uncertain ? [words.uncertain] : []),
    ...(item.wants === 'text' ? [words.text] : item.wants === 'tick' && known === '' ? [words.person] : []),
    ...(item.due === null ? [] : [words.itemDue(formatIsoDay(item.due))]),
  ]
}
