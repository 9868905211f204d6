import { compactText } from './normaliseText.ts'

/** What one unit of money is worth in 元. */
const moneyUnits: Readonly<Record<string, number>> = {
  分: 0.01,
  角: 0.1,
  元: 1,
  千元: 1_000,
  万元: 10_000,
  百万元: 1_000_000,
  千万元: 10_000_000,
  亿元: 100_000_000,
}

const otherUnits = new Set([
  '%',
  '‰',
  '天',
  '日',
  '月',
  '年',
  '户',
  '笔',
  '次',
  '期',
  '小时',
  '工作日',
  '人',
  'BP',
])

const moneyUnit = /^(?:折)?(?:人民币|RMB|CNY)?(分|角|元|千元|万元|百万元|千万元|亿元|万|亿|W)(?:人民币)?$/i
const foreignUnit = /^(千|万|百万|亿)?(美元|美金|欧元|港元|港币|日元|英镑)$/
const spelled: Readonly<Record<string, string>> = {
  万: '万元',
  亿: '亿元',
  w: '万元',
  W: '万元',
  个月: '月',
  日: '天',
  个工作日: '工作日',
}

/**
 * The unit that a text states and nothing else: `万元`, `人民币万元`, `单位:万元、户`, `%`; '' when it is no unit.
 * Of several the first money unit counts, since it is the one that needs converting.
 */
export function unitOf(text: string): string {
  const compact = compactText(text)
    .replace(/^(金额|计量|货币|币种)?单位[:为是]?/, '')
    .replace(/[()]/g, '')
  if (compact === '') return ''
  let other = ''
  for (const part of compact.split(/[、,;/|和及]/)) {
    const money = moneyUnit.exec(part)
    if (money?.[1]) return spelled[money[1]] ?? money[1]
    if (foreignUnit.test(part)) return part
    const word = spelled[part] ?? part.toUpperCase()
    if (otherUnits.has(word)) other ||= word
    else return ''
  }
  return other
}

/** True when the unit is one of money, in 人民币 or another currency. */
export function isMoneyUnit(unit: string): boolean {
  return unit in moneyUnits || foreignUnit.test(unit)
}

/** How many 元 (or units of the foreign currency) one unit is; 1 for none. */
export function moneyFactor(unit: string): number {
  const known = moneyUnits[unit]
  if (known !== undefined) return known
  const foreign = foreignUnit.exec(unit)
  if (!foreign) return 1
  return { 千: 1_000, 万: 10_000, 百万: 1_000_000, 亿: 100_000_000 }[foreign[1] ?? ''] ?? 1
}
