import { type Area, columnLetters } from '@postloan/core/table'

const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384

/** `B3:D9` for an area counted from 0, its ends outside. */
export function addressOf({ top, left, bottom, right }: Area): string {
  return `${columnLetters(left)}${top + 1}:${columnLetters(right - 1)}${bottom}`
}

/** The areas of an address as events give it: `A1`, `借据!A1:B3`, `5:7`, `C:C`, several with commas. */
export function areasOf(address: string): readonly Area[] {
  return address.split(',').flatMap((part) => {
    const bare = part.slice(part.lastIndexOf('!') + 1).replaceAll('$', '')
    const match = /^([A-Z]{0,3})(\d*)(?::([A-Z]{0,3})(\d*))?$/i.exec(bare.trim())
    if (!match) return []
    const [, fromColumn = '', fromRow = '', toColumn, toRow] = match
    const isOne = toColumn === undefined && toRow === undefined
    const lastColumn = isOne ? fromColumn : (toColumn ?? '')
    const lastRow = isOne ? fromRow : (toRow ?? '')
    return [
      {
        top: fromRow === '' ? 0 : Number(fromRow) - 1,
        bottom: lastRow === '' ? LAST_ROW : Number(lastRow),
        left: fromColumn === '' ? 0 : columnNumber(fromColumn),
        right: lastColumn === '' ? LAST_COLUMN : columnNumber(lastColumn) + 1,
      },
    ]
  })
}

function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters.toUpperCase()) number = number * 26 + (letter.codePointAt(0) ?? 0) - 64
  return number - 1
}
