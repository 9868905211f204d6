import type { WidgetFamily } from '../../protocol/report.ts'
import { cleanLabel, closedUp, plain } from './labelText.ts'
import { isChoiceKind } from './model.ts'
import { nativeControl } from './nativeControl.ts'
import { classOf } from './seen.ts'
import type { TableRead } from './tables.ts'
import { choiceAt, widgetAt } from './widgets.ts'

/** Rows that are read as text; more are only counted. */
export const rowLimit = 1000

export interface HeadCell {
  readonly text: string
  readonly left: number
  readonly right: number
}

export interface FoundGrid {
  readonly element: Element
  readonly family: WidgetFamily
  readonly columns: HeadCell[]
  readonly rows: string[][]
  readonly rowElements: Element[]
  rowCount: number
  title?: string
  hidden: boolean
}

/** The text of a cell: its control's value, a cut text's title, hidden parts left out. */
export function cellText(cell: Element): string {
  if (cell.childElementCount === 0) return whole(cell, plain(cell.textContent ?? ''))
  const parts: string[] = []
  const choices = cell.querySelectorAll('input[type=radio],input[type=checkbox]').length
  gather(cell, parts, choices > 1 ? [true] : null)
  return whole(cell, closedUp(plain(parts.join(' '))))
}

function whole(cell: Element, text: string): string {
  if (!/(…|\.{3})$/u.test(text)) return text
  const title = cell.getAttribute('title') ?? cell.querySelector('[title]')?.getAttribute('title')
  return title && title.startsWith(text.replace(/(…|\.{3})$/u, '')) ? plain(title) : text
}

/** `chosen` tells whether the words behind the last of several radios or checkboxes count. */
function gather(element: Element, parts: string[], chosen: [boolean] | null): void {
  for (const node of element.childNodes) {
    if (node instanceof Text) {
      const text = plain(node.data)
      if (text !== '' && chosen?.[0] !== false) parts.push(text)
    } else if (node instanceof Element && node.checkVisibility()) {
      if (/^(SCRIPT|STYLE|TEMPLATE|BUTTON)$/u.test(node.tagName)) continue
      const control = choiceAt(node) ?? widgetAt(node) ?? nativeControl(node)
      if (!control) gather(node, parts, chosen)
      else if (isChoiceKind(control) && !control.option) {
        if (chosen) chosen[0] = control.checked ?? false
      } else parts.push(control.value)
    }
  }
}

/** Title cells with their place, two rows of titles joined as 组-列. */
export function headCells(table: TableRead): HeadCell[] {
  const over = table.rows[table.titles - 1]?.cells ?? []
  const tall = over.filter(({ cell }) => cell.rowSpan > 1)
  const groups =
    tall.length > 0
      ? over.filter((one) => !tall.includes(one)).map(({ cell, text }) => placed(cell, text))
      : []
  const cells = [...tall, ...(table.rows[table.titles]?.cells ?? [])].flatMap(({ cell, text }) => {
    const head = placed(cell, text)
    const middle = (head.left + head.right) / 2
    const group = groups.find(({ left, right }) => left <= middle && right >= middle)
    // a title over several columns stands for each of them
    const share = (head.right - head.left) / cell.colSpan
    return Array.from({ length: cell.colSpan }, (_, part) => ({
      text: group && cell.rowSpan === 1 ? `${group.text}-${head.text}` : head.text,
      left: head.left + part * share,
      right: head.left + (part + 1) * share,
    }))
  })
  return tall.length > 0 ? cells.sort((a, b) => a.left - b.left) : cells
}

function placed(cell: Element, text: string): HeadCell {
  const { left, right } = cell.getBoundingClientRect()
  return {
    text: cleanLabel(text).replace(/\s*[→←↑↓↕⇅▲▼△▽]+$/u, ''),
    left: left + scrollX,
    right: right + scrollX,
  }
}

/** Texts of a row under the titles: by count where it fits, else by where the cells stand. */
export function rowUnder(heads: readonly HeadCell[], cells: readonly Element[]): string[] {
  const spans = cells.reduce((sum, cell) => sum + spanOf(cell), 0)
  const texts: string[] = Array.from({ length: heads.length }, () => '')
  if (spans === heads.length) {
    let at = 0
    for (const cell of cells) {
      texts[at] = cellText(cell)
      at += spanOf(cell)
    }
    return texts
  }
  for (const cell of cells) {
    const box = cell.getBoundingClientRect()
    const middle = (box.left + box.right) / 2 + scrollX
    const at = heads.findIndex(({ left, right }) => left <= middle && right >= middle)
    if (at >= 0) texts[at] = plain(`${texts[at] ?? ''} ${cellText(cell)}`)
  }
  return texts
}

