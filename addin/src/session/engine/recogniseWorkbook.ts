import { readLedger, type Ledger } from '@postloan/core/ledger'
import type { Policy } from '@postloan/core/policy'
import type { Workbook } from '@postloan/core/table'

import { columnExamples } from './columnExamples.ts'
import type { RecogniseInput, Recognised } from './engineTypes.ts'
import { headerFingerprint } from './headerFingerprint.ts'

/** What a workbook holds, as the pane shows it, and the ledger itself. */
export function recogniseWorkbook(
  workbook: Workbook,
  policy: Policy,
  { asOf, choices }: RecogniseInput,
): { readonly ledger: Ledger; readonly recognised: Omit<Recognised, 'policy'> } {
  const ledger = readLedger([workbook], policy, { ...(asOf === null ? {} : { asOf }), sheets: choices })
  const fieldsOf = (name: Ledger['tables'][number]['name']) =>
    policy.fields
      .filter((field) => !field.derived && field.tables.includes(name))
      .map((field) => ({ key: field.key, name: field.name }))
  return {
    ledger,
    recognised: {
      asOf: ledger.asOf,
      tables: ledger.tables.map(({ name, sheet, rowCount, reading }) => ({
        name,
        sheet,
        rowCount,
        reading,
        fields: fieldsOf(name),
        examples: columnExamples(
          workbook.sheets.find((one) => one.name === sheet),
          reading,
          policy,
        ),
        fingerprint: headerFingerprint(reading.columns),
      })),
      notTables: ledger.notTables,
      otherHeaders: ledger.notTables.flatMap(({ sheet, header }) =>
        header ? [{ sheet, fingerprint: headerFingerprint(header.columns) }] : [],
      ),
    },
  }
}
