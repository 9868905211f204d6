/**
 * The syntax tree of a rule expression. Small on purpose: other back ends (SQL, Excel formulas, plain Chinese) walk it too.
 * `from`/`to` are characters of the source, half open. Parentheses leave no trace.
 */
export type Ast =
  | NumberAst
  | TextAst
  | BooleanAst
  | NullAst
  | AtAst
  | NameAst
  | PathAst
  | CallAst
  | NegateAst
  | ArithmeticAst
  | CompareAst
  | IsNullAst
  | LogicAst
  | BetweenAst
  | InAst
  | TestAst
  | RangeAst
  | IfAst
  | QuantifiedAst
  | ForAst
  | FilterAst
  | ListAst
  | ContextAst
  | FunctionAst
  | InstanceOfAst
  | InputAst

export interface Span {
  readonly from: number
  readonly to: number
}

export interface NumberAst extends Span {
  readonly kind: 'number'
  readonly value: number
}
export interface TextAst extends Span {
  readonly kind: 'text'
  readonly value: string
}
export interface BooleanAst extends Span {
  readonly kind: 'boolean'
  readonly value: boolean
}
export interface NullAst extends Span {
  readonly kind: 'null'
}
/** `@"2026-10-31"`: a date, time or duration by the form of its text. */
export interface AtAst extends Span {
  readonly kind: 'at'
  readonly text: string
}
/** A field, parameter group, relation, iteration variable or `item`. */
export interface NameAst extends Span {
  readonly kind: 'name'
  readonly name: string
}
/** `参数.首次检查天数`, `押品.最新估值`, `p.交易金额`, `d.year` */
export interface PathAst extends Span {
  readonly kind: 'path'
  readonly of: Ast
  readonly name: string
}
/** A built-in function; `date("…")` and `duration("…")` come as calls too. `not(x)` is a call. */
export interface CallAst extends Span {
  readonly kind: 'call'
  readonly name: string
  readonly args: readonly Ast[]
  /** Parameter names where the call names them, in the order of `args`. */
  readonly argNames?: readonly string[]
}
export interface NegateAst extends Span {
  readonly kind: 'negate'
  readonly of: Ast
}
export type ArithmeticOp = '+' | '-' | '*' | '/' | '**'
export interface ArithmeticAst extends Span {
  readonly kind: 'arithmetic'
  readonly op: ArithmeticOp
  readonly left: Ast
  readonly right: Ast
}
export type CompareOp = '=' | '!=' | '<' | '<=' | '>' | '>='
export interface CompareAst extends Span {
  readonly kind: 'compare'
  readonly op: CompareOp
  readonly left: Ast
  readonly right: Ast
  /** Lowered: null when an operand is null, `=` and `!=` included (as SQL compares). */
  readonly strict?: true
  /**
   * Lowered, `sum`/`count`/`max`/`min` of a list on the left: where an item is null (or a filter cannot tell), still true
   * or false if the known part decides it (`max(同客户.逾期天数) > 90` with 120 known and one blank is true, `< 90` is
   * false), else null. A sum decides so only while its known items are all 0 or more.
   */
  readonly knownPart?: true
}
/** Lowered form of `x = null` (`negated`: `x != null`): true for blank, null for unknown. */
export interface IsNullAst extends Span {
  readonly kind: 'isNull'
  readonly of: Ast
  readonly negated: boolean
}
/** Ternary and/or of two or more parts. */
export interface LogicAst extends Span {
  readonly kind: 'logic'
  readonly op: 'and' | 'or'
  readonly parts: readonly Ast[]
}
/** strict: `low <= x and x <= high` in ternary logic (as SQL). */
export interface BetweenAst extends Span {
  readonly kind: 'between'
  readonly of: Ast
  readonly low: Ast
  readonly high: Ast
  readonly strict?: true
}
/** Each test is a TestAst, RangeAst or a plain expression (equal to it, or a member when it is a list). strict: ternary `or` of the tests. */
export interface InAst extends Span {
  readonly kind: 'in'
  readonly of: Ast
  readonly tests: readonly Ast[]
  readonly strict?: true
}
/** `> 3` as a test or a range. */
export interface TestAst extends Span {
  readonly kind: 'test'
  readonly op: CompareOp
  readonly operand: Ast
}
/** `[1..5)` */
export interface RangeAst extends Span {
  readonly kind: 'range'
  readonly low: Ast
  readonly high: Ast
  readonly lowClosed: boolean
  readonly highClosed: boolean
}
/** strict: null where the condition is null. */
export interface IfAst extends Span {
  readonly kind: 'if'
  readonly condition: Ast
  readonly then: Ast
  readonly otherwise: Ast
  readonly strict?: true
}
export interface Iterator extends Span {
  readonly name: string
  readonly in: Ast
  /** `for i in 1..3`: the end. */
  readonly end?: Ast
}
export interface QuantifiedAst extends Span {
  readonly kind: 'quantified'
  readonly quantifier: 'some' | 'every'
  readonly iterators: readonly Iterator[]
  readonly satisfies: Ast
}
export interface ForAst extends Span {
  readonly kind: 'for'
  readonly iterators: readonly Iterator[]
  readonly body: Ast
}
/** `押品[押品状态 = "查封"]`, `list[1]`. strict: null where the condition of any item is null. */
export interface FilterAst extends Span {
  readonly kind: 'filter'
  readonly of: Ast
  readonly condition: Ast
  readonly strict?: true
}
export interface ListAst extends Span {
  readonly kind: 'list'
  readonly items: readonly Ast[]
}
export interface ContextAst extends Span {
  readonly kind: 'context'
  readonly entries: readonly { readonly key: string; readonly value: Ast }[]
}
/** Only as an argument of `sort`. */
export interface FunctionAst extends Span {
  readonly kind: 'function'
  readonly params: readonly string[]
  readonly body: Ast
}
export interface InstanceOfAst extends Span {
  readonly kind: 'instanceOf'
  readonly of: Ast
  /** As written, blanks collapsed: `days and time duration`. */
  readonly type: string
}
/** `?`, the value under test inside `in`. */
export interface InputAst extends Span {
  readonly kind: 'input'
}

/** The direct parts of a node, in source order. */
export function childrenOf(ast: Ast): readonly Ast[] {
  switch (ast.kind) {
    case 'number':
    case 'text':
    case 'boolean':
    case 'null':
    case 'at':
    case 'name':
    case 'input':
      return []
    case 'path':
    case 'negate':
    case 'isNull':
    case 'instanceOf':
      return [ast.of]
    case 'call':
      return ast.args
    case 'arithmetic':
    case 'compare':
      return [ast.left, ast.right]
    case 'logic':
      return ast.parts
    case 'between':
      return [ast.of, ast.low, ast.high]
    case 'in':
      return [ast.of, ...ast.tests]
    case 'test':
      return [ast.operand]
    case 'range':
      return [ast.low, ast.high]
    case 'if':
      return [ast.condition, ast.then, ast.otherwise]
    case 'quantified':
      return [...iterated(ast.iterators), ast.satisfies]
    case 'for':
      return [...iterated(ast.iterators), ast.body]
    case 'filter':
      return [ast.of, ast.condition]
    case 'list':
      return ast.items
    case 'context':
      return ast.entries.map((entry) => entry.value)
    case 'function':
      return [ast.body]
  }
}

function iterated(iterators: readonly Iterator[]): Ast[] {
  return iterators.flatMap((iterator) => (iterator.end ? [iterator.in, iterator.end] : [iterator.in]))
}
