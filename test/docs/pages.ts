import { builtInPolicy } from '@postloan/core/policy'

import { coveragePage } from './coveragePage.ts'
import { deviationsPage } from './deviationsPage.ts'
import { documentsPage } from './documentsPage.ts'
import { feelPage } from './feelPage.ts'
import { rulePages } from './rulePages.ts'

/** Every generated page of `core/docs`, by file name. */
export function pages(): ReadonlyMap<string, string> {
  return new Map([
    ...rulePages(builtInPolicy),
    ['rules-engines.md', coveragePage(builtInPolicy)],
    ['rules-deviations.md', deviationsPage(builtInPolicy)],
    ['rules-feel.md', feelPage()],
    ['documents.md', documentsPage(builtInPolicy)],
  ])
}

/** Where they stand. */
export const docsFolder = new URL('../../core/docs/', import.meta.url)
