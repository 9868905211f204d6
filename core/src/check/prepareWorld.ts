import type { Ledger } from '../ledger/index.ts'
import type { Policy } from '../policy/index.ts'
import { deriveColumns, registersOf } from './derive/index.ts'
import { indexPolicy } from './policyIndex.ts'
import type { CheckOptions } from './types.ts'
import { buildWorld, type World } from './world.ts'

/** The ledger with its computed columns and the previous one behind it. */
export function prepareWorld(ledger: Ledger, options: CheckOptions): World {
  const { parameters } = options.policy
  const previous = options.previous && previousWorld(options.previous, options.policy)
  return buildWorld(ledger, indexPolicy(options.policy), {
    derive: (table, seed) =>
      deriveColumns(table.table, {
        asOf: seed.asOf,
        parameters,
        ...(seed.previous ? { previousAsOf: seed.previous.asOf } : {}),
        ...registersOf(seed),
      }),
    ...(previous ? { previous } : {}),
  })
}

const prepared = new WeakMap<Ledger, World>()

/** The previous ledger made ready; kept, since rows are checked against it again and again. */
export function previousWorld(previous: Ledger, policy: Policy): World {
  const before = prepared.get(previous)
  if (before?.index.policy === policy) return before
  const made = buildWorld(previous, indexPolicy(policy), {
    derive: (table, seed) => deriveColumns(table.table, { asOf: seed.asOf, parameters: policy.parameters }),
  })
  prepared.set(previous, made)
  return made
}
