import type { ArithmeticOp, Ast, CompareOp } from '../ast.ts'
import { messages } from '../messages.ts'
import type { FeelType } from '../types.ts'
import type { Checker } from './checker.ts'
import { union } from './checker.ts'
import type { Typed } from './typed.ts'

const ORDERED = new Set<FeelType>([
  'number',
  'text',
  'date',
  'duration',
  'days',
  'months',
  'time',
  'dateTime',
  'any',
  'null',
])

export function compare(
  checker: Checker,
  ast: Ast,
  op: CompareOp,
  left: Typed,
  right: Typed,
  { strict, knownPart }: { strict: boolean; knownPart: boolean },
): Typed {
  checkComparable(checker, ast, op, left, right)
  const levels = left.levels | right.levels
  return { kind: 'compare', op, left, right, strict, knownPart, type: 'boolean', levels, ast }
}

function checkComparable(checker: Checker, ast: Ast, op: CompareOp, left: Typed, right: Typed): void {
  if (checker.plain) return
  checker.refuseRows(left)
  checker.refuseRows(right)
  if (!comparable(left.type, right.type)) {
    const message = messages.compareTypes(messages.typeName[left.type], messages.typeName[right.type])
    const types = [left.type, right.type]
    const hint =
      types.includes('text') && types.includes('number')
        ? messages.compareTextHint()
        : types.includes('date')
          ? messages.compareDateHint()
          : undefined
    checker.fail('compareTypes', ast, message, hint)
    return
  }
  if (op !== '=' && op !== '!=' && !ORDERED.has(left.type)) {
    checker.fail('notOrdered', ast, messages.notOrdered(messages.typeName[left.type]))
  }
  checkCode(checker, left, right)
  checkCode(checker, right, left)
}

/** A value that the field's code list does not have can never be equal to it. */
function checkCode(checker: Checker, field: Typed, literal: Typed): void {
  if (
    field.kind !== 'column' ||
    !field.values ||
    literal.kind !== 'const' ||
    typeof literal.value !== 'string'
  )
    return
  if (field.values.includes(literal.value)) return
  const near = checker.hint(literal.value, field.values)
  const hint = [near, messages.codeValues(field.values)].filter((part) => part !== undefined).join('')
  checker.fail('unknownCode', literal.ast, messages.unknownCode(literal.value, field.name), hint)
}

function comparable(a: FeelType, b: FeelType): boolean {
  if (a === b || a === 'any' || b === 'any' || a === 'null' || b === 'null') return true
  return isDuration(a) && isDuration(b) && (a === 'duration' || b === 'duration')
}

function isDuration(type: FeelType): boolean {
  return type === 'duration' || type === 'days' || type === 'months'
}

export function logic(checker: Checker, ast: Ast, op: 'and' | 'or', parts: readonly Typed[]): Typed {
  for (const part of parts) checker.needBoolean(part)
  return { kind: 'logic', op, parts, type: 'boolean', levels: union(parts), ast }
}

export function negate(checker: Checker, ast: Ast, of: Typed): Typed {
  const type = of.type
  if (type !== 'number' && !isDuration(type) && type !== 'any' && type !== 'null' && !checker.plain) {
    return checker.fail(
      'arithmeticTypes',
      ast,
      messages.arithmeticTypes('-', messages.typeName[type], messages.typeName.number),
    )
  }
  const known = type === 'number' || type === 'days' || type === 'months'
  return { kind: 'negate', of, type: known ? type : 'any', levels: of.levels, ast }
}

export function arithmetic(checker: Checker, ast: Ast, op: ArithmeticOp, left: Typed, right: Typed): Typed {
  checker.refuseRows(left)
  checker.refuseRows(right)
  const type = resultType(op, left.type, right.type)
  if (type === null && !checker.plain) {
    const message = messages.arithmeticTypes(op, messages.typeName[left.type], messages.typeName[right.type])
    return checker.fail('arithmeticTypes', ast, message)
  }
  return { kind: 'arithmetic', op, left, right, type: type ?? 'any', levels: left.levels | right.levels, ast }
}

/** `left op right → result` of every pair of kinds that DMN defines. */
const RESULTS: Readonly<Record<string, FeelType>> = {
  'text + text': 'text',
  'days + days': 'days',
  'months + months': 'months',
  'date + days': 'date',
  'days + date': 'date',
  'date + months': 'date',
  'months + date': 'date',
  'date + duration': 'date',
  'duration + date': 'date',
  'days - days': 'days',
  'months - months': 'months',
  'date - date': 'days',
  'date - days': 'date',
  'date - months': 'date',
  'date - duration': 'date',
  'days * number': 'days',
  'number * days': 'days',
  'months * number': 'months',
  'number * months': 'months',
  'days / number': 'days',
  'months / number': 'months',
  'days / days': 'number',
  'months / months': 'number',
}

function resultType(op: ArithmeticOp, a: FeelType, b: FeelType): FeelType | null {
  if (a === 'number' && b === 'number') return 'number'
  if (a === 'any' || b === 'any' || a === 'null' || b === 'null') return 'any'
  const found = RESULTS[`${a} ${op} ${b}`]
  if (found) return found
  return [a, b].some((type) => type === 'time' || type === 'dateTime' || type === 'duration') ? 'any' : null
}
