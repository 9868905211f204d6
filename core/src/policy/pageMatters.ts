import type { TableName } from './types.ts'

/** What a page is about, and what some words mean on it that mean another thing or nothing elsewhere. */
export interface PageMatter {
  readonly name: string
  /** Words of its title or heading. */
  readonly titles: readonly string[]
  /** The register whose row the page shows beside the loan. */
  readonly table?: TableName
  /** Field key by label; null: none of ours here. Other ways of writing a label count as the label. */
  readonly means: Readonly<Record<string, string | null>>
  /** As `means`, where no label that says it better stands on the page. */
  readonly meansElse?: Readonly<Record<string, string>>
}

/** Tried in this order: the narrower first. */
export const pageMatters: readonly PageMatter[] = [
  {
    name: '首次检查',
    titles: ['首次检查', '首次贷后检查', '首次跟踪', '首检', '首贷检查', '放款后检查'],
    means: { 检查日期: 'firstCheckDate' },
  },
  {
    name: '资金用途',
    titles: ['资金用途', '资金流向', '用途跟踪', '用途检查', '用途核查', '资金跟踪', '支付跟踪', 'Fund trac'],
    table: '支付',
    means: {
      检查日期: 'fundTraceDate',
      检查结论: 'fundTraceResult',
      检查情况说明: null,
      账户名称: 'accountName',
    },
  },
  {
    name: '展期',
    titles: ['展期'],
    means: { 申请日期: 'extensionApplyDate', 办理日期: 'extensionDate' },
    meansElse: { 原借据号: 'loanNo' },
  },
  {
    name: '押品',
    titles: ['押品', '抵押物', '抵质押', '质押物'],
    table: '押品',
    means: { 检查日期: 'collateralCheckDate', 登记日期: 'registrationDate', 登记编号: 'registrationNo' },
  },
  {
    name: '分类',
    titles: ['五级分类', '风险分类', '分类认定', '资产分类'],
    means: {},
    meansElse: {
      客户经理初分结果: 'fiveClass',
      五级分类初分: 'fiveClass',
      五级分类初分结果: 'fiveClass',
      初分结果: 'fiveClass',
      初分日期: 'classDate',
    },
  },
  {
    name: '催收',
    titles: ['催收', '清收', '不良贷款', '逾期贷款处置'],
    table: '催收',
    means: {
      与借款人关系: 'contactRelation',
      是否失联: 'debtorUnreachable',
      借款人是否失联: 'debtorUnreachable',
    },
  },
  {
    name: '预警',
    titles: ['预警', '风险信号'],
    table: '预警',
    means: { 预警等级: 'warningLevel', 责任人: 'warningOwner' },
  },
  {
    name: '保证人',
    titles: ['保证人', '担保人'],
    table: '保证人',
    means: { 检查日期: 'guarantorCheckDate', 联系状态: 'guarantorContactStatus' },
  },
  {
    name: '例行检查',
    titles: ['例行检查', '日常检查', '定期检查', '常规检查', '贷后检查', '现场检查'],
    table: '财务',
    means: { 检查日期: 'lastCheckDate' },
  },
  { name: '客户', titles: ['客户信息', '客户概况', '财务信息', '财务报表'], table: '财务', means: {} },
]

/** What holds on every page, behind all else. */
export const anyPage: PageMatter = {
  name: '信贷系统',
  titles: [],
  means: {},
  meansElse: { 起息日: 'disburseDate' },
}
