import type { TableName } from '../../policy/index.ts'

/** Sheets of the template. */
export const sheetNames = {
  guide: '使用说明',
  loans: '借据台账',
  summary: '预警汇总',
  work: '贷后·工作清单',
  report: '贷后检查报告',
  notice: '风险预警通知书',
  archive: '档案管理清单',
  customer: '客户分类管理表',
  score: '检查评分表',
  parameters: '规则参数',
  ownRules: '自定义规则',
  catalogue: '规则目录',
  codes: '码表',
  judging: '计算',
  record: '_postloan',
} as const

export const registerSheets: Readonly<Partial<Record<TableName, string>>> = {
  押品: '押品',
  保证人: '保证人',
  支付: '支付清单',
  预警: '预警台账',
  催收: '催收台账',
  财务: '财务指标',
}

/** First row of data on 借据台账 and the registers (from 1), below a title and a header row. */
export const firstDataRow = 3
export const headerRow = 2

/** Grows when a filled template has to be moved to be read as the one of today. */
export const templateFormat = 3
/** In the workbook's own properties and on the very hidden sheet. */
export const templateId = 'postloan.template'
