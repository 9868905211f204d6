import { parseIsoDay } from '../../calendar/index.ts'
import type { Ast, CallAst } from '../ast.ts'
import { creditCodeFormula, identityNumberFormula } from './identityFormulas.ts'
import { listToFormula } from './lists.ts'
import { dayLiteral } from './literals.ts'
import { excelMessages } from './messages.ts'
import { containsFormula, patternFormula, replaceFormula } from './patternFormulas.ts'
import { type Piece, perItemOf, truthOf } from './piece.ts'
import type { ExcelScope, ExcelType } from './scope.ts'
import type { ExcelTranslation } from './toExcel.ts'
import { negated } from './truths.ts'

interface FunctionFormula {
  readonly type: ExcelType
  readonly takes: readonly ExcelType[]
  /** Takes no arrays: not for the rows of a list. */
  readonly single?: true
  /** A truth's formula may be an error where an argument is null. */
  formula(...args: readonly string[]): string
  /** For array formulas, where `formula` has a function that takes cells only. */
  inArray?(...args: readonly string[]): string
}

/** Functions of plain worksheets: an error in, an error out, as FEEL has it with null. */
const functions: Readonly<Record<string, FunctionFormula>> = {
  abs: { type: 'number', takes: ['number'], formula: (x) => `ABS(${x})` },
  // INT goes down for negative numbers too
  floor: { type: 'number', takes: ['number'], formula: (x) => `INT(${x})` },
  ceiling: { type: 'number', takes: ['number'], formula: (x) => `(-INT(-${x}))` },
  contains: {
    type: 'boolean',
    takes: ['text', 'text'],
    formula: (text = '', part = '') => containsFormula(text, part),
  },
  'starts with': {
    type: 'boolean',
    takes: ['text', 'text'],
    formula: (text, part) => `EXACT(LEFT(${text},LEN(${part})),${part})`,
  },
  'ends with': {
    type: 'boolean',
    takes: ['text', 'text'],
    formula: (text, part) => `EXACT(RIGHT(${text},LEN(${part})),${part})`,
  },
  'string length': { type: 'number', takes: ['text'], formula: (text) => `LEN(${text})` },
  'upper case': { type: 'text', takes: ['text'], formula: (text) => `UPPER(${text})` },
  'lower case': { type: 'text', takes: ['text'], formula: (text) => `LOWER(${text})` },
  'days between': { type: 'number', takes: ['date', 'date'], formula: (a, b) => `(${b}-${a})` },
  'add days': { type: 'date', takes: ['date', 'number'], formula: (day, days) => `(${day}+TRUNC(${days}))` },
  'add months': {
    type: 'date',
    takes: ['date', 'number'],
    formula: (day, months) => `EDATE(${day},TRUNC(${months}))`,
    inArray: (day = '', months = '') => monthsLater(day, months),
  },
  'end of month': {
    type: 'date',
    takes: ['date'],
    formula: (day) => `EOMONTH(${day},0)`,
    inArray: (day) => `DATE(YEAR(${day}),MONTH(${day})+1,0)`,
  },
  // DATEDIF takes the earlier day first; whole months towards zero, as FEEL has it
  'months between': {
    type: 'number',
    takes: ['date', 'date'],
    single: true,
    formula: (a, b) => `(DATEDIF(MIN(${a},${b}),MAX(${a},${b}),"m")*SIGN(${b}-${a}))`,
  },
}

/** EDATE by functions that take arrays: a day that the month does not have becomes its last. */
function monthsLater(day: string, months: string): string {
  const [year, month] = [`YEAR(${day})`, `MONTH(${day})+TRUNC(${months})`]
  const last = `DAY(DATE(${year},${month}+1,0))`
  return `DATE(${year},${month},IF(DAY(${day})<${last},DAY(${day}),${last}))`
}

