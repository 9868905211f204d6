import { body, facts, heading, listOr, type Draft } from '../word/block.ts'
import { reportBegin, reportEnd, written } from './parts.ts'

export const companyReport: Draft = {
  title: '贷后检查报告（公司类）',
  page: 'report',
  blocks: [
    ...reportBegin('贷后检查报告（公司类）'),
    heading('二、检查安排'),
    facts([
      ['最近检查', '{最近检查日期}'],
      ['最近现场检查', '{最近现场检查日期}'],
      ['本次检查日期', '____年__月__日'],
      ['本次检查方式', '□ 现场　□ 非现场'],
      ['受访人和职务', ''],
      ['检查期限', '{检查期限}'],
    ]),
    heading('三、经营和财务'),
    ...listOr('财务', '财务台账没有这一户的报表，请取得最近的报表后分析。', [
      ['报告期', 2.2, '{报告期}', 'CellCentre'],
      ['资产总额（元）', 3.2, '{资产总额}', 'CellRight'],
      ['负债总额（元）', 3.2, '{负债总额}', 'CellRight'],
      ['营业收入（元）', 3.2, '{营业收入}', 'CellRight'],
      ['净利润（元）', 3, '{净利润}', 'CellRight'],
      ['经营现金流净额（元）', 3.2, '{经营现金流净额}', 'CellRight'],
    ]),
    written('生产经营、上下游、存货和应收账款、开工和用工（写所见所闻和取得的凭证）：', 24),
    written('重大事项：股权、管理层、投资、对外担保、诉讼、他行负债：', 18),
    heading('四、资金用途和还款来源'),
    body('合同用途：{合同用途}。台账登记的资金流向检查日期：{资金流向检查日期}，结论：{资金流向检查结论}。'),
    written('逐笔核对付款对象、金额、凭证；第一还款来源和归行情况：', 20),
    ...reportEnd(5),
  ],
}
