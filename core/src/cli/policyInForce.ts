import { applyPacks, type PackLayer } from '../check/pack/index.ts'
import { builtInPolicy, type Policy } from '../policy/index.ts'

const known = new Map<string, Policy>()

/** The policy with packs laid over it; made once, so that a worker with many files compiles its rules once. */
export function policyInForce(packs: readonly PackLayer[]): Policy {
  if (packs.length === 0) return builtInPolicy
  const key = JSON.stringify(packs)
  const policy = known.get(key) ?? applyPacks(builtInPolicy, packs).policy
  known.set(key, policy)
  return policy
}
