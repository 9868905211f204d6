import type { Judging, JudgingColumn } from '../../check/excel/index.ts'
import { columnLetters } from '../../table/index.ts'
import { escapeText } from '../package/escapeText.ts'

/** A list that stands beside the formulas, from the first data row down. */
export interface SideList {
  /** From 0. */
  readonly column: number
  readonly values: readonly (string | number)[]
}

/**
 * The hidden sheet's data as text. Formulas that only read this sheet are shared between their rows, so that a thousand
 * rows of hundreds of formulas are a small file. They have no stored results: nobody reads this sheet without calculating.
 */
export function judgingData(
  judging: Judging,
  more: readonly JudgingColumn[],
  side: readonly SideList[],
  [first, last]: readonly [number, number],
): string {
  const columns = [...judging.columns, ...more]
  const shared = new Map<JudgingColumn, number>()
  for (const one of columns)
    if (one.each !== undefined && !one.each.includes('!') && !one.array) shared.set(one, shared.size)
  const tallest = side.reduce((most, { values }) => Math.max(most, values.length), 0)
  const lines: string[] = [
    line(
      1,
      columns.map(({ id, column }) => textCell(1, column, id)),
    ),
    line(
      2,
      columns.flatMap(({ once, column }) => (once === undefined ? [] : [formulaCell(2, column, once)])),
    ),
  ]
  // escaped and taken apart once: a thousand rows of hundreds of formulas are put together from the pieces
  const written = columns.flatMap(({ each, ...one }, at) => {
    const column = columns[at]
    if (each === undefined || !column) return []
    const [head = '', ...rest] = escapeText(each).split(/\{([rp])\}/)
    const letters = columnLetters(one.column)
    return [{ letters, head, rest, array: one.array === true, index: shared.get(column) }]
  })
  for (let row = first; row <= Math.max(last, first + tallest - 1); row++) {
    const cells: string[] = []
    for (const { letters, head, rest, array, index } of row <= last ? written : []) {
      const name = `${letters}${row}`
      if (index !== undefined && row > first) {
        cells.push(`<c r="${name}"><f t="shared" si="${index}"/></c>`)
        continue
      }
      let formula = head
      for (let at = 0; at < rest.length; at += 2)
        formula += (rest[at] === 'r' ? row : row - 1) + (rest[at + 1] ?? '')
      const kind =
        index === undefined
          ? array
            ? ` t="array" ref="${name}"`
            : ''
          : ` t="shared" ref="${letters}${first}:${letters}${last}" si="${index}"`
      cells.push(`<c r="${name}"><f${kind}>${formula}</f></c>`)
    }
    for (const { column, values } of side) {
      const value = values[row - first]
      if (value !== undefined)
        cells.push(
          typeof value === 'number'
            ? `<c r="${columnLetters(column)}${row}"><v>${value}</v></c>`
            : textCell(row, column, value),
        )
    }
    lines.push(line(row, cells))
  }
  return `<sheetData>${lines.join('')}</sheetData>`
}

function line(row: number, cells: readonly string[]): string {
  return cells.length === 0 ? '' : `<row r="${row}">${cells.join('')}</row>`
}

function textCell(row: number, column: number, text: string): string {
  return `<c r="${columnLetters(column)}${row}" t="inlineStr"><is><t>${escapeText(text)}</t></is></c>`
}

function formulaCell(row: number, column: number, formula: string): string {
  return `<c r="${columnLetters(column)}${row}"><f>${escapeText(formula)}</f></c>`
}
