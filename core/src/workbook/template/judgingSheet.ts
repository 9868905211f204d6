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
  for (let row = first; row <= Math.max(last, first + tallest - 1); row++) {
    const cells: string[] = []
    for (const one of row <= last ? columns : []) {
      if (one.each === undefined) continue
      const formula = one.each.replaceAll('{r}', String(row)).replaceAll('{p}', String(row - 1))
      const index = shared.get(one)
      cells.push(
        index === undefined
          ? formulaCell(row, one.column, formula, one.array)
          : row === first
            ? sharedCell(row, one.column, index, formula, last)
            : sharedCell(row, one.column, index),
      )
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

function formulaCell(row: number, column: number, formula: string, array?: true): string {
  const name = `${columnLetters(column)}${row}`
  const kind = array ? ` t="array" ref="${name}"` : ''
  return `<c r="${name}"><f${kind}>${escapeText(formula)}</f></c>`
}

function sharedCell(row: number, column: number, index: number, formula?: string, last?: number): string {
  const letters = columnLetters(column)
  const f =
    formula === undefined
      ? `<f t="shared" si="${index}"/>`
      : `<f t="shared" ref="${letters}${row}:${letters}${last}" si="${index}">${escapeText(formula)}</f>`
  return `<c r="${letters}${row}">${f}</c>`
}
