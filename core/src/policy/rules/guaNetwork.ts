import type { Rule } from '../types.ts'
import { ownAndRegister } from './itemCases.ts'

const company = '"融资担保公司"'
/** Farmers' joint guarantees are mutual by design. */
const notJoint = 'not(contains(贷款品种, "联保"))'

/** Guarantee circles and guarantee companies. */
export const guaNetworkRules: readonly Rule[] = [
  {
    id: 'GUA-005',
    category: 'GUA',
    nameZh: '互保、连环保与多户担保',
    nameEn: 'Mutual or circular guarantees, one guarantor for many',
    table: '借据',
    grain: '客户',
    segments: 'all',
    note: '圈内须有两组以上相互独立的借款人：夫妻、同住一处、同一集团、借款人与本人企业并为一组；融资担保公司、农担不计；农户联保贷款本为互保，不在此列。只看得见本台账。',
    cases: [
      {
        id: 'a',
        kind: 'lead',
        severity: 'attention',
        applies: `担保圈组数 != null and ${notJoint}`,
        when: '担保圈组数 >= 2',
        message: '本笔的保证关系处在 {担保圈组数} 组借款人相互担保的圈内。',
        remedy: '排查担保圈的成员、金额与资金往来，逐步置换为独立的担保。',
        sources: ['R29', 'S2'],
        needs: ['担保圈组数'],
        optional: { 贷款品种: '其他' },
      },
      {
        id: 'b',
        kind: 'lead',
        severity: 'attention',
        applies: `保证人担保户数 != null and ${notJoint}`,
        when: '保证人担保户数 > 参数.保证户数上限',
        message: '本笔的保证人为 {保证人担保户数} 组相互独立的借款人担保，超过 {参数.保证户数上限} 组。',
        remedy: '核实保证人对外担保总额与代偿能力。',
        sources: ['R29', 'bank'],
        needs: ['保证人担保户数'],
        optional: { 贷款品种: '其他' },
      },
      {
        id: 'c',
        kind: 'lead',
        severity: 'notice',
        applies: '担保方式 = "保证" and 保证人名称 != null',
        when: '保证人名称 = 客户名称',
        message: '保证人与借款人同名。',
        remedy: '核对保证合同，更正登记。',
        sources: ['R29', 'bank'],
        needs: ['担保方式', '保证人名称', '客户名称'],
      },
    ],
    examples: [
      {
        given: { 担保方式: '保证', 贷款余额: 500_000, 客户名称: '某某建材有限公司', 保证人名称: null },
        outcome: 'notApplicable',
        because: '没有登记保证人',
      },
      {
        given: {
          客户编号: 'KH0001',
          客户名称: '某某建材有限公司',
          借据号: 'J1',
          贷款余额: 500_000,
          保证人名称: '某某贸易有限公司',
          同客户: [
            {
              客户编号: 'KH0002',
              客户名称: '某某贸易有限公司',
              借据号: 'J2',
              贷款余额: 500_000,
              保证人名称: '某某建材有限公司',
            },
          ],
        },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: {
          客户编号: 'KH0001',
          客户名称: '某某建材有限公司',
          借据号: 'J1',
          所属集团: '某某集团',
          贷款余额: 500_000,
          保证人名称: '某某贸易有限公司',
          同客户: [
            {
              客户编号: 'KH0002',
              客户名称: '某某贸易有限公司',
              借据号: 'J2',
              所属集团: '某某集团',
              贷款余额: 500_000,
              保证人名称: '某某建材有限公司',
            },
          ],
        },
        outcome: 'pass',
        because: '同一集团，不是相互独立的两组',
      },
      {
        given: {
          客户编号: 'KH0001',
          客户名称: '某某建材有限公司',
          法定代表人: '王某某',
          借据号: 'J1',
          贷款余额: 500_000,
          保证人名称: '王某某',
        },
        outcome: 'pass',
        because: '企业主为本人企业担保',
      },
      {
        given: {
          客户编号: 'KH0001',
          客户名称: '某某建材有限公司',
          借据号: 'J1',
          贷款余额: 500_000,
          保证人名称: '某省农业信贷担保有限公司',
          保证人类型: '融资担保公司',
        },
        outcome: 'notApplicable',
        because: '担保机构本为多户担保',
      },
      {
        given: { 客户编号: 'KH0001', 贷款余额: 500_000, 保证人名称: '某某贸易有限公司', 保证人担保户数: 6 },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: { 客户编号: 'KH0001', 贷款余额: 500_000, 保证人名称: '某某贸易有限公司', 保证人担保户数: 5 },
        outcome: 'pass',
      },
      {
        given: {
          客户编号: 'KH0001',
          贷款品种: '农户联保贷款',
          贷款余额: 50_000,
          保证人名称: '李某某',
          担保圈组数: 3,
        },
        outcome: 'notApplicable',
        because: '农户联保',
      },
      {
        given: { 担保方式: '保证', 客户名称: null, 贷款余额: 500_000, 保证人名称: '王某某' },
        outcome: 'incomplete',
      },
    ],
  },
  {
    id: 'GUA-006',
    category: 'GUA',
    nameZh: '融资担保公司超额或未按月监测',
    nameEn: 'Guarantee company over its limits or not watched monthly',
    table: '借据',
    grain: '合同',
    segments: ['对公', '普惠'],
    legalFloor: true,
    note: '放大 10 至 15 倍的，核实是否以小微、三农为主。集中度以本台账的担保金额计，为下限。',
    cases: [
      ...ownAndRegister('保证人', ['a', 'b'], {
        kind: 'violation',
        severity: 'warning',
        ownApplies: `保证人类型 != null and 保证人类型 = ${company}`,
        hits: ({ of }) =>
          `${of('保证人类型')} = ${company} and ${of('担保责任余额')} > 参数.小微三农担保公司放大倍数 * ${of('保证人净资产')}`,
        message: ({ show }) =>
          `担保责任余额 ${show('担保责任余额')} 元，超过净资产 ${show('保证人净资产')} 元的 {参数.小微三农担保公司放大倍数} 倍。`,
        remedy: '暂停新增合作，要求压降或增信，核实在保项目。',
        sources: ['R21'],
        itemNeeds: ['保证人类型', '担保责任余额', '保证人净资产'],
      }),
      ...ownAndRegister('保证人', ['c', 'd'], {
        kind: 'violation',
        severity: 'attention',
        ownApplies: `保证人类型 != null and 保证人类型 = ${company}`,
        hits: ({ of }) =>
          `${of('保证人类型')} = ${company} and ${of('担保责任余额')} > 参数.担保公司放大倍数 * ${of('保证人净资产')} and ${of('担保责任余额')} <= 参数.小微三农担保公司放大倍数 * ${of('保证人净资产')}`,
        message: ({ show }) =>
          `担保责任余额 ${show('担保责任余额')} 元，超过净资产 ${show('保证人净资产')} 元的 {参数.担保公司放大倍数} 倍。`,
        remedy:
          '核实是否以小微、三农担保为主（可至 {参数.小微三农担保公司放大倍数} 倍）；不是的，要求压降或增信。',
        sources: ['R21'],
        itemNeeds: ['保证人类型', '担保责任余额', '保证人净资产'],
      }),
      {
        id: 'e',
        kind: 'violation',
        severity: 'warning',
        applies: '担保公司单户占比 != null',
        when: '担保公司单户占比 > 参数.担保公司单户集中度',
        message:
          '担保公司为本借款人的担保金额占其净资产 {担保公司单户占比}%，超过 {参数.担保公司单户集中度}%。',
        remedy: '暂停新增合作，要求压降或增信。',
        sources: ['R21'],
        needs: ['担保公司单户占比'],
      },
      {
        id: 'f',
        kind: 'violation',
        severity: 'warning',
        applies: '担保公司关联占比 != null',
        when: '担保公司关联占比 > 参数.担保公司关联集中度',
        message:
          '担保公司为本借款人所在集团的担保金额占其净资产 {担保公司关联占比}%，超过 {参数.担保公司关联集中度}%。',
        remedy: '暂停新增合作，要求压降或增信。',
        sources: ['R21'],
        needs: ['担保公司关联占比'],
      },
      ...ownAndRegister('保证人', ['g', 'h'], {
        kind: 'violation',
        severity: 'warning',
        applies: '放款日期 < add days(基准日, -参数.担保公司监测天数)',
        ownApplies: `保证人类型 != null and 保证人类型 = ${company}`,
        hits: ({ of }) =>
          `${of('保证人类型')} = ${company} and (${of('保证人检查日期')} = null or ${of('保证人检查日期')} < add days(基准日, -参数.担保公司监测天数))`,
        message: ({ show }) =>
          `担保公司最近监测日期 ${show('保证人检查日期')}，超过 {参数.担保公司监测天数} 天。`,
        remedy: '按月收集担保公司的在保余额、代偿与净资产，按实际日期登记。',
        sources: ['S2'],
        needs: ['放款日期'],
        itemNeeds: ['保证人类型', '保证人检查日期'],
      }),
    ],
    examples: [
      {
        given: {
          客户类型: '对公',
          贷款余额: 500_000,
          保证人类型: '融资担保公司',
          担保责任余额: 1_600_000_000,
          保证人净资产: 100_000_000,
        },
        outcome: 'hit',
        case: 'a',
      },
      {
        given: {
          客户类型: '对公',
          贷款余额: 500_000,
          保证人类型: '融资担保公司',
          担保责任余额: 1_200_000_000,
          保证人净资产: 100_000_000,
        },
        outcome: 'hit',
        case: 'c',
      },
      {
        given: {
          客户类型: '对公',
          贷款余额: 500_000,
          保证人类型: '融资担保公司',
          担保责任余额: 1_000_000_000,
          保证人净资产: 100_000_000,
        },
        outcome: 'pass',
      },
      {
        given: {
          客户类型: '对公',
          贷款余额: 500_000,
          保证人: [{ 保证人类型: '融资担保公司', 担保责任余额: null, 保证人净资产: 100_000_000 }],
        },
        outcome: 'incomplete',
      },
      {
        given: {
          客户编号: 'KH0001',
          客户类型: '对公',
          贷款余额: 12_000_000,
          保证人名称: '某某融资担保有限公司',
          担保金额: 12_000_000,
          保证人净资产: 100_000_000,
        },
        outcome: 'hit',
        case: 'e',
      },
      {
        given: {
          客户类型: '对公',
          贷款余额: 12_000_000,
          保证人名称: '某某融资担保有限公司',
          担保公司关联占比: 15.1,
        },
        outcome: 'hit',
        case: 'f',
      },
      {
        given: {
          客户类型: '对公',
          贷款余额: 500_000,
          放款日期: '2026-03-01',
          保证人类型: '融资担保公司',
          保证人检查日期: '2026-09-29',
        },
        outcome: 'hit',
        case: 'g',
      },
      {
        given: {
          客户类型: '对公',
          贷款余额: 500_000,
          放款日期: '2026-03-01',
          保证人类型: '融资担保公司',
          保证人检查日期: '2026-10-10',
        },
        outcome: 'pass',
      },
      {
        given: {
          客户类型: '对公',
          贷款余额: 500_000,
          放款日期: '2026-03-01',
          保证人类型: '企业',
          保证人检查日期: null,
        },
        outcome: 'notApplicable',
        because: '一般企业保证人不按月监测',
      },
    ],
  },
]
