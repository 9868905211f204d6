import { type ReactNode, type RefObject, useCallback, useMemo, useRef, useState } from 'react'

import type { FindingColumns, ShownLine } from './findingColumns.ts'
import type { Grouping, LineGroup } from './groupLines.ts'
import { LevelIcon } from './LevelIcon.tsx'
import { LineIcon } from './LineIcon.tsx'
import { uiWords as words } from './messages.ts'
import { SecondLine } from './SecondLine.tsx'
import { severitiesInOrder } from './severitiesInOrder.ts'
import { LeadTag, LevelWord } from './tags.tsx'
import type { MarkLevel } from './tokens.ts'
import { useEscape } from './useEscape.ts'
import { type RowButtonProps, VirtualList } from './VirtualList.tsx'

interface FindingListProps {
  readonly columns: FindingColumns
  readonly groups: readonly LineGroup[]
  readonly by: Grouping
  readonly ruleName: (rule: string) => string
  readonly scroller: RefObject<HTMLElement | null>
  /** The open line; null where none is. One at a time. */
  readonly open: number | null
  readonly onOpen: (line: number | null) => void
  /** The body of the open line. */
  readonly renderCard: (line: ShownLine) => ReactNode
}

type ListRow =
  | { readonly kind: 'group'; readonly group: LineGroup }
  | { readonly kind: 'item'; readonly line: number; readonly group: LineGroup }

const groupHeight = 32
const itemHeight: Readonly<Record<Grouping, number>> = { rule: 49, customer: 33, manager: 49 }

/** Findings in groups that fold; ↑↓ move, → unfolds and opens, ← folds and closes, Enter does either. */
export function FindingList(props: FindingListProps) {
  const { columns, groups, by, open, onOpen } = props
  /** What a person folded or unfolded; else the first group shown is open, so that there is something to read. */
  const [folds, setFolds] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [focusRequest, setFocusRequest] = useState<{ readonly index: number } | null>(null)
  const [firstGroup] = groups
  const isUnfolded = useCallback(
    (group: LineGroup) => folds.get(`${by}:${group.key}`) ?? group === firstGroup,
    [folds, by, firstGroup],
  )
  const rows = useMemo(
    () =>
      groups.flatMap((group): ListRow[] => [
        { kind: 'group', group },
        ...(isUnfolded(group) ? group.lines.map((line): ListRow => ({ kind: 'item', line, group })) : []),
      ]),
    [groups, isUnfolded],
  )
  const fold = (group: LineGroup, wanted: boolean): void =>
    setFolds(new Map(folds).set(`${by}:${group.key}`, wanted))

  const heightOf = useCallback(
    (index: number) => {
      const row = rows[index]
      if (row?.kind !== 'item') return groupHeight
      return row.line === open ? null : itemHeight[by]
    },
    [rows, open, by],
  )
  const keyOf = useCallback(
    (index: number) => {
      const row = rows[index]
      return row?.kind === 'item' ? `${row.group.key}:${row.line}` : `g:${row?.group.key ?? ''}`
    },
    [rows],
  )
  const onKey = (index: number, key: string): boolean => {
    const row = rows[index]
    if (!row) return false
    if (key === 'ArrowRight') {
      if (row.kind === 'group') {
        if (isUnfolded(row.group)) setFocusRequest({ index: index + 1 })
        else fold(row.group, true)
      } else onOpen(row.line)
      return true
    }
    if (key === 'ArrowLeft') {
      if (row.kind === 'group') fold(row.group, false)
      else if (row.line === open) onOpen(null)
      else
        setFocusRequest({ index: rows.findIndex((one) => one.kind === 'group' && one.group === row.group) })
      return true
    }
    return false
  }

  return (
    <VirtualList
      count={rows.length}
      label={`${words.list.name}${words.comma}${words.list.keys}`}
      scroller={props.scroller}
      heightOf={heightOf}
      keyOf={keyOf}
      onKey={onKey}
      focusRequest={focusRequest}
      renderRow={(index, button) => {
        const row = rows[index]
        if (!row) return null
        if (row.kind === 'group') {
          const isOpen = isUnfolded(row.group)
          return (
            <GroupHead
              group={row.group}
              by={by}
              isOpen={isOpen}
              button={button}
              onToggle={() => fold(row.group, !isOpen)}
            />
          )
        }
        const line = columns.line(row.line)
        const isOpen = row.line === open
        return (
          <Item
            line={line}
            by={by}
            ruleName={props.ruleName(line.rule)}
            isOpen={isOpen}
            button={button}
            onToggle={() => onOpen(isOpen ? null : row.line)}
            onClose={() => {
              onOpen(null)
              setFocusRequest({ index })
            }}
          >
            {isOpen ? props.renderCard(line) : null}
          </Item>
        )
      }}
    />
  )
}

