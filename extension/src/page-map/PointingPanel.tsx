import { Button } from '@fluentui/react-components'
import type { Field } from '@postloan/core/policy'
import { MessageBox } from '@postloan/core/ui'
import { useEffect, useState } from 'react'
import { browser } from 'wxt/browser'

import type { PageState, SelfTestLine } from '../background/panelMessages.ts'
import { ask, askFor, onNews } from '../panel/ask.ts'
import { usePolicy } from '../panel/usePolicy.ts'
import { MapForm } from './MapForm.tsx'
import { mapWords as words } from './messages.ts'
import type { MappedField, PageMap } from './pageMapSchema.ts'
import { locatorOf, PointedField } from './PointedField.tsx'
import type { Pointed } from './PointedField.tsx'
import { pointingPort } from './pointingPort.ts'
import { SelfTestList } from './SelfTestList.tsx'

interface PointingPanelProps {
  readonly page: PageState | null
  readonly tab: number | undefined
  readonly onDone: () => void
}

/** 配置 mode: what is pointed at on the page is given a field; the map is kept as it grows. */
export function PointingPanel({ page, tab, onDone }: PointingPanelProps) {
  const [map, setMap] = useState<PageMap | null>(null)
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [tested, setTested] = useState<readonly SelfTestLine[] | null>(null)
  const inForce = usePolicy()
  const view = page?.view ?? null
  const mapId = view?.map?.id ?? null

  useEffect(() => {
    if (mapId === null) return
    askFor<'maps'>({ ask: 'maps' }, (maps) => {
      const own = maps?.find(({ id }) => id === mapId)
      if (own) setMap((before) => before ?? own.map)
    })
  }, [mapId])

  useEffect(() => {
    if (tab === undefined) return
    const assigned = (map?.fields ?? []).flatMap(({ at }) => [
      { selector: at.selector ?? '', ...(at.label === undefined ? {} : { label: at.label }) },
    ])
    void ask<'pointing'>({ ask: 'pointing', tab, on: true, assigned })
    return () => void ask<'pointing'>({ ask: 'pointing', tab, on: false, assigned: [] })
  }, [tab, map])

  // Held open as long as this panel stands: when it goes, however it goes, the engine gives the page its presses back.
  useEffect(() => {
    if (tab === undefined) return
    let port: ReturnType<typeof browser.runtime.connect> | null = null
    const hold = (): void => {
      port = browser.runtime.connect({ name: `${pointingPort}${tab}` })
      // The worker was put to sleep, which ends the port but not the pointing.
      port.onDisconnect.addListener(hold)
    }
    hold()
    return () => {
      port?.onDisconnect.removeListener(hold)
      port?.disconnect()
    }
  }, [tab])

  useEffect(() => {
    const stop = new AbortController()
    onNews((news) => {
      if (news.news === 'pointed' && news.tab === tab) setPointed(news)
    }, stop.signal)
    return () => stop.abort()
  }, [tab])

  const save = (changed: PageMap): void => {
    setMap(changed)
    void ask<'saveMap'>({ ask: 'saveMap', map: changed }).then((saved) =>
      setFault(saved?.ok ? null : (saved?.message ?? '')),
    )
  }
  const assign = (field: Field, required: MappedField['required']): void => {
    if (!pointed) return
    const before = map ?? newMap(pointed)
    const entry: MappedField = {
      field: field.key,
      at: locatorOf(pointed),
      ...(required === undefined ? {} : { required }),
    }
    save({ ...before, fields: [...before.fields.filter((one) => one.field !== field.key), entry] })
    setPointed(null)
  }
  return (
    <div className="px-loan">
      <header className="px-head">
        <h1 className="pl-heading">{words.title}</h1>
        <span className="pl-tag">{words.mode}</span>
      </header>
      <div className="px-scroll px-pad">
        {fault === null ? null : <MessageBox intent="error" title={words.title} text={fault} />}
        <dl className="px-facts">
          <dt>{words.page}</dt>
          <dd>{map?.name ?? view?.title ?? ''}</dd>
          <dt>{words.recognise}</dt>
          <dd>
            {map ? `${map.host} ${words.recognisedBy(map.path ?? '*', map.title ?? '')}` : words.recogniseNew}
          </dd>
        </dl>
        {map && inForce ? <MapForm map={map} stages={inForce.lists.stages} onChange={save} /> : null}
        {pointed && inForce ? (
          <PointedField key={pointed.field.key} policy={inForce.policy} pointed={pointed} onAssign={assign} />
        ) : (
          <p className="pl-note">{words.hint}</p>
        )}
        {map && map.fields.length > 0 ? <h2 className="px-section">{words.assignedFields}</h2> : null}
        <ul className="px-items">
          {(map?.fields ?? []).map((field) => (
            <li key={field.field}>
              <span className="px-item-text">
                <b>{inForce?.policy.fields.find(({ key }) => key === field.field)?.name ?? field.field}</b>
                <span className="pl-quiet pl-block">{field.at.label ?? field.at.selector}</span>
              </span>
              <button
                type="button"
                className="pl-link"
                onClick={() => map && save({ ...map, fields: map.fields.filter((one) => one !== field) })}
              >
                {words.remove}
              </button>
            </li>
          ))}
        </ul>
        {tested ? <SelfTestList lines={tested} /> : null}
      </div>
      <footer className="px-foot">
        <span>{words.assigned(map?.fields.length ?? 0, view?.fields.length ?? 0)}</span>
        <button
          type="button"
          className="pl-link"
          disabled={!map}
          onClick={() => {
            if (map && tab !== undefined)
              void ask<'selfTest'>({ ask: 'selfTest', tab, id: map.id }).then(setTested)
          }}
        >
          {words.selfTest}
        </button>
        <Button size="small" className="pl-push" onClick={onDone}>
          {words.done}
        </Button>
      </footer>
    </div>
  )
}

function newMap({ frame }: Pointed): PageMap {
  return {
    id: `page-${Date.now().toString(36)}`,
    ...(frame.title === '' ? {} : { name: frame.title, title: frame.title }),
    version: '1',
    host: frame.host.replace(/:\d+$/, ''),
    path: frame.path,
    shows: 'detail',
    fields: [],
  }
}
