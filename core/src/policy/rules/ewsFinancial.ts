import type { Rule, RuleCase } from '../types.ts'
import { manufacturing } from './onsiteVisits.ts'

const hasStatements = '财务报表期数 > 0'
/** A change matters only where the debt is high or the liquidity thin. */
const strained = '(最新资产负债率 > 参数.恶化提示负债率下限 or 最新流动比率 < 参数.恶化提示流动比率上限)'
/** Trade and construction live on other people's money. */
const trading = 'matches(所属行业, "批发|零售|贸易|建筑|施工|^[EF][0-9]*$")'
const leverageLimit = `(if ${manufacturing} then 参数.制造业资产负债率上限 else if ${trading} then 参数.贸易建筑资产负债率上限 else 参数.资产负债率上限)`

function worsening(
  id: string,
  ratio: string,
  now: string,
  ago: string,
  unit: string,
  needs: readonly string[],
): RuleCase {
  return {
    id,
    kind: 'lead',
    severity: 'warning',
    applies: hasStatements,
    when: `${ratio}恶化幅度 >= 参数.指标恶化幅度 and ${strained}`,
    message: `${ratio}连续两季比上年同期恶化 {${ratio}恶化幅度}%（口径：{参数.指标恶化口径}）；{最新财务报告期} 为 {${now}}${unit}，上年同期 {${ago}}${unit}。`,
    remedy: '与企业核实原因，评估还款来源，必要时启动预警程序。',
    sources: ['S4-5', 'bank'],
    needs: ['财务', ...needs],
  }
}

const row = (报告期: string, figures: Readonly<Record<string, number | null>>) => ({
  客户编号: 'KH1',
  报告期,
  ...figures,
})
const balance = (报告期: string, 负债总额: number, 流动资产 = 120, 流动负债 = 100) =>
  row(报告期, { 资产总额: 100, 负债总额, 流动资产, 流动负债, 毛利率: 20 })
const firm = { 客户类型: '对公', 客户编号: 'KH1', 贷款余额: 5_000_000, 贷款金额: 5_000_000 }
const rising = [balance('2025Q2', 60), balance('2025Q3', 60), balance('2026Q2', 70), balance('2026Q3', 75)]

