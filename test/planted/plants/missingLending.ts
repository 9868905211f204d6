import { addMonths } from '@postloan/core/calendar'

import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import {
  due,
  type Expectation,
  lead,
  type Plant,
  type PlantedLoan,
  type Row,
  violation,
} from '../contract.ts'
import { reclassify } from '../manage.ts'
import { both, drawnOn, unsecured } from '../vary.ts'
import { fault, near } from './plant.ts'
import { addPayment } from './useTracing.ts'

const retail = ['小型企业抵押', '个人经营抵押']
const backed = ['小型企业保证', '个人经营保证']
const ago = (count: number): number => portfolioDay - count

/** Taken out of the register, and of the loan's own row. */
function withoutRows(loan: PlantedLoan, register: '押品' | '保证人'): void {
  const type = loan.row['担保方式'] ?? null
  unsecured(loan)
  both(loan, { 担保方式: type })
  loan.registers[register].length = 0
}

/** Without a guarantor the kind of guarantee is not on record either. */
const nobodyStands: readonly Expectation[] = [violation('GUA-002', 'a')]

const registered: readonly Plant[] = [
  fault(violation('M1', 'a'), '抵押没有押品登记', retail, (loan) => withoutRows(loan, '押品')),
  fault(
    violation('M1', 'b'),
    '保证没有保证人登记',
    backed,
    (loan) => withoutRows(loan, '保证人'),
    nobodyStands,
  ),
  fault(lead('M1', 'a2'), '押品登记在另一笔名下', retail, (loan, world) => {
    world.newLoanOf(loan)
    withoutRows(loan, '押品')
  }),
  fault(
    lead('M1', 'b2'),
    '保证人登记在另一笔名下',
    backed,
    (loan, world) => {
      world.newLoanOf(loan)
      withoutRows(loan, '保证人')
    },
    nobodyStands,
  ),
  fault(violation('M1', 'a3'), '信用贷款有押品登记', retail, (loan) => both(loan, { 担保方式: '信用' })),
  fault(violation('M1', 'b3'), '信用贷款有保证人登记', backed, (loan) => both(loan, { 担保方式: '信用' })),
]

/** A ceiling over the time in which debts may arise. */
function ceiling(loan: PlantedLoan, fields: Row): void {
  const disbursed = Number(loan.row['放款日期'])
  for (const row of [...loan.registers.押品, ...loan.registers.保证人]) {
    Object.assign(row, {
      最高债权额: loan.row['贷款余额'] ?? null,
      债权确定期间起日: disbursed - 30,
      债权确定期间止日: disbursed + 700,
      ...fields,
    })
  }
}

const ceilings: readonly Plant[] = (
  [
    [retail, 'a', 'c'],
    [backed, 'b', 'd'],
  ] as const
).flatMap(([kinds, period, amount]) => [
  fault(violation('M2', period), '放款晚于债权确定期间', kinds, (loan) =>
    ceiling(loan, { 债权确定期间止日: Number(loan.row['放款日期']) - 1 }),
  ),
  fault(violation('M2', period), '放款早于债权确定期间', kinds, (loan) =>
    ceiling(loan, { 债权确定期间起日: Number(loan.row['放款日期']) + 1 }),
  ),
  near('M2', period, '期间首日放款', kinds, (loan) =>
    ceiling(loan, { 债权确定期间起日: loan.row['放款日期'] ?? null }),
  ),
  fault(violation('M2', amount), '余额超过最高债权额', kinds, (loan) =>
    ceiling(loan, { 最高债权额: Number(loan.row['贷款余额']) - 1 }),
  ),
  near('M2', amount, '余额恰为最高债权额', kinds, (loan) => ceiling(loan, {})),
])

const limits: readonly Plant[] = [
  fault(violation('M3', 'a'), '额度到期次日放款', retail, (loan) => underLimit(loan, -1)),
  near('M3', 'a', '额度到期当日放款', retail, (loan) => underLimit(loan, 0)),
  near('M3', 'a', '额度到期后续贷', ['无还本续贷'], (loan) => underLimit(loan, -1)),
  fault(violation('M3', 'b'), '额度冻结次日放款', retail, (loan) => {
    underLimit(loan, 300)
    both(loan, { 额度冻结日期: Number(loan.row['放款日期']) - 1 })
  }),
  near('M3', 'b', '放款当日冻结', retail, (loan) => {
    underLimit(loan, 300)
    both(loan, { 额度冻结日期: loan.row['放款日期'] ?? null })
  }),
]

/** Drawn under a limit that ends so many days after. */
function underLimit(loan: PlantedLoan, ends: number): void {
  const amount = Number(loan.row['贷款金额'])
  both(loan, { 授信额度: amount * 2, 已用额度: amount, 授信到期日: Number(loan.row['放款日期']) + ends })
}

