import type { CellValue } from './cells.ts'
import {
  Beyond,
  type Place,
  type Value,
  apply,
  cellsOf,
  compare,
  isBlock,
  isError,
  single,
  toBoolean,
  toNumber,
  toText,
} from './formulaValues.ts'

/** A COUNTIF criterion: `">=3"`, `"严重"`, `"*公司"`. */
function criterion(wanted: CellValue): (value: CellValue) => boolean {
  if (typeof wanted !== 'string') return (value) => value !== null && compare(value, wanted) === 0
  const [, operator = '=', operand = ''] = /^(<>|<=|>=|=|<|>)?(.*)$/s.exec(wanted) ?? []
  const number = operand.trim() === '' ? Number.NaN : Number(operand)
  if (!Number.isNaN(number)) {
    return (value) => typeof value === 'number' && apply(operator, value, number) === true
  }
  const pattern = new RegExp(
    `^${operand.replace(/[.*+?^${}()|[\]\\]/g, (c) => (c === '*' ? '.*' : c === '?' ? '.' : `\\${c}`))}$`,
    'is',
  )
  if (operator === '<>') return (value) => !pattern.test(toText(value))
  return (value) => pattern.test(toText(value))
}

function countWhere(args: readonly Value[], sum?: Value): number {
  const [first] = args
  if (!first || !isBlock(first)) throw new Beyond()
  const tests = []
  for (let i = 0; i + 1 < args.length; i += 2) {
    const [block, wanted] = [args[i], args[i + 1]]
    if (!block || !isBlock(block) || wanted === undefined || isBlock(wanted)) {
      if (wanted && isBlock(wanted) && block && isBlock(block)) {
        tests.push({ block, test: criterion(wanted.sheet.cells.value(wanted.area.row, wanted.area.column)) })
        continue
      }
      throw new Beyond()
    }
    tests.push({ block, test: criterion(wanted) })
  }
  const { sheet, area: a } = first
  const bottom = Math.min(a.rows, sheet.cells.rowCount - a.row)
  const right = Math.min(a.columns, sheet.cells.columnCount - a.column)
  let total = 0
  for (let r = 0; r < bottom; r++) {
    for (let c = 0; c < right; c++) {
      const all = tests.every(({ block, test }) =>
        test(block.sheet.cells.value(block.area.row + r, block.area.column + c)),
      )
      if (!all) continue
      if (sum === undefined) total++
      else if (isBlock(sum)) {
        const value = sum.sheet.cells.value(sum.area.row + r, sum.area.column + c)
        if (typeof value === 'number') total += value
      }
    }
  }
  return total
}

type Body = (args: readonly Value[], place: Place) => Value

const one = (args: readonly Value[], at: number, place: Place): CellValue => single(args[at] ?? null, place)
const numbersOf = (args: readonly Value[]): number[] =>
  [...cellsOf(args)].filter((value) => typeof value === 'number')

/** The functions that ledgers and conditional formats use. */
export const formulaFunctions: Readonly<Record<string, Body>> = {
  AND: (args) => [...cellsOf(args)].filter((v) => v !== null).every(toBoolean),
  OR: (args) => [...cellsOf(args)].some((v) => v !== null && toBoolean(v)),
  NOT: (args, place) => !toBoolean(one(args, 0, place)),
  IF: (args, place) =>
    toBoolean(one(args, 0, place)) ? (args[1] ?? 0) : args.length > 2 ? (args[2] ?? 0) : false,
  IFERROR: (args, place) => (isError(one(args, 0, place)) ? (args[1] ?? '') : (args[0] ?? '')),
  ISBLANK: (args, place) => one(args, 0, place) === null,
  ISNUMBER: (args, place) => typeof one(args, 0, place) === 'number',
  ISTEXT: (args, place) => typeof one(args, 0, place) === 'string' && !isError(one(args, 0, place)),
  ISERROR: (args, place) => isError(one(args, 0, place)),
  LEN: (args, place) => toText(one(args, 0, place)).length,
  LEFT: (args, place) => toText(one(args, 0, place)).slice(0, toNumber(one(args, 1, place) ?? 1)),
  RIGHT: (args, place) => {
    const count = toNumber(one(args, 1, place) ?? 1)
    return count === 0 ? '' : toText(one(args, 0, place)).slice(-count)
  },
  MID: (args, place) => {
    const from = toNumber(one(args, 1, place)) - 1
    return toText(one(args, 0, place)).slice(from, from + toNumber(one(args, 2, place)))
  },
  TRIM: (args, place) =>
    toText(one(args, 0, place))
      .trim()
      .replace(/ +/g, ' '),
  EXACT: (args, place) => toText(one(args, 0, place)) === toText(one(args, 1, place)),
  SEARCH: (args, place) => {
    const at = toText(one(args, 1, place))
      .toLowerCase()
      .indexOf(toText(one(args, 0, place)).toLowerCase())
    return at < 0 ? '#VALUE!' : at + 1
  },
  FIND: (args, place) => {
    const at = toText(one(args, 1, place)).indexOf(toText(one(args, 0, place)))
    return at < 0 ? '#VALUE!' : at + 1
  },
  ROW: (args, place) => {
    const [first] = args
    return (first && isBlock(first) ? first.area.row : place.row) + 1
  },
  COLUMN: (args, place) => {
    const [first] = args
    return (first && isBlock(first) ? first.area.column : place.column) + 1
  },
  MOD: (args, place) => {
    const [a, b] = [toNumber(one(args, 0, place)), toNumber(one(args, 1, place))]
    return b === 0 ? '#DIV/0!' : a - b * Math.floor(a / b)
  },
  ABS: (args, place) => Math.abs(toNumber(one(args, 0, place))),
  INT: (args, place) => Math.floor(toNumber(one(args, 0, place))),
  ROUND: (args, place) => {
    const by = 10 ** toNumber(one(args, 1, place))
    return Math.round(toNumber(one(args, 0, place)) * by) / by
  },
  SUM: (args) => numbersOf(args).reduce((sum, n) => sum + n, 0),
  COUNT: (args) => numbersOf(args).length,
  COUNTA: (args) => [...cellsOf(args)].filter((value) => value !== null).length,
  MAX: (args) => numbersOf(args).reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
  MIN: (args) => numbersOf(args).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
  AVERAGE: (args) => {
    const numbers = numbersOf(args)
    return numbers.length === 0 ? '#DIV/0!' : numbers.reduce((sum, n) => sum + n, 0) / numbers.length
  },
  COUNTIF: (args) => countWhere(args),
  COUNTIFS: (args) => countWhere(args),
  SUMIF: (args) => countWhere(args.slice(0, 2), args[2] ?? args[0]),
  SUMIFS: (args) => countWhere(args.slice(1), args[0]),
  CONCATENATE: (args, place) => args.map((_, i) => toText(one(args, i, place))).join(''),
}
