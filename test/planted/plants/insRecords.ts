import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import type { Random } from '../../portfolio/random.ts'
import { due, lead, type Plant, type PlantedLoan, violation, textIn } from '../contract.ts'
import { fallBehind, reclassify } from '../manage.ts'
import { both, drawnOn, handledOverdue, unsecured } from '../vary.ts'
import { addWarning } from '../warning.ts'
import { seenOn } from './insDates.ts'
import { fault, near } from './plant.ts'

const firms = ['小型企业抵押', '中型企业保证']
const retail = ['小型企业抵押', '个人经营抵押']
const ago = (count: number): number => portfolioDay - count

const syllables = Array.from(
  '春江潮水连海平月共生滟随波千万里何处无流宛转绕芳甸照花林皆似霰空里霜不觉飞汀上白沙看见天一色纤尘皎孤轮初',
)

/** Words of no meaning, so many characters long, that no two loans share. */
function filler(random: Random, length: number): string {
  return Array.from({ length }, () => random.pick(syllables)).join('')
}

function report(random: Random, length: number): string {
  return `经营情况${filler(random, length)}用途还款担保`
}

/** This month's report; last month's said something else. */
function writes(loan: PlantedLoan, text: string, random: Random): void {
  loan.row['检查报告正文'] = text
  if (loan.previous) loan.previous['检查报告正文'] = report(random, 160)
}

const reports: readonly Plant[] = [
  fault(lead('INS-009', 'a'), '两户报告雷同', firms, (loan, world, random) => {
    const text = report(random, 160)
    const other = world.newLoan(loan.kind)
    writes(loan, text, random)
    writes(other, text, random)
    return [lead('INS-009', 'a', other)]
  }),
  fault(lead('INS-009', 'a'), '两户报告只改名称与数字', firms, (loan, world, random) => {
    const text = report(random, 160)
    const other = world.newLoan(loan.kind)
    for (const one of [loan, other])
      writes(one, `${textIn(one.row, '客户名称')}2026年10月${one.serial}万元,${text}`, random)
    return [lead('INS-009', 'a', other)]
  }),
  // of 200 characters six in a row are others: more than nine tenths stay
  fault(lead('INS-009', 'a'), '两户报告只改一句', firms, (loan, world, random) => {
    const text = report(random, 200)
    const other = world.newLoan(loan.kind)
    writes(loan, text, random)
    writes(other, text.slice(0, -8 - 6) + filler(random, 6) + text.slice(-8), random)
    return [lead('INS-009', 'a', other)]
  }),
  near('INS-009', 'a', '两户报告改了三成', firms, (loan, world, random) => {
    const text = report(random, 200)
    writes(loan, text, random)
    writes(world.newLoan(loan.kind), text.slice(0, 100) + filler(random, 60) + text.slice(160), random)
  }),
  near('INS-009', 'a', '短模板雷同', firms, (loan, world, random) => {
    const text = report(random, 90)
    writes(loan, text, random)
    writes(world.newLoan(loan.kind), text, random)
  }),
  near('INS-009', 'a', '同一客户两笔同文', firms, (loan, world, random) => {
    const text = report(random, 160)
    writes(loan, text, random)
    writes(world.newLoanOf(loan), text, random)
  }),
  near('INS-009', 'a', '农户模板雷同', ['农户贷款'], (loan, world, random) => {
    const text = report(random, 160)
    writes(loan, text, random)
    writes(world.newLoan('农户贷款'), text, random)
  }),
  fault(lead('INS-009', 'b'), '新的检查抄上期报告', firms, (loan, _world, random) => {
    both(loan, { 检查报告正文: report(random, 160) })
    if (loan.previous) loan.previous['最近检查日期'] = ago(80)
  }),
  near('INS-009', 'b', '没有新的检查', firms, (loan, _world, random) => {
    both(loan, { 检查报告正文: report(random, 160), 最近检查日期: ago(60), 最近现场检查日期: ago(60) })
  }),
  fault(violation('INS-010', 'a'), '检查没有结论', retail, (loan) => both(loan, { 检查结论: null })),
  fault(violation('INS-010', 'b'), '检查没有方式', retail, (loan) => both(loan, { 检查方式: null })),
  ...['经营', '用途', '还款', '担保'].map((word) =>
    fault(
      lead('INS-010', 'c'),
      `报告没写${word}`,
      retail,
      (loan) =>
        both(loan, {
          检查报告正文: ['经营', '用途', '还款', '担保'].filter((one) => one !== word).join('情况正常,'),
        }),
      [],
      { count: 4 },
    ),
  ),
  near('INS-010', 'c', '信用贷款没写担保', ['农户贷款'], (loan) => {
    unsecured(loan)
    both(loan, { 检查报告正文: '经营正常,用途合规,还款及时。' })
  }),
  near('INS-010', 'c', '按揭报告从简', ['住房按揭'], (loan) =>
    both(loan, { 检查报告正文: '按月扣款正常。' }),
  ),
]

