import type { PolicyChange } from '@postloan/core/check/pack'

export interface PolicyView {
  readonly id: string
  readonly version: string
  readonly fingerprint: string
  readonly ruleCount: number
  readonly packs: readonly PackView[]
  /** What is set in the workbook itself; null where it is no template, or nothing is set in it. */
  readonly settings: SettingsView | null
  readonly changes: readonly PolicyChange[]
  readonly notes: readonly string[]
}

export interface SettingsView {
  /** Unsigned, always; null where nothing of it holds. */
  readonly pack: PackView | null
  /** Rows that are not taken, with why. */
  readonly problems: readonly { readonly place: string; readonly message: string }[]
}

export interface PackView {
  readonly id: string
  readonly title: string
  readonly version: string
  readonly issuer: string
  readonly level: string
  /** Null: 未签名. */
  readonly signedBy: { readonly signer: string; readonly keyFingerprint: string } | null
}

export interface PackOffer {
  readonly fileName: string
  readonly text: string
  readonly pack: PackView | null
  /** May be taken. A key never seen before has to be compared by a person first. */
  readonly state: 'sound' | 'newKey' | 'refused'
  /** Mistakes and hints, with line and column. */
  readonly problems: readonly {
    readonly level: 'error' | 'hint'
    readonly line: number
    readonly column: number
    readonly message: string
  }[]
  readonly changes: readonly PolicyChange[]
  /** Why it is refused. */
  readonly reason: string
}
