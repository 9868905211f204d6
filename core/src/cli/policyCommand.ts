import { parseArgs } from 'node:util'

import { runSubcommand, flag, help, output, several, word, type CommandRead } from './commandLine.ts'
import { policyMessages as words } from './policyMessages.ts'
import { diffPolicies, lintPolicy, showPolicy } from './policyReading.ts'
import { makeKey, signPolicy, verifyPolicy } from './policySigning.ts'
import { explainOptions } from './readArguments.ts'
import type { Terminal } from './runCheck.ts'

const options = {
  json: flag,
  force: flag,
  base: several,
  trust: several,
  key: word,
  name: word,
  output,
  'passphrase-file': word,
  help,
} as const

/** What was written after `postloan policy <command>`. */
export interface PolicyArguments {
  readonly files: readonly string[]
  readonly json: boolean
  readonly force: boolean
  readonly base: readonly string[]
  readonly trust: readonly string[]
  readonly key: string | null
  readonly name: string | null
  readonly output: string | null
  readonly passphraseFile: string | null
}

type Run = (given: PolicyArguments, terminal: Terminal) => Promise<0 | 1 | 2>

/** Each with how it is written and how many files it takes at least. */
const commands: ReadonlyMap<string, { readonly run: Run; readonly usage: string; readonly files: number }> =
  new Map([
    ['show', { run: showPolicy, usage: 'show [策略包…]', files: 0 }],
    ['lint', { run: lintPolicy, usage: 'lint <策略包>', files: 1 }],
    ['diff', { run: diffPolicies, usage: 'diff <策略包> <策略包>', files: 2 }],
    ['sign', { run: signPolicy, usage: 'sign <策略包> --key <密钥文件>', files: 1 }],
    ['verify', { run: verifyPolicy, usage: 'verify <策略包>', files: 1 }],
    ['new-key', { run: makeKey, usage: 'new-key --name <姓名> -o <密钥文件>', files: 0 }],
  ])

/** `postloan policy …`: the words after it in, an exit code out. */
export function runPolicy(written: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  return runSubcommand(written, commands, readOptions, words, terminal)
}

function readOptions(rest: readonly string[]): CommandRead<PolicyArguments> {
  try {
    const { values, positionals } = parseArgs({ args: [...rest], options, allowPositionals: true })
    if (values.help) return { ok: true, given: 'help' }
    const given: PolicyArguments = {
      files: positionals,
      json: values.json,
      force: values.force,
      base: values.base ?? [],
      trust: values.trust ?? [],
      key: values.key ?? null,
      name: values.name ?? null,
      output: values.output ?? null,
      passphraseFile: values['passphrase-file'] ?? null,
    }
    return { ok: true, given }
  } catch (caught) {
    return { ok: false, message: explainOptions(caught) }
  }
}
