import { customerCodeLists } from './codes/customer.ts'
import { derivedCodeLists } from './codes/derived.ts'
import { loanCodeLists } from './codes/loan.ts'
import { oversightCodeLists } from './codes/oversight.ts'
import { registerCodeLists } from './codes/registers.ts'
import type { CodeList } from './types.ts'

/**
 * Values of code fields with the spellings and codes that mean the same. Ordered lists run from good to bad or from
 * large to small. Numeric codes are those of EAST mapping scripts, with and without the leading zero.
 */
export const codeLists: readonly CodeList[] = [
  ...loanCodeLists,
  ...customerCodeLists,
  ...registerCodeLists,
  ...oversightCodeLists,
  ...derivedCodeLists,
]
