import type { Rule } from '../types.ts'
import { assumedKind, assumedStanding, inLitigation, notInspected } from './inspectedLoans.ts'

/** Inspection: monthly information and follow-up by risk tier. */
export const insFollowUpRules: readonly Rule[] = [
  {
    id: 'INS-005',
    category: 'INS',
    nameZh: '特殊企业月度监测缺失',
    nameEn: 'Special borrower not monitored monthly',
    table: '借据',
    grain: '客户',
    segments: ['对公'],
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'warning',
        applies: `(some w in 参数.按月监测行业 satisfies contains(所属行业, w)) and not(${notInspected})`,
        when: '放款日期 < add days(基准日, -参数.月度监测天数) and (月度信息收集日期 = null or 月度信息收集日期 < add days(基准日, -参数.月度监测天数))',
        message: '{所属行业}客户，最近月度信息收集日期 {月度信息收集日期}，已超过 {参数.月度监测天数} 天。',
        remedy: '收集融资、项目进展与政策变动信息，调整风险等级。',
        sources: ['S4-5'],
        needs: ['所属行业', '月度信息收集日期', '放款日期'],
        optional: assumedKind,
      },
    ],
    examples: [
      {
        given: {
          客户类型: '对公',
          所属行业: '房地产开发经营',
          贷款余额: 9_000_000,
          放款日期: '2025-03-01',
          月度信息收集日期: '2026-08-31',
        },
        outcome: 'hit',
      },
      {
        given: {
          客户类型: '对公',
          所属行业: '房地产开发经营',
          贷款余额: 9_000_000,
          放款日期: '2025-03-01',
          月度信息收集日期: null,
        },
        outcome: 'hit',
      },
      {
        given: {
          客户类型: '对公',
          所属行业: '房地产开发经营',
          贷款余额: 9_000_000,
          放款日期: '2025-03-01',
          月度信息收集日期: '2026-10-15',
        },
        outcome: 'pass',
      },
      {
        given: {
          客户类型: '对公',
          所属行业: '批发业',
          贷款余额: 9_000_000,
          放款日期: '2025-03-01',
          月度信息收集日期: null,
        },
        outcome: 'notApplicable',
      },
      {
        given: {
          客户类型: '对公',
          所属行业: null,
          贷款余额: 9_000_000,
          放款日期: '2025-03-01',
          月度信息收集日期: null,
        },
        outcome: 'incomplete',
      },
    ],
  },
  {
    id: 'INS-006',
    category: 'INS',
    nameZh: '按风险等级跟踪超期',
    nameEn: 'Follow-up overdue for the risk tier',
    table: '借据',
    grain: '客户',
    segments: 'all',
    cases: (
      [
        { id: 'a', tier: '高', parameter: '参数.高风险跟踪天数', severity: 'warning' },
        { id: 'b', tier: '中', parameter: '参数.中风险跟踪天数', severity: 'warning' },
        { id: 'c', tier: '低', parameter: '参数.低风险跟踪天数', severity: 'attention' },
      ] as const
    ).map(({ id, tier, parameter, severity }) => ({
      id,
      kind: 'violation',
      severity,
      applies: `客户风险等级 = "${tier}" and not(${notInspected}) and not(${inLitigation}) and (参数.按揭与分期消费正常户跟踪 = "是" or not(产品族 in ("按揭", "商用房", "汽车", "消费", "助学") and 分类逾期天数 = 0))`,
      when: `放款日期 < add days(基准日, -${parameter}) and (最近跟踪日期 = null or 最近跟踪日期 < add days(基准日, -${parameter})) and (最近检查日期 = null or 最近检查日期 < add days(基准日, -${parameter})) and (最近现场检查日期 = null or 最近现场检查日期 < add days(基准日, -${parameter})) and not(some r in 同客户 satisfies r.最近跟踪日期 != null and r.最近跟踪日期 >= add days(基准日, -${parameter}))`,
      message: `${tier}风险客户，最近跟踪日期 {最近跟踪日期}，已超过 {${parameter}} 天。`,
      remedy: '按频次跟踪，登记客户风险等级评估，注明实际日期。',
      sources: ['S4-4'],
      needs: ['客户风险等级', '最近跟踪日期', '放款日期'],
      optional: {
        ...assumedKind,
        ...assumedStanding,
        分类逾期天数: 0,
        最近检查日期: null,
        最近现场检查日期: null,
      },
    })),
    examples: [
      {
        given: {
          贷款余额: 500_000,
          客户风险等级: '高',
          放款日期: '2025-03-01',
          最近跟踪日期: '2026-10-20',
          同客户: [],
        },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: {
          贷款余额: 500_000,
          客户风险等级: '中',
          放款日期: '2025-03-01',
          最近跟踪日期: '2026-09-20',
          同客户: [],
        },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: {
          贷款余额: 500_000,
          客户风险等级: '低',
          放款日期: '2025-03-01',
          最近跟踪日期: null,
          同客户: [],
        },
        outcome: 'hit',
        case: 'c',
      },
      {
        given: {
          贷款余额: 500_000,
          客户风险等级: '高',
          放款日期: '2025-03-01',
          最近跟踪日期: '2026-10-25',
          同客户: [],
        },
        outcome: 'pass',
      },
      {
        given: {
          贷款余额: 500_000,
          客户风险等级: '高',
          放款日期: '2025-03-01',
          最近跟踪日期: '2026-09-01',
          最近检查日期: '2026-10-28',
          同客户: [],
        },
        outcome: 'pass',
        because: '现场检查也是跟踪。',
      },
      {
        given: {
          贷款余额: 500_000,
          客户风险等级: '低',
          贷款品种: '个人住房按揭贷款',
          逾期天数: 0,
          放款日期: '2020-03-01',
          最近跟踪日期: null,
          同客户: [],
        },
        outcome: 'notApplicable',
        because: '正常还款的按揭不逐户走访。',
      },
      {
        given: {
          贷款余额: 500_000,
          客户风险等级: null,
          放款日期: '2025-03-01',
          最近跟踪日期: null,
          同客户: [],
        },
        outcome: 'incomplete',
      },
    ],
  },
]
