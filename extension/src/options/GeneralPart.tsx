import { Input, Select, Switch } from '@fluentui/react-components'
import { browser } from 'wxt/browser'

import type { SettingsView } from '../background/panelMessages.ts'
import type { Settings } from '../store/index.ts'
import { HostsBox } from './HostsBox.tsx'
import { optionWords } from './messages.ts'
import { PolicyBox } from './PolicyBox.tsx'
import { Setting } from './Setting.tsx'

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
