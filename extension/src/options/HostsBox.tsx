import { Button, Input } from '@fluentui/react-components'
import { LevelIcon } from '@postloan/core/ui'
import { useState } from 'react'
import { browser } from 'wxt/browser'

import type { PartProps } from './GeneralPart.tsx'
import { optionWords } from './messages.ts'
import { ManagedTag } from './Setting.tsx'

const words = optionWords.hosts
const pattern = /^(\*|https?):\/\/((\*\.)?[^/*:\s]+)(:(\d+|\*))?\/\S*$/

/** The bank's systems. A host is read only when it is named here and the browser has given leave. */
export function HostsBox({ settings, change, reload }: PartProps) {
  const { values, managed, registered, fixed } = settings
  const [text, setText] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const isManaged = managed.includes('hosts')
  const hosts = [...new Set([...fixed, ...values.hosts])]
  const allow = async (host: string): Promise<boolean> => {
    const allowed = await browser.permissions.request({ origins: [host] }).catch(() => false)
    setFault(allowed ? null : words.denied)
    reload()
    return allowed
  }
  const add = async (): Promise<void> => {
    const host = text.trim().endsWith('/') ? `${text.trim()}*` : text.trim()
    if (!pattern.test(host)) return setFault(words.wrong)
    // The browser's question comes first: it is only asked straight after a press.
    if (await allow(host)) {
      await change({ hosts: [...values.hosts, host] })
      setText('')
    }
  }
  return (
    <section className="px-box">
      <h2>
        {words.title} {isManaged ? <ManagedTag /> : null}
      </h2>
      {hosts.length === 0 ? (
        <div className="px-setting px-host">
          <span>{words.none}</span>
        </div>
      ) : null}
      {hosts.map((host) => (
        <div key={host} className="px-setting px-host">
          <span>{host}</span>
          <span className="px-row">
            {registered.includes(host) ? (
              <>
                <LevelIcon level="pass" size={14} /> {words.on}
              </>
            ) : (
              <>
                {words.waiting}
                <Button size="small" onClick={() => void allow(host)}>
                  {words.allow}
                </Button>
              </>
            )}
            {fixed.includes(host) ? (
              <span className="pl-tag">{words.fixed}</span>
            ) : isManaged ? null : (
              <Button
                size="small"
                onClick={() => void change({ hosts: values.hosts.filter((one) => one !== host) })}
              >
                {words.remove}
              </Button>
            )}
          </span>
        </div>
      ))}
      {isManaged || fixed.length > 0 ? null : (
        <form
          className="px-setting"
          onSubmit={(event) => {
            event.preventDefault()
            void add()
          }}
        >
          <span>{words.url}</span>
          <Input
            size="small"
            aria-label={words.url}
            placeholder={words.placeholder}
            value={text}
            onChange={(_, { value }) => setText(value)}
          />
          <Button size="small" type="submit">
            {words.add}
          </Button>
        </form>
      )}
      {fault === null ? null : (
        <p className="pl-note" role="alert">
          {fault}
        </p>
      )}
    </section>
  )
}
