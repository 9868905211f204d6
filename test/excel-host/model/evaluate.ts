import { type Area, parseAddress, splitSheet } from './area.ts'
import { type CellValue, ERRORS } from './cells.ts'
import type { Sheet } from './sheet.ts'
import type { Workbook } from './workbook.ts'

export interface Place {
  readonly workbook: Workbook
  readonly sheet: Sheet
  readonly row: number
  readonly column: number
}

type Value = CellValue | Block
interface Block {
  readonly sheet: Sheet
  readonly area: Area
}

/** Thrown for what this small calculator cannot do; the caller keeps the value it has. */
class Beyond extends Error {}

const isBlock = (value: Value): value is Block => typeof value === 'object' && value !== null

/**
 * Works out a formula with the operators and the few dozen functions that ledgers and conditional formats use.
 * @returns undefined where the formula needs more than that.
 */
export function evaluate(formula: string, place: Place): CellValue | undefined {
  try {
    const reader = new Reader(formula.replace(/^=/, ''), place)
    const value = reader.whole()
    return isBlock(value) ? single(value, place) : (value ?? 0)
  } catch (caught) {
    if (caught instanceof Beyond) return undefined
    throw caught
  }
}

const TOKEN =
  /\s*(?:("(?:[^"]|"")*")|(\d+\.?\d*(?:[eE][+-]?\d+)?(?![:\d]))|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+)(?![\p{L}\p{N}_.(])|([\p{L}_][\p{L}\p{N}_.]*)|(#[A-Z/0!?]+)|(<>|<=|>=|[-+*/^&=<>(),%]))/uy

interface Token {
  readonly type: 'text' | 'number' | 'reference' | 'name' | 'error' | 'mark'
  readonly text: string
}

class Reader {
  readonly #place: Place
  readonly #tokens: Token[] = []
  #at = 0

  constructor(formula: string, place: Place) {
    this.#place = place
    TOKEN.lastIndex = 0
    const text = formula.trim()
    while (TOKEN.lastIndex < text.length) {
      const found = TOKEN.exec(text)
      if (!found) throw new Beyond()
      const [, quoted, number, sheet, reference, name, error, mark] = found
      if (quoted !== undefined)
        this.#tokens.push({ type: 'text', text: quoted.slice(1, -1).replaceAll('""', '"') })
      else if (number !== undefined) this.#tokens.push({ type: 'number', text: number })
      else if (reference !== undefined)
        this.#tokens.push({ type: 'reference', text: (sheet ?? '') + reference })
      else if (name !== undefined) this.#tokens.push({ type: 'name', text: name })
      else if (error !== undefined) this.#tokens.push({ type: 'error', text: error })
      else this.#tokens.push({ type: 'mark', text: mark ?? '' })
    }
  }

  whole(): Value {
    const value = this.#binary(0)
    if (this.#at < this.#tokens.length) throw new Beyond()
    return value
  }

  #take(text: string): boolean {
    const token = this.#tokens[this.#at]
    if (token?.type !== 'mark' || token.text !== text) return false
    this.#at++
    return true
  }

