import type { Random } from '../../portfolio/random.ts'
import type { Expectation, Plant, PlantedLoan, PlantedWorld } from '../contract.ts'

type Apply = (loan: PlantedLoan, world: PlantedWorld, random: Random) => void | readonly Expectation[]

/** A fault: what is expected first names the rule and case that it is planted for; `also` is what else follows from it. */
export function fault(
  of: Expectation,
  name: string,
  kinds: readonly string[],
  apply: Apply,
  also: readonly Expectation[] = [],
  more: Partial<Plant> = {},
): Plant {
  return { name, rule: of.rule, case: of.case, kinds, expects: [of, ...also], plant: apply, ...more }
}

/** The other side of the line: nothing may be found, or only what `expects` says. */
export function near(
  rule: string,
  caseId: string,
  name: string,
  kinds: readonly string[],
  apply: Apply,
  expects: readonly Expectation[] = [],
): Plant {
  return { name, rule, case: caseId, kinds, expects, plant: apply, count: 5 }
}

/** Boundary values in turn: the first instance gets the first, and so on. */
export function inTurn<T>(values: readonly T[]): () => T {
  let at = 0
  return () => {
    const value = values[at % values.length]
    at += 1
    if (value === undefined) throw new Error('no values')
    return value
  }
}
