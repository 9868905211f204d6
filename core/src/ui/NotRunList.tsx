import { useId, useState } from 'react'

import { LevelIcon } from './LevelIcon.tsx'
import { LineIcon } from './LineIcon.tsx'
import { uiWords } from './messages.ts'

const words = uiWords.notRun

interface NotRunListProps {
  readonly notRun: readonly {
    readonly rule: string
    readonly case: string
    readonly missing: readonly string[]
  }[]
  readonly ruleName: (rule: string) => string
  readonly onOpenRule?: (rule: string) => void
}

/** Rules that did not run, by what the ledger lacks; what would let most of them run comes first. */
export function NotRunList({ notRun, ruleName, onOpenRule }: NotRunListProps) {
  const groups = new Map<string, Set<string>>()
  for (const one of notRun) {
    const key = one.missing.join(uiWords.and)
    groups.set(key, (groups.get(key) ?? new Set()).add(one.rule))
  }
  const sorted = [...groups].sort((a, b) => b[1].size - a[1].size || a[0].length - b[0].length)
  return (
    <div>
      <p className="pl-intro">{sorted.length === 0 ? words.none : words.intro}</p>
      {sorted.map(([missing, rules]) => (
        <Group
          key={missing}
          missing={missing}
          rules={[...rules]}
          ruleName={ruleName}
          {...(onOpenRule ? { onOpenRule } : {})}
        />
      ))}
    </div>
  )
}

interface GroupProps extends Pick<NotRunListProps, 'ruleName' | 'onOpenRule'> {
  readonly missing: string
  readonly rules: readonly string[]
}

function Group({ missing, rules, ruleName, onOpenRule }: GroupProps) {
  const [isOpen, setOpen] = useState(false)
  const body = useId()
  return (
    <section className="pl-missing">
      <h3 className="pl-plain">
        <button
          type="button"
          className="pl-group pl-group-light pl-group-tall"
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={() => setOpen(!isOpen)}
        >
          <LineIcon name={isOpen ? 'down' : 'right'} size={14} />
          <LevelIcon level="notRun" />
          <span className="pl-group-wrap">{words.missing(missing)}</span>
          <span className="pl-group-count">{words.rules(rules.length)}</span>
        </button>
      </h3>
      <div id={body}>
        {isOpen ? (
          <ul className="pl-rows pl-rows-indent">
            {rules.map((rule) => (
              <li key={rule}>
                <span className="pl-wrap">{ruleName(rule)}</span>
                {onOpenRule ? (
                  <button type="button" className="pl-link" onClick={() => onOpenRule(rule)}>
                    {rule}
                  </button>
                ) : (
                  <span className="pl-quiet">{rule}</span>
                )}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </section>
  )
}
