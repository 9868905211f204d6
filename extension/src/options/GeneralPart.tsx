import { Button, Input, Select, Switch } from '@fluentui/react-components'
import { readPack } from '@postloan/core/policy/pack'
import { MessageBox } from '@postloan/core/ui'
import { useState } from 'react'
import { browser } from 'wxt/browser'

import type { SettingsView } from '../background/panelMessages.ts'
import { FileButton } from '../panel/FileButton.tsx'
import type { Settings } from '../store/index.ts'
import { HostsBox } from './HostsBox.tsx'
import { optionWords } from './messages.ts'
import { ManagedTag, Setting } from './Setting.tsx'
import { TemplateSetting } from './TemplateSetting.tsx'

const words = optionWords.page

export interface PartProps {
  readonly settings: SettingsView
  readonly change: (changed: Partial<Settings>) => Promise<void>
  readonly reload: () => void
}

export function GeneralPart({ settings, change, reload }: PartProps) {
  const { values, managed } = settings
  const isManaged = (name: keyof Settings): boolean => managed.includes(name)
  const toggle = (name: 'on' | 'marks' | 'saveNotice', label: string, text: string) => (
    <Setting name={label} text={text} isManaged={isManaged(name)}>
      <Switch
        aria-label={label}
        checked={values[name]}
        disabled={isManaged(name)}
        onChange={(_, { checked }) => void change({ [name]: checked })}
      />
    </Setting>
  )
  return (
    <>
      <HostsBox settings={settings} change={change} reload={reload} />
      <PolicyBox settings={settings} change={change} reload={reload} />
      <section className="px-box">
        <h2>{words.title}</h2>
        {toggle('on', words.on, words.onText)}
        {toggle('marks', words.marks, words.marksText)}
        {toggle('saveNotice', words.saveNotice, words.saveNoticeText)}
        <Setting name={words.panel} isManaged={isManaged('panel')}>
          <Select
            size="small"
            aria-label={words.panel}
            value={values.panel}
            disabled={isManaged('panel')}
            onChange={(_, { value }) => void change({ panel: value === 'side' ? 'side' : 'dock' })}
          >
            <option value="dock">{words.dock}</option>
            <option value="side">{words.side}</option>
          </Select>
        </Setting>
        <Setting name={words.dailyNotice} text={words.dailyNoticeText} isManaged={isManaged('dailyNotice')}>
          <Switch
            aria-label={words.dailyNotice}
            checked={values.dailyNotice}
            disabled={isManaged('dailyNotice')}
            onChange={(_, { checked }) => void changeNotice(checked, change)}
          />
        </Setting>
        <Setting name={words.userName} text={words.userNameText} isManaged={isManaged('userName')}>
          <Input
            size="small"
            aria-label={words.userName}
            defaultValue={values.userName}
            disabled={isManaged('userName')}
            onBlur={({ currentTarget: { value } }) => {
              if (value.trim() !== values.userName) void change({ userName: value.trim() })
            }}
          />
        </Setting>
      </section>
    </>
  )
}

/** The browser asks only where a person has just pressed. */
async function changeNotice(on: boolean, change: PartProps['change']): Promise<void> {
  const allowed = !on || (await browser.permissions.request({ permissions: ['notifications'] }))
  await change({ dailyNotice: on && allowed })
}

function PolicyBox({ settings, change }: PartProps) {
  const { values, managed, rules } = settings
  const own = optionWords.policy
  const [fault, setFault] = useState<string | null>(null)
  const isManaged = managed.includes('packs')
  const packs = values.packs.flatMap((text) => {
    const read = readPack(text)
    return read.ok ? [{ text, pack: read.pack }] : []
  })
  const take = async (file: File): Promise<void> => {
    const text = await file.text()
    const read = readPack(text)
    if (!read.ok) return setFault(read.problems.map(({ message, line }) => `${line}: ${message}`).join('\n'))
    setFault(null)
    await change({
      packs: [...packs.filter(({ pack }) => pack.id !== read.pack.id).map((one) => one.text), text],
    })
  }
  return (
    <section className="px-box">
      <h2>
        {own.title} {isManaged ? <ManagedTag /> : null}
      </h2>
      {fault === null ? null : <MessageBox intent="error" title={own.wrong} text={fault} />}
      {packs.map(({ text, pack }) => (
        <Setting key={pack.id} name={own.pack} text={`${pack.title} ${pack.version}`}>
          {isManaged ? null : (
            <Button
              size="small"
              onClick={() =>
                void change({ packs: packs.filter((one) => one.text !== text).map((one) => one.text) })
              }
            >
              {own.remove}
            </Button>
          )}
        </Setting>
      ))}
      {packs.length === 0 ? <Setting name={own.pack} text={own.none} /> : null}
      <Setting name={own.rules} text={own.rulesOf(rules.all, rules.parameters)}>
        {isManaged ? null : (
          <FileButton
            label={own.import}
            accept=".json"
            onFiles={([file]) => {
              if (file) void take(file)
            }}
          />
        )}
      </Setting>
      <TemplateSetting packs={values.packs} trustedKeys={values.trustedKeys} />
    </section>
  )
}
