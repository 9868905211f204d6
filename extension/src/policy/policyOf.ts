import { builtInChecklists } from '@postloan/core/checklist'
import type { Checklists } from '@postloan/core/checklist'
import type { PackedWordings } from '@postloan/core/ledger'
import { takeWordings, wordingsOf } from '@postloan/core/ledger'
import { builtInPolicy } from '@postloan/core/policy'
import type { Policy } from '@postloan/core/policy'

import type { PageMap } from '../page-map/pageMapSchema.ts'
import { foldPolicy, unfoldPolicy } from './foldPolicy.ts'

export interface PolicyOfPacks {
  readonly policy: Policy
  readonly lists: Checklists
  readonly maps: readonly PageMap[]
}

const builtIn: PolicyOfPacks = { policy: builtInPolicy, lists: builtInChecklists, maps: [] }

let known: { readonly key: string; readonly made: Promise<PolicyOfPacks> } | null = null

/** Where a policy with packs over it may be left for later: read and checked once, not each time that a worker wakes. */
export interface PolicyShelf {
  read(): Promise<unknown>
  write(kept: KeptPolicy): Promise<void>
}

interface KeptPolicy {
  /** Of the packs and keys that it was made from. */
  readonly key: string
  readonly folded: string
  /** What a label may mean where the packs have fields or wordings of their own. */
  readonly wordings: PackedWordings | null
}

/**
 * The policy, checklists and page maps with these packs laid over ours. The engine and our own pages both take it from
 * here, so that what a page offers is what the engine checks. Made once for the same packs.
 */
export function policyOf(
  packs: readonly string[],
  trustedKeys: readonly string[],
  shelf?: PolicyShelf,
): Promise<PolicyOfPacks> {
  if (packs.length === 0) return Promise.resolve(builtIn)
  const key = JSON.stringify([packs, trustedKeys])
  if (known?.key !== key) known = { key, made: take(key, packs, trustedKeys, shelf) }
  return known.made
}

async function take(
  key: string,
  packs: readonly string[],
  trustedKeys: readonly string[],
  shelf: PolicyShelf | undefined,
): Promise<PolicyOfPacks> {
  if (!shelf) return make(packs, trustedKeys)
  const name = await digestOf(key)
  const kept = await shelf.read()
  if (isKept(kept) && kept.key === name) {
    const { folded, wordings } = kept
    const made = unfoldPolicy(folded)
    if (wordings) takeWordings(made.policy.fields, () => wordings)
    return made
  }
  const made = await make(packs, trustedKeys)
  const folded = foldPolicy(made)
  const ours = folded !== null && unfoldPolicy(folded).policy.fields === builtInPolicy.fields
  if (folded !== null)
    await shelf.write({ key: name, folded, wordings: ours ? null : wordingsOf(made.policy) })
  return made
}

/** Reading packs is work for those who have some: the worker's script holds it, but starts without it. */
async function make(packs: readonly string[], trustedKeys: readonly string[]): Promise<PolicyOfPacks> {
  const { layPacks } = await import('./layPacks.ts')
  return layPacks(packs, trustedKeys)
}

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function isKept(kept: unknown): kept is KeptPolicy {
  return typeof kept === 'object' && kept !== null && 'key' in kept && 'folded' in kept
}
