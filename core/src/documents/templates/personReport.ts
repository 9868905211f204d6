import { body, facts, heading, listOr, type Draft } from '../word/block.ts'
import { reportBegin, reportEnd, written } from './parts.ts'

export const personReport: Draft = {
  title: '贷后检查报告（个人类）',
  page: 'report',
  blocks: [
    ...reportBegin('贷后检查报告（个人类）'),
    heading('二、检查安排'),
    facts([
      ['证件号码', '{证件号码}'],
      ['联系电话', '{联系电话}'],
      ['最近跟踪', '{最近跟踪日期}'],
      ['最近检查', '{最近检查日期}'],
      ['本次检查日期', '____年__月__日'],
      ['本次检查方式', '□ 见面　□ 电话　□ 非现场'],
    ]),
    heading('三、还本付息'),
    facts([
      ['最近还款日', '{最近还款日}'],
      ['下期还款日', '{下期还款日}'],
      ['逾期天数', '{分类逾期天数} 天'],
      ['欠息、罚息合计', '{应收欠息合计} 元'],
    ]),
    body('催收台账的记录：'),
    ...listOr('催收', '催收台账没有这一户的记录。', [
      ['催收日期', 2.6, '{最近催收日期}', 'CellCentre'],
      ['方式', 2.4, '{催收方式}', 'CellCentre'],
      ['承诺还款日', 2.8, '{承诺还款日}', 'CellCentre'],
      ['记录', 7, '{催收记录}'],
    ]),
    heading('四、借款人情况'),
    written('职业和收入、居住和联系方式有无变化，家庭重大事件，还款意愿：', 22),
    written('贷款用途核实（看凭证、看实物）和资金去向：', 18),
    ...reportEnd(5),
  ],
}
