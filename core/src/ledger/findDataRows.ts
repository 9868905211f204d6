import type { Sheet } from '../table/index.ts'
import { CellKind, kindAt } from '../table/index.ts'
import { cellText } from './cellText.ts'
import type { Header } from './findHeader.ts'
import type { KnowsHeader } from './headerScore.ts'
import { placeholder, wordScore } from './headerScore.ts'
import type { LeftOutWord } from './messages.ts'
import { compactText } from './normaliseText.ts'
import { isNoValue } from './noValue.ts'
import { rowMarks } from './rowMarks.ts'
import type { RowMarks } from './rowMarks.ts'

export interface DataRows {
  /** Rows from 0. */
  readonly rows: Uint32Array
  readonly leftOut: readonly { readonly row: number; readonly why: LeftOutWord }[]
  /** Where another table's header stands below this table, else the sheet's end. */
  readonly end: number
}

/** More blank rows than this, and what follows is not the table going on. */
const longGap = 15

/**
 * Tells data rows from totals, notes, repeated headers and strays, in one pass over the columns and one over the rows.
 * `isField` says whether a text is a field's wording (asked of every text), `knows` whether it is any known header.
 * Rows without any cell of the table are passed over; every other row that is not data is named with its reason.
 */
export function findDataRows(
  sheet: Sheet,
  header: Header,
  isField: KnowsHeader,
  knows: KnowsHeader = isField,
): DataRows {
  const marks = rowMarks(sheet, header, isField)
  const rows = new Uint32Array(Math.max(0, sheet.rowCount - header.bottom))
  const leftOut: { row: number; why: LeftOutWord }[] = []
  let count = 0
  let ended = false
  let inNotes = false
  let blanks = 0
  let afterGap = -1
  let end = sheet.rowCount
  for (let row = header.bottom; row < sheet.rowCount; row++) {
    const filled = marks.filled[row] ?? 0
    if (filled === 0) {
      blanks++
      continue
    }
    if (blanks >= longGap && count > 0) afterGap = count
    const afterBlank = blanks > 0
    blanks = 0
    let why: LeftOutWord | null = ended ? 'afterMarker' : null
    if (!why && afterBlank && isOtherHeader(sheet, header, row, knows)) why = 'otherHeader'
    if (!why && (marks.suspect[row] === 1 || row < header.bottom + 3))
      why = judgeRow(sheet, header, marks, row)
    if (!why && inNotes && filled < header.leaves.length * 0.5) why = 'afterNotes'
    if (why === 'otherHeader') {
      end = row
      break
    }
    if (why === 'marker') ended = true
    if (why === 'note' || why === 'signature') inNotes = true
    if (why) {
      leftOut.push({ row, why })
      continue
    }
    inNotes = false
    rows[count++] = row
  }
  // One or two rows far below the table are leftovers.
  if (afterGap > 0 && count - afterGap <= 2 && count - afterGap < afterGap) {
    for (let i = afterGap; i < count; i++) leftOut.push({ row: rows[i] ?? 0, why: 'stray' })
    count = afterGap
    leftOut.sort((a, b) => a.row - b.row)
  }
  return { rows: rows.slice(0, count), leftOut, end }
}

const totalEnding = /(合计|总计|小计|共计|总和|累计数?|汇总)$/
const signature =
  /^(填报|填表|制表|编制|复核|审核|经办|负责|主管|单位负责|分管|部门负责|签字|签章|盖章|打印|报送|统计|记账|出纳|甲方|乙方|行长|支行长|信贷员|客户经理)[^:]{0,6}(:|人$|领导$|员$|$)/
