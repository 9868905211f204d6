import type { Severity, SourceStatus } from '../policy/index.ts'
import { LevelIcon, type IconSize } from './LevelIcon.tsx'
import { LineIcon } from './LineIcon.tsx'
import { uiWords as words } from './messages.ts'
import type { MarkLevel } from './tokens.ts'

/** Shape and word of a level. */
export function LevelWord({ level, size = 14 }: { readonly level: MarkLevel; readonly size?: IconSize }) {
  return (
    <span className={`pl-word pl-word-${level}`}>
      <LevelIcon level={level} size={size} />
      {words.level[level]}
    </span>
  )
}

/** A level in a box, for tables. */
export function SeverityTag({ severity }: { readonly severity: Severity }) {
  return <span className={`pl-tag pl-tag-${severity}`}>{words.severity[severity]}</span>
}

/** How well a source was seen. */
export function SourceStatusTag({ status }: { readonly status: SourceStatus }) {
  return <span className={`pl-tag pl-source-${status}`}>{words.sourceStatus[status]}</span>
}

export function LeadTag() {
  return <span className="pl-tag">{words.lead}</span>
}

/** Days until something is due; a clock, because a day is no severity. */
export function DueTag({ daysLeft }: { readonly daysLeft: number }) {
  const kind = daysLeft < 0 ? 'over' : daysLeft <= 7 ? 'soon' : 'later'
  return (
    <span className={`pl-due pl-due-${kind}`}>
      <LineIcon name="clock" size={14} />
      {daysLeft < 0
        ? words.dueList.overdueBy(-daysLeft)
        : daysLeft === 0
          ? words.dueList.today
          : words.dueList.left(daysLeft)}
    </span>
  )
}
