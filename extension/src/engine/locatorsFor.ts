import type { Locator } from '../protocol/index.ts'

/** The other ways to find the same field, best first, for the person who points at it. */
export function locatorsFor(locator: Locator): Locator[] {
  const ways: Locator[] = []
  if (locator.label && locator.ordinal === undefined) ways.push({ selector: '', label: locator.label })
  if (locator.label && locator.ordinal !== undefined)
    ways.push({ selector: '', label: locator.label, ordinal: locator.ordinal, fragile: 'labelTwice' })
  const byPosition = / > /u.test(locator.selector) || locator.selector.includes(':nth')
  ways.push({ selector: locator.selector, ...(byPosition ? { fragile: 'position' as const } : {}) })
  return byPosition ? ways : ways.reverse()
}
