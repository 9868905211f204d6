import type { Policy } from './types.ts'

/** A rule's Chinese name; its id where this policy has no such rule. */
export function ruleName(rule: string, policy: Policy): string {
  return policy.rules.find(({ id }) => id === rule)?.nameZh ?? rule
}
