import { Button } from '@fluentui/react-components'
import { type ReactNode, useEffect, useId, useRef } from 'react'

import { useEscape } from './useEscape.ts'
import { useFocusBack } from './useFocusBack.ts'

interface AskPanelProps {
  readonly title: string
  readonly children?: ReactNode
  /** The first is the one main action. */
  readonly answers: readonly { readonly label: string; readonly onClick: () => void }[]
  readonly onCancel: () => void
  readonly cancelLabel: string
}

/** A question that stands in the pane, not over it: the sheet stays in reach. Esc leaves everything as it was. */
export function AskPanel({ title, children, answers, onCancel, cancelLabel }: AskPanelProps) {
  const titleId = useId()
  const panel = useRef<HTMLDivElement>(null)
  // before the focus is taken: it looks who had it
  useFocusBack(panel)
  useEffect(() => panel.current?.focus(), [])
  useEscape(panel, onCancel)
  return (
    <div ref={panel} className="pl-ask" role="alertdialog" aria-labelledby={titleId} tabIndex={-1}>
      <p id={titleId} className="pl-heading">
        {title}
      </p>
      {children}
      <div className="pl-ask-answers">
        {answers.map((answer, at) => (
          <Button
            key={answer.label}
            size="small"
            appearance={at === 0 ? 'primary' : 'secondary'}
            onClick={answer.onClick}
          >
            {answer.label}
          </Button>
        ))}
        <Button size="small" onClick={onCancel}>
          {cancelLabel}
        </Button>
      </div>
    </div>
  )
}
