import { Button, Select, ToggleButton } from '@fluentui/react-components'
import { useState } from 'react'

import { formatIsoDay } from '../calendar/index.ts'
import type { AssessedItem, ListChoice, LoanChecklist } from '../checklist/index.ts'
import type { Answered } from './AnswerForm.tsx'
import { Box, ChecklistItem, evidenceOf, type EvidenceFrom } from './ChecklistItem.tsx'
import { LineIcon } from './LineIcon.tsx'
import { uiWords } from './messages.ts'
import { DueTag } from './tags.tsx'

const words = uiWords.checklist

interface ChecklistViewProps {
  readonly list: LoanChecklist
  /** Customer, and where the loan stands: `第 1032 行`. */
  readonly title: string
  readonly place: string
  /** False where the surface shows both above. */
  readonly isTitled?: boolean
  /** Kinds of loan that may be chosen; absent where the surface does not know them. */
  readonly loanTypes?: readonly { readonly id: string; readonly name: string }[]
  readonly onChoose?: (choice: ListChoice) => void
  /** Absent where nothing keeps a person's answers: then the boxes only tell. */
  readonly onTick?: (item: AssessedItem, ticked: boolean) => void
  /** A verdict with words, or its withdrawal; true once it is kept. Absent: notes cannot be written. */
  readonly onAnswer?: (item: AssessedItem, answer: Answered) => Promise<boolean>
  readonly onCopy?: (text: string) => void
  /** What the evidence was read from; a ledger unless told. */
  readonly evidenceFrom?: EvidenceFrom
}

/** What is asked of one loan at one stage: proven by data, ticked by a person, or open. */
export function ChecklistView(props: ChecklistViewProps) {
  const { list } = props
  const [onlyOpen, setOnlyOpen] = useState(false)
  const [isCopied, setCopied] = useState(false)
  const open = list.items.filter((item) => item.state === 'open' || item.state === 'fault')
  const shown = onlyOpen ? open : list.items
  return (
    <div className="pl-checklist">
      <ChecklistHead {...props} />
      <div className="pl-filter">
        <fieldset aria-label={words.filter} className="pl-fieldset pl-pair-buttons">
          <ToggleButton size="small" checked={!onlyOpen} onClick={() => setOnlyOpen(false)}>
            {words.all(list.items.length)}
          </ToggleButton>
          <ToggleButton size="small" checked={onlyOpen} onClick={() => setOnlyOpen(true)}>
            {words.open(open.length)}
          </ToggleButton>
        </fieldset>
        {props.onCopy ? (
          <Button
            size="small"
            appearance="transparent"
            className="pl-push"
            icon={<LineIcon name="copy" size={14} />}
            onClick={() => {
              props.onCopy?.(checklistText(props.title, list, props.evidenceFrom))
              setCopied(true)
            }}
          >
            {isCopied ? words.copied : words.copy}
          </Button>
        ) : null}
      </div>
      {list.items.length === 0 ? <p className="pl-note">{list.stage ? words.empty : words.noStage}</p> : null}
      <ol className="pl-checks">
        {shown.map((item) => (
          <ChecklistItem
            key={item.id}
            item={item}
            number={list.items.indexOf(item) + 1}
            evidenceFrom={props.evidenceFrom ?? 'ledger'}
            {...(props.onTick ? { onTick: props.onTick } : {})}
            {...(props.onAnswer ? { onAnswer: props.onAnswer } : {})}
          />
        ))}
      </ol>
    </div>
  )
}

/** The three signs of the boxes, for the foot of the surface. */
export function ChecklistLegend({ withPerson }: { readonly withPerson: boolean }) {
  return (
    <div className="pl-legend">
      <span>
        <Box state="proven" /> {words.proven}
      </span>
      {withPerson ? (
        <span>
          <Box state="answered" /> {words.byPerson}
        </span>
      ) : null}
      <span>
        <Box state="open" /> {words.stillOpen}
      </span>
    </div>
  )
}

function ChecklistHead({ list, title, place, isTitled = true, loanTypes, onChoose }: ChecklistViewProps) {
  const { progress, stage, loanType } = list
  const chosen = { ...(loanType ? { loanType: loanType.id } : {}), ...(stage ? { stage: stage.id } : {}) }
  const share = progress.total === 0 ? 0 : progress.done / progress.total
  return (
    <div className="pl-checklist-head">
      {isTitled ? (
        <div className="pl-head">
          <h2 className="pl-heading pl-cut" title={title}>
            {title}
          </h2>
          <span className="pl-quiet pl-keep">{place}</span>
        </div>
      ) : null}
      <div className="pl-choices">
        {loanTypes && onChoose ? (
          <Select
            size="small"
            aria-label={words.loanType}
            value={loanType?.id ?? ''}
            onChange={(_, { value }) => onChoose({ ...chosen, loanType: value })}
          >
            {loanType ? null : <option value="">{words.noType}</option>}
            {loanTypes.map((type) => (
              <option key={type.id} value={type.id}>
                {type.name}
              </option>
            ))}
          </Select>
        ) : (
          <span className="pl-tag">{loanType?.name ?? words.noType}</span>
        )}
        {onChoose && list.stages.length > 1 ? (
          <Select
            size="small"
            aria-label={words.stage}
            value={stage?.id ?? ''}
            onChange={(_, { value }) => {
              const wanted = list.stages.find((one) => one.id === value)
              if (wanted) onChoose({ ...chosen, stage: wanted.id })
            }}
          >
            {list.stages.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        ) : (
          <span className="pl-tag">{stage?.name ?? words.noStage}</span>
        )}
        {list.daysLeft === null ? null : (
          <span className="pl-push">
            <DueTag daysLeft={list.daysLeft} />
          </span>
        )}
      </div>
      <div className="pl-head pl-head-small">
        <span>{words.done(progress.done, progress.total)}</span>
        <span className="pl-quiet">
          {[stage?.because ?? '', list.due === null ? '' : words.due(formatIsoDay(list.due))]
            .filter((text) => text !== '')
            .join(uiWords.comma)}
        </span>
      </div>
      <div className="pl-bar" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  )
}

/** The list as text, for a letter or the bank's own system. */
function checklistText(title: string, list: LoanChecklist, from?: EvidenceFrom): string {
  const signs: Readonly<Record<AssessedItem['state'], string>> = {
    proven: '√',
    answered: '√',
    fault: '×',
    notApplicable: '－',
    open: '□',
  }
  const head = [
    title,
    list.loanType?.name,
    list.stage?.name,
    words.done(list.progress.done, list.progress.total),
  ]
  return [
    head.filter((text) => text !== undefined && text !== '').join(' '),
    ...list.items.map((item, at) =>
      [`${signs[item.state]} ${at + 1}. ${item.text}`, ...evidenceOf(item, from)].join('\n   '),
    ),
  ].join('\n')
}
