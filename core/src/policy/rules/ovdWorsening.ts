import type { Rule } from '../types.ts'

/** Arrears that grow or were granted too long a grace. */
export const ovdWorseningRules: readonly Rule[] = [
  {
    id: 'OVD-009',
    category: 'OVD',
    nameZh: '逾期层级持续恶化',
    nameEn: 'Overdue bucket rolling worse',
    table: '借据',
    grain: '借据',
    segments: 'all',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'warning',
        when: '连续欠款期数 >= 参数.连续欠款期数上限',
        message: '连续欠款 {连续欠款期数} 期。',
        remedy: '专项分析原因，提前介入处置。',
        sources: ['bank'],
        needs: ['连续欠款期数'],
      },
      {
        id: 'b',
        kind: 'violation',
        severity: 'warning',
        when: '累计欠款期数 >= 参数.累计欠款期数上限',
        message: '累计欠款 {累计欠款期数} 期。',
        remedy: '专项分析原因，提前介入处置。',
        sources: ['bank'],
        needs: ['累计欠款期数'],
      },
      {
        id: 'c',
        kind: 'violation',
        severity: 'warning',
        // repaid on the due day and booked the day after, as DQ-010 allows, is no step down
        applies:
          '逾期留空 = false and 上期.分类逾期天数 != null and not(登记逾期天数 != null and 登记逾期天数 = 0 and 分类逾期天数 <= 1)',
        when: '(分类逾期天数 > 90 and 上期.分类逾期天数 <= 90) or (分类逾期天数 > 60 and 上期.分类逾期天数 <= 60) or (分类逾期天数 > 30 and 上期.分类逾期天数 <= 30) or (分类逾期天数 > 0 and 上期.分类逾期天数 = 0)',
        message: '逾期天数由上期 {上期.分类逾期天数} 天升至 {分类逾期天数} 天，进入更差的层级。',
        remedy: '专项分析原因，提前介入处置。',
        sources: ['S3'],
        needs: ['登记逾期天数', '上期.分类逾期天数'],
        optional: { 逾期留空: '否' },
      },
    ],
    examples: [
      { given: { 贷款余额: 100000, 连续欠款期数: 3 }, outcome: 'hit', case: 'a' },
      { given: { 贷款余额: 100000, 连续欠款期数: 2 }, outcome: 'pass' },
      { given: { 贷款余额: 100000, 累计欠款期数: 6 }, outcome: 'hit', case: 'b' },
      { given: { 贷款余额: 100000, 连续欠款期数: null }, outcome: 'incomplete' },
      {
        given: { 贷款余额: 100000, 逾期天数: 45, 上期: { 贷款余额: 100000, 逾期天数: 15 } },
        outcome: 'hit',
        case: 'c',
      },
      {
        given: { 贷款余额: 100000, 逾期天数: 45, 上期: { 贷款余额: 100000, 逾期天数: 31 } },
        outcome: 'pass',
        because: '同一层级之内',
      },
      {
        given: {
          贷款余额: 100000,
          逾期天数: 0,
          到期日: '2026-10-30',
          上期: { 贷款余额: 100000, 逾期天数: 0, 到期日: '2026-10-30' },
        },
        outcome: 'notApplicable',
        because: '昨日到期，还款可能尚未入账（DQ-010）',
      },
    ],
  },
  {
    id: 'OVD-010',
    category: 'OVD',
    nameZh: '宽限期超出约定',
    nameEn: 'Grace period beyond limit',
    table: '借据',
    grain: '借据',
    segments: 'all',
    note: '固定资产、项目贷款的宽限期是建设期安排，不在此列；只看已经逾期的。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'attention',
        applies: '逾期留空 = false and not(产品族 in ("固定资产", "项目", "融资租赁"))',
        when: '宽限期 > 参数.宽限期上限 and 分类逾期天数 > 0',
        message: '宽限期 {宽限期} 个月，超过 {参数.宽限期上限} 个月，现逾期 {分类逾期天数} 天。',
        remedy: '核实困难性质，超限的按展期或重组审批。',
        sources: ['S4-8'],
        needs: ['宽限期', '登记逾期天数'],
        optional: { 产品族: '其他', 逾期留空: '否' },
      },
    ],
    examples: [
      { given: { 贷款余额: 100000, 宽限期: 4, 逾期天数: 3 }, outcome: 'hit' },
      { given: { 贷款余额: 100000, 宽限期: 3, 逾期天数: 3 }, outcome: 'pass' },
      { given: { 贷款余额: 100000, 宽限期: 6, 逾期天数: 0 }, outcome: 'pass' },
      { given: { 贷款余额: 100000, 宽限期: 6, 逾期天数: null }, outcome: 'incomplete' },
      {
        given: { 贷款余额: 100000, 宽限期: 30, 逾期天数: 3, 贷款品种: '项目贷款' },
        outcome: 'notApplicable',
        because: '项目建设期的宽限',
      },
    ],
  },
]
