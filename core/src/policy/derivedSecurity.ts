import { loanTable } from './fields/tables.ts'
import type { Field, TableName } from './types.ts'

interface Fact {
  readonly key: string
  readonly name: string
  readonly type: Field['type']
  readonly unit?: string
  readonly codeList?: string
  readonly tables?: readonly TableName[]
  readonly from: readonly string[]
  readonly how: string
}

const customer = ['customerId', 'idNumber', 'uscc', 'customerName'] as const
const links = ['loanNo', 'contractNo', 'customerId', 'customerName'] as const
const collateral: readonly TableName[] = ['押品', '借据']
const collection: readonly TableName[] = ['催收', '借据']
const percent = { type: 'percent', unit: '%' } as const

const facts: readonly Fact[] = [
  {
    key: 'collateralPool',
    name: '押品池',
    type: 'text',
    from: [...links, 'collateralId'],
    how: '共用押品或同属一份合同的抵质押贷款及其押品为一池。只作归并，不显示。',
  },
  {
    key: 'collateralCount',
    name: '押品件数',
    type: 'number',
    unit: '件',
    from: [...links, 'collateralId', 'collateralType'],
    how: '押品池中不同押品的件数。',
  },
  {
    key: 'collateralValue',
    name: '押品估值合计',
    type: 'money',
    unit: '元',
    from: [...links, 'latestValuation', 'initialValuation', 'priorMortgageValue'],
    how: '押品池中各押品最新估值（没有这一列的用起始估值）减已抵押价值之和；同一押品只计一次，灭失的计 0。',
  },
  {
    key: 'securedBalance',
    name: '押品池贷款余额',
    type: 'money',
    unit: '元',
    from: [...links, 'balance', 'guaranteeType'],
    how: '押品池所担保的未结清贷款余额之和；信用、保证贷款不计。',
  },
  {
    key: 'collateralCapacity',
    name: '押品池可担保额',
    type: 'money',
    unit: '元',
    from: ['collateralValue', 'collateralType', 'productType'],
    how: '各押品净值乘以该类押品抵质押率上限之和；有押品类型没有设定上限的为空。',
  },
  {
    key: 'collateralRate',
    name: '押品池抵质押率',
    ...percent,
    from: ['securedBalance', 'collateralValue'],
    how: '押品池贷款余额除以押品估值合计。',
  },
  {
    key: 'collateralRateLimit',
    name: '押品池抵质押率上限',
    ...percent,
    from: ['collateralCapacity', 'collateralValue'],
    how: '押品池可担保额除以押品估值合计，即各类押品上限按净值的加权平均。',
  },
  {
    key: 'revaluationDue',
    name: '重估到期日',
    type: 'date',
    tables: collateral,
    from: ['valuationDate', 'collateralType'],
    how: '估值日期加该类押品的重估月数；存单、票据不重估。',
  },
  {
    key: 'registrationState',
    name: '登记情况',
    type: 'text',
    tables: collateral,
    from: ['registrationNo', 'prenoticeNo'],
    how: '有登记证号为已登记；只有预告登记号、或登记证号写明预告的为预告登记；都没有的为空。',
  },
  {
    key: 'guarantorWorth',
    name: '保证人净资产倍数',
    type: 'number',
    unit: '倍',
    from: [...links, 'guarantorName', 'guarantorId', 'guarantorNetAssets', 'guaranteeAmount'],
    how: '本笔各企业保证人的净资产除以其在本台账各笔担保金额之和，取最低者；融资担保公司和自然人不计。',
  },
  {
    key: 'guarantorOverdueDays',
    name: '保证人自身逾期天数',
    type: 'number',
    unit: '天',
    from: [...links, 'guarantorId', 'guarantorName', 'dpd'],
    how: '本笔保证人在本台账中自己的贷款最长的逾期天数；没有贷款的为 0。',
  },
  {
    key: 'guarantorWorstClass',
    name: '保证人自身最差分类',
    type: 'code',
    codeList: '五级分类',
    from: [...links, 'guarantorId', 'guarantorName', 'fiveClass'],
    how: '本笔保证人在本台账中自己的贷款最差的五级分类。',
  },
  {
    key: 'guaranteeCircle',
    name: '担保圈组数',
    type: 'number',
    unit: '组',
    from: [...links, 'guarantorId', 'guarantorName'],
    how: '本笔的保证关系处于互保、连环保之中时，圈内相互独立的借款人组数，否则为 0。同一集团、同一实际控制人、同住一处、借款人与本人企业并为一组；融资担保公司不计。',
  },
  {
    key: 'guarantorBacks',
    name: '保证人担保户数',
    type: 'number',
    unit: '户',
    from: [...links, 'guarantorId', 'guarantorName'],
    how: '本笔各保证人在本台账中为多少组相互独立的借款人担保，取最多者；融资担保公司、借款人本人企业不计。',
  },
  {
    key: 'companyGuaranteeShare',
    name: '担保公司单户占比',
    ...percent,
    from: [...links, 'guarantorName', 'guarantorType', 'guaranteeAmount', 'guarantorNetAssets'],
    how: '融资担保公司为同一借款人的担保金额之和除以其净资产，取最高者。',
  },
  {
    key: 'companyGroupShare',
    name: '担保公司关联占比',
    ...percent,
    from: [...links, 'groupName', 'guarantorName', 'guarantorType', 'guaranteeAmount', 'guarantorNetAssets'],
    how: '融资担保公司为同一集团各借款人的担保金额之和除以其净资产，取最高者。',
  },
  {
    key: 'maturityBefore',
    name: '展期前到期日',
    type: 'date',
    from: [
      'originalMaturityDate',
      'maturityDate',
      'extensionMaturityDate',
      'extensionDate',
      'extensionCount',
    ],
    how: '原到期日；没有的，另有展期到期日时为到期日。已展期而原到期日不明的为空。',
  },
  {
    key: 'extendedTo',
    name: '展期后到期日',
    type: 'date',
    from: ['extensionMaturityDate', 'maturityDate', 'originalMaturityDate', 'extensionDate'],
    how: '晚于展期前到期日的最后到期日；没有展期的为空。',
  },
  {
    key: 'previousLoanMaturity',
    name: '上笔到期日',
    type: 'date',
    from: ['prevLoanNo', 'maturityDate'],
    how: '本期或上期台账中上笔借据号所指借据的到期日（含展期）。',
  },
  {
    key: 'guarantorAdded',
    name: '保证人与上笔不同',
    type: 'boolean',
    from: ['prevLoanNo', 'guarantorName', 'guarantorId'],
    how: '本笔有保证人不是上笔借据的保证人；上笔不在台账、或两笔没有登记保证人的为空。',
  },
  {
    key: 'archiveGaps',
    name: '档案缺项',
    type: 'text',
    from: [...links, 'archiveChecklist', 'productType', 'disburseDate', 'guaranteeType'],
    how: '按贷款品种和所处阶段应有、而档案资料清单中没有字样的资料；清单空白的为空。',
  },
  {
    key: 'archivedOn',
    name: '已归档日',
    type: 'date',
    from: [...links, 'archiveDate'],
    how: '借据所登记的归档日期，空白的取档案台账中的归档日期。',
  },
  {
    key: 'latestCollection',
    name: '最近催收记录日',
    type: 'date',
    from: [...links, 'lastCollectionDate', 'collectionTime'],
    how: '借据所登记与催收台账中的最近一次催收日期。',
  },
  {
    key: 'collectionHour',
    name: '催收时点',
    type: 'number',
    unit: '点',
    tables: collection,
    from: ['collectionTime'],
    how: '催收时间中的时刻，21:30 为 21.5；只有日期的为空。',
  },
  {
    key: 'collectionDay',
    name: '催收日',
    type: 'date',
    tables: collection,
    from: ['collectionTime', 'lastCollectionDate'],
    how: '催收时间中的日期，没有的用最近催收日期。',
  },
  {
    key: 'collectionWord',
    name: '催收用语命中',
    type: 'text',
    tables: collection,
    from: ['collectionNote', 'handlingPlan'],
    how: '催收记录、清收方案中前后没有否定词的第一个违规催收词；法院公告、报纸公告不算；没有则为空。',
  },
  {
    key: 'debtTold',
    name: '疑似透露债务',
    type: 'text',
    tables: collection,
    from: ['collectionNote'],
    how: '催收记录中向家人、同事、邻里等说到欠款的字句；前有否定词的不算。',
  },
  {
    key: 'customerExposure',
    name: '同户余额合计',
    type: 'money',
    unit: '元',
    from: [...customer, 'balance'],
    how: '同一客户在本台账中的人民币贷款余额之和，委托贷款不计；看不到别的台账，故为下限。',
  },
  {
    key: 'groupExposure',
    name: '集团余额合计',
    type: 'money',
    unit: '元',
    from: ['groupName', 'balance'],
    how: '同一集团在本台账中的人民币贷款余额之和，委托贷款不计；看不到别的台账，故为下限。',
  },
  {
    key: 'succeededClass',
    name: '接续前笔分类',
    type: 'code',
    codeList: '五级分类',
    from: [...customer, 'disburseDate', 'fiveClass'],
    how: '本笔接续的、上期尚在而本期已结清或不在台账的同户贷款上期的五级分类，取最差者。',
  },
  {
    key: 'succeededOverdueDays',
    name: '接续前笔逾期天数',
    type: 'number',
    unit: '天',
    from: [...customer, 'disburseDate', 'overdueDays'],
    how: '本笔接续的同户贷款上期的逾期天数，取最大者。',
  },
]

/** Facts about security, collection, archive and exposure (check/derive); several stand in a register's rows as well. */
export const derivedSecurityFields: readonly Field[] = facts.map(({ from, how, tables, ...entry }) => ({
  ...entry,
  tables: tables ?? loanTable,
  aliases: [],
  derived: { from, how },
}))
