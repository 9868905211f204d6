import type { Rule } from '../types.ts'

/** Duties of the bank itself: notice before reporting a person (M11), conditions of approval (M14). */
export const missingDutiesRules: readonly Rule[] = [
  {
    id: 'M11',
    category: 'M',
    nameZh: '个人不良信息未事先告知',
    nameEn: 'Negative credit information reported without notice',
    table: '借据',
    grain: '客户',
    segments: ['个人'],
    scope: 'any',
    legalFloor: true,
    note: '只看首次报送；企业不适用。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'warning',
        applies: '不良信息首报日期 != null',
        when: '不良信息告知日期 = null or 不良信息告知日期 > 不良信息首报日期',
        message:
          '{不良信息首报日期} 首次报送个人不良信息，{if 不良信息告知日期 = null then "没有告知记录" else "其后才告知"}。',
        remedy: '补充告知并说明情况，按实际日期留痕；受理异议，梳理报送前告知的流程。',
        sources: ['R20-15'],
        needs: ['不良信息首报日期', '不良信息告知日期'],
      },
    ],
    examples: [
      {
        given: { 客户类型: '个人', 贷款余额: 100000, 不良信息首报日期: '2026-09-10', 不良信息告知日期: null },
        outcome: 'hit',
      },
      {
        given: {
          客户类型: '个人',
          贷款余额: 100000,
          不良信息首报日期: '2026-09-10',
          不良信息告知日期: '2026-09-12',
        },
        outcome: 'hit',
      },
      {
        given: {
          客户类型: '个人',
          贷款余额: 100000,
          不良信息首报日期: '2026-09-10',
          不良信息告知日期: '2026-09-03',
        },
        outcome: 'pass',
      },
      {
        given: { 客户类型: null, 贷款余额: 100000, 不良信息首报日期: '2026-09-10', 不良信息告知日期: null },
        outcome: 'incomplete',
        because: '不知是否个人',
      },
      {
        given: { 客户类型: '对公', 贷款余额: 100000, 不良信息首报日期: '2026-09-10', 不良信息告知日期: null },
        outcome: 'notApplicable',
      },
    ],
  },
  {
    id: 'M14',
    category: 'M',
    nameZh: '审批条件到期未落实',
    nameEn: 'Condition of approval not met in time',
    table: '借据',
    grain: '借据',
    segments: 'all',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'warning',
        applies: '审批条件落实期限 != null',
        when: '审批条件落实期限 < 基准日 and (审批条件落实情况 = null or 审批条件落实情况 != "已落实")',
        message:
          '审批条件{if 审批条件 = null then "" else "（" + 审批条件 + "）"}应在 {审批条件落实期限} 前落实，{if 审批条件落实情况 = null then "没有落实记录" else "现为" + 审批条件落实情况}。',
        remedy: '停止后续提款，限期落实或报原审批部门变更条件。',
        sources: ['S1', 'P1'],
        needs: ['审批条件落实期限', '审批条件落实情况'],
        optional: { 审批条件: null },
      },
      {
        id: 'b',
        kind: 'due',
        severity: 'notice',
        applies: '审批条件落实期限 != null',
        when: '审批条件落实期限 >= 基准日 and (审批条件落实情况 = null or 审批条件落实情况 != "已落实")',
        message: '审批条件应在 {审批条件落实期限} 前落实。',
        remedy: '跟进落实并登记。',
        sources: ['S1', 'P1'],
        needs: ['审批条件落实期限'],
        optional: { 审批条件落实情况: null },
        dueDate: '审批条件落实期限',
      },
    ],
    examples: [
      {
        given: {
          贷款余额: 100000,
          审批条件: '办妥抵押登记',
          审批条件落实期限: '2026-09-30',
          审批条件落实情况: '部分落实',
        },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: { 贷款余额: 100000, 审批条件落实期限: '2026-09-30', 审批条件落实情况: null },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: { 贷款余额: 100000, 审批条件落实期限: '2026-10-31', 审批条件落实情况: '未落实' },
        outcome: 'hit',
        case: 'b',
        because: '期限当天仍列应办',
      },
      {
        given: { 贷款余额: 100000, 审批条件落实期限: '2026-09-30', 审批条件落实情况: '已落实' },
        outcome: 'pass',
      },
      {
        given: { 贷款余额: 100000, 审批条件落实期限: null, 审批条件落实情况: null },
        outcome: 'notApplicable',
      },
    ],
  },
]
