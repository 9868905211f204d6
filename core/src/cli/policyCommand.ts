import { parseArgs } from 'node:util'

import { policyMessages as words } from './policyMessages.ts'
import { diffPolicies, lintPolicy, showPolicy } from './policyReading.ts'
import { makeKey, signPolicy, verifyPolicy } from './policySigning.ts'
import type { Terminal } from './runCheck.ts'

const word = { type: 'string' } as const
const several = { type: 'string', multiple: true } as const
const flag = { type: 'boolean', default: false } as const
const options = {
  json: flag,
  force: flag,
  base: several,
  trust: several,
  key: word,
  name: word,
  output: { type: 'string', short: 'o' },
  'passphrase-file': word,
  help: { type: 'boolean', short: 'h', default: false },
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
export async function runPolicy(written: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const [name = 'help', ...rest] = written
  const command = commands.get(name)
  if (name === 'help' || name === '--help' || name === '-h') {
    await terminal.out.write(`${words.help}\n`)
    return 0
  }
  const refuse = async (message: string): Promise<2> => {
    await terminal.log.write(`${message}\n`)
    return 2
  }
  if (!command) return refuse(words.unknownCommand(name))
  const read = readOptions(rest)
  if (typeof read === 'string') return refuse(words.badOption(read))
  if (read === null) {
    await terminal.out.write(`${words.help}\n`)
    return 0
  }
  if (read.files.length < command.files) return refuse(words.noFile(command.usage))
  return command.run(read, terminal)
}

/** Null where help is asked for; a text where an option is not understood. */
function readOptions(rest: readonly string[]): PolicyArguments | string | null {
  try {
    const { values, positionals } = parseArgs({ args: [...rest], options, allowPositionals: true })
    if (values.help) return null
    return {
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
  } catch (caught) {
    const code = caught instanceof Error && 'code' in caught ? String(caught.code) : ''
    if (!code.startsWith('ERR_PARSE_ARGS') || !(caught instanceof Error)) throw caught
    return /'(-{1,2}[^' ]+)/.exec(caught.message)?.[1] ?? rest.join(' ')
  }
}
