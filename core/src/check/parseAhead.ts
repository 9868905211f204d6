import { packTrees, parseFeel, type Ast, type PackedTrees } from '../feel/index.ts'
import type { Policy, Rule } from '../policy/index.ts'
import { indexPolicy } from './policyIndex.ts'
import { tableScope } from './tableScope.ts'

/**
 * Every expression of these rules, conditions and words alike, parsed as the check parses it; for builds (`takeTrees`).
 * `rules` are the policy's own or such as are asked in its names.
 */
export function parseAhead(policy: Policy, rules: readonly Rule[]): PackedTrees {
  const index = indexPolicy(policy)
  const trees = new Map<string, Ast>()
  for (const rule of rules) {
    const names = tableScope(index, rule.table).names()
    for (const text of rule.cases.flatMap(expressionsOf)) {
      const parsed = parseFeel(text, names)
      if (parsed.ok) trees.set(text, parsed.ast)
    }
  }
  return packTrees(trees)
}

function expressionsOf({
  applies,
  when,
  dueDate,
  message,
  remedy,
}: Rule['cases'][number]): readonly string[] {
  const inWords = [message, remedy].flatMap((words) =>
    [...words.matchAll(/\{([^{}]*)\}/g)].map(([, text = '']) => text),
  )
  return [applies, when, dueDate, ...inWords].filter((text) => text !== undefined)
}
