import { dayOf } from '../../calendar/index.ts'
import type { Table } from '../../ledger/index.ts'
import type { Column, TextColumn } from '../../table/index.ts'
import { dateColumn, numberColumn, numbersOf, textAt, textsOf } from './loanColumns.ts'

export interface CollectionWords {
  /** Wordings that the guidance on collection forbids. */
  readonly forbidden: readonly string[]
  /** How many characters before or after a wording a negation may stand. */
  readonly window: number
}

/** What a row of a collection log tells (CMP-001, CMP-003, CMP-004): when, and words a person should look at. */
export function readCollections(table: Table, words: CollectionWords): Map<string, Column> {
  const made = new Map<string, Column>()
  const times = textsOf(table, 'collectionTime')
  if (times) {
    const hours = times.dictionary.map(hourOf)
    made.set(
      'collectionHour',
      numberColumn(Float64Array.from(times.codes, (code) => hours[code] ?? Number.NaN)),
    )
  }
  const day = collectionDays(table)
  if (day) made.set('collectionDay', dateColumn(day))
  const notes = ['collectionNote', 'handlingPlan'].map((field) => textsOf(table, field))
  if (notes.some(Boolean)) {
    made.set(
      'collectionWord',
      textByRow(table.rowCount, notes, (text) => findForbidden(text, words)),
    )
  }
  const note = textsOf(table, 'collectionNote')
  if (note)
    made.set(
      'debtTold',
      textByRow(table.rowCount, [note], (text) => findTelling(text, words.window)),
    )
  return made
}

/** The day of each row of a collection log: in the time written, else the date of collection; null without either. */
export function collectionDays(table: Table): Float64Array | null {
  const times = textsOf(table, 'collectionTime')
  const dates = numbersOf(table, 'lastCollectionDate')
  if (!times && !dates) return null
  const days = times?.dictionary.map(dayOfTime)
  return Float64Array.from({ length: table.rowCount }, (_, row) => {
    const written = days?.[times?.codes[row] ?? -1] ?? Number.NaN
    return Number.isNaN(written) ? (dates?.[row] ?? Number.NaN) : written
  })
}

const clock = /(上午|中午|下午|傍晚|晚上?|夜间|凌晨|早上?)?\s*(\d{1,2})\s*[:：时点]\s*(\d{1,2})?/
const fullDate = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?T?/

/** The hour of a time as people write it, 21:30 as 21.5; NaN where there is none. Midnight to the second is a date without a time. */
export function hourOf(text: string): number {
  const rest = text.normalize('NFKC').replace(fullDate, ' ')
  if (/(?<!\d)0?0:00:00/.test(rest)) return Number.NaN
  const packed = /(?:^|\s)\d{8}\s*(\d{2})(\d{2})(?:\d{2})?$/.exec(text.trim())
  const [, part = '', hours = '', minutes = '0'] =
    clock.exec(rest) ?? (packed ? ['', '', packed[1], packed[2]] : [])
  if (hours === '') return Number.NaN
  const written = Number(hours)
  const hour = /下午|傍晚|晚|夜/.test(part) && written < 12 ? written + 12 : written
  const minute = Number(minutes)
  return hour < 24 && minute < 60 ? hour + minute / 60 : Number.NaN
}

function dayOfTime(text: string): number {
  const plain = text.normalize('NFKC').trim()
  const found = fullDate.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})(?!\d{11})/.exec(plain)
  return found ? dayOf(Number(found[1]), Number(found[2]), Number(found[3])) : Number.NaN
}

const denied = /未|无|没|不|禁|勿|非|杜绝|避免|防止/
const deniedAfter = /未发生|均未|没有|不存在|并无|未使用|未采取|无此/
/** A court or a newspaper that posts a notice is the lawful way of serving one. */
const posting = /张贴|公示|曝光|公告|大字报/
const lawfulNotice = /法院|公告|报纸|登报|报社|公证|仲裁/

function findForbidden(text: string, { forbidden, window }: CollectionWords): string | null {
  for (const word of forbidden) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const end = at + word.length
      if (denied.test(text.slice(Math.max(0, at - window), at))) continue
      if (deniedAfter.test(text.slice(end, end + window))) continue
      const around = text.slice(Math.max(0, at - 2 * window), end + 2 * window)
      if (posting.test(word) && lawfulNotice.test(around)) continue
      return word
    }
  }
  return null
}

const telling =
  /(?:告知|告诉|转告|说明|透露|联系)[^。；;！!]{0,6}(?:父亲|母亲|父母|儿子|女儿|子女|兄弟|姐妹|哥哥|弟弟|亲戚|亲友|朋友|同事|单位|领导|村委|村干部|邻居|家人|家属)[^。；;！!]{0,10}(?:欠款|欠贷|逾期|债务|欠息|欠钱)/g

function findTelling(text: string, window: number): string | null {
  for (const found of text.matchAll(telling)) {
    const before = text.slice(Math.max(0, found.index - window), found.index)
    if (!denied.test(before) && !/未|不/.test(found[0])) return found[0]
  }
  return null
}

/** The first text that a row's cells give, worked out once per distinct cell. */
function textByRow(
  rowCount: number,
  cells: readonly (TextColumn | null)[],
  find: (text: string) => string | null,
): TextColumn {
  const known = new Map<string, string | null>()
  const dictionary: string[] = []
  const codeOf = new Map<string, number>()
  const codes = new Int32Array(rowCount).fill(-1)
  for (let row = 0; row < rowCount; row += 1) {
    for (const texts of cells) {
      const text = textAt(texts, row)
      if (text === '') continue
      const before = known.get(text)
      const found = before === undefined ? find(text) : before
      known.set(text, found)
      if (found === null) continue
      const code = codeOf.get(found) ?? dictionary.push(found) - 1
      codeOf.set(found, code)
      codes[row] = code
      break
    }
  }
  return { kind: 'text', codes, dictionary }
}
