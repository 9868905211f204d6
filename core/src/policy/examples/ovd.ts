import type { ExamplesByRule } from './examplesByRule.ts'

/** Further examples of the rules on overdue loans: what each case says beside what the rule's own examples show. */
export const ovdExamples: ExamplesByRule = {
  'OVD-005': [
    { given: { 贷款余额: null, 逾期天数: 31, 催收阶段: '电话提醒' }, outcome: 'incomplete', case: 'b' },
  ],
  'OVD-007': [
    { given: { 贷款余额: 100_000, 到期日: '2023-11-25' }, outcome: 'hit', case: 'a2' },
    { given: { 贷款余额: 100_000, 到期日: '2024-02-08' }, outcome: 'hit', case: 'c2' },
  ],
  'OVD-008': [
    {
      given: { 贷款余额: 2_000_000, 逾期本金: null, 逾期天数: 10, 清收方案: null },
      outcome: 'incomplete',
      case: 'b',
    },
    {
      given: { 贷款余额: 0, 逾期天数: 0, 承诺还款日: null, 逾期本金: null, 清收方案: null },
      outcome: 'notApplicable',
    },
  ],
  'OVD-009': [
    { given: { 贷款余额: 100_000, 累计欠款期数: 0 }, outcome: 'pass' },
    { given: { 贷款余额: 100_000, 累计欠款期数: null }, outcome: 'incomplete', case: 'b' },
    {
      given: { 贷款余额: 100_000, 逾期天数: null, 上期: { 贷款余额: 100_000, 逾期天数: 15 } },
      outcome: 'incomplete',
      case: 'c',
    },
  ],
}
