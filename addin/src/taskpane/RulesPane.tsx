import { Button, Tab, TabList } from '@fluentui/react-components'
import type { Policy } from '@postloan/core/policy'
import { ruleCategories } from '@postloan/core/policy/categories'
import { LoadingRows, ParameterList, RuleList, RulePage } from '@postloan/core/ui'
import { useEffect, useRef, useState } from 'react'

import { MessageList } from './MessageList.tsx'
import { PackView } from './PackView.tsx'
import { paneWords } from './paneWords.ts'
import { start, useSession } from './usePane.tsx'

const words = paneWords.rules
type RulesTab = 'rules' | 'parameters' | 'packs'
const tabs: readonly RulesTab[] = ['rules', 'parameters', 'packs']

/** The policy in force: its rules, its figures, and the branch's own packs. */
export default function RulesPane({ openRule }: { readonly openRule: string | null }) {
  const { session, state } = useSession()
  const [tab, setTab] = useState<RulesTab>('rules')
  const [fetched, setFetched] = useState<{ readonly of: string; readonly policy: Policy } | null>(null)
  const [ruleId, setRuleId] = useState<string | null>(openRule)
  const main = useRef<HTMLDivElement>(null)
  const fingerprint = state.policy?.fingerprint ?? ''
  useEffect(() => {
    let isCurrent = true
    const fetch = async (): Promise<void> => {
      const policy = await session.policy()
      if (isCurrent) setFetched({ of: fingerprint, policy })
    }
    start(fetch())
    return () => {
      isCurrent = false
    }
  }, [session, fingerprint])
  const policy = fetched?.policy
  const open = (id: string | null): void => {
    setRuleId(id)
    if (main.current) main.current.scrollTop = 0
  }
  const rule = ruleId === null ? undefined : policy?.rules.find(({ id }) => id === ruleId)
  return (
    <div className="pane-main" ref={main}>
      <MessageList />
      {state.policy ? (
        <div className="pane-policy">
          <span>
            {words.policy} {words.version(state.policy.id, state.policy.version)}
          </span>
          <span className="pl-quiet">{words.ruleCount(state.policy.ruleCount)}</span>
          <span className="pl-quiet" title={state.policy.fingerprint}>
            {words.fingerprint} {state.policy.fingerprint.slice(0, 12)}
          </span>
        </div>
      ) : null}
      {rule && policy ? (
        <>
          <div className="pl-filter">
            <Button size="small" onClick={() => open(null)}>
              {words.back}
            </Button>
          </div>
          <RulePage rule={rule} policy={policy} />
        </>
      ) : (
        <>
          <div className="pane-subtabs">
            <TabList
              size="small"
              aria-label={words.tabList}
              selectedValue={tab}
              onTabSelect={(_, { value }) => setTab(tabs.find((one) => one === value) ?? 'rules')}
            >
              {tabs.map((one) => (
                <Tab key={one} value={one}>
                  {words.tabs[one]}
                </Tab>
              ))}
            </TabList>
          </div>
          {policy || tab === 'packs' ? null : <LoadingRows />}
          {tab === 'rules' && policy ? (
            <RuleList policy={policy} categories={ruleCategories} onOpen={open} />
          ) : null}
          {tab === 'parameters' && policy ? <ParameterList policy={policy} /> : null}
          {tab === 'packs' ? <PackView /> : null}
        </>
      )}
    </div>
  )
}
