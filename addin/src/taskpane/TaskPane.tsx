import { Tab, TabList } from '@fluentui/react-components'
import { LoadingRows, UiRoot } from '@postloan/core/ui'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'

import type { Session } from '../session/types.ts'
import { CatchFaults } from './CatchFaults.tsx'
import { LedgerPane } from './LedgerPane.tsx'
import { paneWords as words } from './paneWords.ts'
import { type PaneFrame, PaneFrameProvider, type PaneName, start, useSessionState } from './usePane.tsx'

// only the first pane is needed at once
const ResultPane = lazy(() => import('./ResultPane.tsx'))
const ChecklistPane = lazy(() => import('./ChecklistPane.tsx'))
const RulesPane = lazy(() => import('./RulesPane.tsx'))
const DocumentsPane = lazy(() => import('./DocumentsPane.tsx'))

const paneNames: readonly PaneName[] = ['ledger', 'result', 'checklist', 'rules', 'documents']

/** The frame: tabs, the pane that is open, and what is read aloud. */
export function TaskPane({
  session,
  first = 'ledger',
}: {
  readonly session: Session
  readonly first?: PaneName
}) {
  const state = useSessionState(session)
  const [pane, setPane] = useState<PaneName>(first)
  const [rule, setRule] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const frame = useMemo<PaneFrame>(
    () => ({
      session,
      show(wanted, ruleId) {
        setRule(ruleId ?? null)
        setPane(wanted)
      },
      announce: setSaid,
    }),
    [session],
  )

  useEffect(() => {
    const { reading, busy } = session.getState()
    if (!reading && !busy) start(session.recognise())
  }, [session])

  // a check that has ended shows what it found, and says it once
  useEffect(() => {
    let seen = session.getState().result?.checkedAt ?? null
    return session.subscribe(() => {
      const { busy, result } = session.getState()
      if (busy?.task === 'check' || !result || result.checkedAt === seen) return
      const isFirst = seen === null
      seen = result.checkedAt
      const { bySeverity, incomplete } = result.counts
      const findings = Object.values(bySeverity).reduce((sum, one) => sum + one, 0)
      setSaid(words.announce.checked(findings, bySeverity.serious, incomplete))
      setPane((before) => (isFirst || before === 'ledger' ? 'result' : before))
    })
  }, [session])

  return (
    <UiRoot theme={state.host.theme}>
      <PaneFrameProvider frame={frame}>
        <div className="pane">
          <nav className="pane-tabs" aria-label={words.paneList}>
            <TabList
              selectedValue={pane}
              onTabSelect={(_, { value }) => {
                const wanted = paneNames.find((name) => name === value)
                if (wanted) frame.show(wanted)
              }}
            >
              {paneNames.map((name) => (
                <Tab key={name} id={`tab-${name}`} value={name}>
                  {words.panes[name]}
                </Tab>
              ))}
            </TabList>
          </nav>
          <div className="pane-panel" role="tabpanel" aria-labelledby={`tab-${pane}`}>
            <CatchFaults key={pane}>
              <Suspense fallback={<LoadingRows />}>
                {pane === 'ledger' ? <LedgerPane /> : null}
                {pane === 'result' ? <ResultPane /> : null}
                {pane === 'checklist' ? <ChecklistPane /> : null}
                {pane === 'rules' ? <RulesPane openRule={rule} /> : null}
                {pane === 'documents' ? <DocumentsPane /> : null}
              </Suspense>
            </CatchFaults>
          </div>
          <output className="pl-hidden">{said}</output>
        </div>
      </PaneFrameProvider>
    </UiRoot>
  )
}
