import { keep, listTable, note, paragraph, title, type Draft } from '../word/block.ts'
import { receipt } from './letterParts.ts'

const text = (words: string) => paragraph('LetterBody', words)

/** To the borrower only: what is owed, how to pay, whom to ask. Nothing of classes, findings or other persons. */
export const collectionNotice: Draft = {
  title: '催收通知书',
  page: 'letter',
  blocks: [
    title('贷款催收通知书'),
    paragraph('Number', '编号：____________'),
    paragraph('LetterPlain', '{客户名称}：'),
    text('{称谓}与我行签订的下列合同项下贷款，截至{数据日期}有款项到期未还。现通知如下：'),
    listTable('逾期借据', [
      ['合同号', 3.9, '{合同号}'],
      ['借据号', 3.7, '{借据号}'],
      ['到期日', 2.7, '{到期日}', 'CellCentre'],
      ['应还本金（元）', 2.8, '{应还本金}', 'CellRight'],
      ['应还利息、罚息（元）', 2.8, '{应还息费}', 'CellRight'],
      ['逾期天数', 1.5, '{分类逾期天数}', 'CellRight'],
    ]),
    text(
      '以上应还款项合计{应还总额}元（大写：人民币{应还总额大写}）。息费算至{数据日期}，此后依合同继续计算，以还款当日我行系统记录为准。',
    ),
    text('请{称谓}于____年__月__日前，将应还款项存入合同约定的还款账户，或到我行营业网点办理还款。'),
    text(
      '如确有困难，请尽早与我行联系，商定还款安排；如已经还款，或对金额有异议，请携凭证与我行核对，核对无误后我行即予更正。',
    ),
    text('到期未还、也未与我行商定安排的，我行将按照合同约定和法律规定办理。'),
    text(
      '联系人：{客户经理}（我行工作人员，可要求其出示工作证件）；联系电话：{经办电话}；地址：{经办地址}。咨询和投诉电话：{投诉电话}。',
    ),
    keep(note('本函只送达借款人本人（本单位）。请勿向任何个人账户转账还款，还款以我行出具的凭证为准。')),
    keep(paragraph('Sign', '{银行名称}{机构名称}（盖章）')),
    paragraph('Sign', '{制发日期}'),
    ...receipt('贷款催收通知书'),
  ],
}
