import { formatIsoDay } from '../calendar/index.ts'
import type { ExampleValue } from '../policy/index.ts'
import { valueAt, type Column } from '../table/index.ts'
import { deriveColumns, registersOf } from './derive/index.ts'
import { columnOf, type ExampleLedger } from './exampleLedger.ts'
import type { PolicyIndex } from './policyIndex.ts'
import { buildWorld, type World } from './world.ts'

/** The world of an example: computed columns as for any ledger, except those that the example gives outright. */
export function exampleWorld(prepared: ExampleLedger, index: PolicyIndex): World {
  const { parameters } = index.policy
  const previous =
    prepared.previous &&
    buildWorld(prepared.previous, index, {
      derive: (table, seed) => deriveColumns(table.table, { asOf: seed.asOf, parameters }),
    })
  const [main] = prepared.ledger.tables
  return buildWorld(prepared.ledger, index, {
    links: prepared.links,
    ...(previous ? { previous } : {}),
    derive(table, seed) {
      const derived = deriveColumns(table.table, {
        asOf: seed.asOf,
        parameters,
        ...(seed.previous ? { previousAsOf: seed.previous.asOf } : {}),
        ...registersOf(seed),
      })
      if (table.name !== main?.name) return derived
      const all = new Map<string, Column>(derived)
      for (const [key, values] of prepared.given) {
        const field = index.fieldByKey.get(key)
        if (field) all.set(key, columnOf(field, valuesOr(values, derived.get(key))))
      }
      return all
    },
  })
}

/** What the example says, else what was computed. */
function valuesOr(
  given: readonly (ExampleValue | undefined)[],
  computed: Column | undefined,
): readonly (ExampleValue | undefined)[] {
  return given.map((value, row) => {
    if (value !== undefined || !computed) return value
    const made = valueAt(computed, row)
    return typeof made === 'number' && computed.kind === 'date' ? formatIsoDay(made) : made
  })
}
