import { describeWorkbook } from '../describeWorkbook.ts'
import type { ApiSets } from '../engine/apiSets.ts'
import type { Asked } from '../engine/engine.ts'
import type { Faults } from '../engine/faults.ts'
import type { ProfileName } from '../engine/profiles.ts'
import { Host } from '../host.ts'
import { type Step, runSteps } from '../runSteps.ts'
import { type UserActions, userActions } from '../userActions.ts'
import { openXlsx } from '../xlsx/openXlsx.ts'
import { saveXlsx } from '../xlsx/saveXlsx.ts'
import { facts, viewOf } from './viewOf.ts'
import type { Ask, Said } from './workerMessages.ts'

/**
 * The simulated Excel runs here, off the page's thread, as the real one runs in a process of its own: what it does must
 * not count as work of the add-in.
 */
let host: Host
let user: UserActions

function say(message: Said): void {
  postMessage(message)
}

let repaintAsked = false
function repaint(): void {
  if (repaintAsked) return
  repaintAsked = true
  setTimeout(() => {
    repaintAsked = false
    say({ kind: 'repaint', facts: facts(host) })
  }, 16)
}

const calls = {
  start: (options: { profile: ProfileName; apiSets: ApiSets }) => {
    host = new Host(options)
    user = userActions(host)
    host.push = (event) => say({ kind: 'event', event })
    host.repaint = repaint
    return facts(host)
  },
  handle: (asked: Asked) => host.engine.handle(asked),
  open: async (bytes: Uint8Array, name: string) => {
    host.adopt(await openXlsx(bytes, name))
    return facts(host)
  },
  save: async () => {
    const bytes = await saveXlsx(host.workbook)
    host.workbook.dirty = false
    return bytes
  },
  user: (name: keyof UserActions, args: readonly unknown[]): unknown => {
    const action = user[name] as (...given: readonly unknown[]) => unknown
    return action(...args)
  },
  steps: (steps: readonly Step[]) => runSteps(user, steps),
  describe: () => describeWorkbook(host.workbook),
  undoLabels: () => host.undoLabels,
  view: viewFor,
  facts: () => facts(host),
  faults: (change: Partial<Faults>) => {
    Object.assign(host.engine.faults, change)
  },
  beside: (index: number) => host.beside[index] ?? null,
  readOnly: (is: boolean) => {
    host.workbook.readOnly = is
  },
  counters: () => structuredClone(host.engine.counters),
  resetCounters: () => {
    const { counters } = host.engine
    for (const key of Object.keys(counters)) {
      if (key !== 'errors') Object.assign(counters, { [key]: 0 })
    }
    counters.errors = {}
  },
  coverage: () => ({
    used: Object.fromEntries(host.engine.coverage.used),
    missing: Object.fromEntries(host.engine.coverage.missing),
  }),
  trace: (on: boolean) => {
    host.engine.trace = on ? (request, response) => say({ kind: 'trace', request, response }) : null
  },
}

function viewFor(asked: Parameters<typeof viewOf>[1]): ReturnType<typeof viewOf> {
  return viewOf(host, asked)
}

export type WorkerCalls = typeof calls

addEventListener('message', (event: MessageEvent<Ask>) => {
  const { id, name, args } = event.data
  void (async () => {
    try {
      const call = calls[name] as (...given: readonly unknown[]) => unknown
      const value = await call(...args)
      say({ kind: 'answer', id, value })
    } catch (caught) {
      const error = caught instanceof Error ? caught : new Error(String(caught))
      const code = 'code' in error && typeof error.code === 'string' ? error.code : 'GeneralException'
      say({ kind: 'failure', id, code, message: error.message })
    }
  })()
})
