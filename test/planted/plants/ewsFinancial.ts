import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import { lead, type Plant, type PlantedLoan, violation } from '../contract.ts'
import { both, drawnOn } from '../vary.ts'
import { seenOn } from './insDates.ts'
import { fault, inTurn, near } from './plant.ts'
import { addPayment } from './useTracing.ts'

const firms = ['小型企业抵押', '企业流动资金']
const ago = (count: number): number => portfolioDay - count
const million = 1_000_000

interface Figures {
  /** Debt over assets, %. */
  readonly debt?: readonly number[]
  /** Current assets over current liabilities. */
  readonly current?: readonly number[]
  readonly margin?: readonly number[]
  readonly revenue?: readonly number[]
  readonly cash?: readonly number[]
  readonly profit?: readonly number[]
  readonly stock?: readonly number[]
}

/** Six statements in round figures, 2025Q2 to 2026Q3: 100 million of assets, nothing moving but what is given. */
function stated(loan: PlantedLoan, figures: Figures): void {
  const { debt, current, margin, revenue, cash, profit, stock } = figures
  for (const [index, row] of loan.registers.财务.entries()) {
    Object.assign(row, {
      资产总额: 100 * million,
      负债总额: ((debt?.[index] ?? 50) * 100 * million) / 100,
      流动资产: (current?.[index] ?? 2) * 30 * million,
      流动负债: 30 * million,
      毛利率: margin?.[index] ?? 18,
      营业收入: (revenue?.[index] ?? 40) * million,
      经营现金流净额: (cash?.[index] ?? 2) * million,
      净利润: (profit?.[index] ?? 2) * million,
      应收账款: (stock?.[index] ?? 20) * million,
      存货: 0,
    })
  }
}

const flat = (value: number): number[] => [value, value, value, value, value, value]
/** Same quarters of two years: 2025Q2, Q3 and 2026Q2, Q3. */
const years = (q2: number, q3: number, nextQ2: number, nextQ3: number): number[] => [
  q2,
  q3,
  (q3 + nextQ2) / 2,
  (q3 + nextQ2) / 2,
  nextQ2,
  nextQ3,
]

const other = { 所属行业: '交通运输、仓储和邮政业', 客户管理分类: null }

const statements = (
  rule: string,
  caseId: string,
  name: string,
  figures: Figures,
  found: boolean,
  industry: string = other.所属行业,
): Plant => ({
  name,
  rule,
  case: caseId,
  kinds: firms,
  count: 6,
  expects: found ? [lead(rule, caseId)] : [],
  plant(loan) {
    both(loan, { ...other, 所属行业: industry })
    stated(loan, figures)
  },
})

const worsening: readonly Plant[] = [
  statements('EWS-001', 'a', '负债率连续两季升一成', { debt: years(60, 60, 66, 66) }, true),
  statements('EWS-001', 'a', '负债率升一成只有一季', { debt: years(60, 60, 65, 68) }, false),
  statements('EWS-001', 'a', '负债率升不足一成', { debt: years(60, 60, 65.5, 65.5) }, false),
  statements('EWS-001', 'a', '负债率升一成恰到六成', { debt: years(54, 54, 60, 60) }, false),
  statements('EWS-001', 'a', '负债率升一成刚过六成', { debt: years(54.5, 54.5, 60.5, 60.5) }, true),
  statements('EWS-001', 'a', '负债率升一成仍低于六成', { debt: years(40, 40, 48, 50) }, false),
  statements(
    'EWS-001',
    'a',
    '负债率升一成流动比率偏低',
    { debt: years(40, 40, 48, 50), current: flat(1.4) },
    true,
  ),
  statements('EWS-001', 'b', '流动比率连续两季降一成', { current: years(1.6, 1.6, 1.44, 1.4) }, true),
  statements('EWS-001', 'b', '流动比率降后仍有一点五', { current: years(2, 2, 1.7, 1.6) }, false),
  statements('EWS-001', 'c', '毛利率连续两季降一成', { margin: years(20, 20, 18, 17), debt: flat(62) }, true),
  statements('EWS-001', 'c', '毛利率降而负债不高', { margin: years(20, 20, 18, 17) }, false),
  statements('EWS-002', 'a', '营业收入降两成', { revenue: years(30, 50, 30, 40) }, true),
  statements('EWS-002', 'a', '营业收入降不足两成', { revenue: years(30, 50, 30, 40.1) }, false),
  statements('EWS-003', 'a', '负债率七成以上', { debt: flat(70.1) }, true),
  statements('EWS-003', 'a', '负债率七成', { debt: flat(70) }, false),
  statements('EWS-003', 'a', '制造业负债率七成六', { debt: flat(76) }, true, '通用设备制造业'),
  statements('EWS-003', 'a', '制造业负债率七成五', { debt: flat(75) }, false, 'C34'),
  statements('EWS-003', 'a', '建筑业负债率八成六', { debt: flat(86) }, true, '建筑业'),
  statements('EWS-003', 'a', '批发业负债率八成五', { debt: flat(85) }, false, 'F51'),
  statements('EWS-003', 'b', '流动比率低于一', { current: flat(0.99) }, true),
  statements('EWS-003', 'b', '流动比率恰为一', { current: flat(1) }, false),
  statements('EWS-003', 'c', '经营现金流连续两期为负', { cash: [2, 2, 3, 2, -1, -2] }, true),
  statements('EWS-003', 'c', '经营现金流只有一期为负', { cash: [2, 2, 3, 2, 1, -2] }, false),
  // the year before was poorer still: over twelve months the firm earns
  statements('EWS-003', 'c', '淡季现金流为负全年为正', { cash: [-3, -4, 3, -2, -1, -2] }, false),
  statements('EWS-003', 'd', '连续两期亏损', { profit: [2, 2, 3, 2, -1, -2] }, true),
  statements('EWS-003', 'd', '只有一期亏损', { profit: [2, 2, 3, 2, 1, -2] }, false),
  statements('EWS-003', 'e', '应收存货比收入多增三成', { stock: years(20, 20, 20, 26) }, true),
  statements('EWS-003', 'e', '应收存货多增不足三成', { stock: years(20, 20, 20, 25.9) }, false),
]

