import { Button, Select } from '@fluentui/react-components'
import type { Severity } from '@postloan/core/policy'
import { CountBar, type FindingTab, type Grouping, SearchBox, uiWords } from '@postloan/core/ui'

import { paneWords } from './paneWords.ts'

const groupings: readonly (readonly [Grouping, string])[] = [
  ['rule', uiWords.list.byRule],
  ['customer', uiWords.list.byCustomer],
  ['manager', uiWords.list.byManager],
]

interface FilterBarProps {
  readonly tab: FindingTab
  readonly counts: Readonly<Record<Severity, number>>
  /** How many lines the tab has without any filter. */
  readonly lines: number
  /** Where one line only is shown: back to all. */
  readonly onBack?: () => void
  readonly severity: Severity | null
  readonly onSeverity: (severity: Severity | null) => void
  readonly by: Grouping
  readonly onBy: (by: Grouping) => void
  readonly search: string
  readonly onSearch: (search: string) => void
  /** How many are listed, for those who listen. */
  readonly said: string
}

/** Counts by severity, grouping and search above a list of findings. */
export function FilterBar(props: FilterBarProps) {
  const { tab, lines, onBack, by, search } = props
  if (onBack) {
    return (
      <div className="pl-filter">
        <Button size="small" onClick={onBack}>
          {paneWords.result.backToDue}
        </Button>
      </div>
    )
  }
  return (
    <>
      {tab === 'findings' ? (
        <CountBar counts={props.counts} chosen={props.severity} onChoose={props.onSeverity} />
      ) : (
        <p className="pl-intro pl-quiet">{lines > 0 ? uiWords.waived.intro : uiWords.waived.none}</p>
      )}
      {lines > 0 ? (
        <search className="pl-filter">
          <Select
            size="small"
            aria-label={uiWords.list.groupBy}
            value={by}
            onChange={(_, { value }) => props.onBy(groupings.find(([one]) => one === value)?.[0] ?? 'rule')}
          >
            {groupings.map(([one, name]) => (
              <option key={one} value={one}>
                {name}
              </option>
            ))}
          </Select>
          <SearchBox label={uiWords.list.search} value={search} onChange={props.onSearch} />
        </search>
      ) : null}
      <output className="pl-hidden">{props.said}</output>
    </>
  )
}
