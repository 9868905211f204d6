import { Button } from '@fluentui/react-components'
import { AskPanel } from '@postloan/core/ui'
import { useState } from 'react'

import { panelWords as words } from './messages.ts'

/** Ends an inspection, so that the next one begins with nothing ticked. */
export function RoundBar({ onClose }: { readonly onClose: () => void }) {
  const [isAsking, setAsking] = useState(false)
  if (!isAsking) {
    return (
      <p className="px-round">
        <Button size="small" appearance="transparent" onClick={() => setAsking(true)}>
          {words.closeRound}
        </Button>
      </p>
    )
  }
  return (
    <AskPanel
      title={words.closeAsk}
      answers={[
        {
          label: words.closeYes,
          onClick: () => {
            setAsking(false)
            onClose()
          },
        },
      ]}
      onCancel={() => setAsking(false)}
      cancelLabel={words.cancel}
    >
      <p className="pl-quiet">{words.closeText}</p>
    </AskPanel>
  )
}
