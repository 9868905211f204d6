import type { CodeList } from '../types.ts'
import { codeList } from './codeList.ts'

/** How far a condition of approval is met, what a warning proved to be. */
export const oversightCodeLists: readonly CodeList[] = [
  codeList('落实情况', 'ordered', [
    ['已落实', '落实', '已完成', '完成', '全部落实', '是'],
    ['部分落实', '落实中', '正在落实'],
    ['未落实', '未完成', '待落实', '否'],
  ]),
  codeList('预警核实结论', 'ordered', [
    ['误报', '不属实', '排除', '无风险'],
    ['部分属实', '部分确认'],
    ['属实', '确认', '情况属实', '有风险'],
  ]),
]