  #binary(level: number): Value {
    const levels = [['=', '<>', '<', '>', '<=', '>='], ['&'], ['+', '-'], ['*', '/'], ['^']]
    const operators = levels[level]
    if (!operators) return this.#unary()
    let left = this.#binary(level + 1)
    for (;;) {
      const operator = operators.find((one) => this.#take(one))
      if (operator === undefined) return left
      left = apply(operator, single(left, this.#place), single(this.#binary(level + 1), this.#place))
    }
  }

  #unary(): Value {
    if (this.#take('-')) return apply('-', 0, single(this.#unary(), this.#place))
    if (this.#take('+')) return this.#unary()
    let value = this.#primary()
    while (this.#take('%')) value = apply('/', single(value, this.#place), 100)
    return value
  }

  #primary(): Value {
    if (this.#take('(')) {
      const inner = this.#binary(0)
      if (!this.#take(')')) throw new Beyond()
      return inner
    }
    const token = this.#tokens[this.#at++]
    if (!token) throw new Beyond()
    if (token.type === 'text' || token.type === 'error') return token.text
    if (token.type === 'number') return Number(token.text)
    if (token.type === 'reference') return this.#reference(token.text)
    if (token.type === 'mark') throw new Beyond()
    if (this.#take('(')) return this.#call(token.text.toUpperCase())
    if (/^true$/i.test(token.text)) return true
    if (/^false$/i.test(token.text)) return false
    const named = this.#place.workbook.names.find(
      (one) => one.name.toLowerCase() === token.text.toLowerCase(),
    )
    if (!named) throw new Beyond()
    return this.#reference(named.formula.replace(/^=/, ''))
  }

  #reference(text: string): Block {
    const { sheet, address } = splitSheet(text)
    const on = sheet === null ? this.#place.sheet : this.#place.workbook.sheetNamed(sheet)
    const where = parseAddress(address)
    if (!on || !where) throw new Beyond()
    return { sheet: on, area: where }
  }

  #call(name: string): Value {
    const args: Value[] = []
    if (!this.#take(')')) {
      do {
        const token = this.#tokens[this.#at]
        const empty = token?.type === 'mark' && (token.text === ',' || token.text === ')')
        args.push(empty ? null : this.#binary(0))
      } while (this.#take(','))
      if (!this.#take(')')) throw new Beyond()
    }
    const body = functions[name.replace(/^_XLFN\./, '')]
    if (!body) throw new Beyond()
    return body(args, this.#place)
  }
}

/** One value out of a block: its only cell, or the one in the formula's own row or column. */
function single(value: Value, place: Place): CellValue {
  if (!isBlock(value)) return value
  const { sheet, area: a } = value
  const row = a.rows === 1 ? a.row : place.row
  const column = a.columns === 1 ? a.column : place.column
  return sheet.cells.value(row, column)
}

function* cellsOf(values: readonly Value[]): Generator<CellValue, void> {
  for (const value of values) {
    if (!isBlock(value)) {
      yield value
      continue
    }
    const { sheet, area: a } = value
    const bottom = Math.min(a.row + a.rows, sheet.cells.rowCount)
    const right = Math.min(a.column + a.columns, sheet.cells.columnCount)
    for (let r = a.row; r < bottom; r++) for (let c = a.column; c < right; c++) yield sheet.cells.value(r, c)
  }
}

const isError = (value: CellValue): value is string => typeof value === 'string' && ERRORS.includes(value)

function toNumber(value: CellValue): number {
  if (value === null) return 0
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'number' ? value : Number(value)
}

function toText(value: CellValue): string {
  if (value === null) return ''
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value)
}

function toBoolean(value: CellValue): boolean {
  return typeof value === 'string' ? value.toUpperCase() === 'TRUE' : toNumber(value) !== 0
}

function apply(operator: string, left: CellValue, right: CellValue): CellValue {
  if (isError(left)) return left
  if (isError(right)) return right
  if (operator === '&') return toText(left) + toText(right)
  if (/[=<>]/.test(operator)) {
    const order = compare(left, right)
    if (operator === '=') return order === 0
    if (operator === '<>') return order !== 0
    if (operator === '<') return order < 0
    if (operator === '>') return order > 0
    return operator === '<=' ? order <= 0 : order >= 0
  }
  const a = toNumber(left)
  const b = toNumber(right)
  if (Number.isNaN(a) || Number.isNaN(b)) return '#VALUE!'
  if (operator === '+') return a + b
  if (operator === '-') return a - b
  if (operator === '*') return a * b
  if (operator === '/') return b === 0 ? '#DIV/0!' : a / b
  return a ** b
}

/** Numbers before texts before truth values, as Excel orders them; an empty cell equals 0 and "". */
export function compare(left: CellValue, right: CellValue): number {
  const rank = (value: CellValue) => (typeof value === 'boolean' ? 3 : typeof value === 'string' ? 2 : 1)
  const a = left ?? (typeof right === 'string' ? '' : typeof right === 'boolean' ? false : 0)
  const b = right ?? (typeof left === 'string' ? '' : typeof left === 'boolean' ? false : 0)
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  if (typeof a === 'string' && typeof b === 'string') {
    return a.localeCompare(b, 'zh-CN', { sensitivity: 'accent' })
  }
  return toNumber(a) - toNumber(b)
}

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

const functions: Readonly<Record<string, Body>> = {
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

/** True where a condition (a formula written for `base`) holds at a cell. */
export function holdsAt(formula: string, place: Place): boolean {
  const value = evaluate(formula, place)
  return value !== undefined && !isError(value) && toBoolean(value)
}
