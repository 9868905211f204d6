import type { ExamplesByRule } from './examplesByRule.ts'

/** Further examples of the rules on provisions: what each case says beside what the rule's own examples show. */
export const prvExamples: ExamplesByRule = {
  'PRV-002': [
    {
      given: {
        贷款余额: 500_000,
        逾期天数: 91,
        减值阶段: null,
        到期日: null,
        五级分类: null,
        信用减值标志: null,
      },
      outcome: 'incomplete',
      case: 'b',
    },
    { given: { 贷款余额: 500_000, 到期日: '2026-07-12', 减值阶段: '1' }, outcome: 'hit', case: 'd' },
    {
      given: { 贷款余额: 500_000, 五级分类: '关注', 减值阶段: '2', 逾期日期: '2027-05-10' },
      outcome: 'pass',
    },
    { given: { 贷款余额: 500_000, 信用减值标志: '否', 减值阶段: '2' }, outcome: 'pass' },
  ],
  'PRV-003': [
    { given: { 贷款余额: 500_000, 减值准备: 0, 五级分类: '次级', 担保方式: '保证金' }, outcome: 'pass' },
    { given: { 贷款余额: 500_000, 减值准备: 0, 五级分类: null }, outcome: 'incomplete', case: 'c' },
  ],
}
