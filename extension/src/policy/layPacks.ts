import { applyPacks } from '@postloan/core/check/pack'
import type { PackLayer } from '@postloan/core/check/pack'
import { listsOfPacks } from '@postloan/core/checklist'
import { builtInPolicy } from '@postloan/core/policy'
import { readPack, verifyPack } from '@postloan/core/policy/pack'

import type { PolicyOfPacks } from './policyOf.ts'

/** Our policy, checklists and page maps with these packs laid over them, head office first. */
export async function layPacks(
  packs: readonly string[],
  trustedKeys: readonly string[],
): Promise<PolicyOfPacks> {
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
