import { addMonths } from '@postloan/core/calendar'

import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import { type Expectation, type Plant, type PlantedLoan, type Row, violation } from '../contract.ts'
import { type FiveClass, reclassify } from '../manage.ts'

const kinds = ['中型企业抵押', '小型企业抵押', '个人经营抵押'] as const

interface Event {
  readonly name: string
  readonly rule: string
  readonly case: string
  /** The class it is left in, properly managed but for the fields below. */
  readonly left: FiveClass
  readonly fields: Row | ((loan: PlantedLoan) => Row)
  readonly expects: readonly Expectation[]
}

const balanceShare = (share: number, more: Row) => (loan: PlantedLoan) => ({
  ...more,
  减值准备: Math.round(Number(loan.row['贷款余额']) * share * 100) / 100,
})
const justBelow = (share: number, more: Row) => (loan: PlantedLoan) => ({
  ...more,
  减值准备: Math.round(Number(loan.row['贷款余额']) * share * 100) / 100 - 0.01,
})
const impaired: Row = { 信用减值标志: '是', 减值阶段: '3' }
/** A measure is taken, so that only the class is at fault (USE-012). */
const acted: Row = { 清收方案: '限期收回', 整改状态: '已完成' }

const events: readonly Event[] = [
  {
    name: '已减值列关注',
    rule: 'CLS-005',
    case: 'a',
    left: '关注',
    fields: impaired,
    expects: [violation('CLS-005', 'a')],
  },
  {
    name: '已减值列正常',
    rule: 'CLS-005',
    case: 'a',
    left: '正常',
    fields: impaired,
    expects: [violation('CLS-005', 'a')],
  },
  { name: '已减值列次级', rule: 'CLS-005', case: 'a', left: '次级', fields: impaired, expects: [] },
  {
    name: '减值五成列次级',
    rule: 'CLS-005',
    case: 'c',
    left: '次级',
    fields: balanceShare(0.5, impaired),
    expects: [violation('CLS-005', 'c')],
  },
  {
    name: '减值不到五成列次级',
    rule: 'CLS-005',
    case: 'c',
    left: '次级',
    fields: justBelow(0.5, impaired),
    expects: [],
  },
  {
    name: '减值九成列可疑',
    rule: 'CLS-005',
    case: 'b',
    left: '可疑',
    fields: balanceShare(0.9, impaired),
    expects: [violation('CLS-005', 'b')],
  },
  {
    name: '减值不到九成列可疑',
    rule: 'CLS-005',
    case: 'b',
    left: '可疑',
    fields: justBelow(0.9, impaired),
    expects: [],
  },
  // the graver floor speaks: 损失, not merely 次级
  {
    name: '减值九成列关注',
    rule: 'CLS-005',
    case: 'b',
    left: '关注',
    fields: balanceShare(0.95, impaired),
    expects: [violation('CLS-005', 'b')],
  },
  {
    name: '减值六成列关注',
    rule: 'CLS-005',
    case: 'c',
    left: '关注',
    fields: balanceShare(0.6, impaired),
    expects: [violation('CLS-005', 'c')],
  },
  {
    name: '挪用列正常',
    rule: 'CLS-006',
    case: 'a',
    left: '正常',
    fields: { 挪用标志: '是', ...acted },
    expects: [violation('CLS-006', 'a')],
  },
  {
    name: '挪用列关注',
    rule: 'CLS-006',
    case: 'a',
    left: '关注',
    fields: { 挪用标志: '是', ...acted },
    expects: [],
  },
  {
    name: '核查为挪用列正常',
    rule: 'CLS-006',
    case: 'b',
    left: '正常',
    fields: { 资金流向检查结论: '挪用', ...acted },
    expects: [violation('CLS-006', 'b')],
  },
  {
    name: '核查存疑列正常',
    rule: 'CLS-006',
    case: 'b',
    left: '正常',
    fields: { 资金流向检查结论: '存疑' },
    expects: [],
  },
  {
    name: '重组列正常',
    rule: 'CLS-007',
    case: 'a',
    left: '正常',
    fields: { 发放类型: '重组' },
    expects: [violation('CLS-007', 'a')],
  },
  { name: '重组列关注', rule: 'CLS-007', case: 'a', left: '关注', fields: { 发放类型: '重组' }, expects: [] },
  {
    name: '借新还旧列正常',
    rule: 'CLS-007',
    case: 'b',
    left: '正常',
    fields: { 发放类型: '借新还旧', 上笔借据号: 'JJ2019000001' },
    expects: [violation('CLS-007', 'b')],
  },
  {
    name: '借新还旧有困难列正常',
    rule: 'CLS-007',
    case: 'b',
    left: '正常',
    fields: { 发放类型: '借新还旧', 上笔借据号: 'JJ2019000001', 财务困难标志: '是' },
    expects: [violation('CLS-007', 'b')],
  },
  {
    name: '名为借新还旧实为续贷',
    rule: 'CLS-007',
    case: 'b',
    left: '正常',
    fields: { 发放类型: '借新还旧', 上笔借据号: 'JJ2019000001', 续贷条件核查: '是' },
    expects: [],
  },
  {
    name: '借新还旧无困难',
    rule: 'CLS-007',
    case: 'b',
    left: '正常',
    fields: { 发放类型: '借新还旧', 上笔借据号: 'JJ2019000001', 财务困难标志: '否' },
    expects: [],
  },
  {
    name: '困难展期列正常',
    rule: 'CLS-007',
    case: 'c',
    left: '正常',
    fields: (loan) => ({ ...extended(loan), 财务困难标志: '是' }),
    expects: [violation('CLS-007', 'c')],
  },
  {
    name: '展期无困难列正常',
    rule: 'CLS-007',
    case: 'c',
    left: '正常',
    fields: (loan) => ({ ...extended(loan), 财务困难标志: '否' }),
    expects: [],
  },
  {
    name: '困难展期列关注',
    rule: 'CLS-007',
    case: 'c',
    left: '关注',
    fields: (loan) => ({ ...extended(loan), 财务困难标志: '是' }),
    expects: [],
  },
  {
    name: '破产清算列可疑',
    rule: 'CLS-013',
    case: 'a',
    left: '可疑',
    fields: { 破产清算标志: '是' },
    expects: [violation('CLS-013', 'a')],
  },
  {
    name: '破产清算列正常',
    rule: 'CLS-013',
    case: 'a',
    left: '正常',
    fields: { 破产清算标志: '是' },
    expects: [violation('CLS-013', 'a')],
  },
  {
    name: '破产清算列损失',
    rule: 'CLS-013',
    case: 'a',
    left: '损失',
    fields: { 破产清算标志: '是' },
    expects: [],
  },
  {
    name: '逃废债列次级',
    rule: 'CLS-013',
    case: 'b',
    left: '次级',
    fields: { 逃废债标志: '是' },
    expects: [violation('CLS-013', 'b')],
  },
  {
    name: '逃废债列可疑',
    rule: 'CLS-013',
    case: 'b',
    left: '可疑',
    fields: { 逃废债标志: '是' },
    expects: [],
  },
]

