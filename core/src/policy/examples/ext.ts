import type { ExamplesByRule } from './examplesByRule.ts'

/** Further examples of the rules on extensions and renewals: what each case says beside what the rule's own examples show. */
export const extExamples: ExamplesByRule = {
  'EXT-001': [
    {
      given: { 贷款余额: 500_000, 放款日期: null, 到期日: '2026-03-10', 展期到期日: '2027-10-10' },
      outcome: 'incomplete',
      case: 'b',
    },
    {
      given: {
        贷款余额: 500_000,
        放款日期: '2023-03-10',
        到期日: '2026-03-10',
        展期到期日: '2027-10-10',
        累计展期月数: 0,
      },
      outcome: 'notApplicable',
    },
  ],
  'EXT-002': [
    { given: { 客户类型: '对公', 贷款余额: 50_000, 展期次数: 1 }, outcome: 'pass' },
    { given: { 客户类型: '农户', 贷款余额: 50_000, 展期次数: null }, outcome: 'incomplete', case: 'a' },
  ],
  'EXT-003': [
    {
      given: { 贷款余额: 500_000, 展期办理日: '2026-06-25', 到期日: null, 展期到期日: '2026-12-10' },
      outcome: 'incomplete',
      case: 'b',
    },
    {
      given: { 贷款余额: 500_000, 展期办理日: '2026-06-10', 到期日: '2026-06-10', 展期到期日: '2026-12-10' },
      outcome: 'pass',
    },
    {
      given: {
        贷款余额: 500_000,
        展期办理日: '2026-06-25',
        到期日: '2026-06-10',
        展期到期日: '2026-12-10',
        展期申请日: '2026-05-10',
      },
      outcome: 'pass',
    },
  ],
  'EXT-004': [
    {
      given: {
        客户名称: '某机械有限公司',
        贷款余额: 500_000,
        展期次数: 1,
        押品: [{ 押品编号: 'Y1', 押品所有人: '王某' }],
      },
      outcome: 'hit',
      case: 'f',
    },
    {
      given: {
        客户名称: '某机械有限公司',
        贷款余额: 500_000,
        展期次数: 1,
        押品: [{ 押品编号: 'Y1', 押品所有人: '某机械有限公司' }],
      },
      outcome: 'pass',
    },
    {
      given: {
        客户名称: '某机械有限公司',
        贷款余额: 500_000,
        展期次数: 0,
        押品: [{ 押品编号: 'Y1', 押品所有人: '王某' }],
      },
      outcome: 'notApplicable',
    },
    {
      given: {
        担保方式: null,
        贷款余额: 0,
        展期次数: null,
        保证人书面同意: null,
        保证人: [],
        客户名称: null,
        押品所有人: null,
      },
      outcome: 'notApplicable',
    },
    {
      given: {
        担保方式: '保证',
        贷款余额: 500_000,
        展期次数: 1,
        保证人: [{ 保证人名称: '某某贸易有限公司', 保证人书面同意: null }],
      },
      outcome: 'hit',
      case: 'd',
    },
    { given: { 担保方式: '保证', 贷款余额: 500_000, 展期次数: 1, 保证人: [] }, outcome: 'pass' },
    {
      given: { 担保方式: null, 贷款余额: 500_000, 展期次数: 1, 保证人书面同意: null },
      outcome: 'incomplete',
      case: 'a',
    },
  ],
  'EXT-005': [
    {
      given: {
        贷款余额: 0,
        发放类型: null,
        上期五级分类: null,
        五级分类: null,
        挪用标志: null,
        企业规模: null,
        放款日期: null,
        客户编号: null,
        借据号: null,
        上笔借据号: null,
        到期日: null,
        同客户: [],
        续贷条件核查: null,
        逾期天数: null,
      },
      outcome: 'notApplicable',
    },
    {
      given: {
        贷款余额: 500_000,
        发放类型: null,
        上期五级分类: '正常',
        五级分类: null,
        挪用标志: null,
        企业规模: null,
        放款日期: null,
        客户编号: null,
        借据号: null,
        上笔借据号: null,
        到期日: null,
        同客户: [
          { 客户编号: 'KH0001', 借据号: 'J1', 贷款余额: 0, 放款日期: '2025-06-10', 到期日: '2026-06-10' },
        ],
        续贷条件核查: null,
        逾期天数: null,
      },
      outcome: 'incomplete',
      case: 'b',
    },
    { given: { 贷款余额: 500_000, 发放类型: '无还本续贷', 挪用标志: '否' }, outcome: 'pass' },
    { given: { 贷款余额: 500_000, 发放类型: '无还本续贷', 续贷条件核查: '是' }, outcome: 'pass' },
    {
      given: {
        客户编号: 'KH0001',
        借据号: 'J2',
        上笔借据号: 'J1',
        贷款余额: 500_000,
        发放类型: '无还本续贷',
        放款日期: null,
        到期日: '2027-06-20',
        同客户: [
          { 客户编号: 'KH0001', 借据号: 'J1', 贷款余额: 0, 放款日期: '2025-06-10', 到期日: '2026-06-10' },
        ],
      },
      outcome: 'incomplete',
      case: 'd',
    },
    {
      given: {
        客户编号: 'KH0001',
        借据号: 'J2',
        上笔借据号: 'J1',
        贷款余额: 500_000,
        发放类型: '无还本续贷',
        放款日期: '2026-06-05',
        到期日: '2027-06-20',
        同客户: [
          { 客户编号: 'KH0001', 借据号: 'J1', 贷款余额: 0, 放款日期: '2025-06-10', 到期日: '2026-06-10' },
        ],
      },
      outcome: 'pass',
    },
  ],
  'EXT-007': [
    {
      given: { 贷款余额: 100_000, 放款日期: null, 到期日: '2026-01-10', 贷款品种: '个人汽车贷款' },
      outcome: 'incomplete',
      case: 'b',
    },
  ],
}
