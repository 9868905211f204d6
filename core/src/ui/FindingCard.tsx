import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import type { ReactNode } from 'react'

import type { Finding, FindingExplanation } from '../check/index.ts'
import type { SourceStatus } from '../policy/index.ts'
import { Arithmetic } from './Arithmetic.tsx'
import { arithmeticRows } from './arithmeticRows.ts'
import type { ShownLine } from './findingColumns.ts'
import { LineIcon } from './LineIcon.tsx'
import { LoadingRows } from './LoadingRows.tsx'
import { uiWords } from './messages.ts'
import { SourceStatusTag } from './tags.tsx'

const words = uiWords.card

/** All that is shown of one finding. */
export interface FindingFacts {
  readonly finding: Finding
  /** 算式; null where it cannot be told. */
  readonly explanation: FindingExplanation | null
  readonly ruleName: string
  readonly basis: readonly {
    readonly title: string
    readonly article: string
    readonly status: SourceStatus
    readonly effective: string
  }[]
  /** Proposed: ISO day and name. */
  readonly deadline: string | null
  readonly owner: string
  readonly cells: readonly { readonly field: string; readonly name: string; readonly address: string }[]
  /** What the finding takes for granted, by the names of the fields. */
  readonly assumed: readonly { readonly name: string; readonly value: string }[]
}

export interface CardActions {
  readonly onGoTo?: (field?: string) => void
  readonly onWaive?: () => void
  readonly onReport?: () => void
  readonly onWithdraw?: () => void
  readonly onWithdrawReport?: () => void
  readonly onOpenRule?: () => void
  readonly onCopy?: () => void
}

interface FindingCardProps extends CardActions {
  readonly line: ShownLine
  /** False on a page, where rows have no number. */
  readonly hasRow?: boolean
  /** Null: not there yet; `gone`: no longer there. */
  readonly facts: FindingFacts | null | 'gone'
  readonly product?: string
  /** Somebody said that the finding is wrong; it counts on. */
  readonly reported?: { readonly by: string; readonly on: string; readonly what: string }
  /** A form that was asked for: stands in the place of the actions. */
  readonly children?: ReactNode
}

const mostRows = 6

/** The body of an open finding, in the order of the look: where, what, what to do, the sum, the law, what can be done. */
export function FindingCard(props: FindingCardProps) {
  const { line, facts } = props
  if (facts === 'gone') return <p className="pl-card-gone">{words.gone}</p>
  return (
    <div className="pl-card-body">
      <div className="pl-card-where">
        {line.label.loanNo ? <span className="pl-keep">{line.label.loanNo}</span> : null}
        {props.product ? <span>{props.product}</span> : null}
        {props.hasRow === false ? null : (
          <span className="pl-card-row pl-keep">{uiWords.row(line.label.sheetRow)}</span>
        )}
      </div>
      {facts ? <Facts facts={facts} reported={props.reported} /> : <LoadingRows />}
      {props.children ?? (facts ? <Actions {...props} facts={facts} /> : null)}
    </div>
  )
}

