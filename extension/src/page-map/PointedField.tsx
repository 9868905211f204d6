import { Button, Input, Select } from '@fluentui/react-components'
import { maskWithin } from '@postloan/core/check'
import { locatorFault, pageMapWords } from '@postloan/core/check/pack'
import { matchHeader } from '@postloan/core/ledger'
import type { Field, Policy } from '@postloan/core/policy'
import { MessageBox } from '@postloan/core/ui'
import { useMemo, useState } from 'react'

import type { PanelNews } from '../background/panelMessages.ts'
import { mapWords as words } from './messages.ts'
import type { MappedField } from './pageMapSchema.ts'

export type Pointed = Extract<PanelNews, { news: 'pointed' }>

const choices = 8

interface PointedFieldProps {
  readonly policy: Policy
  readonly pointed: Pointed
  readonly onAssign: (field: Field, required: MappedField['required']) => void
}

/** A field that was pointed at: what was read there, and which field of ours it is to be. */
export function PointedField({ policy, pointed, onAssign }: PointedFieldProps) {
  const { field } = pointed
  const [search, setSearch] = useState('')
  const [rule, setRule] = useState<'page' | 'always' | 'never' | 'if'>('page')
  const [condition, setCondition] = useState('')
  const likely = useMemo(() => {
    const { matches } = matchHeader({ column: 0, path: [field.label] }, policy, null)
    return matches.map((match) => match.field)
  }, [field.label, policy])
  const [wanted, setWanted] = useState<Field | null>(likely[0] ?? null)
  const found = policy.fields.filter(
    ({ derived, name, key, aliases }) =>
      !derived &&
      (name.includes(search) || key.includes(search) || aliases.some(({ text }) => text.includes(search))),
  )
  const shown = search === '' ? (likely.length > 0 ? likely : found) : found
  const required = { page: undefined, always: true, never: false, if: condition }[rule]
  const fragile = locatorFault(locatorOf(pointed))
  return (
    <section className="px-form">
      <h2 className="pl-heading">{words.chosen(field.label)}</h2>
      <p className="pl-quiet">{words.got(maskWithin(field.value), words.kinds[field.kind])}</p>
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
      {fragile ? <MessageBox intent="warning" title={words.fragile} text={pageMapWords[fragile]} /> : null}
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
          className="px-wide-button"
          disabled={!wanted || (rule === 'if' && condition.trim() === '')}
          onClick={() => wanted && onAssign(wanted, required)}
        >
          {words.assign(wanted?.name ?? '…')}
        </Button>
      </p>
    </section>
  )
}

/** The label where it is alone on the page; else with its place among its like, and the selector to fall back on. */
export function locatorOf({ field, locators, frame }: Pointed): MappedField['at'] {
  const best = locators[0] ?? field.locator
  const label = best.label ?? field.locator.label ?? field.label
  const ordinal = best.ordinal ?? field.locator.ordinal
  return {
    ...(frame.top || frame.name === '' ? {} : { frames: [frame.name] }),
    ...(label === '' ? {} : { label }),
    ...(ordinal === undefined ? {} : { ordinal }),
    ...(best.selector === '' ? {} : { selector: best.selector }),
  }
}
