import type { Rule } from '../types.ts'
import { homeLoanPaid, paidAssumed as assumed } from './homeLoans.ts'

/** Collateral is what the loan rests on, not a supplement to a guarantee. */
const secured = '担保方式 in ("抵押", "质押")'

/** What collateral is worth, and the share lent against it. */
export const colValueRules: readonly Rule[] = [
  {
    id: 'COL-001',
    category: 'COL',
    nameZh: '押品价值下跌且抵质押率超上限',
    nameEn: 'Collateral lost value since it was last valued, and covers too little',
    table: '借据',
    grain: '押品池',
    segments: 'all',
    note: '与上期台账的估值比较，不与多年前的起始估值比较；件数变动的不比。正常还款的住房贷款不在此列。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'warning',
        applies: `not(${homeLoanPaid}) and 押品估值合计 != null and 押品池可担保额 != null and 上期.押品估值合计 != null`,
        when: '押品件数 = 上期.押品件数 and 押品估值合计 < 上期.押品估值合计 * (1 - 参数.押品下跌幅度 / 100) and 押品池贷款余额 > 押品池可担保额',
        message:
          '押品估值由上期 {上期.押品估值合计} 元降至 {押品估值合计} 元，按抵质押率上限可担保 {押品池可担保额} 元，低于贷款余额 {押品池贷款余额} 元。',
        remedy: '内部重估并核实原因，列入关注；是否补充担保按合同约定办理。',
        sources: ['S4-8', 'R17-408', 'bank'],
        needs: ['押品估值合计', '上期.押品估值合计', '贷款余额'],
        optional: assumed,
      },
    ],
    examples: [
      {
        given: {
          担保方式: '抵押',
          贷款余额: 500_000,
          押品类型: '机器设备',
          最新估值: 850_000,
          上期: { 担保方式: '抵押', 贷款余额: 500_000, 押品类型: '机器设备', 最新估值: 1_000_000 },
        },
        outcome: 'hit',
      },
      {
        given: {
          担保方式: '抵押',
          贷款余额: 300_000,
          押品类型: '机器设备',
          最新估值: 850_000,
          上期: { 担保方式: '抵押', 贷款余额: 300_000, 押品类型: '机器设备', 最新估值: 1_000_000 },
        },
        outcome: 'pass',
        because: '跌价后仍在抵质押率上限之内',
      },
      {
        given: {
          担保方式: '抵押',
          贷款余额: 600_000,
          押品类型: '居住房地产',
          起始估值: 1_000_000,
          最新估值: 800_000,
          上期: {
            担保方式: '抵押',
            贷款余额: 600_000,
            押品类型: '居住房地产',
            起始估值: 1_000_000,
            最新估值: 810_000,
          },
        },
        outcome: 'pass',
        because: '多年累计下跌，最近一次估值以来没有大跌',
      },
      {
        given: {
          贷款品种: '个人住房按揭贷款',
          担保方式: '抵押',
          贷款余额: 800_000,
          逾期天数: 0,
          押品类型: '居住房地产',
          最新估值: 850_000,
          上期: {
            贷款品种: '个人住房按揭贷款',
            担保方式: '抵押',
            贷款余额: 800_000,
            押品类型: '居住房地产',
            最新估值: 1_000_000,
          },
        },
        outcome: 'notApplicable',
        because: '正常还款的住房贷款',
      },
      {
        given: {
          担保方式: '抵押',
          贷款余额: 100_000,
          押品类型: '交通工具',
          最新估值: 60_000,
          上期: { 担保方式: '抵押', 贷款余额: 100_000, 押品类型: '交通工具', 最新估值: 80_000 },
        },
        outcome: 'notApplicable',
        because: '车辆的上限由各行设定，未设定的不作判断',
      },
      {
        given: {
          担保方式: '抵押',
          贷款余额: null,
          押品类型: '机器设备',
          最新估值: 850_000,
          上期: { 担保方式: '抵押', 贷款余额: 500_000, 押品类型: '机器设备', 最新估值: 1_000_000 },
        },
        outcome: 'incomplete',
      },
    ],
  },
  {
    id: 'COL-002',
    category: 'COL',
    nameZh: '抵质押率超上限',
    nameEn: 'Lent more against collateral than the limit',
    table: '借据',
    grain: '押品池',
    segments: 'all',
    note: '按押品池整体计算：共用押品的几份合同合并，几件押品担保一份合同也合并。没有设定上限的押品类型（车辆、存货、股权等）不作判断。以保证为主、押品为辅的不看。',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'warning',
        applies: `${secured} and 低风险业务 = false and 押品池可担保额 != null`,
        when: '押品池贷款余额 > 押品池可担保额 + 金额误差',
        message:
          '押品池贷款余额 {押品池贷款余额} 元，押品净值 {押品估值合计} 元{if 押品池抵质押率 = null then "" else "，抵质押率 " + string(round half up(押品池抵质押率, 2)) + "%"}，按上限可担保 {押品池可担保额} 元。',
        remedy: '核实估值与共用押品情况；确实超限的，按合同约定补充押品或压降敞口。',
        sources: ['R07b', 'R07d', 'bank'],
        needs: ['担保方式', '贷款余额', '押品池可担保额'],
        optional: { 低风险业务: '否', 金额误差: 0.005 },
      },
      {
        id: 'b',
        kind: 'violation',
        severity: 'warning',
        applies: `${secured} and 低风险业务 = false and 押品池抵质押率 = null and 抵质押率 != null and 参数.抵质押率上限 != null`,
        when: '抵质押率 > 参数.抵质押率上限',
        message: '登记的抵质押率 {抵质押率}%，超过{押品类型}的上限 {参数.抵质押率上限}%。',
        remedy: '核实估值与担保余额；确实超限的，按合同约定补充押品或压降敞口。',
        sources: ['R07b', 'R07d', 'bank'],
        needs: ['担保方式', '押品类型', '抵质押率'],
        optional: { 低风险业务: '否', 押品池抵质押率: null },
      },
      {
        id: 'c',
        kind: 'violation',
        severity: 'attention',
        applies: `${secured} and 抵质押率 != null and 押品池抵质押率 != null`,
        when: '抵质押率 < 押品池抵质押率 - 参数.抵质押率登记误差',
        message: '登记的抵质押率 {抵质押率}%，按余额与押品净值计算为 {押品池抵质押率}%。',
        remedy: '核对估值、在先抵押与共用押品的合同，更正登记。',
        sources: ['R07b', 'bank'],
        needs: ['担保方式', '抵质押率', '押品池抵质押率'],
      },
    ],
    examples: [
      {
        given: { 担保方式: '抵押', 贷款余额: 710_000, 押品类型: '居住房地产', 最新估值: 1_000_000 },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: { 担保方式: '抵押', 贷款余额: 700_000, 押品类型: '居住房地产', 最新估值: 1_000_000 },
        outcome: 'pass',
      },
      {
        given: {
          担保方式: '抵押',
          贷款余额: 710_000,
          押品类型: '居住房地产',
          最新估值: null,
          起始估值: null,
        },
        outcome: 'notApplicable',
        because: '没有估值，无从比较；估值空白由重估规则提示',
      },
      {
        given: { 担保方式: '抵押', 贷款余额: null, 押品类型: '居住房地产', 最新估值: 1_000_000 },
        outcome: 'incomplete',
      },
      {
        given: {
          担保方式: '抵押',
          贷款品种: '个人住房按揭贷款',
          贷款余额: 820_000,
          押品类型: '居住房地产',
          最新估值: 1_000_000,
        },
        outcome: 'pass',
        because: '按揭首付一成五，上限 85%',
      },
      {
        given: {
          担保方式: '抵押',
          贷款品种: '个人汽车贷款',
          贷款余额: 90_000,
          押品类型: '交通工具',
          最新估值: 110_000,
        },
        outcome: 'notApplicable',
        because: '车辆的上限由各行设定，未设定的不作判断',
      },
      {
        given: {
          客户编号: 'KH0001',
          担保方式: '抵押',
          借据号: 'J1',
          合同号: 'H1',
          贷款余额: 300_000,
          押品类型: '居住房地产',
          押品编号: 'YP202400001',
          最新估值: 1_000_000,
          同客户: [
            {
              客户编号: 'KH0001',
              担保方式: '抵押',
              借据号: 'J2',
              合同号: 'H2',
              贷款余额: 450_000,
              押品类型: '居住房地产',
              押品编号: 'YP202400001',
              最新估值: 1_000_000,
            },
          ],
        },
        outcome: 'hit',
        case: 'a',
        because: '一处房产担保两份合同，合计 75%',
      },
      {
        given: {
          借据号: 'J1',
          担保方式: '抵押',
          贷款余额: 1_000_000,
          押品: [
            { 借据号: 'J1', 押品编号: 'YP202400001', 押品类型: '居住房地产', 最新估值: 1_000_000 },
            { 借据号: 'J1', 押品编号: 'YP202400002', 押品类型: '商用房地产', 最新估值: 600_000 },
          ],
        },
        outcome: 'pass',
        because: '两件押品合计可担保 106 万元',
      },
      {
        given: {
          借据号: 'J1',
          担保方式: '抵押',
          贷款余额: 600_000,
          押品: [
            {
              借据号: 'J1',
              押品编号: 'YP202400001',
              押品类型: '居住房地产',
              最新估值: 1_000_000,
              已抵押价值: 300_000,
            },
          ],
        },
        outcome: 'hit',
        case: 'a',
        because: '扣除在先抵押后净值 70 万元',
      },
      {
        given: {
          借据号: 'J1',
          担保方式: '抵押',
          贷款余额: 100_000,
          押品: [
            {
              借据号: 'J1',
              押品编号: 'YP202400001',
              押品类型: '居住房地产',
              最新估值: 1_000_000,
              押品状态: '灭失',
            },
          ],
        },
        outcome: 'hit',
        case: 'a',
        because: '灭失的押品净值为零',
      },
      {
        given: { 担保方式: '抵押', 贷款余额: 100_000, 押品类型: '机器设备', 抵质押率: 55 },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: {
          担保方式: '抵押',
          贷款余额: 600_000,
          押品类型: '居住房地产',
          最新估值: 1_000_000,
          抵质押率: 45,
        },
        outcome: 'hit',
        case: 'c',
      },
      {
        given: { 担保方式: '保证', 贷款余额: 900_000, 押品类型: '居住房地产', 最新估值: 1_000_000 },
        outcome: 'notApplicable',
        because: '以保证为主，押品只是补充',
      },
    ],
  },
]
