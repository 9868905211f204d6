import type { Parameter, Policy, Rule, TableName } from '../policy/index.ts'
import { compileCase } from './compileCases.ts'
import { indexPolicy } from './policyIndex.ts'

/** What a rule rests on beside the cells of its own row. */
export interface RuleReads {
  readonly parameters: readonly Parameter[]
  /** Tables it looks into besides its own. */
  readonly tables: readonly TableName[]
  /** It looks into the previous ledger. */
  readonly previous: boolean
  /** It compares with other rows of its own table (同客户, 同合同 …). */
  readonly otherRows: boolean
}

const placeholder = /参数\.([\p{L}\p{N}_]+)/gu

/** Found by compiling its conditions; parameters that only its words show count too. */
export function ruleReads(rule: Rule, policy: Policy): RuleReads {
  const index = indexPolicy(policy)
  const parameters = new Set<string>()
  const relations = new Set<string>()
  for (const one of rule.cases) {
    const { use } = compileCase(index, rule, one)
    for (const name of use.parameters) parameters.add(name)
    for (const name of use.relations.keys()) relations.add(name)
    for (const text of [one.message, one.remedy, one.dueDate ?? '']) {
      for (const [, name = ''] of text.matchAll(placeholder)) parameters.add(name)
    }
  }
  // a fact is computed from registers that the condition does not name: the examples bring them
  for (const { given } of rule.examples) {
    for (const [name, value] of Object.entries(given)) if (Array.isArray(value)) relations.add(name)
  }
  const asked = [...relations].flatMap((name) => index.relationByName.get(name) ?? [])
  return {
    parameters: policy.parameters.filter(({ name }) => parameters.has(name)),
    tables: [...new Set(asked.map(({ to }) => to))].filter((table) => table !== rule.table),
    previous: asked.some(({ previous }) => previous === true),
    otherRows: asked.some(({ to, previous }) => to === rule.table && previous !== true),
  }
}
