import type { Rule } from '../types.ts'
import { assumedNotFarmer, farmersLoan } from './extendedLoans.ts'

/** Terms of loans by product. */
export const extTermRules: readonly Rule[] = [
  {
    id: 'EXT-007',
    category: 'EXT',
    nameZh: '贷款期限超规定',
    nameEn: 'Term beyond the rule for the product',
    table: '借据',
    grain: '借据',
    segments: 'all',
    legalFloor: true,
    note: '按原到期日计。没有列出上限的品种（助学、并购、项目等）和没有登记品种的不作判断；2025-03-14 起发放的个人消费贷可至七年，属阶段性政策。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'serious',
        applies: '产品族 in ("流动资金", "消费", "个人经营") and 参数.最长期限 != null',
        when: '合同期限月数 > 参数.最长期限',
        message: '{贷款品种}期限 {合同期限月数} 个月，超过最长 {参数.最长期限} 个月。',
        remedy: '核实品种与起止日期是否登记有误；确超上限的报告并整改。',
        sources: ['R02b', 'R04b', 'R34'],
        needs: ['合同期限月数', '产品族', '贷款品种'],
      },
      {
        id: 'b',
        kind: 'violation',
        severity: 'warning',
        applies:
          '产品族 != null and not(产品族 in ("流动资金", "消费", "个人经营")) and 参数.最长期限 != null',
        when: '合同期限月数 > 参数.最长期限',
        message: '{贷款品种}期限 {合同期限月数} 个月，超过最长 {参数.最长期限} 个月。',
        remedy: '核实品种与起止日期是否登记有误；确超上限的报告并整改。',
        sources: ['R36'],
        needs: ['合同期限月数', '产品族', '贷款品种'],
      },
      {
        id: 'c',
        kind: 'violation',
        severity: 'attention',
        applies:
          '产品族 != null and 参数.一般期限上限 != null and (总行审批标志 = null or 总行审批标志 = "否")',
        when: '合同期限月数 > 参数.一般期限上限',
        message: '{贷款品种}期限 {合同期限月数} 个月，超过一般的 {参数.一般期限上限} 个月。',
        remedy: '核实延长期限的理由、审批权限，或是否适用阶段性政策。',
        sources: ['R02b', 'R03b', 'R04b', 'R34'],
        needs: ['合同期限月数', '产品族', '贷款品种'],
        optional: { 总行审批标志: null },
      },
    ],
    examples: [
      {
        given: { 贷款余额: 100_000, 放款日期: '2022-01-10', 到期日: '2027-02-10', 贷款品种: '流动资金贷款' },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: { 贷款余额: 100_000, 放款日期: '2023-01-10', 到期日: '2026-12-10', 贷款品种: '流动资金贷款' },
        outcome: 'hit',
        case: 'c',
      },
      {
        given: { 贷款余额: 100_000, 放款日期: '2024-01-10', 到期日: '2027-01-10', 贷款品种: '流动资金贷款' },
        outcome: 'pass',
      },
      {
        given: { 贷款余额: 100_000, 放款日期: '2025-06-10', 到期日: '2032-06-10', 贷款品种: '个人消费贷款' },
        outcome: 'hit',
        case: 'c',
        because: '七年在阶段性政策之内，核实是否适用',
      },
      {
        given: { 贷款余额: 100_000, 放款日期: '2024-06-10', 到期日: '2030-06-10', 贷款品种: '个人消费贷款' },
        outcome: 'hit',
        case: 'a',
        because: '阶段性政策之前发放，上限五年',
      },
      {
        given: { 贷款余额: 100_000, 放款日期: '2020-01-10', 到期日: '2026-01-10', 贷款品种: '个人汽车贷款' },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: {
          贷款余额: 100_000,
          放款日期: '2020-01-10',
          到期日: '2050-01-10',
          贷款品种: '个人住房按揭贷款',
        },
        outcome: 'pass',
      },
      {
        given: { 贷款余额: 100_000, 放款日期: '2016-01-10', 到期日: '2036-01-10', 贷款品种: '国家助学贷款' },
        outcome: 'notApplicable',
        because: '另有期限规定的品种',
      },
      {
        given: {
          贷款余额: 100_000,
          放款日期: '2014-01-10',
          到期日: '2026-12-10',
          贷款品种: '固定资产贷款',
          总行审批标志: '是',
        },
        outcome: 'notApplicable',
        because: '总行审批的十年以上固定资产贷款',
      },
      {
        given: { 贷款余额: 100_000, 放款日期: null, 到期日: '2036-01-10', 贷款品种: '流动资金贷款' },
        outcome: 'incomplete',
      },
    ],
  },
  {
    id: 'EXT-008',
    category: 'EXT',
    nameZh: '农户一年以上利随本清',
    nameEn: 'Farmer’s loan over a year, repaid with interest at the end',
    table: '借据',
    grain: '借据',
    segments: 'all',
    legalFloor: true,
    note: '到期一次还本而按期付息的不是利随本清。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'attention',
        applies: farmersLoan,
        when: '合同期限月数 > 参数.农户利随本清月数 and 还款方式 = "利随本清"',
        message: '农户贷款期限 {合同期限月数} 个月，还款方式为“{还款方式}”。',
        remedy: '调整为分期还本付息或分期还息。',
        sources: ['R05b'],
        needs: ['合同期限月数', '还款方式'],
        optional: assumedNotFarmer,
      },
    ],
    examples: [
      { given: { 客户类型: '农户', 贷款余额: 50_000, 期限: 24, 还款方式: '利随本清' }, outcome: 'hit' },
      { given: { 客户类型: '农户', 贷款余额: 50_000, 期限: 12, 还款方式: '利随本清' }, outcome: 'pass' },
      {
        given: { 客户类型: '农户', 贷款余额: 50_000, 期限: 24, 还款方式: '先息后本' },
        outcome: 'pass',
        because: '按期付息',
      },
      { given: { 客户类型: '农户', 贷款余额: 50_000, 期限: 24, 还款方式: null }, outcome: 'incomplete' },
      {
        given: { 客户类型: '对公', 贷款余额: 50_000, 期限: 24, 还款方式: '利随本清' },
        outcome: 'notApplicable',
      },
    ],
  },
]
