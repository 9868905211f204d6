import type { Session, SessionState } from '../../../addin/src/session/types.ts'

/** The same session, with parts of its state held as told. */
export function overlay(session: Session, held: Partial<SessionState>): Session {
  let last: SessionState | null = null
  let merged: SessionState | null = null
  const getState = (): SessionState => {
    const state = session.getState()
    if (state !== last || !merged) {
      last = state
      merged = { ...state, ...held }
    }
    return merged
  }
  return { ...session, getState }
}
