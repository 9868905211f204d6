import { classificationSources } from './sources/classification.ts'
import { lawSources } from './sources/law.ts'
import { lendingSources } from './sources/lending.ts'
import { practiceSources } from './sources/practice.ts'
import type { Source } from './types.ts'

/** Every source that a rule or parameter can cite. No article number stands here that was not seen. */
export const sources: readonly Source[] = [
  ...classificationSources,
  ...lendingSources,
  ...lawSources,
  ...practiceSources,
]
