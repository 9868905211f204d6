import type { Rule } from '../types.ts'
import { ownAndRegister } from './itemCases.ts'

/** What may not be mortgaged. */
export const colForbiddenRules: readonly Rule[] = [
  {
    id: 'COL-008',
    category: 'COL',
    nameZh: '押品疑属不得抵押的财产',
    nameEn: 'Asset that may not be mortgaged',
    table: '借据',
    grain: '押品池',
    segments: 'all',
    legalFloor: true,
    note: '只凭名称用字，须人工核实权属。营利法人的学校、医院，承包地经营权，入市的集体经营性建设用地可以抵押。',
    cases: [
      ...ownAndRegister('押品', ['a', 'b'], {
        kind: 'violation',
        severity: 'serious',
        ownApplies: '押品名称 != null',
        hits: ({ of }) =>
          `(some 词 in 参数.不得抵押用语 satisfies contains(${of('押品名称')}, 词)) and not(some 词 in 参数.可以抵押用语 satisfies contains(${of('押品名称')}, 词))`,
        message: ({ show }) => `押品名称“${show('押品名称')}”含法律规定不得抵押的用语。`,
        remedy: '核实权属证书；属于不得抵押财产的，更换押品或补充有效担保。',
        sources: ['R17-399'],
        itemNeeds: ['押品名称'],
      }),
      ...ownAndRegister('押品', ['c', 'd'], {
        kind: 'lead',
        severity: 'warning',
        ownApplies: '押品所有人 != null',
        hits: ({ of }) =>
          `matches(${of('押品所有人')}, "(小学|中学|幼儿园|大学|学校|卫生院|医院|村民委员会|村委会)$") and not(matches(${of('押品所有人')}, "公司|有限|集团|合伙"))`,
        message: ({ show }) => `押品所有人“${show('押品所有人')}”，可能为非营利的学校、医院或村集体。`,
        remedy: '核实是否营利法人、押品是否教育医疗设施或集体财产，以及抵押是否经有权机构同意。',
        sources: ['R17-399'],
        itemNeeds: ['押品所有人'],
      }),
    ],
    examples: [
      { given: { 贷款余额: 500_000, 押品名称: '某村宅基地使用权' }, outcome: 'hit', case: 'a' },
      { given: { 贷款余额: 500_000, 押品名称: '某路8号商铺' }, outcome: 'pass' },
      {
        given: { 贷款余额: 500_000, 押品名称: '土地所有权外的承包地经营权' },
        outcome: 'pass',
        because: '承包地经营权可以抵押',
      },
      {
        given: { 贷款余额: 500_000, 押品: [{ 押品编号: 'Y1', 押品名称: '公立医院门诊楼' }] },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: { 贷款余额: 500_000, 押品: [{ 押品编号: 'Y1', 押品名称: null }] },
        outcome: 'incomplete',
      },
      {
        given: { 贷款余额: 500_000, 押品: [{ 押品编号: 'Y1', 押品名称: '某路8号商铺' }] },
        outcome: 'pass',
      },
      { given: { 贷款余额: 500_000, 押品所有人: '某县第一中学' }, outcome: 'hit', case: 'c' },
      {
        given: { 贷款余额: 500_000, 押品所有人: '某某眼科医院有限公司' },
        outcome: 'pass',
        because: '营利法人的医院',
      },
      {
        given: { 贷款余额: 500_000, 押品: [{ 押品编号: 'Y1', 押品所有人: '某镇中心卫生院' }] },
        outcome: 'hit',
        case: 'd',
      },
    ],
  },
]
