import { formatIsoDay } from '@postloan/core/calendar'
import { FindingCard, ReportForm, type ShownLine, uiWords, WaiveForm } from '@postloan/core/ui'
import { useEffect, useState } from 'react'

import type { FindingDetail } from '../session/types.ts'
import { paneWords } from './paneWords.ts'
import { start, usePaneFrame, useSession } from './usePane.tsx'

/** The open finding, fetched when it opens and again after each change, with what can be done about it. */
export function OpenCard({ line }: { readonly line: ShownLine }) {
  const { session, state } = useSession()
  const frame = usePaneFrame()
  const [facts, setFacts] = useState<FindingDetail | null | 'gone'>(null)
  const [form, setForm] = useState<'waive' | 'report' | null>(null)
  const { settings, result } = state
  const lines = result?.lines
  useEffect(() => {
    // lines that were judged again may say something else of the same finding
    if (!lines) return
    let isCurrent = true
    const fetch = async (): Promise<void> => {
      const detail = await session.detail(line.index)
      if (isCurrent) setFacts(detail ?? 'gone')
    }
    start(fetch())
    return () => {
      isCurrent = false
    }
  }, [session, line.index, lines])

  const rememberName = (by: string): void => {
    if (by !== settings.by) start(session.setSettings({ by }))
  }
  const waivedBy = facts !== null && facts !== 'gone' ? facts.finding.waived : undefined
  const findingId = facts !== null && facts !== 'gone' ? facts.finding.id : null
  const report = state.reports.find((one) => one.state === 'there' && one.found?.id === findingId)?.report
  return (
    <FindingCard
      line={line}
      facts={facts}
      onGoTo={(field) => start(session.goTo(line.index, field))}
      onWaive={() => setForm('waive')}
      onReport={() => setForm('report')}
      {...(waivedBy
        ? { onWithdraw: () => start(session.withdraw(waivedBy.id, settings.by || waivedBy.by)) }
        : {})}
      {...(report
        ? {
            reported: { by: report.by, on: report.on, what: report.what },
            onWithdrawReport: () => start(session.withdraw(report.id, settings.by || report.by)),
          }
        : {})}
      onOpenRule={() => frame.show('rules', line.rule)}
      onCopy={() => {
        if (facts === null || facts === 'gone') return
        start(navigator.clipboard.writeText(textOf(line, facts)))
        frame.announce(paneWords.result.copied)
      }}
    >
      {form === null ? null : form === 'waive' ? (
        <WaiveForm
          by={settings.by}
          after={result?.asOf ? formatIsoDay(result.asOf) : ''}
          onCancel={() => setForm(null)}
          onSubmit={(terms) => {
            setForm(null)
            rememberName(terms.by)
            start(session.waive(line.index, terms))
          }}
        />
      ) : (
        <ReportForm
          by={settings.by}
          onCancel={() => setForm(null)}
          onSubmit={(terms) => {
            setForm(null)
            rememberName(terms.by)
            start(session.reportWrong(line.index, terms))
          }}
        />
      )}
    </FindingCard>
  )
}

/** A finding in words, to be sent on. */
function textOf(line: ShownLine, { finding, ruleName, basis, deadline, owner }: FindingDetail): string {
  const { card, severity, row } = uiWords
  const { label } = line
  return [
    `${severity[finding.severity]}${uiWords.comma}${ruleName}`,
    [label.customer, label.loanNo, row(label.sheetRow)].filter((text) => text !== '').join(uiWords.comma),
    `${card.problem}：${finding.message}`,
    ...(finding.remedy ? [`${card.remedy}：${finding.remedy}`] : []),
    ...(deadline ? [`${card.deadline}：${deadline}`] : []),
    ...(owner ? [`${card.owner}：${owner}`] : []),
    ...basis.map(
      ({ title, article, status }) => `${card.basis}：${title}${article}（${uiWords.sourceStatus[status]}）`,
    ),
  ].join('\n')
}
