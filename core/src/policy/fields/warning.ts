import type { Field } from '../types.ts'
import { inEast, inP1, typical } from './seen.ts'
import { warningTable } from './tables.ts'

/** Warning register. */
export const warningFields: readonly Field[] = [
  {
    key: 'warningSignal',
    name: '预警信号',
    type: 'text',
    tables: ['预警', '借据'],
    aliases: [...inEast('风险预警信号'), ...typical('关注事件')],
  },
  {
    key: 'warningLevel',
    name: '预警级别',
    type: 'code',
    codeList: '预警级别',
    tables: warningTable,
    aliases: [
      ...typical('风险预警级别', '预警等级(红黄蓝)'),
      { text: '预警等级', seen: 'typical', tables: ['预警'] },
    ],
  },
  {
    key: 'warningDate',
    name: '预警日期',
    type: 'date',
    tables: warningTable,
    aliases: [...inP1('预警报告日期'), ...typical('发现日期', '预警时间', '信号发现日')],
  },
  {
    key: 'warningReportDate',
    name: '上报日期',
    type: 'date',
    tables: warningTable,
    aliases: typical('报告日期', '预警上报日期', '报送日期'),
  },
  {
    key: 'warningVerifyDate',
    name: '核实日期',
    type: 'date',
    tables: warningTable,
    aliases: typical('预警核实日期', '核查日期', '核实时间'),
  },
  {
    key: 'warningPlanDate',
    name: '方案日期',
    type: 'date',
    tables: warningTable,
    aliases: typical('处置方案日期', '制定方案日期', '处置方案制定日期', '方案制定日'),
  },
  {
    key: 'warningExecDate',
    name: '执行日期',
    type: 'date',
    tables: warningTable,
    aliases: typical('处置日期', '方案执行日期', '处置执行日'),
  },
  {
    key: 'warningReviewDate',
    name: '复盘日期',
    type: 'date',
    tables: warningTable,
    aliases: typical('复盘时间', '后评价日期', '回顾日期'),
  },
  {
    key: 'warningOwner',
    name: '责任人',
    type: 'text',
    tables: warningTable,
    aliases: typical('主责任人', '经办责任人', '处置责任人', '管户责任人'),
  },
  {
    key: 'warningDeadline',
    name: '处置时限',
    type: 'date',
    tables: warningTable,
    aliases: typical('处置期限', '完成时限', '处置截止日'),
  },
  {
    key: 'warningMeasure',
    name: '处置措施',
    type: 'text',
    tables: warningTable,
    aliases: [
      ...inP1('应对措施'),
      ...typical('化解措施', '管控措施'),
      { text: '一户一策', seen: 'typical', tables: ['预警'] },
    ],
  },
  {
    key: 'warningStatus',
    name: '预警状态',
    type: 'code',
    codeList: '预警状态',
    tables: warningTable,
    aliases: typical('处置状态', '预警处理状态', '信号状态'),
  },
  {
    key: 'releaseReason',
    name: '解除理由',
    type: 'text',
    tables: warningTable,
    aliases: [...inP1('风险预警解除理由'), ...typical('解除原因', '解除预警理由', '预警解除理由')],
  },
]
