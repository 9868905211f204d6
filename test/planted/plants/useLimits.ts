import { dayOf } from '@postloan/core/calendar'

import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import { lead, type Plant, type PlantedLoan, type Row, violation } from '../contract.ts'
import { both, drawnOn } from '../vary.ts'
import { fault, near } from './plant.ts'
import { addPayment } from './useTracing.ts'

const ago = (count: number): number => portfolioDay - count
const before = dayOf(2024, 6, 28)
const since = dayOf(2024, 7, 1)

/** A loan of one amount all over, drawn on a day, paid by the borrower himself unless said otherwise; no payment listed. */
export function drawn(
  loan: PlantedLoan,
  day: number,
  months: number,
  amount: number,
  fields: Row = {},
): void {
  drawnOn(loan, day, months)
  both(loan, {
    贷款金额: amount,
    合同金额: amount,
    贷款余额: amount,
    支付方式: '自主支付',
    受托支付金额: null,
    单笔最大自主支付金额: null,
    最新估值: amount * 3,
    起始估值: amount * 3,
    减值准备: Math.round(amount / 100),
    保证人净资产: amount * 3,
    担保金额: amount,
    ...fields,
  })
  for (const row of loan.registers.押品) Object.assign(row, { 最新估值: amount * 3, 起始估值: amount * 3 })
  for (const row of loan.registers.保证人) Object.assign(row, { 担保金额: amount, 保证人净资产: amount * 3 })
  loan.registers.支付.length = 0
}

interface SelfPay {
  readonly name: string
  readonly case: string
  readonly kind: string
  readonly day: number
  readonly months: number
  readonly largest: number
  readonly hit: boolean
}

/** Fixed assets and projects from 1 July 2024: 1,000 万 (before: 500 万); working capital: 1,000 万. */
const largest: readonly SelfPay[] = [
  {
    name: '固贷自主一千万零一元',
    case: 'a',
    kind: '固定资产贷款',
    day: since,
    months: 60,
    largest: 10_000_001,
    hit: true,
  },
  {
    name: '固贷自主一千万',
    case: 'a',
    kind: '固定资产贷款',
    day: since,
    months: 60,
    largest: 10_000_000,
    hit: false,
  },
  {
    name: '项目自主一千五百万',
    case: 'a',
    kind: '项目贷款宽限期',
    day: dayOf(2025, 9, 1),
    months: 96,
    largest: 15_000_000,
    hit: true,
  },
  {
    name: '流贷自主一千万零一元',
    case: 'b',
    kind: '大型企业',
    day: dayOf(2026, 3, 2),
    months: 12,
    largest: 10_000_001,
    hit: true,
  },
  {
    name: '流贷自主一千万',
    case: 'b',
    kind: '大型企业',
    day: dayOf(2026, 3, 2),
    months: 12,
    largest: 10_000_000,
    hit: false,
  },
  {
    name: '旧办法固贷五百万零一元',
    case: 'c',
    kind: '固定资产贷款',
    day: before,
    months: 60,
    largest: 5_000_001,
    hit: true,
  },
  {
    name: '旧办法固贷五百万',
    case: 'c',
    kind: '固定资产贷款',
    day: before,
    months: 60,
    largest: 5_000_000,
    hit: false,
  },
]

const firmsPaying: readonly Plant[] = [
  ...largest.map(({ name, case: caseId, kind, day, months, largest: amount, hit }): Plant => ({
    name,
    rule: 'USE-003',
    case: caseId,
    kinds: [kind],
    expects: hit ? [violation('USE-003', caseId)] : [],
    plant(loan) {
      drawn(loan, day, months, 20_000_000, { 单笔最大自主支付金额: amount, 还款方式: '先息后本' })
    },
  })),
  fault(violation('USE-003', 'b'), '支付清单中的大额自付', ['大型企业'], (loan) => {
    drawn(loan, dayOf(2026, 3, 2), 12, 20_000_000)
    addPayment(loan, { 交易金额: 10_500_000 })
  }),
  near('USE-003', 'a', '续贷大额自主', ['无还本续贷'], (loan) =>
    drawn(loan, dayOf(2026, 3, 2), 12, 20_000_000, { 单笔最大自主支付金额: 12_000_000 }),
  ),
  fault(lead('USE-005', 'a'), '同一对方拆成两笔', ['大型企业'], (loan) => {
    drawn(loan, dayOf(2026, 3, 2), 12, 20_000_000)
    const first = addPayment(loan, { 交易金额: 6_000_000, 交易日期: dayOf(2026, 3, 3) })
    addPayment(loan, {
      交易金额: 4_000_001,
      交易日期: dayOf(2026, 3, 12),
      对方户名: first['对方户名'] ?? null,
    })
  }),
  near('USE-005', 'a', '同一对方合计一千万', ['大型企业'], (loan) => {
    drawn(loan, dayOf(2026, 3, 2), 12, 20_000_000)
    const first = addPayment(loan, { 交易金额: 6_000_000, 交易日期: dayOf(2026, 3, 3) })
    addPayment(loan, {
      交易金额: 4_000_000,
      交易日期: dayOf(2026, 3, 12),
      对方户名: first['对方户名'] ?? null,
    })
  }),
  near('USE-005', 'a', '十天之外的第二笔', ['大型企业'], (loan) => {
    drawn(loan, dayOf(2026, 3, 2), 12, 20_000_000)
    const first = addPayment(loan, { 交易金额: 6_000_000, 交易日期: dayOf(2026, 3, 3) })
    addPayment(loan, {
      交易金额: 6_000_000,
      交易日期: dayOf(2026, 3, 13),
      对方户名: first['对方户名'] ?? null,
    })
  }),
]

