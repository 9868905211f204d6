import { builtInPolicy } from '@postloan/core/policy'

import { coveragePage } from './coveragePage.ts'
import { rulePages } from './rulePages.ts'

/** Every generated page of `core/docs`, by file name. */
export function pages(): ReadonlyMap<string, string> {
  return new Map([...rulePages(builtInPolicy), ['rules-engines.md', coveragePage(builtInPolicy)]])
}

/** Where they stand. */
export const docsFolder = new URL('../../core/docs/', import.meta.url)
