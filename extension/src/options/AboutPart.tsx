import { browser } from 'wxt/browser'

import type { SettingsView } from '../background/panelMessages.ts'
import { optionWords } from './messages.ts'
import { Setting } from './Setting.tsx'

const words = optionWords.about

/** What the extension can reach, in words; the manifest says the same. */
export function AboutPart({ settings }: { readonly settings: SettingsView }) {
  return (
    <section className="px-box">
      <h2>{words.permissions}</h2>
      {words.lines.map(([name, why]) => (
        <Setting key={name} name={name} text={why} />
      ))}
      <Setting name={words.network} text={words.networkText} />
      <Setting name={words.version} text={browser.runtime.getManifest().version} />
      {settings.wake === null ? null : <Setting name={words.wake} text={words.ms(settings.wake)} />}
    </section>
  )
}