export function callToFormula(translation: ExcelTranslation, call: CallAst, scope: ExcelScope): Piece {
  const aggregate = listToFormula(translation, call, scope, 'whole')
  if (aggregate) return aggregate
  if (call.argNames) return translation.refuse('form', excelMessages.form('按名称写参数'), call)
  const [first, second] = call.args
  switch (call.name) {
    case 'not':
      if (first && !second) return negated(translation.truth(first, scope))
      break
    case 'date':
      return dateLiteral(translation, call)
    case 'substring':
      return substring(translation, call, scope)
    case 'matches':
      return matches(translation, call, scope)
    case 'replace':
      return replaced(translation, call, scope)
    case 'list contains':
      if (first && second) return listContains(translation, call, first, second, scope)
      break
    case 'min':
    case 'max':
      return extreme(translation, call, scope)
    case 'id number valid':
    case 'uscc valid':
      return identity(translation, call, scope)
    case 'working days between':
    case 'next working day':
    case 'add working days':
      return workingDay(translation, call, scope)
  }
  const known = functions[call.name]
  if (!known || known.takes.length !== call.args.length) {
    return translation.refuse('function', excelMessages.function(call.name), call)
  }
  const args = call.args.map((one) => translation.translate(one, scope))
  if (args.some((arg, index) => arg.type !== 'null' && arg.type !== known.takes[index])) {
    return translation.refuse('type', excelMessages.function(call.name), call)
  }
  const perItem = perItemOf(args)
  if (known.single && perItem.perItem)
    return translation.refuse('form', excelMessages.form(`列表中的 ${call.name}`), call)
  // constants are cells to every function
  const literal = args.every((arg) => arg.literal) ? ({ literal: true } as const) : {}
  const texts = args.map((arg) => arg.formula)
  const inArray = translation.asArray && !literal.literal ? known.inArray?.(...texts) : undefined
  const formula = inArray ?? known.formula(...texts)
  if (known.type === 'boolean') return truthOf(`--(${formula})`, args)
  return { formula, type: known.type, ...perItem, ...literal }
}

function dateLiteral(translation: ExcelTranslation, call: CallAst): Piece {
  const [text] = call.args
  const day = text?.kind === 'text' ? parseIsoDay(text.value) : Number.NaN
  if (Number.isNaN(day)) return translation.refuse('form', excelMessages.constantArgument('date'), call)
  return { formula: dayLiteral(day), type: 'date' }
}

/** `list contains(参数.必填字段, "借据号")`: a parameter's list holds the text. None holds null: DMN says false, not null. */
function listContains(
  translation: ExcelTranslation,
  call: CallAst,
  list: Ast,
  item: Ast,
  scope: ExcelScope,
): Piece {
  if (!translation.listConstant(list, scope))
    return translation.refuse('form', excelMessages.constantArgument('list contains'), call)
  const span = { from: call.from, to: call.to }
  const held = translation.translate({ kind: 'in', of: item, tests: [list], strict: true, ...span }, scope)
  return { ...held, formula: `INT(${held.formula})` }
}

/** Null where the text is too short to have the first sign, as FEEL has it. */
function substring(translation: ExcelTranslation, call: CallAst, scope: ExcelScope): Piece {
  const [text, from, length] = call.args
  const start = wholeNumber(from)
  const count = length ? wholeNumber(length) : undefined
  if (!text || !start || (length && !(count && count > 0))) {
    return translation.refuse('form', excelMessages.constantArgument('substring'), call)
  }
  const of = translation.translate(text, scope)
  const place = start > 0 ? String(start) : `LEN(${of.formula})-${-start - 1}`
  const part = `MID(${of.formula},${place},${count ?? `LEN(${of.formula})`})`
  return {
    formula: `IF(LEN(${of.formula})<${Math.abs(start)},NA(),${part})`,
    type: 'text',
    ...perItemOf([of]),
  }
}

function wholeNumber(ast: Ast | undefined): number | undefined {
  const value =
    ast?.kind === 'negate' && ast.of.kind === 'number'
      ? -ast.of.value
      : ast?.kind === 'number'
        ? ast.value
        : undefined
  return Number.isInteger(value) ? value : undefined
}

function matches(translation: ExcelTranslation, call: CallAst, scope: ExcelScope): Piece {
  const [text, pattern, ...flags] = call.args
  if (!text || pattern?.kind !== 'text' || flags.length > 0) {
    return translation.refuse('form', excelMessages.constantArgument('matches'), call)
  }
  const of = translation.translate(text, scope)
  const test = patternFormula(of.formula, pattern.value)
  if (test === null) return translation.refuse('form', excelMessages.pattern(pattern.value), call)
  return truthOf(`--(${test})`, [of])
}

