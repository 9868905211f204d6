import { refuse } from './refuse.ts'
import type { Terminal } from './runCheck.ts'

/** Kinds of options, as node:util's parseArgs takes them. */
export const word = { type: 'string' } as const
export const several = { type: 'string', multiple: true } as const
export const flag = { type: 'boolean', default: false } as const
export const output = { type: 'string', short: 'o' } as const
export const help = { type: 'boolean', short: 'h', default: false } as const
/** Policy packs and the keys that they may be signed with. */
export const packOptions = { policy: several, trust: several } as const

/** A command's words understood, or its help asked for, or why they cannot be meant. */
export type CommandRead<Given> =
  | { readonly ok: true; readonly given: Given | 'help' }
  | { readonly ok: false; readonly message: string }

type Asked<Given> =
  | { readonly go: true; readonly given: Given }
  | { readonly go: false; readonly code: 0 | 2 }

/** What is to be done; where there is nothing to do, help or refusal is written and the exit code given. */
export async function askedFor<Given extends object>(
  read: CommandRead<Given>,
  helpText: string,
  terminal: Terminal,
): Promise<Asked<Given>> {
  if (!read.ok) return { go: false, code: await refuse(terminal, read.message) }
  if (read.given === 'help') {
    await terminal.out.write(`${helpText}\n`)
    return { go: false, code: 0 }
  }
  return { go: true, given: read.given }
}

export interface Subcommand<Given> {
  readonly run: (given: Given, terminal: Terminal) => Promise<0 | 1 | 2>
  /** Its files as they are written in the help. */
  readonly usage?: string
  /** How many files it takes at least. */
  readonly files: number
}

interface SubcommandWords {
  readonly help: string
  readonly unknownCommand: (name: string) => string
  /** Said where files are missing: how the command is written. */
  readonly noFile: (usage: string) => string
}

/** The command within a command (`policy lint`) runs on what `read` makes of the words after it. */
export async function runSubcommand<Given extends { readonly files: readonly string[] }>(
  [name = 'help', ...rest]: readonly string[],
  commands: ReadonlyMap<string, Subcommand<Given>>,
  read: (rest: readonly string[]) => CommandRead<Given>,
  words: SubcommandWords,
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  if (name === 'help' || name === '--help' || name === '-h') {
    await terminal.out.write(`${words.help}\n`)
    return 0
  }
  const command = commands.get(name)
  if (command === undefined) return refuse(terminal, words.unknownCommand(name))
  const asked = await askedFor(read(rest), words.help, terminal)
  if (!asked.go) return asked.code
  if (asked.given.files.length < command.files) return refuse(terminal, words.noFile(command.usage ?? ''))
  return command.run(asked.given, terminal)
}
