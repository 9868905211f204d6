/** What stands before and after the rows of a sheet: widths, size, conditional formats. */
import { type OwnConditional, ownConditionals } from './ownConditionals.ts'
import { parseRange, rangeName } from './package/cellName.ts'
import { escapeText } from './package/escapeText.ts'
import { type Splice, type Spliced, applySplices } from './package/splice.ts'
import {
  type Element,
  attribute,
  childrenOf,
  localName,
  nextTag,
  openTag,
  topElements,
  withAttribute,
} from './package/xml.ts'

export interface ColumnWidth {
  readonly column: number
  readonly width: number
  readonly hidden: boolean
}

/** The text before the rows with our columns' widths, and the sheet's size with our columns in it. */
export function annotatedHead(
  head: string,
  p: string,
  columns: readonly ColumnWidth[],
  firstRow: number,
  lastRow: number,
): Spliced {
  const splices: Splice[] = []
  const inside = headElements(head)
  const left = columns[0]?.column ?? 0
  const right = columns.at(-1)?.column ?? 0

  const dimension = inside.find((element) => localName(element.name) === 'dimension')
  const size = dimension && parseRange(attribute(openTag(head, dimension), 'ref') ?? '')
  if (dimension && size) {
    const grown = {
      top: Math.min(size.top, firstRow),
      left: size.left,
      bottom: Math.max(size.bottom, lastRow),
      right: Math.max(size.right, right),
    }
    const text = withAttribute(openTag(head, dimension), 'ref', rangeName(grown))
    splices.push({ start: dimension.start, end: dimension.openEnd, text })
  }

  const own = columns.map(({ column, width, hidden }) => {
    const flags = `width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ''}`
    return { min: column + 1, text: `<${p}col min="${column + 1}" max="${column + 1}" ${flags}/>` }
  })
  const cols = inside.find((element) => localName(element.name) === 'cols')
  if (!cols) {
    const text = `<${p}cols>${own.map((one) => one.text).join('')}</${p}cols>`
    splices.push({ start: head.length, end: head.length, text })
  } else {
    const others = childrenOf(head, cols).flatMap((col) =>
      withoutColumns(openTag(head, col), left + 1, right + 1),
    )
    const all = [...others, ...own].toSorted((a, b) => a.min - b.min)
    const inner = all.map((one) => one.text).join('')
    if (cols.empty) splices.push({ start: cols.start, end: cols.end, text: `<${p}cols>${inner}</${p}cols>` })
    else splices.push({ start: cols.openEnd, end: cols.closeStart, text: inner })
  }
  return applySplices(head, splices)
}

/** The elements between the root's open tag and the rows. */
export function headElements(head: string): readonly Element[] {
  const root = nextTag(head, 0)
  if (!root) return []
  const shift = root.end
  return topElements(head.slice(shift)).map((element) => ({
    ...element,
    start: element.start + shift,
    openEnd: element.openEnd + shift,
    closeStart: element.closeStart + shift,
    end: element.end + shift,
  }))
}

/** A `col` with a stretch of columns (from 1, both ends inside) cut out of it: none, one or two are left. */
export function withoutColumns(
  tag: string,
  from: number,
  to: number,
): readonly { min: number; text: string }[] {
  const min = Number(attribute(tag, 'min') ?? 0)
  const max = Number(attribute(tag, 'max') ?? 0)
  if (max < from || min > to) return [{ min, text: tag }]
  const stretch = (a: number, b: number) =>
    a > b ? [] : [{ min: a, text: withAttribute(withAttribute(tag, 'min', String(a)), 'max', String(b)) }]
  return [...stretch(min, from - 1), ...stretch(to + 1, max)]
}

/** The order of what may follow the rows in a sheet; Excel refuses any other. */
const TAIL_ORDER = [
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]

