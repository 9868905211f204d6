import { body, facts, heading, listOr, listTable, paragraph, plain, type Draft } from '../word/block.ts'
import { customerFacts, findings, opening, signatures, toSupply } from './parts.ts'

export const warningNotice: Draft = {
  title: '风险预警通知书',
  page: 'report',
  blocks: [
    ...opening('风险预警通知书'),
    plain('{客户经理}：'),
    body(
      '经对截至{数据日期}的贷款台账检查，{客户名称}在本行的贷款有下列情况，需要核实和处理。现通知你，请在期限内办结并书面反馈。',
    ),
    heading('一、客户和贷款'),
    facts(customerFacts),
    listTable('借据', [
      ['借据号', 3.4, '{借据号}'],
      ['贷款品种', 3, '{贷款品种}'],
      ['余额（元）', 3.2, '{贷款余额}', 'CellRight'],
      ['到期日', 2.7, '{到期日}', 'CellCentre'],
      ['担保方式', 1.9, '{担保方式}', 'CellCentre'],
      ['五级分类', 1.8, '{五级分类}', 'CellCentre'],
      ['逾期天数', 1.8, '{分类逾期天数}', 'CellRight'],
    ]),
    ...findings('二、发现'),
    heading('三、到期事项'),
    ...listOr('应办', '没有到期事项。', [
      ['序号', 1.3, '{序号}', 'CellCentre'],
      ['事项', 9, '{事项}'],
      ['借据号', 3.5, '{借据号}'],
      ['期限', 2.5, '{期限}', 'CellCentre'],
    ]),
    heading('四、要求'),
    body('1．逐项核实，属实的按整改要求办理；不属实的写明理由，附证明材料。'),
    body('2．严重级别的发现，核实当日向主管报告，并研究是否调整风险分类、列入预警台账。'),
    body('3．整改和反馈据实填写日期，不得补造、倒填资料。'),
    paragraph('Sign', '签发人：____________　　{机构名称}'),
    paragraph('Sign', '{制发日期}'),
    heading('反馈'),
    {
      is: 'table',
      widths: [1.2, 6, 6, 2.6, 2.4],
      head: ['序号', '核实情况', '整改措施', '完成日期', '责任人'],
      rows: Array.from({ length: 4 }, () => ({ cells: ['', '', '', '', ''], height: 10 })),
    },
    signatures('客户经理签字', '主管签字'),
    ...toSupply,
  ],
}
