import { workingDays } from '@postloan/core/calendar'

import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import { due, lead, type Plant, type PlantedLoan, type Row, undecided, violation } from '../contract.ts'
import { fallBehind, reclassify } from '../manage.ts'
import { both, drawnOn, handledOverdue } from '../vary.ts'
import { addWarning } from '../warning.ts'
import { seenOn } from './insDates.ts'
import { fault, near } from './plant.ts'

const retail = ['小型企业抵押', '个人经营抵押']
const days = workingDays()
const ago = (count: number): number => portfolioDay - count
const raised = days.next(portfolioDay - 23)
const notYet: Row = {
  上报日期: null,
  核实日期: null,
  方案日期: null,
  执行日期: null,
  预警状态: '待核实',
  预警核实结论: null,
}

/** The last working day from which so many working days do not pass the ledger's day. */
const within = (count: number): number => {
  let day = portfolioDay
  while (days.next(day) !== day) day--
  for (let step = 1; step < count; step++) {
    day--
    while (days.next(day) !== day) day--
  }
  return day
}

/** Reported so many working days after it was raised, the rest in order after that. */
const reported = (count: number): Row => ({
  上报日期: days.add(raised, count),
  核实日期: days.add(raised, count + 1),
  方案日期: days.add(raised, count + 2),
  执行日期: days.add(raised, count + 3),
})

const reporting: readonly Plant[] = [
  fault(violation('EWS-008', 'a'), '一般预警没有上报', retail, (loan) => {
    addWarning(loan, { ...notYet })
  }),
  fault(violation('EWS-008', 'a'), '重大预警两个工作日没有上报', retail, (loan) => {
    addWarning(loan, { ...notYet, 预警级别: '红', 预警日期: within(3) })
    loan.row['检查结论'] = '关注'
  }),
  fault(violation('EWS-008', 'b'), '一般预警第四个工作日上报', retail, (loan) => {
    addWarning(loan, reported(4))
  }),
  fault(violation('EWS-008', 'b'), '重大预警第二个工作日上报', retail, (loan) => {
    addWarning(loan, { ...reported(2), 预警级别: '红' })
    loan.row['检查结论'] = '关注'
  }),
  near('EWS-008', 'b', '一般预警第三个工作日上报', retail, (loan) => {
    addWarning(loan, reported(3))
  }),
  near('EWS-008', 'b', '重大预警次日上报', retail, (loan) => {
    addWarning(loan, { ...reported(1), 预警级别: '红' })
    loan.row['检查结论'] = '关注'
  }),
  fault(due('EWS-008', 'c'), '一般预警待上报', retail, (loan) => {
    addWarning(loan, { ...notYet, 预警日期: within(2) })
  }),
  near(
    'EWS-008',
    'a',
    '已解除的没有上报',
    retail,
    (loan) => {
      addWarning(loan, {
        ...notYet,
        上报日期: null,
        预警状态: '已解除',
        解除理由: '核实为误报',
        复盘日期: null,
      })
    },
    [violation('EWS-009', 'c')],
  ),
]

const handling: readonly Plant[] = [
  ...['核实日期', '方案日期'].map((name) =>
    fault(violation('EWS-009', 'a'), `缺${name}`, retail, (loan) => {
      addWarning(loan, { [name]: null })
    }),
  ),
  fault(violation('EWS-009', 'b'), '方案早于核实', retail, (loan) => {
    addWarning(loan, { 方案日期: days.add(raised, 2), 核实日期: days.add(raised, 4) })
  }),
  near('EWS-009', 'b', '同日核实与定方案', retail, (loan) => {
    addWarning(loan, { 方案日期: days.add(raised, 2) })
  }),
  fault(violation('EWS-009', 'c'), '解除而没有复盘', retail, (loan) => {
    addWarning(loan, { 预警状态: '已解除', 解除理由: '回款恢复' })
  }),
  near('EWS-009', 'c', '解除并已复盘', retail, (loan) => {
    addWarning(loan, { 预警状态: '已解除', 解除理由: '回款恢复', 复盘日期: ago(3) })
  }),
  ...(
    [
      ['a', '责任人'],
      ['b', '处置措施'],
      ['c', '处置时限'],
    ] as const
  ).map(([caseId, name]) =>
    fault(violation('EWS-010', caseId), `预警没有${name}`, retail, (loan) => {
      addWarning(loan, { [name]: null })
    }),
  ),
  near('EWS-010', 'a', '刚上报尚未定责', retail, (loan) => {
    addWarning(loan, {
      ...notYet,
      预警日期: within(2),
      上报日期: within(1),
      责任人: null,
      处置措施: null,
      处置时限: null,
    })
  }),
  fault(violation('EWS-010', 'd'), '处置超期', retail, (loan) => {
    addWarning(loan, { 处置时限: ago([1, 15][loan.serial % 2] ?? 1) })
  }),
  near('EWS-010', 'd', '处置时限即今日', retail, (loan) => {
    addWarning(loan, { 处置时限: portfolioDay })
  }),
]

