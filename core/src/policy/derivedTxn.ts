import { computed, type Fact } from './computedField.ts'
import { paymentTable } from './fields/tables.ts'
import type { Field } from './types.ts'

const draw = ['loanNo', 'contractNo', 'disburseDate', 'loanAmount'] as const

const percent = { type: 'percent', unit: '%' } as const

const facts: readonly Fact[] = [
  {
    key: 'paidOut',
    name: '是否付出',
    type: 'boolean',
    tables: paymentTable,
    from: ['txnDirection', 'txnAmount'],
    how: '借贷标志为借；清单没有借贷标志一列的，视为均为付出。',
  },
  {
    key: 'forbiddenUseWord',
    name: '禁止投向命中',
    type: 'text',
    tables: paymentTable,
    from: ['txnSummary', 'counterpartyName'],
    how: '除去排除用语后，摘要与对方户名中的第一个禁止投向用语；没有则为空。',
  },
  {
    key: 'investmentUseWord',
    name: '投资用途命中',
    type: 'text',
    tables: paymentTable,
    from: ['txnSummary', 'counterpartyName'],
    how: '除去排除用语后，摘要与对方户名中的第一个固定资产、股权投资用语；没有则为空。',
  },
  {
    key: 'paymentChecked',
    name: '核查登记',
    type: 'code',
    codeList: '支付登记情况',
    tables: paymentTable,
    from: ['txnChecked', 'txnAmount'],
    how: '逐笔核查标志的值；空白与清单没有此列分开列示。',
  },
  {
    key: 'paymentVoucher',
    name: '凭证登记',
    type: 'code',
    codeList: '支付登记情况',
    tables: paymentTable,
    from: ['voucherAttached', 'txnAmount'],
    how: '凭证归档标志的值；空白与清单没有此列分开列示。',
  },
  {
    key: 'largestSelfPay',
    name: '单笔自付最大额',
    type: 'money',
    unit: '元',
    from: ['payMethod', 'maxSelfPayAmount', 'entrustedAmount', ...draw],
    how: '单笔最大自主支付金额与支付清单中单笔付给他人的最大金额，取较大者；混合支付的先以受托支付金额抵去较大的几笔，故为下限；受托支付为 0。',
  },
  {
    key: 'splitPaymentSum',
    name: '拆分支付合计',
    type: 'money',
    unit: '元',
    from: [...draw, 'productType', 'payMethod'],
    how: '放款后数日内付给同一对方、每笔均不超过受托支付起点的两笔以上付款之和，取最大的一方；混合支付的减去受托支付金额；没有则为 0。',
  },
  {
    key: 'splitPaymentCount',
    name: '拆分支付笔数',
    type: 'number',
    unit: '笔',
    from: [...draw, 'productType', 'payMethod'],
    how: '计入拆分支付合计的笔数。',
  },
  {
    key: 'splitPaymentPayee',
    name: '拆分支付对方',
    type: 'text',
    from: [...draw, 'productType', 'payMethod'],
    how: '拆分支付合计的对方户名。',
  },
  {
    key: 'backflowRatio',
    name: '回流占比',
    ...percent,
    from: [...draw, 'customerName', 'legalRepName', 'actualController'],
    how: '付给他人的一笔款项，其后数日内由收款人付回借款人、法定代表人或实际控制人的部分占该笔的比例，取最大的一笔；没有则为 0。',
  },
  {
    key: 'backflowAmount',
    name: '回流金额',
    type: 'money',
    unit: '元',
    from: [...draw, 'customerName', 'legalRepName', 'actualController'],
    how: '回流占比所指一笔付回的金额。',
  },
  {
    key: 'backflowParty',
    name: '回流对方',
    type: 'text',
    from: [...draw, 'customerName', 'legalRepName', 'actualController'],
    how: '回流占比所指一笔的收款人。',
  },
  {
    key: 'movedAwayShare',
    name: '转出占比',
    ...percent,
    from: [...draw, 'customerName', 'orgName', 'payMethod', 'entrustedAmount'],
    how: '放款后数日内转往本人他行账户、保证金或境外的金额占自主支付部分的比例；对方行名空白或为本行的不计。',
  },
  {
    key: 'accountHistoryDays',
    name: '流水覆盖天数',
    type: 'number',
    unit: '天',
    from: draw,
    how: '放款之后、至清单最后一日，流水清单覆盖的天数；没有流水为 0。',
  },
  {
    key: 'accountBalanceFall',
    name: '账户余额降幅',
    ...percent,
    from: draw,
    how: '最近一个观察期的日均余额比前三个观察期日均余额下降的比例；未下降为 0。',
  },
  {
    key: 'receiptsFall',
    name: '回款降幅',
    ...percent,
    from: draw,
    how: '最近一个观察期的回款比前三个观察期平均回款下降的比例；此前没有经常性回款的为 0。放款、退款、利息与本人转入不计。',
  },
  {
    key: 'quietReceiptDays',
    name: '无回款天数',
    type: 'number',
    unit: '天',
    from: draw,
    how: '清单最后一日距最近一笔回款的天数；此前没有经常性回款的为 0。',
  },
  {
    key: 'vaguePurposeLoans',
    name: '笼统用途笔数',
    type: 'number',
    unit: '笔',
    from: ['loanPurpose'],
    how: '同一贷款品种中用途只写笼统用语的笔数；只列在该品种的第一笔上，其余为 0。',
  },
  {
    key: 'purposeDiffers',
    name: '用途不一致',
    type: 'boolean',
    from: ['loanPurpose', 'contractPurpose'],
    how: '贷款用途与合同用途均不笼统，互不包含，且没有相连的两个相同的字。',
  },
]

/** Facts from payments and from what the loan was for; computed by check/derive. */
export const derivedTxnFields: readonly Field[] = computed(facts)
