import { parseAddress, splitSheet } from './area.ts'
import type { CellValue } from './cells.ts'
import { formulaFunctions } from './formulaFunctions.ts'
import {
  Beyond,
  type Block,
  type Place,
  type Value,
  apply,
  isBlock,
  isError,
  single,
  toBoolean,
} from './formulaValues.ts'

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
    const body = formulaFunctions[name.replace(/^_XLFN\./, '')]
    if (!body) throw new Beyond()
    return body(args, this.#place)
  }
}

/** True where a condition (a formula written for `base`) holds at a cell. */
export function holdsAt(formula: string, place: Place): boolean {
  const value = evaluate(formula, place)
  return value !== undefined && !isError(value) && toBoolean(value)
}
