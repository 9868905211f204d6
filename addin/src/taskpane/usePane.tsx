import { createContext, type ReactNode, use, useCallback, useSyncExternalStore } from 'react'

import type { Session, SessionState } from '../session/types.ts'

export type PaneName = 'ledger' | 'result' | 'checklist' | 'rules' | 'documents'

/** What a pane may ask of the frame that holds it. */
export interface PaneFrame {
  readonly session: Session
  /** Shows another pane; `rule`: with the page of this rule. */
  readonly show: (pane: PaneName, rule?: string) => void
  /** Says something to those who listen to the page. */
  readonly announce: (text: string) => void
}

const Frame = createContext<PaneFrame | null>(null)

export function PaneFrameProvider({
  frame,
  children,
}: {
  readonly frame: PaneFrame
  readonly children: ReactNode
}) {
  return <Frame value={frame}>{children}</Frame>
}

export function usePaneFrame(): PaneFrame {
  const frame = use(Frame)
  if (!frame) throw new Error('a pane stands in a frame')
  return frame
}

export function useSessionState(session: Session): SessionState {
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session])
  return useSyncExternalStore(subscribe, () => session.getState())
}

/** The state of the session that the panes show. */
export function useSession(): { readonly session: Session; readonly state: SessionState } {
  const { session } = usePaneFrame()
  return { session, state: useSessionState(session) }
}

/** Commands settle into the state and never reject: nobody has to wait for them. */
export function start(command: Promise<unknown>): void {
  command.catch((error: unknown) => console.error(error))
}
