import { browser } from 'wxt/browser'

import type { AgentOrder, Place } from '../protocol/index.ts'
import { framesOf } from './pages.ts'
import type { DockState } from './panelMessages.ts'
import { store } from './state.ts'

/**
 * The framed panel. The page around it is not trusted: whoever frames our page without the token that the engine drew
 * for this document, or after the token has been redeemed, is not answered.
 */
interface DockKept {
  /** Document of the top frame that draws it. */
  readonly document: string
  readonly token: string
  /** The framed document that redeemed the token; '' before. */
  readonly redeemed: string
  readonly mode: DockState['mode']
  readonly x: number | null
  readonly y: number | null
  readonly width: number
  readonly height: number
}

interface DockHabit {
  readonly mode: 'open' | 'badge'
  readonly x: number | null
  readonly y: number | null
}

const sizes = {
  open: { width: 336, height: 680 },
  badge: { width: 320, height: 36 },
  notice: { width: 368, height: 320 },
} as const

/** Narrower pages start with the badge: 336 px of panel would cover their fields. */
const narrow = 1280

/** Puts the framed panel on the top frame, once for each document. */
export async function placeDock(tab: number): Promise<void> {
  const top = (await framesOf(tab)).find(({ frameId }) => frameId === 0)
  if (!top) return
  const { document } = top.report.frame
  const kept = await dockOf(tab)
  if (kept?.document === document) return
  const habit = await habitOf(tab)
  const dock: DockKept = {
    document,
    token: crypto.randomUUID(),
    redeemed: '',
    mode: habit.mode,
    x: habit.x,
    y: habit.y,
    ...sizes[habit.mode],
  }
  await keep(tab, dock)
  await draw(tab, dock)
}

export async function takeAwayDock(tab: number): Promise<void> {
  await send(tab, { type: 'dock', frame: null })
}

/** Binds the first document that knows the token; true where this one is it. */
export async function isOurDock(tab: number, framed: string, token: string | null): Promise<boolean> {
  const dock = await dockOf(tab)
  if (!dock) return false
  if (dock.redeemed !== '') return dock.redeemed === framed
  if (token === null || token !== dock.token || framed === '') return false
  await keep(tab, { ...dock, redeemed: framed })
  return true
}

/** Changes what the dock shows, its size or its place. */
export async function moveDock(
  tab: number,
  change: {
    readonly mode?: DockState['mode'] | undefined
    readonly height?: number | undefined
    readonly width?: number | undefined
    readonly dx?: number | undefined
    readonly dy?: number | undefined
  },
): Promise<DockState | null> {
  const dock = await dockOf(tab)
  if (!dock) return null
  const mode = change.mode ?? dock.mode
  const size = mode === dock.mode ? { width: dock.width, height: dock.height } : sizes[mode]
  const width = change.width ?? size.width
  const height = change.height ?? size.height
  // The right edge stays where it is when the dock opens and closes.
  const x = dock.x === null ? null : dock.x + dock.width - width + (change.dx ?? 0)
  const y = dock.y === null ? null : dock.y + (change.dy ?? 0)
  const moved: DockKept = { ...dock, mode, width, height, x, y }
  const same = JSON.stringify(moved) === JSON.stringify(dock)
  if (!same) {
    await keep(tab, moved)
    await draw(tab, moved)
    if (mode !== 'notice') await learn({ mode, x, y })
  }
  return { mode }
}

/** The agent says where it put the dock. */
export async function dockMoved(tab: number, place: Place): Promise<void> {
  const dock = await dockOf(tab)
  if (!dock) return
  await keep(tab, { ...dock, x: place.x, y: place.y })
}

async function draw(tab: number, dock: DockKept): Promise<void> {
  const { width, height, x, y, token } = dock
  const source = `${browser.runtime.getURL('/dock.html')}#${token}`
  const place = { ...(x === null ? {} : { x }), ...(y === null ? {} : { y }) }
  await send(tab, { type: 'dock', frame: { source, width, height, ...place } })
}

async function send(tab: number, order: AgentOrder): Promise<void> {
  try {
    await browser.tabs.sendMessage(tab, order, { frameId: 0 })
  } catch {
    // The page has gone.
  }
}

async function dockOf(tab: number): Promise<DockKept | null> {
  const name = `dock:${tab}`
  // Written here only.
  return ((await browser.storage.session.get(name))[name] as DockKept | undefined) ?? null
}

async function keep(tab: number, dock: DockKept): Promise<void> {
  await browser.storage.session.set({ [`dock:${tab}`]: dock })
}

async function habitOf(tab: number): Promise<DockHabit> {
  const value = (await store.settings.get('dock'))?.value
  if (isHabit(value)) return value
  const { width = 0 } = await browser.tabs.get(tab)
  return { mode: width >= narrow ? 'open' : 'badge', x: null, y: null }
}

async function learn(habit: DockHabit): Promise<void> {
  await store.settings.put({ name: 'dock', value: habit }).catch(() => {
    // Where the dock stood is no loss when the disk is full.
  })
}

function isHabit(value: unknown): value is DockHabit {
  return typeof value === 'object' && value !== null && 'mode' in value && 'x' in value && 'y' in value
}
