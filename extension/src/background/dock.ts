import { browser } from 'wxt/browser'

import type { AgentOrder, Place } from '../protocol/index.ts'
import { framesOf } from './pages.ts'
import type { DockState } from './panelMessages.ts'
import { isSidePanelOpen } from './sidePanel.ts'
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
  /** Where a person put it, counted as in `DockFrame`; null where nobody did. */
  readonly x: number | null
  readonly y: number | null
  readonly width: number
  readonly height: number
  /** Where it stands, by the nearer edges. */
  readonly at: { readonly x: number; readonly y: number }
  /** Where it stood when somebody took it by the handle; null while nobody holds it. */
  readonly gripped: { readonly x: number; readonly y: number } | null
  /** Taken away for the side panel. */
  readonly isAway: boolean
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

/** Where it stands when nobody has moved it: 16 px from the corner. */
const corner = { x: -16, y: -16 } as const

/** Narrower pages start with the badge: 336 px of panel would cover their fields. */
const narrow = 1280

/** Puts the framed panel on the top frame, once for each document, and again when the side panel has been closed. */
export function placeDock(tab: number): Promise<void> {
  return inTurn(tab, () => giveDock(tab))
}

async function giveDock(tab: number): Promise<void> {
  const top = (await framesOf(tab)).find(({ frameId }) => frameId === 0)
  if (!top) return
  const { document } = top.report.frame
  const kept = await dockOf(tab)
  if (kept?.document === document && !kept.isAway) return
  if (await isSidePanelOpen(tab)) return
  const habit = await habitOf(tab)
  const dock: DockKept = {
    document,
    token: crypto.randomUUID(),
    redeemed: '',
    mode: habit.mode,
    x: habit.x,
    y: habit.y,
    ...sizes[habit.mode],
    at: corner,
    gripped: null,
    isAway: false,
  }
  await keep(tab, dock)
  await draw(tab, dock)
}

export function takeAwayDock(tab: number): Promise<void> {
  return inTurn(tab, async () => {
    const dock = await dockOf(tab)
    if (dock) await keep(tab, { ...dock, isAway: true })
    await send(tab, { type: 'dock', frame: null })
  })
}

/** The page no longer has it; the next check gives it another one, with a token of its own. */
export function forgetDock(tab: number): Promise<void> {
  return inTurn(tab, () => browser.storage.session.remove(`dock:${tab}`))
}

/** Binds the first document that knows the token; true where this one is it. */
export function isOurDock(tab: number, framed: string, token: string | null): Promise<boolean> {
  return inTurn(tab, async () => {
    const dock = await dockOf(tab)
    if (!dock) return false
    if (dock.redeemed !== '') return dock.redeemed === framed
    if (token === null || token !== dock.token || framed === '') return false
    await keep(tab, { ...dock, redeemed: framed })
    return true
  })
}

export interface DockChange {
  readonly mode?: DockState['mode'] | undefined
  readonly height?: number | undefined
  readonly width?: number | undefined
  /** How far it is from where it was gripped: what is late or lost in between does no harm. */
  readonly dx?: number | undefined
  readonly dy?: number | undefined
  /** A step by keyboard takes and leaves in one. */
  readonly grip?: 'take' | 'hold' | 'leave' | undefined
}

/** Changes what the dock shows, its size or its place. */
export function moveDock(tab: number, change: DockChange): Promise<DockState | null> {
  return inTurn(tab, async () => {
    const dock = await dockOf(tab)
    if (!dock || dock.isAway) return null
    const { grip, dx = 0, dy = 0 } = change
    const mode = change.mode ?? dock.mode
    const size = mode === dock.mode ? { width: dock.width, height: dock.height } : sizes[mode]
    const gripped = grip === 'hold' || (grip === 'leave' && dock.gripped) ? dock.gripped : dock.at
    const place = grip === undefined || !gripped ? {} : { x: moveBy(gripped.x, dx), y: moveBy(gripped.y, dy) }
    const moved: DockKept = {
      ...dock,
      ...place,
      mode,
      width: change.width ?? size.width,
      height: change.height ?? size.height,
      gripped: grip === 'take' || grip === 'hold' ? gripped : null,
    }
    const isHeld = moved.gripped !== null
    if (JSON.stringify(moved) === JSON.stringify(dock)) return { mode }
    await keep(tab, moved)
    await draw(tab, moved)
    if (mode !== 'notice' && !isHeld) await learn({ mode, x: moved.x, y: moved.y })
    return { mode }
  })
}

/** What is counted from the far edge stays so; past an edge it stops there. */
function moveBy(at: number, by: number): number {
  return at < 0 ? Math.min(-1, at + by) : Math.max(0, at + by)
}

/** The agent says where it put the dock. */
export function dockMoved(tab: number, { x, y }: Place): Promise<void> {
  return inTurn(tab, async () => {
    const dock = await dockOf(tab)
    if (dock) await keep(tab, { ...dock, at: { x, y } })
  })
}

const turns = new Map<number, Promise<unknown>>()

/** What is read of a dock must not be old when it is written: one change after the other. */
function inTurn<T>(tab: number, change: () => Promise<T>): Promise<T> {
  const own = (turns.get(tab) ?? Promise.resolve()).then(change, change)
  turns.set(tab, own)
  return own
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
