import { LoadingRows, LineIcon, MessageBox } from '@postloan/core/ui'
import { useCallback, useState } from 'react'

import { ask } from '../panel/ask.ts'
import { LedgerView } from '../panel/LedgerView.tsx'
import { NoAnswer } from '../panel/NoAnswer.tsx'
import { useAsked } from '../panel/useAsked.ts'
import type { Settings } from '../store/index.ts'
import { AboutPart } from './AboutPart.tsx'
import { DataPart } from './DataPart.tsx'
import { GeneralPart } from './GeneralPart.tsx'
import { MapsPart } from './MapsPart.tsx'
import { optionWords as words } from './messages.ts'

type Part = keyof typeof words.parts
const parts: readonly Part[] = ['general', 'maps', 'ledger', 'data', 'about']

const whatIsSet = { ask: 'settings' } as const

/** The options: what is in force, and who set it. */
export function OptionsPage() {
  const [part, setPart] = useState<Part>('general')
  const { answer: settings, failed, load } = useAsked(whatIsSet)
  const [fault, setFault] = useState<string | null>(null)
  const change = useCallback(
    async (changed: Partial<Settings>): Promise<void> => {
      const saved = await ask<'set'>({ ask: 'set', changed })
      setFault(saved?.ok ? null : (saved?.message ?? words.fault))
      load()
    },
    [load],
  )
  return (
    <div className="px-options">
      <nav className="px-nav" aria-label={words.title}>
        <h1 className="pl-heading">{words.title}</h1>
        {parts.map((name) => (
          <button
            key={name}
            type="button"
            aria-current={part === name ? 'page' : undefined}
            onClick={() => setPart(name)}
          >
            {words.parts[name]}
          </button>
        ))}
      </nav>
      <main className="px-body">
        <h2 className="px-title">{words.parts[part]}</h2>
        {fault === null ? null : <MessageBox intent="error" title={words.fault} text={fault} />}
        {settings && settings.managed.length > 0 ? (
          <p className="px-managed">
            <LineIcon name="lock" />
            {words.managedNote(settings.managedVersion, settings.managed.length)}
          </p>
        ) : null}
        {settings && settings.refused.length > 0 ? (
          <MessageBox
            intent="warning"
            title={words.managed}
            text={words.refused(settings.refused.join('、'))}
          />
        ) : null}
        {failed ? (
          <NoAnswer onAgain={load} />
        ) : !settings ? (
          <LoadingRows />
        ) : (
          <>
            {part === 'general' ? <GeneralPart settings={settings} change={change} reload={load} /> : null}
            {part === 'maps' ? <MapsPart /> : null}
            {part === 'ledger' ? (
              <section className="px-box">
                <LedgerView />
              </section>
            ) : null}
            {part === 'data' ? <DataPart settings={settings} change={change} reload={load} /> : null}
            {part === 'about' ? <AboutPart settings={settings} /> : null}
          </>
        )}
      </main>
    </div>
  )
}
