import { parseIsoDay } from '../../calendar/index.ts'
import type { Ast, CompareAst, CompareOp, InAst, PathAst } from '../ast.ts'
import type { FeelValue } from '../types.ts'
import { columnPiece, isNullFormula } from './cells.ts'
import { comparison } from './comparison.ts'
import { callToFormula } from './functions.ts'
import { listToFormula, quantifiedToFormula } from './lists.ts'
import { constantRow, dayLiteral, numberLiteral, textLiteral } from './literals.ts'
import { excelMessages } from './messages.ts'
import { nullPiece, type Piece, perItemOf, truthOf } from './piece.ts'
import type { ExcelName, ExcelRefusal, ExcelResult, ExcelScope, WorkingDayColumn } from './scope.ts'
import { tooLarge } from './tooLarge.ts'
import { allOf, anyOf, equalTruths } from './truths.ts'

/** Translation of one expression; gathers what has no formula instead of stopping at the first. */
export class ExcelTranslation {
  readonly refusals: ExcelRefusal[] = []
  readonly workingDays: WorkingDayColumn | null
  /** The formula will be an array formula, where every function sees its arguments as arrays. */
  readonly asArray: boolean
  /** True once a list was looked at. */
  array = false
  #insideList = false

  constructor(workingDays: WorkingDayColumn | null, asArray: boolean) {
    this.workingDays = workingDays
    this.asArray = asArray
  }

  refuse(
    code: ExcelRefusal['code'],
    message: string,
    at: { readonly from: number; readonly to: number },
  ): Piece {
    this.refusals.push({ code, message, from: at.from, to: at.to })
    return nullPiece
  }

  translate(ast: Ast, scope: ExcelScope): Piece {
    switch (ast.kind) {
      case 'number':
        return { formula: numberLiteral(ast.value), type: 'number', literal: true }
      case 'text':
        return { formula: textLiteral(ast.value), type: 'text', literal: true }
      case 'boolean':
        return { formula: ast.value ? '1' : '0', type: 'boolean' }
      case 'null':
        return nullPiece
      case 'at': {
        const day = parseIsoDay(ast.text)
        if (Number.isNaN(day)) return this.refuse('form', excelMessages.form(`@"${ast.text}"`), ast)
        return { formula: dayLiteral(day), type: 'date', literal: true }
      }
      case 'name':
        return this.#named(scope.lookup(ast.name), ast.name, ast)
      case 'path':
        return this.#path(ast, scope)
      case 'call':
        return callToFormula(this, ast, scope)
      case 'negate': {
        const of = this.translate(ast.of, scope)
        return { ...of, formula: `(-${of.formula})` }
      }
      case 'arithmetic':
        return this.#arithmetic(ast, scope)
      case 'compare':
        return this.#compare(ast, scope)
      case 'isNull':
        return isNullFormula(this, ast, scope)
      case 'logic': {
        const parts = ast.parts.map((part) => this.truth(part, scope))
        return ast.op === 'and' ? allOf(parts) : anyOf(parts)
      }
      case 'between': {
        const of = this.translate(ast.of, scope)
        const low = this.compared(of, '>=', this.translate(ast.low, scope), ast)
        return allOf([low, this.compared(of, '<=', this.translate(ast.high, scope), ast)])
      }
      case 'in':
        return this.#in(ast, scope)
      case 'if':
        return this.#if(ast, scope)
      case 'quantified':
        return quantifiedToFormula(this, ast, scope)
      case 'filter':
      case 'list':
      case 'for':
      case 'context':
      case 'function':
      case 'instanceOf':
      case 'test':
      case 'range':
      case 'input':
        return this.refuse('form', excelMessages.form(formNames[ast.kind] ?? ast.kind), ast)
    }
  }

