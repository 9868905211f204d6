import { workingDays } from '@postloan/core/calendar'

import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import { lead, type Plant } from '../contract.ts'
import { both } from '../vary.ts'
import { fault, near } from './plant.ts'
import { drawn } from './useLimits.ts'
import { addPayment } from './useTracing.ts'

const days = workingDays()
const ago = (count: number): number => portfolioDay - count

const flows: readonly Plant[] = [
  ...[0.5, 1].map((share) =>
    fault(lead('USE-006', 'a'), `收款方转回 ${share * 100}%`, ['小型企业抵押'], (loan) => {
      drawn(loan, ago(200), 36, 2_000_000, { 支付方式: '受托支付', 受托支付金额: 2_000_000 })
      const paid = addPayment(loan, { 交易金额: 1_000_000, 交易日期: ago(198) })
      addPayment(loan, {
        交易金额: 1_000_000 * share,
        交易日期: ago(168),
        借贷标志: '贷',
        对方户名: paid['对方户名'] ?? null,
      })
    }),
  ),
  near('USE-006', 'a', '转回不足一半', ['小型企业抵押'], (loan) => {
    drawn(loan, ago(200), 36, 2_000_000, { 支付方式: '受托支付', 受托支付金额: 2_000_000 })
    const paid = addPayment(loan, { 交易金额: 1_000_000, 交易日期: ago(198) })
    addPayment(loan, {
      交易金额: 499_900,
      交易日期: ago(190),
      借贷标志: '贷',
      对方户名: paid['对方户名'] ?? null,
    })
  }),
  near('USE-006', 'a', '三十天之后转回', ['小型企业抵押'], (loan) => {
    drawn(loan, ago(200), 36, 2_000_000, { 支付方式: '受托支付', 受托支付金额: 2_000_000 })
    const paid = addPayment(loan, { 交易金额: 1_000_000, 交易日期: ago(198) })
    addPayment(loan, {
      交易金额: 1_000_000,
      交易日期: ago(167),
      借贷标志: '贷',
      对方户名: paid['对方户名'] ?? null,
    })
  }),
  ...['购房首付', '买入股票', '信托产品款'].map((words) =>
    fault(
      lead('USE-007', 'a'),
      `摘要为${words}`,
      ['小型企业抵押', '个人经营抵押'],
      (loan) => {
        drawn(loan, ago(200), 36, 400_000)
        addPayment(loan, { 摘要: words })
      },
      [],
      { count: 4 },
    ),
  ),
  near('USE-007', 'a', '按揭付购房款', ['住房按揭'], (loan) => {
    loan.registers.支付.length = 0
    addPayment(loan, { 摘要: '购房首付', 交易日期: days.next(Number(loan.row['放款日期'])) })
  }),
  ...['设备购置款', '支付土地出让金', '股权投资'].map((words) =>
    fault(
      lead('USE-007', 'b'),
      `流贷摘要为${words}`,
      ['小型企业抵押'],
      (loan) => {
        both(loan, { 所属行业: '通用设备制造业', 客户管理分类: null })
        drawn(loan, ago(200), 36, 400_000)
        addPayment(loan, { 摘要: words })
      },
      [],
      { count: 4 },
    ),
  ),
  near('USE-007', 'b', '贸易企业购进设备', ['小型企业抵押'], (loan) => {
    both(loan, { 所属行业: '机械设备批发业', 客户管理分类: null })
    drawn(loan, ago(200), 36, 400_000)
    addPayment(loan, { 摘要: '购置设备' })
  }),
  ...['本人他行账户', '承兑保证金'].map((way) =>
    fault(lead('USE-009', 'a'), `五天内转走八成到${way}`, ['小型企业抵押', '个人经营抵押'], (loan) => {
      drawn(loan, ago(200), 36, 500_000)
      addPayment(loan, {
        交易金额: 400_000,
        交易日期: ago(195),
        ...(way === '承兑保证金' ? { 摘要: '转存保证金' } : { 对方户名: loan.row['客户名称'] ?? null }),
      })
    }),
  ),
  near('USE-009', 'a', '转走不足八成', ['小型企业抵押'], (loan) => {
    drawn(loan, ago(200), 36, 500_000)
    addPayment(loan, { 交易金额: 399_000, 交易日期: ago(195), 对方户名: loan.row['客户名称'] ?? null })
  }),
  near('USE-009', 'a', '第六天转走', ['小型企业抵押'], (loan) => {
    drawn(loan, ago(200), 36, 500_000)
    addPayment(loan, { 交易金额: 450_000, 交易日期: ago(194), 对方户名: loan.row['客户名称'] ?? null })
  }),
]

const purposes: readonly Plant[] = [
  ...['购房', '炒股', '投资入股'].map((words) =>
    fault(
      lead('USE-010', 'a'),
      `用途写${words}`,
      ['个人经营抵押', '小型企业抵押'],
      (loan) => both(loan, { 贷款用途: words, 合同用途: words }),
      [],
      { count: 4 },
    ),
  ),
  near('USE-010', 'a', '按揭用途购房', ['住房按揭'], (loan) =>
    both(loan, { 贷款用途: '购房', 合同用途: '购房' }),
  ),
  fault(lead('USE-010', 'b'), '流贷用途固定资产', ['小型企业抵押'], (loan) =>
    both(loan, { 贷款用途: '购置设备', 合同用途: '购置设备', 所属行业: '食品制造业', 客户管理分类: null }),
  ),
  near('USE-010', 'b', '贸易企业购设备', ['小型企业抵押'], (loan) =>
    both(loan, {
      贷款用途: '购置设备',
      合同用途: '购置设备',
      所属行业: '机械设备批发业',
      客户管理分类: null,
    }),
  ),
  fault(lead('USE-010', 'c'), '两处用途不同', ['小型企业抵押', '个人经营抵押'], (loan) =>
    both(loan, { 贷款用途: '支付门店租金', 合同用途: '收购生猪' }),
  ),
  near('USE-010', 'c', '同一用途两种写法', ['小型企业抵押'], (loan) =>
    both(loan, { 贷款用途: '购买原材料', 合同用途: '采购原材料' }),
  ),
  // once for each product, however many loans say no more
  fault(
    lead('USE-010', 'd'),
    '用途只写周转',
    ['小型企业抵押'],
    (loan) =>
      both(loan, { 贷款用途: '周转', 合同用途: '周转', 贷款品种: `流动资金贷款(产品${loan.serial})` }),
    [],
    { count: 4 },
  ),
]

export const useFlowPlants: readonly Plant[] = [...flows, ...purposes]
