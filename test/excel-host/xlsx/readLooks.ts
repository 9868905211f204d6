import {
  attribute,
  childNamed,
  childrenOf,
  openTag,
  rootOf,
  type Element,
} from '../../../core/src/workbook/package/xml.ts'
import { type Edge, type Look, PLAIN_LOOK } from '../model/styles.ts'

/** Number formats that have a number and no text in the file. */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  31: 'yyyy"年"m"月"d"日"',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

const INDEXED =
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'.split(
    ' ',
  )

const OFFICE_THEME = [
  'FFFFFF',
  '000000',
  'E7E6E6',
  '44546A',
  '4472C4',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '5B9BD5',
  '70AD47',
]

/** Colours of the theme in the order in which styles count them. */
export function themeColors(xml: string | null): readonly string[] {
  if (xml === null) return OFFICE_THEME
  const found = [
    'lt1',
    'dk1',
    'lt2',
    'dk2',
    'accent1',
    'accent2',
    'accent3',
    'accent4',
    'accent5',
    'accent6',
  ].map((name) => {
    const inner = new RegExp(`<a:${name}>([\\s\\S]*?)</a:${name}>`).exec(xml)?.[1] ?? ''
    return /(?:lastClr|srgbClr val)="([0-9A-Fa-f]{6})"/.exec(inner)?.[1]
  })
  return found.map((color, i) => color ?? OFFICE_THEME[i] ?? '000000')
}

export interface DifferentialLook {
  readonly fill: string | null
  readonly color: string | null
  readonly bold: boolean | null
  readonly italic: boolean | null
  readonly edges: Readonly<Record<string, Edge>>
}

export interface FileStyles {
  readonly looks: readonly Look[]
  readonly differential: readonly DifferentialLook[]
}

/** The cell formats of a style part as looks, under their own numbers. */
export function readLooks(xml: string, theme: readonly string[]): FileStyles {
  const root = rootOf(xml)
  const list = (name: string): readonly Element[] => {
    const found = childNamed(xml, root, name)
    return found ? childrenOf(xml, found) : []
  }
  const text = ({ start, end }: Element): string => xml.slice(start, end)
  const formats = new Map(Object.entries(BUILT_IN).map(([id, code]) => [Number(id), code]))
  for (const one of list('numFmts')) {
    const tag = openTag(xml, one)
    formats.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? 'General')
  }
  const fonts = list('fonts').map((one) => fontOf(text(one), theme))
  const fills = list('fills').map((one) => fillOf(text(one), theme, 'fgColor'))
  const borders = list('borders').map((one) => edgesOf(text(one), theme))
  const looks = list('cellXfs').map((one): Look => {
    const tag = openTag(xml, one)
    const number = (name: string): number => Number(attribute(tag, name) ?? 0)
    const inner = text(one)
    const alignment = /<(?:\w+:)?alignment\b[^>]*>/.exec(inner)?.[0] ?? ''
    const protection = /<(?:\w+:)?protection\b[^>]*>/.exec(inner)?.[0] ?? ''
    const horizontal = attribute(alignment, 'horizontal') ?? 'general'
    const vertical = attribute(alignment, 'vertical') ?? 'bottom'
    return {
      ...PLAIN_LOOK,
      ...fonts[number('fontId')],
      fill: fills[number('fillId')] ?? null,
      ...borders[number('borderId')],
      numberFormat: formats.get(number('numFmtId')) ?? 'General',
      horizontal: horizontal === 'centerContinuous' ? 'CenterAcrossSelection' : upperFirst(horizontal),
      vertical: upperFirst(vertical),
      wrap: isOn(attribute(alignment, 'wrapText')),
      indent: Number(attribute(alignment, 'indent') ?? 0),
      locked: attribute(protection, 'locked') === undefined || isOn(attribute(protection, 'locked')),
      formulaHidden: isOn(attribute(protection, 'hidden')),
    }
  })
  const differential = list('dxfs').map((one): DifferentialLook => {
    const inner = text(one)
    const font = /<(?:\w+:)?font\b[\s\S]*?<\/(?:\w+:)?font>/.exec(inner)?.[0] ?? ''
    const edges = edgesOf(/<(?:\w+:)?border\b[\s\S]*?<\/(?:\w+:)?border>/.exec(inner)?.[0] ?? '', theme)
    const sides = {
      EdgeTop: edges.edgeTop,
      EdgeBottom: edges.edgeBottom,
      EdgeLeft: edges.edgeLeft,
      EdgeRight: edges.edgeRight,
    }
    return {
      fill: fillOf(inner, theme, 'bgColor') ?? fillOf(inner, theme, 'fgColor'),
      color: colorIn(font, 'color', theme),
      bold: /<(?:\w+:)?b[\s/>]/.test(font) ? true : null,
      italic: /<(?:\w+:)?i[\s/>]/.test(font) ? true : null,
      edges: Object.fromEntries(
        Object.entries(sides).filter((pair): pair is [string, Edge] => pair[1] != null),
      ),
    }
  })
  return { looks: looks.length > 0 ? looks : [PLAIN_LOOK], differential }
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const isOn = (text: string | undefined): boolean => text === '1' || text === 'true'

