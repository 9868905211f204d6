import type { BookCell, BookSheet } from './book.ts'
import { codeListName } from './codesSheet.ts'
import { looks } from './looks.ts'
import { templateWords } from './messages.ts'
import { sheetNames } from './names.ts'
import { ruleParts, type WrittenRule } from './readTemplate.ts'

const words = templateWords.ownRules
/** First row of rules, below title, note and header, and how many are ready. */
export const firstRuleRow = 4
const readyRules = 60
/** Where mistakes are told (from 0). */
export const verdictColumn = 9

/** 自定义规则: a rule a row, in the rules' own language. */
export function ownRulesSheet(written: readonly WrittenRule[] = []): BookSheet {
  const count = Math.max(readyRules, written.length)
  const last = firstRuleRow + count - 1
  const verdictOf = (rule: WrittenRule | undefined): string =>
    rule?.fault === undefined ? '' : rule.fault || words.sound
  const widths = [10, 22, 10, 26, 46, 10, 36, 30, 28, 44]
  const cells: BookCell[] = [
    { row: 0, column: 0, value: words.title, style: looks.title },
    { row: 1, column: 0, value: words.note, style: looks.plainNote },
    ...words.header.map((value, column) => ({
      row: firstRuleRow - 2,
      column,
      value,
      style:
        column === verdictColumn
          ? looks.formulaHead
          : column === 2 || column === 3
            ? looks.optional
            : looks.required,
    })),
    ...Array.from({ length: count }, (_, at) =>
      widths.map((_width, column): BookCell => ({
        row: firstRuleRow - 1 + at,
        column,
        ...valueOf(written[at], column, verdictOf(written[at])),
        style: column === verdictColumn ? looks.formulaWrapped : looks.inputWrapped,
      })),
    ).flat(),
  ]
  const letters = 'ABCDEFGHIJ'
  return {
    name: sheetNames.ownRules,
    tab: 'BFBFBF',
    columns: widths.map((width) => ({ width })),
    cells,
    heights: new Map([
      [0, 26],
      [firstRuleRow - 2, 22],
    ]),
    validations: words.hints.map((text, column) => {
      const range = `${letters[column]}${firstRuleRow}:${letters[column]}${last}`
      const prompt = { title: words.header[column] ?? '', text }
      const list = column === 2 ? '表' : column === 5 ? '级别' : null
      if (list === null) return { range, kind: { type: 'any' as const }, prompt }
      return {
        range,
        kind: { type: 'list' as const, formula: codeListName(list) },
        prompt,
        error: {
          title: templateWords.errors.listTitle,
          text: templateWords.errors.list(words.header[column] ?? ''),
          style: 'stop' as const,
        },
      }
    }),
    freeze: [firstRuleRow - 1, 2],
    protect: true,
    print: { landscape: true, titleRows: `${firstRuleRow - 1}:${firstRuleRow - 1}` },
  }
}

function valueOf(
  rule: WrittenRule | undefined,
  column: number,
  verdict: string,
): { readonly value?: string } {
  const part = ruleParts[column]
  const value = part === undefined ? verdict : (rule?.parts[part] ?? '')
  return value === '' ? {} : { value }
}
