import { EmptyState, LoadingRows, MessageBox } from '@postloan/core/ui'
import { useEffect, useState } from 'react'

import type { SettingsView } from '../background/panelMessages.ts'
import { policyOf } from '../policy/policyOf.ts'
import { importLedger } from '../store/importLedger.ts'
import type { TakenSettings } from '../store/importLedger.ts'
import { Store, storeWords } from '../store/index.ts'
import { ask, askFor } from './ask.ts'
import { FileButton } from './FileButton.tsx'
import { panelWords } from './messages.ts'
import { NoAnswer } from './NoAnswer.tsx'
import { shownTime } from './shownTime.ts'

const words = panelWords.ledger

/** The ledger at hand: which one, from when, and another in its place. The file is read in this page and goes nowhere. */
export function LedgerView() {
  const [settings, setSettings] = useState<SettingsView | null>(null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [taken, setTaken] = useState<TakenSettings | null>(null)
  const [failed, setFailed] = useState(false)
  const load = (): void =>
    askFor<'settings'>({ ask: 'settings' }, (answer) => {
      if (answer) setSettings(answer)
      setFailed(!answer)
    })
  useEffect(load, [])
  const take = async (file: File): Promise<void> => {
    setBusy(true)
    setFault(null)
    setTaken(null)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const by = settings?.values.userName || storeWords.officer
    const { packs = [], trustedKeys = [] } = settings?.values ?? {}
    const { policy } = await policyOf(packs, trustedKeys)
    const imported = await importLedger(new Store(), { bytes, name: file.name }, policy, by).catch(
      () => ({ ok: false, message: storeWords.full }) as const,
    )
    setBusy(false)
    if (imported.ok) {
      setTaken(imported.settings)
      await ask<'storeChanged'>({ ask: 'storeChanged' })
    } else setFault(imported.message)
    load()
  }
  if (!settings) return failed ? <NoAnswer onAgain={load} /> : <LoadingRows />
  const { ledger } = settings
  return (
    <div className="px-pad px-scroll">
      {fault === null ? null : (
        <MessageBox
          intent="error"
          title={words.failed}
          text={`${fault}\n${ledger ? words.failedSafe : words.failedNone}`}
        />
      )}
      {taken ? (
        <MessageBox
          intent={taken.problems.length > 0 ? 'warning' : 'info'}
          title={words.settings(taken.parameters, taken.rules)}
          text={[words.settingsWhy, ...taken.problems].join('\n')}
        />
      ) : null}
      {ledger ? (
        <dl className="px-facts">
          <dt>{words.file}</dt>
          <dd>{ledger.file}</dd>
          <dt>{words.asOf}</dt>
          <dd>{ledger.asOf ?? '—'}</dd>
          <dt>{words.at}</dt>
          <dd>{shownTime(ledger.at)}</dd>
          <dt>{words.title}</dt>
          <dd>{words.got(ledger.loans, ledger.findings)}</dd>
        </dl>
      ) : (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      )}
      <p className="px-row">
        <FileButton
          label={busy ? words.reading : ledger ? words.again : words.import}
          name={words.import}
          accept=".xlsx,.xlsm,.xlsb,.xls,.et,.ods,.csv"
          primary={!ledger}
          disabled={busy}
          onFiles={([file]) => {
            if (file) void take(file)
          }}
        />
      </p>
    </div>
  )
}