/** What stands above the table of every page: 报表日期：, 单位：, 机构： */
const aboveTable = /^(金额)?单位[:(]|^[^:]{0,4}(日期|时间|时点|机构|支行|编号|币种):/
/** A label for a signature with its colon: 复核人： */
const signedLabel =
  /^(填报|填表|制表|编制|复核|审核|经办|负责|主管|单位负责|分管|部门负责|签字|签章|盖章|记账|出纳)[^:]{0,6}:/
const note =
  /^(注|备注|说明|填表说明|填报说明|编制说明|口径|附注|附|提示|要求|填写说明|数据来源|资料来源)[:.、0-9一(]/
const page = /^(第?\d+\/?\d*页|第?\d+页.*共\d+页|共\d+页.*|页码:?.*|[-=_*]{3,})$/
const endMarks = /^(endoffile|eof|<end>|#end|end|文件结束|数据结束|以下空白|此行以下.*)$/i

function judgeRow(sheet: Sheet, header: Header, marks: RowMarks, row: number): LeftOutWord | null {
  const cells: { column: number; text: string; kind: number }[] = []
  for (const { column } of header.leaves) {
    const kind = kindAt(sheet, row, column)
    if (kind === CellKind.empty) continue
    const text = kind === CellKind.date ? 'date' : compactText(cellText(sheet, row, column))
    if (text !== '') cells.push({ column, text, kind })
  }
  const first = cells[0]
  if (!first) return 'single'
  const texts = cells.filter((cell) => cell.kind === CellKind.text)
  const headerHits = marks.headerHits[row] ?? 0
  const knownHits = marks.knownHits[row] ?? 0
  if (headerHits >= 2 && headerHits >= cells.length * 0.6) return 'repeatedHeader'
  if (knownHits >= 3 && knownHits >= cells.length * 0.6 && knownHits > headerHits) return 'otherHeader'
  if (cells.some((cell) => endMarks.test(cell.text) && cell.column === first.column)) return 'marker'
  if (texts.length >= 1 && texts.filter((cell) => placeholder.test(cell.text)).length >= cells.length * 0.5)
    return 'placeholders'
  if (isTotal(cells, header)) return 'total'
  const titleHits = marks.titleHits[row] ?? 0
  if (titleHits === cells.length) return 'repeatedTitle'
  const near = row < header.bottom + 3
  if (near && isFieldNames(cells)) return 'fieldNames'
  if (near && isColumnNumbers(cells)) return 'columnNumbers'
  if (near && isOptionRow(cells)) return 'options'
  const few = cells.length <= Math.max(1, Math.floor(header.leaves.length * 0.35))
  if (few && texts.length > 0 && note.test(first.text)) return 'note'
  if (
    few &&
    texts.length === cells.length &&
    texts.every((cell) => signature.test(cell.text) || cell.text.length > 30)
  ) {
    return first.text.length > 30 ? 'note' : 'signature'
  }
  if (few && first.text.endsWith(':')) return 'signature'
  const labels = texts.filter((cell) => signedLabel.test(cell.text)).length
  if (texts.length === cells.length && signedLabel.test(first.text) && (labels >= 2 || cells.length <= 2))
    return 'signature'
  if (texts.length === cells.length && aboveTable.test(first.text)) return 'repeatedUnit'
  if (cells.length <= 3 && page.test(cells.map((cell) => cell.text).join(''))) return 'page'
  if (isNumberedOnly(cells, header)) return 'numbered'
  if (header.leaves.length < 3) return null
  if (marks.wideMerge[row] === 1 && texts.length > 0 && cells.length <= 2)
    return first.text.length > 20 ? 'note' : 'section'
  if (cells.length === 1) return first.text.length > 20 ? 'note' : texts.length === 1 ? 'section' : 'single'
  if (few && texts.length === cells.length && texts.every((cell) => cell.text.length > 20)) return 'note'
  return null
}

/** After a blank row: a row of headers only, that are not those of this table. */
function isOtherHeader(sheet: Sheet, header: Header, row: number, knows: KnowsHeader): boolean {
  const own = new Set(header.leaves.map(({ path }) => compactText(path.at(-1) ?? '')))
  const texts: string[] = []
  for (let column = 0; column < sheet.columnCount; column++) {
    const kind = kindAt(sheet, row, column)
    if (kind === CellKind.empty) continue
    if (kind !== CellKind.text) return false
    texts.push(compactText(cellText(sheet, row, column)))
  }
  const words = texts.filter((text) => wordScore(text, knows) >= 0.7)
  const known = texts.filter((text) => wordScore(text, knows) === 1)
  const repeated = texts.filter((text) => own.has(text)).length
  return known.length >= 3 && words.length >= texts.length * 0.8 && repeated < texts.length * 0.6
}

/** A total word in one of the first text cells, and no identifying text besides it. */
function isTotal(cells: readonly { column: number; text: string; kind: number }[], header: Header): boolean {
  const texts = cells.filter((cell) => cell.kind === CellKind.text && /[^\d.,%-]/.test(cell.text))
  const label = texts.find((cell) => totalEnding.test(totalLabel(cell.text)))
  if (!label) return false
  const words = totalLabel(label.text)
  if (words.length > 24) return false
  const exact =
    /^(本页|本表|本月|本年|本期|以上|全行|全部|各项|分行|支行|机构|部门|人民币)?(合计|总计|小计|共计|总和|累计|汇总)$/.test(
      words,
    )
  const others = texts.filter((cell) => cell !== label).length
  if (!exact && label !== texts[0]) return false
  return exact
    ? others <= Math.max(3, header.leaves.length * 0.4)
    : others <= Math.max(1, header.leaves.length * 0.2)
}

function totalLabel(text: string): string {
  return text
    .replace(/\([^)]*\)?/g, '')
    .replace(/[:\d.,户笔元万]+$/g, '')
    .replace(/[:]+$/g, '')
}

function isFieldNames(cells: readonly { text: string; kind: number }[]): boolean {
  if (cells.length < 2 || cells.some((cell) => /\p{Script=Han}/u.test(cell.text))) return false
  const names = cells.filter((cell) => cell.kind === CellKind.text && /^[#$&]?[a-z][\w.]*$/i.test(cell.text))
  return (
    names.length >= cells.length * 0.7 &&
    names.some((cell) => /[a-z]{3,}/i.test(cell.text)) &&
    names.every((cell) => !/^[a-z]*\d{4,}$/i.test(cell.text))
  )
}

/** 1 2 3 4 …, A B C D … or 甲 乙 1 2 … across the columns. */
function isColumnNumbers(cells: readonly { text: string }[]): boolean {
  if (cells.length < 3) return false
  const values = cells.map((cell) => cell.text)
  const numbers = values
    .map((text) => text.replace(/^[[(]?(\d{1,3})[\])]?$/, '$1'))
    .filter((text) => /^\d{1,3}$/.test(text))
    .map(Number)
  const letters = values.filter(
    (text) => /^[A-Z]{1,2}$/.test(text) || /^[甲乙丙丁戊己]$/.test(text) || text === '栏次',
  )
  if (numbers.length + letters.length < values.length) return false
  const rising = numbers.every((value, i) => i === 0 || value === (numbers[i - 1] ?? 0) + 1)
  return rising && (letters.length === 0 ? numbers[0] === 1 : new Set(letters).size === letters.length)
}

/** Lists of values to choose from, written under the header. */
function isOptionRow(cells: readonly { text: string; kind: number }[]): boolean {
  if (cells.some((cell) => cell.kind !== CellKind.text)) return false
  const lists = cells.filter((cell) => {
    const parts = cell.text.split(/[/、,;|]|或者?/).filter(Boolean)
    return (
      parts.length >= 2 &&
      parts.every((part) => part.length <= 10 && /\p{Script=Han}/u.test(part)) &&
      cell.text.length >= 5
    )
  })
  const hints = cells.filter((cell) =>
    /^(全称|格式|例|如|必填|选填|下拉|填写|请填|请选|单选|多选|文本|数字|日期)/.test(cell.text),
  )
  return lists.length + hints.length >= 2 && lists.length + hints.length >= cells.length * 0.5
}

/** Rows of a blank form: a running number and nothing else (zeros of formulas do not count). */
function isNumberedOnly(
  cells: readonly { text: string; kind: number; column: number }[],
  header: Header,
): boolean {
  const first = cells[0]
  if (!first || !/^\d{1,5}$/.test(first.text)) return false
  const leaf = header.leaves.find(({ column }) => column === first.column)
  const numbered = /^(序号|编号|序|行号|No\.?)$/i.test(compactText(leaf?.path.at(-1) ?? ''))
  if (!numbered && (cells.length > 1 || first.column !== header.left)) return false
  return cells
    .slice(1)
    .every((cell) => (cell.kind === CellKind.number && Number(cell.text) === 0) || isNoValue(cell.text))
}
