import { dayOf, endOfMonth } from '../calendar/index.ts'
import type { Sheet } from '../table/index.ts'
import { CellKind, kindAt, numberAt } from '../table/index.ts'
import { cellText } from './cellText.ts'
import { normaliseText } from './normaliseText.ts'
import { parseSerial } from './parseDate.ts'
import type { AsOf } from './types.ts'

/** A day that a text speaks of; a month stands for its last day and agrees with every day of it. */
export interface StatedDay {
  readonly day: number
  readonly precision: 'day' | 'month'
}

const fullDate =
  /(?<!\d)((?:19|20)\d{2})\s*(?:年|[-./_])\s*(\d{1,2})\s*(?:月|[-./_])\s*(\d{1,2})(?:日|号)?(?!\d)/
const eightDigits = /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/
const spanEnd = /日\s*[-~至到]\s*(?:(\d{1,2})月)?(\d{1,2})日/
const monthRange = /((?:19|20)\d{2})\s*年\s*\d{1,2}\s*月?\s*[-~至到]\s*(\d{1,2})\s*月/
const yearMonth = /(?<!\d)((?:19|20)\d{2})\s*(?:年\s*|[-./_]\s*)(\d{1,2})\s*(?:月|(?![\d.]))/
const sixDigits = /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(?!\d)/
const quarter = /((?:19|20)\d{2})\s*年?\s*第?\s*([一二三四1-4])\s*季度?/
const quarters: Readonly<Record<string, number>> = { 一: 3, 二: 6, 三: 9, 四: 12, 1: 3, 2: 6, 3: 9, 4: 12 }
const half = /((?:19|20)\d{2})\s*年\s*上半年/
/** Days of paperwork, not of the data. */
const paperwork =
  /打印|制表|填报|填表|编制|报送|导出|下载|生成|审核|复核|批复|版本|文号|编号|号码|电话|合同|〔|通知|修订|制度/

/** The day a title, a label or a file name speaks of, or null. */
export function statedDay(text: string): StatedDay | null {
  const plain = normaliseText(text)
  if (plain.length > 200 || !/\d{4}/.test(plain)) return null
  const months = monthRange.exec(plain)
  if (months) return monthEnd(Number(months[1]), Number(months[2]))
  // Of a span (2026-10-01至2026-10-31, 2026年10月1日至31日) the end is the day of the data.
  const days = [...plain.matchAll(new RegExp(fullDate, 'g'))]
  const day = days.at(-1) ?? eightDigits.exec(plain)
  if (day) {
    const end = days.length === 1 ? spanEnd.exec(plain) : null
    const found = dayOf(Number(day[1]), Number(end?.[1] ?? day[2]), Number(end?.[2] ?? day[3]))
    if (!Number.isNaN(found)) return { day: found, precision: 'day' }
  }
  const q = quarter.exec(plain)
  const h = half.exec(plain)
  const m = yearMonth.exec(plain) ?? sixDigits.exec(plain)
  if (q?.[2]) return monthEnd(Number(q[1]), quarters[q[2]] ?? 0)
  if (h) return monthEnd(Number(h[1]), 6)
  return m ? monthEnd(Number(m[1]), Number(m[2])) : null
}

function monthEnd(year: number, month: number): StatedDay | null {
  const first = dayOf(year, month, 1)
  return Number.isNaN(first) ? null : { day: endOfMonth(first), precision: 'month' }
}

/** Looks through the rows above the header: title, 数据日期 with its value beside it, date cells. */
export function dayInTitle(sheet: Sheet, headerTop: number): StatedDay | null {
  let best: StatedDay | null = null
  for (let row = 0; row < headerTop; row++) {
    for (let column = 0; column < sheet.columnCount; column++) {
      const kind = kindAt(sheet, row, column)
      if (kind === CellKind.empty) continue
      const label = normaliseText(column > 0 ? labelBefore(sheet, row, column) : '')
      if (paperwork.test(label)) continue
      if (kind === CellKind.date) {
        const found = parseSerial(numberAt(sheet, row, column))
        if (found.kind === 'day' && best?.precision !== 'day') best = { day: found.day, precision: 'day' }
        continue
      }
      const text = cellText(sheet, row, column)
      if (paperwork.test(text)) continue
      const found = statedDay(text)
      if (found && (best === null || (best.precision === 'month' && found.precision === 'day'))) best = found
    }
  }
  return best
}

function labelBefore(sheet: Sheet, row: number, column: number): string {
  for (let left = column - 1; left >= 0 && left >= column - 3; left--) {
    const text = cellText(sheet, row, left)
    if (text !== '') return text
  }
  return ''
}

/** The day that most rows of a 数据日期 column state, or null. */
export function dayInColumn(values: Float64Array): StatedDay | null {
  const counts = new Map<number, number>()
  for (const value of values) if (!Number.isNaN(value)) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: number | null = null
  for (const [day, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = day
  return best === null ? null : { day: best, precision: 'day' }
}

/** Choice wins over column over title over file name; what disagrees is listed. A month agrees with its days. */
export function decideAsOf(
  choice: number | undefined,
  stated: readonly { readonly from: 'column' | 'title' | 'fileName'; readonly found: StatedDay | null }[],
): AsOf {
  const known = stated.filter(
    (entry): entry is { from: 'column' | 'title' | 'fileName'; found: StatedDay } => entry.found !== null,
  )
  const winner = known[0]
  const day = choice ?? winner?.found.day ?? null
  const precision = choice === undefined ? winner?.found.precision : 'day'
  const conflicts: { day: number; from: string }[] = []
  for (const { from, found } of known) {
    if (day === null || found.day === day) continue
    const sameMonth = endOfMonth(found.day) === endOfMonth(day)
    if (sameMonth && (found.precision === 'month' || precision === 'month')) continue
    if (!conflicts.some((other) => other.day === found.day && other.from === from))
      conflicts.push({ day: found.day, from })
  }
  return { day, from: choice === undefined ? (winner?.from ?? 'none') : 'choice', conflicts }
}
