import type { Rule } from '../types.ts'
import { guaAbilityRules } from './guaAbility.ts'
import { guaNetworkRules } from './guaNetwork.ts'

/** Guarantors beside the period of the guarantee (GUA-002 on). */
export const guaMoreRules: readonly Rule[] = [...guaAbilityRules, ...guaNetworkRules]
