import {
  DueTag,
  EmptyState,
  FindingCard,
  LeadTag,
  LevelWord,
  LineIcon,
  ReportForm,
  WaiveForm,
} from '@postloan/core/ui'
import type { FindingFacts, ShownLine } from '@postloan/core/ui'
import { useState } from 'react'

import type { PageView } from '../engine/index.ts'
import { panelWords as words } from './messages.ts'

interface FindingsTabProps {
  readonly view: PageView
  readonly userName: string
  readonly guard: () => boolean
  readonly onGo: (id: string) => void
  readonly onWaive: (
    finding: string,
    terms: { readonly reason: string; readonly until: string; readonly by: string },
  ) => void
  readonly onReport: (finding: string, terms: { readonly what: string; readonly by: string }) => void
}

/** Findings of this loan, from the page and from the ledger at hand; each opens in place. */
export function FindingsTab(props: FindingsTabProps) {
  const { view } = props
  const [open, setOpen] = useState<string | null>(null)
  const { ledger } = view
  return (
    <div>
      {view.findings.length === 0 ? (
        <EmptyState title={words.nothing}>{words.nothingText(view.rulesRun)}</EmptyState>
      ) : (
        <ul className="px-findings">
          {view.findings.map((facts, index) => (
            <FindingRow
              key={facts.finding.id}
              {...props}
              facts={facts}
              index={index}
              isOpen={open === facts.finding.id}
              onToggle={() => setOpen(open === facts.finding.id ? null : facts.finding.id)}
            />
          ))}
        </ul>
      )}
      {ledger ? (
        <section>
          <h3 className="px-section">
            {words.ledgerFindings(ledger.findings.length)}
            <span className="pl-quiet"> {words.ledgerOf(ledger.asOf, ledger.file)}</span>
          </h3>
          <ul className="px-items">
            {ledger.findings.map((finding) => (
              <li key={finding.id}>
                <LevelWord level={finding.outcome === 'incomplete' ? 'incomplete' : finding.severity} />
                <span className="px-item-text">
                  <b>{finding.name}</b>
                  <span className="pl-block">{finding.message}</span>
                  <span className="pl-quiet pl-block">{finding.remedy}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

interface RowProps extends FindingsTabProps {
  readonly facts: FindingFacts
  readonly index: number
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function FindingRow({
  view,
  facts,
  index,
  isOpen,
  onToggle,
  userName,
  guard,
  onGo,
  onWaive,
  onReport,
}: RowProps) {
  const [form, setForm] = useState<'waive' | 'report' | null>(null)
  const { finding } = facts
  const level = finding.outcome === 'incomplete' ? 'incomplete' : finding.severity
  const isDue = finding.kind === 'due'
  const onPage = view.items.some((item) => item.finding === finding.id && item.at !== null)
  const line: ShownLine = {
    index,
    rule: finding.rule,
    kind: finding.kind,
    severity: finding.severity,
    outcome: finding.outcome,
    table: finding.table,
    tableRow: finding.tableRow,
    dueDay: null,
    label: {
      loanNo: view.loan?.label ?? '',
      customer: view.loan?.customer ?? '',
      manager: '',
      sheetRow: finding.row,
    },
  }
  return (
    <li className={isOpen ? 'pl-card' : 'pl-item-box'}>
      <button
        type="button"
        className={isOpen ? 'pl-card-head' : 'pl-item pl-item-rule'}
        aria-expanded={isOpen}
        onClick={onToggle}
      >
        <span className="pl-card-title">
          {facts.ruleName}
          {finding.kind === 'lead' ? <LeadTag /> : null}
        </span>
        {isDue && finding.dueDate ? (
          <DueTag daysLeft={daysBetween(view.asOf, finding.dueDate)} />
        ) : isDue ? (
          <LineIcon name="clock" />
        ) : (
          <LevelWord level={level} />
        )}
        {isOpen ? null : <span className="pl-item-second">{finding.message}</span>}
      </button>
      {isOpen ? (
        <FindingCard
          line={line}
          hasRow={false}
          facts={facts}
          {...(onPage ? { onGoTo: () => onGo(finding.id) } : {})}
          {...(finding.outcome === 'hit' ? { onWaive: () => setForm('waive') } : {})}
          onReport={() => setForm('report')}
        >
          {form === 'waive' ? (
            <WaiveForm
              by={userName}
              after={view.asOf}
              onCancel={() => setForm(null)}
              onSubmit={(terms) => {
                if (!guard()) return
                setForm(null)
                onWaive(finding.id, terms)
              }}
            />
          ) : form === 'report' ? (
            <ReportForm
              by={userName}
              onCancel={() => setForm(null)}
              onSubmit={(terms) => {
                if (!guard()) return
                setForm(null)
                onReport(finding.id, terms)
              }}
            />
          ) : undefined}
        </FindingCard>
      ) : null}
    </li>
  )
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
