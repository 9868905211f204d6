import type { Policy } from '../policy/index.ts'
import { findDataFaults } from './faultsInData.ts'
import { findRuleFaults } from './faultsInRules.ts'

/** What is wrong with a policy, in words for the person who wrote it. */
export interface Fault {
  readonly code: FaultCode
  /** Where: `规则 CLS-002 情形 a`, `字段 loanNo`. */
  readonly place: string
  /** Chinese. */
  readonly message: string
}

export type FaultCode =
  | 'duplicate'
  | 'unknownField'
  | 'unknownCodeList'
  | 'unknownCode'
  | 'unknownSource'
  | 'noSource'
  | 'badValue'
  | 'badDate'
  | 'badExpression'
  | 'badPlaceholder'
  | 'badDueDate'
  | 'ambiguousAlias'
  | 'missingExample'
  | 'forbiddenWords'

export interface FaultOptions {
  /** Rules that rightly have no example of an outcome, each with the reason. */
  readonly withoutIncomplete?: Readonly<Record<string, string>>
}

/**
 * Structural faults of a policy: names not unique, references that lead nowhere, expressions that do not parse or type,
 * placeholders that name nothing, rules without their examples, words that no message may hold. Empty = sound.
 */
export function findPolicyFaults(policy: Policy, options: FaultOptions = {}): readonly Fault[] {
  return [...findDataFaults(policy), ...findRuleFaults(policy, options)]
}
