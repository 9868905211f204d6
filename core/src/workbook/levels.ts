import type { Level } from './annotation.ts'

/** How a level looks in cells: the sign and word are what says it, the colour only helps. Signs are in GB 2312. */
export interface LevelLook {
  readonly level: Level
  readonly sign: string
  readonly text: string
  readonly color: string
  readonly fill: string
  /** The edge of a cell at fault. */
  readonly border: string
  /** Bars. */
  readonly bar: string
}

/** Worst first. */
export const levels: readonly LevelLook[] = [
  {
    level: 'serious',
    sign: '◆',
    text: '◆ 严重',
    color: 'B10E1C',
    fill: 'FDF3F4',
    border: 'C50F1F',
    bar: 'C50F1F',
  },
  {
    level: 'warning',
    sign: '▲',
    text: '▲ 警示',
    color: '835B00',
    fill: 'FCEFD3',
    border: 'B27C00',
    bar: 'EAA300',
  },
  {
    level: 'attention',
    sign: '●',
    text: '● 关注',
    color: '005BA1',
    fill: 'E6F1FA',
    border: '006CBF',
    bar: '006CBF',
  },
  {
    level: 'notice',
    sign: '■',
    text: '■ 提示',
    color: '616161',
    fill: 'F5F5F5',
    border: '8A8A8A',
    bar: '8A8A8A',
  },
  {
    level: 'incomplete',
    sign: '？',
    text: '？无法判断',
    color: '5C2E91',
    fill: 'F7F4FB',
    border: '5C2E91',
    bar: 'C6B1DE',
  },
]

export function rankOf(level: Level): number {
  return levels.findIndex((look) => look.level === level)
}

export function lookOf(level: Level): LevelLook {
  const look = levels[rankOf(level)]
  if (!look) throw new RangeError(`no level ${level}`)
  return look
}
