import { portfolioDay, workdayBefore } from '../../portfolio/healthyLoans.ts'
import { type Plant, undecided, violation } from '../contract.ts'
import { both, drawnOn, rename, unsecured } from '../vary.ts'
import { fault, near } from './plant.ts'

const anyone = ['小型企业抵押', '个人经营抵押', '住房按揭']
const overdue = ['逾期已尽责']

/** Required fields left out (DQ-002), and what such a loan then leaves undecided: whatever rests on the field. */
const required: readonly Plant[] = [
  fault(violation('DQ-002', 'a'), '客户名称空白', anyone, (loan) => rename(loan, '客户名称', null)),
  fault(
    violation('DQ-002', 'b'),
    '贷款金额空白',
    ['小型企业抵押'],
    (loan) => both(loan, { 贷款金额: null, 支付方式: '受托支付', 受托支付金额: 500_000 }),
    // the balance has nothing to be compared with, here and in last month's ledger
    [undecided('DQ-008', 'b'), undecided('DQ-016', 'b')],
  ),
  fault(
    violation('DQ-002', 'c'),
    '贷款余额空白',
    ['消费贷款'],
    (loan) => {
      unsecured(loan)
      drawnOn(loan, workdayBefore(portfolioDay - 150), 36)
      both(loan, { 贷款余额: null })
    },
    [undecided('DQ-008', 'a'), undecided('DQ-011', 'd'), undecided('DQ-016', 'd'), undecided('PRV-003', 'b')],
  ),
  fault(
    violation('DQ-002', 'd'),
    '放款日期空白',
    ['消费贷款'],
    (loan) => {
      unsecured(loan)
      loan.registers.支付.length = 0
      both(loan, { 放款日期: null })
    },
    [
      undecided('DQ-007', 'a'),
      undecided('DQ-016', 'b'),
      undecided('INS-001', 'b'),
      undecided('INS-002', 'a'),
      undecided('INS-008', 'a'),
      undecided('USE-001', 'b'),
      undecided('EXT-007', 'a'),
      undecided('ARC-001', 'c'),
    ],
  ),
  fault(
    violation('DQ-002', 'e'),
    '到期日空白',
    ['消费贷款'],
    (loan) => {
      unsecured(loan)
      both(loan, { 到期日: null, 原到期日: null })
    },
    // the ledger says 0 days past due, and that is all that can be said of them
    [
      undecided('DQ-010', 'a'),
      undecided('CLS-002', 'b'),
      undecided('CLS-003', 'b'),
      undecided('CLS-004', 'b'),
      undecided('PRV-002', 'b'),
      undecided('OVD-007', 'q'),
      undecided('EXT-007', 'a'),
      undecided('B2', 'b'),
    ],
  ),
  near('DQ-002', 'e', '透支没有到期日', ['法人账户透支'], (loan) => {
    both(loan, { 到期日: null, 原到期日: null, 合同到期日: null, 到期提示日期: null })
  }),
  fault(
    violation('DQ-002', 'f'),
    '五级分类空白',
    ['小型企业抵押'],
    (loan) => both(loan, { 五级分类: null, 分类日期: portfolioDay - 1, 最近检查日期: portfolioDay - 20 }),
    [undecided('PRV-002', 'e')],
  ),
  fault(
    violation('DQ-002', 'g'),
    '担保方式空白',
    ['消费贷款'],
    (loan) => {
      unsecured(loan)
      both(loan, { 担保方式: null })
    },
    [undecided('GUA-002', 'a'), undecided('M1', 'a')],
  ),
  fault(
    violation('DQ-002', 'h'),
    '贷款用途空白',
    ['小型企业抵押', '个人经营抵押'],
    (loan) => both(loan, { 贷款用途: null }),
    [undecided('USE-010', 'a')],
  ),
  fault(violation('DQ-002', 'h'), '按揭用途空白', ['住房按揭'], (loan) => both(loan, { 贷款用途: null }), [
    undecided('USE-010', 'c'),
  ]),
  fault(violation('DQ-002', 'i'), '执行利率空白', anyone, (loan) => both(loan, { 执行利率: null }), [
    undecided('B11', 'a'),
  ]),
  fault(violation('DQ-002', 'j'), '客户经理空白', anyone, (loan) =>
    both(loan, { 客户经理: null, 客户经理工号: null }),
  ),
  near('DQ-002', 'j', '有姓名没有工号', anyone, (loan) => both(loan, { 客户经理工号: null })),
]

/** Fields that this loan needs and another does not (DQ-017). */
const conditional: readonly Plant[] = [
  fault(violation('DQ-017', 'a'), '展期没有日期', ['小型企业抵押'], (loan) =>
    both(loan, { 展期次数: 1, 原到期日: null, 财务困难标志: '否' }),
  ),
  fault(violation('DQ-017', 'b'), '核销没有日期', ['小型企业抵押', '个人经营抵押'], (loan) =>
    both(loan, { 贷款状态: '核销', 贷款余额: 0, 五级分类: '损失', 上期五级分类: '损失' }),
  ),
  fault(violation('DQ-017', 'c'), '重组没有观察期', ['展期后关注'], (loan) =>
    both(loan, { 重组标志: '是', 重组次数: 1 }),
  ),
  fault(violation('DQ-017', 'd'), '续贷没有上笔', ['无还本续贷'], (loan) => both(loan, { 上笔借据号: null })),
  fault(
    violation('DQ-017', 'e'),
    '混合支付没有受托金额',
    ['小型企业抵押'],
    (loan) => both(loan, { 支付方式: '混合支付', 受托支付金额: null, 单笔最大自主支付金额: 10_000 }),
    [violation('DQ-015', 'd')],
  ),
  fault(violation('DQ-017', 'f'), '个人没有证件号', ['个人经营抵押', '住房按揭', '农户贷款'], (loan) =>
    rename(loan, '证件号码', null),
  ),
  fault(violation('DQ-017', 'g'), '企业没有证件号', ['企业流动资金', '小型企业抵押'], (loan) => {
    rename(loan, '证件号码', null)
    rename(loan, '统一社会信用代码', null)
  }),
  near('DQ-017', 'g', '只有证件号码一栏', ['企业流动资金'], (loan) => rename(loan, '统一社会信用代码', null)),
  fault(
    violation('DQ-017', 'h'),
    '有授信额度没有到期日',
    ['企业流动资金'],
    (loan) => {
      const amount = Number(loan.row['贷款金额'])
      both(loan, { 授信额度: amount * 2, 已用额度: amount })
    },
    [undecided('M3', 'a')],
  ),
  fault(violation('DQ-017', 'i'), '企业没有规模', ['企业流动资金'], (loan) => both(loan, { 企业规模: null })),
  fault(violation('DQ-017', 'j'), '审批条件没有期限', ['企业流动资金', '个人经营抵押'], (loan) =>
    both(loan, { 审批条件: '落实保证人后方可提款' }),
  ),
  fault(violation('DQ-017', 'l'), '个人没有联系电话', ['个人经营抵押', '住房按揭'], (loan) =>
    both(loan, { 联系电话: null }),
  ),
  near('DQ-017', 'l', '企业没有联系电话', ['小型企业抵押'], (loan) => both(loan, { 联系电话: null })),
  fault(
    violation('DQ-017', 'k'),
    '逾期没有欠款金额',
    overdue,
    (loan) => {
      Object.assign(loan.row, { 逾期本金: null, 表内欠息: null, 表外欠息: null, 罚息: null, 欠息金额: null })
    },
    [undecided('DQ-009', 'c')],
  ),
]

export const dqRequiredPlants: readonly Plant[] = [...required, ...conditional]
