import type { Rule, RuleCase } from '../types.ts'
import { newMoney, selfPaying } from './selfPayment.ts'

function corporate(
  id: string,
  severity: RuleCase['severity'],
  families: string,
  period: string,
  source: string,
  remedy: string,
): RuleCase {
  return {
    id,
    kind: 'violation',
    severity,
    applies: `${families} and ${selfPaying} and ${period} and 参数.受托支付起点 != null`,
    when: '单笔自付最大额 > 参数.受托支付起点',
    message:
      '支付方式为{支付方式}，单笔自主支付达 {单笔自付最大额} 元，超过 {参数.受托支付起点} 元（放款日期 {放款日期}）。',
    remedy,
    sources: [source],
    needs: ['贷款品种', '支付方式', '放款日期', '单笔自付最大额'],
    optional: newMoney,
  }
}

const fixed = '产品族 in ("固定资产", "项目")'
const since2024 = '放款日期 >= @"2024-07-01"'

const firm = { 贷款余额: 20_000_000, 贷款金额: 20_000_000, 客户类型: '对公', 借据号: 'J1' }

/** Use of funds: payments of firms that the bank should have made itself. */
export const useEntrustedFirmsRules: readonly Rule[] = [
  {
    id: 'USE-003',
    category: 'USE',
    nameZh: '对公贷款应受托未受托',
    nameEn: 'Entrusted payment missed (corporate)',
    table: '借据',
    grain: '借据',
    segments: 'all',
    legalFloor: true,
    note: '起点按放款日期确定。流动资金贷款还须支付对象明确，清单不能证明，故为警示。新建立信贷关系且信用一般的也应受托，台账无从判断。',
    cases: [
      corporate(
        'a',
        'serious',
        fixed,
        since2024,
        'R03c',
        '说明原因，整改支付方式，评估用途是否合规，追加支付凭证。',
      ),
      corporate(
        'b',
        'warning',
        '产品族 = "流动资金"',
        since2024,
        'R02c',
        '核实放款时支付对象是否明确：明确的应受托支付，说明原因并整改；不明确的留存依据。',
      ),
      corporate(
        'c',
        'warning',
        fixed,
        '放款日期 < @"2024-07-01"',
        'R03old',
        '按签约时的办法与合同约定核对支付方式，说明原因。',
      ),
    ],
    examples: [
      {
        given: {
          ...firm,
          贷款品种: '固定资产贷款',
          支付方式: '自主支付',
          放款日期: '2026-03-02',
          单笔最大自主支付金额: 10_000_001,
        },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: {
          ...firm,
          贷款品种: '流动资金贷款',
          支付方式: '自主支付',
          放款日期: '2026-03-02',
          支付: [{ 借据号: 'J1', 借贷标志: '借', 交易金额: 12_000_000, 对方户名: '某钢铁公司' }],
        },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: {
          ...firm,
          贷款品种: '固定资产贷款',
          支付方式: '自主支付',
          放款日期: '2024-06-28',
          单笔最大自主支付金额: 6_000_000,
        },
        outcome: 'hit',
        case: 'c',
      },
      {
        given: {
          ...firm,
          贷款品种: '固定资产贷款',
          支付方式: '自主支付',
          放款日期: '2024-07-01',
          单笔最大自主支付金额: 6_000_000,
        },
        outcome: 'pass',
        because: '新办法的起点为一千万元。',
      },
      {
        given: {
          ...firm,
          贷款品种: '固定资产贷款',
          支付方式: '自主支付',
          放款日期: '2026-03-02',
          单笔最大自主支付金额: 10_000_000,
        },
        outcome: 'pass',
        because: '恰为起点，不超过。',
      },
      {
        given: {
          ...firm,
          贷款品种: '流动资金贷款',
          支付方式: '混合支付',
          受托支付金额: 12_000_000,
          放款日期: '2026-03-02',
          支付: [
            { 借据号: 'J1', 借贷标志: '借', 交易金额: 12_000_000, 对方户名: '某钢铁公司' },
            { 借据号: 'J1', 借贷标志: '借', 交易金额: 8_000_000, 对方户名: '某物流公司' },
          ],
        },
        outcome: 'pass',
        because: '大的一笔由银行受托支付。',
      },
      {
        given: {
          ...firm,
          贷款品种: '流动资金贷款',
          支付方式: '自主支付',
          放款日期: '2024-06-28',
          单笔最大自主支付金额: 12_000_000,
        },
        outcome: 'notApplicable',
        because: '旧办法下由合同约定。',
      },
      {
        given: {
          ...firm,
          贷款品种: '固定资产贷款',
          支付方式: '受托支付',
          放款日期: '2026-03-02',
          单笔最大自主支付金额: null,
        },
        outcome: 'notApplicable',
      },
      {
        given: {
          ...firm,
          贷款品种: '固定资产贷款',
          支付方式: '自主支付',
          放款日期: '2026-03-02',
          单笔最大自主支付金额: null,
        },
        outcome: 'incomplete',
      },
    ],
  },
]
