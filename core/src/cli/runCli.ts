import { builtInPolicy } from '../policy/index.ts'
import { messages } from './messages.ts'
import { runPolicy } from './policyCommand.ts'
import { readArguments } from './readArguments.ts'
import { asksForSql, runRulesSql } from './rulesSql.ts'
import { runCheck, type Terminal } from './runCheck.ts'
import { runChecklist } from './runChecklist.ts'
import { runCompare } from './runCompare.ts'
import { runRules } from './runRules.ts'
import { runTemplate } from './runTemplate.ts'
import { runWaive } from './waiveFinding.ts'
import { runWaivers } from './waiversCommand.ts'

/** The whole command: the words after `postloan` in, an exit code out. */
export async function runCli(words: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  // `help check` is `check --help`
  if (words[0] === 'help' && words[1] !== undefined) return runCli([words[1], '--help'], terminal)
  if (words[0] === 'policy') return runPolicy(words.slice(1), terminal)
  if (words[0] === 'checklist') return runChecklist(words.slice(1), terminal)
  if (words[0] === 'waive' || words[0] === 'wrong') return runWaive(words[0], words.slice(1), terminal)
  if (words[0] === 'waivers') return runWaivers(words.slice(1), terminal)
  if (words[0] === 'template' || words[0] === 'upgrade' || words[0] === 'merge')
    return runTemplate(words[0], words.slice(1), terminal)
  if (words[0] === 'compare') return runCompare(words.slice(1), terminal)
  if (asksForSql(words)) return runRulesSql(words, terminal)
  if (words[0] === 'rules') return runRules(words.slice(1), terminal)
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
