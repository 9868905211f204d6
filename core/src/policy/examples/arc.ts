import type { ExamplesByRule } from './examplesByRule.ts'

/** Further examples of the rules on files: what each case says beside what the rule's own examples show. */
export const arcExamples: ExamplesByRule = {
  'ARC-001': [
    {
      given: { 贷款余额: 0, 放款日期: null, 档案: [], 归档日期: '2026-05-10' },
      outcome: 'incomplete',
      case: 'c',
    },
    {
      given: { 贷款余额: 500_000, 放款日期: null, 档案: [{ 归档日期: null }] },
      outcome: 'incomplete',
      case: 'b',
    },
    {
      given: { 贷款余额: 500_000, 放款日期: '2026-05-01', 档案: [{ 归档日期: '2027-05-10' }] },
      outcome: 'hit',
      case: 'd',
    },
    {
      given: { 贷款余额: 0, 放款日期: null, 归档日期: null, 档案: [{ 归档日期: '2026-05-10' }] },
      outcome: 'incomplete',
      case: 'a',
    },
  ],
  'ARC-002': [{ given: { 贷款余额: 500_000, 缺失资料: '无' }, outcome: 'pass' }],
  'ARC-003': [
    {
      given: {
        贷款余额: 0,
        纸质档案: null,
        电子档案: null,
        档案: [],
        最近检查日期: null,
        档案更新日期: null,
      },
      outcome: 'pass',
    },
    {
      given: { 贷款余额: 500_000, 档案: [{ 纸质档案: '齐全', 电子档案: '缺失' }] },
      outcome: 'hit',
      case: 'b',
    },
    { given: { 贷款余额: 500_000, 最近检查日期: '2026-08-20', 档案: [] }, outcome: 'pass' },
    {
      given: { 贷款余额: 500_000, 最近检查日期: '2026-08-20', 档案: [{ 档案更新日期: null }] },
      outcome: 'incomplete',
      case: 'd',
    },
  ],
  'ARC-004': [
    {
      given: { 贷款余额: 200, 销毁日期: null, 结清日期: null, 档案: [{ 销毁日期: '2026-05-10' }] },
      outcome: 'hit',
      case: 'b',
    },
    { given: { 贷款余额: 0, 结清日期: '2020-05-10', 档案: [] }, outcome: 'pass' },
    {
      given: { 贷款余额: null, 销毁日期: null, 结清日期: null, 档案: [{ 销毁日期: '2026-05-10' }] },
      outcome: 'incomplete',
      case: 'b',
    },
  ],
}
