import { applyPacks } from '@postloan/core/check/pack'
import type { PackLayer } from '@postloan/core/check/pack'
import { builtInChecklists, listsOfPacks } from '@postloan/core/checklist'
import type { Checklists } from '@postloan/core/checklist'
import { builtInPolicy } from '@postloan/core/policy'
import type { Policy } from '@postloan/core/policy'
import { readPack, verifyPack } from '@postloan/core/policy/pack'

import type { PageMap } from '../page-map/pageMapSchema.ts'

export interface PolicyOfPacks {
  readonly policy: Policy
  readonly lists: Checklists
  readonly maps: readonly PageMap[]
}

const builtIn: PolicyOfPacks = { policy: builtInPolicy, lists: builtInChecklists, maps: [] }

let known: { readonly key: string; readonly made: Promise<PolicyOfPacks> } | null = null

/**
 * The policy, checklists and page maps with these packs laid over ours, head office first. The engine and our own pages
 * both take it from here, so that what a page offers is what the engine checks. Made once for the same packs.
 */
export function policyOf(packs: readonly string[], trustedKeys: readonly string[]): Promise<PolicyOfPacks> {
  if (packs.length === 0) return Promise.resolve(builtIn)
  const key = JSON.stringify([packs, trustedKeys])
  if (known?.key !== key) known = { key, made: make(packs, trustedKeys) }
  return known.made
}

async function make(packs: readonly string[], trustedKeys: readonly string[]): Promise<PolicyOfPacks> {
  const read = await Promise.all(packs.map((text) => layerOf(text, trustedKeys)))
  const found = read.flatMap((layer) => layer ?? [])
  const layers = [
    ...found.filter(({ pack }) => pack.level !== '分行'),
    ...found.filter(({ pack }) => pack.level === '分行'),
  ]
  const { policy } = applyPacks(builtInPolicy, layers)
  const inForce = listsOfPacks(policy, layers)
  return {
    policy: inForce.policy,
    lists: inForce.lists,
    maps: layers.flatMap(({ pack }) => pack.pageMaps ?? []),
  }
}

/** Null for a text that is no pack, and for a pack that was changed after it was signed: that is nobody's. */
async function layerOf(text: string, trustedKeys: readonly string[]): Promise<PackLayer | null> {
  const read = readPack(text)
  const signature = await verifyPack(text)
  if (!read.ok || signature.state === 'broken') return null
  const trusted = signature.state === 'signed' && trustedKeys.includes(signature.fingerprint)
  return {
    pack: read.pack,
    signedBy: trusted ? { signer: signature.signer, keyFingerprint: signature.fingerprint } : null,
  }
}
