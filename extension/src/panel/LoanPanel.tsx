import { Button, Tab, TabList } from '@fluentui/react-components'
import {
  ChecklistLegend,
  ChecklistView,
  EmptyState,
  LineIcon,
  LoadingRows,
  MessageBox,
} from '@postloan/core/ui'
import { useState } from 'react'

import type { PageState } from '../background/panelMessages.ts'
import { ask } from './ask.ts'
import { downloadText } from './downloadText.ts'
import { ExportMenu } from './ExportMenu.tsx'
import { FindingsTab } from './FindingsTab.tsx'
import { GuideView } from './GuideView.tsx'
import { panelWords as words } from './messages.ts'
import { NoAnswer } from './NoAnswer.tsx'
import { openOptions } from './openPages.ts'
import { PageTab } from './PageTab.tsx'
import { RecordsTab } from './RecordsTab.tsx'
import { RoundBar } from './RoundBar.tsx'
import { WarningSteps } from './WarningSteps.tsx'

type LoanTab = keyof typeof words.tabs
const tabs: readonly LoanTab[] = ['checklist', 'page', 'findings', 'records']

interface LoanPanelProps {
  readonly page: PageState | null
  /** The engine does not answer. */
  readonly failed: boolean
  readonly tab: number | undefined
  readonly renew: () => void
  /** Whether the press of this moment may be taken: nothing covers the panel. */
  readonly guard: () => boolean
}

