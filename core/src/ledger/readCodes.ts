import type { CellColumn, Sheet } from '../table/index.ts'
import { CellKind } from '../table/index.ts'
import { eachCell, finish } from './eachCell.ts'
import type { ReadCells, Reading, SourceRows } from './eachCell.ts'
import { unreadWords } from './messages.ts'
import { isNoValue } from './noValue.ts'
import type { CodeReader } from './parseCode.ts'

/** Values of a code list; a word the list does not know is unread, since a guess would be a wrong class. */
export function readCodes(sheet: Sheet, cells: CellColumn, rows: SourceRows, reader: CodeReader): ReadCells {
  const codes = new Int32Array(rows.length).fill(-1)
  const place = new Map(reader.values.map((value, i) => [value, i]))
  const judge = (text: string): Reading<number> => {
    const code = place.get(reader.read(text) ?? '')
    if (code !== undefined) return { value: code }
    return isNoValue(text) ? null : { unread: unreadWords.code }
  }
  const numbers = new Map<number, Reading<number>>()
  const log = eachCell<number>(
    sheet,
    cells,
    rows,
    judge,
    (value, kind) => {
      const known = numbers.get(value)
      if (known !== undefined) return known
      const judged = judge(kind === CellKind.boolean ? (value === 1 ? '是' : '否') : String(value))
      numbers.set(value, judged)
      return judged
    },
    (row, value) => {
      codes[row] = value
    },
  )
  return finish({ kind: 'text', codes, dictionary: reader.values }, log)
}
