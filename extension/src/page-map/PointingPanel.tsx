import { Button, Input, Select } from '@fluentui/react-components'
import { builtInChecklists } from '@postloan/core/checklist'
import { matchHeader } from '@postloan/core/ledger'
import { builtInPolicy } from '@postloan/core/policy'
import type { Field } from '@postloan/core/policy'
import { MessageBox } from '@postloan/core/ui'
import { useEffect, useMemo, useState } from 'react'
import { browser } from 'wxt/browser'

import type { PageState, PanelNews, SelfTestLine } from '../background/panelMessages.ts'
import { ask, askFor, onNews } from '../panel/ask.ts'
import { locatorFault } from './lintPageMap.ts'
import { mapWords as words } from './messages.ts'
import type { MappedField, PageMap } from './pageMapSchema.ts'
import { pointingPort } from './pointingPort.ts'

type Pointed = Extract<PanelNews, { news: 'pointed' }>

interface PointingPanelProps {
  readonly page: PageState | null
  readonly tab: number | undefined
  readonly onDone: () => void
}

const choices = 8

/** 配置 mode: what is pointed at on the page is given a field; the map is kept as it grows. */
export function PointingPanel({ page, tab, onDone }: PointingPanelProps) {
  const [map, setMap] = useState<PageMap | null>(null)
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [tested, setTested] = useState<readonly SelfTestLine[] | null>(null)
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
          <dd>{map ? `${map.host} ${words.recognisedBy(map.path ?? '*', map.title ?? '')}` : '—'}</dd>
        </dl>
        {map ? <MapForm map={map} onChange={save} /> : null}
        {pointed ? (
          <Chosen key={pointed.field.key} pointed={pointed} onAssign={assign} />
        ) : (
          <p className="pl-note">{words.hint}</p>
        )}
        <ul className="px-items">
          {(map?.fields ?? []).map((field) => (
            <li key={field.field}>
              <span className="px-item-text">
                <b>{nameOf(field.field)}</b>
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

function MapForm({ map, onChange }: { readonly map: PageMap; readonly onChange: (map: PageMap) => void }) {
  const { stage: _, ...bare } = map
  return (
    <div className="px-row">
      <label>
        {words.shows}{' '}
        <Select
          size="small"
          value={map.shows}
          onChange={(__, { value }) => {
            const shows = kinds.find((kind) => kind === value)
            if (shows) onChange({ ...map, shows })
          }}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.showsAs[kind]}
            </option>
          ))}
        </Select>
      </label>
      <label>
        {words.stage}{' '}
        <Select
          size="small"
          value={map.stage ?? ''}
          onChange={(__, { value }) => onChange(value === '' ? bare : { ...map, stage: value })}
        >
          <option value="">{words.stageAuto}</option>
          {builtInChecklists.stages.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </label>
    </div>
  )
}

const kinds = [
  'detail',
  'edit',
  'inspection',
  'list',
  'collateral',
  'collection',
] as const satisfies readonly PageMap['shows'][]

interface ChosenProps {
  readonly pointed: Pointed
  readonly onAssign: (field: Field, required: MappedField['required']) => void
}

function Chosen({ pointed, onAssign }: ChosenProps) {
  const { field } = pointed
  const [search, setSearch] = useState('')
  const [rule, setRule] = useState<'page' | 'always' | 'never' | 'if'>('page')
  const [condition, setCondition] = useState('')
  const likely = useMemo(() => {
    const { matches } = matchHeader({ column: 0, path: [field.label] }, builtInPolicy, null)
    return matches.map((match) => match.field)
  }, [field.label])
  const [wanted, setWanted] = useState<Field | null>(likely[0] ?? null)
  const found = builtInPolicy.fields.filter(
    ({ derived, name, key, aliases }) =>
      !derived &&
      (name.includes(search) || key.includes(search) || aliases.some(({ text }) => text.includes(search))),
  )
  const shown = search === '' ? (likely.length > 0 ? likely : found) : found
  const required = { page: undefined, always: true, never: false, if: condition }[rule]
  const fragile = locatorFault(locatorOf(pointed))
  return (
    <section>
      <h2 className="pl-heading">{words.chosen(field.label)}</h2>
      <p className="pl-quiet">{words.got(field.value, words.kinds[field.kind])}</p>
      <Input
        size="small"
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        value={search}
        onChange={(_, { value }) => setSearch(value.trim())}
      />
      <ul className="px-items" aria-label={words.search}>
        {shown.slice(0, choices).map((one) => (
          <li key={one.key}>
            <label className="px-item-text">
              <input
                type="radio"
                name="field"
                checked={wanted?.key === one.key}
                onChange={() => setWanted(one)}
              />{' '}
              {one.name} <span className="pl-quiet">{one.key}</span>
            </label>
            {one === likely[0] ? <span className="pl-quiet">{words.best}</span> : null}
          </li>
        ))}
      </ul>
      {fragile ? <MessageBox intent="warning" title={words.fragile} text={words.faults[fragile]} /> : null}
      <label>
        {words.required}{' '}
        <Select
          size="small"
          value={rule}
          onChange={(_, { value }) =>
            setRule(value === 'always' || value === 'never' || value === 'if' ? value : 'page')
          }
        >
          <option value="page">{words.requiredAs}</option>
          <option value="always">{words.requiredAlways}</option>
          <option value="never">{words.requiredNever}</option>
          <option value="if">{words.requiredIf}</option>
        </Select>
      </label>
      {rule === 'if' ? (
        <Input
          size="small"
          aria-label={words.condition}
          placeholder={words.condition}
          value={condition}
          onChange={(_, { value }) => setCondition(value)}
        />
      ) : null}
      <p>
        <Button
          appearance="primary"
          disabled={!wanted || (rule === 'if' && condition.trim() === '')}
          onClick={() => wanted && onAssign(wanted, required)}
        >
          {words.assign(wanted?.name ?? '…')}
        </Button>
      </p>
    </section>
  )
}

export function SelfTestList({ lines }: { readonly lines: readonly SelfTestLine[] }) {
  const { missing, several, empty, found } = words.test
  return (
    <section aria-live="polite">
      <p>{found(lines.filter((line) => line.found === 1).length, lines.length)}</p>
      <ul className="px-items">
        {lines.map((line) => (
          <li key={line.field}>
            <span className="px-item-text">{line.field}</span>
            <span className="pl-quiet">
              {line.found === 0
                ? missing
                : line.found > 1
                  ? several(line.found)
                  : line.value === ''
                    ? empty
                    : line.value}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function nameOf(key: string): string {
  return builtInPolicy.fields.find((field) => field.key === key)?.name ?? key
}

/** The label where it is alone on the page; else with its place among its like, and the selector to fall back on. */
function locatorOf({ field, locators, frame }: Pointed): MappedField['at'] {
  const best = locators.find(({ fragile }) => fragile === undefined) ?? locators[0] ?? field.locator
  const label = best.label ?? field.locator.label ?? field.label
  const ordinal = best.ordinal ?? field.locator.ordinal
  return {
    ...(frame.top || frame.name === '' ? {} : { frames: [frame.name] }),
    ...(label === '' ? {} : { label }),
    ...(ordinal === undefined ? {} : { ordinal }),
    ...(best.selector === '' ? {} : { selector: best.selector }),
  }
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
