import { Button, Input, Select } from '@fluentui/react-components'
import { AskPanel, MessageBox } from '@postloan/core/ui'
import { useState } from 'react'
import { browser } from 'wxt/browser'

import { ask } from '../panel/ask.ts'
import { downloadText } from '../panel/downloadText.ts'
import { FileButton } from '../panel/FileButton.tsx'
import { backUp, restore, wipe } from '../store/backup.ts'
import { Store, storeWords } from '../store/index.ts'
import type { PartProps } from './GeneralPart.tsx'
import { optionWords } from './messages.ts'
import { Setting } from './Setting.tsx'

const words = optionWords.data
const shortest = 8
const years = [1, 2, 3, 5, 10, 15, 30]

/** How long data are kept, the log, backup and restore, and the wipe. */
export function DataPart({ settings, change, reload }: PartProps) {
  const { values, managed } = settings
  const by = values.userName || storeWords.officer
  const [passphrase, setPassphrase] = useState('')
  const [told, setTold] = useState<{ readonly title: string; readonly text: string } | null>(null)
  const [verified, setVerified] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  /** A backup of another installation, which a person may want all the same. */
  const [foreign, setForeign] = useState<File | null>(null)
  const ready = passphrase.length >= shortest
  const save = async (): Promise<void> => {
    const text = await backUp(new Store(), passphrase, by, browser.runtime.id)
    downloadText(`贷后助手备份-${new Date().toISOString().slice(0, 10)}.json`, text, 'application/json')
    reload()
  }
  const take = async (file: File, from: string | null): Promise<void> => {
    const restored = await restore(new Store(), await file.text(), passphrase, by, from)
    setForeign(!restored.ok && restored.code === 'other' ? file : null)
    setFault(restored.ok ? null : restored.message)
    setTold(restored.ok ? { title: words.restored, text: words.restoredText(restored.rows) } : null)
    await ask<'storeChanged'>({ ask: 'storeChanged' })
    reload()
  }
  const verify = async (): Promise<void> => {
    const found = await ask<'verify'>({ ask: 'verify' })
    if (found) setVerified(found.ok ? words.whole(found.entries) : words.broken(found.brokenAt ?? 0))
  }
  const clear = async (): Promise<void> => {
    await wipe(new Store())
    await ask<'storeChanged'>({ ask: 'storeChanged' })
    setFault(null)
    setTold({ title: words.wiped, text: words.wipedText })
    reload()
  }
  return (
    <section className="px-box">
      <h2>{words.title}</h2>
      {fault === null ? null : <MessageBox intent="error" title={words.notRestored} text={fault} />}
      {told === null ? null : <MessageBox intent="success" title={told.title} text={told.text} />}
      <Setting name={words.local} text={words.localText} />
      <Setting
        name={words.retention}
        text={words.entries(settings.logEntries)}
        isManaged={managed.includes('retentionYears')}
      >
        <Select
          size="small"
          aria-label={words.retention}
          value={String(values.retentionYears)}
          disabled={managed.includes('retentionYears')}
          onChange={(_, { value }) => void change({ retentionYears: Number(value) })}
        >
          {years.map((one) => (
            <option key={one} value={one}>
              {words.years(one)}
            </option>
          ))}
        </Select>
      </Setting>
      <Setting name={words.log} text={<output>{verified}</output>}>
        <Button size="small" onClick={() => void verify()}>
          {words.verify}
        </Button>
        <Button size="small" onClick={() => void exportLog()}>
          {words.exportLog}
        </Button>
      </Setting>
      <Setting name={words.passphrase} text={words.passphraseText}>
        <Input
          size="small"
          type="password"
          autoComplete="off"
          aria-label={words.passphrase}
          value={passphrase}
          onChange={(_, { value }) => setPassphrase(value)}
        />
      </Setting>
      <Setting name={words.backup} text={words.backupText}>
        <Button size="small" disabled={!ready} onClick={() => void save()}>
          {words.doBackup}
        </Button>
      </Setting>
      <Setting name={words.restore} text={words.restoreText}>
        <FileButton
          label={words.doRestore}
          accept=".json"
          disabled={!ready}
          onFiles={([file]) => {
            if (file) void take(file, browser.runtime.id)
          }}
        />
      </Setting>
      {foreign === null ? null : (
        <AskPanel
          title={words.foreignAsk}
          answers={[{ label: words.foreignYes, onClick: () => void take(foreign, null) }]}
          onCancel={() => {
            setForeign(null)
            setFault(null)
          }}
          cancelLabel={words.wipeNo}
        />
      )}
      {isAsking ? (
        <AskPanel
          title={words.wipeAsk}
          answers={[
            {
              label: words.wipeYes,
              onClick: () => {
                setAsking(false)
                void clear()
              },
            },
          ]}
          onCancel={() => setAsking(false)}
          cancelLabel={words.wipeNo}
        />
      ) : (
        <Setting name={words.wipeName} text={words.wipeText}>
          <Button size="small" className="px-danger" onClick={() => setAsking(true)}>
            {words.wipe}
          </Button>
        </Setting>
      )}
    </section>
  )
}

async function exportLog(): Promise<void> {
  const log = await new Store().log.orderBy('seq').toArray()
  downloadText('记录.json', `${JSON.stringify(log, null, 2)}\n`, 'application/json')
}
