import type { ChecklistItem, StageId } from '../types.ts'
import { item } from './item.ts'

const money: readonly StageId[] = ['firstCheck', 'special']
/** Three-valued: unknown where no list of payments was read, and blank in it means nothing to look at. */
const paid = 'count(支付[是否付出 = true])'

/** Use of the money. */
export const useItems: readonly ChecklistItem[] = [
  item('use-traced', '放款后 {参数.用途核查工作日} 个工作日内核查资金流向', ['S2'], {
    at: money,
    proof:
      '资金流向检查日期 >= 放款日期 and working days between(放款日期, 资金流向检查日期) <= 参数.用途核查工作日',
    due: 'add working days(放款日期, 参数.用途核查工作日)',
    rules: ['USE-001'],
  }),
  item('use-payments-checked', '收款单位、金额、划付日期、用途逐笔核对', ['P1', 'S2'], {
    at: money,
    proof: `${paid} > 0 and (every p in 支付[是否付出 = true] satisfies p.逐笔核查标志 = "是")`,
    says: `支付清单付出 {${paid}} 笔，均已逐笔核查`,
  }),
  item('use-vouchers', '支付凭证齐全，大额支付凭证附在检查记录后', ['S2', 'P1'], {
    at: money,
    proof: `${paid} > 0 and (every p in 支付[是否付出 = true] satisfies p.凭证归档标志 = "是")`,
    says: `支付清单付出 {${paid}} 笔，凭证均已归档`,
    rules: ['USE-002'],
  }),
  item('use-entrusted-company', '单笔支付达到受托支付起点且对象明确的，是否受托支付', ['R02c'], {
    at: money,
    applies: '客群 = "对公"',
    proof: '支付方式 = "受托支付" or 单笔自付最大额 <= 参数.受托支付起点',
    shows: ['支付方式', '贷款金额'],
    rules: ['USE-003', 'USE-005'],
  }),
  item('use-entrusted-fixed', '向同一对象单笔支付达到受托支付起点的，是否受托支付', ['R03c'], {
    at: money,
    proof: '支付方式 = "受托支付" or 单笔自付最大额 <= 参数.受托支付起点',
    shows: ['支付方式', '贷款金额'],
    rules: ['USE-003', 'USE-005'],
  }),
  item(
    'use-entrusted-business',
    '单次提款超过 {参数.个人经营自主支付上限}的，是否受托支付；有无化整为零',
    ['R04d'],
    {
      at: money,
      proof: '支付方式 = "受托支付" or 贷款金额 <= 参数.个人经营自主支付上限',
      shows: ['支付方式', '贷款金额'],
      rules: ['USE-004', 'USE-005'],
    },
  ),
  item('use-entrusted-consumption', '超过自主支付限额的，是否受托支付', ['R04c'], {
    at: money,
    proof: '支付方式 = "受托支付" or 贷款金额 <= 参数.个人消费自主支付上限',
    shows: ['支付方式', '贷款金额'],
    rules: ['USE-004', 'USE-005'],
  }),
  item('use-entrusted-farmer', '农户贷款自主支付未超过 50 万元（生产经营）或 30 万元（其他）', ['R05a'], {
    at: money,
    shows: ['支付方式', '贷款金额', '贷款用途'],
    rules: ['USE-004'],
  }),
  item('use-flows', '有无回流、转往他行、转往关联方、转往境外或用作保证金', ['S2', 'S0'], {
    at: money,
    shows: ['回流占比', '转出占比'],
    rules: ['USE-006', 'USE-008', 'USE-009'],
  }),
  item('use-forbidden', '未用于固定资产、股权投资、房地产、证券和理财', ['R02e', 'R23'], {
    at: money,
    shows: ['贷款用途', '合同用途'],
    rules: ['USE-007'],
  }),
  item('use-forbidden-person', '未流入房地产、证券、期货、股权投资和理财', ['R23', 'R02e'], {
    at: money,
    shows: ['贷款用途'],
    rules: ['USE-007'],
  }),
  item('use-as-agreed', '合同约定用途与实际用途一致', ['P1', 'S2'], {
    at: money,
    proof: '资金流向检查结论 = "合规"',
    shows: ['合同用途', '贷款用途'],
    rules: ['USE-010', 'USE-012'],
  }),
  item('use-real-farm', '用途真实，未挪作非生产经营', ['S4-10'], {
    at: money,
    proof: '资金流向检查结论 = "合规"',
    shows: ['贷款用途'],
    rules: ['USE-012'],
  }),
  item('use-account-on-day', '放款当日借款人结算账户余额', ['P1'], { at: money, answer: 'text' }),
  item('use-draws', '提款记录、用款记录与合同约定相符', ['P1'], {
    at: money,
    proof: `${paid} > 0 and sum(支付[是否付出 = true].交易金额) <= 贷款金额`,
    says: '支付清单付出合计 {sum(支付[是否付出 = true].交易金额)}，贷款金额 {贷款金额}',
  }),
  item('use-documents', '合同、发票等用途证明齐全', ['P1', 'S4-5'], {
    at: money,
    proof:
      'matches(档案资料清单, "用途证明|购销合同|采购合同|发票") or (some a in 档案 satisfies matches(a.档案资料清单, "用途证明|购销合同|采购合同|发票"))',
    says: '档案资料清单中有用途证明',
  }),
  item('use-conditions', '审批意见和限制性条款已落实', ['P1'], {
    at: money,
    answer: 'text',
    rules: ['M14'],
  }),
  item('use-arrived', '资金已到借款人账户或受托支付对象账户', ['S1'], { at: money }),
  item('use-returned', '销售货款归行', ['S4'], {
    at: ['regular', 'special'],
    shows: ['回款降幅', '无回款天数'],
    rules: ['EWS-007'],
  }),
]
