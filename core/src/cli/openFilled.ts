import type { FileNote } from '../check/index.ts'
import type { PackLayer } from '../check/pack/index.ts'
import type { Ledger } from '../ledger/index.ts'
import type { Policy } from '../policy/index.ts'
import { holdsNothing, noLedger, openLedger } from './checkFile.ts'
import type { FileError } from './fileReport.ts'
import { policyInForce } from './policyInForce.ts'

type OpenedFilled =
  | {
      readonly ok: true
      readonly ledger: Ledger
      /** The packs, and what a lead set in the template itself over them. */
      readonly layers: readonly PackLayer[]
      readonly policy: Policy
      readonly notes: readonly FileNote[]
    }
  | { readonly ok: false; readonly error: FileError }

/** Files as one ledger that has rows, with the policy that it is to be judged by. */
export async function openFilled(
  paths: readonly string[],
  {
    asOf = null,
    packs,
    onProgress = () => {},
  }: {
    readonly asOf?: number | null
    readonly packs: readonly PackLayer[]
    readonly onProgress?: (share: number) => void
  },
): Promise<OpenedFilled> {
  const opened = await openLedger(paths, asOf, policyInForce(packs), { onJson() {}, onProgress })
  if (!opened.ok) return opened
  const { ledger, notes } = opened
  if (holdsNothing(ledger)) return { ok: false, error: noLedger(paths.join(' + '), ledger) }
  const layers = [...packs, ...opened.layers]
  return { ok: true, ledger, layers, policy: policyInForce(layers), notes }
}

/** Mistakes in what a lead set in a template, each with its cell; other notes are told with the findings. */
export function settingNotes(notes: readonly FileNote[]): readonly string[] {
  return notes.filter(({ code }) => code === 'templateSetting').map(({ message }) => message)
}