/** Tier and colour that the worst facts ask for, and the closer watch that goes with them. */
function watched(loan: PlantedLoan, fields: Row): void {
  both(loan, { 客户风险等级: '高', 预警颜色: '红', 征信查询日期: ago(30), 客户信息更新日期: ago(30) })
  seenOn(loan, { 最近跟踪日期: ago(2), ...fields })
}

const courts: readonly Plant[] = [
  fault(lead('EWS-006', 'a'), '失信被执行人', retail, (loan) => watched(loan, { 涉诉被执行标志: '失信' })),
  fault(lead('EWS-006', 'a'), '被执行金额不小', retail, (loan) =>
    watched(loan, {
      涉诉被执行标志: '被执行',
      涉诉金额: loan.serial % 2 === 0 ? null : (loan.row['贷款金额'] ?? null),
    }),
  ),
  near('EWS-006', 'a', '被执行金额很小', retail, (loan) =>
    watched(loan, { 涉诉被执行标志: '被执行', 涉诉金额: 800 }),
  ),
  fault(lead('EWS-006', 'b'), '涉诉金额达到贷款', retail, (loan) =>
    both(loan, { 涉诉被执行标志: '涉诉', 涉诉金额: loan.row['贷款金额'] ?? null }),
  ),
  fault(lead('EWS-006', 'b'), '涉诉金额达到资产百分之一', ['小型企业抵押'], (loan) => {
    const assets = Math.max(...loan.registers.财务.map((row) => Number(row['资产总额'])))
    both(loan, { 涉诉被执行标志: '涉诉', 涉诉金额: Math.ceil(assets / 100) })
  }),
  near('EWS-006', 'b', '涉诉金额不足资产百分之一', ['小型企业抵押'], (loan) => {
    const assets = Math.max(...loan.registers.财务.map((row) => Number(row['资产总额'])))
    both(loan, { 涉诉被执行标志: '涉诉', 涉诉金额: Math.floor(assets / 100) - 1 })
  }),
  fault(lead('EWS-006', 'c'), '涉诉金额不明', retail, (loan) =>
    both(loan, { 涉诉被执行标志: '涉诉', 涉诉金额: null }),
  ),
  // nobody has looked: that is not known, and not none
  fault(undecided('EWS-006', 'a'), '涉诉情况空白', retail, (loan) => both(loan, { 涉诉被执行标志: null })),
]

