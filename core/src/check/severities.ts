import type { Severity } from '../policy/index.ts'

/** Gravest first. */
export const severities: readonly Severity[] = ['serious', 'warning', 'attention', 'notice']

export function zeroBySeverity(): Record<Severity, number> {
  return { serious: 0, warning: 0, attention: 0, notice: 0 }
}
