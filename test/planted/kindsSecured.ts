import { addMonths, formatIsoDay } from '@postloan/core/calendar'

import { healthyKinds, type HealthyKind } from '../portfolio/healthyKinds.ts'
import { portfolioDay, workdayBefore } from '../portfolio/healthyLoans.ts'
import { firmCreditCode } from '../portfolio/identity.ts'
import type { PlantedLoan, Row } from './contract.ts'
import { moreKinds } from './kindsMore.ts'
import type { PlantedKind } from './plantedKind.ts'
import { registerRow } from './registers.ts'
import { both, drawnOn } from './vary.ts'

function like(kind: string): HealthyKind {
  const found = [...healthyKinds, ...moreKinds].find((one) => one.kind === kind)
  if (!found) throw new Error(`no such kind: ${kind}`)
  return found
}

/** What stands of the item in the loan's own row, in both months, and in the register. */
function item(loan: PlantedLoan, register: '押品' | '保证人', fields: Row): void {
  both(loan, fields)
  for (const row of loan.registers[register]) Object.assign(row, fields)
}

/** Worth so much of the balance now, and last month so much. */
function worth(loan: PlantedLoan, now: number, before: number): void {
  const balance = Number(loan.row['贷款余额'])
  item(loan, '押品', { 最新估值: Math.round(balance * now) })
  if (loan.previous) loan.previous['最新估值'] = Math.round(balance * before)
}

function called(loan: PlantedLoan, note: string): void {
  const call: Row = {
    催收方式: '上门',
    催收时间: `${formatIsoDay(portfolioDay - 6)} 15:20`,
    联系对象关系: '本人',
    债务人失联: '否',
    催收记录: note,
  }
  Object.assign(loan.row, call)
  loan.registers.催收.push(registerRow(loan, call))
}

const firm = like('中型企业抵押')
const guaranteed = like('中型企业保证')
const mortgage = like('住房按揭')
const farmer = like('农户贷款')

