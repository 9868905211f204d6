import type { RuleCategory } from './types.ts'

/** What each category of rules is about, in the order they are shown. */
export const ruleCategories: Readonly<Record<RuleCategory, string>> = {
  DQ: '数据质量',
  INS: '贷后检查',
  USE: '资金用途',
  EWS: '风险预警',
  CLS: '风险分类',
  PRV: '拨备',
  COL: '押品',
  GUA: '担保',
  OVD: '逾期催收',
  EXT: '展期与续贷',
  ARC: '档案',
  CUS: '客户',
  CMP: '合规',
  M: '补充事项',
  B: '只有基本栏目的台账',
  OWN: '本行自定',
}
