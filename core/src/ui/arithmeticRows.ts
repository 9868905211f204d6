import type { ExplainedPart, FindingExplanation } from '../check/index.ts'
import type { SourceStatus } from '../policy/index.ts'

export interface ArithmeticRow {
  /** result: stands under a line, bold. limit: what it was compared with. fact: a condition that is no sum. */
  readonly kind: 'operand' | 'result' | 'limit' | 'fact'
  /** `+ − × ÷` before an operand, `> ≥ < ≤ = ≠` before a limit. */
  readonly operator: string
  readonly label: string
  readonly value: string
  /** Of a parameter that is the limit. */
  readonly status?: SourceStatus
}

const comparisons: Readonly<Record<string, string>> = {
  大于: '>',
  不小于: '≥',
  小于: '<',
  不大于: '≤',
  等于: '=',
  不等于: '≠',
}
const operations: Readonly<Record<string, string>> = {
  '+': '+',
  '-': '−',
  '*': '×',
  '/': '÷',
  '×': '×',
  '÷': '÷',
  加: '+',
  减: '−',
}

/**
 * The sum behind a finding, from its explanation: for each condition that held, what was computed, from what, and the
 * limit it was held against. What is no comparison is shown as a fact; conditions that did not decide are left out.
 */
export function arithmeticRows(explanation: FindingExplanation | null): readonly ArithmeticRow[] {
  if (!explanation?.when) return []
  return conditions(explanation.when).flatMap(rowsOf)
}

/** The conditions joined by 并且; of those joined by 或者 the ones that held. */
function conditions(part: ExplainedPart): readonly ExplainedPart[] {
  const isJoined = part.parts.length > 1 && part.parts.every((one) => one.truth !== undefined)
  if (isJoined && part.text.includes('，并且 ')) return part.parts.flatMap(conditions)
  if (isJoined && part.text.includes('，或者 ')) {
    return part.parts.filter((one) => one.truth === true).flatMap(conditions)
  }
  return [part]
}

function rowsOf(part: ExplainedPart): readonly ArithmeticRow[] {
  const [left, right] = part.parts
  if (!left) return [fact(part)]
  const tail = rest(part.text, left.text)
  if (right && part.parts.length === 2) {
    const word = tail === null ? undefined : between(tail, right.text)
    const operator = word === undefined ? undefined : comparisons[word]
    if (operator) return [...sum(left), ...limit(operator, right)]
  }
  if (!right && tail !== null && left.parts.length === 0) return againstLiteral(left, tail)
  return [fact(part), ...part.parts.filter(isValue).map((one) => operand('', one))]
}

/** `五级分类 属于 “正常”、“关注”`, `首次检查日期 为空`, `贷款余额 大于 0`. */
function againstLiteral(left: ExplainedPart, tail: string): readonly ArithmeticRow[] {
  const [word = '', ...others] = tail.split(' ')
  const operator = comparisons[word]
  const said = others.join(' ')
  const row: ArithmeticRow = { ...operand('', left), kind: 'result' }
  if (operator === '=' || word.startsWith('为空') || word.startsWith('已填')) return [row]
  return [row, { kind: 'limit', operator: operator ?? '', label: '', value: operator ? said : tail }]
}

/** The parts of a sum and its result; a single value is a result by itself. */
function sum(part: ExplainedPart): readonly ArithmeticRow[] {
  const operands = operandsOf(part)
  if (operands.length < 2) return [{ ...operand('', part), kind: 'result' }]
  return [...operands, { kind: 'result', operator: '=', label: '', value: shown(part, unitOf(part)) }]
}

function limit(operator: string, part: ExplainedPart): readonly ArithmeticRow[] {
  const operands = operandsOf(part)
  const single = operands.length < 2
  return [
    ...(single ? [] : operands),
    {
      kind: 'limit',
      operator,
      label: single ? nameOf(part) : '',
      value: shown(part, unitOf(part)),
      ...(single && part.sourceStatus ? { status: part.sourceStatus } : {}),
    },
  ]
}

function operandsOf(part: ExplainedPart): readonly ArithmeticRow[] {
  const [left, right] = part.parts
  if (!left || !right || part.parts.length !== 2 || part.truth !== undefined) return [operand('', part)]
  const tail = rest(part.text, left.text)
  const word =
    tail === null ? undefined : between(tail.replace(/ [天月年]$/u, ''), right.text.replace(/^-/u, ''))
  const operator = word === undefined ? undefined : operations[word]
  if (!operator) return [operand('', part)]
  // 减 n 天 is written as adding a negative number
  const plain = right.text.startsWith('-') ? (right.parts[0] ?? right) : right
  return [...operandsOf(left), operand(operator, plain)]
}

function operand(operator: string, part: ExplainedPart): ArithmeticRow {
  return {
    kind: 'operand',
    operator,
    label: nameOf(part),
    value: shown(part, part.unit),
    ...(part.sourceStatus ? { status: part.sourceStatus } : {}),
  }
}

function fact(part: ExplainedPart): ArithmeticRow {
  return { kind: 'fact', operator: '', label: part.text, value: part.value }
}

function isValue(part: ExplainedPart): boolean {
  return part.truth === undefined && part.parts.length === 0
}

function nameOf(part: ExplainedPart): string {
  return part.text.replace(/^参数\./u, '').replaceAll('参数.', '')
}

/** A sum has the unit of its parts where they agree. */
function unitOf(part: ExplainedPart): string | undefined {
  if (part.unit !== undefined || part.parts.length === 0) return part.unit
  if (/[×÷*/]/u.test(part.text)) return undefined
  const units = new Set(part.parts.map(unitOf))
  return units.size === 1 ? [...units][0] : undefined
}

function shown(part: ExplainedPart, unit: string | undefined): string {
  if (!/^-?\d+(\.\d+)?$/u.test(part.value)) return part.value
  const value = Number(part.value)
  const digits =
    unit === '元' ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : { maximumFractionDigits: 6 }
  const text = value.toLocaleString('en-US', digits)
  if (unit === undefined || unit === '') return text
  return unit === '%' ? `${text}%` : `${text} ${unit}`
}

/** What follows a part in the words of its whole; null where the whole does not begin with it. */
function rest(whole: string, part: string): string | null {
  for (const start of [part, `（${part}）`]) {
    if (whole.startsWith(`${start} `)) return whole.slice(start.length + 1)
  }
  return null
}

/** What stands before a part that ends the words. */
function between(tail: string, part: string): string | undefined {
  for (const end of [part, `（${part}）`]) {
    if (tail.endsWith(` ${end}`)) return tail.slice(0, -end.length - 1)
  }
  return undefined
}
