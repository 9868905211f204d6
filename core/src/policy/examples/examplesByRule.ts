import type { RuleExample } from '../types.ts'

/** Examples by rule id. */
export type ExamplesByRule = Readonly<Record<string, readonly RuleExample[]>>
