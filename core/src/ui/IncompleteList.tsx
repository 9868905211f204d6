import { Button } from '@fluentui/react-components'
import { useId, useState } from 'react'

import type { FindingColumns } from './findingColumns.ts'
import type { MissingGroup } from './groupIncomplete.ts'
import { LevelIcon } from './LevelIcon.tsx'
import { LineIcon } from './LineIcon.tsx'
import { uiWords } from './messages.ts'

const words = uiWords.incomplete

interface IncompleteListProps {
  readonly columns: FindingColumns
  readonly groups: readonly MissingGroup[]
  readonly fieldName: (field: string) => string
  readonly ruleName: (rule: string) => string
  /** `R73`; null where the field has no column of its own. */
  readonly addressOf: (line: number, field: string) => string | null
  readonly onGoTo: (line: number, field: string) => void
  readonly onSelectAll?: (lines: readonly number[], field: string) => void
  /** Cases that did not run for want of a whole column. */
  readonly notRun: number
}

/** What cannot be told: neither passed nor broken; by missing field, so that one fills one column at a time. */
export function IncompleteList(props: IncompleteListProps) {
  return (
    <div>
      <p className="pl-intro">
        {words.intro}
        <b>{words.introStrong}</b>
        {words.introEnd}
      </p>
      {props.groups.length === 0 ? <p className="pl-note">{words.none}</p> : null}
      {props.groups.map((group, at) => (
        <Group key={group.field} {...props} group={group} firstOpen={at === 0} />
      ))}
      {props.notRun > 0 ? <p className="pl-note">{words.notRun(props.notRun)}</p> : null}
    </div>
  )
}

const few = 3
const more = 200

function Group(props: IncompleteListProps & { readonly group: MissingGroup; readonly firstOpen: boolean }) {
  const { group, columns, fieldName, ruleName, addressOf, onGoTo, onSelectAll } = props
  const [isOpen, setOpen] = useState(props.firstOpen)
  const [shown, setShown] = useState(few)
  const body = useId()
  const name = fieldName(group.field)
  const first = group.lines[0]
  const hasCells = first !== undefined && addressOf(first, group.field) !== null
  return (
    <section className="pl-missing">
      <h3 className="pl-plain">
        <button
          type="button"
          className="pl-group pl-group-light"
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={() => setOpen(!isOpen)}
        >
          <LineIcon name={isOpen ? 'down' : 'right'} size={14} />
          <LevelIcon level="incomplete" />
          <span className="pl-group-name">
            {name} <span className="pl-quiet pl-regular">{hasCells ? words.blank : words.notComputed}</span>
          </span>
          <span className="pl-group-count">{uiWords.loans(group.lines.length)}</span>
        </button>
      </h3>
      <div id={body} className="pl-missing-body">
        <p>
          <span className="pl-quiet">{words.cannot}</span> {group.rules.map(ruleName).join(uiWords.and)}
        </p>
        {isOpen ? (
          <>
            <ul className="pl-rows">
              {group.lines.slice(0, shown).map((line) => {
                const { label } = columns.line(line)
                return (
                  <li key={line}>
                    <span className="pl-cut" title={label.customer}>
                      {label.customer || uiWords.list.noCustomer}
                    </span>
                    <span className="pl-quiet pl-keep">{label.loanNo}</span>
                    <button type="button" className="pl-link" onClick={() => onGoTo(line, group.field)}>
                      {addressOf(line, group.field) ?? uiWords.row(label.sheetRow)}
                    </button>
                  </li>
                )
              })}
            </ul>
            <div className="pl-missing-foot">
              {group.lines.length > shown ? (
                <Button size="small" appearance="transparent" onClick={() => setShown(shown + more)}>
                  {words.more(group.lines.length - shown)}
                </Button>
              ) : null}
              {onSelectAll && hasCells ? (
                <Button
                  size="small"
                  className="pl-push"
                  onClick={() => onSelectAll(group.lines, group.field)}
                >
                  {words.selectAll(group.lines.length)}
                </Button>
              ) : null}
            </div>
          </>
        ) : null}
      </div>
    </section>
  )
}
