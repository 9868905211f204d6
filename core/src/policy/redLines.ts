export interface RedLine {
  /** 1 … 7. */
  readonly id: number
  readonly name: string
  /** Ids of the rules whose findings touch it. */
  readonly rules: readonly string[]
  /** Source ids. */
  readonly sources: readonly string[]
}

/** Shown wherever the lines are: nobody has published these six. */
export const redLinesNote =
  '六条红线由本产品根据常见处罚事由归纳，不是监管原文；第七条依催收指引增列。触及红线的发现仍须人工核实。'

/**
 * Red lines of post-loan work, derived by us from what branches are fined for (S0) and from the guidance on collection
 * (R26). A rule stands under each line that its finding may touch.
 */
export const redLines: readonly RedLine[] = [
  {
    id: 1,
    name: '不得漏检、假检',
    rules: ['INS-001', 'INS-003', 'INS-004', 'INS-008', 'INS-009'],
    sources: ['S0', 'bank'],
  },
  { id: 2, name: '不得迟报、隐瞒风险', rules: ['EWS-008', 'CMP-007'], sources: ['S0', 'bank'] },
  {
    id: 3,
    name: '不得缺失、伪造、迟归档案',
    rules: ['ARC-001', 'ARC-002', 'ARC-003', 'ARC-004'],
    sources: ['S0', 'bank'],
  },
  {
    id: 4,
    name: '不得放任资金挪用',
    rules: ['USE-001', 'USE-002', 'USE-006', 'USE-007', 'USE-012'],
    sources: ['S0', 'bank'],
  },
  {
    id: 5,
    name: '不得以展期、重组、借新还旧掩盖风险',
    rules: ['EXT-001', 'CMP-007', 'CLS-010'],
    sources: ['S0', 'bank'],
  },
  {
    id: 6,
    name: '不得泄露客户信息、放任客户失联',
    rules: ['CMP-005', 'CMP-006', 'CUS-002'],
    sources: ['S0', 'R12', 'bank'],
  },
  {
    id: 7,
    name: '不得违规催收',
    rules: ['CMP-001', 'CMP-002', 'CMP-003', 'CMP-004'],
    sources: ['R26'],
  },
]
