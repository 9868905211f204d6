import { body, facts, heading, listOr, type Draft } from '../word/block.ts'
import { reportBegin, reportEnd, written } from './parts.ts'

export const smallBusinessReport: Draft = {
  title: '贷后检查报告（小微企业）',
  page: 'report',
  blocks: [
    ...reportBegin('贷后检查报告（小微企业）'),
    facts([
      ['最近检查', '{最近检查日期}'],
      ['最近现场检查', '{最近现场检查日期}'],
      ['本次检查日期', '____年__月__日'],
      ['本次检查方式', '□ 现场　□ 线上数据'],
    ]),
    heading('二、评分'),
    body('按建议的情况和现场核实逐项评分，满分 {评分满分} 分，{评分合格线} 分合格。合计得分：{评分合计}。'),
    ...listOr('评分项目', '没有评分表。', [
      ['序号', 1.3, '{序号}', 'CellCentre'],
      ['项目', 5, '{内容}'],
      ['满分', 1.3, '{满分}', 'CellCentre'],
      ['情况和扣分', 4.2, '{选项}'],
      ['台账显示', 4.6, '{建议}'],
      ['得分', 1.5, '{得分}', 'CellCentre'],
    ]),
    heading('三、经营场所、现金流和征信'),
    written('经营是否正常、场所有无变化，水电、流水、进销货和纳税凭证，实际控制人情况：', 24),
    ...reportEnd(4),
  ],
}
