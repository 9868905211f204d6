import { Button } from '@fluentui/react-components'
import { EmptyState } from '@postloan/core/ui'

import { MessageList } from './MessageList.tsx'
import { paneWords } from './paneWords.ts'
import { start, useSession } from './usePane.tsx'

/** A pane that stands on a result, before there is one: what it will show, and the button that begins. */
export function NotChecked({ title, text }: { readonly title: string; readonly text: string }) {
  const { session, state } = useSession()
  return (
    <>
      <div className="pane-main">
        <MessageList />
        <EmptyState title={title}>{text}</EmptyState>
      </div>
      <div className="pane-foot">
        <Button
          className="pane-foot-wide"
          appearance="primary"
          disabled={!state.reading || state.reading.tables.length === 0}
          onClick={() => start(session.check())}
        >
          {paneWords.result.check}
        </Button>
      </div>
    </>
  )
}
