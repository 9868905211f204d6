import type { Rule, RuleCase } from '../types.ts'

/** What every open loan has to have (which of them count is a parameter), and where it is rightly blank. */
const required: readonly {
  readonly field: string
  readonly also?: string
  readonly optional?: RuleCase['optional']
}[] = [
  { field: '客户名称' },
  { field: '贷款金额' },
  { field: '贷款余额' },
  { field: '放款日期' },
  { field: '到期日', also: 'not(产品族 in ("垫款", "透支", "信用卡"))', optional: { 产品族: '其他' } },
  { field: '五级分类', also: '产品族 != "委托"', optional: { 产品族: '其他' } },
  { field: '担保方式', also: 'not(产品族 in ("垫款", "贴现"))', optional: { 产品族: '其他' } },
  { field: '贷款用途', also: 'not(产品族 in ("垫款", "贴现", "信用卡"))', optional: { 产品族: '其他' } },
  { field: '执行利率', also: 'not(产品族 in ("垫款", "委托"))', optional: { 产品族: '其他' } },
  { field: '客户经理工号', also: '客户经理 = null', optional: { 客户经理: null } },
]

/** Data quality: what every loan must have. */
export const dqRequiredRules: readonly Rule[] = [
  {
    id: 'DQ-002',
    category: 'DQ',
    nameZh: '关键字段缺失',
    nameEn: 'Mandatory field empty',
    table: '借据',
    grain: '借据',
    segments: 'all',
    cases: required.map(({ field, also, optional }, position): RuleCase => ({
      id: String.fromCodePoint(97 + position),
      kind: 'violation',
      severity: position < 6 ? 'warning' : 'attention',
      applies: `list contains(参数.必填字段, "${field}")${also ? ` and ${also}` : ''}`,
      when: `${field} = null`,
      message: `必填要素“${field}”为空。`,
      remedy: '补齐缺失要素，系统与台账同步更新。',
      sources: ['R16', 'S2'],
      needs: [field],
      ...(optional ? { optional } : {}),
    })),
    examples: [
      { given: { 贷款余额: 100_000, 贷款金额: null }, outcome: 'hit', case: 'b' },
      { given: { 贷款余额: null }, outcome: 'hit', case: 'c' },
      { given: { 贷款余额: 100_000, 放款日期: null }, outcome: 'hit', case: 'd' },
      { given: { 贷款余额: 100_000, 到期日: null }, outcome: 'hit', case: 'e' },
      { given: { 贷款余额: 100_000, 担保方式: null }, outcome: 'hit', case: 'g' },
      { given: { 贷款余额: 100_000, 贷款用途: null }, outcome: 'hit', case: 'h' },
      { given: { 贷款余额: 100_000, 执行利率: null }, outcome: 'hit', case: 'i' },
      { given: { 客户名称: '甲公司', 贷款余额: 100_000, 五级分类: null }, outcome: 'hit', case: 'f' },
      { given: { 客户名称: null, 贷款余额: 100_000 }, outcome: 'hit', case: 'a' },
      { given: { 贷款余额: 100_000, 客户经理工号: null, 客户经理: null }, outcome: 'hit', case: 'j' },
      {
        given: { 贷款余额: 100_000, 客户经理工号: null, 客户经理: '王某' },
        outcome: 'pass',
        because: '有客户经理姓名，不是悬空。',
      },
      { given: { 客户名称: '甲公司', 贷款余额: 100_000, 五级分类: '正常' }, outcome: 'pass' },
      {
        given: { 贷款余额: 100_000, 五级分类: null, 贷款品种: '委托贷款' },
        outcome: 'pass',
        because: '委托贷款不作五级分类。',
      },
      {
        given: { 贷款余额: 0, 表内欠息: 0, 表外欠息: 0, 罚息: 0, 五级分类: null },
        outcome: 'notApplicable',
        because: '已结清。',
      },
    ],
  },
  {
    id: 'DQ-012',
    category: 'DQ',
    nameZh: '代码值不合法',
    nameEn: 'Code value outside list',
    table: '借据',
    grain: '借据',
    segments: 'all',
    scope: 'any',
    cases: [
      {
        id: 'a',
        kind: 'violation',
        severity: 'notice',
        when: '码值不明字段 != null',
        message: '{码值不明字段} 的值不在标准码表内。',
        remedy: '按标准码值填报；填“其他”的写明具体内容。',
        sources: ['R16'],
        needs: ['码值不明字段'],
      },
    ],
    examples: [
      { given: { 贷款余额: 100_000, 担保方式: null, 码值不明字段: '担保方式' }, outcome: 'hit' },
      { given: { 贷款余额: 100_000, 担保方式: null }, outcome: 'pass' },
      { given: { 贷款余额: 100_000, 担保方式: '抵押', 五级分类: '正常' }, outcome: 'pass' },
    ],
    note: '同义写法和数字代码先归并到标准值，归并不了的才提示；贷款品种按原文保留，不在此列。',
  },
]
