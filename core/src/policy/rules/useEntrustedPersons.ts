import type { Rule } from '../types.ts'
import { newMoney, selfPaying } from './selfPayment.ts'

/** One draw is one 借据; what the bank paid out itself does not count. */
const draw = '(if 支付方式 = "自主支付" then 贷款金额 else 贷款金额 - 受托支付金额)'
const consumption = '产品族 in ("消费", "汽车")'
// farm produce is bought from many hands and for cash, without a ceiling
const business = '产品族 in ("个人经营", "农户") and not(matches(贷款用途, "收购|农副|农产品|粮食"))'
const oneDraw = '是否循环 = false'
const personalNeeds = ['贷款品种', '支付方式', '放款日期', '贷款金额'] as const
const personalRemedy =
  '核实是否属于事先无法确定交易对象、交易对象不具备使用非现金结算条件等情形并补充依据；不属于的改为受托支付。'

const person = { 贷款余额: 400_000, 客户类型: '个人' }

/** Use of funds: payments of persons that the bank should have made itself. */
export const useEntrustedPersonsRules: readonly Rule[] = [
  {
    id: 'USE-004',
    category: 'USE',
    nameZh: '个人贷款应受托未受托',
    nameEn: 'Entrusted payment missed (personal)',
    table: '借据',
    grain: '借据',
    segments: ['个人'],
    legalFloor: true,
    note: '按每次提款判断：一笔借据即一次提款，循环额度看单笔支付。收购农副产品不设上限。2025 年 3 月起的提高是阶段性政策。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'serious',
        applies: `${consumption} and ${selfPaying} and ${oneDraw}`,
        when: `${draw} > 参数.个人消费自主支付上限`,
        message: `支付方式为{支付方式}，其中自主支付 {${draw}} 元，超过 {参数.个人消费自主支付上限} 元。`,
        remedy: personalRemedy,
        sources: ['R04c', 'R34'],
        needs: personalNeeds,
        optional: { ...newMoney, 是否循环: '否' },
      },
      {
        id: 'b',
        kind: 'violation',
        severity: 'attention',
        applies: `${consumption} and ${selfPaying} and ${oneDraw}`,
        when: `${draw} > 参数.个人消费自主支付基准 and ${draw} <= 参数.个人消费自主支付上限`,
        message: `支付方式为{支付方式}，其中自主支付 {${draw}} 元，超过 {参数.个人消费自主支付基准} 元，未超过阶段性上限 {参数.个人消费自主支付上限} 元。`,
        remedy: '核实是否适用阶段性政策（信用良好的客户）；不适用的改为受托支付。',
        sources: ['R04c', 'R34'],
        needs: personalNeeds,
        optional: { ...newMoney, 是否循环: '否' },
      },
      {
        id: 'c',
        kind: 'violation',
        severity: 'serious',
        applies: `${business} and ${selfPaying} and ${oneDraw}`,
        when: `${draw} > 参数.个人经营自主支付上限`,
        message: `支付方式为{支付方式}，其中自主支付 {${draw}} 元，超过 {参数.个人经营自主支付上限} 元。`,
        remedy: personalRemedy,
        sources: ['R04d', 'R05a'],
        needs: personalNeeds,
        optional: { ...newMoney, 是否循环: '否', 贷款用途: '' },
      },
      {
        id: 'd',
        kind: 'violation',
        severity: 'serious',
        applies: `${selfPaying} and 是否循环 = true and (${consumption} or ${business})`,
        when: `单笔自付最大额 > (if ${consumption} then 参数.个人消费自主支付上限 else 参数.个人经营自主支付上限)`,
        message: '支付方式为{支付方式}，单笔自主支付达 {单笔自付最大额} 元，超过自主支付上限。',
        remedy: personalRemedy,
        sources: ['R04c', 'R04d', 'R05a'],
        needs: ['贷款品种', '支付方式', '放款日期', '单笔自付最大额'],
        optional: { ...newMoney, 贷款用途: '' },
      },
    ],
    examples: [
      {
        given: {
          ...person,
          贷款品种: '个人消费贷款',
          支付方式: '自主支付',
          放款日期: '2026-03-02',
          贷款金额: 500_001,
        },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: {
          ...person,
          贷款品种: '个人消费贷款',
          支付方式: '自主支付',
          放款日期: '2026-03-02',
          贷款金额: 400_000,
        },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: {
          ...person,
          贷款品种: '个人消费贷款',
          支付方式: '自主支付',
          放款日期: '2025-03-13',
          贷款金额: 400_000,
        },
        outcome: 'hit',
        case: 'a',
        because: '当时上限为三十万元。',
      },
      {
        given: {
          ...person,
          贷款品种: '个人经营贷款',
          支付方式: '自主支付',
          放款日期: '2026-03-02',
          贷款金额: 600_000,
        },
        outcome: 'hit',
        case: 'c',
      },
      {
        given: {
          ...person,
          贷款品种: '个人经营循环贷款',
          支付方式: '自主支付',
          放款日期: '2026-03-02',
          贷款金额: 2_000_000,
          单笔最大自主支付金额: 600_000,
        },
        outcome: 'hit',
        case: 'd',
      },
      {
        given: {
          ...person,
          贷款品种: '个人消费贷款',
          支付方式: '自主支付',
          放款日期: '2026-03-02',
          贷款金额: 300_000,
        },
        outcome: 'pass',
      },
      {
        given: {
          ...person,
          贷款品种: '个人经营贷款',
          支付方式: '混合支付',
          受托支付金额: 500_000,
          放款日期: '2026-03-02',
          贷款金额: 900_000,
        },
        outcome: 'pass',
      },
      {
        given: {
          ...person,
          贷款品种: '农户贷款',
          支付方式: '自主支付',
          放款日期: '2026-03-02',
          贷款金额: 800_000,
          贷款用途: '收购玉米',
        },
        outcome: 'notApplicable',
        because: '收购农副产品不设上限。',
      },
      {
        given: {
          ...person,
          贷款品种: '个人消费贷款',
          支付方式: '受托支付',
          放款日期: '2026-03-02',
          贷款金额: 800_000,
        },
        outcome: 'notApplicable',
      },
      {
        given: {
          ...person,
          贷款品种: '个人消费贷款',
          支付方式: '自主支付',
          放款日期: '2026-03-02',
          贷款金额: null,
        },
        outcome: 'incomplete',
      },
    ],
  },
]
