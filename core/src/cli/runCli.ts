import { builtInPolicy } from '../policy/index.ts'
import { messages } from './messages.ts'
import { runPolicy } from './policyCommand.ts'
import { readArguments } from './readArguments.ts'
import { asksForSql, runRulesSql } from './rulesSql.ts'
import { runCheck, type Terminal } from './runCheck.ts'
import { runCompare } from './runCompare.ts'
import { runRules } from './runRules.ts'

/** The whole command: the words after `postloan` in, an exit code out. */
export async function runCli(words: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  if (words[0] === 'policy') return runPolicy(words.slice(1), terminal)
  if (words[0] === 'compare') return runCompare(words.slice(1), terminal)
  if (asksForSql(words)) return runRulesSql(words, terminal)
  const read = readArguments(words)
  if (!read.ok) {
    await terminal.log.write(`${read.message}\n`)
    return 2
  }
  const given = read.arguments
  switch (given.command) {
    case 'help':
      await terminal.out.write(`${messages.help}\n`)
      return 0
    case 'version':
      await terminal.out.write(`${builtInPolicy.id} ${builtInPolicy.version}\n`)
      return 0
    case 'rules':
      return runRules(given, terminal)
    case 'check':
      return runCheck(given, terminal)
  }
}
