import { engineCoverage, gapsOf } from '../check/engines/index.ts'
import { ruleReads } from '../check/index.ts'
import { ruleCategories, type Policy, type Rule } from '../policy/index.ts'
import { askedFor } from './commandLine.ts'
import { openPolicy } from './openPolicy.ts'
import { printCoverage, printRule, printRuleList } from './printRules.ts'
import { refuse, refuseFiles } from './refuse.ts'
import { readRulesArguments } from './rulesArguments.ts'
import { rulesMessages as words } from './rulesMessages.ts'
import { asksForSql, runRulesSql } from './rulesSql.ts'
import type { Terminal } from './runCheck.ts'

/** `postloan rules`: what is checked and why, or the same as SQL. 2 where there is no such rule. */
export async function runRules(args: readonly string[], terminal: Terminal): Promise<0 | 2> {
  if (asksForSql(args)) return runRulesSql(args, terminal)
  const asked = await askedFor(readRulesArguments(args), words.help, terminal)
  if (!asked.go) return asked.code
  const { given } = asked
  const opened = await openPolicy(given, terminal)
  if (!opened.ok) return refuseFiles(terminal, opened.errors)
  const { policy } = opened

  const category = given.category === null ? null : categoryOf(given.category)
  if (category === undefined) {
    const known = Object.entries(ruleCategories).map(([id, title]) => `${id}（${title}）`)
    return refuse(terminal, words.unknownCategory(given.category ?? '', known))
  }
  const wanted = given.id?.toUpperCase() ?? null
  const rules = policy.rules.filter(
    (rule) =>
      (wanted === null || rule.id.toUpperCase() === wanted) &&
      (category === null || rule.category === category),
  )
  if (wanted !== null && rules.length === 0) return refuse(terminal, words.unknown(given.id ?? ''))
  const lines = given.json
    ? [rulesJson(rules, policy, given.coverage)]
    : given.coverage
      ? printCoverage(rules, engineCoverage(policy))
      : wanted === null
        ? printRuleList(rules, policy)
        : rules.flatMap((rule) => printRule(rule, policy))
  await terminal.out.write(`${lines.join('\n')}\n`)
  return 0
}

function categoryOf(written: string): string | undefined {
  return Object.entries(ruleCategories).find(
    ([id, title]) => id === written.toUpperCase() || title === written,
  )?.[0]
}

function rulesJson(rules: readonly Rule[], policy: Policy, coverage: boolean): string {
  const { id, version, layers, sources } = policy
  const reads = rules.map((rule) => ({ rule: rule.id, ...ruleReads(rule, policy) }))
  const parameters = new Set(reads.flatMap((one) => one.parameters))
  const named = new Set([
    ...rules.flatMap((rule) => rule.cases.flatMap((one) => one.sources)),
    ...[...parameters].flatMap(({ values }) => values.map(({ source }) => source)),
  ])
  return JSON.stringify(
    {
      document: 'postloan.rules',
      version: 1,
      policy: { id, version, ...(layers ? { layers } : {}) },
      rules,
      reads: reads.map((one) => ({ ...one, parameters: one.parameters.map(({ name }) => name) })),
      parameters: [...parameters],
      sources: sources.filter((source) => named.has(source.id)),
      ...(coverage ? { coverage: coverageJson(rules, policy) } : {}),
    },
    null,
    2,
  )
}

function coverageJson(rules: readonly Rule[], policy: Policy) {
  return engineCoverage(policy).map((engine) => ({
    id: engine.id,
    name: engine.name,
    gaps: rules.flatMap((rule) =>
      gapsOf(engine, rule).map((caseId) => ({
        rule: rule.id,
        case: caseId,
        reason: engine.gaps.get(`${rule.id}.${caseId}`),
      })),
    ),
  }))
}
