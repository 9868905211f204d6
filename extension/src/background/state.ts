import { dayOf } from '@postloan/core/calendar'
import { browser } from 'wxt/browser'

import { policyOf } from '../policy/policyOf.ts'
import type { PolicyOfPacks, PolicyShelf } from '../policy/policyOf.ts'
import type { SettingsInForce } from '../store/index.ts'
import { readOwnSettings, settingsInForce, Store } from '../store/index.ts'

export const store = new Store()

let inForce: Promise<SettingsInForce> | null = null

/** Forgets what was read of the settings: they have changed. */
export function forgetSettings(): void {
  inForce = null
}

export function settings(): Promise<SettingsInForce> {
  inForce ??= Promise.all([readOwnSettings(store), readManaged()]).then(([own, managed]) =>
    settingsInForce(own, managed),
  )
  return inForce
}

async function readManaged(): Promise<unknown> {
  try {
    return await browser.storage.managed.get()
  } catch {
    // Firefox rejects where no policy is installed.
    return {}
  }
}

const shelfName = 'policyOfPacks'

/** The browser's memory, which no page of a bank and no file reaches: what lies there was checked when it was made. */
const shelf: PolicyShelf = {
  read: async () => (await browser.storage.session.get(shelfName))[shelfName],
  write: (kept) =>
    browser.storage.session.set({ [shelfName]: kept }).catch(() => {
      // More than the browser's quota: it is made anew each time.
    }),
}

/** The policy with the packs in force, and the page maps of this machine before those of packs. */
export async function policyInForce(): Promise<PolicyOfPacks> {
  const [{ values }, own] = await Promise.all([settings(), store.pageMaps.toArray()])
  const { policy, lists, maps } = await policyOf(values.packs, values.trustedKeys, shelf)
  return { policy, lists, maps: [...own.map(({ map }) => map), ...maps] }
}

/** Day number on the calendar of Shanghai, whatever the machine's zone. */
export function today(now: number = Date.now()): number {
  const there = new Date(now + 8 * 3_600_000)
  return dayOf(there.getUTCFullYear(), there.getUTCMonth() + 1, there.getUTCDate())
}
