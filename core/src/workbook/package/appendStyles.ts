import { escapeText } from './escapeText.ts'
import type { OfficePackage } from './officePackage.ts'
import type { Splice } from './splice.ts'
import {
  type Element,
  attribute,
  childNamed,
  childrenOf,
  localName,
  openTag,
  prefixOf,
  rootOf,
  withAttribute,
} from './xml.ts'

/** A cell style of ours. Colours are RRGGBB; what is not said is as in the workbook's default. */
export interface CellStyle {
  readonly bold?: boolean
  readonly size?: number
  readonly color?: string
  readonly fill?: string
  readonly border?: string
  readonly align?: 'left' | 'center' | 'right' | 'centerContinuous'
  readonly vertical?: 'top' | 'center'
  readonly wrap?: boolean
  readonly format?: string
  /** May be written in when the sheet is protected. */
  readonly unlocked?: boolean
}

/** What a conditional format of ours sets. */
export interface ConditionalStyle {
  readonly bold?: boolean
  readonly color?: string
  readonly fill?: string
  readonly border?: string
}

export interface StyleIds {
  /** Index into cellXfs by the name given. */
  readonly cells: Readonly<Record<string, number>>
  /** Index into dxfs by the name given. */
  readonly conditional: Readonly<Record<string, number>>
}

/** The order of the children of `styleSheet`, for making a list that is not there. */
const STYLESHEET_ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
]

/** Lists that grow, each with what it gains and how many it had. */
interface Growth {
  readonly list: Element | undefined
  readonly added: string[]
  readonly had: number
}

/**
 * Appends styles to the style part: nothing that is there changes its number. Fonts are copies of the workbook's default
 * font, so that our columns look like the ledger.
 */
export async function appendStyles(
  pack: OfficePackage,
  part: string,
  cells: Readonly<Record<string, CellStyle>>,
  conditional: Readonly<Record<string, ConditionalStyle>>,
): Promise<StyleIds> {
  const xml = await pack.text(part)
  const root = rootOf(xml)
  const p = prefixOf(root.name)
  const growth = (name: string): Growth => {
    const list = childNamed(xml, root, name)
    return { list, added: [], had: list ? childrenOf(xml, list).length : 0 }
  }
  const lists = {
    numFmts: growth('numFmts'),
    fonts: growth('fonts'),
    fills: growth('fills'),
    borders: growth('borders'),
    cellXfs: growth('cellXfs'),
    dxfs: growth('dxfs'),
  }
  const base = defaultFontOf(xml, lists.fonts.list, lists.cellXfs.list)
  const defaultFont = base.xml || `<${p}font/>`
  const formats = numberFormats(xml, lists.numFmts.list)

  const cellIds: Record<string, number> = {}
  for (const [name, style] of Object.entries(cells)) {
    const font =
      style.bold || style.size || style.color ? add(lists.fonts, fontXml(defaultFont, style, p)) : base.id
    const fill = style.fill ? add(lists.fills, fillXml(style.fill, p)) : 0
    const border = style.border ? add(lists.borders, borderXml(style.border, p, true)) : 0
    let format = 0
    if (style.format) {
      const known = formats.codes.get(style.format)
      format = known ?? formats.next++
      if (known === undefined) {
        formats.codes.set(style.format, format)
        lists.numFmts.added.push(
          `<${p}numFmt numFmtId="${format}" formatCode="${escapeText(style.format)}"/>`,
        )
      }
    }
    cellIds[name] =
      lists.cellXfs.had + lists.cellXfs.added.push(xfXml({ font, fill, border, format }, style, p)) - 1
  }
  const conditionalIds: Record<string, number> = {}
  for (const [name, style] of Object.entries(conditional)) {
    conditionalIds[name] = lists.dxfs.had + lists.dxfs.added.push(dxfXml(style, p)) - 1
  }

  const splices = Object.entries(lists).flatMap(([name, list]) => growList(xml, root, name, list, p))
  await pack.splice(part, splices)
  return { cells: cellIds, conditional: conditionalIds }
}

/** The number of a child in its list, appended unless this call has appended the same before. */
function add(list: Growth, text: string): number {
  const known = list.added.indexOf(text)
  return list.had + (known >= 0 ? known : list.added.push(text) - 1)
}

/** The font of a cell without a style: that of the first cell format, not always the first font. */
function defaultFontOf(
  xml: string,
  fonts: Element | undefined,
  xfs: Element | undefined,
): { id: number; xml: string } {
  const xf = xfs ? childrenOf(xml, xfs)[0] : undefined
  const id = Number((xf && attribute(openTag(xml, xf), 'fontId')) ?? 0)
  const font = fonts ? childrenOf(xml, fonts)[id] : undefined
  return { id, xml: font ? xml.slice(font.start, font.end) : '' }
}

function numberFormats(xml: string, list: Element | undefined): { codes: Map<string, number>; next: number } {
  const codes = new Map<string, number>()
  let next = 164
  for (const child of list ? childrenOf(xml, list) : []) {
    const tag = openTag(xml, child)
    const id = Number(attribute(tag, 'numFmtId') ?? 0)
    codes.set(attribute(tag, 'formatCode') ?? '', id)
    next = Math.max(next, id + 1)
  }
  return { codes, next }
}

