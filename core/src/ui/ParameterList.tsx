import { Fragment, useState } from 'react'

import type { Parameter, Policy } from '../policy/index.ts'
import { uiWords } from './messages.ts'
import { valueScope, valueText } from './ruleText.ts'
import { SearchBox } from './SearchBox.tsx'
import { SourceStatusTag } from './tags.tsx'

const words = uiWords.rule

/** The figures the rules work with, each with where it holds and how well it is founded. */
export function ParameterRows({
  parameters,
  policy,
}: {
  readonly parameters: readonly Parameter[]
  readonly policy: Policy
}) {
  const statusOf = new Map(policy.sources.map((source) => [source.id, source.status]))
  return (
    <ul className="pl-parameters">
      {parameters.map((parameter) => (
        <li key={parameter.id}>
          <span className="pl-parameter-name">{parameter.name}</span>
          <span className="pl-parameter-values">
            {parameter.values.map((value, at) => {
              const status = statusOf.get(value.source)
              return (
                <Fragment key={at}>
                  <span className="pl-quiet">{valueScope(value)}</span>
                  <span className="pl-parameter-value">{valueText(value, parameter.unit)}</span>
                  {status ? <SourceStatusTag status={status} /> : <span />}
                </Fragment>
              )
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}

export function ParameterList({ policy }: { readonly policy: Policy }) {
  const [search, setSearch] = useState('')
  const wanted = search.trim()
  const shown = policy.parameters.filter((parameter) => parameter.name.includes(wanted))
  return (
    <div>
      <div className="pl-filter">
        <SearchBox label={words.searchParameters} value={search} onChange={setSearch} />
      </div>
      {shown.length === 0 ? <p className="pl-note">{words.noneParameters}</p> : null}
      <ParameterRows parameters={shown} policy={policy} />
    </div>
  )
}
