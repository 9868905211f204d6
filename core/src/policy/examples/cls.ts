import type { ExamplesByRule } from './examplesByRule.ts'

/** Further examples of the rules on classification: what each case says beside what the rule's own examples show. */
export const clsExamples: ExamplesByRule = {
  'CLS-001': [
    {
      given: { 贷款余额: 500_000, 逾期本金: 13, 到期日: '2026-09-30', 五级分类: '正常' },
      outcome: 'hit',
      case: 'f',
    },
    { given: { 贷款余额: 500_000, 到期日: '2026-10-26', 五级分类: '正常' }, outcome: 'hit', case: 'd' },
    { given: { 贷款余额: null, 到期日: '2026-09-30', 五级分类: '正常' }, outcome: 'incomplete', case: 'b' },
    {
      given: {
        贷款余额: 500_000,
        逾期天数: 8,
        五级分类: null,
        本金逾期天数: 0,
        欠息天数: 12,
        逾期本金: 0,
        表内欠息: 13,
        到期日: '2026-09-30',
      },
      outcome: 'incomplete',
      case: 'e',
    },
  ],
  'CLS-002': [
    { given: { 贷款余额: 500_000, 到期日: null, 五级分类: '正常' }, outcome: 'incomplete', case: 'b' },
    { given: { 贷款余额: 0, 逾期天数: 0, 五级分类: null, 到期日: null }, outcome: 'notApplicable' },
  ],
  'CLS-003': [
    { given: { 贷款余额: 500_000, 到期日: null, 五级分类: '次级' }, outcome: 'incomplete', case: 'b' },
    { given: { 贷款余额: 500_000, 到期日: '2026-01-16', 五级分类: '可疑' }, outcome: 'pass' },
    { given: { 贷款余额: 0, 逾期天数: 0, 五级分类: null, 到期日: null }, outcome: 'notApplicable' },
  ],
  'CLS-004': [
    { given: { 贷款余额: 500_000, 到期日: null, 五级分类: '可疑' }, outcome: 'incomplete', case: 'b' },
    { given: { 贷款余额: 500_000, 到期日: '2025-10-20', 五级分类: '损失' }, outcome: 'pass' },
    { given: { 贷款余额: 0, 逾期天数: 0, 五级分类: null, 到期日: null }, outcome: 'notApplicable' },
  ],
  'CLS-005': [
    {
      given: { 贷款余额: null, 信用减值标志: '是', 减值准备: 50_000, 五级分类: '次级' },
      outcome: 'incomplete',
      case: 'b',
    },
    { given: { 贷款余额: 0, 信用减值标志: null, 五级分类: null, 减值准备: 0 }, outcome: 'notApplicable' },
  ],
  'CLS-006': [
    {
      given: { 贷款余额: 100_000, 资金流向检查结论: '挪用', 五级分类: null },
      outcome: 'incomplete',
      case: 'b',
    },
    { given: { 贷款余额: 100_000, 资金流向检查结论: null, 五级分类: '正常' }, outcome: 'notApplicable' },
  ],
  'CLS-007': [
    {
      given: { 贷款余额: 100_000, 发放类型: '借新还旧', 五级分类: '正常', 财务困难标志: '否' },
      outcome: 'pass',
    },
    {
      given: { 贷款余额: 100_000, 发放类型: '新增', 财务困难标志: '是', 展期次数: 1, 五级分类: null },
      outcome: 'incomplete',
      case: 'c',
    },
  ],
  'CLS-008': [
    {
      given: {
        客户编号: 'C1',
        客户名称: null,
        企业规模: '中型',
        贷款余额: 950_000,
        五级分类: '正常',
        同客户: [
          {
            客户编号: 'C1',
            客户名称: '某某建材有限公司',
            企业规模: '中型',
            贷款余额: 50_000,
            五级分类: '次级',
          },
        ],
      },
      outcome: 'incomplete',
      case: 'b',
    },
  ],
  'CLS-009': [
    {
      given: {
        客户名称: '王某',
        企业规模: '中型',
        贷款余额: 100_000,
        所有银行逾期90天以上债务占比: 20,
        五级分类: '关注',
      },
      outcome: 'notApplicable',
    },
    {
      given: {
        客户名称: null,
        企业规模: '中型',
        贷款余额: 100_000,
        所有银行逾期90天以上债务占比: 20.1,
        五级分类: '关注',
      },
      outcome: 'incomplete',
      case: 'b',
    },
  ],
  'CLS-010': [
    {
      given: {
        贷款余额: 0,
        重组标志: null,
        观察期届满日: null,
        五级分类: null,
        重组后首次还款日: null,
        重组次数: 0,
        逾期天数: null,
      },
      outcome: 'notApplicable',
    },
    {
      given: { 贷款余额: 100_000, 重组次数: 2, 观察期届满日: '2027-03-31', 逾期天数: 20, 五级分类: null },
      outcome: 'incomplete',
      case: 'c',
    },
    {
      given: { 贷款余额: 100_000, 重组标志: '是', 观察期届满日: '2027-03-31', 五级分类: '关注', 逾期天数: 0 },
      outcome: 'pass',
    },
    {
      given: {
        贷款余额: 100_000,
        重组标志: null,
        观察期届满日: '2027-03-31',
        逾期天数: 31,
        五级分类: '次级',
      },
      outcome: 'incomplete',
      case: 'd',
    },
  ],
  'CLS-011': [
    {
      given: {
        客户名称: null,
        企业规模: null,
        贷款余额: 500_000,
        上期五级分类: '次级',
        五级分类: null,
        欠款清偿日: null,
        清偿后正常还款期数: null,
        分类调整原因: null,
        逾期天数: null,
        上期: { 五级分类: '次级' },
      },
      outcome: 'incomplete',
      case: 'a',
    },
    {
      given: {
        客户名称: null,
        企业规模: null,
        贷款余额: 0,
        上期五级分类: null,
        五级分类: null,
        欠款清偿日: null,
        清偿后正常还款期数: null,
        分类调整原因: null,
        逾期天数: null,
        上期: { 五级分类: '次级' },
        信用减值标志: '是',
      },
      outcome: 'notApplicable',
    },
    { given: { 贷款余额: 100_000, 五级分类: '次级', 上期: { 五级分类: '次级' } }, outcome: 'pass' },
    {
      given: { 贷款余额: 100_000, 上期五级分类: '次级', 五级分类: null, 信用减值标志: '是' },
      outcome: 'incomplete',
      case: 'c',
    },
    {
      given: {
        客户名称: '某机械有限公司',
        贷款余额: 100_000,
        上期五级分类: '次级',
        五级分类: '关注',
        欠款清偿日: '2026-04-30',
        清偿后正常还款期数: 2,
        企业规模: '中型',
        逾期天数: 100,
        分类调整原因: null,
      },
      outcome: 'hit',
      case: 'a',
    },
    {
      given: {
        客户名称: '某某建材有限公司',
        企业规模: '中型',
        贷款余额: 100_000,
        上期五级分类: '关注',
        五级分类: '正常',
        信用减值标志: '是',
      },
      outcome: 'pass',
    },
    {
      given: {
        客户名称: '某某建材有限公司',
        企业规模: '中型',
        贷款余额: 100_000,
        上期五级分类: '次级',
        五级分类: '正常',
        欠款清偿日: '2026-09-20',
        清偿后正常还款期数: 1,
        信用减值标志: '是',
      },
      outcome: 'hit',
      case: 'b',
    },
  ],
  'CLS-013': [
    { given: { 贷款余额: 100_000, 逃废债标志: '是', 五级分类: null }, outcome: 'incomplete', case: 'b' },
  ],
}
