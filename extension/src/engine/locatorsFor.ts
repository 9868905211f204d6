import type { Locator } from '../protocol/index.ts'

/** The ways to find the same field, best first, for the person who points at it. */
export function locatorsFor({ label, ordinal, selector }: Locator): Locator[] {
  const ways: Locator[] = [{ selector }]
  const byPosition = selector.includes(' > ') || selector.includes(':nth')
  if (label)
    ways.splice(byPosition ? 0 : 1, 0, { selector: '', label, ...(ordinal === undefined ? {} : { ordinal }) })
  return ways
}