interface GroupHeadProps {
  readonly group: LineGroup
  readonly by: Grouping
  readonly isOpen: boolean
  readonly button: RowButtonProps
  readonly onToggle: () => void
}

function GroupHead({ group, by, isOpen, button, onToggle }: GroupHeadProps) {
  const worst = severitiesInOrder[group.worst]
  const isRule = by === 'rule'
  return (
    <button type="button" {...button} className="pl-group" aria-expanded={isOpen} onClick={onToggle}>
      <LineIcon name={isOpen ? 'down' : 'right'} size={14} />
      {isRule && worst ? (
        <>
          <LevelIcon level={worst} />
          <Unseen text={`${words.severity[worst]}${words.comma}`} />
        </>
      ) : null}
      <span className="pl-group-name" title={group.name}>
        {group.name}
        <Unseen text={words.comma} />
      </span>
      {isRule ? (
        <span className="pl-group-count">
          {words.count(group.lines.length)}
          <Unseen text={words.list.countUnit} />
        </span>
      ) : (
        <>
          <span className="pl-quiet pl-keep">{words.list.loansOf(group.rows)}</span>
          <span className="pl-group-count">
            {severitiesInOrder.map((severity, at) =>
              (group.counts[at] ?? 0) > 0 ? (
                <span key={severity} className="pl-mini">
                  <LevelIcon level={severity} />
                  <Unseen text={`${words.comma}${words.severity[severity]} `} />
                  {words.count(group.counts[at] ?? 0)}
                </span>
              ) : null,
            )}
          </span>
        </>
      )}
    </button>
  )
}

interface ItemProps {
  readonly line: ShownLine
  readonly by: Grouping
  readonly ruleName: string
  readonly isOpen: boolean
  readonly button: RowButtonProps
  readonly onToggle: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

function Item({ line, by, ruleName, isOpen, button, onToggle, onClose, children }: ItemProps) {
  const box = useRef<HTMLDivElement>(null)
  useEscape(box, isOpen ? onClose : null)
  const { label } = line
  const level: MarkLevel = line.outcome === 'incomplete' ? 'incomplete' : line.severity
  const customer = label.customer || words.list.noCustomer
  // the title says what the head of the group does not
  const title = by === 'rule' ? customer : ruleName
  const before = [...(isOpen ? [] : [words.level[level]]), ...(by === 'rule' ? [ruleName] : [])]
  const loanNo = { text: label.loanNo, isName: false }
  const second =
    by === 'rule'
      ? [loanNo, { text: label.manager, isName: true }]
      : [{ text: customer, isName: true }, loanNo]
  return (
    <div ref={box} className={isOpen ? 'pl-card' : 'pl-item-box'}>
      <button
        type="button"
        {...button}
        className={isOpen ? 'pl-card-head' : `pl-item pl-item-${by}`}
        aria-expanded={isOpen}
        onClick={onToggle}
      >
        {by === 'rule' || isOpen ? null : <LevelIcon level={level} />}
        <Unseen text={before.map((text) => `${text}${words.comma}`).join('')} />
        <span className={isOpen ? 'pl-card-title' : 'pl-item-title'} title={title}>
          {title}
          {line.kind === 'lead' ? <LeadTag /> : null}
          <Unseen text={by === 'customer' ? `${words.comma}${customer}${words.comma}` : words.comma} />
        </span>
        {isOpen ? (
          <>
            <LevelWord level={level} />
            <LineIcon name="up" />
          </>
        ) : (
          <span className="pl-item-row">{words.row(label.sheetRow)}</span>
        )}
        {isOpen || by === 'customer' ? null : <SecondLine parts={second} />}
      </button>
      {children}
    </div>
  )
}

/** Said in the accessible name only: what the eye has from the shape or the head of the group. */
function Unseen({ text }: { readonly text: string }) {
  return text === '' ? null : <span className="pl-hidden">{text}</span>
}
