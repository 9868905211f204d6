import type { ExamplesByRule } from './examplesByRule.ts'

/** Further examples of the rules on what the catalogue lacked: what each case says beside what the rule's own examples show. */
export const mExamples: ExamplesByRule = {
  M1: [
    {
      given: {
        借据号: 'JJ001',
        贷款余额: 500_000,
        担保方式: null,
        押品: [],
        客户编号: 'C1',
        保证人: [{ 借据号: 'JJ001', 保证人名称: '某某贸易有限公司' }],
      },
      outcome: 'incomplete',
      case: 'a',
    },
    {
      given: {
        借据号: 'JJ001',
        贷款余额: 500_000,
        担保方式: null,
        押品: [{ 借据号: 'JJ001', 押品类型: '居住房地产', 押品状态: '正常' }],
      },
      outcome: 'incomplete',
      case: 'a3',
    },
    {
      given: {
        借据号: 'JJ001',
        贷款余额: 500_000,
        担保方式: '信用',
        押品: [{ 借据号: 'JJ001', 押品类型: '居住房地产', 押品状态: '正常' }],
      },
      outcome: 'hit',
      case: 'a3',
    },
    {
      given: {
        借据号: 'JJ002',
        客户编号: 'C1',
        贷款余额: 500_000,
        担保方式: null,
        押品: [{ 借据号: 'JJ001', 客户编号: 'C1', 押品类型: '居住房地产' }],
      },
      outcome: 'incomplete',
      case: 'a2',
    },
    {
      given: { 借据号: 'JJ001', 贷款余额: 500_000, 担保方式: '保证', 保证人: [], 客户登记保证人数: 200 },
      outcome: 'hit',
      case: 'b2',
    },
    {
      given: { 借据号: 'JJ001', 贷款余额: 500_000, 担保方式: null, 保证人: [], 客户登记保证人数: 200 },
      outcome: 'incomplete',
      case: 'b2',
    },
  ],
  M2: [
    {
      given: {
        担保方式: null,
        贷款余额: 0,
        放款日期: null,
        押品: [],
        保证人: [{ 最高债权额: 1_000_000, 债权确定期间起日: '2023-06-30', 债权确定期间止日: '2026-06-30' }],
        合同号: null,
        同合同: [{ 贷款余额: 300_000 }],
      },
      outcome: 'notApplicable',
    },
    {
      given: {
        担保方式: null,
        贷款余额: 500_000,
        放款日期: null,
        押品: [],
        保证人: [{ 最高债权额: 1_000_000, 债权确定期间起日: '2023-06-30', 债权确定期间止日: '2026-06-30' }],
        合同号: null,
        同合同: [{ 贷款余额: 300_000 }],
      },
      outcome: 'incomplete',
      case: 'b',
    },
    {
      given: {
        担保方式: '保证',
        贷款余额: 800_000,
        放款日期: '2026-06-25',
        保证人: [{ 最高债权额: 1_000_000, 债权确定期间起日: '2023-06-30', 债权确定期间止日: '2026-06-30' }],
      },
      outcome: 'pass',
    },
    {
      given: {
        合同号: 'HT001',
        担保方式: '抵押',
        贷款余额: null,
        押品: [{ 最高债权额: 1_000_000 }],
        同合同: [{ 贷款余额: 300_000 }],
      },
      outcome: 'incomplete',
      case: 'c',
    },
    {
      given: {
        合同号: 'HT001',
        担保方式: '保证',
        贷款余额: null,
        保证人: [{ 最高债权额: 1_000_000 }, { 最高债权额: 1_000_000 }],
        同合同: [{ 贷款余额: 300_000 }],
      },
      outcome: 'incomplete',
      case: 'd',
    },
  ],
  M3: [
    {
      given: {
        贷款余额: 100_000,
        放款日期: '2026-04-30',
        授信到期日: '2026-04-30',
        额度冻结日期: '2026-05-10',
      },
      outcome: 'pass',
    },
    {
      given: {
        贷款余额: 100_000,
        放款日期: '2026-05-10',
        授信到期日: '2027-04-30',
        额度冻结日期: '2026-05-09',
        发放类型: '重组',
      },
      outcome: 'notApplicable',
    },
    {
      given: { 贷款余额: 500_000, 放款日期: null, 授信到期日: null, 额度冻结日期: '2026-05-10' },
      outcome: 'incomplete',
      case: 'b',
    },
  ],
  M5: [
    {
      given: {
        客户编号: null,
        联系电话: null,
        共用借款人户数: null,
        共用联系方式: null,
        贷款余额: 500_000,
        客户名称: null,
        集中付款户数: 0,
      },
      outcome: 'incomplete',
      case: 'a',
    },
    {
      given: { 贷款余额: 100_000, 联系电话: '13900001111', 客户名称: '张三', 客户编号: null },
      outcome: 'notApplicable',
    },
  ],
  M9: [
    {
      given: { 贷款余额: 0, 判决履行届满日: null, 申请执行日期: null, 判决生效日期: null, 保全届满日: null },
      outcome: 'notApplicable',
    },
    { given: { 贷款余额: null, 保全届满日: '2026-12-30' }, outcome: 'incomplete', case: 's' },
    { given: { 贷款余额: 100_000, 判决生效日期: '2025-02-14' }, outcome: 'hit', case: 'c2' },
    { given: { 贷款余额: 100_000, 判决生效日期: '2024-11-11' }, outcome: 'hit', case: 'a2' },
    {
      given: { 贷款余额: 100_000, 判决履行届满日: '2024-12-05', 申请执行日期: null },
      outcome: 'hit',
      case: 'b',
    },
    {
      given: { 贷款余额: 100_000, 判决履行届满日: '2025-02-28', 申请执行日期: null },
      outcome: 'hit',
      case: 'c',
    },
  ],
  M12: [
    {
      given: {
        贷款余额: 100_000,
        客户经理: '王某',
        管户移交日期: null,
        上期: { 贷款余额: 100_000, 客户经理: null },
      },
      outcome: 'incomplete',
      case: 'd',
    },
    {
      given: {
        贷款余额: 100_000,
        客户经理: '王某',
        管户移交日期: '2027-05-10',
        上期: { 贷款余额: 100_000, 客户经理: '李某' },
      },
      outcome: 'pass',
    },
    {
      given: { 贷款余额: 100_000, 客户经理工号: '1001', 管户移交日期: null, 上期: null, 客户经理: '全部' },
      outcome: 'notApplicable',
    },
  ],
  M13: [
    {
      given: {
        客户类型: null,
        贷款品种: null,
        互联网贷款标志: null,
        担保方式: null,
        贷款余额: 0,
        授信额度: 0,
        放款日期: null,
        到期日: null,
        还款方式: null,
      },
      outcome: 'notApplicable',
    },
    {
      given: {
        客户类型: '个人',
        贷款品种: '个人消费贷款',
        互联网贷款标志: '是',
        担保方式: '信用',
        贷款余额: 50_000,
        放款日期: null,
        到期日: '2026-12-01',
        还款方式: '利随本清',
      },
      outcome: 'incomplete',
      case: 'c',
    },
    {
      given: {
        客户类型: '个人',
        贷款品种: '个人消费贷款',
        互联网贷款标志: '是',
        担保方式: '信用',
        贷款余额: 50_000,
        放款日期: '2025-06-01',
        到期日: '2026-12-01',
        还款方式: '按月',
      },
      outcome: 'pass',
    },
  ],
  M15: [
    {
      given: {
        贷款余额: 100_000,
        客户经理: '王某',
        检查人: '王某',
        最近检查日期: null,
        上期: { 数据日期: '2026-01-31', 检查人: '王某', 最近检查日期: '2026-01-10' },
      },
      outcome: 'incomplete',
      case: 'b',
    },
    {
      given: {
        贷款余额: 100_000,
        客户经理: '王某',
        检查人: '王某',
        最近检查日期: '2026-10-10',
        上期: { 数据日期: '2026-02-01', 检查人: '王某', 最近检查日期: '2026-01-10' },
      },
      outcome: 'notApplicable',
    },
  ],
}
