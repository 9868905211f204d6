/// <reference types="office-js" />
import { officePort } from '../../../../addin/src/excel/officePort.ts'
import type { WorkbookPort } from '../../../../addin/src/excel/port.ts'
import { createSession } from '../../../../addin/src/session/createSession.ts'
import { directClient } from '../../../../addin/src/session/directClient.ts'
import { LedgerEngine } from '../../../../addin/src/session/engine/ledgerEngine.ts'
import { LocalMemory } from '../../../../addin/src/session/localMemory.ts'
import { keepInMemory } from '../../../../addin/src/session/memorySession.ts'
import type { Session } from '../../../../addin/src/session/types.ts'

/**
 * The add-in's session on the real office.js, without panes: what the properties ask of it, by name, so that a test
 * can call it from outside the browser.
 */

/** Quiet after an edit before it is judged, in milliseconds: short, for there are a thousand of them. */
const DELAY = 10

let session: Session
let port: WorkbookPort

async function open(over: WorkbookPort): Promise<Session> {
  const storage = keepInMemory()
  storage.setItem('postloan.settings', JSON.stringify({ liveDelay: DELAY }))
  return createSession({
    port: over,
    engine: directClient(new LedgerEngine()),
    memory: new LocalMemory(storage),
    theme: 'light',
    today: () => '2026-11-02',
  })
}

/** All that is said, in an order of its own. */
function saidBy(one: Session): readonly string[] {
  const { result } = one.getState()
  if (!result) return []
  return Array.from({ length: result.lines.length }, (_, i) => {
    const { rule, case: ruleCase, outcome, severity, table, label, fields } = result.lines.line(i)
    return [rule, ruleCase, outcome, severity, table, label.sheetRow, label.loanNo, fields.join()].join(' ')
  }).toSorted()
}

const driver = {
  /** As if the pane were closed and opened again. */
  reopen: async () => {
    port = officePort()
    session = await open(port)
  },
  check: () => session.check(),
  flag: async (summary: boolean) => {
    await session.flag({ summary })
    return driver.messages()
  },
  clear: async (keepEdited: boolean) => {
    await session.clear({ keepEdited })
    return driver.messages()
  },
  edited: () => session.findEdited(),
  comment: () => session.addComments(),
  live: (on: boolean) => session.setLive(on),
  writing: (on: boolean) => session.setLiveWriting(on),
  messages: () => session.getState().messages.map(({ code }) => code),
  /** What the pane shows now. */
  shown: () => {
    const { result, busy, live, flags } = session.getState()
    return {
      said: saidBy(session),
      counts: result?.counts ?? null,
      isStale: result?.stale ?? null,
      pending: live.pending,
      isBusy: busy !== null,
      isOutdated: flags.outdated,
    }
  },
  /** What a pane would show that is opened now. */
  full: async () => {
    const fresh = await open({ ...port, features: { ...port.features, events: false } })
    await fresh.check()
    return { said: saidBy(fresh), counts: fresh.getState().result?.counts ?? null }
  },
}

export type PropertyDriver = typeof driver

await Office.onReady()
port = officePort()
session = await open(port)
Object.assign(window, { addin: driver })
const state = document.querySelector('#state')
if (state) state.textContent = port.features.version