/** What there is to say of the loan in front: its checklist, this page, its findings, what was recorded. */
export function LoanPanel({ page, failed, tab, renew, guard }: LoanPanelProps) {
  const [chosen, setChosen] = useState<LoanTab | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const view = page?.view ?? null
  if (!page) return failed ? <NoAnswer onAgain={renew} /> : <LoadingRows />
  if (!page.switchedOn) return <Empty title={words.off} text={words.offText} />
  if (!view || (view.kind === 'none' && view.fields.length === 0 && view.grids.length === 0)) {
    return <Empty title={words.notRead} text={words.notReadText} />
  }
  const list = view.checklist
  const { loan } = view
  // a page without a checklist, as a list of loans, begins with what was found on it
  const shown = chosen ?? (list ? 'checklist' : 'page')
  const who = loan?.customer || (view.kind === 'list' ? words.list(view.rows) : view.title)
  const own = tab === undefined ? {} : { tab }
  const save = async (
    change: Promise<{ readonly ok: boolean; readonly message?: string } | null>,
  ): Promise<boolean> => {
    const saved = await change
    // Only now is it in the store; before, the box stays as it was.
    setFault(saved?.ok ? null : (saved?.message ?? words.fault))
    renew()
    return saved?.ok === true
  }
  const open = list?.items.filter(({ state }) => state === 'open' || state === 'fault').length ?? 0
  const counts: Readonly<Record<LoanTab, number | null>> = {
    checklist: list ? open : null,
    page: view.items.length,
    findings: view.findings.filter(({ finding }) => finding.outcome === 'hit').length,
    records: null,
  }
  return (
    <div className="px-loan">
      {failed ? <NoAnswer onAgain={renew} /> : null}
      {fault === null ? null : (
        <MessageBox
          intent="error"
          title={words.fault}
          text={fault}
          dismiss={{ label: words.collapse, onClick: () => setFault(null) }}
        />
      )}
      {page.updated === null ? null : (
        <MessageBox
          intent="info"
          title={words.updated.title(page.updated)}
          text={words.updated.text}
          dismiss={{
            label: words.updated.seen,
            onClick: () => void ask<'updateSeen'>({ ask: 'updateSeen' }).then(renew),
          }}
        />
      )}
      <div className="px-who">
        <h2 className="pl-heading pl-cut" title={who}>
          {who}
        </h2>
        <span className="pl-quiet pl-keep">{loan?.label}</span>
      </div>
      <TabList
        className="px-tabs"
        size="small"
        selectedValue={shown}
        onTabSelect={(_, { value }) => setChosen(tabs.find((one) => one === value) ?? null)}
      >
        {tabs.map((name) => (
          <Tab key={name} value={name} id={`loan-${name}`}>
            {words.tabs[name]}{' '}
            {counts[name] === null ? null : <span className="pl-quiet">{counts[name]}</span>}
          </Tab>
        ))}
      </TabList>
      <div className="px-scroll" role="tabpanel" aria-labelledby={`loan-${shown}`} tabIndex={0}>
        {shown === 'checklist' ? (
          list ? (
            <>
              {loan ? null : <p className="pl-note">{words.noLoanKey}</p>}
              {list.stage?.id === 'warning' ? <WarningSteps list={list} /> : null}
              <ChecklistView
                list={list}
                title={who}
                place={loan?.label ?? ''}
                isTitled={false}
                loanTypes={view.loanTypes}
                evidenceFrom="page"
                onChoose={(choice) => {
                  if (!loan) return
                  if (!guard()) return setFault(words.guarded)
                  const { loanType, stage } = choice
                  void save(
                    ask<'choose'>({
                      ask: 'choose',
                      loan: loan.key,
                      ...(loanType ? { loanType } : {}),
                      ...(stage ? { stage } : {}),
                    }),
                  )
                }}
                onCopy={(text) =>
                  void navigator.clipboard.writeText(text).catch(() => downloadText('清单.txt', text))
                }
                {...(loan
                  ? {
                      onTick: (item, ticked) => {
                        if (!guard()) return setFault(words.guarded)
                        void save(
                          ask<'tick'>({
                            ask: 'tick',
                            loan: loan.key,
                            stage: list.stage?.id ?? 'none',
                            item: item.id,
                            text: item.text,
                            ticked,
                          }),
                        )
                      },
                      onAnswer: async (item, { ticked, verdict, note }) => {
                        if (guard())
                          return save(
                            ask<'tick'>({
                              ask: 'tick',
                              loan: loan.key,
                              stage: list.stage?.id ?? 'none',
                              item: item.id,
                              text: item.text,
                              ticked,
                              verdict,
                              note,
                            }),
                          )
                        setFault(words.guarded)
                        return false
                      },
                    }
                  : {})}
              />
              {loan && list.stage ? (
                <RoundBar
                  onClose={() => {
                    if (!guard()) return setFault(words.guarded)
                    void save(
                      ask<'closeRound'>({ ask: 'closeRound', loan: loan.key, stage: list.stage?.id ?? '' }),
                    )
                  }}
                />
              ) : null}
              <GuideView guides={view.guides} />
              <ChecklistLegend withPerson />
            </>
          ) : (
            <EmptyState title={view.kind === 'list' ? words.noChecklist : words.none}>
              {view.kind === 'list' ? words.noChecklistText : words.noneText}
            </EmptyState>
          )
        ) : null}
        {shown === 'page' ? (
          <PageTab view={view} onGo={(id) => void ask<'go'>({ ask: 'go', ...own, id })} />
        ) : null}
        {shown === 'findings' ? (
          <FindingsTab
            view={view}
            userName={page.userName}
            guard={() => {
              const isSeen = guard()
              if (!isSeen) setFault(words.guarded)
              return isSeen
            }}
            onGo={(id) => void ask<'go'>({ ask: 'go', ...own, id })}
            onWaive={(finding, terms) => void save(ask<'waive'>({ ask: 'waive', ...own, finding, ...terms }))}
            onReport={(finding, terms) =>
              void save(ask<'wrong'>({ ask: 'wrong', ...own, finding, ...terms }))
            }
          />
        ) : null}
        {shown === 'records' ? (
          <RecordsTab
            key={loan?.key ?? ''}
            loan={loan?.key ?? null}
            onNote={async (text) => {
              if (!loan) return false
              if (guard()) return save(ask<'note'>({ ask: 'note', loan: loan.key, text }))
              setFault(words.guarded)
              return false
            }}
          />
        ) : null}
      </div>
      <footer className="px-foot">
        <Button size="small" onClick={() => void ask<'step'>({ ask: 'step', ...own, by: 1 })}>
          {words.next} <span className="pl-quiet px-key">{words.nextKey}</span>
        </Button>
        <ExportMenu view={view} own={own} onFault={setFault} />
      </footer>
    </div>
  )
}

function Empty({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div className="px-scroll">
      <EmptyState title={title}>{text}</EmptyState>
      <p className="pl-pad">
        <Button size="small" icon={<LineIcon name="arrow" size={14} />} onClick={openOptions}>
          {words.openOptions}
        </Button>
      </p>
    </div>
  )
}
