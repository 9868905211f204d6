import type { HealthyKind } from '../portfolio/healthyKinds.ts'

const firm = {
  borrower: 'firm',
  product: '流动资金贷款',
  repay: ['先息后本'],
  term: [36, 36],
  rate: [3.8, 4.9],
  age: [20, 26],
  disbursement: '新增',
  purpose: ['购买原材料', '支付采购货款'],
} as const

/** Loans that have run for some two years: old enough to have fallen behind long ago, far from maturity. */
const aged: readonly HealthyKind[] = [
  { ...firm, kind: '中型企业抵押', share: 2, guarantees: ['抵押'], amount: [2_000_000, 12_000_000] },
  { ...firm, kind: '中型企业保证', share: 2, guarantees: ['保证'], amount: [2_000_000, 12_000_000] },
  { ...firm, kind: '小型企业抵押', share: 2, guarantees: ['抵押'], amount: [500_000, 5_000_000] },
  { ...firm, kind: '小型企业保证', share: 2, guarantees: ['保证'], amount: [500_000, 5_000_000] },
  { ...firm, kind: '中型企业质押', share: 2, guarantees: ['质押'], amount: [2_000_000, 12_000_000] },
  {
    ...firm,
    kind: '个人经营抵押',
    share: 2,
    borrower: 'person',
    product: '个人经营性贷款',
    guarantees: ['抵押'],
    amount: [100_000, 900_000],
    rate: [4.2, 5.6],
    purpose: ['进货周转'],
  },
  {
    ...firm,
    kind: '个人经营保证',
    share: 2,
    borrower: 'person',
    product: '个人经营性贷款',
    guarantees: ['保证'],
    amount: [100_000, 900_000],
    rate: [4.2, 5.6],
    purpose: ['进货周转'],
  },
]

const more: readonly HealthyKind[] = [
  {
    ...firm,
    kind: '小型企业固定资产',
    share: 1,
    product: '一般固定资产贷款',
    guarantees: ['抵押'],
    amount: [500_000, 5_000_000],
    purpose: ['厂房扩建'],
  },
  {
    ...firm,
    kind: '委托贷款',
    share: 1,
    product: '委托贷款',
    guarantees: ['保证'],
    amount: [2_000_000, 12_000_000],
  },
  {
    ...firm,
    kind: '个人信用消费',
    share: 1,
    borrower: 'person',
    product: '个人消费贷款',
    guarantees: ['信用'],
    repay: ['等额本息'],
    amount: [50_000, 200_000],
    rate: [4.2, 5.6],
    purpose: ['家庭装修'],
  },
]

export const moreKinds: readonly HealthyKind[] = [...aged, ...more]
