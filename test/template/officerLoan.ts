import type { TemplateRow } from '@postloan/core/workbook/template'

/** Loan `n` of officer `k`; every value is its own. */
export function officerLoan(
  k: number,
  n: number,
  more: readonly (readonly [string, string | number])[] = [],
): TemplateRow {
  return new Map<string, string | number>([
    ['loanNo', `JK${String(k).padStart(2, '0')}-${String(n).padStart(3, '0')}`],
    ['customerName', `客户${k}之${n}有限公司`],
    ['loanAmount', 100_000 + 1000 * k + n],
    ['balance', 50_000 + 1000 * k + n],
    ['disburseDate', 45_992],
    ['maturityDate', 46_692],
    ['fiveClass', '正常'],
    ['managerName', `经理${k}`],
    ...more,
  ])
}
