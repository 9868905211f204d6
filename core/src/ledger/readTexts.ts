import type { CellColumn, Sheet } from '../table/index.ts'
import { CellKind } from '../table/index.ts'
import { eachCell, finish } from './eachCell.ts'
import type { ReadCells, SourceRows } from './eachCell.ts'
import { isCompact, normaliseText } from './normaliseText.ts'
import { isNoValue } from './noValue.ts'

/** Text and ids. Numbers become their digits; ids that lost digits are marked, since no reader can bring them back. */
export function readTexts(sheet: Sheet, cells: CellColumn, rows: SourceRows, isId: boolean): ReadCells {
  const codes = new Int32Array(rows.length).fill(-1)
  const dictionary: string[] = []
  const place = new Map<string, number>()
  let damaged: Uint8Array | undefined
  const codeOf = (text: string): number => {
    let code = place.get(text)
    if (code === undefined) {
      code = dictionary.push(text) - 1
      place.set(text, code)
    }
    return code
  }
  const broken = new Set<number>()
  const log = eachCell<number>(
    sheet,
    cells,
    rows,
    (text) => {
      if (isNoValue(text)) return null
      const plain = cleanText(text, isId)
      const code = codeOf(plain)
      if (isId && /^\d(\.\d+)?e\+?\d{2}$/i.test(plain)) broken.add(code)
      return { value: code }
    },
    (value, kind) => {
      if (kind === CellKind.boolean) return { value: codeOf(value === 1 ? '是' : '否') }
      const text = digitsOf(value)
      const code = codeOf(text)
      if (isId && Math.abs(value) >= 1e15) broken.add(code)
      return { value: code }
    },
    (row, code) => {
      codes[row] = code
      if (broken.size > 0 && broken.has(code)) (damaged ??= new Uint8Array(rows.length))[row] = 1
    },
  )
  return finish({ kind: 'text', codes, dictionary }, log, damaged)
}

function digitsOf(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value)
}

/** Trimmed; blanks inside Chinese names (张 三) and inside ids taken out; a leading apostrophe dropped. */
function cleanText(text: string, isId: boolean): string {
  // Nearly all texts need nothing.
  if (isCompact(text) && text.charCodeAt(0) !== 0x27) return text
  const plain = text
    .replace(/&nbsp;?/gi, ' ')
    .replace(/[\s\u200B-\u200D\uFEFF]+/g, ' ')
    .trim()
    .replace(/^'/, '')
  if (isId) return normaliseText(plain).replace(/\s+/g, '')
  return /^[\p{Script=Han}\s·]+$/u.test(plain) ? plain.replace(/\s+/g, '') : plain
}
