import { z } from 'zod'

import type { Store } from './database.ts'

/** What a person or the bank's IT may set. */
export const settingsSchema = z.strictObject({
  /** Everything off: no page is read. */
  on: z.boolean(),
  marks: z.boolean(),
  saveNotice: z.boolean(),
  panel: z.enum(['dock', 'side']),
  dailyNotice: z.boolean(),
  retentionYears: z.number().int().min(1).max(30),
  userName: z.string().max(40),
  /** Match patterns of the bank's systems: `http://credit.bank.intra/*`. */
  hosts: z.array(z.string().max(200)).max(50),
  /** Texts of policy packs. */
  packs: z.array(z.string()).max(10),
  /** Fingerprints of the keys whose packs may loosen. */
  trustedKeys: z.array(z.string().max(100)).max(20),
})

export type Settings = z.infer<typeof settingsSchema>

export const defaults: Settings = {
  on: true,
  marks: true,
  saveNotice: true,
  panel: 'dock',
  dailyNotice: false,
  retentionYears: 5,
  userName: '',
  hosts: [],
  packs: [],
  trustedKeys: [],
}

export interface SettingsInForce {
  readonly values: Settings
  /** Names that enterprise policy has set: shown, not to be changed. */
  readonly managed: readonly (keyof Settings)[]
  /** Version that the policy gives itself; '' where there is none. */
  readonly managedVersion: string
  /** Names that the policy sets to something that cannot be read; the person's own value holds there. */
  readonly refused: readonly string[]
}

const partial = settingsSchema.partial()

/** The bank's settings over the person's over the defaults; each is looked at alone, so that one mistake spoils one. */
export function settingsInForce(own: unknown, managed: unknown): SettingsInForce {
  const values: Record<string, unknown> = { ...defaults }
  const names: (keyof Settings)[] = []
  const refused: string[] = []
  const given = z.record(z.string(), z.unknown())
  const apply = (from: unknown, isManaged: boolean): void => {
    const record = given.safeParse(from)
    if (!record.success) return
    for (const [name, value] of Object.entries(record.data)) {
      if (!isName(name)) continue
      const read = partial.safeParse({ [name]: value })
      if (read.success) {
        values[name] = value
        if (isManaged) names.push(name)
      } else if (isManaged) refused.push(name)
    }
  }
  apply(own, false)
  apply(managed, true)
  const version = given.safeParse(managed).data?.['version']
  return {
    values: settingsSchema.parse(values),
    managed: names,
    managedVersion: typeof version === 'string' ? version : '',
    refused,
  }
}

export async function readOwnSettings(store: Store): Promise<unknown> {
  return (await store.settings.get('settings'))?.value ?? {}
}

export async function saveSettings(store: Store, changed: Partial<Settings>): Promise<void> {
  await store.transaction('rw', ['settings'], async () => {
    const before = z.record(z.string(), z.unknown()).safeParse(await readOwnSettings(store))
    await store.settings.put({ name: 'settings', value: { ...before.data, ...changed } })
  })
}

function isName(name: string): name is keyof Settings {
  return Object.hasOwn(defaults, name)
}
