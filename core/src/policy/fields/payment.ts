import type { Field } from '../types.ts'
import { inEast, inP1, typical } from './seen.ts'
import { paymentTable } from './tables.ts'

/** Payment list: one row per payment. */
export const paymentFields: readonly Field[] = [
  {
    key: 'txnDate',
    name: '交易日期',
    type: 'date',
    tables: paymentTable,
    aliases: [...inEast('核心交易日期'), ...inP1('划付日期'), ...typical('记账日期')],
  },
  {
    key: 'txnAmount',
    name: '交易金额',
    type: 'money',
    unit: '元',
    tables: paymentTable,
    aliases: [...inP1('金额（元）'), ...typical('发生额')],
  },
  {
    key: 'txnDirection',
    name: '借贷标志',
    type: 'code',
    codeList: '借贷标志',
    tables: paymentTable,
    aliases: [...inEast('交易借贷标志'), ...typical('收付标志', '借贷方向', '收支标志')],
  },
  {
    key: 'accountName',
    name: '户名',
    type: 'text',
    tables: paymentTable,
    aliases: [...inEast('账户名称'), ...inP1('入账客户名称'), ...typical('账户户名', '交易户名')],
  },
  {
    key: 'counterpartyName',
    name: '对方户名',
    type: 'text',
    tables: paymentTable,
    aliases: [...inP1('收款单位名称', '对方用户名'), ...typical('交易对手')],
  },
  {
    key: 'counterpartyAccount',
    name: '对方账号',
    type: 'text',
    tables: paymentTable,
    aliases: typical('收款账号', '对手账号', '收款人账号'),
    privacy: 'account',
  },
  {
    key: 'counterpartyBank',
    name: '对方行名',
    type: 'text',
    tables: paymentTable,
    aliases: typical('收款行', '对手行名', '收款人开户行'),
  },
  {
    key: 'txnSummary',
    name: '摘要',
    type: 'text',
    tables: paymentTable,
    aliases: [...inP1('摘要代码'), ...typical('附言'), { text: '用途', seen: 'P1', tables: ['支付'] }],
  },
  {
    key: 'txnChecked',
    name: '逐笔核查标志',
    type: 'code',
    codeList: '是否',
    tables: paymentTable,
    aliases: typical('是否核查', '核查标志', '逐笔核查', '核查状态'),
  },
  {
    key: 'voucherAttached',
    name: '凭证归档标志',
    type: 'code',
    codeList: '是否',
    tables: paymentTable,
    aliases: typical('凭证是否归档', '支付凭证', '凭证齐全', '凭证标志'),
  },
  {
    key: 'isRelatedParty',
    name: '关联方标志',
    type: 'code',
    codeList: '是否',
    tables: paymentTable,
    aliases: typical('关联方', '关联交易', '是否关联方', '关联标志'),
  },
  {
    key: 'accountBalance',
    name: '账户余额',
    type: 'money',
    unit: '元',
    tables: paymentTable,
    aliases: [
      ...typical('交易后余额'),
      { text: '余额', seen: 'typical', tables: ['支付'] },
      { text: '当前余额', seen: 'typical', tables: ['支付'] },
    ],
  },
]
