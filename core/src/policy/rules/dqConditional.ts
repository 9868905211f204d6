import type { Rule, RuleCase } from '../types.ts'

interface Wanted {
  readonly id: string
  readonly field: string
  readonly severity: RuleCase['severity']
  /** When this loan needs the field; elsewhere an empty cell is right. */
  readonly onlyIf: string
  /** What else must be empty too. */
  readonly also?: string
  /** Why it is wanted, as part of a sentence. */
  readonly because: string
  readonly needs: readonly string[]
  readonly optional?: RuleCase['optional']
  readonly sources: readonly string[]
}

/** Fields that only some loans need. A blank condition is taken as "not so": the other rules ask for it. */
const wanted: readonly Wanted[] = [
  {
    id: 'a',
    field: '展期到期日',
    severity: 'warning',
    onlyIf: '展期次数 > 0 or 发放类型 = "展期"',
    // with both dates of the term DQ-014 judges whether it was extended
    also: '原到期日 = null',
    because: '已办理展期',
    needs: [],
    optional: { 展期次数: 0, 发放类型: '新增', 原到期日: null },
    sources: ['R16'],
  },
  {
    id: 'b',
    field: '核销日期',
    severity: 'warning',
    onlyIf: '贷款状态 = "核销"',
    because: '贷款状态为核销',
    needs: ['贷款状态'],
    optional: { 贷款状态: '正常' },
    sources: ['R16'],
  },
  {
    id: 'c',
    field: '观察期届满日',
    severity: 'warning',
    onlyIf: '重组标志 = "是"',
    because: '重组标志为“是”',
    needs: ['重组标志'],
    optional: { 重组标志: '否' },
    sources: ['R01f'],
  },
  {
    id: 'd',
    field: '上笔借据号',
    severity: 'attention',
    onlyIf: '发放类型 in ("借新还旧", "无还本续贷")',
    because: '本笔归还或接续前一笔贷款',
    needs: ['发放类型'],
    optional: { 发放类型: '新增' },
    sources: ['R24', 'bank'],
  },
  {
    id: 'e',
    field: '受托支付金额',
    severity: 'attention',
    onlyIf: '支付方式 = "混合支付"',
    because: '支付方式为混合支付',
    needs: ['支付方式'],
    optional: { 支付方式: '自主支付' },
    sources: ['R16'],
  },
  {
    id: 'f',
    field: '证件号码',
    severity: 'attention',
    onlyIf: '客群 = "个人"',
    because: '借款人为个人',
    needs: ['客户名称'],
    sources: ['R16'],
  },
  {
    id: 'g',
    field: '统一社会信用代码',
    severity: 'attention',
    onlyIf: '客群 = "对公"',
    also: '证件号码 = null',
    because: '借款人为企业或其他组织',
    needs: ['客户名称'],
    optional: { 证件号码: null },
    sources: ['R16'],
  },
  {
    id: 'h',
    field: '授信到期日',
    severity: 'attention',
    onlyIf: '授信额度 > 0',
    because: '已登记授信额度',
    needs: ['授信额度'],
    optional: { 授信额度: 0 },
    sources: ['R16', 'bank'],
  },
  {
    id: 'i',
    field: '企业规模',
    severity: 'notice',
    onlyIf: '客群 = "对公"',
    because: '借款人为企业，现场检查频率与统一分类按规模适用',
    needs: ['客户名称'],
    sources: ['R16'],
  },
  {
    id: 'j',
    field: '审批条件落实期限',
    severity: 'notice',
    onlyIf: '审批条件 != null',
    because: '审批附有条件',
    needs: ['审批条件'],
    sources: ['S1', 'bank'],
  },
  {
    id: 'k',
    field: '逾期本金',
    severity: 'attention',
    onlyIf: '登记逾期天数 > 参数.技术性逾期天数',
    also: '应收欠息合计 = null',
    because: '已登记逾期天数',
    needs: ['登记逾期天数'],
    optional: { 登记逾期天数: 0, 应收欠息合计: null },
    sources: ['R16'],
  },
  {
    id: 'l',
    field: '联系电话',
    severity: 'notice',
    onlyIf: '客群 = "个人"',
    because: '借款人为个人，提醒与联系都要用到',
    needs: ['客户名称'],
    sources: ['S0', 'bank'],
  },
]