const consumer = '消费贷款'
const raised = dayOf(2025, 3, 14)

interface PersonPays {
  readonly name: string
  readonly case: string
  readonly kind: string
  readonly day: number
  readonly amount: number
  readonly hit: boolean
  readonly fields?: Row
}

const personal: readonly PersonPays[] = [
  { name: '消费自主超五十万', case: 'a', kind: consumer, day: raised, amount: 500_001, hit: true },
  {
    name: '阶段性政策前消费自主超三十万',
    case: 'a',
    kind: consumer,
    day: raised - 1,
    amount: 300_001,
    hit: true,
  },
  { name: '消费自主五十万', case: 'b', kind: consumer, day: raised, amount: 500_000, hit: true },
  { name: '消费自主三十万零一元', case: 'b', kind: consumer, day: raised, amount: 300_001, hit: true },
  { name: '消费自主三十万', case: 'b', kind: consumer, day: raised, amount: 300_000, hit: false },
  { name: '经营自主超五十万', case: 'c', kind: '个人经营抵押', day: raised, amount: 500_001, hit: true },
  { name: '经营自主五十万', case: 'c', kind: '个人经营抵押', day: raised, amount: 500_000, hit: false },
  {
    name: '经营混合自付超五十万',
    case: 'c',
    kind: '个人经营抵押',
    day: raised,
    amount: 900_000,
    hit: true,
    fields: { 支付方式: '混合支付', 受托支付金额: 399_999 },
  },
  {
    name: '收购粮食自主八十万',
    case: 'c',
    kind: '个人经营抵押',
    day: raised,
    amount: 800_000,
    hit: false,
    fields: { 贷款用途: '收购粮食', 合同用途: '收购粮食' },
  },
  {
    name: '循环自付超五十万',
    case: 'd',
    kind: '循环贷款',
    day: raised,
    amount: 900_000,
    hit: true,
    fields: { 单笔最大自主支付金额: 500_001 },
  },
  {
    name: '循环自付五十万',
    case: 'd',
    kind: '循环贷款',
    day: raised,
    amount: 900_000,
    hit: false,
    fields: { 单笔最大自主支付金额: 500_000 },
  },
]

const personsPaying: readonly Plant[] = [
  ...personal.map(({ name, case: caseId, kind, day, amount, hit, fields = {} }): Plant => ({
    name,
    rule: 'USE-004',
    case: caseId,
    kinds: [kind],
    expects: hit ? [violation('USE-004', caseId)] : [],
    plant(loan) {
      drawn(loan, day, 36, amount, { 还款方式: '先息后本', ...fields })
    },
  })),
  fault(
    lead('USE-005', 'b'),
    '个人拆成两笔自主',
    ['个人经营抵押'],
    (loan, world) => {
      const other = world.newLoanOf(loan)
      drawn(loan, ago(200), 36, 260_000)
      drawn(other, ago(190), 36, 240_001)
      return [lead('USE-005', 'b', other)]
    },
    // the customer as a whole: the same split
    [lead('B8', 'a')],
  ),
  near('USE-005', 'b', '两笔合计五十万', ['个人经营抵押'], (loan, world) => {
    drawn(loan, ago(200), 36, 260_000)
    drawn(world.newLoanOf(loan), ago(190), 36, 240_000)
  }),
  near('USE-005', 'b', '两笔相隔十一天', ['个人经营抵押'], (loan, world) => {
    drawn(loan, ago(200), 36, 300_000)
    drawn(world.newLoanOf(loan), ago(189), 36, 310_000)
  }),
]

export const useLimitPlants: readonly Plant[] = [...firmsPaying, ...personsPaying]
