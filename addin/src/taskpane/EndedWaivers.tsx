import { Button } from '@fluentui/react-components'

import { paneWords } from './paneWords.ts'
import { start, useSession } from './usePane.tsx'

const words = paneWords.result.ended

/** Waivers that no longer hold, each with why: nobody should believe that a finding is still waived. */
export function EndedWaivers() {
  const { session, state } = useSession()
  const ended = state.waivers.filter(
    ({ state: standing }) => standing !== 'applied' && standing !== 'withdrawn',
  )
  if (ended.length === 0) return null
  return (
    <section className="pane-pad">
      <h3 className="pl-heading">{words.title(ended.length)}</h3>
      <ul className="pane-lines">
        {ended.map(({ waiver, state: standing }) => (
          <li key={waiver.id} className="pane-ended">
            <span>
              {state.result?.words.rules[waiver.rule]?.name ?? waiver.rule}{' '}
              <span className="pl-quiet">{waiver.label ?? waiver.key}</span>
              <span className="pl-block pl-quiet">
                {words.why[standing]} {words.terms(waiver.by, waiver.until, waiver.reason)}
              </span>
            </span>
            <Button
              size="small"
              onClick={() => start(session.withdraw(waiver.id, state.settings.by || waiver.by))}
            >
              {words.withdraw}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
