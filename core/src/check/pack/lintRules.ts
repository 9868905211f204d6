import { suggest, type FeelError } from '../../feel/index.ts'
import type { Policy, Rule } from '../../policy/index.ts'
import type { JsonPath, Pack, PackText } from '../../policy/pack/index.ts'
import { compileCase } from '../compileCases.ts'
import { faultMessages } from '../faultMessages.ts'
import { findRuleFaults } from '../faultsInRules.ts'
import type { Fault } from '../policyFaults.ts'
import { indexPolicy } from '../policyIndex.ts'
import { runExamples } from '../runExamples.ts'
import type { Say } from './lintPack.ts'
import { packWords } from './packWords.ts'

const words = packWords.lint

/** Rules and cases that a pack switches off or grades anew, and that do not exist. */
export function lintRuleReferences(pack: Pack, base: Policy, say: Say): void {
  const rules = new Map(base.rules.map((rule) => [rule.id, rule]))
  for (const part of ['switchedOff', 'severities'] as const) {
    const seen = new Set<string>()
    ;(pack[part] ?? []).forEach(({ rule: id, case: caseId }, at) => {
      const rule = rules.get(id)
      if (!rule) {
        const near = suggest(id.toUpperCase(), [...rules.keys()])
        const hint = near === null ? '' : words.didYouMean(near)
        say([part, at, 'rule'], 'unknownRule', words.unknownRule(id) + hint)
        return
      }
      const cases = rule.cases.map((one) => one.id)
      if (caseId !== undefined && !cases.includes(caseId)) {
        say([part, at, 'case'], 'unknownCase', words.unknownCase(id, caseId, cases))
      }
      const name = `${id} ${caseId ?? ''}`
      if (part === 'switchedOff' && seen.has(name)) say([part, at], 'duplicate', words.offTwice(id))
      seen.add(name)
    })
  }
}

/** Own rules: ids, conditions (with the place inside the condition), words and examples. `policy` has the pack laid on. */
export function lintOwnRules(read: PackText, policy: Policy, base: Policy, say: Say): void {
  const taken = new Set(base.rules.map((rule) => rule.id))
  const seen = new Set<string>()
  const index = indexPolicy(policy)
  ;(read.pack.rules ?? []).forEach((written, at) => {
    const path: JsonPath = ['rules', at]
    if (taken.has(written.id)) return say([...path, 'id'], 'duplicate', words.ruleTaken(written.id))
    if (seen.has(written.id)) return say([...path, 'id'], 'duplicate', words.ruleTwice(written.id))
    seen.add(written.id)
    const rule = policy.rules.find((one) => one.id === written.id)
    const [only] = rule?.cases ?? []
    if (!rule || !only) return
    const { error, applies } = compileCase(index, rule, only)
    if (error) {
      const part = written.applies !== undefined && applies === null ? 'applies' : 'when'
      say([...path, part], 'expression', expressionWords(written[part] ?? '', part, error))
    }
    const faults = faultsOf(rule, policy).filter(({ code }) => code !== 'missingExample')
    for (const fault of faults) {
      if (error && fault.code === 'badExpression') continue
      say([...path, ...memberOf(fault)], fault.code, `${fault.message.replace(/。$/u, '')}。`)
    }
    if (rule.examples.length === 0) say(path, 'noExamples', words.noExamples, 'hint')
    else if (faults.length === 0) sayExamples(rule, policy, path, say)
  })
}

function faultsOf(rule: Rule, policy: Policy): readonly Fault[] {
  return findRuleFaults({ ...policy, rules: [rule] }, {})
}

function memberOf({ code, message }: Fault): JsonPath {
  switch (code) {
    case 'badExpression':
      return [message.startsWith(faultMessages.parts.applies) ? 'applies' : 'when']
    case 'badPlaceholder':
      return ['message']
    case 'badDueDate':
      return ['dueDate']
    default:
      return []
  }
}

/** What is wrong with a condition, the characters it is about, and what may have been meant. */
function expressionWords(
  expression: string,
  part: 'applies' | 'when',
  { message, hint = '', from, to }: FeelError,
): string {
  const about = expression.slice(from, to).trim()
  const outsideQuotes = expression.replaceAll(/"[^"]*"/g, '')
  const width = /[＞＜＝＋－＊／（）]/u.test(outsideQuotes) ? words.fullWidth : ''
  const spot = about === '' || message.includes(about) ? '' : `“${about}”：`
  return `${faultMessages.badExpression(faultMessages.parts[part], spot + message)}${hint}${width}`
}

function sayExamples(rule: Rule, policy: Policy, path: JsonPath, say: Say): void {
  const { outcomes } = packWords
  for (const { example, problem, expected, got } of runExamples(rule, policy)) {
    if (problem === 'duplicate') continue
    const named = (outcome: string): string => outcomes[outcome] ?? outcome
    say(
      [...path, 'examples', example],
      'example',
      words.exampleWrong(example + 1, named(expected), named(got)),
    )
  }
}
