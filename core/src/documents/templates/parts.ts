import { messages } from '../messages.ts'
import {
  body,
  facts,
  heading,
  keep,
  listOr,
  listTable,
  note,
  paragraph,
  plain,
  title,
  type Block,
  type Table,
} from '../word/block.ts'

/** Parts that several documents for the bank itself share. */

export const confidential = paragraph('Note', '内部资料，不得提供给客户和无关人员')

export const opening = (name: string): readonly Block[] => [
  confidential,
  title(name),
  paragraph('Number', '编号：__________　　数据日期：{数据日期}'),
]

export const findingsTable = listTable('发现', [
  ['序号', 1.5, '{序号}', 'CellCentre'],
  ['级别', 1.4, '{级别}', 'CellCentre'],
  ['借据号', 2.8, '{借据号}'],
  ['问题和依据', 7, '{问题}\n依据：{依据}'],
  ['整改要求', 4.4, '{整改要求}'],
  ['整改期限', 2.7, '{整改期限}', 'CellCentre'],
  ['责任人', 1.8, '{责任人}', 'CellCentre'],
])

/** What was found, or that nothing was; what could not be decided is never left out. */
export const findings = (name: string): readonly Block[] => [
  heading(name),
  plain('{#有发现}'),
  keep(body('台账检查发现 {发现项数} 项，其中严重 {严重项数} 项。“线索”须由经办人核实，未核实前不作定性。')),
  findingsTable,
  plain('{/有发现}'),
  plain('{^有发现}'),
  body('台账检查没有发现问题。'),
  plain('{/有发现}'),
  plain('{#有无法判断}'),
  keep(body('下列规则缺少数据，不能判断，不算通过，也不算违规：')),
  listTable('无法判断', [
    ['序号', 1.3, '{序号}', 'CellCentre'],
    ['规则', 7, '{规则名称}'],
    ['借据号', 3.5, '{借据号}'],
    ['缺少什么', 7, '{缺少}'],
  ]),
  plain('{/有无法判断}'),
]

export const checkItems = (name: string): readonly Block[] => [
  heading(name),
  keep(body('清单类型：{清单类型}。检查阶段：{检查阶段}。进度 {检查进度}。')),
  ...listOr('检查项目', '本笔贷款目前没有要逐项核实的内容。', [
    ['序号', 1.3, '{序号}', 'CellCentre'],
    ['检查内容', 6.6, '{内容}'],
    ['结果', 2.6, '{勾选} {结果}', 'CellCentre'],
    ['情况', 6.6, '{情况}'],
    ['核实人', 2.2, '{核实人}', 'CellCentre'],
  ]),
]

export const security = (name: string): readonly Block[] => [
  heading(name),
  ...listOr('押品', '台账没有登记与本笔有关的押品。', [
    ['押品', 4, '{押品名称}'],
    ['类型', 2.4, '{押品类型}', 'CellCentre'],
    ['最新估值（元）', 3.4, '{最新估值}', 'CellRight'],
    ['估值日期', 2.6, '{估值日期}', 'CellCentre'],
    ['登记证号', 3.4, '{登记证号}'],
    ['状态', 1.8, '{押品状态}', 'CellCentre'],
  ]),
  ...listOr('保证人', '台账没有登记与本笔有关的保证人。', [
    ['保证人', 5, '{保证人名称}'],
    ['保证方式', 2.6, '{保证方式}', 'CellCentre'],
    ['担保金额（元）', 3.6, '{担保金额}', 'CellRight'],
    ['检查日期', 2.8, '{保证人检查日期}', 'CellCentre'],
    ['联系状态', 2.4, '{保证人联系状态}', 'CellCentre'],
  ]),
  written('现场核对押品存续、占用、保管、保险和保证人的意愿、能力：', 16),
]

export const loanFacts: Table = facts([
  ['客户名称', '{客户名称}'],
  ['客户编号', '{客户编号}'],
  ['借据号', '{借据号}'],
  ['合同号', '{合同号}'],
  ['贷款品种', '{贷款品种}'],
  ['担保方式', '{担保方式}'],
  ['贷款金额', '{贷款金额} 元'],
  ['贷款余额', '{贷款余额} 元'],
  ['放款日期', '{放款日期}'],
  ['到期日', '{到期日}'],
  ['执行利率', '{执行利率}%'],
  ['还款方式', '{还款方式}'],
  ['五级分类', '{五级分类}'],
  ['逾期天数', '{分类逾期天数} 天'],
  ['贷款用途', '{贷款用途}'],
  ['客户经理', '{客户经理}'],
])

/** A customer with all her loans. */
export const customerFacts: readonly (readonly [string, string])[] = [
  ['客户名称', '{客户名称}'],
  ['客户编号', '{客户编号}'],
  ['经办机构', '{机构名称}'],
  ['客户经理', '{客户经理}'],
  ['未结清借据', '{借据笔数} 笔'],
  ['余额合计', '{贷款余额合计} 元'],
]

/** Two names to sign by hand, each with room. */
export function signatures(left: string, right: string): Table {
  const label = (text: string) => ({ text, style: 'CellLabel' }) as const
  return {
    is: 'table',
    widths: [3, 6, 3, 6],
    look: 'facts',
    rows: [
      { cells: [label(left), '', label(right), ''], height: 11 },
      { cells: [label('日期'), messages.blankDay, label('日期'), messages.blankDay], height: 9 },
    ],
  }
}

/** Room to write what only a person who was there can know. */
export function written(prompt: string, height: number): Table {
  return { is: 'table', widths: [1], rows: [{ cells: [{ text: prompt, top: true }], height }] }
}

/** Conclusion and signatures of a report: two persons, as the principle of four eyes wants. */
export const conclusion: readonly Block[] = [
  written('检查结论（□ 正常　□ 需关注　□ 需预警）和理由：', 22),
  written('建议措施：', 16),
  signatures('检查人签字', '复核人签字'),
  written('主管意见：', 16),
  note('检查情况和日期据实填写，不得补造、倒填。'),
]

const numerals = '一二三四五六七八九'

/** How every inspection report begins: what it is, and the loan. */
export const reportBegin = (name: string): readonly Block[] => [
  ...opening(name),
  heading('一、贷款情况'),
  loanFacts,
]

/** How every inspection report ends, its headings numbered from `first`. */
export const reportEnd = (first: number): readonly Block[] => {
  const [at, items, found, last] = [0, 1, 2, 3].map((more) => numerals[first - 1 + more])
  return [
    ...security(`${at}、担保`),
    ...checkItems(`${items}、检查项目`),
    ...findings(`${found}、台账检查发现`),
    heading(`${last}、结论`),
    ...conclusion,
    ...toSupply,
  ]
}

/** What was left blank, so that nobody overlooks it. */
export const toSupply: readonly Block[] = [
  plain('{#有待补}'),
  heading('待补'),
  keep(body('台账没有写下列内容，文中留作空线（____），请核实后补填，并补录台账：')),
  listTable('待补', [
    ['栏目', 6, '{项目}'],
    ['空线（处）', 2.4, '{处数}', 'CellCentre'],
    ['核实结果', 6, ''],
    ['核实人', 2.6, ''],
  ]),
  plain('{/有待补}'),
]
