import type { Rule } from '../types.ts'
import { useEntrustedFirmsRules } from './useEntrustedFirms.ts'
import { useEntrustedPersonsRules } from './useEntrustedPersons.ts'
import { useFlowsRules } from './useFlows.ts'
import { usePurposeRules } from './usePurpose.ts'
import { useSplitRules } from './useSplit.ts'
import { useTracingRules } from './useTracing.ts'

/** Use of funds. */
export const useRules: readonly Rule[] = [
  ...useTracingRules,
  ...useEntrustedFirmsRules,
  ...useEntrustedPersonsRules,
  ...useSplitRules,
  ...useFlowsRules,
  ...usePurposeRules,
]
