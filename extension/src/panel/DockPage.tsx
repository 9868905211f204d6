import { IconButton, LineIcon } from '@postloan/core/ui'
import {
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { browser } from 'wxt/browser'

import type { DockState } from '../background/panelMessages.ts'
import type { PageView } from '../engine/index.ts'
import type { MarkLevel } from '../protocol/index.ts'
import { ask, askFor } from './ask.ts'
import { LoanPanel } from './LoanPanel.tsx'
import { panelWords as words } from './messages.ts'
import { openOptions } from './openPages.ts'
import { PageLevel } from './PageLevel.tsx'
import { SaveNotice } from './SaveNotice.tsx'
import { useGuard } from './useGuard.ts'
import { usePage } from './usePage.ts'

const token = location.hash.slice(1)
const keyStep = 16

/** The panel as it lies over the bank's page: open, folded to a badge, or with a notice. The agent draws its frame. */
export function DockPage() {
  const [state, setState] = useState<DockState | null>(null)
  const root = useRef<HTMLElement>(null)
  const change = useCallback((wanted: Omit<Parameters<typeof ask<'dock'>>[0], 'ask' | 'token'>) => {
    askFor<'dock'>({ ask: 'dock', token, ...wanted }, (answer) => {
      if (answer) setState(answer)
    })
  }, [])
  // Redeems the token; without it nothing is answered and nothing is shown.
  useEffect(() => change({}), [change])
  return (
    <main ref={root} className="px-dock">
      {state ? <Dock state={state} change={change} root={root} /> : null}
    </main>
  )
}

interface DockProps {
  readonly state: DockState
  readonly change: (wanted: {
    mode?: DockState['mode']
    width?: number
    height?: number
    dx?: number
    dy?: number
    grip?: 'take' | 'hold' | 'leave'
  }) => void
  readonly root: React.RefObject<HTMLElement | null>
}

function Dock({ state, change, root }: DockProps) {
  const { page, failed, renew } = usePage(true)
  const guard = useGuard(true, root)
  const view = page?.view ?? null
  const hasNotice = page?.notice !== null && page?.notice !== undefined && view !== null
  const afterNotice = useRef<'badge' | 'open'>('badge')
  useEffect(() => {
    if (hasNotice && state.mode !== 'notice') change({ mode: 'notice' })
    if (page && !hasNotice && state.mode === 'notice') {
      change({ mode: afterNotice.current })
      afterNotice.current = 'badge'
    }
  }, [page, hasNotice, state.mode, change])

  if (state.mode === 'notice' && page && view) {
    return (
      <Fitted onFit={(height) => change({ height })}>
        <SaveNotice
          page={page}
          view={view}
          tab={undefined}
          onClose={renew}
          onList={() => {
            afterNotice.current = 'open'
          }}
        />
        <Badge view={view} onOpen={() => change({ mode: 'open' })} />
      </Fitted>
    )
  }
  if (state.mode !== 'open') return <Badge view={view} onOpen={() => change({ mode: 'open' })} />
  return (
    <div className="px-page px-floating">
      <header className="px-head px-dock-head">
        <Handle change={change} />
        <h1 className="pl-heading">{words.name}</h1>
        <span className="pl-push" />
        <IconButton icon="side" label={words.toSide} onClick={() => void openSide()} />
        <IconButton icon="gear" label={words.options} onClick={openOptions} />
        <IconButton icon="down" label={words.collapse} onClick={() => change({ mode: 'badge' })} />
      </header>
      <LoanPanel page={page} failed={failed} tab={undefined} renew={renew} guard={guard} />
    </div>
  )
}

/** The side panel opens only from a press; then the dock is in its way. */
async function openSide(): Promise<void> {
  const tab = await browser.tabs.getCurrent()
  if (tab?.windowId === undefined) return
  await browser.sidePanel.open({ windowId: tab.windowId })
  await ask<'dockAway'>({ ask: 'dockAway' })
}

const levels: readonly MarkLevel[] = ['serious', 'warning', 'attention', 'notice', 'incomplete', 'ledger']

function Badge({ view, onOpen }: { readonly view: PageView | null; readonly onOpen: () => void }) {
  const list = view?.checklist?.progress
  const shown = view ? levels.filter((level) => view.counts[level] > 0) : []
  return (
    <button type="button" className="px-badge" aria-label={`${words.name}，${words.expand}`} onClick={onOpen}>
      <b>{view?.kind === 'list' ? words.list(view.rows) : words.badge}</b>
      {shown.map((level) => (
        <span key={level} className={`px-badge-count px-level-${level}`}>
          <PageLevel level={level} size={14} />
          {view?.counts[level]}
        </span>
      ))}
      {shown.length === 0 ? <span className="pl-quiet">{words.noFinding}</span> : null}
      {list ? <span className="px-badge-list">{words.checklistOf(list.done, list.total)}</span> : null}
      <LineIcon name="up" />
    </button>
  )
}

/** Drags the frame by what the pointer moves on the screen: inside the frame nothing else is known. */
function Handle({ change }: Pick<DockProps, 'change'>) {
  const from = useRef<{ x: number; y: number } | null>(null)
  const pull = (event: PointerEvent<HTMLButtonElement>, grip: 'hold' | 'leave'): void => {
    if (!from.current) return
    change({ grip, dx: event.screenX - from.current.x, dy: event.screenY - from.current.y })
    if (grip === 'leave') from.current = null
  }
  const keys = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, { dx: number; dy: number }>> = {
      ArrowLeft: { dx: -keyStep, dy: 0 },
      ArrowRight: { dx: keyStep, dy: 0 },
      ArrowUp: { dx: 0, dy: -keyStep },
      ArrowDown: { dx: 0, dy: keyStep },
    }
    const wanted = steps[event.key]
    if (!wanted) return
    event.preventDefault()
    change({ grip: 'leave', ...wanted })
  }
  return (
    <button
      type="button"
      className="px-handle"
      aria-label={words.move}
      title={words.move}
      onPointerDown={(event) => {
        from.current = { x: event.screenX, y: event.screenY }
        event.currentTarget.setPointerCapture(event.pointerId)
        change({ grip: 'take' })
      }}
      onPointerMove={(event) => pull(event, 'hold')}
      onPointerUp={(event) => pull(event, 'leave')}
      onPointerCancel={(event) => pull(event, 'leave')}
      onKeyDown={keys}
    >
      <svg width="8" height="14" viewBox="0 0 8 14" aria-hidden="true" focusable="false">
        {[2, 6, 10].map((y) => (
          <path key={y} d={`M1 ${y + 1}h1M5 ${y + 1}h1`} />
        ))}
      </svg>
    </button>
  )
}

/** Tells how high its content is, so that the frame is no larger. */
function Fitted({
  children,
  onFit,
}: {
  readonly children: React.ReactNode
  readonly onFit: (height: number) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const last = useRef(0)
  useLayoutEffect(() => {
    const height = Math.ceil(box.current?.scrollHeight ?? 0)
    if (height === last.current || height === 0) return
    last.current = height
    onFit(height)
  })
  return (
    <div ref={box} className="px-fitted">
      {children}
    </div>
  )
}
