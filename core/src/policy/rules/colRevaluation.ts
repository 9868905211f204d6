import type { Rule } from '../types.ts'
import { homeLoanPaid, paidAssumed as assumed } from './homeLoans.ts'
import { ownAndRegister } from './itemCases.ts'

/** Revaluing and looking at collateral in time. */
export const colRevaluationRules: readonly Rule[] = [
  {
    id: 'COL-003',
    category: 'COL',
    nameZh: '押品重估或检查超期',
    nameEn: 'Collateral not revalued or checked in time',
    table: '借据',
    grain: '押品池',
    segments: 'all',
    note: '正常还款的住房贷款由本行按指数批量重估，不逐户提示；存单、票据不重估。检查间隔与借款人现场检查相同，只看企业客户。',
    cases: [
      ...ownAndRegister('押品', ['a', 'b'], {
        kind: 'violation',
        severity: 'warning',
        applies: `not(${homeLoanPaid}) and 低风险业务 = false`,
        ownApplies: '重估到期日 != null',
        // what is worth what is written on it has a valuation and no day to value it again
        hits: ({ of }) =>
          `(${of('估值日期')} = null or ${of('重估到期日')} != null) and ${of('重估到期日')} < 基准日`,
        message: ({ show }) =>
          `押品应于 ${show('重估到期日')} 前重估（上次估值 ${show('估值日期')}），已超期。`,
        remedy: '内部重估或委托评估，按实际日期登记。',
        sources: ['R07c', 'S4-8', 'bank'],
        itemNeeds: ['估值日期', '重估到期日'],
        optional: assumed,
      }),
      ...ownAndRegister('押品', ['c', 'd'], {
        kind: 'violation',
        severity: 'warning',
        applies: '客群 = "对公" and 低风险业务 = false',
        ownApplies: '押品检查日期 != null',
        hits: ({ of }) =>
          `${of('押品检查日期')} < add days(基准日, -(if 企业规模 = "大型" then 参数.大型企业现场检查天数 else 参数.中小微现场检查天数))`,
        message: ({ show }) => `押品最近检查日期 ${show('押品检查日期')}，超过对借款人现场检查的间隔。`,
        remedy: '与借款人现场检查一并查看押品现状，按实际日期登记。',
        sources: ['S0', 'bank'],
        itemNeeds: ['押品检查日期'],
        optional: { 低风险业务: '否', 企业规模: '中型' },
      }),
      {
        id: 'e',
        kind: 'due',
        severity: 'notice',
        applies: `not(${homeLoanPaid}) and 低风险业务 = false and 重估到期日 != null`,
        when: '重估到期日 >= 基准日 and 重估到期日 <= add days(基准日, 参数.押品重估提前天数)',
        message: '押品应于 {重估到期日} 前重估（上次估值 {估值日期}）。',
        remedy: '安排内部重估或委托评估。',
        sources: ['R07c', 'S4-8', 'bank'],
        needs: ['估值日期', '重估到期日'],
        optional: assumed,
        dueDate: '重估到期日',
      },
    ],
    examples: [
      {
        given: { 贷款余额: 500_000, 押品类型: '商用房地产', 估值日期: '2025-10-30' },
        outcome: 'hit',
        case: 'a',
      },
      { given: { 贷款余额: 500_000, 押品类型: '商用房地产', 估值日期: '2026-01-31' }, outcome: 'pass' },
      {
        given: { 贷款余额: 500_000, 押品类型: '机器设备', 估值日期: '2026-04-30' },
        outcome: 'hit',
        case: 'a',
        because: '设备半年重估一次',
      },
      {
        given: { 贷款余额: 500_000, 押品类型: '商用房地产', 估值日期: '2025-11-20' },
        outcome: 'hit',
        case: 'e',
        because: '三十天内到期，列应办',
      },
      {
        given: {
          贷款余额: 500_000,
          押品: [
            { 押品编号: 'Y1', 押品类型: '商用房地产', 估值日期: '2026-05-10' },
            { 押品编号: 'Y2', 押品类型: '机器设备', 估值日期: '2026-03-10' },
          ],
        },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: {
          贷款余额: 500_000,
          押品: [{ 押品编号: 'Y1', 押品类型: '商用房地产', 估值日期: null }],
        },
        outcome: 'incomplete',
      },
      {
        given: {
          贷款品种: '个人住房按揭贷款',
          逾期天数: 0,
          贷款余额: 500_000,
          押品类型: '居住房地产',
          估值日期: '2019-05-10',
        },
        outcome: 'notApplicable',
        because: '正常还款的住房贷款不逐户重估',
      },
      {
        given: { 客户类型: '对公', 企业规模: '小型', 贷款余额: 500_000, 押品检查日期: '2026-03-31' },
        outcome: 'hit',
        case: 'c',
      },
      {
        given: {
          客户类型: '对公',
          企业规模: '小型',
          贷款余额: 500_000,
          押品: [{ 押品编号: 'Y1', 押品检查日期: '2026-03-31' }],
        },
        outcome: 'hit',
        case: 'd',
      },
      {
        given: { 客户类型: '对公', 企业规模: '小型', 贷款余额: 500_000, 押品检查日期: '2026-05-10' },
        outcome: 'pass',
      },
    ],
  },
]
