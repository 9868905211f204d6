import type { ExamplesByRule } from './examplesByRule.ts'

/** Further examples of the rules on customers: what each case says beside what the rule's own examples show. */
export const cusExamples: ExamplesByRule = {
  'CUS-001': [
    { given: { 贷款余额: 500_000, 客户风险等级: '低', 客户信息更新日期: '2026-05-10' }, outcome: 'pass' },
    { given: { 贷款余额: 500_000, 客户信息更新日期: null }, outcome: 'incomplete', case: 'c' },
    {
      given: { 贷款余额: 500_000, 客户风险等级: '中', 客户信息更新日期: null },
      outcome: 'incomplete',
      case: 'b',
    },
    { given: { 贷款余额: 500_000, 客户风险等级: '中', 客户信息更新日期: '2026-08-01' }, outcome: 'pass' },
  ],
  'CUS-004': [
    {
      given: {
        客户类型: '对公',
        贷款余额: 500_000,
        联系地址: '某县某镇甲村',
        上期: { 贷款余额: 500_000, 联系地址: '某县某镇乙村' },
      },
      outcome: 'incomplete',
      case: 'b',
    },
    {
      given: {
        客户类型: '个人',
        贷款余额: 500_000,
        联系地址: '某县某镇甲村',
        上期: { 贷款余额: 500_000, 联系地址: '某县某镇乙村' },
        客户信息更新日期: '2027-05-10',
      },
      outcome: 'pass',
    },
    {
      given: {
        客户类型: '个人',
        贷款余额: 500_000,
        联系地址: null,
        上期: { 贷款余额: 500_000, 联系地址: '某县某镇乙村' },
      },
      outcome: 'notApplicable',
    },
  ],
  'CUS-005': [{ given: { 贷款余额: 0, 投诉受理用时: null, 投诉办结用时: 0 }, outcome: 'pass' }],
}
