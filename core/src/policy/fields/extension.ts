import type { Field } from '../types.ts'
import { inEast, inLedgers, typical } from './seen.ts'
import { loanTable, loanAndFollowUp } from './tables.ts'

/** Extension, grace, write-off. */
export const extensionFields: readonly Field[] = [
  {
    key: 'extensionCount',
    name: '展期次数',
    type: 'number',
    unit: '次',
    tables: loanTable,
    aliases: typical('累计展期次数', '展期期数', '已展期次数'),
  },
  {
    key: 'extensionApplyDate',
    name: '展期申请日',
    type: 'date',
    tables: loanTable,
    aliases: typical('展期申请日期', '申请展期日', '申请日期(展期)', '展期受理日'),
  },
  {
    key: 'extensionDate',
    name: '展期办理日',
    type: 'date',
    tables: loanTable,
    aliases: typical('展期办理日期', '展期起始日', '展期生效日'),
    note: '办理展期的日期；表头写“展期日期”而晚于原到期日的，是展期到期日。',
  },
  {
    key: 'extensionMaturityDate',
    name: '展期到期日',
    type: 'date',
    tables: loanAndFollowUp,
    aliases: [
      ...inLedgers('展期日期', '展期到期日期'),
      ...typical('展期后到期日', '展期终止日', '展期截止日'),
    ],
    note: '展期后的新到期日。',
  },
  {
    key: 'extensionMonths',
    name: '累计展期月数',
    type: 'number',
    unit: '月',
    tables: loanTable,
    aliases: typical('展期期限', '累计展期期限', '展期月数', '累计展期期限(月)'),
  },
  {
    key: 'originalTermMonths',
    name: '原贷款期限',
    type: 'number',
    unit: '月',
    tables: loanTable,
    aliases: typical('原期限', '原合同期限', '原期限(月)'),
  },
  {
    key: 'gracePeriodMonths',
    name: '宽限期',
    type: 'number',
    unit: '月',
    tables: loanTable,
    aliases: typical('宽限月数', '宽限月份', '宽限期(月)'),
  },
  {
    key: 'writeOffDate',
    name: '核销日期',
    type: 'date',
    tables: loanTable,
    aliases: [...inEast('核销日期'), ...typical('核销日', '核销时间')],
    note: '核销后仍须追索，不视为结清。',
  },
  {
    key: 'houseHoldMonths',
    name: '抵押房产持有月数',
    type: 'number',
    unit: '月',
    tables: loanTable,
    aliases: typical('房产持有时间', '持有月数', '持有房产时间', '房产持有期'),
  },
]