/** Extended by six months before the original maturity, which stays what it was. */
function extended({ row }: PlantedLoan): Row {
  const before = Number(row['到期日'])
  return {
    展期次数: 1,
    原到期日: before,
    到期日: before,
    展期到期日: addMonths(before, 6),
    累计展期月数: 6,
    原贷款期限: 36,
    展期申请日: before - 40,
    展期办理日: before - 20,
  }
}

function eventPlant({ name, rule, case: caseId, left, fields, expects }: Event): Plant {
  return {
    name,
    rule,
    case: caseId,
    kinds,
    expects,
    plant: (loan) => {
      reclassify(loan, left)
      const more = typeof fields === 'function' ? fields(loan) : fields
      Object.assign(loan.row, more)
      if (loan.previous && '展期次数' in more) Object.assign(loan.previous, more)
    },
  }
}

const stale = (name: string, days: number, expects: readonly Expectation[]): Plant => ({
  name,
  rule: 'CLS-012',
  case: 'a',
  kinds,
  expects,
  plant: (loan, _world, random) => {
    loan.row['分类日期'] = portfolioDay - days - (expects.length > 0 ? random.pick([0, 0, 30, 200]) : 0)
  },
})

export const clsEventPlants: readonly Plant[] = [
  ...events.map(eventPlant),
  stale('分类超过九十二天', 93, [violation('CLS-012', 'a')]),
  stale('分类满九十二天', 92, []),
]
