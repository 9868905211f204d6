import type { Sheet } from '../table/index.ts'
import { CellKind } from '../table/index.ts'
import { normaliseText } from './normaliseText.ts'
import { isNoValue } from './noValue.ts'
import { parseDate, parseDateNumber } from './parseDate.ts'

/** What a sample of a column's cells look like, as shares of the filled ones (0…1). */
export interface ColumnValues {
  /** Filled cells in the sample. */
  readonly filled: number
  readonly numbers: number
  readonly dates: number
  readonly personNames: number
  /** Names of three characters: most persons have one, few categories do. */
  readonly longNames: number
  readonly ticks: number
  readonly texts: readonly string[]
  /** Numbers above 1,000 or with a fraction: amounts rather than codes. */
  readonly amounts: number
  /** Whole numbers that are Excel serials of days between 1950 and 2119. */
  readonly serials: number
}

const sampleSize = 200

/** Family names that cover almost all persons. */
const familyNames =
  '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任卢姚沈钟姜崔谭陆汪范廖石金韦贾夏付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷曲盛冉翁蓝骆路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝'
const surnames = new Set(familyNames)
const tickMarks = /^(√|✓|✔|×|✗|○|●|是|否|y|n|有|无)$/i

/** Looks at up to 200 of the given rows, spread over all of them. */
export function columnValues(sheet: Sheet, column: number, rows: Uint32Array): ColumnValues {
  const cells = sheet.columns[column]
  const step = Math.max(1, Math.floor(rows.length / sampleSize))
  let filled = 0
  let numbers = 0
  let dates = 0
  let personNames = 0
  let longNames = 0
  let ticks = 0
  let amounts = 0
  let serials = 0
  const texts: string[] = []
  for (let i = 0; i < rows.length; i += step) {
    if (!cells) break
    const row = rows[i] ?? 0
    const kind = cells.kinds[row] ?? CellKind.empty
    if (kind === CellKind.empty || kind === CellKind.error) continue
    const value = cells.values[row] ?? 0
    if (kind !== CellKind.text) {
      filled++
      if (kind === CellKind.date) dates++
      else {
        numbers++
        if (Math.abs(value) > 1_000 || !Number.isInteger(value)) amounts++
        if (value >= 18_264 && value <= 80_353) serials++
        if (value > 10_000_000 && parseDateNumber(value).kind === 'day') dates++
      }
      continue
    }
    const text = normaliseText(sheet.texts[value] ?? '')
    if (isNoValue(text) && !tickMarks.test(text)) continue
    filled++
    texts.push(text)
    if (tickMarks.test(text)) ticks++
    else if (isPersonName(text)) {
      personNames++
      if (text.replace(/\s+/g, '').length === 3) longNames++
    } else if (/^[-+]?[\d,]+(\.\d+)?%?$/.test(text)) {
      if (text.length === 8 && parseDate(text).kind === 'day') dates++
      else numbers++
    } else if (
      /^\d{4}[-./年]/.test(text) &&
      ['day', 'month', 'none', 'several'].includes(parseDate(text).kind)
    )
      dates++
  }
  const share = (count: number): number => (filled === 0 ? 0 : count / filled)
  return {
    filled,
    numbers: share(numbers),
    dates: share(dates),
    personNames: share(personNames),
    longNames: share(longNames),
    ticks: share(ticks),
    amounts: share(amounts),
    serials: share(serials),
    texts,
  }
}

function isPersonName(text: string): boolean {
  const compact = text.replace(/\s+/g, '')
  return /^\p{Script=Han}{2,3}$/u.test(compact) && surnames.has(compact.charAt(0))
}
