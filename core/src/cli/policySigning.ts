import { readFile } from 'node:fs/promises'

import { applyPacks, lintPack } from '../check/pack/index.ts'
import { builtInPolicy } from '../policy/index.ts'
import { newKeyFile, openKeyFile, signPack, verifyPack } from '../policy/pack/index.ts'
import type { PolicyArguments } from './policyCommand.ts'
import { findingLine, loadPacks, readText } from './policyFiles.ts'
import { policyMessages as words } from './policyMessages.ts'
import { trustKey } from './policyTrust.ts'
import { readPassphrase } from './readPassphrase.ts'
import { refuse } from './refuse.ts'
import type { Terminal } from './runCheck.ts'
import { today } from './today.ts'
import { writeWhole } from './writeAnnotated.ts'

/** `policy new-key`: a key pair, its private half encrypted with a passphrase. */
export async function makeKey(given: PolicyArguments, terminal: Terminal): Promise<0 | 2> {
  if (given.name === null) return refuse(terminal, [words.key.noName])
  if (given.output === null) return refuse(terminal, [words.key.noOutput])
  const read = await readPassphrase(given.passphraseFile, true)
  if (!read.ok) return refuse(terminal, [read.message])
  const made = await newKeyFile(given.name, read.passphrase)
  if (!made.ok) return refuse(terminal, [made.message])
  const bytes = new TextEncoder().encode(`${JSON.stringify(made.value, null, 2)}\n`)
  const refused = await writeWhole(given.output, bytes, given.force)
  if (refused) return refuse(terminal, [refused.message])
  await terminal.out.write(`${words.key.made(given.output, made.value.fingerprint)}\n`)
  return 0
}

/** `policy sign`: lints first, so that nobody signs what cannot be used. */
export async function signPolicy(given: PolicyArguments, terminal: Terminal): Promise<0 | 2> {
  const [file = ''] = given.files
  if (given.key === null) return refuse(terminal, [words.key.noKey])
  const text = await readText(file)
  if (!text.ok) return refuse(terminal, [text.message])
  const base = await loadPacks(given.base, given.trust, { pin: false })
  if (base.errors.length > 0)
    return refuse(
      terminal,
      base.errors.map(({ message }) => message),
    )
  const { findings } = lintPack(text.text, applyPacks(builtInPolicy, base.layers).policy)
  const errors = findings.filter(({ level }) => level === 'error')
  if (errors.length > 0) return refuse(terminal, [words.sign.notSigned(file), ...errors.map(findingLine)])
  const keyText = await readFile(given.key, 'utf8').catch(() => null)
  if (keyText === null) return refuse(terminal, [words.key.unreadable(given.key)])
  const read = await readPassphrase(given.passphraseFile, false)
  if (!read.ok) return refuse(terminal, [read.message])
  const key = await openKeyFile(keyText, read.passphrase)
  if (!key.ok) return refuse(terminal, [key.message])
  const signed = await signPack(text.text, key.value, today())
  if (signed === null) throw new Error('a pack that was linted is a JSON object')
  // a pack is signed where it stands; under another name only what is not there yet is written
  const output = given.output ?? file
  const refused = await writeWhole(
    output,
    new TextEncoder().encode(signed),
    given.force || given.output === null,
  )
  if (refused) return refuse(terminal, [refused.message])
  await terminal.out.write(`${words.sign.done(output, key.value.signer, key.value.fingerprint)}\n`)
  return 0
}

/** `policy verify`: 0 signed by a key that is trusted or new, 1 not signed, 2 altered or another key. */
export async function verifyPolicy(given: PolicyArguments, terminal: Terminal): Promise<0 | 1 | 2> {
  const [file = ''] = given.files
  const text = await readText(file)
  if (!text.ok) return refuse(terminal, [text.message])
  const { pack, findings } = lintPack(text.text, builtInPolicy)
  if (!pack)
    return refuse(terminal, [words.refusedLint(file, findings.slice(0, 3).map(findingLine), findings.length)])
  const signature = await verifyPack(text.text)
  if (signature.state === 'broken') return refuse(terminal, [words.refused(file, signature.message)])
  if (signature.state === 'unsigned') {
    await terminal.out.write(`${words.verify.unsigned}\n`)
    return 1
  }
  const { signer, signedAt, fingerprint } = signature
  const trust = await trustKey(pack.id, signature, given.trust)
  if (!trust.ok) return refuse(terminal, [words.refused(file, trust.message)])
  await terminal.out.write(
    `${words.verify.signed(signer, signedAt, fingerprint)}\n${trust.firstUse ? words.verify.firstUse : words.verify.known}\n`,
  )
  return 0
}