const shared: readonly Plant[] = [
  ...(['联系电话', '联系地址', '账号'] as const).map((name) =>
    fault(
      lead('M5', 'a'),
      `三户共用${name}`,
      ['个人经营抵押'],
      (loan, world) => {
        const others = [world.newLoan('个人经营抵押'), world.newLoan('个人经营抵押')]
        const surnames = ['欧阳', '司徒', '上官']
        for (const [index, one] of [loan, ...others].entries()) {
          both(one, { [name]: loan.row[name] ?? null })
          // people of one surname at one address are a family
          renameCustomer(one, `${surnames[index] ?? ''}${one.serial}`)
        }
        return others.map((other) => lead('M5', 'a', other))
      },
      [],
      { count: 5 },
    ),
  ),
  near('M5', 'a', '两户共用电话', ['个人经营抵押'], (loan, world) =>
    both(world.newLoan('个人经营抵押'), { 联系电话: loan.row['联系电话'] ?? null }),
  ),
  fault(lead('M5', 'b'), '三户付给同一个人', ['小型企业抵押'], (loan, world) =>
    payTogether(
      loan,
      [world.newLoan('小型企业抵押'), world.newLoan('小型企业抵押')],
      `尉迟${loan.serial}`,
      'b',
    ),
  ),
  fault(lead('M5', 'c'), '三户付给同一公司', ['小型企业抵押'], (loan, world) =>
    payTogether(
      loan,
      [world.newLoan('小型企业抵押'), world.newLoan('小型企业抵押')],
      `汇聚${loan.serial}商贸有限公司`,
      'c',
    ),
  ),
  near('M5', 'c', '两户付给同一公司', ['小型企业抵押'], (loan, world) => {
    payTogether(loan, [world.newLoan('小型企业抵押')], `汇聚${loan.serial}商贸有限公司`, 'c')
  }),
  near('M5', 'c', '三户付给电力公司', ['小型企业抵押'], (loan, world) => {
    payTogether(
      loan,
      [world.newLoan('小型企业抵押'), world.newLoan('小型企业抵押')],
      `某某电力${loan.serial}公司`,
      'c',
    )
  }),
]

function renameCustomer(loan: PlantedLoan, name: string): void {
  both(loan, { 客户名称: name, ...(loan.registers.押品.length > 0 ? { 押品所有人: name } : {}) })
  for (const rows of Object.values(loan.registers))
    for (const row of rows) if ('客户名称' in row) row['客户名称'] = name
  for (const row of loan.registers.押品) row['押品所有人'] = name
  for (const row of loan.registers.支付) row['户名'] = name
}

/** Three borrowers pay one payee within ninety days. */
function payTogether(
  loan: PlantedLoan,
  others: readonly PlantedLoan[],
  payee: string,
  caseId: string,
): ReturnType<typeof lead>[] {
  for (const [index, one] of [loan, ...others].entries()) {
    drawnOn(one, ago(200), 36)
    one.registers.支付.length = 0
    addPayment(one, { 对方户名: payee, 对方账号: `6299${loan.serial}`, 交易日期: ago(190 - index * 45) })
  }
  return others.map((other) => lead('M5', caseId, other))
}

const afterwards: readonly Plant[] = [
  fault(violation('M6', 'a'), '展期后没有评估', retail, (loan) =>
    both(loan, {
      展期次数: 1,
      原到期日: addMonths(Number(loan.row['到期日']), -6),
      累计展期月数: 6,
      财务困难标志: null,
    }),
  ),
  near('M6', 'a', '展期后评估为无困难', retail, (loan) =>
    both(loan, {
      展期次数: 1,
      原到期日: addMonths(Number(loan.row['到期日']), -6),
      累计展期月数: 6,
      财务困难标志: '否',
    }),
  ),
  {
    ...fault(due('M6', 'b'), '简表展期后待评估', ['住房按揭'], (loan) =>
      both(loan, { 展期次数: 1, 原到期日: addMonths(Number(loan.row['到期日']), -6), 累计展期月数: 6 }),
    ),
    sheet: 'plain',
  },
  fault(lead('M7', 'a'), '表外欠息而列关注', retail, (loan) => {
    reclassify(loan, '关注')
    both(loan, { 表外欠息: [100, 9_000][loan.serial % 2] ?? 0 })
  }),
  near('M7', 'a', '零星表外欠息', retail, (loan) => {
    reclassify(loan, '关注')
    both(loan, { 表外欠息: 99.99 })
  }),
]

export const missingLendingPlants: readonly Plant[] = [
  ...registered,
  ...ceilings,
  ...limits,
  ...shared,
  ...afterwards,
]
