import { type FileNote, fingerprintPolicy } from '@postloan/core/check'
import { applyPacks, lintPack, type AppliedPolicy, type PackLayer } from '@postloan/core/check/pack'
import { type ChecklistsInForce, listsOfPacks } from '@postloan/core/checklist'
import { builtInPolicy, ruleCategories, type Policy } from '@postloan/core/policy'
import { decodePack, packMessages, verifyPack } from '@postloan/core/policy/pack'
import type { Workbook } from '@postloan/core/table'
import type { SettingProblem } from '@postloan/core/workbook/template'

import { messages } from '../messages.ts'
import type { PackOffer, PackView, PolicyView, PolicyWordsView, SettingsView } from '../types.ts'

/**
 * The policy in force: what comes with the product, with the officer's packs laid over it, and over those what is set in
 * the workbook itself where it is the standard template.
 */
export class PolicyBook {
  #applied: AppliedPolicy = { policy: builtInPolicy, changes: [] }
  #lists: ChecklistsInForce = listsOfPacks(builtInPolicy, [])
  #layers: readonly PackLayer[] = []
  #settings: Settings = noSettings

  get policy(): Policy {
    return this.#applied.policy
  }

  /** The checklists, with a policy that also holds the sources of the packs' own lists. */
  get lists(): ChecklistsInForce {
    return this.#lists
  }

  /** Mistakes in what is set in the workbook, each with its place. */
  get settingNotes(): readonly FileNote[] {
    return this.#settings.problems.map(({ sheet, cell, message }) => ({
      code: 'templateSetting',
      message: `${placeOf(sheet, cell)}  ${message}`,
    }))
  }

  /** Takes the parameters and rules written in the workbook; null where it is no template. */
  async readSettings(template: Workbook | null): Promise<void> {
    const before = JSON.stringify(this.#settings.layers)
    this.#settings = noSettings
    if (template) {
      // what reads a template is large, and most workbooks are none
      const { packOfTemplates } = await import('@postloan/core/workbook/template')
      this.#settings = packOfTemplates([template], applyPacks(builtInPolicy, this.#layers).policy)
    }
    // the same settings are the same policy: what was made ready for it still holds
    if (JSON.stringify(this.#settings.layers) !== before) this.#apply()
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
    this.#apply()
  }

  #apply(): void {
    const layers = [...this.#layers, ...this.#settings.layers]
    this.#applied = applyPacks(builtInPolicy, layers)
    this.#lists = listsOfPacks(this.#applied.policy, layers)
  }

  view(): PolicyView {
    const { policy, changes } = this.#applied
    return {
      id: policy.id,
      version: policy.version,
      fingerprint: fingerprintPolicy(policy),
      ruleCount: policy.rules.length,
      packs: this.#layers.map(viewOf),
      settings: viewOfSettings(this.#settings),
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

interface Settings {
  readonly layers: readonly PackLayer[]
  readonly problems: readonly SettingProblem[]
}

const noSettings: Settings = { layers: [], problems: [] }

function viewOfSettings({ layers: [layer], problems }: Settings): SettingsView | null {
  if (!layer && problems.length === 0) return null
  return {
    pack: layer ? viewOf(layer) : null,
    problems: problems.map(({ sheet, cell, message }) => ({ place: placeOf(sheet, cell), message })),
  }
}

function placeOf(sheet: string, cell: string): string {
  return [sheet, cell].filter((part) => part !== '').join(' ')
}

function viewOf({ pack, signedBy }: PackLayer): PackView {
  const { id, title, version, issuer, level } = pack
  return { id, title, version, issuer, level, signedBy }
}
