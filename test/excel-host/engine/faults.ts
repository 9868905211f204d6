/** What a test can make go wrong. */
export interface Faults {
  /** Milliseconds before every answer. */
  latency: number
  /** The user is typing in a cell: requests are refused, or wait where they say so. */
  cellEditMode: boolean
  /** The next requests are answered with these codes instead (`null` lets one through). */
  next: (number | null)[]
  /** Every request whose actions touch this member fails with this code: `Range.values` → `AccessDenied`. */
  members: Record<string, string>
  /** From this request on (counted from 0) there is no answer at all. */
  goneAt: number
}

export function noFaults(): Faults {
  return { latency: 0, cellEditMode: false, next: [], members: {}, goneAt: Number.POSITIVE_INFINITY }
}