/** Warning signals: financial statements, always against the same period of the year before. */
export const ewsFinancialRules: readonly Rule[] = [
  {
    id: 'EWS-001',
    category: 'EWS',
    nameZh: '核心指标连续两季恶化',
    nameEn: 'Key ratio worsens two quarters running',
    table: '借据',
    grain: '客户',
    segments: ['对公'],
    note: '最近两季各与上年同期相比，避免把季节当作恶化；负债率不高且流动性充足的不提示。资产负债率上升为恶化。',
    cases: [
      worsening('a', '资产负债率', '最新资产负债率', '上年同期资产负债率', '', [
        '财务.资产总额',
        '财务.负债总额',
      ]),
      worsening('b', '流动比率', '最新流动比率', '上年同期流动比率', ' 倍', [
        '财务.流动资产',
        '财务.流动负债',
      ]),
      worsening('c', '毛利率', '最新毛利率', '上年同期毛利率', '', ['财务.毛利率']),
    ],
    examples: [
      { given: { ...firm, 财务: rising }, outcome: 'hit', case: 'a' },
      {
        given: {
          ...firm,
          财务: [
            balance('2025Q2', 60, 150, 100),
            balance('2025Q3', 60, 150, 100),
            balance('2026Q2', 60, 130, 100),
            balance('2026Q3', 60, 120, 100),
          ],
        },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: {
          ...firm,
          财务: rising.map((one) => ({
            ...one,
            负债总额: 70,
            毛利率: one.报告期.startsWith('2025') ? 20 : 15,
          })),
        },
        outcome: 'hit',
        case: 'c',
      },
      {
        given: {
          ...firm,
          财务: [balance('2025Q2', 60), balance('2025Q3', 60), balance('2026Q2', 65), balance('2026Q3', 75)],
        },
        outcome: 'pass',
        because: '前一季不足 10%。',
      },
      {
        given: {
          ...firm,
          财务: [
            balance('2025Q2', 30, 200),
            balance('2025Q3', 30, 200),
            balance('2026Q2', 33, 200),
            balance('2026Q3', 36, 200),
          ],
        },
        outcome: 'pass',
        because: '由 30% 升至 36%，负债率仍低、流动性充足。',
      },
      {
        given: {
          ...firm,
          财务: [
            balance('2025Q1', 60),
            balance('2025Q2', 70),
            balance('2025Q3', 80),
            balance('2026Q1', 60),
            balance('2026Q2', 70),
            balance('2026Q3', 80),
          ],
        },
        outcome: 'pass',
        because: '逐季上升，但与上年同期相同，是季节变化。',
      },
      {
        given: {
          ...firm,
          财务: [balance('2025Q2', 75), balance('2025Q3', 75), balance('2026Q2', 64), balance('2026Q3', 62)],
        },
        outcome: 'pass',
        because: '资产负债率下降是好转。',
      },
      {
        given: { ...firm, 财务: [balance('2026Q1', 60), balance('2026Q2', 70), balance('2026Q3', 80)] },
        outcome: 'incomplete',
        because: '没有上年同期。',
      },
      { given: { ...firm, 客户类型: '个人', 财务: rising }, outcome: 'notApplicable' },
    ],
  },
  {
    id: 'EWS-002',
    category: 'EWS',
    nameZh: '营业收入明显下滑',
    nameEn: 'Revenue falling',
    table: '借据',
    grain: '客户',
    segments: ['对公'],
    note: '与上年同一报告期相比；环比受季节影响，不比。',
    cases: [
      {
        id: 'a',
        kind: 'lead',
        severity: 'attention',
        applies: hasStatements,
        when: '营业收入同比 <= -参数.营业收入下滑幅度',
        message:
          '{最新财务报告期} 营业收入 {最新营业收入} 元，上年同期 {上年同期营业收入} 元，下降 {-营业收入同比}%。',
        remedy: '了解订单与回款，判断第一还款来源是否变化。',
        sources: ['S0', 'bank'],
        needs: ['财务', '财务.营业收入'],
      },
    ],
    examples: [
      {
        given: { ...firm, 财务: [row('2025Q3', { 营业收入: 100 }), row('2026Q3', { 营业收入: 80 })] },
        outcome: 'hit',
      },
      {
        given: { ...firm, 财务: [row('2025Q3', { 营业收入: 100 }), row('2026Q3', { 营业收入: 81 })] },
        outcome: 'pass',
      },
      {
        given: {
          ...firm,
          财务: [
            row('2025-03-31', { 营业收入: 20 }),
            row('2025-12-31', { 营业收入: 100 }),
            row('2026-03-31', { 营业收入: 20 }),
          ],
        },
        outcome: 'pass',
        because: '一季度与上年一季度相比，不与全年相比。',
      },
      { given: { ...firm, 财务: [row('2026Q3', { 营业收入: 80 })] }, outcome: 'incomplete' },
      { given: { ...firm, 财务: [] }, outcome: 'notApplicable', because: '没有该客户的报表可比。' },
      {
        given: {
          ...firm,
          客户类型: '个人',
          财务: [row('2025Q3', { 营业收入: 100 }), row('2026Q3', { 营业收入: 50 })],
        },
        outcome: 'notApplicable',
      },
    ],
  },
  {
    id: 'EWS-003',
    category: 'EWS',
    nameZh: '财务指标越限',
    nameEn: 'Financial ratio beyond its limit',
    table: '借据',
    grain: '客户',
    segments: ['对公'],
    note: '限额按行业设定，均为默认值。最近十二个月合计不为负的，不作现金流、利润为负提示。',
    cases: [
      {
        id: 'a',
        kind: 'lead',
        severity: 'attention',
        applies: hasStatements,
        when: `最新资产负债率 > ${leverageLimit}`,
        message: `{最新财务报告期} 资产负债率 {最新资产负债率}，超过本行业上限 {${leverageLimit}}%。`,
        remedy: '要求企业说明并补充材料，评估偿债能力。',
        sources: ['R29', 'S4-7', 'bank'],
        needs: ['财务', '财务.资产总额', '财务.负债总额'],
        optional: { 所属行业: '其他' },
      },
      {
        id: 'b',
        kind: 'lead',
        severity: 'attention',
        applies: hasStatements,
        when: '最新流动比率 < 参数.流动比率下限',
        message: '{最新财务报告期} 流动比率 {最新流动比率}，低于 {参数.流动比率下限}。',
        remedy: '核实短期债务的到期安排与周转资金来源。',
        sources: ['R29', 'bank'],
        needs: ['财务', '财务.流动资产', '财务.流动负债'],
      },
      {
        id: 'c',
        kind: 'lead',
        severity: 'attention',
        applies: hasStatements,
        when: '经营现金流为负期数 >= 参数.经营现金流为负季数',
        message: '经营现金流净额连续 {经营现金流为负期数} 期为负（至 {最新财务报告期}）。',
        remedy: '核实回款与存货，判断还款来源。',
        sources: ['R29', 'S4-7', 'bank'],
        needs: ['财务', '财务.经营现金流净额'],
      },
      {
        id: 'd',
        kind: 'lead',
        severity: 'attention',
        applies: hasStatements,
        when: '净利润为负期数 >= 参数.经营现金流为负季数',
        message: '净利润连续 {净利润为负期数} 期为负（至 {最新财务报告期}）。',
        remedy: '核实亏损原因与扭亏措施。',
        sources: ['R29', 'bank'],
        needs: ['财务', '财务.净利润'],
      },
      {
        id: 'e',
        kind: 'lead',
        severity: 'attention',
        applies: hasStatements,
        when: '应收存货增速差 >= 参数.应收存货增幅',
        message: '{最新财务报告期} 应收账款与存货的同比增幅比营业收入高 {应收存货增速差} 个百分点。',
        remedy: '核实应收账款账龄与存货实物。',
        sources: ['R29', 'bank'],
        needs: ['财务', '财务.应收账款', '财务.营业收入'],
      },
    ],
    examples: [
      { given: { ...firm, 财务: [balance('2026Q3', 71)] }, outcome: 'hit', case: 'a' },
      { given: { ...firm, 财务: [balance('2026Q3', 60, 99, 100)] }, outcome: 'hit', case: 'b' },
      {
        given: {
          ...firm,
          财务: [row('2026Q2', { 经营现金流净额: -5 }), row('2026Q3', { 经营现金流净额: -8 })],
        },
        outcome: 'hit',
        case: 'c',
      },
      {
        given: { ...firm, 财务: [row('2026Q2', { 净利润: -5 }), row('2026Q3', { 净利润: -8 })] },
        outcome: 'hit',
        case: 'd',
      },
      {
        given: {
          ...firm,
          财务: [
            row('2025Q3', { 应收账款: 100, 营业收入: 1000 }),
            row('2026Q3', { 应收账款: 140, 营业收入: 1100 }),
          ],
        },
        outcome: 'hit',
        case: 'e',
      },
      { given: { ...firm, 财务: [balance('2026Q3', 70, 100, 100)] }, outcome: 'pass' },
      {
        given: { ...firm, 所属行业: '通用设备制造业', 财务: [balance('2026Q3', 74)] },
        outcome: 'pass',
      },
      {
        given: { ...firm, 所属行业: '钢材批发', 财务: [balance('2026Q3', 82)] },
        outcome: 'pass',
        because: '贸易企业负债率普遍较高，另有上限。',
      },
      {
        given: {
          ...firm,
          财务: [
            row('2025Q1', { 经营现金流净额: -30 }),
            row('2025Q2', { 经营现金流净额: -20 }),
            row('2025Q4', { 经营现金流净额: 60 }),
            row('2026Q1', { 经营现金流净额: -30 }),
            row('2026Q2', { 经营现金流净额: -20 }),
          ],
        },
        outcome: 'pass',
        because: '每年上半年备货，全年为正。',
      },
      { given: { ...firm, 财务: [balance('2026Q3', 71)], 客户类型: '个人' }, outcome: 'notApplicable' },
      {
        given: { ...firm, 财务: [row('2026Q3', { 资产总额: null, 负债总额: 71 })] },
        outcome: 'incomplete',
      },
    ],
  },
]
