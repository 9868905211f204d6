import { body, facts, heading, listOr, listTable, paragraph, type Draft } from '../word/block.ts'
import { customerFacts, findings, opening, security, toSupply, written } from './parts.ts'

const blankRows = (count: number, cells: number, height: number) =>
  Array.from({ length: count }, () => ({ cells: Array.from({ length: cells }, () => ''), height }))

export const casePlan: Draft = {
  title: '一户一策方案',
  page: 'report',
  blocks: [
    ...opening('一户一策处置方案'),
    heading('一、客户和贷款'),
    facts([...customerFacts, ['最差分类', '{最差分类}'], ['最长逾期', '{最长逾期天数} 天']]),
    listTable('借据', [
      ['借据号', 3.2, '{借据号}'],
      ['余额（元）', 3, '{贷款余额}', 'CellRight'],
      ['到期日', 2.8, '{到期日}', 'CellCentre'],
      ['担保方式', 1.8, '{担保方式}', 'CellCentre'],
      ['五级分类', 1.7, '{五级分类}', 'CellCentre'],
      ['逾期天数', 1.6, '{分类逾期天数}', 'CellRight'],
      ['应还息费（元）', 2.8, '{应还息费}', 'CellRight'],
    ]),
    body('制定本方案的原因：{制发原因}。'),
    ...findings('二、风险状况'),
    ...security('三、担保'),
    heading('四、已采取的措施'),
    ...listOr('预警', '预警台账没有这一户的记录。', [
      ['预警日期', 2.8, '{预警日期}', 'CellCentre'],
      ['预警信号', 4.6, '{预警信号}'],
      ['处置措施', 5, '{处置措施}'],
      ['责任人', 2, '{责任人}', 'CellCentre'],
      ['处置时限', 2.8, '{处置时限}', 'CellCentre'],
    ]),
    ...listOr('催收', '催收台账没有这一户的记录。', [
      ['催收日期', 2.8, '{最近催收日期}', 'CellCentre'],
      ['方式', 2.2, '{催收方式}', 'CellCentre'],
      ['承诺还款日', 2.8, '{承诺还款日}', 'CellCentre'],
      ['清收方案', 6, '{清收方案}'],
    ]),
    heading('五、成因和可回收性'),
    written('风险成因（经营、市场、管理、担保、意愿，据实写明）：', 22),
    written('还款来源和还款意愿：', 18),
    heading('六、处置方式（勾选）'),
    listTable('处置方式', [
      ['类别', 2.6, '{组别}', 'CellCentre'],
      ['选项', 13, '{选项}'],
    ]),
    heading('七、分步措施'),
    {
      is: 'table',
      widths: [1.1, 7, 2.6, 2.6, 4],
      head: ['序号', '措施和目标', '责任人', '完成时限', '进展'],
      rows: blankRows(5, 5, 11),
    },
    body('清收用语和方式须合规：不在禁止的时段联系，不向无关第三人透露债务，不得威胁、骚扰、公开欠款。'),
    heading('八、审批'),
    {
      is: 'table',
      widths: [3, 8, 3, 4],
      look: 'facts',
      rows: ['经办人', '主管', '有权审批人'].map((who) => ({
        cells: [
          { text: `${who}意见`, style: 'CellLabel' },
          '',
          { text: '签字、日期', style: 'CellLabel' },
          '',
        ],
        height: 16,
      })),
    },
    paragraph('Sign', '{机构名称}　　{制发日期}'),
    ...toSupply,
  ],
}
