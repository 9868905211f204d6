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
  const asked = askedOfPrevious(policy)
  const made = buildWorld(previous, indexPolicy(policy), {
    derive(table, seed) {
      // what secured a loan then stands in the register of then; its other registers are not asked for
      const { collateral } = registersOf(seed)
      const derived = deriveColumns(table.table, {
        asOf: seed.asOf,
        parameters: policy.parameters,
        ...(collateral ? { collateral } : {}),
      })
      for (const key of derived.keys()) if (!asked.has(key)) derived.delete(key)
      return derived
    },
  })
  prepared.set(previous, made)
  return made
}

/** What is looked up of a previous loan without a rule naming it: whose it was, and whether and how it still ran. */
const alwaysAsked = ['customerKey', 'customerKeyKind', 'closed', 'writtenOff', 'dpd', 'effectiveMaturity']

/** The computed columns of the previous ledger that anybody asks for; the others are not worth their memory. */
function askedOfPrevious(policy: Policy): ReadonlySet<string> {
  const names = policy.relations.filter(({ previous }) => previous).map(({ name }) => name)
  const texts = JSON.stringify(policy.rules.map(({ cases }) => cases))
  const named = policy.fields.filter(
    ({ derived, name }) => derived && names.some((relation) => texts.includes(`${relation}.${name}`)),
  )
  return new Set([...alwaysAsked, ...named.map(({ key }) => key)])
}
