import { formatIsoDay } from '@postloan/core/calendar'

import type { Random } from './random.ts'

/**
 * Invented people and firms. The area code 659099 and the mobile prefix 154 are assigned to nobody, so no number made
 * here can be a real person's, though every check digit is right.
 */
const areaCode = '659099'
const mobilePrefix = '154'

const surnames = Array.from('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜')
const givenNames = Array.from('伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂辰宁岚川沐舟禾朗')
const places = ['云岭', '临溪', '青禾', '望江', '松阳湾', '石桥', '南浦', '北泽']
const firmWords = [
  '鼎盛',
  '华泰来',
  '恒达',
  '宏远',
  '金瑞',
  '博创',
  '中禾',
  '万隆',
  '启航',
  '丰裕',
  '佳和',
  '同舟',
]

/** Trades with the industry (GB/T 4754 section) a firm of that trade belongs to. */
export const trades = [
  { word: '机械', industry: '制造业' },
  { word: '纺织', industry: '制造业' },
  { word: '食品', industry: '制造业' },
  { word: '电子', industry: '制造业' },
  { word: '商贸', industry: '批发和零售业' },
  { word: '建材', industry: '批发和零售业' },
  { word: '物流', industry: '交通运输、仓储和邮政业' },
  { word: '农业', industry: '农、林、牧、渔业' },
  { word: '餐饮', industry: '住宿和餐饮业' },
  { word: '建筑工程', industry: '建筑业' },
] as const

export function personName(random: Random): string {
  return random.pick(surnames) + random.pick(givenNames) + (random.chance(0.7) ? random.pick(givenNames) : '')
}

export function firmName(random: Random, trade: string, serial: number): string {
  const suffix = serial < places.length * firmWords.length ? '' : `(${serial}号)`
  return `${random.pick(places)}${random.pick(firmWords)}${trade}有限公司${suffix}`
}

/** An 18-digit identity number with the right check digit (GB 11643). */
export function personIdNumber(birthDay: number, serial: number): string {
  const date = formatIsoDay(birthDay).replaceAll('-', '')
  const body = `${areaCode}${date}${String(serial % 1000).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  let sum = 0
  for (const [index, weight] of weights.entries()) sum += weight * Number(body[index])
  return body + '10X98765432'.charAt(sum % 11)
}

/** A unified social credit code with both check characters right (GB 11714 inside GB 32100). */
export function firmCreditCode(serial: number): string {
  const organisation = String(10_000_000 + (serial % 80_000_000))
  const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]
  let sum = 0
  for (const [index, weight] of organisationWeights.entries()) sum += weight * Number(organisation[index])
  const check = 11 - (sum % 11)
  const body = `91${areaCode}${organisation}${check === 11 ? '0' : check === 10 ? 'X' : String(check)}`
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  let codeSum = 0
  let weight = 1
  for (const character of body) {
    codeSum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return body + alphabet.charAt((31 - (codeSum % 31)) % 31)
}

export function mobileNumber(serial: number): string {
  return mobilePrefix + String(10_000_000 + (serial % 89_999_999)).padStart(8, '0')
}

/** A door of its own for each serial: borrowers who share one are a finding. */
export function address(random: Random, serial: number): string {
  const street = random.pick(['文昌路', '中兴街', '人民大道', '解放巷', '沿河路'])
  return `${random.pick(places)}市${street}${1 + (serial % 900)}号${101 + Math.floor(serial / 900)}室`
}
