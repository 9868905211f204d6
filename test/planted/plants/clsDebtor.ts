import { type Expectation, lead, type Plant, type PlantedLoan, violation } from '../contract.ts'
import { entrusted, type FiveClass, reclassify } from '../manage.ts'

/** A debtor with a loan in one class and another, as large as `rest` says of the first, in another class. */
function debtor(
  name: string,
  of: readonly [rule: string, caseId: string],
  kind: string,
  [one, other]: readonly [FiveClass, FiveClass],
  /** Share of the first loan in the debtor's balance, %. */
  share: number,
  expects: readonly Expectation[],
): Plant {
  return {
    name,
    rule: of[0],
    case: of[1],
    kinds: [kind],
    expects,
    plant: (loan, world) => {
      const second = world.newLoanOf(loan)
      for (const each of [loan, second])
        setBalance(each, each === loan ? share * 10_000 : (100 - share) * 10_000)
      reclassify(loan, one)
      reclassify(second, other)
      // what is known of the customer stands on all his loans
      for (const field of ['客户风险等级', '预警颜色'] as const) second.row[field] = loan.row[field] ?? null
    },
  }
}

function setBalance(loan: PlantedLoan, balance: number): void {
  for (const row of [loan.row, loan.previous]) {
    if (row)
      Object.assign(row, {
        贷款金额: balance,
        贷款余额: balance,
        合同金额: balance,
        最新估值: 3 * balance,
        ...entrusted(balance),
      })
  }
  for (const item of loan.registers.押品) item['最新估值'] = 3 * balance
}

const npl = [violation('CLS-008', 'a'), violation('B4', 'a')] as const

export const clsDebtorPlants: readonly Plant[] = [
  debtor('不良占三成余正常', ['CLS-008', 'a'], '中型企业抵押', ['次级', '正常'], 30, npl),
  debtor('不良占一成一余关注', ['CLS-008', 'a'], '中型企业抵押', ['可疑', '关注'], 11, npl),
  debtor('不良恰占一成', ['CLS-008', 'b'], '中型企业抵押', ['次级', '正常'], 10, [
    lead('CLS-008', 'b'),
    lead('B4', 'b'),
  ]),
  // one grade apart, small share: only that two loans of one debtor differ
  debtor('不良占一成一级之差', ['CLS-008', 'b'], '中型企业抵押', ['次级', '关注'], 10, [lead('B4', 'b')]),
  debtor('正常与关注一级之差', ['CLS-008', 'b'], '中型企业抵押', ['关注', '正常'], 50, []),
  // small firms count as retail: no unified class (B4 asks all the same)
  debtor('小型企业不良占三成', ['CLS-008', 'a'], '小型企业抵押', ['次级', '正常'], 30, [lead('B4', 'b')]),
  debtor('全部为次级', ['CLS-008', 'a'], '中型企业抵押', ['次级', '次级'], 40, []),
  debtor('个人不良占三成', ['CLS-008', 'a'], '个人经营抵押', ['次级', '正常'], 30, [lead('B4', 'b')]),
  {
    name: '他行不良列正常',
    rule: 'CLS-009',
    case: 'a',
    kinds: ['中型企业抵押', '中型企业保证'],
    // the credit report itself is a signal (EWS-005)
    expects: [violation('CLS-009', 'a'), lead('EWS-005', 'b')],
    plant: ({ row }) => {
      row['他行不良标志'] = '是'
    },
  },
  {
    name: '小型企业他行不良列正常',
    rule: 'CLS-009',
    case: 'a',
    kinds: ['小型企业抵押'],
    expects: [lead('EWS-005', 'b')],
    plant: ({ row }) => {
      row['他行不良标志'] = '是'
    },
  },
  {
    name: '他行不良已列关注',
    rule: 'CLS-009',
    case: 'a',
    kinds: ['中型企业抵押'],
    expects: [lead('EWS-005', 'b')],
    plant: (loan) => {
      reclassify(loan, '关注')
      loan.row['他行不良标志'] = '是'
    },
  },
  {
    name: '各行逾期占比超过两成',
    rule: 'CLS-009',
    case: 'b',
    kinds: ['中型企业抵押', '中型企业保证'],
    expects: [violation('CLS-009', 'b')],
    plant: (loan, _world, random) => {
      reclassify(loan, random.pick(['正常', '关注']))
      loan.row['所有银行逾期90天以上债务占比'] = random.pick([20.01, 25, 60])
    },
  },
  {
    name: '各行逾期占比满两成',
    rule: 'CLS-009',
    case: 'b',
    kinds: ['中型企业抵押'],
    expects: [],
    plant: ({ row }) => {
      row['所有银行逾期90天以上债务占比'] = 20
    },
  },
]
