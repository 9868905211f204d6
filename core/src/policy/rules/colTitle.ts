import type { Rule } from '../types.ts'
import { ownAndRegister } from './itemCases.ts'

const realEstate = '("居住房地产", "商用房地产", "土地使用权", "在建工程")'
const isCollateral = '押品类型 != null'
const homeLoan = '产品族 in ("按揭", "商用房")'
const register = '核实是否已办理抵押登记：已办的补登证号，未办的立即办理，注明实际日期。'

/** Title to collateral: registration and delivery. */
export const colTitleRules: readonly Rule[] = [
  {
    id: 'COL-004',
    category: 'COL',
    nameZh: '不动产抵押未办登记',
    nameEn: 'Real-estate mortgage not registered',
    table: '借据',
    grain: '押品池',
    segments: 'all',
    legalFloor: true,
    note: '期房以抵押预告登记和阶段性保证为过渡：有预告登记的不算未登记，放款满 24 个月仍未转为正式登记的列关注。住房贷款放款后才办证属常见做法，正式与预告均无的列警示。',
    cases: [
      ...ownAndRegister('押品', ['a', 'b'], {
        kind: 'violation',
        severity: 'serious',
        applies: `not(${homeLoan})`,
        ownApplies: isCollateral,
        hits: ({ of }) => `${of('押品类型')} in ${realEstate} and ${of('登记情况')} = null`,
        message: ({ show }) => `${show('押品类型')}抵押，没有登记证号，也没有预告登记号。`,
        remedy: register,
        sources: ['R17-402'],
        itemNeeds: ['押品类型', '登记情况'],
        optional: { 产品族: '其他' },
      }),
      ...ownAndRegister('押品', ['c', 'd'], {
        kind: 'violation',
        severity: 'warning',
        applies: homeLoan,
        ownApplies: isCollateral,
        hits: ({ of }) => `${of('押品类型')} in ${realEstate} and ${of('登记情况')} = null`,
        message: ({ show }) => `${show('押品类型')}抵押，没有登记证号，也没有预告登记号。`,
        remedy: `${register}期房可先办预告登记，由开发商阶段性保证过渡。`,
        sources: ['R17-402'],
        itemNeeds: ['押品类型', '登记情况'],
        optional: { 产品族: '其他' },
      }),
      ...ownAndRegister('押品', ['e', 'f'], {
        kind: 'violation',
        severity: 'attention',
        ownApplies: isCollateral,
        hits: ({ of }) =>
          `${of('押品类型')} in ${realEstate} and ${of('登记情况')} = "预告登记" and add months(放款日期, 参数.预告登记转正月数) < 基准日`,
        message: () => '放款（{放款日期}）已满 {参数.预告登记转正月数} 个月，仍只有预告登记。',
        remedy: '跟进开发商交房与不动产首次登记，及时办理正式抵押登记。',
        sources: ['R17-402', 'bank'],
        needs: ['放款日期'],
        itemNeeds: ['押品类型', '登记情况'],
      }),
      ...ownAndRegister('押品', ['g', 'h'], {
        kind: 'violation',
        severity: 'notice',
        applies: `not(${homeLoan})`,
        ownApplies: isCollateral,
        hits: ({ of }) => `${of('押品类型')} in ${realEstate} and ${of('登记日期')} > 放款日期`,
        message: ({ show }) => `登记日期 ${show('登记日期')} 晚于放款日期 {放款日期}。`,
        remedy: '核实先放款、后登记的原因与审批。',
        sources: ['R17-402', 'bank'],
        needs: ['放款日期'],
        itemNeeds: ['押品类型', '登记日期'],
        optional: { 产品族: '其他' },
      }),
    ],
    examples: [
      {
        given: { 贷款余额: 500_000, 押品类型: '商用房地产', 登记证号: null },
        outcome: 'hit',
        case: 'a',
      },
      { given: { 贷款余额: 500_000, 押品类型: '商用房地产', 登记证号: '抵证第0001号' }, outcome: 'pass' },
      {
        given: { 贷款余额: 500_000, 押品类型: '机器设备', 登记证号: null },
        outcome: 'pass',
        because: '动产抵押自合同生效时设立',
      },
      {
        given: { 贷款余额: 500_000, 押品类型: null, 登记证号: null },
        outcome: 'notApplicable',
        because: '没有押品',
      },
      {
        given: {
          贷款余额: 500_000,
          押品: [
            { 押品编号: 'Y1', 押品类型: '商用房地产', 登记证号: '抵证第0001号' },
            { 押品编号: 'Y2', 押品类型: '土地使用权', 登记证号: null },
          ],
        },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: { 贷款余额: 500_000, 押品: [{ 押品编号: 'Y1', 押品类型: null, 登记证号: null }] },
        outcome: 'incomplete',
      },
      {
        given: {
          贷款品种: '个人住房按揭贷款',
          贷款余额: 500_000,
          押品类型: '居住房地产',
          登记证号: null,
        },
        outcome: 'hit',
        case: 'c',
      },
      {
        given: {
          贷款品种: '个人住房按揭贷款',
          贷款余额: 500_000,
          放款日期: '2025-12-20',
          押品类型: '居住房地产',
          登记证号: null,
          预告登记号: '预告第0008号',
        },
        outcome: 'pass',
        because: '期房已办预告登记',
      },
      {
        given: {
          贷款品种: '个人住房按揭贷款',
          贷款余额: 500_000,
          放款日期: '2024-10-20',
          押品类型: '居住房地产',
          登记证号: '某市预告第0008号',
        },
        outcome: 'hit',
        case: 'e',
        because: '预告登记已过 24 个月',
      },
      {
        given: {
          贷款余额: 500_000,
          放款日期: '2026-03-01',
          押品类型: '商用房地产',
          登记证号: '抵证第0001号',
          登记日期: '2026-03-18',
        },
        outcome: 'hit',
        case: 'g',
      },
    ],
  },
  {
    id: 'COL-005',
    category: 'COL',
    nameZh: '权利质押未登记或未交付',
    nameEn: 'Pledge of rights not registered or delivered',
    table: '借据',
    grain: '押品池',
    segments: 'all',
    legalFloor: true,
    note: '股权、应收账款自登记时设立；存单、票据、仓单自交付时设立，没有权利凭证的以登记为准，登记号与交付日期有其一即可。登记到期早于贷款到期的须办展期登记。',
    cases: [
      ...ownAndRegister('押品', ['a', 'b'], {
        kind: 'violation',
        severity: 'serious',
        ownApplies: isCollateral,
        hits: ({ of }) => `${of('押品类型')} in ("股权", "应收账款") and ${of('登记证号')} = null`,
        message: ({ show }) => `${show('押品类型')}质押，没有出质登记证号。`,
        remedy: '核实出质登记：已办的补登证号，未办的立即办理，注明实际日期。',
        sources: ['R17-443', 'R17-445'],
        itemNeeds: ['押品类型', '登记证号'],
      }),
      ...ownAndRegister('押品', ['c', 'd'], {
        kind: 'violation',
        severity: 'serious',
        ownApplies: isCollateral,
        hits: ({ of }) =>
          `${of('押品类型')} in ("存单", "票据", "国债") and ${of('质物交付日期')} = null and ${of('登记证号')} = null`,
        message: ({ show }) => `${show('押品类型')}质押，没有交付（止付）日期，也没有登记号。`,
        remedy: '核实权利凭证是否已交付、存单是否已止付，注明实际日期。',
        sources: ['R17-441'],
        itemNeeds: ['押品类型', '质物交付日期', '登记证号'],
      }),
      ...ownAndRegister('押品', ['e', 'f'], {
        kind: 'violation',
        severity: 'serious',
        ownApplies: '登记到期日 != null',
        hits: ({ of }) => `${of('登记到期日')} != null and ${of('登记到期日')} < 基准日`,
        message: ({ show }) => `质押登记已于 ${show('登记到期日')} 到期。`,
        remedy: '核实是否已办展期登记；未办的重新登记，并核实其间有无在先权利。',
        sources: ['R17-443', 'R17-445'],
        itemNeeds: ['登记到期日'],
      }),
      ...ownAndRegister('押品', ['g', 'h'], {
        kind: 'violation',
        severity: 'warning',
        ownApplies: '登记到期日 != null',
        hits: ({ of }) =>
          `${of('登记到期日')} != null and ${of('登记到期日')} >= 基准日 and ${of('登记到期日')} < 有效到期日`,
        message: ({ show }) => `质押登记 ${show('登记到期日')} 到期，早于贷款到期日 {有效到期日}。`,
        remedy: '在登记到期前办理展期登记。',
        sources: ['R17-443', 'R17-445'],
        needs: ['有效到期日'],
        itemNeeds: ['登记到期日'],
      }),
    ],
    examples: [
      { given: { 贷款余额: 500_000, 押品类型: '股权', 登记证号: null }, outcome: 'hit', case: 'a' },
      { given: { 贷款余额: 500_000, 押品类型: '股权', 登记证号: '出质0001' }, outcome: 'pass' },
      {
        given: { 贷款余额: 500_000, 押品: [{ 押品类型: '应收账款', 登记证号: null }] },
        outcome: 'hit',
        case: 'b',
      },
      {
        given: { 贷款余额: 500_000, 押品: [{ 押品类型: null, 登记证号: null }] },
        outcome: 'incomplete',
      },
      {
        given: { 贷款余额: 500_000, 押品类型: '存单', 登记证号: null, 质物交付日期: null },
        outcome: 'hit',
        case: 'c',
      },
      {
        given: { 贷款余额: 500_000, 押品类型: '存单', 登记证号: null, 质物交付日期: '2026-01-05' },
        outcome: 'pass',
      },
      {
        given: { 贷款余额: 500_000, 押品类型: '应收账款', 登记证号: 'A1', 登记到期日: '2026-10-30' },
        outcome: 'hit',
        case: 'e',
      },
      {
        given: {
          贷款余额: 500_000,
          到期日: '2027-06-30',
          押品类型: '应收账款',
          登记证号: 'A1',
          登记到期日: '2027-03-31',
        },
        outcome: 'hit',
        case: 'g',
      },
      {
        given: {
          贷款余额: 500_000,
          到期日: '2027-06-30',
          押品类型: '应收账款',
          登记证号: 'A1',
          登记到期日: '2028-03-31',
        },
        outcome: 'pass',
      },
    ],
  },
]
