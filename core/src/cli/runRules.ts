import { severities } from '../check/index.ts'
import { builtInPolicy, type Rule, type RuleCase, type RuleExample, type Severity } from '../policy/index.ts'
import { messages } from './messages.ts'
import type { RulesArguments } from './readArguments.ts'
import type { Terminal } from './runCheck.ts'
import { basisOf } from './selectFindings.ts'
import { formatTable } from './textWidth.ts'

const words = messages.rules

/** `postloan rules`: what is checked and why. 2 where there is no such rule. */
export async function runRules(given: RulesArguments, terminal: Terminal): Promise<0 | 2> {
  const wanted = given.id?.toUpperCase() ?? null
  const rules = builtInPolicy.rules.filter((rule) => wanted === null || rule.id.toUpperCase() === wanted)
  if (wanted !== null && rules.length === 0) {
    await terminal.log.write(`${words.unknown(given.id ?? '')}\n`)
    return 2
  }
  const lines = given.json
    ? [rulesJson(rules)]
    : wanted === null
      ? listRules(rules)
      : rules.flatMap(describeRule)
  await terminal.out.write(`${lines.join('\n')}\n`)
  return 0
}

function rulesJson(rules: readonly Rule[]): string {
  const { id, version, sources } = builtInPolicy
  const named = new Set(rules.flatMap((rule) => rule.cases.flatMap((ruleCase) => ruleCase.sources)))
  return JSON.stringify(
    {
      document: 'postloan.rules',
      version: 1,
      policy: { id, version },
      rules,
      sources: sources.filter((source) => named.has(source.id)),
    },
    null,
    2,
  )
}

function listRules(rules: readonly Rule[]): string[] {
  const rows = rules.map((rule) => [
    rule.id,
    rule.nameZh,
    severities
      .filter((severity) =>
        rule.cases.some((ruleCase) => ruleCase.severity === severity && ruleCase.kind !== 'due'),
      )
      .map((severity) => messages.severity[severity])
      .join('/'),
    [...new Set(rule.cases.map((ruleCase) => words.kind[ruleCase.kind]))].join('/'),
    rule.grain,
  ])
  return [...formatTable([[...words.header], ...rows]), '', words.total(rules.length)]
}

function describeRule(rule: Rule): string[] {
  const lines = [`${rule.id}  ${rule.nameZh}`, ...(rule.note === undefined ? [] : [rule.note]), '']
  for (const ruleCase of rule.cases) lines.push(...describeCase(ruleCase), '')
  for (const example of rule.examples) {
    const given = Object.entries(example.given).map(([name, value]) => `${name}=${shown(value)}`)
    const because = example.because === undefined ? '' : `（${example.because}）`
    lines.push(`${words.example}${given.join('，')} → ${words.outcome[example.outcome]}${because}`)
  }
  return lines
}

function describeCase(ruleCase: RuleCase): string[] {
  const level: Readonly<Record<Severity, string>> = messages.levelSign
  const optional = Object.entries(ruleCase.optional ?? {}).map(([name, value]) => `${name}→${value ?? ''}`)
  return [
    words.caseTitle(ruleCase.id, words.kind[ruleCase.kind], level[ruleCase.severity]),
    ...(ruleCase.applies === undefined ? [] : [`  ${words.applies}${ruleCase.applies}`]),
    `  ${words.when}${ruleCase.when}`,
    `  ${words.message}${ruleCase.message}`,
    `  ${words.remedy}${ruleCase.remedy}`,
    `  ${words.needs}${ruleCase.needs.join('、')}`,
    ...(optional.length > 0 ? [`  ${words.optional}${optional.join('、')}`] : []),
    `  ${words.source}${basisOf(ruleCase.sources, builtInPolicy)}`,
  ]
}

function shown(value: RuleExample['given'][string]): string {
  if (value === null) return messages.report.nobody
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
