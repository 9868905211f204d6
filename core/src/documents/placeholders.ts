import type { Policy, TableName } from '../policy/index.ts'
import { kindOf } from './kinds.ts'
import type { DocumentKindId } from './types.ts'

export interface Placeholder {
  readonly name: string
  /** Chinese: what stands there. */
  readonly says: string
}

export interface PlaceholderList extends Placeholder {
  readonly items: readonly Placeholder[]
  /** All fields of this table too. */
  readonly fieldsOf?: TableName
}

/** What is no field of the ledger, or is not written as the cell has it. */
export const wordPlaceholders: readonly Placeholder[] = [
  { name: '文书名称', says: '这种文书的名称' },
  { name: '银行名称', says: '由制作人给出（--bank），如 某某农村商业银行' },
  { name: '机构名称', says: '由制作人给出（--org）；没有给出时取台账的机构名称' },
  { name: '经办电话', says: '由制作人给出（--phone）' },
  { name: '经办地址', says: '由制作人给出（--address）' },
  { name: '投诉电话', says: '由制作人给出（--complaints）' },
  { name: '主管', says: '由制作人给出（--supervisor）' },
  { name: '制发日期', says: '由制作人给出（--date）；没有给出时是待填的年月日' },
  { name: '数据日期', says: '台账的数据日期，如 2026年10月31日' },
  { name: '称谓', says: '个人为“您”，单位为“贵单位”，看不出时为“贵户”' },
  { name: '送达时段', says: '可以送达和联系的时段，按参数 催收禁止起始时点、催收禁止终止时点' },
]

/** What is worked out for a document that the bank itself reads. */
export const bankPlaceholders: readonly Placeholder[] = [
  { name: '借据笔数', says: '客户未结清的借据' },
  { name: '贷款余额合计', says: '客户未结清借据的余额合计，元' },
  { name: '最差分类', says: '客户各笔中最差的五级分类' },
  { name: '最长逾期天数', says: '客户各笔中最长的逾期天数' },
  { name: '发现项数', says: '发现的项数，不含应办和豁免' },
  { name: '严重项数', says: '其中严重的项数' },
  { name: '涉及借据', says: '文书涉及的借据号' },
  { name: '制发原因', says: '为什么要制发' },
  { name: '清单类型', says: '检查清单的类型和附加类型' },
  { name: '检查阶段', says: '当前阶段和原因' },
  { name: '检查期限', says: '本阶段检查的期限' },
  { name: '检查进度', says: '如 9/17 项' },
  { name: '评分合计', says: '已评项目的得分；没有评分时为空线' },
  { name: '评分满分', says: '评分表的满分' },
  { name: '评分合格线', says: '合格分数' },
  { name: '档案进度', says: '如 5/11 份' },
]

const number: Placeholder = { name: '序号', says: '从 1 起' }

const loanAmounts: readonly Placeholder[] = [
  number,
  { name: '应还本金', says: '逾期本金；台账没有这一栏而贷款已过到期日时为贷款余额，元' },
  { name: '应还息费', says: '欠息、罚息合计，元；有一栏没有填，或没有罚息的栏目，即为空线' },
  { name: '应还款项', says: '应还本金与应还息费之和，元；缺一项即为空线' },
]

/** Of the whole letter. */
export const letterTotals: readonly Placeholder[] = [
  { name: '应还总额', says: '各笔应还款项之和，元；有一笔不能确定即为空线' },
  { name: '应还总额大写', says: '同上，中文大写' },
  { name: '到期总额', says: '将到期各笔余额之和，元' },
  { name: '到期总额大写', says: '同上，中文大写' },
]

export const letterLists: readonly PlaceholderList[] = [
  { name: '逾期借据', says: '客户逾期未结清的借据', items: loanAmounts, fieldsOf: '借据' },
  { name: '到期借据', says: '客户将在提示期内到期的借据', items: loanAmounts, fieldsOf: '借据' },
]

