import type { Severity } from '@postloan/core/policy'

/** Worst first; the numbers in `FindingLines.severities` count in it. */
export const severityOrder: readonly Severity[] = ['serious', 'warning', 'attention', 'notice']

/** Bits of `FindingLines.flags`. */
export const lineFlags = { hit: 1, incomplete: 2, due: 4, lead: 8, waived: 16, ruleError: 32 } as const
