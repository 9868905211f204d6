import type { Rule } from '../types.ts'
import { ewsAccountRules } from './ewsAccounts.ts'
import { ewsCustomerRules } from './ewsCustomer.ts'
import { ewsFinancialRules } from './ewsFinancial.ts'
import { ewsRegisterRules } from './ewsRegister.ts'
import { ewsTierRules } from './ewsTier.ts'

/** Warning signals and how they are handled. */
export const ewsRules: readonly Rule[] = [
  ...ewsFinancialRules,
  ...ewsCustomerRules,
  ...ewsAccountRules,
  ...ewsRegisterRules,
  ...ewsTierRules,
]
