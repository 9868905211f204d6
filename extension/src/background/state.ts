import { dayOf } from '@postloan/core/calendar'
import { applyPacks } from '@postloan/core/check/pack'
import type { PackLayer } from '@postloan/core/check/pack'
import { builtInPolicy } from '@postloan/core/policy'
import type { Policy } from '@postloan/core/policy'
import { readPack, verifyPack } from '@postloan/core/policy/pack'
import { browser } from 'wxt/browser'

import type { PageMap } from '../page-map/pageMapSchema.ts'
import type { SettingsInForce } from '../store/index.ts'
import { readOwnSettings, settingsInForce, Store } from '../store/index.ts'

export const store = new Store()

let known: { readonly key: string; readonly policy: Policy; readonly maps: readonly PageMap[] } | null = null
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

/** The policy with the packs in force, and the page maps of packs and of this machine. */
export async function policyInForce(): Promise<{
  readonly policy: Policy
  readonly maps: readonly PageMap[]
}> {
  const { packs, trustedKeys } = (await settings()).values
  const own = (await store.pageMaps.toArray()).map(({ map }) => map)
  const key = JSON.stringify([packs, trustedKeys])
  if (known?.key !== key) {
    const layers: PackLayer[] = []
    for (const text of packs) {
      const read = readPack(text)
      const signature = await verifyPack(text)
      // A pack that was changed after it was signed is nobody's.
      if (!read.ok || signature.state === 'broken') continue
      const trusted = signature.state === 'signed' && trustedKeys.includes(signature.fingerprint)
      const signedBy = trusted ? { signer: signature.signer, keyFingerprint: signature.fingerprint } : null
      layers.push({ pack: read.pack, signedBy })
    }
    const { policy } = applyPacks(builtInPolicy, layers)
    known = { key, policy, maps: layers.flatMap(({ pack }) => pack.pageMaps ?? []) }
  }
  return { policy: known.policy, maps: [...own, ...known.maps] }
}

/** Day number on the calendar of Shanghai, whatever the machine's zone. */
export function today(now: number = Date.now()): number {
  const there = new Date(now + 8 * 3_600_000)
  return dayOf(there.getUTCFullYear(), there.getUTCMonth() + 1, there.getUTCDate())
}
