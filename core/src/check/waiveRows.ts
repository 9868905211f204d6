import type { CheckedTable } from './listFindings.ts'
import type { WaivedMark, WaivedRow } from './types.ts'

/** The same reports with these rows marked as waived, in place of any marks they had. */
export function waiveRows(
  checked: readonly CheckedTable[],
  rows: readonly WaivedRow[],
): readonly CheckedTable[] {
  const byRule = new Map<string, WaivedRow[]>()
  for (const row of rows) {
    const known = byRule.get(row.rule)
    if (known) known.push(row)
    else byRule.set(row.rule, [row])
  }
  return checked.map((one) => ({
    ...one,
    reports: one.reports.map((report) => {
      const { waived: _before, ...plain } = report
      const waived = new Map<number, WaivedMark>()
      for (const { table, tableRow, mark } of byRule.get(report.rule.id) ?? []) {
        const part = one.table.combined.parts.find(({ index }) => index === table)
        if (part) waived.set(part.start + tableRow, mark)
      }
      return waived.size > 0 ? { ...plain, waived } : plain
    }),
  }))
}