interface Entry {
  readonly daysAgo: number
  readonly amount: number
  readonly into: boolean
  readonly balance: number
}

/** The borrower's account as the list shows it, up to the ledger's day. */
function account(loan: PlantedLoan, entries: readonly Entry[]): void {
  drawnOn(loan, ago(300), 36)
  loan.registers.支付.length = 0
  for (const { daysAgo, amount, into, balance } of entries) {
    addPayment(loan, {
      交易日期: ago(daysAgo),
      交易金额: amount,
      借贷标志: into ? '贷' : '借',
      对方户名: `往来单位${loan.serial}之${daysAgo}有限公司`,
      账户余额: balance,
    })
  }
}

/** Four windows of thirty days: what stood in the account before, and in the last of them. */
const balances = (earlier: number, now: number): readonly Entry[] => [
  { daysAgo: 130, amount: 900, into: false, balance: earlier },
  { daysAgo: 29, amount: 900, into: false, balance: now },
  { daysAgo: 0, amount: 900, into: false, balance: now },
]

const receipts = (now: number): readonly Entry[] => [
  { daysAgo: 130, amount: 900, into: false, balance: 80_000 },
  ...[110, 80, 50].map((daysAgo) => ({ daysAgo, amount: 100_000, into: true, balance: 80_000 })),
  { daysAgo: 10, amount: now, into: true, balance: 80_000 },
  { daysAgo: 0, amount: 900, into: false, balance: 80_000 },
]

const movements: readonly Plant[] = [
  fault(lead('EWS-007', 'a'), '账户余额降一半', firms, (loan) =>
    account(loan, balances(80_000, [40_000, 1_000][loan.serial % 2] ?? 0)),
  ),
  near('EWS-007', 'a', '账户余额降不足一半', firms, (loan) => account(loan, balances(80_000, 40_100))),
  fault(lead('EWS-007', 'b'), '回款降一半', firms, (loan) =>
    account(loan, receipts([50_000, 500][loan.serial % 2] ?? 0)),
  ),
  near('EWS-007', 'b', '回款降不足一半', firms, (loan) => account(loan, receipts(50_100))),
]

const watched = (loan: PlantedLoan, tier: string, queried: number): void => {
  both(loan, { 客户风险等级: tier, 客户信息更新日期: ago(40) })
  seenOn(loan, { 最近跟踪日期: ago(2), 征信查询日期: queried })
}

const credit: readonly Plant[] = [
  fault(lead('EWS-005', 'a'), '征信新增逾期', ['个人经营抵押', '小型企业抵押'], (loan) =>
    both(loan, { 征信新增逾期: '是' }),
  ),
  fault(lead('EWS-005', 'b'), '他行不良', ['个人经营抵押', '小型企业抵押'], (loan) =>
    both(loan, { 他行不良标志: '是' }),
  ),
  ...(
    [
      ['高', 'c', 90],
      ['中', 'd', 180],
    ] as const
  ).flatMap(([tier, caseId, allowed]) => [
    fault(
      violation('EWS-005', caseId),
      `${tier}风险征信超 ${allowed} 天`,
      ['个人经营抵押', '小型企业抵押'],
      (loan) => watched(loan, tier, ago(allowed + 1)),
    ),
    near('EWS-005', caseId, `${tier}风险征信恰 ${allowed} 天`, ['个人经营抵押', '小型企业抵押'], (loan) =>
      watched(loan, tier, ago(allowed)),
    ),
    near('EWS-005', caseId, `${tier}风险按揭征信较旧`, ['住房按揭'], (loan) => watched(loan, tier, ago(300))),
  ]),
]

const turned = inTurn(['上期另一位', '上期再一位'])

const changes: readonly Plant[] = [
  ...(
    [
      ['a', '法定代表人'],
      ['b', '实际控制人'],
      ['c', '客户名称'],
      ['d', '主营业务'],
      ['e', '联系地址'],
    ] as const
  ).map(([caseId, name]) =>
    fault(lead('EWS-004', caseId), `${name}变更`, ['小型企业抵押', '中型企业抵押'], (loan) => {
      if (loan.previous) loan.previous[name] = `${turned()}${loan.serial}`
    }),
  ),
  near('EWS-004', 'a', '上期没有登记', ['小型企业抵押'], (loan) => {
    if (loan.previous) Object.assign(loan.previous, { 法定代表人: null, 实际控制人: null, 主营业务: null })
  }),
]

export const ewsFinancialPlants: readonly Plant[] = [...worsening, ...movements, ...credit, ...changes]