export const bankLists: readonly PlaceholderList[] = [
  { name: '借据', says: '客户未结清的借据（按借据制作的文书为本笔）', items: loanAmounts, fieldsOf: '借据' },
  {
    name: '发现',
    says: '检查发现，严重的在前；不含应办和豁免',
    items: [
      number,
      { name: '级别', says: '严重、警示、关注、提示' },
      { name: '类别', says: '违规或线索' },
      { name: '规则编号', says: '如 CLS-002' },
      { name: '规则名称', says: '规则的名称' },
      { name: '借据号', says: '所在借据' },
      { name: '所在行', says: '台账的行号' },
      { name: '问题', says: '哪里不对，带数值' },
      { name: '依据', says: '制度和条款，注明核对情况' },
      { name: '整改要求', says: '怎么改' },
      { name: '整改期限', says: '按参数的整改期限从数据日期起算' },
      { name: '责任人', says: '客户经理' },
    ],
  },
  {
    name: '应办',
    says: '到期事项',
    items: [
      number,
      { name: '事项', says: '要做什么' },
      { name: '借据号', says: '所在借据' },
      { name: '期限', says: '哪天前' },
    ],
  },
  {
    name: '无法判断',
    says: '缺数据而不能判断的规则',
    items: [
      number,
      { name: '规则名称', says: '哪条规则' },
      { name: '借据号', says: '所在借据' },
      { name: '缺少', says: '缺哪些栏目' },
    ],
  },
  {
    name: '检查项目',
    says: '检查清单的项目',
    items: [
      number,
      { name: '内容', says: '查什么' },
      { name: '结果', says: '台账可证明、已核实、发现问题、不适用、待核实' },
      { name: '勾选', says: '√、×、— 或 □' },
      { name: '情况', says: '台账的凭据、答复和发现' },
      { name: '核实人', says: '谁在哪天答复' },
      { name: '期限', says: '这一项的期限' },
    ],
  },
  {
    name: '缺件',
    says: '档案里缺的资料',
    items: [number, { name: '资料', says: '资料名称' }, { name: '依据', says: '哪里要求的' }],
  },
  {
    name: '待查资料',
    says: '台账没有记载、须查档的资料',
    items: [number, { name: '资料', says: '资料名称' }, { name: '依据', says: '哪里要求的' }],
  },
  {
    name: '已有资料',
    says: '台账记载已有的资料',
    items: [number, { name: '资料', says: '资料名称' }, { name: '依据', says: '哪里要求的' }],
  },
  {
    name: '评分项目',
    says: '小微企业评分表的项目',
    items: [
      number,
      { name: '组别', says: '项目分组' },
      { name: '内容', says: '评什么' },
      { name: '满分', says: '这一项的分数' },
      { name: '选项', says: '可选的情况和扣分' },
      { name: '建议', says: '台账显示的情况，供参考' },
      { name: '得分', says: '已评的分数；没有评时为空线' },
    ],
  },
  {
    name: '处置方式',
    says: '可选的处置方式',
    items: [
      { name: '组别', says: '暂时困难、风险缓释、不良处置、可回收性' },
      { name: '选项', says: '以 □ 列出，由人勾选' },
    ],
  },
  { name: '押品', says: '与本笔（客户）有关的押品', items: [number], fieldsOf: '押品' },
  { name: '保证人', says: '与本笔（客户）有关的保证人', items: [number], fieldsOf: '保证人' },
  { name: '财务', says: '客户最近几期的财务指标，新的在前', items: [number], fieldsOf: '财务' },
  { name: '预警', says: '客户在预警台账中的记录', items: [number], fieldsOf: '预警' },
  { name: '催收', says: '催收台账中的记录，新的在前', items: [number], fieldsOf: '催收' },
  {
    name: '待补',
    says: '台账没有写、文书留作空线的栏目',
    items: [
      { name: '项目', says: '栏目名称' },
      { name: '处数', says: '空了几处' },
    ],
  },
]

/** Fields that may stand in a letter: the contract's own terms and what is owed, nothing of what the bank thinks. */
export const letterFields: readonly string[] = [
  '客户名称',
  '客户经理',
  '合同号',
  '借据号',
  '贷款品种',
  '合同金额',
  '贷款金额',
  '贷款余额',
  '放款日期',
  '到期日',
  '有效到期日',
  '距到期天数',
  '执行利率',
  '还款方式',
  '账号',
  '逾期天数',
  '分类逾期天数',
  '逾期起始日',
  '逾期本金',
  '表内欠息',
  '表外欠息',
  '罚息',
  '应收欠息合计',
  '下期还款日',
  '下期应还本金',
]

/** What names may stand where; lists hold their own. */
export interface Scope {
  readonly names: ReadonlyMap<string, string>
  readonly lists: ReadonlyMap<string, Scope & { readonly says: string }>
}

/** The names that a template of this kind may use. */
export function scopeOf(kind: DocumentKindId, policy: Policy): Scope {
  const forCustomer = kindOf(kind).reader === 'customer'
  const perLoan = kindOf(kind).per === '借据'
  const fieldsOf = (table: TableName): readonly Placeholder[] =>
    policy.fields
      .filter((field) => field.tables.includes(table))
      .filter(({ name }) => !forCustomer || letterFields.includes(name))
      .map(({ name, derived, unit, note }) => ({ name, says: derived?.how ?? note ?? unit ?? '' }))
  const lists = forCustomer ? letterLists : [...letterLists, ...bankLists]
  // of a customer only what is the same for all its loans
  const own = fieldsOf('借据').filter(({ name }) => perLoan || aboutCustomer.has(name))
  return {
    names: namesOf([
      ...own,
      ...wordPlaceholders,
      ...(forCustomer ? [] : bankPlaceholders),
      ...letterTotals,
      ...lists.map(({ name }) => ({ name: `有${name}`, says: '有没有这个清单的内容，用作条件' })),
    ]),
    lists: new Map(
      lists.map(({ name, says, items, fieldsOf: table }) => [
        name,
        { says, names: namesOf([...(table ? fieldsOf(table) : []), ...items]), lists: new Map() },
      ]),
    ),
  }
}

function namesOf(list: readonly Placeholder[]): ReadonlyMap<string, string> {
  return new Map(list.map(({ name, says }) => [name, says]))
}

/** Fields of 借据 that speak of the customer, not of one loan. */
export const aboutCustomer: ReadonlySet<string> = new Set([
  '数据日期',
  '机构号',
  '机构名称',
  '客户经理工号',
  '客户经理',
  '客户编号',
  '客户名称',
  '客户类型',
  '企业规模',
  '所属行业',
  '成立日期',
  '证件类型',
  '证件号码',
  '统一社会信用代码',
  '法定代表人',
  '实际控制人',
  '联系电话',
  '联系地址',
  '主营业务',
  '所属集团',
  '联系状态',
  '内部评级',
  '客户风险等级',
  '预警颜色',
  '客户管理分类',
  '授信额度',
  '已用额度',
  '授信到期日',
  '客群',
  '是否小微',
  '同户最差分类',
  '同户余额合计',
  '集团余额合计',
])
