import { MessageBox } from '@postloan/core/ui'

import type { MessageCode } from '../session/types.ts'
import { paneWords } from './paneWords.ts'
import { start, useSession } from './usePane.tsx'

const most = 3

/** What went wrong or was done, newest first, each with its way out; stays until it is closed. `except`: said by the
 * pane itself. */
export function MessageList({ except }: { readonly except?: MessageCode }) {
  const { session, state } = useSession()
  const shown = state.messages
    .filter(({ code }) => code !== except)
    .slice(-most)
    .toReversed()
  return (
    <div className="pane-messages" role="log" aria-label={paneWords.messages} aria-live="polite">
      {shown.map(({ id, intent, title, text, action }) => (
        <MessageBox
          key={id}
          intent={intent}
          title={title}
          text={text}
          {...(action && action.kind !== 'dismiss'
            ? { action: { label: action.label, onClick: () => start(session.act(id)) } }
            : {})}
          dismiss={{ label: paneWords.close, onClick: () => session.dismiss(id) }}
        />
      ))}
    </div>
  )
}
