import type { Rule } from '../types.ts'
import { assumedKind, notInspected, renewed } from './inspectedLoans.ts'

/** Inspection: the first check and the first call. */
export const insFirstCheckRules: readonly Rule[] = [
  {
    id: 'INS-001',
    category: 'INS',
    nameZh: '首次检查逾期或缺失',
    nameEn: 'First inspection late or missing',
    table: '借据',
    grain: '借据',
    segments: 'all',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'warning',
        applies: `not(${notInspected} or 产品族 = "按揭" or ${renewed} or 互联网贷款标志 = "是") and 放款日期 >= add days(基准日, -参数.首次检查追溯天数)`,
        when: '首次检查日期 = null and 基准日 > add days(放款日期, 参数.首次检查天数)',
        message:
          '{放款日期} 放款，至今 {days between(放款日期, 基准日)} 天，没有首次检查日期（应在 {参数.首次检查天数} 天内）。',
        remedy: '尽快完成首次检查，说明超期原因，注明实际日期，不得补造记录。',
        sources: ['S3'],
        needs: ['放款日期', '首次检查日期'],
        optional: { ...assumedKind, 发放类型: '新增', 互联网贷款标志: '否' },
      },
      {
        id: 'b',
        kind: 'violation',
        severity: 'notice',
        applies: `not(${notInspected} or 产品族 = "按揭" or ${renewed} or 互联网贷款标志 = "是") and 放款日期 >= add days(基准日, -参数.首次检查追溯天数) and 首次检查日期 != null`,
        when: '首次检查日期 > add days(放款日期, 参数.首次检查天数)',
        message:
          '首次检查 {首次检查日期}，距放款 {days between(放款日期, 首次检查日期)} 天（应在 {参数.首次检查天数} 天内）。',
        remedy: '说明超期原因并留痕。',
        sources: ['S3'],
        needs: ['放款日期', '首次检查日期'],
        optional: { ...assumedKind, 发放类型: '新增', 互联网贷款标志: '否' },
      },
      {
        id: 'c',
        kind: 'due',
        severity: 'notice',
        applies: `not(${notInspected} or 产品族 = "按揭" or ${renewed} or 互联网贷款标志 = "是") and 放款日期 >= add days(基准日, -参数.首次检查追溯天数)`,
        when: '首次检查日期 = null and 放款日期 <= 基准日',
        dueDate: 'add days(放款日期, 参数.首次检查天数)',
        message: '{放款日期} 放款，{add days(放款日期, 参数.首次检查天数)} 前完成首次检查。',
        remedy: '安排首次检查，按实际日期登记。',
        sources: ['S3'],
        needs: ['放款日期'],
        optional: { ...assumedKind, 发放类型: '新增', 互联网贷款标志: '否', 首次检查日期: null },
      },
    ],
    examples: [
      { given: { 贷款余额: 500_000, 放款日期: '2026-08-20', 首次检查日期: null }, outcome: 'hit', case: 'a' },
      {
        given: { 贷款余额: 500_000, 放款日期: '2026-08-20', 首次检查日期: '2026-10-10' },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: { 贷款余额: 500_000, 放款日期: '2026-10-20', 首次检查日期: null },
        outcome: 'hit',
        case: 'c',
        because: '未满 30 天，列为应办。',
      },
      {
        given: { 贷款余额: 500_000, 放款日期: '2026-08-20' },
        outcome: 'hit',
        case: 'c',
        because: '台账没有首次检查日期一列，只列应办，不算违规。',
      },
      { given: { 贷款余额: 500_000, 放款日期: '2026-08-20', 首次检查日期: '2026-09-10' }, outcome: 'pass' },
      {
        given: { 贷款余额: 500_000, 放款日期: '2019-08-20', 首次检查日期: null },
        outcome: 'notApplicable',
        because: '早年放款，记录空白不再提示。',
      },
      {
        given: {
          贷款余额: 500_000,
          放款日期: '2026-08-20',
          首次检查日期: null,
          贷款品种: '个人住房按揭贷款',
        },
        outcome: 'notApplicable',
      },
      {
        given: { 贷款余额: 500_000, 放款日期: '2026-08-20', 首次检查日期: null, 发放类型: '无还本续贷' },
        outcome: 'notApplicable',
        because: '续贷没有新资金。',
      },
      {
        given: { 贷款余额: 500_000, 放款日期: '2026-08-20', 首次检查日期: null, 互联网贷款标志: '是' },
        outcome: 'notApplicable',
      },
      { given: { 贷款余额: 500_000, 放款日期: null, 首次检查日期: '2026-09-10' }, outcome: 'incomplete' },
    ],
  },
  {
    id: 'INS-002',
    category: 'INS',
    nameZh: '上月新增客户未按时首次回访',
    nameEn: 'New customer not called back in time',
    table: '借据',
    grain: '客户',
    segments: ['个人'],
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'attention',
        applies: `参数.启用次月回访 = "是" and not(${notInspected} or ${renewed} or 互联网贷款标志 = "是") and 基准日 <= add days(end of month(放款日期), 参数.次月回访日 + 31)`,
        when: '(最近跟踪日期 = null or 最近跟踪日期 < 放款日期) and 基准日 > add days(end of month(放款日期), 参数.次月回访日)',
        message: '{放款日期} 放款，{add days(end of month(放款日期), 参数.次月回访日)} 前没有回访。',
        remedy: '回访核实还款能力、资金用途与收入变化，按实际日期登记。',
        sources: ['S4-4'],
        needs: ['放款日期', '最近跟踪日期'],
        optional: { ...assumedKind, 发放类型: '新增', 互联网贷款标志: '否' },
      },
      {
        id: 'b',
        kind: 'due',
        severity: 'notice',
        applies: `参数.启用次月回访 = "是" and not(${notInspected} or ${renewed} or 互联网贷款标志 = "是") and 基准日 <= add days(end of month(放款日期), 参数.次月回访日 + 31)`,
        when: '最近跟踪日期 = null or 最近跟踪日期 < 放款日期',
        dueDate: 'add days(end of month(放款日期), 参数.次月回访日)',
        message: '{放款日期} 放款，{add days(end of month(放款日期), 参数.次月回访日)} 前完成首次回访。',
        remedy: '安排回访，按实际日期登记。',
        sources: ['S4-4'],
        needs: ['放款日期'],
        optional: { ...assumedKind, 发放类型: '新增', 互联网贷款标志: '否', 最近跟踪日期: null },
      },
    ],
    examples: [
      {
        given: { 客户类型: '个人', 贷款余额: 80_000, 放款日期: '2026-09-12', 最近跟踪日期: null },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: { 客户类型: '个人', 贷款余额: 80_000, 放款日期: '2026-10-12', 最近跟踪日期: null },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: { 客户类型: '个人', 贷款余额: 80_000, 放款日期: '2026-09-12', 最近跟踪日期: '2026-10-04' },
        outcome: 'pass',
      },
      {
        given: { 客户类型: '个人', 贷款余额: 80_000, 放款日期: '2024-09-12', 最近跟踪日期: null },
        outcome: 'notApplicable',
      },
      {
        given: { 客户类型: '对公', 贷款余额: 80_000, 放款日期: '2026-09-12', 最近跟踪日期: null },
        outcome: 'notApplicable',
      },
      {
        given: { 客户类型: '个人', 贷款余额: 80_000, 放款日期: null, 最近跟踪日期: null },
        outcome: 'incomplete',
      },
    ],
  },
]
