import { fingerprintPolicy } from '@postloan/core/check'
import { applyPacks, lintPack, type AppliedPolicy, type PackLayer } from '@postloan/core/check/pack'
import { builtInPolicy, ruleCategories, type Policy } from '@postloan/core/policy'
import { decodePack, packMessages, verifyPack } from '@postloan/core/policy/pack'

import { messages } from '../messages.ts'
import type { PackOffer, PackView, PolicyView, PolicyWordsView } from '../types.ts'

/** The policy in force: what comes with the product, with the officer's packs laid over it. */
export class PolicyBook {
  #applied: AppliedPolicy = { policy: builtInPolicy, changes: [] }
  #layers: readonly PackLayer[] = []

  get policy(): Policy {
    return this.#applied.policy
  }

  /** Takes packs that were looked over before, by their text; one that no longer reads is left out. */
  async set(texts: readonly string[]): Promise<void> {
    const layers: PackLayer[] = []
    let base: Policy = builtInPolicy
    for (const text of texts) {
      const signature = await verifyPack(text)
      const { pack, findings } = lintPack(text, base)
      if (signature.state === 'broken' || !pack || findings.some(({ level }) => level === 'error')) continue
      const signedBy =
        signature.state === 'signed'
          ? { signer: signature.signer, keyFingerprint: signature.fingerprint }
          : null
      layers.push({ pack, signedBy })
      base = applyPacks(builtInPolicy, layers).policy
    }
    this.#layers = layers
    this.#applied = applyPacks(builtInPolicy, layers)
  }

  view(): PolicyView {
    const { policy, changes } = this.#applied
    return {
      id: policy.id,
      version: policy.version,
      fingerprint: fingerprintPolicy(policy),
      ruleCount: policy.rules.length,
      packs: this.#layers.map(viewOf),
      changes,
      notes: (policy.notes ?? []).map(({ message }) => message),
    }
  }

  words(): PolicyWordsView {
    const { rules, fields } = this.policy
    const titles = new Map<string, string>(Object.entries(ruleCategories).map(([id, title]) => [id, title]))
    return {
      rules: Object.fromEntries(
        rules.map(({ id, nameZh, category }) => [
          id,
          { name: nameZh, category: titles.get(category) ?? category },
        ]),
      ),
      fields: Object.fromEntries(fields.map(({ key, name }) => [key, name])),
    }
  }

  /** Looks a pack over: signature, whether the key is known, mistakes, what it changes. */
  async offer(fileName: string, bytes: Uint8Array, trusted: readonly string[]): Promise<PackOffer> {
    const refused = (reason: string, more: Partial<PackOffer> = {}): PackOffer => ({
      fileName,
      text: '',
      pack: null,
      state: 'refused',
      problems: [],
      changes: [],
      reason,
      ...more,
    })
    const text = decodePack(bytes)
    if (text === null) return refused(packMessages.notUtf8)
    const signature = await verifyPack(text)
    if (signature.state === 'broken') return refused(signature.message)
    const { pack, findings } = lintPack(text, builtInPolicy)
    const problems = findings.map(({ level, line, column, message }) => ({ level, line, column, message }))
    if (!pack || problems.some(({ level }) => level === 'error')) {
      return refused(messages.pack.hasErrors, { problems })
    }
    const signedBy =
      signature.state === 'signed'
        ? { signer: signature.signer, keyFingerprint: signature.fingerprint }
        : null
    const layer: PackLayer = { pack, signedBy }
    const { changes } = applyPacks(builtInPolicy, [layer])
    const view = viewOf(layer)
    // one key per pack: a second one is nobody's word for the first
    const pinned = trusted.filter((one) => one.startsWith(`${pack.id}=`))
    const isKnown = signedBy !== null && pinned.includes(`${pack.id}=${signedBy.keyFingerprint}`)
    if (signedBy && pinned.length > 0 && !isKnown) {
      return refused(messages.pack.keyChanged(signedBy.keyFingerprint), { pack: view, problems, changes })
    }
    const state = signedBy === null || isKnown ? 'sound' : 'newKey'
    return { fileName, text, pack: view, state, problems, changes, reason: '' }
  }
}

function viewOf({ pack, signedBy }: PackLayer): PackView {
  const { id, title, version, issuer, level } = pack
  return { id, title, version, issuer, level, signedBy }
}