/** Healthy loans that naive rules on class, security, collection and extension accuse. */
export const securedKinds: readonly PlantedKind[] = [
  { kind: '大型企业抵押', share: 1, made: firm, vary: (loan) => both(loan, { 企业规模: '大型' }) },
  { kind: '大型企业保证', share: 1, made: guaranteed, vary: (loan) => both(loan, { 企业规模: '大型' }) },
  // COL-001: the value of ten years ago was higher, as with every machine and car
  {
    kind: '多年前估值高',
    share: 3,
    made: firm,
    vary: (loan) => item(loan, '押品', { 起始估值: 5 * Number(loan.row['贷款金额']) }),
  },
  { kind: '车辆折旧', share: 3, made: like('汽车贷款'), vary: (loan) => worth(loan, 0.6, 0.8) },
  { kind: '按揭房价下跌', share: 3, made: mortgage, vary: (loan) => worth(loan, 1.2, 1.7) },
  // COL-002: 15 % down
  { kind: '首付一成五按揭', share: 3, made: mortgage, vary: (loan) => worth(loan, 1.18, 1.18) },
  // COL-003: no valuer comes to each flat each year
  {
    kind: '按揭多年未重估',
    share: 3,
    made: mortgage,
    vary: (loan) => item(loan, '押品', { 估值日期: workdayBefore(addMonths(portfolioDay, -60)) }),
  },
  // COL-004: bought before it was built
  {
    kind: '期房预告登记',
    share: 3,
    made: { ...mortgage, age: [4, 20] },
    vary: (loan) => item(loan, '押品', { 登记证号: null, 预告登记号: `YG${String(500_000 + loan.serial)}` }),
  },
  // COL-006: the building is insured, the land cannot be; a policy of one year ends before the loan
  {
    kind: '按建筑物投保',
    share: 3,
    made: firm,
    vary: (loan) => {
      const building = Math.round(Number(loan.row['贷款余额']) * 0.6)
      item(loan, '押品', {
        要求投保: '是',
        保险到期日: portfolioDay + 200,
        保险金额: building,
        建筑物价值: building,
      })
    },
  },
  // COL-008: a school or a clinic for profit, land that may be mortgaged
  ...['营利性民办学校教育设施', '农村承包地经营权', '入市集体经营性建设用地使用权'].map(
    (name): PlantedKind => ({
      kind: name,
      share: 1,
      made: firm,
      vary: (loan) => item(loan, '押品', { 押品名称: name }),
    }),
  ),
  // GUA-004, GUA-006: a guarantee company works with ten times its capital, and is watched monthly
  {
    kind: '融资担保公司保证',
    share: 3,
    made: guaranteed,
    vary: (loan) =>
      item(loan, '保证人', {
        保证人名称: `第${loan.serial}号融资担保有限公司`,
        保证人类型: '融资担保公司',
        保证人净资产: Number(loan.row['贷款金额']) * 12,
        担保责任余额: Number(loan.row['贷款金额']) * 110,
        保证人检查日期: portfolioDay - 12,
      }),
  },
  // GUA-005: one agricultural guarantee company stands behind thousands of farmers
  {
    kind: '农担保证的农户',
    share: 4,
    made: { ...farmer, guarantees: ['保证'] },
    vary: (loan) =>
      item(loan, '保证人', {
        保证人名称: '云岭省农业信贷担保有限公司',
        保证人证件号: firmCreditCode(70_000_001),
        保证人类型: '融资担保公司',
        保证人净资产: 5_000_000_000,
        担保责任余额: 20_000_000_000,
        保证人检查日期: portfolioDay - 12,
      }),
  },
  // GUA-004: a person has no net assets on record
  {
    kind: '自然人保证',
    share: 3,
    made: like('个人经营保证'),
    vary: (loan) => item(loan, '保证人', { 保证人类型: '自然人', 保证人净资产: null, 保证人检查日期: null }),
  },
  // OVD-010: what a project was given for building
  {
    kind: '项目三年宽限期',
    share: 2,
    made: like('项目贷款宽限期'),
    vary: (loan) => both(loan, { 宽限期: 36 }),
  },
  // CMP-004: words that are denied, and the court's own notice
  ...[
    '全程录音，未威胁、无辱骂，借款人配合',
    '法院公告张贴于其住所，已拍照',
    '在报纸上登报公告，未骚扰其家人',
  ].map((note, at): PlantedKind => ({
    kind: `催收记录有否定词${at + 1}`,
    share: 1,
    made: like('个人经营抵押'),
    vary: (loan) => called(loan, note),
  })),
  // CLS-007: renewed while it paid, and written down as new money for old
  {
    kind: '记作借新还旧的续贷',
    share: 2,
    made: { ...like('小型企业抵押'), age: [7, 11], term: [12, 12] },
    vary: (loan) =>
      both(loan, {
        发放类型: '借新还旧',
        上笔借据号: `JJ2025${String(100_000_000 + loan.serial)}`,
        续贷条件核查: '是',
      }),
  },
  // CLS-010: restructured more than once long ago, observed and paid since
  {
    kind: '多次重组观察期已满',
    share: 1,
    made: firm,
    vary: (loan) =>
      both(loan, {
        重组标志: '是',
        重组次数: 3,
        重组后首次还款日: addMonths(portfolioDay, -26),
        观察期届满日: addMonths(portfolioDay, -12),
      }),
  },
  // EXT-007: limits of their own
  ...(
    [
      ['助学贷款', 200, 'person'],
      ['并购贷款', 84, 'firm'],
    ] as const
  ).map(([product, months, borrower]): PlantedKind => ({
    kind: `期限长的${product}`,
    share: 1,
    made: {
      ...firm,
      product,
      borrower,
      amount: borrower === 'person' ? [20_000, 60_000] : [2_000_000, 12_000_000],
    },
    vary: (loan) => {
      drawnOn(loan, Number(loan.row['放款日期']), months)
      both(loan, { 执行利率: 4.1 })
    },
  })),
  // CUS-003: valid without end
  {
    kind: '证件长期有效',
    share: 2,
    made: like('个人经营抵押'),
    vary: (loan) => both(loan, { 证件有效期: null }),
  },
]
