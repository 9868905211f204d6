import type { SheetChoice } from '@postloan/core/ledger'

import type { BankDetails } from './paperTypes.ts'
import type { SessionSettings } from './types.ts'
import { readChoices } from './workbookStore.ts'

/** The browser's storage, or nothing where it is blocked. */
export interface KeyValueStore {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
}

export const defaultSettings: SessionSettings = { by: '', maxComments: 200, liveDelay: 200, bank: {} }
const MAPPINGS = 'postloan.mappings'
const SETTINGS = 'postloan.settings'
const PACKS = 'postloan.packs'
const TRUST = 'postloan.trust'
const MAPPINGS_KEPT = 40

/** What is remembered on this machine, whatever workbook is open. Storage that fails is as good as empty. */
export class LocalMemory {
  readonly #store: KeyValueStore | null

  constructor(store: KeyValueStore | null) {
    this.#store = store
  }

  settings(): SessionSettings {
    const kept = this.#read(SETTINGS)
    if (typeof kept !== 'object' || kept === null) return defaultSettings
    const by = 'by' in kept && typeof kept.by === 'string' ? kept.by : defaultSettings.by
    const most = 'maxComments' in kept && typeof kept.maxComments === 'number' ? kept.maxComments : 200
    const delay = 'liveDelay' in kept && typeof kept.liveDelay === 'number' ? kept.liveDelay : 200
    return {
      by,
      maxComments: Math.min(2_000, Math.max(1, most)),
      liveDelay: Math.max(0, delay),
      bank: readBank('bank' in kept ? kept.bank : null),
    }
  }

  saveSettings(settings: SessionSettings): boolean {
    return this.#write(SETTINGS, settings)
  }

  /** What was decided about a sheet with this header. */
  mapping(fingerprint: string): SheetChoice | null {
    return readChoices(this.#read(MAPPINGS))[fingerprint] ?? null
  }

  saveMapping(fingerprint: string, choice: SheetChoice | null): boolean {
    const { [fingerprint]: _before, ...others } = readChoices(this.#read(MAPPINGS))
    const kept = Object.entries(others).slice(-MAPPINGS_KEPT)
    const now = choice ? [...kept, [fingerprint, choice] as const] : kept
    return this.#write(MAPPINGS, Object.fromEntries(now))
  }

  packs(): readonly string[] {
    const kept = this.#read(PACKS)
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []
  }

  savePacks(packs: readonly string[]): boolean {
    return this.#write(PACKS, packs)
  }

  /** Keys seen, as `pack=fingerprint`. */
  trusted(): readonly string[] {
    const kept = this.#read(TRUST)
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []
  }

  trust(pack: string, fingerprint: string): boolean {
    const entry = `${pack}=${fingerprint}`
    return this.#write(TRUST, [...new Set([...this.trusted(), entry])])
  }

  #read(key: string): unknown {
    try {
      const text = this.#store?.getItem(key)
      return text === null || text === undefined ? null : JSON.parse(text)
    } catch {
      return null
    }
  }

  #write(key: string, value: unknown): boolean {
    try {
      this.#store?.setItem(key, JSON.stringify(value))
      return this.#store !== null
    } catch {
      return false
    }
  }
}

const bankKeys = ['bankName', 'orgName', 'phone', 'address', 'complaintPhone', 'supervisor'] as const

function readBank(value: unknown): BankDetails {
  if (typeof value !== 'object' || value === null) return {}
  const kept = new Map(Object.entries(value))
  return Object.fromEntries(
    bankKeys.flatMap((key) => {
      const text: unknown = kept.get(key)
      return typeof text === 'string' && text !== '' ? [[key, text]] : []
    }),
  )
}
