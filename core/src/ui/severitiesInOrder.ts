import type { Severity } from '../policy/index.ts'

/** Worst first; `FindingColumns.severities` counts in it. */
export const severitiesInOrder: readonly Severity[] = ['serious', 'warning', 'attention', 'notice']
