import { dayOf } from '@postloan/core/calendar'

import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import { due, type Plant, type PlantedLoan, type Row, violation, textIn } from '../contract.ts'
import { both, drawnOn } from '../vary.ts'
import { fault, near } from './plant.ts'

const retail = ['小型企业抵押', '个人经营抵押']
const persons = ['个人经营抵押', '住房按揭']
const ago = (count: number): number => portfolioDay - count

function before(loan: PlantedLoan, fields: Row): void {
  if (!loan.previous) throw new Error('last month has no such loan')
  Object.assign(loan.previous, fields)
}

const reports: readonly Plant[] = [
  fault(violation('M11', 'a'), '首报前没有告知', persons, (loan) =>
    both(loan, { 不良信息首报日期: ago(50), 不良信息告知日期: null }),
  ),
  fault(violation('M11', 'a'), '首报次日才告知', persons, (loan) =>
    both(loan, { 不良信息首报日期: ago(50), 不良信息告知日期: ago(49) }),
  ),
  near('M11', 'a', '首报当日告知', persons, (loan) =>
    both(loan, { 不良信息首报日期: ago(50), 不良信息告知日期: ago(50) }),
  ),
]

const officers: readonly Plant[] = [
  fault(violation('M12', 'b'), '换了管户人没有移交', retail, (loan) =>
    before(loan, { 客户经理工号: 'G00009' }),
  ),
  fault(violation('M12', 'b'), '移交日期是上一次的', retail, (loan) => {
    before(loan, { 客户经理工号: 'G00009' })
    both(loan, { 管户移交日期: ago([63, 400][loan.serial % 2] ?? 63) })
  }),
  near('M12', 'b', '两个月内移交', retail, (loan) => {
    before(loan, { 客户经理工号: 'G00009' })
    both(loan, { 管户移交日期: ago(62) })
  }),
  fault(violation('M12', 'd'), '没有工号而姓名换了', retail, (loan) => {
    both(loan, { 客户经理工号: null })
    before(loan, { 客户经理: '上任经理' })
  }),
]

/** Where the sheet has no column for the handover, it is a thing to keep. */
const handovers: readonly Plant[] = [
  {
    ...fault(due('M12', 'c'), '简表换了管户人', ['住房按揭'], (loan) =>
      before(loan, { 客户经理工号: 'G00009' }),
    ),
    sheet: 'plain',
  },
  {
    ...fault(due('M12', 'e'), '简表没有工号换了姓名', ['住房按揭'], (loan) => {
      both(loan, { 客户经理工号: null })
      before(loan, { 客户经理: '上任经理' })
    }),
    sheet: 'plain',
  },
]

const online = ['纯线上贷款']
const raised = dayOf(2025, 3, 14)

function lentOnline(loan: PlantedLoan, day: number, fields: Row): void {
  drawnOn(loan, day, 36)
  both(loan, { 首次检查日期: null, ...fields })
}

const consumption: readonly Plant[] = [
  ...(
    [
      [raised, 300_001, true],
      [raised, 300_000, false],
      [raised - 1, 200_001, true],
      [raised - 1, 200_000, false],
    ] as const
  ).flatMap(([day, amount, found]): Plant[] => [
    {
      name: `${day === raised ? '提高后' : '提高前'}授信 ${amount}`,
      rule: 'M13',
      case: 'a',
      kinds: online,
      expects: found ? [violation('M13', 'a')] : [],
      plant: (loan) => lentOnline(loan, day, { 授信额度: amount, 已用额度: 10_000, 授信到期日: day + 900 }),
    },
    {
      name: `${day === raised ? '提高后' : '提高前'}余额 ${amount}`,
      rule: 'M13',
      case: 'b',
      kinds: online,
      expects: found ? [violation('M13', 'b')] : [],
      plant: (loan) =>
        lentOnline(loan, day, {
          贷款金额: amount,
          合同金额: amount,
          贷款余额: amount,
          支付方式: '受托支付',
          受托支付金额: amount,
          还款方式: '按月',
        }),
    },
  ]),
  fault(violation('M13', 'c'), '一次还本超过十二个月', online, (loan) => {
    drawnOn(loan, ago(200), [13, 20][loan.serial % 2] ?? 13)
    both(loan, { 首次检查日期: null, 还款方式: ['先息后本', '到期一次还本'][loan.serial % 2] ?? '' })
  }),
  near('M13', 'c', '一次还本恰十二个月', online, (loan) => {
    drawnOn(loan, ago(200), 12)
    both(loan, { 首次检查日期: null, 还款方式: '先息后本' })
  }),
]

const conditions: readonly Plant[] = [
  fault(violation('M14', 'a'), '审批条件过期未落实', retail, (loan) =>
    both(loan, {
      审批条件: '追加抵押',
      审批条件落实期限: ago(1),
      审批条件落实情况: [null, '未落实', '部分落实'][loan.serial % 3] ?? null,
    }),
  ),
  near('M14', 'a', '审批条件已落实', retail, (loan) =>
    both(loan, { 审批条件: '追加抵押', 审批条件落实期限: ago(30), 审批条件落实情况: '已落实' }),
  ),
  fault(due('M14', 'b'), '审批条件待落实', retail, (loan) =>
    both(loan, {
      审批条件: '追加抵押',
      审批条件落实期限: portfolioDay + ([0, 20][loan.serial % 2] ?? 0),
      审批条件落实情况: '未落实',
    }),
  ),
  fault(violation('M15', 'a'), '四季都是管户人自查', retail, (loan) => {
    const own = textIn(loan.row, '客户经理')
    both(loan, { 近四季检查人: [own, own, own, own].join('、') })
  }),
  near('M15', 'a', '有一季由他人检查', retail, (loan) => {
    const own = textIn(loan.row, '客户经理')
    both(loan, { 近四季检查人: [own, own, '交叉检查人', own].join('、') })
  }),
  near('M15', 'a', '只有三季', retail, (loan) => {
    const own = textIn(loan.row, '客户经理')
    both(loan, { 近四季检查人: [own, own, own].join('、') })
  }),
]

export const missingOfficerPlants: readonly Plant[] = [
  ...reports,
  ...officers,
  ...handovers,
  ...consumption,
  ...conditions,
]
