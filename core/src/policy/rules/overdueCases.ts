import type { RuleCase } from '../types.ts'

/** Which days past due a case speaks of: those the ledger records, or those that follow from maturity alone. */
export interface DaysSpoken {
  readonly days: string
  /** 逾期 or 推定逾期. */
  readonly words: string
  readonly hint: string
}

/** The row's arrears are recorded, or ought to be: not a blank that stands for "not overdue" by the ledger's own habit. */
export const arrearsRecorded = '逾期留空 = false'

/**
 * A case about days past due in two forms. Where the ledger records arrears the first speaks of the larger of record and
 * maturity. Where it has no such column the first is not run and the second still sees loans past maturity with a
 * balance left: so a bare ledger is not read as if nothing were overdue, nor asked about in every row.
 */
export function recordedAndImplied(
  ids: readonly [recorded: string, implied: string],
  needs: readonly string[],
  build: (spoken: DaysSpoken) => Omit<RuleCase, 'id' | 'needs'>,
): readonly RuleCase[] {
  const recorded = build({ days: '分类逾期天数', words: '逾期', hint: '' })
  return [
    {
      ...recorded,
      id: ids[0],
      needs: ['登记逾期天数', ...needs],
      applies:
        recorded.applies === undefined ? arrearsRecorded : `${arrearsRecorded} and ${recorded.applies}`,
      optional: { ...recorded.optional, 逾期留空: '否' },
    },
    {
      id: ids[1],
      needs: ['推定逾期天数', ...needs],
      ...build({
        days: '推定逾期天数',
        words: '已过到期日，推定逾期',
        hint: '如已展期，补登展期到期日。',
      }),
    },
  ]
}
