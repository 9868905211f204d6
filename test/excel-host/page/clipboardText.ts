import type { Area } from '../model/area.ts'
import type { View } from './viewOf.ts'

/** Cells as the clipboard has them: tabs between columns, lines between rows. What is out of sight is empty. */
export function tabbedText(view: View, viewArea: Area, { row, column, rows, columns }: Area): string {
  const lines = []
  for (let r = row; r < row + rows; r++) {
    const line = []
    for (let c = column; c < column + columns; c++) {
      line.push(view.cells[r - viewArea.row]?.[c - viewArea.column]?.text ?? '')
    }
    lines.push(line.join('\t'))
  }
  return lines.join('\n')
}

/** What is pasted, all rows as wide as the widest. */
export function squareOf(text: string): readonly (readonly string[])[] {
  const values = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'))
  const widest = Math.max(...values.map((line) => line.length))
  return values.map((line) => [...line, ...Array.from({ length: widest - line.length }, () => '')])
}
