import { useState } from 'react'

import type { Policy, Rule, Severity } from '../policy/index.ts'
import { LevelIcon } from './LevelIcon.tsx'
import { LineIcon } from './LineIcon.tsx'
import { uiWords } from './messages.ts'
import { SearchBox } from './SearchBox.tsx'
import { severitiesInOrder } from './severitiesInOrder.ts'

const words = uiWords.rule

interface RuleListProps {
  readonly policy: Policy
  /** Names of the categories, by id, in the order they are shown. */
  readonly categories: Readonly<Record<string, string>>
  readonly onOpen: (rule: string) => void
}

/** All rules in force by category, each with its gravest level. */
export function RuleList({ policy, categories, onOpen }: RuleListProps) {
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const shown = policy.rules.filter((rule) => `${rule.id} ${rule.nameZh}`.toLowerCase().includes(wanted))
  const groups = new Map<string, Rule[]>()
  for (const rule of shown) groups.set(rule.category, [...(groups.get(rule.category) ?? []), rule])
  const order = Object.keys(categories)
  const sorted = [...groups].sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0]))
  return (
    <div>
      <div className="pl-filter">
        <SearchBox label={words.search} value={search} onChange={setSearch} />
        <output className="pl-quiet pl-keep">{words.found(shown.length)}</output>
      </div>
      {shown.length === 0 ? <p className="pl-note">{words.none}</p> : null}
      {sorted.map(([category, rules]) => (
        <section key={category}>
          <h3 className="pl-group pl-group-still">
            <span className="pl-group-name">{categories[category] ?? category}</span>
            <span className="pl-group-count">{rules.length}</span>
          </h3>
          <ul className="pl-due-list">
            {rules.map((rule) => (
              <li key={rule.id}>
                <button type="button" className="pl-item pl-item-customer" onClick={() => onOpen(rule.id)}>
                  <RuleIcon rule={rule} />
                  <span className="pl-item-title">{rule.nameZh}</span>
                  <span className="pl-item-row">{rule.id}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** A rule whose cases are all due dates has no severity. */
function RuleIcon({ rule }: { readonly rule: Rule }) {
  const levels = new Set<Severity>(rule.cases.filter((one) => one.kind !== 'due').map((one) => one.severity))
  const worst = severitiesInOrder.find((severity) => levels.has(severity))
  return worst ? <LevelIcon level={worst} /> : <LineIcon name="clock" size={14} />
}
