import { Button } from '@fluentui/react-components'
import { CountBar, type ProgressStep, ProgressSteps } from '@postloan/core/ui'

import { messages } from '../session/messages.ts'
import type { Busy } from '../session/types.ts'
import { paneWords } from './paneWords.ts'
import { useSession } from './usePane.tsx'

const words = paneWords.busy

/** How far a task is, with the way to stop it in the foot. */
export function BusyView({ busy }: { readonly busy: Busy }) {
  const { session, state } = useSession()
  return (
    <>
      <div className="pane-main">
        <BusySteps busy={busy} />
        {busy.task === 'check' && state.result ? (
          <CountBar counts={state.result.counts.bySeverity} chosen={null} />
        ) : null}
        {busy.task === 'check' ? <p className="pl-note">{words.harmless}</p> : null}
      </div>
      <div className="pane-foot">
        <Button className="pane-foot-wide" disabled={!busy.cancellable} onClick={() => session.cancel()}>
          {words.cancel[busy.task]}
        </Button>
      </div>
    </>
  )
}

export function BusySteps({ busy }: { readonly busy: Busy }) {
  const at = Math.max(0, busy.steps.indexOf(busy.step))
  const steps = busy.steps.map((step, index): ProgressStep => ({
    name: messages.steps[step],
    state: index < at ? 'done' : index === at ? 'running' : 'waiting',
    ...(index === at && busy.rows
      ? { amount: words[busy.task === 'documents' ? 'files' : 'rows'](...busy.rows) }
      : {}),
  }))
  return (
    <ProgressSteps
      title={words.title[busy.task]}
      steps={steps}
      done={busy.steps.length === 0 ? busy.done : (at + busy.done) / busy.steps.length}
    />
  )
}
