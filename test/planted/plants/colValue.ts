import { type Plant, type PlantedLoan, type Row, violation } from '../contract.ts'
import { entrusted } from '../manage.ts'

/** Limits by kind: shop or factory 60 %, a dwelling that secures a business 70 %. */
const limits: readonly (readonly [kind: string, percent: number])[] = [
  ['中型企业抵押', 60],
  ['个人经营抵押', 70],
]
const kinds = limits.map(([kind]) => kind)

/** What the collateral is worth, now and a month ago, in the register and in the loan's own row. */
function worth(loan: PlantedLoan, now: number | null, before: number | null, more: Row = {}): void {
  for (const row of [loan.row, ...loan.registers.押品])
    Object.assign(row, { 最新估值: now, 起始估值: now, ...more })
  if (loan.previous) Object.assign(loan.previous, { 最新估值: before, 起始估值: before, ...more })
}

function owe(loan: PlantedLoan, balance: number): void {
  for (const row of [loan.row, loan.previous]) {
    if (row)
      Object.assign(row, { 贷款金额: balance, 合同金额: balance, 贷款余额: balance, ...entrusted(balance) })
  }
}

const overLimit = violation('COL-002', 'a')

/** Lent against half a million: to the limit, or a 分 above it. */
function atLimit(
  name: string,
  over: number,
  before: number,
  expects: Plant['expects'],
  now = 500_000,
): Plant {
  return {
    name,
    rule: expects.length > 1 ? 'COL-001' : 'COL-002',
    case: 'a',
    kinds,
    expects,
    plant: (loan) => {
      const percent = limits.find(([kind]) => kind === loan.kind)?.[1] ?? 0
      owe(loan, now * (percent / 100) + over)
      worth(loan, now, before)
    },
  }
}

const levels: readonly Plant[] = [
  atLimit('恰到上限', 0, 500_000, []),
  atLimit('超过上限一分', 0.01, 500_000, [overLimit]),
  atLimit('估值下跌一成以上且超过上限', 1_000, 555_600, [overLimit, violation('COL-001', 'a')]),
  atLimit('估值下跌恰一成且超过上限', 1_000, 500_000, [overLimit], 450_000),
  atLimit('估值腰斩仍在上限之内', -1_000, 1_000_000, []),
]

const house = {
  name: '按揭估值下跌且超过上限',
  rule: 'COL-001',
  case: 'a',
  kinds: ['住房按揭'],
  // a home loan that is paid is not asked about the fall; that it is above 85 % is seen
  expects: [overLimit],
  plant: (loan) => {
    const balance = Number(loan.row['贷款余额'])
    worth(loan, Math.round(balance / 0.86), Math.round((balance / 0.86) * 1.5))
  },
} satisfies Plant

const others: readonly Plant[] = [
  house,
  {
    name: '首付一成五的按揭',
    rule: 'COL-002',
    case: 'a',
    kinds: ['住房按揭'],
    expects: [],
    plant: (loan) => worth(loan, Math.ceil(Number(loan.row['贷款余额']) / 0.85), null),
  },
  {
    name: '车辆没有上限',
    rule: 'COL-002',
    case: 'a',
    kinds: ['汽车贷款'],
    expects: [],
    plant: (loan) => worth(loan, Number(loan.row['贷款余额']), null),
  },
  {
    name: '扣除在先抵押后超过上限',
    rule: 'COL-002',
    case: 'a',
    kinds,
    expects: [overLimit],
    plant: (loan) => {
      const percent = limits.find(([kind]) => kind === loan.kind)?.[1] ?? 0
      owe(loan, 5_000 * percent + 1)
      worth(loan, 800_000, 800_000, { 处置顺位: 2, 已抵押价值: 300_000 })
    },
  },
  {
    name: '一处房产担保两份合同',
    rule: 'COL-002',
    case: 'a',
    kinds,
    // one hit for the pool, not one for each contract
    expects: [overLimit],
    plant: (loan, world) => {
      const second = world.newLoanOf(loan)
      share(loan, second, 400_000)
    },
  },
  {
    name: '一处房产担保两份合同未超过',
    rule: 'COL-002',
    case: 'a',
    kinds,
    expects: [],
    plant: (loan, world) => {
      const second = world.newLoanOf(loan)
      share(loan, second, 300_000)
    },
  },
  {
    name: '没有估值而登记的抵质押率超过上限',
    rule: 'COL-002',
    case: 'b',
    kinds,
    expects: [violation('COL-002', 'b')],
    plant: (loan) => {
      worth(loan, null, null)
      loan.row['抵质押率'] = (limits.find(([kind]) => kind === loan.kind)?.[1] ?? 0) + 0.5
    },
  },
  {
    name: '没有估值而登记的抵质押率恰到上限',
    rule: 'COL-002',
    case: 'b',
    kinds,
    expects: [],
    plant: (loan) => {
      worth(loan, null, null)
      loan.row['抵质押率'] = limits.find(([kind]) => kind === loan.kind)?.[1] ?? 0
    },
  },
  {
    name: '登记的抵质押率偏低一个点以上',
    rule: 'COL-002',
    case: 'c',
    kinds,
    expects: [violation('COL-002', 'c')],
    plant: (loan) => {
      owe(loan, 400_000)
      worth(loan, 1_000_000, 1_000_000)
      loan.row['抵质押率'] = 38.9
    },
  },
  {
    name: '登记的抵质押率偏低恰一个点',
    rule: 'COL-002',
    case: 'c',
    kinds,
    expects: [],
    plant: (loan) => {
      owe(loan, 400_000)
      worth(loan, 1_000_000, 1_000_000)
      loan.row['抵质押率'] = 39
    },
  },
]

/** Two contracts of a borrower against one house of a million. */
function share(one: PlantedLoan, other: PlantedLoan, each: number): void {
  for (const loan of [one, other]) {
    owe(loan, each)
    worth(loan, 1_000_000, 1_000_000, {
      押品编号: one.row['押品编号'] ?? null,
      登记证号: one.row['登记证号'] ?? null,
    })
  }
}

export const colValuePlants: readonly Plant[] = [...levels, ...others]
