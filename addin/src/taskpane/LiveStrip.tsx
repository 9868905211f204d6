import { Switch } from '@fluentui/react-components'
import { AskPanel } from '@postloan/core/ui'
import { useState } from 'react'

import { paneWords } from './paneWords.ts'
import { start, useSession } from './usePane.tsx'

const words = paneWords.result

/** Live checking and live writing; writing only after it was told that undo may be lost. */
export function LiveStrip() {
  const { session, state } = useSession()
  const [isAsking, setAsking] = useState(false)
  const { live } = state
  if (isAsking) {
    return (
      <AskPanel
        title={words.writingAsk}
        answers={[
          {
            label: words.writingYes,
            onClick: () => {
              setAsking(false)
              start(session.setLiveWriting(true))
            },
          },
        ]}
        onCancel={() => setAsking(false)}
        cancelLabel={paneWords.cancel}
      >
        <p>{words.writingText}</p>
      </AskPanel>
    )
  }
  return (
    <div className="pane-live">
      <Switch
        label={words.live}
        checked={live.on}
        disabled={live.unavailable !== null}
        onChange={(_, { checked }) => start(session.setLive(checked))}
      />
      {live.on ? (
        <Switch
          label={words.liveWriting}
          checked={live.writing}
          onChange={(_, { checked }) => {
            if (checked) setAsking(true)
            else start(session.setLiveWriting(false))
          }}
        />
      ) : null}
      <span className="pl-quiet pl-push">{liveText()}</span>
    </div>
  )

  function liveText(): string {
    if (live.unavailable !== null) return live.unavailable
    if (!live.on) return ''
    if (live.pending > 0) return words.livePending(live.pending)
    return live.lastMs === null ? words.liveOn : words.liveSettled(live.lastMs)
  }
}
