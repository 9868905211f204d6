import type { LoanChecklist } from '@postloan/core/checklist'

import { panelWords } from './messages.ts'

const words = panelWords.warning
const steps = ['warn-report', 'warn-verify', 'warn-plan', 'warn-execute', 'warn-review'] as const

/** Where the handling of a warning stands: 上报 → 核实 → 方案 → 执行 → 复盘, each done when its item is. */
export function WarningSteps({ list }: { readonly list: LoanChecklist }) {
  const isDone = (id: string): boolean => {
    const state = list.items.find((item) => item.id === id)?.state
    return state !== undefined && state !== 'open'
  }
  const next = steps.find((id) => !isDone(id))
  return (
    <ol className="px-steps" aria-label={words.title}>
      {steps.map((id) => (
        <li
          key={id}
          className={isDone(id) ? 'px-step-done' : ''}
          aria-current={id === next ? 'step' : undefined}
        >
          {words.steps[id]}
          <span className="pl-hidden">{isDone(id) ? words.done : words.open}</span>
        </li>
      ))}
    </ol>
  )
}
