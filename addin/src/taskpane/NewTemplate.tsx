import { Button } from '@fluentui/react-components'

import { paneWords } from './paneWords.ts'
import { saveFile } from './saveFile.ts'
import { start, useSession } from './usePane.tsx'

const words = paneWords.template

/** The standard workbook, for next month or for a branch that has none. */
export function NewTemplate() {
  const { session, state } = useSession()
  const make = async (): Promise<void> => {
    const file = await session.newTemplate()
    if (file) saveFile(file)
  }
  return (
    <section className="pane-section">
      <h3 className="pl-heading">{words.title}</h3>
      <p className="pl-quiet pane-reason">{words.what}</p>
      <p className="pane-buttons">
        <Button size="small" disabled={state.busy !== null} onClick={() => start(make())}>
          {words.make}
        </Button>
      </p>
    </section>
  )
}
