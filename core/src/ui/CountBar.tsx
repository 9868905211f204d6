import { ToggleButton } from '@fluentui/react-components'

import type { Severity } from '../policy/index.ts'
import { uiWords as words } from './messages.ts'
import { severitiesInOrder } from './severitiesInOrder.ts'
import { LevelWord } from './tags.tsx'

interface CountBarProps {
  readonly counts: Readonly<Record<Severity, number>>
  readonly chosen: Severity | null
  /** Null where the chosen one was pressed again. */
  readonly onChoose?: (severity: Severity | null) => void
}

/** How many findings there are of each severity; pressing one shows only those. Without `onChoose` it only tells. */
export function CountBar({ counts, chosen, onChoose }: CountBarProps) {
  return (
    <fieldset className="pl-fieldset pl-counts" aria-label={words.countBar}>
      {severitiesInOrder.map((severity) => {
        const inside = (
          <span className={`pl-count${counts[severity] === 0 ? ' pl-zero' : ''}`}>
            <span className="pl-count-number">{words.count(counts[severity])}</span>
            <LevelWord level={severity} />
          </span>
        )
        return onChoose ? (
          <ToggleButton
            key={severity}
            appearance="transparent"
            className="pl-count-button"
            checked={chosen === severity}
            onClick={() => onChoose(chosen === severity ? null : severity)}
          >
            {inside}
          </ToggleButton>
        ) : (
          <div key={severity} className="pl-count-button">
            {inside}
          </div>
        )
      })}
    </fieldset>
  )
}
