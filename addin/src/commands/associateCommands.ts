import type { Session } from '../session/types.ts'
import { saveFile } from '../taskpane/saveFile.ts'
import { commandNames } from './commandNames.ts'

type CommandEvent = Office.AddinCommands.Event

/** The ribbon's buttons: each does its work without the pane, and opens it where there is something to read. */
export function associateCommands(session: Promise<Session>): void {
  /** `body` says whether there is something to read in the pane. */
  const command = (name: string, body: (session: Session) => Promise<boolean>): void => {
    Office.actions.associate(name, (event: CommandEvent) => {
      void (async () => {
        let isShown = true
        try {
          isShown = await body(await session)
        } finally {
          event.completed()
        }
        // Excel holds this back while a cell is being edited: the button must not wait for it
        if (isShown) await showPane()
      })()
    })
  }
  command(commandNames.check, async (one) => {
    await one.check()
    return true
  })
  command(commandNames.flag, async (one) => {
    await one.flag()
    return hasTrouble(one)
  })
  command(commandNames.live, async (one) => {
    await one.setLive(!one.getState().live.on)
    return true
  })
  command(commandNames.clear, async (one) => {
    // nobody is asked here, so nothing that a person wrote may go
    await one.clear({ keepEdited: true })
    return hasTrouble(one)
  })
  command(commandNames.template, async (one) => {
    const file = await one.newTemplate()
    if (file) saveFile(file)
    return file !== null || hasTrouble(one)
  })
}

function hasTrouble(session: Session): boolean {
  return session.getState().messages.some(({ intent }) => intent === 'error' || intent === 'warning')
}

/** Only where the runtime is shared; elsewhere the pane is opened by its own button. */
async function showPane(): Promise<void> {
  if (Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) await Office.addin.showAsTaskpane()
}
