import type { Field } from '../policy/index.ts'
import type { CellColumn, Sheet } from '../table/index.ts'
import { CellKind } from '../table/index.ts'
import { eachCell, finish } from './eachCell.ts'
import type { ReadCells, SourceRows } from './eachCell.ts'
import { unreadWords } from './messages.ts'
import { normaliseText } from './normaliseText.ts'
import { isNoValue } from './noValue.ts'
import { parseAmount, roundToFen } from './parseAmount.ts'

/**
 * Numbers of any kind. `factor` converts the column's unit; a unit written in the cell itself wins. Money is rounded
 * to 分. A percent sign in the cell means percent, whatever the rest of the column does.
 */
export function readNumbers(
  sheet: Sheet,
  cells: CellColumn,
  rows: SourceRows,
  field: Field,
  factor: number,
): ReadCells {
  const money = field.type === 'money'
  const convert = (value: number): number =>
    money ? roundToFen(value * factor) : factor === 1 ? value : clean(value * factor)
  const values = new Float64Array(rows.length).fill(Number.NaN)
  const log = eachCell<number>(
    sheet,
    cells,
    rows,
    (text) => {
      if (isNoValue(text)) return null
      const plain = normaliseText(text).replace(/\s+/g, '')
      const parsed = parseAmount(text) ?? (money ? null : countIn(plain, field))
      if (parsed === null)
        return {
          unread: /美元|欧元|港[元币]|usd|eur|hkd/i.test(plain) ? unreadWords.foreign : unreadWords.number,
        }
      if (field.type === 'percent' && parsed.percent) return { value: clean(parsed.value) }
      if (parsed.percent) return { value: clean(parsed.value / 100) }
      if (money && parsed.factor > 0) return { value: roundToFen(parsed.value * parsed.factor) }
      return { value: parsed.factor > 1 ? convert(parsed.value * parsed.factor) : convert(parsed.value) }
    },
    (value, kind) => (kind === CellKind.number ? { value: convert(value) } : { unread: unreadWords.number }),
    (row, value) => {
      values[row] = value
    },
  )
  return finish({ kind: 'number', values }, log)
}

/** Takes the noise of binary arithmetic off (4.3500000000000005). */
function clean(value: number): number {
  return Number(value.toPrecision(12))
}

/** 12个月, 3年, 36期, 35天, 未逾期: counts with their unit. Null when the unit is not the field's. */
function countIn(plain: string, field: Field): { value: number; factor: number; percent: boolean } | null {
  if (field.unit === '天' && /^(未逾期|无逾期|正常|未欠息|不逾期)$/.test(plain))
    return { value: 0, factor: 0, percent: false }
  const years = /^(?:(\d+(?:\.\d+)?)年)(?:(\d+)个?月)?$/.exec(plain)
  if (years && field.unit === '月')
    return { value: Number(years[1]) * 12 + Number(years[2] ?? 0), factor: 0, percent: false }
  const m = /^(-?\d+(?:\.\d+)?)(天|日|个?月|期|次|笔|户|小时|工作日|个工作日)$/.exec(plain)
  if (!m) return null
  const said = (m[2] ?? '').replace('个', '').replace('日', '天').replace('工作天', '工作日')
  const fits =
    said === field.unit ||
    !['天', '月', '小时', '工作日'].includes(said) ||
    (said === '期' && field.unit === '月')
  return fits ? { value: Number(m[1]), factor: 0, percent: false } : null
}
