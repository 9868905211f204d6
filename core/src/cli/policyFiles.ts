import { applyPacks, lintPack, type PackFinding, type PackLayer } from '../check/pack/index.ts'
import { builtInPolicy, type Policy } from '../policy/index.ts'
import { decodePack, packMessages, readPack, verifyPack, type SignatureState } from '../policy/pack/index.ts'
import { readBytes } from '../workbook/node/index.ts'
import type { FileError } from './fileReport.ts'
import { policyMessages as words } from './policyMessages.ts'
import { pinKey, trustKey } from './policyTrust.ts'

export interface LoadedPacks {
  readonly layers: readonly PackLayer[]
  readonly errors: readonly FileError[]
  /** Lines for the log: keys seen for the first time. */
  readonly said: readonly string[]
}

/**
 * Reads packs for use: signature, trust, then lint against what they are laid over. A pack with a wrong signature, a
 * key that is not trusted or an error in it is not used at all. `pin` remembers a key seen for the first time.
 */
export async function loadPacks(
  paths: readonly string[],
  trusted: readonly string[],
  { pin }: { readonly pin: boolean },
): Promise<LoadedPacks> {
  const errors: FileError[] = []
  const said: string[] = []
  const read: { readonly file: string; readonly text: string; readonly signature: SignatureState }[] = []
  for (const file of paths) {
    const text = await readText(file)
    if (!text.ok) errors.push({ file, code: text.code, message: text.message })
    else read.push({ file, text: text.text, signature: await verifyPack(text.text) })
  }
  // head office first: a branch may speak of rules and fields that head office brings
  const isBranch = ({ text }: { readonly text: string }): boolean => {
    const one = readPack(text)
    return one.ok && one.pack.level === '分行'
  }
  const ordered = [...read.filter((one) => !isBranch(one)), ...read.filter(isBranch)]
  const layers: PackLayer[] = []
  let base: Policy = builtInPolicy
  for (const { file, text, signature } of ordered) {
    if (signature.state === 'broken') {
      errors.push({ file, code: 'packSignature', message: words.refused(file, signature.message) })
      continue
    }
    const { pack, findings } = lintPack(text, base)
    const faults = findings.filter(({ level }) => level === 'error')
    if (!pack || faults.length > 0) {
      const message = words.refusedLint(file, faults.slice(0, 3).map(findingLine), faults.length)
      errors.push({ file, code: 'packLint', message })
      continue
    }
    if (signature.state === 'signed') {
      const trust = await trustKey(pack.id, signature, trusted)
      if (!trust.ok) {
        errors.push({ file, code: 'packTrust', message: words.refused(file, trust.message) })
        continue
      }
      if (trust.firstUse && pin) {
        const kept = await pinKey(pack.id, signature)
        said.push(words.trust.firstUse(pack.title, signature.signer, signature.fingerprint, kept))
      }
    }
    const signedBy =
      signature.state === 'signed'
        ? { signer: signature.signer, keyFingerprint: signature.fingerprint }
        : null
    const layer: PackLayer = { pack, signedBy }
    layers.push(layer)
    base = applyPacks(base, [layer]).policy
  }
  return { layers, errors, said }
}

type ReadText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: string; readonly message: string }

/** Bytes; a pack with a few hundred rules and page maps is far below it. */
const largest = 8_000_000

/** A pack's text, or why it cannot be read. */
export async function readText(file: string): Promise<ReadText> {
  const read = await readBytes(file)
  if (!read.ok) return { ok: false, code: read.error.code, message: words.refused(file, read.error.message) }
  if (read.bytes.length > largest)
    return { ok: false, code: 'tooLarge', message: words.refused(file, packMessages.tooLarge) }
  const text = decodePack(read.bytes)
  if (text === null) return { ok: false, code: 'notUtf8', message: words.refused(file, packMessages.notUtf8) }
  return { ok: true, text }
}

/** `第 12 行第 5 列  …` */
export function findingLine({ line, column, message }: PackFinding): string {
  // what is quoted from a file must not steer the terminal
  const shown = message.replaceAll(/\p{Cc}/gu, '�')
  return line === 0 ? shown : `${packMessages.place(line, column)}  ${shown}`
}