  /** The part as a truth: 0, 0.5 or 1. */
  truth(ast: Ast, scope: ExcelScope): Piece {
    const piece = this.translate(ast, scope)
    if (piece.type === 'boolean') return piece
    if (piece.type !== 'null') this.refuse('type', excelMessages.form('不是真假的条件'), ast)
    return { formula: '0.5', type: 'boolean' }
  }

  /** A condition on the rows of a list. */
  truthInside(ast: Ast, scope: ExcelScope): Piece {
    this.array = true
    // the rows of two lists cannot be laid side by side
    if (this.#insideList) return this.refuse('form', excelMessages.form('列表中的列表'), ast)
    this.#insideList = true
    const piece = this.truth(ast, scope)
    this.#insideList = false
    return piece
  }

  get insideList(): boolean {
    return this.#insideList
  }

  #named(name: ExcelName | undefined, text: string, at: Ast): Piece {
    switch (name?.kind) {
      case undefined:
        return this.refuse('name', excelMessages.name(text), at)
      case 'column':
        return columnPiece(name)
      case 'constant':
        return this.constant(name.value, at)
      case 'absent':
        return nullPiece
      case 'group':
      case 'relation':
        return this.refuse('form', excelMessages.form(`“${text}”单独使用`), at)
    }
  }

  constant(value: FeelValue, at: Ast): Piece {
    if (value === null) return nullPiece
    if (typeof value === 'number') return { formula: numberLiteral(value), type: 'number', literal: true }
    if (typeof value === 'string') return { formula: textLiteral(value), type: 'text', literal: true }
    if (typeof value === 'boolean') return { formula: value ? '1' : '0', type: 'boolean' }
    if ('type' in value && value.type === 'date' && 'day' in value && typeof value.day === 'number') {
      return { formula: dayLiteral(value.day), type: 'date', literal: true }
    }
    return this.refuse('form', excelMessages.form('这种常数'), at)
  }

