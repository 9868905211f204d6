import { addMonths, endOfMonth } from '../../calendar/index.ts'
import type { DayNumber } from '../../calendar/index.ts'

/** Days past due at which the next step of supervision or of the risk classification begins. */
export const crossingSteps = [30, 60, 90, 270, 360] as const

export interface CrossingFacts {
  /** The highest step that will be passed by the end of next month if nothing is paid; 0 = none, NaN = not known. */
  readonly step: Float64Array
  /** The first day past that step; NaN = none. */
  readonly day: Float64Array
}

/** B1: which overdue loans pass a step by the end of the month after the as-of month. */
export function findCrossing(days: Float64Array, asOf: DayNumber): CrossingFacts {
  const horizon = endOfMonth(addMonths(asOf, 1)) - asOf
  const step = new Float64Array(days.length)
  const day = new Float64Array(days.length).fill(Number.NaN)
  days.forEach((overdue, row) => {
    if (Number.isNaN(overdue)) step[row] = Number.NaN
    if (!(overdue > 0)) return
    for (const threshold of crossingSteps) {
      if (overdue <= threshold && overdue + horizon > threshold) {
        step[row] = threshold
        day[row] = asOf + threshold + 1 - overdue
      }
    }
  })
  return { step, day }
}
