import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import { type Expectation, type Plant, type PlantedLoan, type Row, violation } from '../contract.ts'
import { entrusted, fallBehind } from '../manage.ts'
import { both } from '../vary.ts'
import { type ItemFault, itemPlants } from './colItems.ts'

const one =
  (rule: string) =>
  (caseId: string): readonly Expectation[] => [violation(rule, caseId)]
const nothing = (): readonly Expectation[] => []

/** A visit within 92 days to a large firm, within 183 to others: collateral and guarantors go with it. */
const visits: readonly (readonly [size: string, kinds: readonly [string, string], days: number])[] = [
  ['大型企业', ['大型企业抵押', '大型企业保证'], 92],
  ['中小企业', ['小型企业抵押', '小型企业保证'], 183],
]
const checks = (field: string, rule: string, cases: readonly [string, string], at: 0 | 1): ItemFault[] =>
  visits.flatMap(([size, kinds, days]) =>
    [days, days + 1].map((ago): ItemFault => ({
      name: `${size}${ago}天前检查`,
      rule,
      cases,
      kinds: [kinds[at]],
      count: 4,
      item: { [field]: portfolioDay - ago },
      expects: ago > days ? one(rule) : nothing,
    })),
  )

/** What may be lent against each kind of thing, %. */
const kindsOfThing: readonly (readonly [type: string, kind: string, percent: number])[] = [
  ['土地使用权', '中型企业抵押', 60],
  ['机器设备', '中型企业抵押', 50],
  ['存单', '中型企业质押', 90],
  ['国债', '中型企业质押', 90],
]
const loanToValue = kindsOfThing.flatMap(([type, kind, percent]) =>
  [0, 1].map((over): Plant => ({
    name: `${type}${over > 0 ? '超过' : '恰到'}上限`,
    rule: 'COL-002',
    case: 'a',
    kinds: [kind],
    count: 4,
    expects: over > 0 ? [violation('COL-002', 'a')] : [],
    plant: (loan) => {
      setBalance(loan, 10_000 * percent + over)
      const thing: Row = {
        押品类型: type,
        最新估值: 1_000_000,
        起始估值: 1_000_000,
        估值日期: portfolioDay - 60,
      }
      both(loan, thing)
      for (const item of loan.registers.押品) Object.assign(item, thing)
    },
  })),
)

function setBalance(loan: PlantedLoan, balance: number): void {
  both(loan, { 贷款金额: balance, 贷款余额: balance, 合同金额: balance, ...entrusted(balance) })
}

/** Below 50,000 元 nobody is sent or sued. */
const costs = [49_999, 50_000].flatMap((balance): Plant[] =>
  (
    [
      ['OVD-005', 'a', { 催收阶段: '电话催收' }],
      ['OVD-006', 'a', { 清收方案: null }],
    ] as const
  ).map(([rule, of, fields]): Plant => ({
    name: `余额${balance}元`,
    rule,
    case: of,
    kinds: ['个人经营抵押'],
    count: 4,
    expects: balance >= 50_000 ? [violation(rule, of)] : [],
    plant: (loan, _world, random) => {
      setBalance(loan, balance)
      const found = fallBehind(loan, 150, random)
      Object.assign(loan.row, fields)
      return found
    },
  })),
)

export const securedLimitPlants: readonly Plant[] = [
  ...itemPlants('押品', checks('押品检查日期', 'COL-003', ['c', 'd'], 0)),
  ...itemPlants('保证人', checks('保证人检查日期', 'GUA-003', ['a', 'b'], 1)),
  ...loanToValue,
  ...costs,
]
