import type { TableName } from '../types.ts'

export const everyTable: readonly TableName[] = [
  '借据',
  '押品',
  '保证人',
  '支付',
  '预警',
  '催收',
  '财务',
  '档案',
]

export const loanTable: readonly TableName[] = ['借据']

/** The loan's main figures are repeated in the registers that follow it. */
export const loanAndFollowUp: readonly TableName[] = [
  '借据',
  '支付',
  '预警',
  '催收',
  '押品',
  '保证人',
  '档案',
]

export const paymentTable: readonly TableName[] = ['支付']

export const warningTable: readonly TableName[] = ['预警']

export const financialTable: readonly TableName[] = ['财务']