const tiers: readonly Plant[] = [
  fault(violation('EWS-011', 'a'), '逾期五个月预警为黄', retail, (loan, _world, random) => {
    handledOverdue(loan, 150, random)
    loan.row['预警颜色'] = (['绿', '蓝', '黄'] as const)[loan.serial % 3] ?? '黄'
  }),
  fault(violation('EWS-011', 'a'), '逾期 31 天预警为黄', retail, (loan, _world, random) => {
    const found = fallBehind(loan, 31, random)
    loan.row['预警颜色'] = '黄'
    return found
  }),
  near('EWS-011', 'a', '逾期 30 天预警为黄', retail, (loan, _world, random) => {
    const found = fallBehind(loan, 30, random)
    Object.assign(loan.row, { 预警颜色: '黄', 客户风险等级: '中' })
    return found
  }),
  fault(violation('EWS-011', 'b'), '不良而风险等级为中', retail, (loan) => {
    reclassify(loan, '次级')
    loan.row['客户风险等级'] = '中'
  }),
  fault(violation('EWS-011', 'c'), '关注而预警为蓝', retail, (loan) => {
    reclassify(loan, '关注')
    loan.row['预警颜色'] = (['绿', '蓝'] as const)[loan.serial % 2] ?? '蓝'
  }),
  fault(violation('EWS-011', 'd'), '关注而风险等级为低', retail, (loan) => {
    reclassify(loan, '关注')
    loan.row['客户风险等级'] = '低'
  }),
  near('EWS-011', 'd', '关注而黄色中风险', retail, (loan) => reclassify(loan, '关注')),
]

function inspected(loan: PlantedLoan, day: number, fields: Row): void {
  drawnOn(loan, ago(250), 36)
  both(loan, { 客户管理分类: null, ...fields })
  seenOn(loan, { 最近检查日期: day, ...(loan.row['客户类型'] === '对公' ? { 最近现场检查日期: day } : {}) })
}

const sensitive: readonly Plant[] = [
  fault(violation('EWS-012', 'a'), '房地产 93 天未排查', ['企业流动资金'], (loan) =>
    inspected(loan, ago(93), { 所属行业: '房地产业' }),
  ),
  near('EWS-012', 'a', '房地产 92 天前排查', ['企业流动资金'], (loan) =>
    inspected(loan, ago(92), { 所属行业: '房地产业' }),
  ),
  near('EWS-012', 'a', '另一笔已排查', ['企业流动资金'], (loan, world) => {
    inspected(loan, ago(110), { 所属行业: '房地产业' })
    inspected(world.newLoanOf(loan), ago(20), { 所属行业: '房地产业' })
  }),
  near('EWS-012', 'a', '制造业 110 天未排查', ['企业流动资金'], (loan) =>
    inspected(loan, ago(110), { 所属行业: '食品制造业' }),
  ),
  fault(violation('EWS-012', 'b'), '受灾户未排查', ['个人经营', '农户贷款'], (loan) =>
    inspected(loan, ago(93), { 受灾标志: '是' }),
  ),
  fault(due('EWS-012', 'c'), '受灾户已有方案待排查', ['个人经营', '农户贷款'], (loan) =>
    inspected(loan, ago(93), { 受灾标志: '是', 清收方案: '灾后帮扶' }),
  ),
]

/** Two borrowers tied by a field; the second is in trouble. */
const tied = (caseId: string, name: string, fields: (serial: number) => Row, found: boolean): Plant => ({
  name,
  rule: 'EWS-013',
  case: caseId,
  kinds: ['小型企业抵押', '中型企业抵押'],
  expects: found ? [lead('EWS-013', caseId)] : [],
  plant(loan, world, random) {
    const sick = world.newLoan('小型企业抵押')
    handledOverdue(sick, 150, random)
    both(loan, fields(loan.serial))
    both(sick, fields(loan.serial))
  },
})

const contagion: readonly Plant[] = [
  tied('a', '同一集团', (serial) => ({ 所属集团: `云岭控股${serial}` }), true),
  tied('a', '同一控股公司', (serial) => ({ 实际控制人: `云岭投资${serial}有限公司` }), true),
  tied('b', '实际控制人同名', (serial) => ({ 实际控制人: `欧阳${serial}` }), true),
  tied('b', '同属国资委', () => ({ 实际控制人: '某市国资委' }), false),
  tied('b', '同属财政局', () => ({ 实际控制人: '某县财政局' }), false),
  tied('a', '集团一栏填无', () => ({ 所属集团: '无' }), false),
]

export const ewsWarningPlants: readonly Plant[] = [
  ...reporting,
  ...handling,
  ...courts,
  ...tiers,
  ...sensitive,
  ...contagion,
]
