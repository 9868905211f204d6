import { browser } from 'wxt/browser'

const name = 'updated'

/** Keeps that this version took over from another one while pages were open, for whoever looks at a panel next. */
export async function noteUpdate(before: string): Promise<void> {
  const now = browser.runtime.getManifest().version
  if (before !== now) await browser.storage.session.set({ [name]: now })
}

/** The version that took over; null where nobody has to be told. */
export async function updatedTo(): Promise<string | null> {
  const kept: unknown = (await browser.storage.session.get(name))[name]
  return typeof kept === 'string' ? kept : null
}

export async function forgetUpdate(): Promise<void> {
  await browser.storage.session.remove(name)
}
