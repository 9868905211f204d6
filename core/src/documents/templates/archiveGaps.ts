import { body, facts, heading, listOr, type Draft } from '../word/block.ts'
import { opening, signatures, toSupply } from './parts.ts'

const columns = [
  ['序号', 1.3, '{序号}', 'CellCentre'],
  ['资料名称', 6, '{资料}'],
  ['依据', 6.4, '{依据}'],
] as const

export const archiveGaps: Draft = {
  title: '档案缺件清单',
  page: 'report',
  blocks: [
    ...opening('信贷档案缺件清单'),
    facts([
      ['客户名称', '{客户名称}'],
      ['借据号', '{借据号}'],
      ['合同号', '{合同号}'],
      ['贷款品种', '{贷款品种}'],
      ['放款日期', '{放款日期}'],
      ['客户经理', '{客户经理}'],
    ]),
    body('按{清单类型}应有的档案资料核对，台账已见 {档案进度}。'),
    heading('一、缺件'),
    ...listOr('缺件', '台账没有显示缺件。', [...columns, ['补齐日期', 2.4, ''], ['补件人', 2, '']]),
    heading('二、台账没有记载，须查档'),
    ...listOr('待查资料', '没有。', [
      ...columns,
      ['查档结果', 2.4, '□有 □无', 'CellCentre'],
      ['查档人', 2, ''],
    ]),
    heading('三、台账记载已有'),
    ...listOr('已有资料', '台账没有记载。', columns),
    heading('四、办理要求'),
    body('缺件按实际取得的日期归档，不得补造、倒填；确实不能取得的，写明原因报主管，由主管决定补救办法。'),
    signatures('客户经理', '档案管理员'),
    ...toSupply,
  ],
}
