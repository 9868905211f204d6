import type { ExamplesByRule } from './examplesByRule.ts'

/** Further examples of the rules on collateral: what each case says beside what the rule's own examples show. */
export const colExamples: ExamplesByRule = {
  'COL-002': [
    { given: { 担保方式: '抵押', 贷款余额: 100_000, 押品类型: '存单', 抵质押率: 55 }, outcome: 'pass' },
    {
      given: { 担保方式: null, 贷款余额: 100_000, 押品类型: '机器设备', 抵质押率: 55 },
      outcome: 'incomplete',
      case: 'b',
    },
    {
      given: { 担保方式: '抵押', 贷款余额: 200, 押品类型: '居住房地产', 最新估值: 1_000_000, 抵质押率: 45 },
      outcome: 'pass',
    },
    {
      given: { 担保方式: null, 贷款余额: 600_000, 押品类型: '居住房地产', 最新估值: 1_000_000, 抵质押率: 45 },
      outcome: 'incomplete',
      case: 'c',
    },
  ],
  'COL-003': [
    { given: { 贷款余额: 500_000, 押品: [] }, outcome: 'pass' },
    {
      given: {
        贷款余额: 500_000,
        押品: [{ 押品编号: 'Y1', 押品类型: '商用房地产', 估值日期: null }],
        担保方式: '保证金',
      },
      outcome: 'notApplicable',
    },
    {
      given: { 客户类型: '个人', 企业规模: '小型', 贷款余额: 500_000, 押品检查日期: '2026-03-31' },
      outcome: 'notApplicable',
    },
    {
      given: {
        贷款余额: 500_000,
        押品类型: '商用房地产',
        估值日期: '2026-01-31',
        押品检查日期: '2025-03-01',
      },
      outcome: 'incomplete',
      case: 'c',
    },
    {
      given: {
        客户类型: '对公',
        企业规模: '小型',
        贷款余额: 500_000,
        押品: [{ 押品编号: 'Y1', 押品检查日期: null }],
      },
      outcome: 'incomplete',
      case: 'd',
    },
    {
      given: {
        客户类型: '个人',
        企业规模: '小型',
        贷款余额: 500_000,
        押品: [{ 押品编号: 'Y1', 押品检查日期: '2026-03-31' }],
      },
      outcome: 'notApplicable',
    },
  ],
  'COL-004': [
    {
      given: {
        贷款余额: 500_000,
        放款日期: '2023-01-10',
        押品: [{ 押品编号: 'Y1', 押品类型: '居住房地产', 登记证号: null, 预告登记号: '预告第0008号' }],
      },
      outcome: 'hit',
      case: 'f',
    },
    {
      given: {
        贷款余额: 500_000,
        放款日期: '2026-03-01',
        押品: [{ 押品编号: 'Y1', 押品类型: '商用房地产', 登记证号: '抵证第0001号', 登记日期: '2026-03-18' }],
      },
      outcome: 'hit',
      case: 'h',
    },
    {
      given: {
        贷款余额: 500_000,
        押品类型: null,
        登记证号: null,
        押品: [
          { 押品编号: 'Y1', 押品类型: '商用房地产', 登记证号: '抵证第0001号' },
          { 押品编号: 'Y2', 押品类型: '土地使用权', 登记证号: null },
        ],
        贷款品种: '个人住房按揭贷款',
        放款日期: null,
        登记日期: null,
      },
      outcome: 'hit',
      case: 'd',
    },
    {
      given: {
        贷款余额: 500_000,
        押品: [{ 押品编号: 'Y1', 押品类型: null, 登记证号: null }],
        贷款品种: '个人住房按揭贷款',
      },
      outcome: 'incomplete',
      case: 'd',
    },
    {
      given: {
        贷款品种: '个人住房按揭贷款',
        贷款余额: 500_000,
        放款日期: '2025-12-20',
        押品类型: '居住房地产',
        登记证号: null,
        预告登记号: '预告第0008号',
        押品: [],
      },
      outcome: 'pass',
    },
    {
      given: {
        贷款品种: '个人住房按揭贷款',
        贷款余额: 500_000,
        放款日期: null,
        押品类型: '居住房地产',
        登记证号: '某市预告第0008号',
      },
      outcome: 'incomplete',
      case: 'e',
    },
    {
      given: {
        贷款余额: 500_000,
        放款日期: null,
        押品类型: '商用房地产',
        登记证号: '抵证第0001号',
        登记日期: '2026-03-18',
      },
      outcome: 'incomplete',
      case: 'g',
    },
    {
      given: {
        贷款余额: 500_000,
        放款日期: '2026-03-01',
        押品类型: '存货',
        登记证号: '抵证第0001号',
        登记日期: '2026-03-18',
      },
      outcome: 'pass',
    },
    {
      given: {
        贷款余额: 500_000,
        押品类型: null,
        登记证号: null,
        押品: [],
        贷款品种: null,
        放款日期: null,
        登记日期: null,
      },
      outcome: 'pass',
    },
    {
      given: {
        贷款品种: null,
        贷款余额: 500_000,
        放款日期: null,
        押品类型: null,
        登记证号: null,
        预告登记号: null,
        押品: [{ 押品编号: 'Y1', 押品类型: null, 登记证号: null, 登记日期: null }],
      },
      outcome: 'incomplete',
      case: 'b',
    },
  ],
  'COL-005': [
    {
      given: { 贷款余额: 500_000, 押品: [{ 押品类型: '存单', 质物交付日期: null, 登记证号: null }] },
      outcome: 'hit',
      case: 'd',
    },
    {
      given: {
        贷款余额: 500_000,
        押品类型: null,
        登记证号: null,
        押品: [],
        质物交付日期: null,
        登记到期日: null,
        到期日: null,
      },
      outcome: 'pass',
    },
    {
      given: { 贷款余额: 500_000, 押品: [{ 押品类型: null, 登记证号: null, 登记到期日: '2026-05-10' }] },
      outcome: 'hit',
      case: 'f',
    },
    {
      given: {
        贷款余额: 500_000,
        到期日: null,
        押品类型: '应收账款',
        登记证号: 'A1',
        登记到期日: '2027-03-31',
      },
      outcome: 'incomplete',
      case: 'g',
    },
    {
      given: {
        贷款余额: 500_000,
        到期日: '2027-06-30',
        押品类型: '应收账款',
        登记证号: 'A1',
        登记到期日: '2028-03-31',
        质物交付日期: '2026-01-05',
        押品: [{ 押品类型: null, 登记证号: null, 登记到期日: '2027-05-10' }],
      },
      outcome: 'hit',
      case: 'h',
    },
    {
      given: { 贷款余额: 500_000, 押品: [{ 押品类型: null, 登记证号: null, 质物交付日期: null }] },
      outcome: 'incomplete',
      case: 'b',
    },
    {
      given: {
        贷款余额: 500_000,
        到期日: null,
        押品类型: null,
        登记证号: null,
        登记到期日: null,
        质物交付日期: null,
        押品: [{ 押品类型: null, 登记证号: null, 登记到期日: '2027-05-10' }],
      },
      outcome: 'incomplete',
      case: 'b',
    },
  ],
  'COL-006': [
    {
      given: {
        贷款余额: 900_000,
        押品: [
          {
            押品编号: 'Y1',
            要求投保: '是',
            保险到期日: '2027-03-31',
            保险金额: 400_000,
            建筑物价值: 500_000,
          },
        ],
      },
      outcome: 'hit',
      case: 'f',
    },
    {
      given: {
        贷款余额: 900_000,
        押品: [
          { 押品编号: 'Y1', 要求投保: '是', 保险到期日: '2027-03-31', 保险金额: null, 建筑物价值: 500_000 },
        ],
      },
      outcome: 'pass',
    },
    {
      given: { 贷款余额: 900_000, 押品: [{ 押品编号: 'Y1', 要求投保: null, 保险到期日: null }] },
      outcome: 'incomplete',
      case: 'b',
    },
    {
      given: { 贷款余额: null, 要求投保: '否', 保险金额: 400_000, 建筑物价值: 500_000 },
      outcome: 'notApplicable',
    },
    {
      given: { 贷款余额: 900_000, 押品: [{ 押品编号: 'Y1', 要求投保: '是', 保险到期日: null }] },
      outcome: 'hit',
      case: 'b',
    },
  ],
  'COL-007': [
    {
      given: { 贷款余额: 500_000, 押品: [{ 押品编号: 'Y1', 处置顺位: 2, 已抵押价值: 0 }] },
      outcome: 'hit',
      case: 'j',
    },
    {
      given: { 贷款余额: 500_000, 押品: [{ 押品编号: 'Y1', 处置顺位: 2, 已抵押价值: null }] },
      outcome: 'incomplete',
      case: 'j',
    },
    {
      given: { 贷款余额: 500_000, 押品状态: null, 押品: [], 处置顺位: null, 已抵押价值: null },
      outcome: 'pass',
    },
    { given: { 贷款余额: 500_000, 押品: [{ 押品编号: 'Y1', 押品状态: '转让' }] }, outcome: 'hit', case: 'd' },
    { given: { 贷款余额: 500_000, 押品: [{ 押品编号: 'Y1', 押品状态: '出租' }] }, outcome: 'hit', case: 'h' },
    {
      given: { 贷款余额: 500_000, 押品: [{ 押品编号: 'Y1', 押品状态: '二次抵押' }] },
      outcome: 'hit',
      case: 'f',
    },
    { given: { 贷款余额: 500_000, 处置顺位: 2, 已抵押价值: null }, outcome: 'incomplete', case: 'i' },
  ],
  'COL-008': [
    { given: { 贷款余额: 500_000, 押品名称: null, 押品: [], 押品所有人: null }, outcome: 'pass' },
    {
      given: { 贷款余额: 500_000, 押品: [{ 押品编号: 'Y1', 押品所有人: null }] },
      outcome: 'incomplete',
      case: 'd',
    },
  ],
}
