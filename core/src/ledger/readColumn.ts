import type { Field } from '../policy/index.ts'
import type { Sheet } from '../table/index.ts'
import { CellKind } from '../table/index.ts'
import type { ReadCells, SourceRows } from './eachCell.ts'
import type { SheetUnit } from './findUnit.ts'
import { readingWords, unitPlaces } from './messages.ts'
import { parseAmount } from './parseAmount.ts'
import { codeReader } from './parseCode.ts'
import { percentForm } from './parsePercent.ts'
import { readCodes } from './readCodes.ts'
import { readDates } from './readDates.ts'
import { readNumbers } from './readNumbers.ts'
import { readTexts } from './readTexts.ts'
import type { ColumnReading, Dictionary } from './types.ts'
import { isMoneyUnit, moneyFactor } from './unit.ts'

export interface ReadColumn extends ReadCells {
  /** The unit taken, and what is to be said about it. */
  readonly unit: string
  readonly reasons: readonly string[]
}

/** Keys whose texts are numbers written as text: digits matter, blanks do not. */
const idKey = /(No|Id|Number|Code|Account)$|^(uscc|mobile|guarantorId)$/

/** Amounts of a loan are rarely this small in 元; such a column may be in 万元. */
const smallMedian = 1_000

/** Reads one column as its field's type says, with the unit of the header, the group row or the sheet. */
export function readColumn(
  sheet: Sheet,
  reading: ColumnReading,
  field: Field,
  rows: SourceRows,
  sheetUnit: SheetUnit,
  dictionary: Dictionary,
): ReadColumn {
  const cells = sheet.columns[reading.column] ?? {
    kinds: new Uint8Array(0),
    values: new Float64Array(0),
    formats: [],
  }
  switch (field.type) {
    case 'money': {
      const own = isMoneyUnit(reading.unit)
      const unit = own ? reading.unit : sheetUnit.unit || '元'
      const reasons = own
        ? [readingWords.unitFrom(unit, unitPlaces.header)]
        : sheetUnit.place === 'none'
          ? [unitDoubt(sheet, reading.column, rows)]
          : [readingWords.unitFrom(unit, unitPlaces[sheetUnit.place])]
      return { ...readNumbers(sheet, cells, rows, field, moneyFactor(unit)), unit, reasons }
    }
    case 'percent': {
      const numbers = sampleNumbers(sheet, reading.column, rows)
      const form = percentForm(numbers, {
        header: reading.header,
        unit: reading.unit,
        formats: cells.formats,
        isRate: /[rR]ate$/.test(field.key),
      })
      return {
        ...readNumbers(sheet, cells, rows, field, form.factor),
        unit: '%',
        reasons: [readingWords[form.why]],
      }
    }
    case 'number': {
      const factor = field.unit === '月' && reading.unit === '年' ? 12 : 1
      return { ...readNumbers(sheet, cells, rows, field, factor), unit: reading.unit, reasons: [] }
    }
    case 'date':
      return { ...readDates(sheet, cells, rows, field.key === 'asOfDate'), unit: '', reasons: [] }
    case 'code': {
      const list = dictionary.codeLists.find(({ id }) => id === field.codeList)
      const read = list
        ? readCodes(sheet, cells, rows, codeReader(list))
        : readTexts(sheet, cells, rows, false)
      return { ...read, unit: '', reasons: [] }
    }
    case 'boolean':
    case 'text':
      return { ...readTexts(sheet, cells, rows, idKey.test(field.key)), unit: '', reasons: [] }
  }
}

function unitDoubt(sheet: Sheet, column: number, rows: SourceRows): string {
  const sizes = sampleNumbers(sheet, column, rows)
    .map(Math.abs)
    .filter((value) => value > 0)
    .toSorted((a, b) => a - b)
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0
  return sizes.length >= 5 && median < smallMedian
    ? readingWords.perhapsWan(String(median))
    : readingWords.noUnit
}

/** Numbers of up to 500 cells, spread over the rows; texts with a percent sign of their own are left out. */
function sampleNumbers(sheet: Sheet, column: number, rows: SourceRows): number[] {
  const cells = sheet.columns[column]
  const numbers: number[] = []
  const step = Math.max(1, Math.floor(rows.length / 500))
  for (let i = 0; i < rows.length; i += step) {
    if (!cells) break
    const row = rows[i] ?? 0
    const value = cells.values[row] ?? 0
    if (cells.kinds[row] === CellKind.number) numbers.push(value)
    else if (cells.kinds[row] === CellKind.text) {
      const parsed = parseAmount(sheet.texts[value] ?? '')
      if (parsed && !parsed.percent && parsed.factor === 0) numbers.push(parsed.value)
    }
  }
  return numbers
}
