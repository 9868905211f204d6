import type { CustomerFacts } from './findCustomers.ts'

/**
 * What only the whole ledger can tell, for a few rows of it that are computed again by themselves. Comparisons of a
 * loan with the whole ledger (`wholeLedgerFacts`) are then left out: whoever has these has those too.
 */
export interface KnownFacts {
  readonly customers: CustomerFacts
  /** Blank arrears say "not overdue" in this ledger. */
  readonly sparseArrears: boolean
  /** The last day of the payment list up to the ledger's day. */
  readonly lastPaymentDay: number
}

/**
 * Facts that set a loan against the whole ledger or against people it has nothing to do with. One edited row hardly
 * moves them, and finding them anew means going through all rows.
 */
export const wholeLedgerFacts: ReadonlySet<string> = new Set([
  'amountTolerance',
  'rateGroupSize',
  'rateGroupMedian',
  'rateAllowance',
  'nearLimitCount',
  'nearLimitShare',
  'copiedReports',
  'copiedReportLikeness',
  'vaguePurposeLoans',
  'contagionKind',
  'contagionParty',
  'contagionReason',
  'sharedContact',
  'sharedContactBorrowers',
  'sharedPayee',
  'sharedPayeeBorrowers',
  'sharedPayeeIsPerson',
  'guaranteeCircle',
  'guarantorBacks',
  'sameDaySites',
])
