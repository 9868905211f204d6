import type { ExamplesByRule } from './examplesByRule.ts'

/** Further examples of the rules on compliance: what each case says beside what the rule's own examples show. */
export const cmpExamples: ExamplesByRule = {
  'CMP-001': [
    { given: { 客户类型: '个人', 贷款余额: 10_000, 催收: [] }, outcome: 'pass' },
    {
      given: {
        客户类型: null,
        贷款余额: 10_000,
        催收: [{ 催收时间: '2026-10-19 10:00' }, { 催收时间: '2026年10月20日 晚上10点15分' }],
      },
      outcome: 'incomplete',
      case: 'b',
    },
  ],
  'CMP-002': [
    {
      given: { 客户类型: null, 贷款余额: 0, 当日拨打次数: null, 催收: [{ 当日拨打次数: 9 }] },
      outcome: 'incomplete',
      case: 'b',
    },
    { given: { 客户类型: null, 贷款余额: 0, 当日拨打次数: 7 }, outcome: 'incomplete', case: 'a' },
  ],
  'CMP-003': [
    {
      given: { 客户类型: '个人', 贷款余额: 10_000, 催收: [{ 催收记录: '电话告知其父亲该户欠款情况' }] },
      outcome: 'hit',
      case: 'f',
    },
    {
      given: { 客户类型: '个人', 贷款余额: 10_000, 催收记录: '电话联系本人，约定下周还款' },
      outcome: 'notApplicable',
    },
    {
      given: {
        客户类型: null,
        贷款余额: 0,
        联系对象关系: '无关第三人',
        债务人失联: null,
        最近催收日期: null,
        催收: [{ 联系对象关系: '无关第三人', 债务人失联: null, 最近催收日期: '2026-10-20' }],
        催收记录: null,
      },
      outcome: 'incomplete',
      case: 'a',
    },
    {
      given: {
        客户类型: '对公',
        贷款余额: 10_000,
        联系对象关系: '保证人',
        债务人失联: '否',
        最近催收日期: '2026-10-20',
      },
      outcome: 'notApplicable',
    },
    {
      given: {
        客户类型: '个人',
        贷款余额: 10_000,
        催收: [{ 联系对象关系: '无关第三人', 债务人失联: '否', 最近催收日期: '2026-10-20' }],
      },
      outcome: 'hit',
      case: 'b',
    },
    {
      given: {
        客户类型: '个人',
        贷款余额: 10_000,
        联系对象关系: '无关第三人',
        债务人失联: null,
        最近催收日期: '2026-10-20',
      },
      outcome: 'hit',
      case: 'c',
    },
    {
      given: { 客户类型: null, 贷款余额: 10_000, 催收记录: '电话告知其父亲该户欠款情况' },
      outcome: 'incomplete',
      case: 'e',
    },
  ],
  'CMP-005': [
    {
      given: {
        客户类型: '对公',
        贷款余额: 10_000,
        征信查询日期: '2026-03-01',
        征信授权日期: '2026-03-02',
        征信授权到期日: '2026-02-28',
      },
      outcome: 'hit',
      case: 'd',
    },
    {
      given: { 客户类型: null, 贷款余额: 10_000, 征信查询日期: '2026-03-01', 征信授权到期日: '2026-02-28' },
      outcome: 'incomplete',
      case: 'b',
    },
    {
      given: { 客户类型: '对公', 贷款余额: 10_000, 征信查询日期: '2026-03-01', 征信授权日期: '2026-03-01' },
      outcome: 'pass',
    },
    {
      given: { 客户类型: '个人', 贷款余额: 10_000, 征信查询日期: '2026-02-28', 征信授权到期日: '2026-02-28' },
      outcome: 'pass',
    },
    {
      given: {
        客户类型: '对公',
        贷款余额: 10_000,
        征信查询日期: '2026-03-01',
        征信授权日期: null,
        征信授权到期日: '2026-05-10',
      },
      outcome: 'hit',
      case: 'f',
    },
  ],
  'CMP-007': [
    {
      given: {
        贷款余额: 500_000,
        放款日期: null,
        五级分类: null,
        接续前笔分类: null,
        预警: [{ 预警状态: null, 解除理由: null }],
      },
      outcome: 'incomplete',
      case: 'c',
    },
  ],
  'CMP-008': [
    {
      given: { 客户编号: null, 贷款余额: 0, 资本净额: null, 同客户: [], 所属集团: null, 一级资本净额: null },
      outcome: 'notApplicable',
    },
    {
      given: {
        客户编号: 'KH0001',
        贷款余额: 60_000_000,
        资本净额: 1_000_000_000,
        同客户: [],
        所属集团: '某某集团',
        一级资本净额: 500_000_000,
      },
      outcome: 'pass',
    },
    {
      given: {
        客户编号: null,
        贷款余额: 500_000,
        资本净额: null,
        同客户: [{ 贷款余额: 41_000_000 }],
        同户余额合计: null,
        所属集团: '王某',
        一级资本净额: null,
      },
      outcome: 'incomplete',
      case: 'b',
    },
  ],
}
