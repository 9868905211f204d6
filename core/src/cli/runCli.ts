import { builtInPolicy } from '../policy/index.ts'
import { messages } from './messages.ts'
import { readArguments } from './readArguments.ts'
import { runCheck, type Terminal } from './runCheck.ts'

type Run = (rest: readonly string[], terminal: Terminal) => Promise<0 | 1 | 2>

/** Each is loaded when it is asked for: `check`, run most, starts without what the others need. */
const commands: Readonly<Record<string, () => Promise<Run>>> = {
  policy: async () => (await import('./policyCommand.ts')).runPolicy,
  pages: async () => (await import('./pagesCommand.ts')).runPages,
  checklist: async () => (await import('./runChecklist.ts')).runChecklist,
  compare: async () => (await import('./runCompare.ts')).runCompare,
  report: async () => (await import('./runReport.ts')).runReport,
  rules: async () => (await import('./runRules.ts')).runRules,
  waive: async () => (await import('./waiveFinding.ts')).runWaive,
  wrong: async () => (await import('./waiveFinding.ts')).runWrong,
  waivers: async () => (await import('./waiversCommand.ts')).runWaivers,
  template: async () => (await import('./runTemplate.ts')).runTemplate,
  upgrade: async () => (await import('./moveFiles.ts')).runUpgrade,
  merge: async () => (await import('./moveFiles.ts')).runMerge,
}

/** The whole command: the words after `postloan` in, an exit code out. */
export async function runCli(words: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const [name = '', ...rest] = words
  // `help check` is `check --help`
  if (name === 'help' && rest[0] !== undefined) return runCli([rest[0], '--help'], terminal)
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load) return (await load())(rest, terminal)
  const read = readArguments(words)
  if (!read.ok) {
    await terminal.log.write(`${read.message}\n`)
    return 2
  }
  const given = read.arguments
  switch (given.command) {
    case 'help':
      await terminal.out.write(`${given.of === 'check' ? messages.helpCheck : messages.help}\n`)
      return 0
    case 'version':
      await terminal.out.write(`${builtInPolicy.id} ${builtInPolicy.version}\n`)
      return 0
    case 'check':
      return runCheck(given, terminal)
  }
}
