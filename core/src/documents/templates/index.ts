import type { DocumentKindId } from '../types.ts'
import type { Draft } from '../word/block.ts'
import { archiveGaps } from './archiveGaps.ts'
import { casePlan } from './casePlan.ts'
import { checklist } from './checklist.ts'
import { collectionNotice } from './collectionNotice.ts'
import { companyReport } from './companyReport.ts'
import { maturityNotice } from './maturityNotice.ts'
import { personReport } from './personReport.ts'
import { smallBusinessReport } from './smallBusinessReport.ts'
import { warningNotice } from './warningNotice.ts'

/** The templates that come with the product, as data. */
export const drafts: Readonly<Record<DocumentKindId, Draft>> = {
  warningNotice,
  companyReport,
  personReport,
  smallBusinessReport,
  collectionNotice,
  maturityNotice,
  archiveGaps,
  casePlan,
  checklist,
}
