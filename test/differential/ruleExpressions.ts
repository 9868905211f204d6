import {
  type Ast,
  checkTypes,
  childrenOf,
  lowerStrict,
  parseFeel,
  type TypedExpression,
} from '@postloan/core/feel'
import type { Policy, TableName } from '@postloan/core/policy'

import { landmarksOf, type Landmarks, type NamesUsed, scopeOf } from './ruleWorld.ts'

/** One condition of a rule: `CLS-002.a when`. */
export interface RuleExpression {
  readonly name: string
  readonly rule: string
  readonly lowered: Ast
  readonly typed: TypedExpression
}

/** The tables that rules judge. */
export function tablesOf(policy: Policy): TableName[] {
  return [...new Set(policy.rules.map((rule) => rule.table))]
}

/** Every `applies` and `when` over a table, in strict-null form; equal ones once. A rule that does not compile throws. */
export function ruleExpressions(policy: Policy, table: TableName): RuleExpression[] {
  const scope = scopeOf(policy, table)
  const found = new Map<string, RuleExpression>()
  for (const rule of policy.rules) {
    if (rule.table !== table) continue
    for (const one of rule.cases) {
      for (const part of ['applies', 'when'] as const) {
        const text = one[part]
        if (text === undefined || found.has(text)) continue
        const name = `${rule.id}.${one.id} ${part}`
        const parsed = parseFeel(text, scope.names())
        if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.errors)}`)
        found.set(text, { name, rule: rule.id, ...typedForm(name, lowerStrict(parsed.ast), policy, table) })
      }
    }
  }
  return [...found.values()]
}

export function typedForm(
  name: string,
  lowered: Ast,
  policy: Policy,
  table: TableName,
): Pick<RuleExpression, 'lowered' | 'typed'> {
  const checked = checkTypes(lowered, scopeOf(policy, table))
  if (!checked.ok) throw new Error(`${name}: ${JSON.stringify(checked.errors)}`)
  return { lowered, typed: checked.expression }
}

/** What random data must hold for these expressions. */
export function needsOf(
  policy: Policy,
  table: TableName,
  expressions: readonly RuleExpression[],
): { readonly used: NamesUsed; readonly landmarks: Landmarks } {
  const names = new Set<string>()
  const visit = (ast: Ast): void => {
    if (ast.kind === 'name' || ast.kind === 'path') names.add(ast.name)
    for (const child of childrenOf(ast)) visit(child)
  }
  for (const expression of expressions) visit(expression.lowered)
  const scope = scopeOf(policy, table)
  const columns = [...names].filter((name) => scope.lookup(name)?.kind === 'column')
  const relations = new Map<string, readonly string[]>()
  for (const relation of policy.relations) {
    const binding = scope.lookup(relation.name)
    if (!names.has(relation.name) || binding?.kind !== 'relation') continue
    relations.set(
      relation.name,
      [...names].filter((name) => binding.scope.lookup(name)?.kind === 'column'),
    )
  }
  const asts = expressions.map((expression) => expression.lowered)
  return { used: { columns, relations }, landmarks: landmarksOf(asts, policy, childrenOf) }
}
