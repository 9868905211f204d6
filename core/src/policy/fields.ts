import { aliasesOnPages } from './aliasesOnPages.ts'
import { aliasesOnScreens } from './aliasesOnScreens.ts'
import { aliasesSeen } from './aliasesSeen.ts'
import { derivedFields } from './derived.ts'
import { derivedCustomerFields } from './derivedCustomer.ts'
import { derivedMoreFields } from './derivedMore.ts'
import { derivedOversightFields } from './derivedOversight.ts'
import { derivedSecurityFields } from './derivedSecurity.ts'
import { derivedTxnFields } from './derivedTxn.ts'
import { archiveFields } from './fields/archive.ts'
import { arrearsFields } from './fields/arrears.ts'
import { classificationFields } from './fields/classification.ts'
import { collateralFields } from './fields/collateral.ts'
import { collectionFields } from './fields/collection.ts'
import { customerFields } from './fields/customer.ts'
import { customerRiskFields } from './fields/customerRisk.ts'
import { extensionFields } from './fields/extension.ts'
import { financialFields } from './fields/financial.ts'
import { guarantorFields } from './fields/guarantor.ts'
import { inspectionFields } from './fields/inspection.ts'
import { loanFields } from './fields/loan.ts'
import { loanTermsFields } from './fields/loanTerms.ts'
import { organisationFields } from './fields/organisation.ts'
import { oversightFields } from './fields/oversight.ts'
import { paymentFields } from './fields/payment.ts'
import { warningFields } from './fields/warning.ts'
import type { Field, FieldAlias } from './types.ts'

/** Fields that a header can name, in the order of the standard template. */
const readFields: readonly Field[] = [
  ...organisationFields,
  ...customerFields,
  ...customerRiskFields,
  ...loanFields,
  ...loanTermsFields,
  ...extensionFields,
  ...arrearsFields,
  ...classificationFields,
  ...inspectionFields,
  ...paymentFields,
  ...warningFields,
  ...financialFields,
  ...collateralFields,
  ...guarantorFields,
  ...collectionFields,
  ...archiveFields,
  ...oversightFields,
]

const names = new Set(readFields.map((field) => field.name))

/** The field dictionary: read fields with every wording seen, then derived columns. */
export const fields: readonly Field[] = [
  ...readFields.map((field) =>
    withSeen(field, [
      ...(aliasesSeen[field.key] ?? []),
      ...(aliasesOnPages[field.key] ?? []),
      ...(aliasesOnScreens[field.key] ?? []),
    ]),
  ),
  ...derivedFields,
  ...derivedMoreFields,
  ...derivedOversightFields,
  ...derivedSecurityFields,
  ...derivedTxnFields,
  ...derivedCustomerFields,
]

/** Adds wordings that the dictionary does not have yet. The name of one field is never a wording of another. */
function withSeen(field: Field, more: readonly FieldAlias[]): Field {
  const known = new Set(field.aliases.map((alias) => alias.text))
  const added = more.filter(({ text, tables }) => !names.has(text) && (!known.has(text) || tables))
  return added.length === 0 ? field : { ...field, aliases: [...field.aliases, ...added] }
}
