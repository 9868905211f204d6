import { type HealthyKind, healthyKinds } from '../portfolio/healthyKinds.ts'
import type { Random } from '../portfolio/random.ts'
import type { PlantedLoan } from './contract.ts'

/** A healthy kind of the planted portfolio: a kind of loan, and what makes naive rules accuse it. */
export interface PlantedKind {
  readonly kind: string
  /** Share of the loans that carry no fault, in parts. */
  readonly share: number
  readonly made: HealthyKind
  /** Makes of the plain loan what the kind is named for. */
  vary?(loan: PlantedLoan, random: Random): void
}

/** A kind of the sample portfolio by its name. */
export function fromPortfolio(kind: string): HealthyKind {
  const found = healthyKinds.find((one) => one.kind === kind)
  if (!found) throw new Error(`no such kind: ${kind}`)
  return found
}
