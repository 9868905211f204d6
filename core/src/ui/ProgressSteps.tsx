import { ProgressBar } from '@fluentui/react-components'

import { LevelIcon } from './LevelIcon.tsx'
import { LineIcon } from './LineIcon.tsx'
import { uiWords } from './messages.ts'

const words = uiWords.progress

export interface ProgressStep {
  readonly name: string
  readonly state: 'done' | 'running' | 'waiting'
  /** How much: `4,812 行`. */
  readonly amount?: string
}

interface ProgressStepsProps {
  readonly title: string
  readonly steps: readonly ProgressStep[]
  /** 0…1 of all. */
  readonly done: number
  readonly amount?: string
}

/** How far a long task is, step by step. What is read aloud changes only at every quarter. */
export function ProgressSteps({ title, steps, done, amount }: ProgressStepsProps) {
  const quarter = Math.floor(Math.min(1, Math.max(0, done)) * 4) * 25
  return (
    <div className="pl-progress">
      <div className="pl-head">
        <h2 className="pl-heading">{title}</h2>
        <span className="pl-quiet">{amount ?? `${Math.round(done * 100)}%`}</span>
      </div>
      <ProgressBar value={done} thickness="large" aria-label={title} />
      <ul className="pl-steps">
        {steps.map((step) => (
          <li key={step.name} className={`pl-step pl-step-${step.state}`}>
            {step.state === 'done' ? (
              <LevelIcon level="pass" size={16} />
            ) : (
              <LineIcon name={step.state === 'running' ? 'running' : 'waiting'} />
            )}
            <span>
              {step.name}
              <span className="pl-hidden">{words[step.state]}</span>
            </span>
            <span className="pl-quiet pl-keep">{step.amount}</span>
          </li>
        ))}
      </ul>
      <output className="pl-hidden">
        {title} {words.percent(quarter)}
      </output>
    </div>
  )
}
