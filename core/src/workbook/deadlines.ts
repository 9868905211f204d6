import { workingDays } from '../calendar/index.ts'
import type { Policy, Severity } from '../policy/index.ts'

const DEADLINE_PARAMETERS: Readonly<Record<Severity, string>> = {
  serious: 'remedyDaysSerious',
  warning: 'remedyDaysWarning',
  attention: 'remedyDaysAttention',
  notice: 'remedyDaysNotice',
}

/** By when each severity is to be put right, from the as-of day; null where the calendar does not reach. */
export class Deadlines {
  readonly #days = new Map<Severity, number | null>()
  readonly #policy: Policy
  readonly asOf: number | null

  constructor(policy: Policy, asOf: number | null) {
    this.#policy = policy
    this.asOf = asOf
  }

  for(severity: Severity): number | null {
    const known = this.#days.get(severity)
    if (known !== undefined) return known
    const parameter = this.#policy.parameters.find((one) => one.id === DEADLINE_PARAMETERS[severity])
    const value = parameter?.values.at(-1)?.value
    const day =
      this.asOf === null || typeof value !== 'number'
        ? null
        : parameter?.unit === '工作日'
          ? workingDays().add(this.asOf, value)
          : this.asOf + value
    const known2 = day === null || Number.isNaN(day) ? null : day
    this.#days.set(severity, known2)
    return known2
  }
}