function growList(xml: string, root: Element, name: string, growth: Growth, p: string): readonly Splice[] {
  const { list, added, had } = growth
  if (added.length === 0) return []
  const text = added.join('')
  const count = String(had + added.length)
  if (!list) {
    const at = placeFor(xml, root, name)
    return [{ start: at, end: at, text: `<${p}${name} count="${count}">${text}</${p}${name}>` }]
  }
  let open = openTag(xml, list)
  if (attribute(open, 'count') !== undefined) open = withAttribute(open, 'count', count)
  if (list.empty) {
    return [
      { start: list.start, end: list.end, text: `${open.replace(/\s*\/>$/, '>')}${text}</${list.name}>` },
    ]
  }
  return [
    { start: list.start, end: list.openEnd, text: open },
    { start: list.closeStart, end: list.closeStart, text },
  ]
}

function placeFor(xml: string, root: Element, name: string): number {
  const rank = STYLESHEET_ORDER.indexOf(name)
  const before = childrenOf(xml, root).filter((child) => {
    const other = STYLESHEET_ORDER.indexOf(localName(child.name))
    return other >= 0 && other < rank
  })
  return before.at(-1)?.end ?? root.openEnd
}

/** Elements of a font in the order that Excel writes; it repairs files that have another. */
const FONT_ORDER = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
]

function fontXml(defaultFont: string, style: CellStyle, p: string): string {
  const font = rootOf(defaultFont)
  const parts = new Map<string, string>()
  for (const child of childrenOf(defaultFont, font)) {
    parts.set(localName(child.name), defaultFont.slice(child.start, child.end))
  }
  if (style.bold) parts.set('b', `<${p}b/>`)
  if (style.size) parts.set('sz', `<${p}sz val="${style.size}"/>`)
  if (style.color) parts.set('color', `<${p}color rgb="FF${style.color}"/>`)
  const ordered = [...parts].toSorted(([a], [b]) => FONT_ORDER.indexOf(a) - FONT_ORDER.indexOf(b))
  return `<${p}font>${ordered.map(([, text]) => text).join('')}</${p}font>`
}

function fillXml(color: string, p: string): string {
  const inner = `<${p}fgColor rgb="FF${color}"/><${p}bgColor indexed="64"/>`
  return `<${p}fill><${p}patternFill patternType="solid">${inner}</${p}patternFill></${p}fill>`
}

function borderXml(color: string, p: string, withDiagonal: boolean): string {
  const sides = ['left', 'right', 'top', 'bottom'].map(
    (side) => `<${p}${side} style="thin"><${p}color rgb="FF${color}"/></${p}${side}>`,
  )
  return `<${p}border>${sides.join('')}${withDiagonal ? `<${p}diagonal/>` : ''}</${p}border>`
}

function xfXml(
  ids: { font: number; fill: number; border: number; format: number },
  style: CellStyle,
  p: string,
): string {
  const applied = [
    ids.format > 0 ? ' applyNumberFormat="1"' : '',
    ids.font > 0 ? ' applyFont="1"' : '',
    ids.fill > 0 ? ' applyFill="1"' : '',
    ids.border > 0 ? ' applyBorder="1"' : '',
    ' applyAlignment="1"',
    style.unlocked ? ' applyProtection="1"' : '',
  ].join('')
  const horizontal = style.align ? ` horizontal="${style.align}"` : ''
  const alignment = `<${p}alignment${horizontal} vertical="${style.vertical ?? 'center'}"${style.wrap ? ' wrapText="1"' : ''}/>`
  const protection = style.unlocked ? `<${p}protection locked="0"/>` : ''
  const numbers = `numFmtId="${ids.format}" fontId="${ids.font}" fillId="${ids.fill}" borderId="${ids.border}" xfId="0"`
  return `<${p}xf ${numbers}${applied}>${alignment}${protection}</${p}xf>`
}

/** A solid fill of a conditional format is its background colour, unlike that of a cell. */
function dxfXml(style: ConditionalStyle, p: string): string {
  const bold = style.bold ? `<${p}b/>` : ''
  const color = style.color ? `<${p}color rgb="FF${style.color}"/>` : ''
  const font = bold || color ? `<${p}font>${bold}${color}</${p}font>` : ''
  const background = `<${p}bgColor rgb="FF${style.fill ?? ''}"/>`
  const fill = style.fill
    ? `<${p}fill><${p}patternFill patternType="solid">${background}</${p}patternFill></${p}fill>`
    : ''
  const border = style.border ? borderXml(style.border, p, false) : ''
  return `<${p}dxf>${font}${fill}${border}</${p}dxf>`
}

/** The smallest style part, for a workbook that has none. */
export const MINIMAL_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/><name val="微软雅黑"/><family val="2"/><charset val="134"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>' +
  '<dxfs count="0"/></styleSheet>'
