import { note, paragraph, type Block } from '../word/block.ts'

/** Proof of delivery on a page of its own, which the bank keeps. */
export function receipt(letter: string): readonly Block[] {
  const label = (text: string) => ({ text, style: 'CellLabel' }) as const
  return [
    { ...paragraph('Title', '送达回执'), newPage: true },
    paragraph('Number', '编号：____________'),
    {
      is: 'table',
      widths: [4, 6, 3.4, 5],
      look: 'facts',
      rows: [
        { cells: [label('送达文书'), { text: letter, span: 3 }], height: 10 },
        { cells: [label('受送达人'), { text: '{客户名称}', span: 3 }], height: 10 },
        { cells: [label('送达地址'), { text: '', span: 3 }], height: 12 },
        {
          cells: [
            label('送达方式'),
            { text: '□ 当面　□ 邮寄　□ 电子送达（合同约定）　□ 公证　□ 其他：____', span: 3 },
          ],
          height: 10,
        },
        { cells: [label('送达时间'), { text: '____年__月__日__时__分（{送达时段}）', span: 3 }], height: 10 },
        { cells: [label('受送达人签字（盖章）'), '', label('签收日期'), '____年__月__日'], height: 18 },
        { cells: [label('代收人和代收理由'), { text: '', span: 3 }], height: 14 },
        { cells: [label('未能送达的情况'), { text: '', span: 3 }], height: 18 },
        { cells: [label('送达人（两人）'), '', label('见证人'), ''], height: 14 },
      ],
    },
    note(
      '代收限法律规定或合同约定可以代收的人；向其他人员只能请其转告受送达人与我行联系，不得告知欠款情况。本回执由送达人带回存档。',
    ),
  ]
}
