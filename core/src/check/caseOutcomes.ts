import type { Policy, Rule, RuleExample } from '../policy/index.ts'
import { exampleLedger } from './exampleLedger.ts'
import { exampleWorld } from './exampleWorld.ts'
import { indexPolicy } from './policyIndex.ts'
import { runCases } from './runCases.ts'
import { Outcome } from './types.ts'

/** What an example can make of a case. */
export type ShownOutcome = RuleExample['outcome']

const names: Readonly<Record<number, ShownOutcome>> = {
  [Outcome.notApplicable]: 'notApplicable',
  [Outcome.pass]: 'pass',
  [Outcome.hit]: 'hit',
  [Outcome.incomplete]: 'incomplete',
  [Outcome.notRun]: 'notRun',
}

/**
 * Which outcomes each case of a rule comes to somewhere in the rule's examples, by case id. Each example asks every
 * case, so one example may show several.
 */
export function caseOutcomes(rule: Rule, policy: Policy): ReadonlyMap<string, ReadonlySet<ShownOutcome>> {
  const index = indexPolicy({ ...policy, rules: [rule] })
  const shown = new Map(rule.cases.map((one) => [one.id, new Set<ShownOutcome>()]))
  for (const example of rule.examples) {
    const world = exampleWorld(exampleLedger(rule, example, index), index)
    const table = world.tables.get(rule.table)
    if (!table) continue
    for (const { compiled, bytes } of runCases(world, table)) {
      const outcome = names[bytes?.[0] ?? Outcome.notRun]
      if (outcome !== undefined) shown.get(compiled.case.id)?.add(outcome)
    }
  }
  return shown
}