const problems: readonly Plant[] = [
  ...[1, 60].map((count) =>
    fault(violation('INS-011', 'a'), `整改超期 ${count} 天`, retail, (loan) =>
      both(loan, {
        发现问题: '是',
        整改期限: ago(count),
        整改状态: loan.serial % 2 === 0 ? '未整改' : '整改中',
      }),
    ),
  ),
  near('INS-011', 'a', '超期但已整改', retail, (loan) =>
    both(loan, { 发现问题: '是', 整改期限: ago(20), 整改状态: '已完成' }),
  ),
  fault(violation('INS-011', 'b'), '问题没有整改期限', retail, (loan) =>
    both(loan, { 发现问题: '是', 整改期限: null, 整改状态: '未整改' }),
  ),
  ...[0, 14].map((count) =>
    fault(due('INS-011', 'c'), `整改还有 ${count} 天`, retail, (loan) =>
      both(loan, { 发现问题: '是', 整改期限: portfolioDay + count, 整改状态: '整改中' }),
    ),
  ),
  fault(violation('INS-013', 'a'), '没有复核人', retail, (loan) => both(loan, { 复核人: null })),
  fault(violation('INS-013', 'a'), '自己复核自己', retail, (loan) =>
    both(loan, { 复核人: loan.row['检查人'] ?? null }),
  ),
]

/** Found normal on a day, whatever the tier asked for then. */
function foundNormal(loan: PlantedLoan, day: number): void {
  seenOn(loan, { 最近检查日期: day })
  loan.row['检查结论'] = '正常'
}

const conclusions: readonly Plant[] = [
  fault(violation('INS-012', 'a'), '逾期中检查仍写正常', retail, (loan, _world, random) => {
    handledOverdue(loan, 150, random)
    loan.row['分类日期'] = ago(3)
    // the day after it fell due is the first day past due
    foundNormal(loan, ago([9, 149][loan.serial % 2] ?? 9))
  }),
  fault(violation('INS-012', 'a'), '逾期八天检查仍写正常', retail, (loan, _world, random) => {
    const found = fallBehind(loan, 8, random)
    foundNormal(loan, ago(2))
    return found
  }),
  fault(violation('INS-012', 'b'), '技术性逾期检查写正常', retail, (loan, _world, random) => {
    const found = fallBehind(loan, [1, 7][loan.serial % 2] ?? 7, random)
    foundNormal(loan, ago(0))
    return found
  }),
  near('INS-012', 'a', '到期当日检查写正常', retail, (loan, _world, random) => {
    handledOverdue(loan, 150, random)
    loan.row['分类日期'] = ago(3)
    foundNormal(loan, ago(150))
  }),
  fault(violation('INS-012', 'c'), '不良之后检查写正常', retail, (loan) => {
    reclassify(loan, (['次级', '可疑', '损失'] as const)[loan.serial % 3] ?? '次级')
    loan.row['分类日期'] = ago(20)
    foundNormal(loan, ago([20, 6][loan.serial % 2] ?? 6))
  }),
  near('INS-012', 'c', '列不良前一日检查写正常', retail, (loan) => {
    reclassify(loan, '次级')
    loan.row['分类日期'] = ago(20)
    foundNormal(loan, ago(21))
  }),
  fault(violation('INS-012', 'd'), '红色预警中检查写正常', retail, (loan) => {
    addWarning(loan, { 预警级别: '红' })
    foundNormal(loan, ago(2))
  }),
  near('INS-012', 'd', '黄色预警中检查写正常', retail, (loan) => {
    addWarning(loan)
    foundNormal(loan, ago(2))
  }),
  near('INS-012', 'd', '红色预警已解除', retail, (loan) => {
    addWarning(loan, { 预警级别: '红', 预警状态: '已解除', 复盘日期: ago(5), 解除理由: '回款恢复' })
    foundNormal(loan, ago(2))
  }),
  fault(
    lead('INS-012', 'e'),
    '失联而检查写正常',
    retail,
    (loan) => {
      both(loan, { 客户风险等级: '高', 预警颜色: '红', 征信查询日期: ago(30), 客户信息更新日期: ago(30) })
      seenOn(loan, { 最近跟踪日期: ago(2), 联系状态: '失联', 失联处置措施: '上门并联系担保人' })
      foundNormal(loan, ago([31, 2][loan.serial % 2] ?? 2))
    },
    [due('CUS-002', 'b')],
  ),
  fault(
    lead('INS-012', 'f'),
    '押品被查封而检查写正常',
    retail,
    (loan) => {
      const state = ['查封', '扣押'][loan.serial % 2] ?? '查封'
      both(loan, { 押品状态: state })
      for (const row of loan.registers.押品) row['押品状态'] = state
      foundNormal(loan, ago(2))
    },
    [violation('COL-007', 'a')],
  ),
  near('INS-012', 'f', '查封之前的检查', retail, (loan) => {
    drawnOn(loan, ago(400), 36)
    foundNormal(loan, ago(32))
  }),
]

export const insRecordPlants: readonly Plant[] = [...reports, ...problems, ...conclusions]