function Facts({
  facts,
  reported,
}: {
  readonly facts: FindingFacts
  readonly reported: FindingCardProps['reported']
}) {
  const { finding, explanation, assumed } = facts
  const also = finding.alsoRows ?? []
  return (
    <dl className="pl-card-facts">
      <dt>{words.problem}</dt>
      <dd>
        {finding.outcome === 'ruleError' ? words.ruleError : finding.message}
        {also.length > 0 ? (
          <span className="pl-quiet pl-block">
            {words.alsoRows(also.slice(0, mostRows), also.length - mostRows)}
          </span>
        ) : null}
      </dd>
      {finding.remedy ? (
        <>
          <dt>{words.remedy}</dt>
          <dd>
            {finding.remedy}
            <span className="pl-block">
              {facts.deadline ? (
                <span className="pl-pair">
                  <span className="pl-quiet">{words.deadline}</span> {facts.deadline}
                </span>
              ) : null}
              {facts.owner ? (
                <span className="pl-pair">
                  <span className="pl-quiet">{words.owner}</span> {facts.owner}
                </span>
              ) : null}
            </span>
          </dd>
        </>
      ) : null}
      {explanation && arithmeticRows(explanation).length > 0 ? (
        <>
          <dt>{words.arithmetic}</dt>
          <dd>
            <Arithmetic explanation={explanation} />
            {assumed.length > 0 ? (
              <span className="pl-quiet pl-block">
                {words.assumed}{' '}
                {assumed.map(({ name, value }) => `${name} ${value || uiWords.rule.blank}`).join(uiWords.and)}
              </span>
            ) : null}
          </dd>
        </>
      ) : null}
      <dt>{words.basis}</dt>
      <dd>
        <Basis basis={facts.basis} />
      </dd>
      {reported ? (
        <>
          <dt>{words.reportedHead}</dt>
          <dd>{words.reported(reported.by, reported.on, reported.what)}</dd>
        </>
      ) : null}
      {finding.waived ? (
        <>
          <dt>{words.waivedHead}</dt>
          <dd>
            {words.waived(finding.waived.by, finding.waived.until, finding.waived.reason)}
            {finding.waived.legalFloor ? <span className="pl-quiet pl-block">{words.legalFloor}</span> : null}
          </dd>
        </>
      ) : null}
    </dl>
  )
}

/** Sources with their standing; the warning about text that was not seen stands once, below the ones it is about. */
export function Basis({ basis }: { readonly basis: FindingFacts['basis'] }) {
  if (basis.length === 0) return <>{words.noBasis}</>
  return (
    <>
      {basis.map((source) => (
        <span key={`${source.title}${source.article}`} className="pl-basis">
          {source.title}
          {source.article} <SourceStatusTag status={source.status} />
        </span>
      ))}
      {basis.some((source) => source.status === 'unverified') ? (
        <span className="pl-quiet pl-block">{uiWords.unverifiedWarning}</span>
      ) : null}
    </>
  )
}

function Actions(props: FindingCardProps & { readonly facts: FindingFacts }) {
  const { facts, line, onGoTo, onWaive, onReport, onWithdraw, onOpenRule, onCopy } = props
  const [cell, ...otherCells] = facts.cells
  return (
    <div className="pl-card-actions">
      {onGoTo ? (
        <Button size="small" icon={<LineIcon name="target" size={14} />} onClick={() => onGoTo(cell?.field)}>
          {cell ? words.goTo(cell.address) : words.goToRow(line.label.sheetRow)}
        </Button>
      ) : null}
      {onWaive && !facts.finding.waived ? (
        <Button size="small" appearance="transparent" onClick={onWaive}>
          {words.waive}
        </Button>
      ) : null}
      {onWithdraw && facts.finding.waived ? (
        <Button size="small" appearance="transparent" onClick={onWithdraw}>
          {words.withdraw}
        </Button>
      ) : null}
      {props.onWithdrawReport ? (
        <Button size="small" appearance="transparent" onClick={props.onWithdrawReport}>
          {words.withdrawReport}
        </Button>
      ) : null}
      {onReport && !props.onWithdrawReport ? (
        <Button size="small" appearance="transparent" onClick={onReport}>
          {words.report}
        </Button>
      ) : null}
      {onOpenRule || onCopy || (onGoTo && otherCells.length > 0) ? (
        <Menu positioning="below-end">
          <MenuTrigger disableButtonEnhancement>
            <Button
              size="small"
              appearance="transparent"
              className="pl-push"
              icon={<LineIcon name="more" />}
              aria-label={words.more}
            />
          </MenuTrigger>
          <MenuPopover className="pl-ui">
            <MenuList>
              {onGoTo
                ? otherCells.slice(0, mostRows).map((other) => (
                    <MenuItem key={other.field} onClick={() => onGoTo(other.field)}>
                      {`${words.goTo(other.address)} ${other.name}`}
                    </MenuItem>
                  ))
                : null}
              {onOpenRule ? (
                <MenuItem onClick={onOpenRule}>{`${words.openRule} ${facts.finding.rule}`}</MenuItem>
              ) : null}
              {onCopy ? <MenuItem onClick={onCopy}>{words.copy}</MenuItem> : null}
            </MenuList>
          </MenuPopover>
        </Menu>
      ) : null}
    </div>
  )
}