function replaced(translation: ExcelTranslation, call: CallAst, scope: ExcelScope): Piece {
  const [text, pattern, by, ...flags] = call.args
  if (
    !text ||
    pattern?.kind !== 'text' ||
    by?.kind !== 'text' ||
    /[$\\]/.test(by.value) ||
    flags.length > 0
  ) {
    return translation.refuse('form', excelMessages.constantArgument('replace'), call)
  }
  const of = translation.translate(text, scope)
  const formula = replaceFormula(of.formula, pattern.value, by.value)
  if (formula === null) return translation.refuse('form', excelMessages.pattern(pattern.value), call)
  return { formula, type: 'text', ...perItemOf([of]) }
}

/** `max(本金逾期天数, 利息逾期天数)`: an error among the values is the answer, as null is in FEEL. */
function extreme(translation: ExcelTranslation, call: CallAst, scope: ExcelScope): Piece {
  const items = call.args.length === 1 && call.args[0]?.kind === 'list' ? call.args[0].items : call.args
  const pieces = items.map((one) => translation.translate(one, scope))
  const type = pieces.find((piece) => piece.type !== 'null')?.type ?? 'null'
  const plain = (type === 'number' || type === 'date') && pieces.every((one) => one.type === type)
  if (!plain || pieces.length < 2 || perItemOf(pieces).perItem) {
    return translation.refuse('form', excelMessages.form(`这种 ${call.name}`), call)
  }
  const computed = pieces.some((piece) => piece.computed) ? ({ computed: true } as const) : {}
  return {
    formula: `${call.name.toUpperCase()}(${pieces.map((piece) => piece.formula).join(',')})`,
    type,
    ...computed,
  }
}

function identity(translation: ExcelTranslation, call: CallAst, scope: ExcelScope): Piece {
  const [text, ...more] = call.args
  const of = text && translation.translate(text, scope)
  if (!of || more.length > 0 || of.perItem)
    return translation.refuse('function', excelMessages.function(call.name), call)
  const toFormula = call.name === 'uscc valid' ? creditCodeFormula : identityNumberFormula
  return { formula: toFormula(of.formula), type: 'boolean' }
}

/** By the workbook's own column of working days; null for days that it does not know. */
function workingDay(translation: ExcelTranslation, call: CallAst, scope: ExcelScope): Piece {
  const { workingDays } = translation
  if (!workingDays) return translation.refuse('function', excelMessages.calendar(call.name), call)
  const [first, second, ...more] = call.args.map((one) => translation.translate(one, scope))
  if (!first || more.length > 0 || (second === undefined) !== (call.name === 'next working day'))
    return translation.refuse('function', excelMessages.function(call.name), call)
  const perItem = perItemOf(second ? [first, second] : [first])
  const { reference } = workingDays
  const [from, to] = [dayLiteral(workingDays.from), dayLiteral(workingDays.to)]
  const known = (day: string, then: string): string => `IF((${day}>=${from})*(${day}<=${to})=1,${then},NA())`
  // the column starts with the day before the calendar's first, so the place of a day is one more than its count
  const place = (day: string): string => `MATCH(${day},${reference},1)`
  // INDEX takes one place, SMALL of a rising column a list of them
  const dayAt = (at: string): string => `${perItem.perItem ? 'SMALL' : 'INDEX'}(${reference},${at})`
  const day = first.formula
  if (!second) return { formula: known(day, dayAt(`${place(`${day}-1`)}+1`)), type: 'date', ...perItem }
  if (call.name === 'working days between') {
    const upTo = (one: string): string => known(one, place(one))
    return { formula: `(${upTo(second.formula)}-${upTo(day)})`, type: 'number', ...perItem }
  }
  const after = dayAt(`${place(day)}+${second.formula}`)
  if (second.literal && /^[1-9]\d*$/.test(second.formula))
    return { formula: known(day, after), type: 'date', ...perItem }
  if (perItem.perItem) return translation.refuse('form', excelMessages.constantArgument(call.name), call)
  const count = second.formula
  const at = `${place(`${day}-1`)}+${count}+1`
  // the first cell of the column is no working day
  const before = `IF(${at}<2,NA(),${dayAt(at)})`
  const chosen = `IF(${count}>0,${after},IF(${count}=0,${day},${before}))`
  return { formula: known(day, `IF(${count}=INT(${count}),${chosen},NA())`), type: 'date' }
}
