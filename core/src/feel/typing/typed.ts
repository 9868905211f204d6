import type { ArithmeticOp, Ast, CompareOp } from '../ast.ts'
import type { Signature } from '../functions/signature.ts'
import type { FeelType, FeelValue, Scope } from '../types.ts'

/** What the items of a list are. */
export type Element =
  | { readonly kind: 'row'; readonly scope: Scope; readonly name: string }
  | { readonly kind: 'value'; readonly type: FeelType; readonly element?: Element }

interface Base {
  readonly ast: Ast
  readonly type: FeelType
  /** Lists only. */
  readonly element?: Element
  /** Bit set of the levels (0: the row judged; each loop or filter opens the next) that the value depends on. */
  readonly levels: number
}

/**
 * An expression with names resolved and types known: what the compiler takes. Sugar is gone (`between`, ranges and
 * tests are comparisons, several iterators are nested loops).
 */
export type Typed = Base &
  (
    | { readonly kind: 'const'; readonly value: FeelValue }
    /** `groups`: contexts passed through (参数); `via`: a relation to one row (上期). */
    | {
        readonly kind: 'column'
        readonly level: number
        readonly groups: readonly string[]
        readonly via?: string
        readonly name: string
        readonly values?: readonly string[]
      }
    | { readonly kind: 'rows'; readonly level: number; readonly name: string }
    | { readonly kind: 'oneRow'; readonly level: number; readonly name: string; readonly scope: Scope }
    /** The item of the loop at `level`; a row has its scope. */
    | { readonly kind: 'item'; readonly level: number; readonly scope?: Scope; readonly name: string }
    /** A name inside a filter over values whose kind is known only when run: the item's entry, else `otherwise`. */
    | {
        readonly kind: 'itemMember'
        readonly level: number
        readonly name: string
        readonly otherwise: Typed | null
      }
    | { readonly kind: 'member'; readonly of: Typed; readonly name: string }
    | {
        readonly kind: 'filter'
        readonly of: Typed
        readonly level: number
        readonly condition: Typed
        readonly strict: boolean
      }
    | {
        readonly kind: 'map'
        readonly of: Typed
        readonly level: number
        readonly body: Typed
        readonly flat: boolean
      }
    | { readonly kind: 'index'; readonly of: Typed; readonly at: Typed }
    | {
        readonly kind: 'quantified'
        readonly quantifier: 'some' | 'every'
        readonly of: Typed
        readonly level: number
        readonly body: Typed
      }
    | { readonly kind: 'sort'; readonly of: Typed; readonly level: number; readonly body: Typed }
    | { readonly kind: 'apply'; readonly candidates: readonly Signature[]; readonly args: readonly Typed[] }
    | { readonly kind: 'arithmetic'; readonly op: ArithmeticOp; readonly left: Typed; readonly right: Typed }
    | { readonly kind: 'negate'; readonly of: Typed }
    | {
        readonly kind: 'compare'
        readonly op: CompareOp
        readonly left: Typed
        readonly right: Typed
        readonly strict: boolean
        readonly knownPart: boolean
      }
    | { readonly kind: 'isNull'; readonly of: Typed; readonly negated: boolean }
    | { readonly kind: 'logic'; readonly op: 'and' | 'or'; readonly parts: readonly Typed[] }
    | { readonly kind: 'not'; readonly of: Typed }
    /** Equal to it; or in the list or range that it turns out to be. */
    | { readonly kind: 'inTest'; readonly of: Typed; readonly test: Typed; readonly strict: boolean }
    | {
        readonly kind: 'if'
        readonly condition: Typed
        readonly then: Typed
        readonly otherwise: Typed
        readonly strict: boolean
      }
    | { readonly kind: 'list'; readonly items: readonly Typed[] }
    | { readonly kind: 'series'; readonly start: Typed; readonly end: Typed }
    | {
        readonly kind: 'context'
        readonly entries: readonly { readonly key: string; readonly value: Typed }[]
      }
    | {
        readonly kind: 'range'
        readonly low: Typed
        readonly high: Typed
        readonly lowClosed: boolean
        readonly highClosed: boolean
        readonly open?: 'low' | 'high'
      }
    | { readonly kind: 'instanceOf'; readonly of: Typed; readonly name: string }
  )

/** A checked expression, ready to compile. */
export interface TypedExpression {
  /** As written. */
  readonly ast: Ast
  /** What is evaluated: the strict-null form of `ast` (or `ast` itself for plain evaluation). */
  readonly lowered: Ast
  readonly type: FeelType
  readonly root: Typed
}

/** The direct parts of a typed node. */
export function partsOf(node: Typed): readonly Typed[] {
  switch (node.kind) {
    case 'const':
    case 'column':
    case 'rows':
    case 'oneRow':
    case 'item':
      return []
    case 'itemMember':
      return node.otherwise ? [node.otherwise] : []
    case 'member':
    case 'negate':
    case 'isNull':
    case 'not':
    case 'instanceOf':
      return [node.of]
    case 'filter':
      return [node.of, node.condition]
    case 'map':
    case 'quantified':
    case 'sort':
      return [node.of, node.body]
    case 'index':
      return [node.of, node.at]
    case 'apply':
      return node.args
    case 'arithmetic':
    case 'compare':
      return [node.left, node.right]
    case 'logic':
      return node.parts
    case 'inTest':
      return [node.of, node.test]
    case 'if':
      return [node.condition, node.then, node.otherwise]
    case 'list':
      return node.items
    case 'series':
      return [node.start, node.end]
    case 'context':
      return node.entries.map((entry) => entry.value)
    case 'range':
      return [node.low, node.high]
  }
}