function spanOf(cell: Element): number {
  return cell instanceof HTMLTableCellElement ? cell.colSpan : 1
}

/** Whether these cells stand under those titles: the same count, or most of them within their edges. */
export function standsUnder(heads: readonly HeadCell[], cells: readonly Element[]): boolean {
  if (heads.length < 2 || cells.length < 2) {
    // one frozen column: the library's own panes alone are narrow enough to be trusted
    const box = cells[0]?.getBoundingClientRect()
    return (
      heads.length === 1 &&
      cells.length === 1 &&
      box !== undefined &&
      Math.abs(box.left + scrollX - (heads[0]?.left ?? 0)) < 4
    )
  }
  if (Math.abs(heads.length - cells.length) > 1) return false
  let under = 0
  for (const cell of cells) {
    const box = cell.getBoundingClientRect()
    const left = box.left + scrollX
    if (heads.some((head) => Math.abs(head.left - left) < 8)) under++
  }
  return under >= cells.length * 0.8
}

export function gridFamily(element: Element): WidgetFamily {
  for (let at: Element | null = element, up = 0; at && up < 8; at = at.parentElement, up++) {
    const name = classOf(at)
    if (/(^|\s)datagrid/u.test(name)) return 'easyui'
    if (/(^|\s)mini-(data)?grid/u.test(name)) return 'miniui'
    if (/(^|\s)layui-table/u.test(name)) return 'layui'
    if (/(^|\s)x-grid/u.test(name)) return 'extjs'
    if (/(^|\s)el-table/u.test(name)) return 'element'
    if (/(^|\s)ant-table/u.test(name)) return 'antd'
  }
  return 'native'
}

/** Frozen panes side by side become one grid; a clone laid over another grid goes. Returns the clones. */
export function joinPanes(grids: FoundGrid[]): FoundGrid[] {
  const clones: FoundGrid[] = []
  for (let first = 0; first < grids.length; first++) {
    for (let second = grids.length - 1; second > first; second--) {
      const a = grids[first]
      const b = grids[second]
      if (!a || !b || a.hidden || b.hidden || !sameRows(a, b)) continue
      const aBox = reach(a)
      const bBox = reach(b)
      const overlap = Math.min(aBox.right, bBox.right) - Math.max(aBox.left, bBox.left)
      const narrower = Math.min(aBox.right - aBox.left, bBox.right - bBox.left)
      const [wide, small] = a.columns.length >= b.columns.length ? [a, b] : [b, a]
      const repeated = small.columns.every(({ text }) => wide.columns.some((column) => column.text === text))
      if (overlap > narrower * 0.5 || (repeated && narrower > 0)) {
        clones.push(small)
        grids.splice(grids.indexOf(small), 1)
        if (small === a) {
          first--
          break
        }
      } else {
        const [left, right] = aBox.left <= bBox.left ? [a, b] : [b, a]
        const joined: FoundGrid = {
          ...right,
          element: left.element,
          columns: [...left.columns, ...right.columns],
          rows: left.rows.map((row, index) => [...row, ...(right.rows[index] ?? [])]),
        }
        grids.splice(first, 1, joined)
        grids.splice(second, 1)
      }
    }
  }
  return clones
}

function sameRows(a: FoundGrid, b: FoundGrid): boolean {
  const last = Math.min(a.rowElements.length, b.rowElements.length) - 1
  // a total may stand under one of them only
  if (last < 0 || a.family !== b.family || a.rowElements.length + b.rowElements.length > last * 2 + 3)
    return false
  const near = (index: number): boolean => {
    const one = a.rowElements.at(index)?.getBoundingClientRect()
    const other = b.rowElements.at(index)?.getBoundingClientRect()
    return one !== undefined && other !== undefined && Math.abs(one.top - other.top) < 4
  }
  return near(0) && near(last)
}

function reach({ columns, rowElements }: FoundGrid): { left: number; right: number } {
  const box = rowElements[0]?.getBoundingClientRect()
  const left = Math.min(...columns.map((column) => column.left))
  const right = Math.max(...columns.map((column) => column.right))
  return box && box.width > 0 ? { left: box.left + scrollX, right: box.right + scrollX } : { left, right }
}