export interface TailJob {
  readonly prefix: string
  /** The column right of the table. */
  readonly tableEnd: number
  readonly levelColumn: number
  readonly recordColumn: number
  readonly headerRow: number
  readonly firstRow: number
  readonly lastRow: number
  /** Columns with cells at fault, and the levels of their rows. */
  readonly faults: ReadonlyMap<number, ReadonlySet<string>>
  /** Index into dxfs: `serious`, `serious-edge` … */
  readonly conditional: Readonly<Record<string, number>>
}

export interface TailResult {
  readonly spliced: Spliced
  readonly isProtected: boolean
  /** First and last column of merged blocks right of the table, from the header row down. */
  readonly merged: readonly (readonly [number, number])[]
}

/** The text after the rows with one conditional format per level, and one per column that has cells at fault. */
export function annotatedTail(tail: string, job: TailJob): TailResult {
  const elements = topElements(tail)
  const p = job.prefix
  let priority = Math.max(0, ...[...tail.matchAll(/\spriority\s*=\s*["'](\d+)/g)].map((m) => Number(m[1])))
  const byColumn = new Map<number, OwnConditional[]>()
  for (const rule of ownConditionals(job)) {
    byColumn.set(rule.column, [...(byColumn.get(rule.column) ?? []), rule])
  }
  const formats = [...byColumn].map(([column, rules]) => {
    const range = rangeName({ top: job.firstRow, bottom: job.lastRow, left: column, right: column })
    const texts = rules.map(({ look, part, formula }) => {
      priority++
      const dxf = job.conditional[part === 'level' ? look.level : `${look.level}-edge`] ?? 0
      const text = escapeText(formula)
      return `<${p}cfRule type="expression" dxfId="${dxf}" priority="${priority}"><${p}formula>${text}</${p}formula></${p}cfRule>`
    })
    return `<${p}conditionalFormatting sqref="${range}">${texts.join('')}</${p}conditionalFormatting>`
  })
  const at = placeInTail(tail, elements, 'conditionalFormatting')
  return {
    spliced: applySplices(tail, [{ start: at, end: at, text: formats.join('') }]),
    isProtected: isProtected(tail, elements),
    merged: mergedColumns(tail, elements, job),
  }
}

/** After the last element that may stand before it or is of its kind. */
function placeInTail(tail: string, elements: readonly Element[], name: string): number {
  const rank = TAIL_ORDER.indexOf(name)
  const before = elements.filter((element) => {
    const other = TAIL_ORDER.indexOf(orderName(tail, element))
    return other >= 0 && other <= rank
  })
  return before.at(-1)?.end ?? 0
}

/** The name that says where an element stands: for an AlternateContent, that of what it chooses between. */
function orderName(tail: string, element: Element): string {
  const name = localName(element.name)
  if (name !== 'AlternateContent') return name
  const choice = childrenOf(tail, element)[0]
  const chosen = choice && childrenOf(tail, choice)[0]
  return chosen ? localName(chosen.name) : name
}

function isProtected(tail: string, elements: readonly Element[]): boolean {
  const protection = elements.find((element) => localName(element.name) === 'sheetProtection')
  if (!protection) return false
  return ['1', 'true'].includes(attribute(openTag(tail, protection), 'sheet') ?? '')
}

function mergedColumns(tail: string, elements: readonly Element[], job: TailJob): TailResult['merged'] {
  const merges = elements.find((element) => localName(element.name) === 'mergeCells')
  return (merges ? childrenOf(tail, merges) : []).flatMap((merge) => {
    const range = parseRange(attribute(openTag(tail, merge), 'ref') ?? '')
    if (!range || range.bottom < job.headerRow || range.right < job.tableEnd) return []
    return [[Math.max(range.left, job.tableEnd), range.right] as const]
  })
}

/** CRC-32 of a text's UTF-8 bytes. */
export function textCrc(text: string, crc32: (bytes: Uint8Array) => number): number {
  return crc32(new TextEncoder().encode(text))
}