/** What a loan must have because of what it is or what happened to it. */
export const dqConditionalRules: readonly Rule[] = [
  {
    id: 'DQ-017',
    category: 'DQ',
    nameZh: '按情形应填的要素缺失',
    nameEn: 'Field empty that this loan needs',
    table: '借据',
    grain: '借据',
    segments: 'all',
    scope: 'openOrWrittenOff',
    note: '空着往往是对的：只在本笔需要时才提示。整改期限见 INS-011，分类调整原因见 CLS-011，失联处置见 CUS-002，清收方案见 OVD-008。',
    cases: wanted.map(
      ({ id, field, severity, onlyIf, also, because, needs, optional, sources }): RuleCase => ({
        id,
        kind: 'violation',
        severity,
        applies: onlyIf,
        when: also === undefined ? `${field} = null` : `${field} = null and ${also}`,
        message: `${because}，“${field}”为空。`,
        remedy: '补齐要素，系统与台账同步更新；情形不符的更正情形。',
        sources,
        needs: [field, ...needs],
        ...(optional ? { optional } : {}),
      }),
    ),
    examples: [
      { given: { 贷款余额: 100_000, 展期次数: 1, 展期到期日: null }, outcome: 'hit', case: 'a' },
      {
        given: { 贷款余额: 100_000, 展期次数: 0, 展期到期日: null },
        outcome: 'notApplicable',
        because: '没有展期，空着是对的',
      },
      {
        given: { 贷款余额: 100_000, 展期次数: null, 展期到期日: null },
        outcome: 'notApplicable',
        because: '展期次数空白视为没有展期',
      },
      {
        given: { 贷款余额: 0, 表内欠息: 0, 贷款状态: '核销', 核销日期: null },
        outcome: 'hit',
        case: 'b',
      },
      { given: { 贷款余额: 100_000, 重组标志: '是', 观察期届满日: null }, outcome: 'hit', case: 'c' },
      { given: { 贷款余额: 100_000, 重组标志: '是', 观察期届满日: '2027-05-01' }, outcome: 'pass' },
      { given: { 贷款余额: 100_000, 发放类型: '借新还旧', 上笔借据号: null }, outcome: 'hit', case: 'd' },
      { given: { 贷款余额: 100_000, 支付方式: '混合支付', 受托支付金额: null }, outcome: 'hit', case: 'e' },
      { given: { 客户名称: '张三', 客户类型: '个人', 证件号码: null }, outcome: 'hit', case: 'f' },
      { given: { 客户名称: '甲建材有限公司', 统一社会信用代码: null }, outcome: 'hit', case: 'g' },
      { given: { 贷款余额: 100_000, 授信额度: 500_000, 授信到期日: null }, outcome: 'hit', case: 'h' },
      { given: { 客户名称: '甲建材有限公司', 企业规模: null }, outcome: 'hit', case: 'i' },
      { given: { 客户名称: '张三', 企业规模: null }, outcome: 'notApplicable', because: '个人没有企业规模' },
      {
        given: { 贷款余额: 100_000, 审批条件: '办妥抵押登记', 审批条件落实期限: null },
        outcome: 'hit',
        case: 'j',
      },
      { given: { 贷款余额: 100_000, 逾期天数: 40, 逾期本金: null }, outcome: 'hit', case: 'k' },
      {
        given: { 贷款余额: 100_000, 逾期天数: 40, 逾期本金: null, 表内欠息: 800 },
        outcome: 'pass',
        because: '只欠利息',
      },
      {
        given: { 客户名称: null, 证件号码: null },
        outcome: 'incomplete',
        because: '不知是个人还是企业',
      },
    ],
  },
]
