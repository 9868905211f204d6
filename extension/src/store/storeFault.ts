import { storeWords as words } from './messages.ts'

export type Saved =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'full' | 'failed'; readonly message: string }

/** Runs a change of the store; that the disk is full is an answer, not an accident. */
export async function settle(change: () => Promise<unknown>): Promise<Saved> {
  try {
    await change()
    return { ok: true }
  } catch (fault) {
    const full = isFull(fault)
    return { ok: false, code: full ? 'full' : 'failed', message: full ? words.full : words.failed }
  }
}

function isFull(fault: unknown): boolean {
  let inner = fault
  for (let depth = 0; depth < 4 && inner instanceof Error; depth += 1) {
    if (inner.name === 'QuotaExceededError') return true
    inner = 'inner' in inner ? inner.inner : inner.cause
  }
  return false
}
