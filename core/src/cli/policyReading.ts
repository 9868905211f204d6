import { fingerprintPolicy } from '../check/index.ts'
import { applyPacks, diffPacks, layerTitle, lintPack, packWords, showParameter } from '../check/pack/index.ts'
import { builtInPolicy, type Policy } from '../policy/index.ts'
import type { Pack } from '../policy/pack/index.ts'
import type { PolicyArguments } from './policyCommand.ts'
import { findingLine, loadPacks, readText } from './policyFiles.ts'
import { policyMessages as words } from './policyMessages.ts'
import { refuse } from './refuse.ts'
import type { Terminal } from './runCheck.ts'
import { basisOf } from './selectFindings.ts'
import { cut, formatTable } from './textWidth.ts'

/** `policy show`: the policy in force with these packs, each change with where it comes from. */
export async function showPolicy(given: PolicyArguments, terminal: Terminal): Promise<0 | 2> {
  const { layers, errors } = await loadPacks(given.files, given.trust, { pin: false })
  if (errors.length > 0)
    return refuse(
      terminal,
      errors.map(({ message }) => message),
    )
  const applied = applyPacks(builtInPolicy, layers)
  const { policy, changes } = applied
  const fingerprint = fingerprintPolicy(policy)
  if (given.json) {
    const { id, version, layers: inForce = [], notes = [], parameters } = policy
    const document = {
      document: 'postloan.policyInForce',
      version: 1,
      policy: { id, version, fingerprint, layers: inForce },
      changes: changes.map(({ origin, ...change }) => ({ ...change, origin: origin.id })),
      notes,
      parameters,
    }
    await terminal.out.write(`${JSON.stringify(document, null, 2)}\n`)
    return 0
  }
  const lines = [
    words.show.policy(policy.id, policy.version),
    words.show.fingerprint(fingerprint),
    words.show.count(policy.rules.length, policy.parameters.length, policy.fields.length),
  ]
  const layerLines = (policy.layers ?? []).map((layer) => {
    const { signedBy } = layer
    const by = signedBy ? packWords.signed(signedBy.signer, signedBy.keyFingerprint) : packWords.unsigned
    return `  ${words.show.layer(layerTitle(layer), by)}`
  })
  if (layerLines.length === 0) lines.push('', ...parameterLines(policy))
  else lines.push('', words.show.layers, ...layerLines)
  if (changes.length > 0) {
    const rows = changes.map((change) => [
      packWords.part[change.part],
      change.subject,
      change.before,
      change.after,
      packWords.direction[change.direction],
      change.origin.title,
      change.taken ? (change.reason ?? '') : words.show.notTaken,
    ])
    lines.push('', words.show.changes, ...formatTable([words.show.header, ...rows], '  '))
  }
  const notes = policy.notes ?? []
  if (notes.length > 0) lines.push('', words.show.notes, ...notes.map(({ message }) => `  ${message}`))
  await terminal.out.write(`${lines.join('\n')}\n`)
  return 0
}

function parameterLines(policy: Policy): string[] {
  const rows = policy.parameters.map((parameter) => [
    parameter.name,
    cut(showParameter(parameter), 60),
    cut(basisOf([...new Set(parameter.values.map(({ source }) => source))], policy), 60),
  ])
  return [words.show.parameters, ...formatTable([words.show.parameterHeader, ...rows], '  ')]
}

/** `policy lint`: 0 nothing wrong, 1 hints only, 2 errors. */
export async function lintPolicy(given: PolicyArguments, terminal: Terminal): Promise<0 | 1 | 2> {
  const base = await loadPacks(given.base, given.trust, { pin: false })
  if (base.errors.length > 0)
    return refuse(
      terminal,
      base.errors.map(({ message }) => message),
    )
  const { policy } = applyPacks(builtInPolicy, base.layers)
  let worst: 0 | 1 | 2 = 0
  for (const file of given.files) {
    const read = await readText(file)
    if (!read.ok) return refuse(terminal, [read.message])
    const { findings } = lintPack(read.text, policy)
    const errors = findings.filter(({ level }) => level === 'error').length
    if (findings.length > 0 && worst === 0) worst = 1
    if (errors > 0) worst = 2
    const lines = findings.map((one) => `${words.lint.level[one.level]}  ${findingLine(one)}`)
    const total = words.lint.total(errors, findings.length - errors)
    await terminal.out.write(
      findings.length === 0 ? `${words.lint.sound(file)}\n` : `${[file, ...lines, total].join('\n')}\n`,
    )
  }
  return worst
}

/** `policy diff`: 0 the same, 1 not. */
export async function diffPolicies(given: PolicyArguments, terminal: Terminal): Promise<0 | 1 | 2> {
  const [first, second] = await Promise.all(given.files.slice(0, 2).map(soundPack))
  if (!first?.ok || !second?.ok) {
    return refuse(
      terminal,
      [first, second].flatMap((one) => (one && !one.ok ? [one.message] : [])),
    )
  }
  const differences = diffPacks(first.pack, second.pack, builtInPolicy)
  if (given.json) {
    const document = { document: 'postloan.policyDiff', version: 1, differences }
    await terminal.out.write(`${JSON.stringify(document, null, 2)}\n`)
  } else if (differences.length === 0) await terminal.out.write(`${words.diff.same}\n`)
  else {
    const rows = differences.map((one) => [
      packWords.part[one.part],
      one.subject,
      one.first ?? words.diff.untouched,
      one.second ?? words.diff.untouched,
    ])
    await terminal.out.write(`${formatTable([words.diff.header, ...rows]).join('\n')}\n`)
  }
  return differences.length === 0 ? 0 : 1
}

type SoundPack = { readonly ok: true; readonly pack: Pack } | { readonly ok: false; readonly message: string }

async function soundPack(file: string): Promise<SoundPack> {
  const read = await readText(file)
  if (!read.ok) return { ok: false, message: read.message }
  const { pack, findings } = lintPack(read.text, builtInPolicy)
  if (pack) return { ok: true, pack }
  return {
    ok: false,
    message: words.refusedLint(file, findings.slice(0, 3).map(findingLine), findings.length),
  }
}
