import { loanTable } from './fields/tables.ts'
import type { Field } from './types.ts'

interface DerivedEntry {
  readonly key: string
  readonly name: string
  readonly type: Field['type']
  readonly unit?: string
  readonly codeList?: string
  readonly from: readonly string[]
  readonly how: string
}

/** Columns computed before rules run (check/derive) and named in expressions like any field. */
const entries: readonly DerivedEntry[] = [
  {
    key: 'effectiveMaturity',
    name: '有效到期日',
    type: 'date',
    from: ['maturityDate', 'extensionMaturityDate', 'originalMaturityDate', 'extensionDate'],
    how: '到期日与展期到期日取较晚者，遇休息日顺延至下一工作日。',
  },
  {
    key: 'dpd',
    name: '分类逾期天数',
    type: 'number',
    unit: '天',
    from: [
      'overdueDays',
      'principalOverdueDays',
      'interestOverdueDays',
      'overdueDate',
      'principalOverdueDate',
      'interestOverdueDate',
      'balance',
      'effectiveMaturity',
      'asOfDate',
    ],
    how: '逾期天数、本金逾期天数、欠息天数、按各逾期起始日推算的天数，以及有余额时按有效到期日推算的天数，取最大者；到期日为第 0 天。全无依据时为空，不作 0。',
  },
  {
    key: 'impliedOverdueDays',
    name: '推定逾期天数',
    type: 'number',
    unit: '天',
    from: ['balance', 'effectiveMaturity', 'asOfDate'],
    how: '有余额且有效到期日早于基准日时，为基准日减有效到期日；未过到期日为 0。',
  },
  {
    key: 'overdueStart',
    name: '逾期起始日',
    type: 'date',
    from: ['dpd', 'asOfDate'],
    how: '基准日减分类逾期天数加 1；未逾期为空。',
  },
  {
    key: 'closed',
    name: '是否结清',
    type: 'boolean',
    from: [
      'balance',
      'onBsInterest',
      'offBsInterest',
      'penaltyInterest',
      'interestArrearsAmt',
      'closeDate',
      'loanStatus',
    ],
    how: '本金与表内、表外欠息及罚息均为 0，或有结清日期。',
  },
  {
    key: 'writtenOff',
    name: '是否核销',
    type: 'boolean',
    from: ['loanStatus', 'writeOffDate'],
    how: '贷款状态为核销或有核销日期；核销后仍须追索。',
  },
  {
    key: 'segment',
    name: '客群',
    type: 'code',
    codeList: '客群',
    from: ['customerType', 'productType', 'idType', 'idNumber', 'uscc', 'customerName'],
    how: '依次看客户类型、贷款品种、证件、名称用字。',
  },
  {
    key: 'smallMicro',
    name: '是否小微',
    type: 'boolean',
    from: ['enterpriseSize', 'isInclusive', 'customerType'],
    how: '企业规模为小型、微型，或普惠小微标志为是，或个体工商户、小微企业主。',
  },
  {
    key: 'productFamily',
    name: '产品族',
    type: 'code',
    codeList: '产品族',
    from: ['productType', 'loanPurpose'],
    how: '按贷款品种用字归并。',
  },
  {
    key: 'lowRisk',
    name: '低风险业务',
    type: 'boolean',
    from: ['guaranteeType', 'productType', 'collateralType'],
    how: '全额保证金、存单或国债质押。',
  },
  {
    key: 'revolving',
    name: '是否循环',
    type: 'boolean',
    from: ['productType', 'repayMethod'],
    how: '法人账户透支、信用卡、循环额度项下借款。',
  },
  {
    key: 'daysToMaturity',
    name: '距到期天数',
    type: 'number',
    unit: '天',
    from: ['effectiveMaturity', 'asOfDate'],
    how: '有效到期日减基准日；已过为负。',
  },
  {
    key: 'termMonthsComputed',
    name: '合同期限月数',
    type: 'number',
    unit: '月',
    from: ['disburseDate', 'maturityDate', 'originalMaturityDate', 'termMonths'],
    how: '放款日期至原到期日（无则到期日）的整月数；缺日期时用期限。',
  },
  {
    key: 'customerKey',
    name: '客户键',
    type: 'text',
    from: ['customerId', 'idNumber', 'uscc', 'customerName'],
    how: '客户编号，无则证件号码，无则企业名称；仅有个人姓名时加机构。只作比对，不显示。',
  },
  {
    key: 'customerKeyKind',
    name: '客户键类型',
    type: 'code',
    codeList: '客户键类型',
    from: ['customerId', 'idNumber', 'uscc', 'customerName'],
    how: '客户键用的是哪一项。',
  },
  {
    key: 'amountTolerance',
    name: '金额误差',
    type: 'number',
    unit: '元',
    from: ['loanAmount', 'balance'],
    how: '台账金额的最小单位之半：以元列示到分为 0.005 元，以万元列示两位小数为 50 元。',
  },
  {
    key: 'interestArrears',
    name: '应收欠息合计',
    type: 'money',
    unit: '元',
    from: ['onBsInterest', 'offBsInterest', 'penaltyInterest', 'interestArrearsAmt'],
    how: '表内欠息、表外欠息、罚息之和，与欠息金额取较大者。',
  },
  {
    key: 'guaranteeEnd',
    name: '保证到期日推定',
    type: 'date',
    from: [
      'guaranteePeriodEnd',
      'debtConfirmDate',
      'originalMaturityDate',
      'maturityDate',
      'guarantorConsent',
    ],
    how: '约定的保证期间届满日；未约定的为主债务届满之日（展期未经保证人书面同意的为原到期日）后六个月。',
  },
  {
    key: 'statuteEnd',
    name: '时效到期日推定',
    type: 'date',
    from: [
      'statuteExpiry',
      'maturityDate',
      'extensionMaturityDate',
      'accelerationDate',
      'noticeDate',
      'lastRepayDate',
      'promiseDate',
      'litigationDate',
    ],
    how: '诉讼时效届满日；未列示的自到期日或最近一次中断之日起三年。',
  },
  {
    key: 'idDamaged',
    name: '证件号受损',
    type: 'boolean',
    from: ['idNumber'],
    how: '按数值存放超过 15 位，或成为科学计数法。',
  },
  {
    key: 'loanNoDamaged',
    name: '借据号受损',
    type: 'boolean',
    from: ['loanNo'],
    how: '按数值存放超过 15 位，或成为科学计数法。',
  },
  {
    key: 'accountNoDamaged',
    name: '账号受损',
    type: 'boolean',
    from: ['accountNo'],
    how: '按数值存放超过 15 位，或成为科学计数法。',
  },
  {
    key: 'sameDaySites',
    name: '同日现场处数',
    type: 'number',
    unit: '处',
    from: ['checkerId', 'lastOnsiteDate', 'address'],
    how: '同一检查人在最近现场检查日期当天对公现场检查的不同地址数，含本处。',
  },
  {
    key: 'unreadCodes',
    name: '码值不明字段',
    type: 'text',
    from: ['fiveClass', 'guaranteeType', 'payMethod', 'loanStatus', 'repayMethod', 'disbursementType'],
    how: '有值而归并不到码表的字段，以顿号连接。',
  },
]

export const derivedFields: readonly Field[] = entries.map(({ from, how, ...entry }) => ({
  ...entry,
  tables: loanTable,
  aliases: [],
  derived: { from, how },
}))