  /** `参数.x`, `上期.x`, `p.x`, `日期.year`; a list path (`押品.x`) only stands inside an aggregate. */
  #path(ast: PathAst, scope: ExcelScope): Piece {
    if (ast.of.kind === 'name') {
      const owner = scope.lookup(ast.of.name)
      if (owner?.kind === 'absent') return nullPiece
      if (owner?.kind === 'group' || (owner?.kind === 'relation' && owner.cardinality === 'one')) {
        // one row is looked for among all
        if (owner.kind === 'relation') this.array = true
        return this.#named(owner.scope.lookup(ast.name), `${ast.of.name}.${ast.name}`, ast)
      }
      if (owner?.kind === 'relation')
        return this.refuse('form', excelMessages.form(`列表“${ast.of.name}”单独使用`), ast)
    }
    if (ast.name === 'year' || ast.name === 'month' || ast.name === 'day') {
      const of = this.translate(ast.of, scope)
      return { formula: `${ast.name.toUpperCase()}(${of.formula})`, type: 'number', ...perItemOf([of]) }
    }
    return this.refuse('form', excelMessages.form(`“.${ast.name}”`), ast)
  }

  #arithmetic(ast: Extract<Ast, { kind: 'arithmetic' }>, scope: ExcelScope): Piece {
    const left = this.translate(ast.left, scope)
    const right = this.translate(ast.right, scope)
    const perItem = perItemOf([left, right])
    if (left.type === 'text' || right.type === 'text') {
      if (ast.op !== '+') return this.refuse('type', excelMessages.form('文字的这种运算'), ast)
      return { formula: `(${left.formula}&${right.formula})`, type: 'text', ...perItem }
    }
    if (left.type === 'date' || right.type === 'date') {
      return this.refuse('type', excelMessages.form('日期与时长的加减(请用 add days、days between)'), ast)
    }
    // 0 to the power of 0 is an error in spreadsheets and 1 in the engine
    if (ast.op === '**') return this.refuse('form', excelMessages.form('乘方'), ast)
    // divided by zero is an error, and so null
    const formula = `(${left.formula}${ast.op}${right.formula})`
    const literal =
      left.literal &&
      right.literal &&
      (ast.op !== '/' || (ast.right.kind === 'number' && ast.right.value !== 0))
    return { formula, type: 'number', computed: true, ...perItem, ...(literal ? { literal } : {}) }
  }

  #compare(ast: CompareAst, scope: ExcelScope): Piece {
    const aggregate = ast.knownPart ? this.#knownPart(ast, scope) : undefined
    if (aggregate) return aggregate
    return this.compared(this.translate(ast.left, scope), ast.op, this.translate(ast.right, scope), ast)
  }

  /**
   * A comparison that the known items of a list may decide although others are null: more items can only raise a sum,
   * a count or a maximum, and only lower a minimum.
   */
  #knownPart(ast: CompareAst, scope: ExcelScope): Piece | undefined {
    if (ast.left.kind !== 'call' || ast.op === '=' || ast.op === '!=') return undefined
    const known = listToFormula(this, ast.left, scope, 'known')
    if (!known) return undefined
    const right = this.translate(ast.right, scope)
    const whole = this.compared(this.translate(ast.left, scope), ast.op, right, ast)
    const part = this.compared(known, ast.op, right, ast)
    const upward = ast.op === '>' || ast.op === '>='
    // what the known part leaves open is left to the whole
    if (upward === (ast.left.name !== 'min'))
      return anyOf([{ ...part, formula: `INT(${part.formula})` }, whole])
    return allOf([{ ...part, formula: `ROUNDUP(${part.formula},0)` }, whole])
  }

  /** The truth of a comparison, null where either side is. */
  compared(left: Piece, op: CompareOp, right: Piece, at: Ast): Piece {
    if (left.type === 'null' || right.type === 'null') return { formula: '0.5', type: 'boolean' }
    if (left.type !== right.type) return this.refuse('type', excelMessages.form('不同类型的比较'), at)
    if (op !== '=' && op !== '!=' && (left.type === 'text' || left.type === 'boolean')) {
      // spreadsheets order texts by the user's language
      return this.refuse('form', excelMessages.form('文字或真假的大小比较'), at)
    }
    if (left.type === 'boolean') return equalTruths(left, right, op === '=')
    const test =
      left.type === 'text'
        ? // = and <> take upper and lower case for the same
          `${op === '=' ? '--' : '1-'}EXACT(${left.formula},${right.formula})`
        : `--(${comparison(left, op, right)})`
    return truthOf(test, [left, right])
  }

  #in(ast: InAst, scope: ExcelScope): Piece {
    const of = this.translate(ast.of, scope)
    const literals: Piece[] = []
    const tests: Piece[] = []
    for (const test of ast.tests.flatMap((one) => (one.kind === 'list' ? one.items : [one]))) {
      if (test.kind === 'test') {
        tests.push(this.compared(of, test.op, this.translate(test.operand, scope), test))
      } else if (test.kind === 'range') {
        const low = this.compared(of, test.lowClosed ? '>=' : '>', this.translate(test.low, scope), test)
        const high = this.compared(of, test.highClosed ? '<=' : '<', this.translate(test.high, scope), test)
        tests.push(allOf([low, high]))
      } else {
        const items = this.listConstant(test, scope)
        if (items) literals.push(...items.map((item) => this.constant(item, test)))
        else if (test.kind === 'text') literals.push(this.translate(test, scope))
        else tests.push(this.compared(of, '=', this.translate(test, scope), test))
      }
    }
    const texts = new Set(literals.map((literal) => literal.formula))
    if (of.type === 'text' && !of.perItem && texts.size > 1 && !literals.some((one) => one.type !== 'text')) {
      const formula = `IFERROR(SUMPRODUCT(--EXACT(${of.formula},${constantRow([...texts])})),0.5)`
      tests.unshift({ formula, type: 'boolean' })
    } else tests.unshift(...literals.map((literal) => this.compared(of, '=', literal, ast)))
    return tests.length === 0 ? { formula: '0', type: 'boolean' } : anyOf(tests)
  }

  /** The values of a parameter that is a list; undefined for anything else. */
  listConstant(ast: Ast, scope: ExcelScope): readonly FeelValue[] | undefined {
    const named =
      ast.kind === 'name'
        ? scope.lookup(ast.name)
        : ast.kind === 'path' && ast.of.kind === 'name'
          ? groupMember(scope.lookup(ast.of.name), ast.name)
          : undefined
    if (named?.kind !== 'constant' || !Array.isArray(named.value)) return undefined
    return named.value
  }

  #if(ast: Extract<Ast, { kind: 'if' }>, scope: ExcelScope): Piece {
    const condition = this.truth(ast.condition, scope)
    let then = this.translate(ast.then, scope)
    let otherwise = this.translate(ast.otherwise, scope)
    const type = then.type === 'null' ? otherwise.type : then.type
    if (type === 'boolean') {
      then = asTruth(then)
      otherwise = asTruth(otherwise)
    }
    const none = type === 'boolean' ? '0.5' : 'NA()'
    const test = condition.formula
    const { perItem } = perItemOf([condition, then, otherwise])
    if (perItem && [then, otherwise].some((one) => !one.perItem && !one.literal && one.type !== 'null'))
      return this.refuse('form', excelMessages.form('列表中的这种 if'), ast)
    const computed = then.computed || otherwise.computed ? ({ computed: true } as const) : {}
    // CHOOSE writes the condition once, but cannot go through a list
    const formula = !ast.strict
      ? `IF(${test}=1,${then.formula},${otherwise.formula})`
      : perItem
        ? `IF(${test}=1,${then.formula},IF(${test}=0,${otherwise.formula},${none}))`
        : `CHOOSE(1+2*${test},${otherwise.formula},${none},${then.formula})`
    const { beside } = perItemOf([then, otherwise])
    return { formula, type, ...computed, ...(perItem ? { perItem, ...(beside ? { beside } : {}) } : {}) }
  }
}

