import type { Field } from '../types.ts'
import { inEast, inP1, typical } from './seen.ts'
import { everyTable, loanTable } from './tables.ts'

/** Snapshot, organisation and people. */
export const organisationFields: readonly Field[] = [
  {
    key: 'asOfDate',
    name: '数据日期',
    type: 'date',
    tables: everyTable,
    aliases: [
      ...inEast('采集日期'),
      ...typical('统计日期', '截止日期', '账期'),
      {
        text: '报表日期',
        seen: 'typical',
        tables: ['借据', '押品', '保证人', '支付', '预警', '催收', '档案'],
      },
    ],
    note: '99991231 等表示无日期。',
  },
  {
    key: 'orgCode',
    name: '机构号',
    type: 'text',
    tables: everyTable,
    aliases: [...inEast('内部机构号'), ...typical('机构编号', '网点号', '支行代码')],
  },
  {
    key: 'orgName',
    name: '机构名称',
    type: 'text',
    tables: everyTable,
    aliases: [...inEast('银行机构名称'), ...inP1('经办机构'), ...typical('支行', '网点', '管户机构')],
  },
  {
    key: 'managerId',
    name: '客户经理工号',
    type: 'text',
    tables: everyTable,
    aliases: [...inEast('信贷员工号'), ...typical('管户经理工号')],
  },
  {
    key: 'managerName',
    name: '客户经理',
    type: 'text',
    tables: everyTable,
    aliases: typical('管户客户经理', '管户人', '信贷员', '经办人', '管户经理', '主办客户经理'),
  },
  {
    key: 'bankNetCapital',
    name: '资本净额',
    type: 'money',
    unit: '元',
    tables: loanTable,
    aliases: typical('资本余额', '资本净额（万元）'),
    note: '全行一个数，可在设置中录入。',
  },
  {
    key: 'tier1Capital',
    name: '一级资本净额',
    type: 'money',
    unit: '元',
    tables: loanTable,
    aliases: typical('一级资本', '一级资本净额（万元）'),
    note: '全行一个数；与资本净额口径不同，不互相替代。',
  },
]
