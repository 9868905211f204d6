import { locatorsFor } from '../engine/locatorsFor.ts'
import { agentMessageSchema } from '../protocol/index.ts'
import type { AgentMessage } from '../protocol/index.ts'
import { checkSoon, lastCheck, order } from './checkTab.ts'
import { dockMoved, forgetDock, moveDock, placeDock } from './dock.ts'
import { tellPanels } from './news.ts'
import { noteSave } from './notice.ts'
import { dropFrame, framesOf, takeFields, takeReport } from './pages.ts'
import { joinPointing } from './pointing.ts'
import { settings } from './state.ts'
import { chooseMark, step } from './stepMarks.ts'

/** Takes what the agent of one frame says; whatever has another shape is dropped without a word. */
export async function hearAgent(tab: number, frameId: number, message: unknown): Promise<void> {
  const read = agentMessageSchema.safeParse(message)
  if (!read.success) return
  if (!(await settings()).values.on) {
    await order(tab, frameId, { type: 'switch', on: false })
    return
  }
  await act(tab, frameId, read.data)
}

async function act(tab: number, frameId: number, message: AgentMessage): Promise<void> {
  switch (message.type) {
    case 'report': {
      // Only the browser knows which frame is the top one.
      const { frame, ...rest } = message.report
      await takeReport(tab, frameId, { ...rest, frame: { ...frame, top: frameId === 0 } })
      await joinPointing(tab, frameId)
      return checkSoon(tab)
    }
    case 'changed':
      await takeFields(tab, frameId, message.document, message.fields)
      return checkSoon(tab)
    case 'gone':
      if (await dropFrame(tab, frameId, message.document)) checkSoon(tab)
      return
    case 'savePressed': {
      const { values } = await settings()
      if (!values.saveNotice) return
      const { checked } = await lastCheck(tab)
      if (await noteSave(tab, message.words, checked.view)) {
        if (values.panel === 'dock') {
          await placeDock(tab)
          await moveDock(tab, { mode: 'notice' })
        }
        tellPanels({ to: 'panel', news: 'saved', tab })
      }
      return
    }
    case 'markChosen':
      await chooseMark(tab, message.id, false)
      return
    case 'step':
      await step(tab, message.by)
      return
    case 'hovered':
      return tellPanels({ to: 'panel', news: 'hovered', tab, field: message.field })
    case 'pointed': {
      const frame = (await framesOf(tab)).find((one) => one.frameId === frameId)?.report.frame
      if (!frame) return
      const { name, path, host, title, headings, top } = frame
      return tellPanels({
        to: 'panel',
        news: 'pointed',
        tab,
        frame: { name, path, host, title: headings[0] ?? title, top },
        field: message.field,
        locators: locatorsFor(message.field.locator),
      })
    }
    case 'dockMoved':
      if (frameId === 0) await dockMoved(tab, message.place)
      return
    case 'dockLost':
      if (frameId === 0) await forgetDock(tab)
      return checkSoon(tab)
    case 'placed':
      return
  }
}
