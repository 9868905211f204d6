import { keep, listTable, note, paragraph, title, type Draft } from '../word/block.ts'
import { receipt } from './letterParts.ts'

const text = (words: string) => paragraph('LetterBody', words)

export const maturityNotice: Draft = {
  title: '到期提示函',
  page: 'letter',
  blocks: [
    title('贷款到期提示函'),
    paragraph('Number', '编号：____________'),
    paragraph('LetterPlain', '{客户名称}：'),
    text('感谢{称谓}对我行的支持。{称谓}与我行签订的下列合同项下贷款即将到期，特此提示：'),
    listTable('到期借据', [
      ['合同号', 3.8, '{合同号}'],
      ['借据号', 3.6, '{借据号}'],
      ['贷款余额（元）', 3.4, '{贷款余额}', 'CellRight'],
      ['到期日', 3.2, '{有效到期日}', 'CellCentre'],
      ['距到期（天）', 2, '{距到期天数}', 'CellRight'],
    ]),
    text(
      '以上余额合计{到期总额}元（大写：人民币{到期总额大写}），为截至{数据日期}的本金，利息另计，以到期日我行系统记录为准。',
    ),
    text('请{称谓}提前安排资金，在到期日营业结束前存入合同约定的还款账户，以便按时归还。'),
    text(
      '拟申请展期或续贷的，请在到期日前提出书面申请并提供资料，我行按规定审核后答复；提出申请不等于已经同意。',
    ),
    text('如已作安排，请不必理会本函。'),
    text('联系人：{客户经理}；联系电话：{经办电话}；地址：{经办地址}。咨询和投诉电话：{投诉电话}。'),
    keep(note('本函只送达借款人本人（本单位）。请勿向任何个人账户转账还款。')),
    keep(paragraph('Sign', '{银行名称}{机构名称}（盖章）')),
    paragraph('Sign', '{制发日期}'),
    ...receipt('贷款到期提示函'),
  ],
}
