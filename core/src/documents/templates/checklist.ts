import { body, facts, heading, listOr, type Draft } from '../word/block.ts'
import { checkItems, opening, signatures, toSupply } from './parts.ts'

export const checklist: Draft = {
  title: '贷后检查清单',
  page: 'report',
  blocks: [
    ...opening('贷后检查清单'),
    facts([
      ['客户名称', '{客户名称}'],
      ['借据号', '{借据号}'],
      ['贷款品种', '{贷款品种}'],
      ['贷款余额', '{贷款余额} 元'],
      ['放款日期', '{放款日期}'],
      ['到期日', '{到期日}'],
      ['检查期限', '{检查期限}'],
      ['客户经理', '{客户经理}'],
    ]),
    ...checkItems('一、检查项目'),
    body('√ 台账可证明或已核实　× 发现问题　— 不适用　□ 待核实'),
    heading('二、信贷档案'),
    body('台账已见 {档案进度}。'),
    ...listOr('缺件', '台账没有显示缺件。', [
      ['序号', 1.3, '{序号}', 'CellCentre'],
      ['缺件', 7, '{资料}'],
      ['依据', 8, '{依据}'],
    ]),
    ...listOr('待查资料', '没有须查档的资料。', [
      ['序号', 1.3, '{序号}', 'CellCentre'],
      ['台账没有记载，须查档', 7, '{资料}'],
      ['依据', 8, '{依据}'],
    ]),
    signatures('检查人', '复核人'),
    ...toSupply,
  ],
}