function asTruth(piece: Piece): Piece {
  return piece.type === 'null' ? { ...piece, formula: '0.5', type: 'boolean' } : piece
}

function groupMember(owner: ExcelName | undefined, name: string): ExcelName | undefined {
  return owner?.kind === 'group' ? owner.scope.lookup(name) : undefined
}

const formNames: Readonly<Record<string, string>> = {
  filter: '筛选后的列表单独使用',
  list: '列表',
  for: '循环',
  context: '结构',
  function: '自定义函数',
  instanceOf: '类型判断',
  test: '单独的比较',
  range: '单独的区间',
  input: '“?”',
}

/**
 * A worksheet formula for an expression in strict-null form (`lowerStrict`). A truth comes as 1 (true), 0 (false) or 0.5
 * (null); any other value as itself, or an error value for null. Only functions that Excel 2007 had are used, so Excel
 * of any age, WPS and LibreOffice take it. Where something has no formula the answer is a list of refusals, never an
 * approximation. What no formula can change: spreadsheets hold numbers equal that differ after the fifteenth digit, know no
 * day before 1900 or after 9999, count a sign beyond the basic plane as two, and cannot tell an empty text from a blank.
 */
export function toExcel(
  ast: Ast,
  scope: ExcelScope,
  workingDays: WorkingDayColumn | null = null,
): ExcelResult {
  const asCell = new ExcelTranslation(workingDays, false)
  const cell = asCell.translate(ast, scope)
  const translation = asCell.array ? new ExcelTranslation(workingDays, true) : asCell
  const { formula, type } = asCell.array ? translation.translate(ast, scope) : cell
  const size = tooLarge(formula)
  if (size !== null) translation.refuse('size', size, ast)
  if (translation.refusals.length > 0) return { ok: false, refusals: translation.refusals }
  return { ok: true, formula, type, array: translation.array }
}
