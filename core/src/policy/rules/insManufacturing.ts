import type { Rule } from '../types.ts'
import { assumedKind, assumedStanding, inLitigation, notInspected } from './inspectedLoans.ts'
import {
  lastMonth,
  lastQuarter,
  manufacturing,
  notVisitedSince,
  onsiteRemedy,
  since,
} from './onsiteVisits.ts'

/** Inspection: visits to manufacturers by the bank's own tiers. */
export const insManufacturingRules: readonly Rule[] = [
  {
    id: 'INS-007',
    category: 'INS',
    nameZh: '制造业客户走访超期',
    nameEn: 'Manufacturing visit overdue',
    table: '借据',
    grain: '客户',
    segments: ['对公'],
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'attention',
        applies: `${manufacturing} and 客户管理分类 in ("高风险", "风险") and not(${notInspected}) and not(${inLitigation})`,
        when: notVisitedSince('add days(基准日, -参数.制造业高风险客户走访天数)'),
        message:
          '制造业高风险客户，最近现场检查日期 {最近现场检查日期}，已超过 {参数.制造业高风险客户走访天数} 天。',
        remedy: onsiteRemedy,
        sources: ['S4-8'],
        needs: ['所属行业', '客户管理分类', '最近现场检查日期', '放款日期'],
        optional: { ...assumedKind, ...assumedStanding },
      },
      {
        id: 'b',
        kind: 'violation',
        severity: 'attention',
        applies: `${manufacturing} and 客户管理分类 in ("一般", "重点") and not(${notInspected}) and not(${inLitigation})`,
        when: notVisitedSince(since('参数.制造业一般客户走访天数', lastMonth)),
        message: '制造业一般客户，最近现场检查日期 {最近现场检查日期}，已超过一个月。',
        remedy: onsiteRemedy,
        sources: ['S4-8'],
        needs: ['所属行业', '客户管理分类', '最近现场检查日期', '放款日期'],
        optional: { ...assumedKind, ...assumedStanding },
      },
      {
        id: 'c',
        kind: 'violation',
        severity: 'attention',
        applies: `${manufacturing} and 客户管理分类 = "优质" and not(${notInspected}) and not(${inLitigation})`,
        when: notVisitedSince(since('参数.制造业优质客户走访天数', lastQuarter)),
        message: '制造业优质客户，最近现场检查日期 {最近现场检查日期}，已超过一个季度。',
        remedy: onsiteRemedy,
        sources: ['S4-8'],
        needs: ['所属行业', '客户管理分类', '最近现场检查日期', '放款日期'],
        optional: { ...assumedKind, ...assumedStanding },
      },
    ],
    examples: [
      {
        given: {
          客户类型: '对公',
          所属行业: '通用设备制造业',
          客户管理分类: '高风险',
          贷款余额: 900_000,
          放款日期: '2025-03-01',
          最近现场检查日期: '2026-10-10',
          同客户: [],
        },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: {
          客户类型: '对公',
          所属行业: 'C34',
          客户管理分类: '一般',
          贷款余额: 900_000,
          放款日期: '2025-03-01',
          最近现场检查日期: '2026-08-31',
          同客户: [],
        },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: {
          客户类型: '对公',
          所属行业: '通用设备制造业',
          客户管理分类: '优质',
          贷款余额: 900_000,
          放款日期: '2025-03-01',
          最近现场检查日期: '2026-06-30',
          同客户: [],
        },
        outcome: 'hit',
        case: 'c',
      },
      {
        given: {
          客户类型: '对公',
          所属行业: '通用设备制造业',
          客户管理分类: '一般',
          贷款余额: 900_000,
          放款日期: '2025-03-01',
          最近现场检查日期: '2026-09-01',
          同客户: [],
        },
        outcome: 'pass',
      },
      {
        given: {
          客户类型: '对公',
          所属行业: '批发业',
          客户管理分类: '一般',
          贷款余额: 900_000,
          放款日期: '2025-03-01',
          最近现场检查日期: null,
          同客户: [],
        },
        outcome: 'notApplicable',
      },
      {
        given: {
          客户类型: '对公',
          所属行业: null,
          客户管理分类: '一般',
          贷款余额: 900_000,
          放款日期: '2025-03-01',
          最近现场检查日期: '2026-06-30',
          同客户: [],
        },
        outcome: 'incomplete',
      },
    ],
  },
]