function fontOf(xml: string, theme: readonly string[]): Partial<Look> {
  const value = (name: string): string | undefined => {
    const tag = new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>`).exec(xml)?.[0]
    return tag === undefined ? undefined : (attribute(tag, 'val') ?? '1')
  }
  const underline = value('u')
  return {
    bold: isOn(value('b')),
    italic: isOn(value('i')),
    strikethrough: isOn(value('strike')),
    underline:
      underline === undefined || underline === 'none'
        ? 'None'
        : underline === '1'
          ? 'Single'
          : upperFirst(underline),
    color: colorIn(xml, 'color', theme) ?? '#000000',
    size: Number(value('sz') ?? 11),
    font: value('name') ?? '等线',
  }
}

function fillOf(xml: string, theme: readonly string[], name: string): string | null {
  if (/patternType="(none|gray125)"/.test(xml)) return null
  return colorIn(xml, name, theme)
}

function edgesOf(
  xml: string,
  theme: readonly string[],
): Pick<Look, 'edgeTop' | 'edgeBottom' | 'edgeLeft' | 'edgeRight'> {
  const edge = (name: string): Edge | null => {
    const found = new RegExp(`<(?:\\w+:)?${name}\\b([^>]*?)(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}>)`).exec(
      xml,
    )
    const style = found && attribute(`<x ${found[1] ?? ''}>`, 'style')
    if (!style || style === 'none') return null
    return { style, color: colorIn(found[2] ?? '', 'color', theme) ?? '#000000' }
  }
  return {
    edgeTop: edge('top'),
    edgeBottom: edge('bottom'),
    edgeLeft: edge('left'),
    edgeRight: edge('right'),
  }
}

function colorIn(xml: string, name: string, theme: readonly string[]): string | null {
  const tag = new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>`).exec(xml)?.[0]
  if (tag === undefined) return null
  const rgb = attribute(tag, 'rgb')
  const number = attribute(tag, 'theme')
  const indexed = attribute(tag, 'indexed')
  const plain =
    rgb !== undefined
      ? rgb.slice(-6)
      : number !== undefined
        ? theme[Number(number)]
        : indexed !== undefined
          ? INDEXED[Number(indexed)]
          : undefined
  if (plain === undefined) return null
  return `#${tinted(plain, Number(attribute(tag, 'tint') ?? 0)).toUpperCase()}`
}

function tinted(color: string, tint: number): string {
  if (tint === 0) return color
  const parts = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  return parts
    .map((part) => Math.round(tint < 0 ? part * (1 + tint) : part + (255 - part) * tint))
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')
}
