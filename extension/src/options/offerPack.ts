import { applyPacks, lintPack } from '@postloan/core/check/pack'
import { builtInPolicy } from '@postloan/core/policy'
import { decodePack, packMessages, verifyPack } from '@postloan/core/policy/pack'
import type { PackProblem } from '@postloan/core/policy/pack'

export type PackOffer =
  | { readonly state: 'refused'; readonly reason: string; readonly problems: readonly PackProblem[] }
  | { readonly state: 'sound' | 'newKey'; readonly text: string; readonly pack: PackView }

/** A pack as the options show it. */
export interface PackView {
  readonly id: string
  readonly title: string
  readonly version: string
  /** Who signed it with which key; null where nobody did. */
  readonly signedBy: { readonly signer: string; readonly fingerprint: string } | null
  readonly isTrusted: boolean
  /** What it wants to change, and how much of that it may not because its key is not trusted. */
  readonly changes: number
  readonly refused: number
}

/** Looks over a file that somebody wants as a policy pack: signature, mistakes, and whether its key is known. */
export async function offerPack(bytes: Uint8Array, trustedKeys: readonly string[]): Promise<PackOffer> {
  const text = decodePack(bytes)
  if (text === null) return { state: 'refused', reason: packMessages.notUtf8, problems: [] }
  const signature = await verifyPack(text)
  if (signature.state === 'broken') return { state: 'refused', reason: signature.message, problems: [] }
  const { pack, findings } = lintPack(text, builtInPolicy)
  const problems = findings.filter(({ level }) => level === 'error')
  if (!pack || problems.length > 0) return { state: 'refused', reason: '', problems }
  const view = await viewPack(text, trustedKeys)
  if (!view) return { state: 'refused', reason: '', problems }
  return { state: view.signedBy && !view.isTrusted ? 'newKey' : 'sound', text, pack: view }
}

/** Null for what is no pack, or was changed after it was signed: the engine takes neither. */
export async function viewPack(text: string, trustedKeys: readonly string[]): Promise<PackView | null> {
  const signature = await verifyPack(text)
  const { pack } = lintPack(text, builtInPolicy)
  if (!pack || signature.state === 'broken') return null
  const signedBy =
    signature.state === 'signed' ? { signer: signature.signer, fingerprint: signature.fingerprint } : null
  const isTrusted = signedBy !== null && trustedKeys.includes(signedBy.fingerprint)
  const layer = isTrusted ? { signer: signedBy.signer, keyFingerprint: signedBy.fingerprint } : null
  const { changes } = applyPacks(builtInPolicy, [{ pack, signedBy: layer }])
  const { id, title, version } = pack
  const refused = changes.filter(({ taken }) => !taken).length
  return { id, title, version, signedBy, isTrusted, changes: changes.length, refused }
}
