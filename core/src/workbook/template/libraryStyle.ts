import type { CellStyle, ConditionalRule } from 'hucre/xlsx'

import type { BookConditional, BookStyle } from './book.ts'

export const bookFont = '微软雅黑'
const edge = { style: 'thin', color: { rgb: 'BFBFBF' } } as const

const styles = new WeakMap<BookStyle, CellStyle>()

export function libraryStyle(style: BookStyle): CellStyle {
  const known = styles.get(style)
  if (known) return known
  const made: CellStyle = {
    font: {
      name: bookFont,
      size: style.size ?? 10,
      ...(style.bold ? { bold: true } : {}),
      ...(style.color ? { color: { rgb: style.color } } : {}),
    },
    ...(style.fill
      ? { fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: style.fill } } }
      : {}),
    ...(style.border ? { border: { top: edge, right: edge, bottom: edge, left: edge } } : {}),
    alignment: {
      vertical: 'center',
      ...(style.align ? { horizontal: style.align } : {}),
      ...(style.wrap ? { wrapText: true } : {}),
    },
    ...(style.format ? { numFmt: style.format } : {}),
    ...(style.open ? { protection: { locked: false } } : {}),
  }
  styles.set(style, made)
  return made
}

export function libraryConditional({ range, formula, style }: BookConditional, at: number): ConditionalRule {
  const { font, fill, border } = libraryStyle(style)
  // a differential fill takes its colour from the background
  const ground =
    fill?.type === 'pattern' && fill.fgColor
      ? {
          fill: {
            type: 'pattern' as const,
            pattern: 'solid' as const,
            fgColor: fill.fgColor,
            bgColor: fill.fgColor,
          },
        }
      : {}
  const { name: _, size: __, ...inked } = font ?? {}
  return {
    type: 'expression',
    priority: at + 1,
    formula,
    range,
    style: { font: inked, ...ground, ...(border ? { border } : {}) },
  }
}
