import type { Rule } from '../types.ts'
import { useEntrustedRules } from './useEntrusted.ts'
import { useFlowsRules } from './useFlows.ts'
import { usePurposeRules } from './usePurpose.ts'
import { useSplitRules } from './useSplit.ts'
import { useTracingRules } from './useTracing.ts'

/** Use of funds. */
export const useRules: readonly Rule[] = [
  ...useTracingRules,
  ...useEntrustedRules,
  ...useSplitRules,
  ...useFlowsRules,
  ...usePurposeRules,
]
