import type { Relation } from './types.ts'

/**
 * How rows of other tables belong to a loan. A loan list may lack 借据号, and a register is often kept by customer:
 * each ladder goes from the narrowest key to the widest that still means the same thing.
 */
export const relations: readonly Relation[] = [
  {
    name: '押品',
    to: '押品',
    cardinality: 'many',
    keys: [['loanNo'], ['contractNo'], ['customerId'], ['customerName']],
  },
  {
    name: '保证人',
    to: '保证人',
    cardinality: 'many',
    keys: [['loanNo'], ['contractNo'], ['customerId'], ['customerName']],
  },
  { name: '支付', to: '支付', cardinality: 'many', keys: [['loanNo'], ['contractNo']] },
  { name: '预警', to: '预警', cardinality: 'many', keys: [['loanNo'], ['customerId'], ['customerName']] },
  {
    name: '催收',
    to: '催收',
    cardinality: 'many',
    keys: [['loanNo'], ['contractNo'], ['customerId'], ['customerName']],
  },
  { name: '财务', to: '财务', cardinality: 'many', keys: [['customerId'], ['customerName']] },
  {
    name: '档案',
    to: '档案',
    cardinality: 'many',
    keys: [['loanNo'], ['contractNo'], ['customerId'], ['customerName']],
  },
  /** The customer's other loans in this ledger. */
  { name: '同客户', to: '借据', cardinality: 'many', keys: [['customerKey']], excludeSelf: true },
  /** Other members of the group in this ledger. */
  { name: '同集团', to: '借据', cardinality: 'many', keys: [['groupName']], excludeSelf: true },
  /** Other loans under the same contract, in the same currency where the ledger says. */
  {
    name: '同合同',
    to: '借据',
    cardinality: 'many',
    keys: [['contractNo', 'currency'], ['contractNo']],
    excludeSelf: true,
  },
  /** Other rows with the same loan number: there should be none, unless the currency differs. */
  {
    name: '同借据号',
    to: '借据',
    cardinality: 'many',
    keys: [['loanNo', 'currency'], ['loanNo']],
    excludeSelf: true,
  },
  /** Other rows with the same customer number. */
  { name: '同客户号', to: '借据', cardinality: 'many', keys: [['customerId']], excludeSelf: true },
  /** Other rows with the same identity document. */
  { name: '同证件', to: '借据', cardinality: 'many', keys: [['idNumber'], ['uscc']], excludeSelf: true },
  /**
   * The same loan in the previous ledger. These keys are for SQL, which joins by one of them; the check itself tells loans
   * apart as a comparison of two months does.
   */
  {
    name: '上期',
    to: '借据',
    cardinality: 'one',
    keys: [['loanNo'], ['contractNo', 'disburseDate', 'loanAmount'], ['accountNo']],
    previous: true,
  },
]
