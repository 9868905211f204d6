import { loanTable } from './fields/tables.ts'
import type { Field } from './types.ts'

interface Fact {
  readonly key: string
  readonly name: string
  readonly type: Field['type']
  readonly unit?: string
  readonly privacy?: NonNullable<Field['privacy']>
  readonly from: readonly string[]
  readonly how: string
}

const links = ['loanNo', 'contractNo', 'customerId', 'customerName'] as const
const borrower = ['customerId', 'idNumber', 'uscc', 'customerName'] as const

const facts: readonly Fact[] = [
  {
    key: 'ownCollateral',
    name: '本笔登记押品数',
    type: 'number',
    unit: '件',
    from: ['loanNo', 'contractNo'],
    how: '押品台账中按借据号或合同号登记在本笔名下、没有灭失、转让或处置的件数。台账只按客户登记的为空。',
  },
  {
    key: 'customerCollateral',
    name: '客户登记押品数',
    type: 'number',
    unit: '件',
    from: links,
    how: '押品台账中登记在本笔或其客户名下、没有灭失、转让或处置的件数。',
  },
  {
    key: 'ownGuarantors',
    name: '本笔登记保证人数',
    type: 'number',
    unit: '人',
    from: ['loanNo', 'contractNo'],
    how: '保证人台账中按借据号或合同号登记在本笔名下的人数。台账只按客户登记的为空。',
  },
  {
    key: 'customerGuarantors',
    name: '客户登记保证人数',
    type: 'number',
    unit: '人',
    from: links,
    how: '保证人台账中登记在本笔或其客户名下的人数。',
  },
  {
    key: 'sharedContact',
    name: '共用联系方式',
    type: 'text',
    from: ['mobile', 'address', 'accountNo', ...borrower],
    how: '与互不关联的其他借款人共用户数最多的一项：联系电话、联系地址或账号；没有则为空。',
  },
  {
    key: 'sharedContactBorrowers',
    name: '共用借款人户数',
    type: 'number',
    unit: '户',
    from: ['mobile', 'address', 'accountNo', ...borrower],
    how: '共用该联系方式的借款人户数，含本户。同一集团、同一实际控制人或法定代表人并作一户；地址须有门牌号，个人同姓的并作一户。',
  },
  {
    key: 'sharedPayee',
    name: '集中收款人',
    type: 'text',
    from: [...links, 'productType'],
    how: '观察期内收取互不关联的借款人贷款资金户数最多的对方户名；按揭、商用房、汽车、助学、公积金贷款不计，付给借款人自己的不计。',
  },
  {
    key: 'sharedPayeeBorrowers',
    name: '集中付款户数',
    type: 'number',
    unit: '户',
    from: [...links, 'productType'],
    how: '观察期内向集中收款人付款的互不关联的借款人户数；没有则为 0。',
  },
  {
    key: 'sharedPayeeIsPerson',
    name: '集中收款人为个人',
    type: 'boolean',
    from: [...links, 'productType'],
    how: '集中收款人的户名没有单位用字。',
  },
]

/** Facts about registers that should agree with the loan, and about what unrelated borrowers share; computed by check/derive. */
export const derivedOversightFields: readonly Field[] = facts.map(({ from, how, ...entry }) => ({
  ...entry,
  tables: loanTable,
  aliases: [],
  derived: { from, how },
}))
