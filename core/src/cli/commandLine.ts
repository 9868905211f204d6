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

type Chosen<Command> =
  | { readonly go: true; readonly command: Command; readonly rest: readonly string[] }
  | { readonly go: false; readonly code: 0 | 2 }

/** The command within a command (`policy lint`): which one, and the words after it. */
export async function chooseSubcommand<Command>(
  [name = 'help', ...rest]: readonly string[],
  commands: ReadonlyMap<string, Command>,
  words: { readonly help: string; unknownCommand(name: string): string },
  terminal: Terminal,
): Promise<Chosen<Command>> {
  if (name === 'help' || name === '--help' || name === '-h') {
    await terminal.out.write(`${words.help}\n`)
    return { go: false, code: 0 }
  }
  const command = commands.get(name)
  if (command === undefined) return { go: false, code: await refuse(terminal, words.unknownCommand(name)) }
  return { go: true, command, rest }
}
