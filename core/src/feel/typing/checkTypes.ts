import type { Ast } from '../ast.ts'
import { lowerStrict } from '../lowerStrict.ts'
import type { FeelError, Scope } from '../types.ts'
import type { Context } from '../values/temporal.ts'
import { Checker } from './checker.ts'
import { checkNode } from './checkNode.ts'
import type { TypedExpression } from './typed.ts'

export type Checked =
  | { readonly ok: true; readonly expression: TypedExpression }
  | { readonly ok: false; readonly errors: readonly FeelError[] }

/**
 * Resolves the names of a rule expression against a scope and checks its types. The expression is taken in its
 * strict-null form, whether `ast` is lowered already or not. All errors are told, in source order, without repeats.
 */
export function checkTypes(ast: Ast, scope: Scope): Checked {
  const checker = new Checker(scope, null, checkNode)
  const lowered = lowerStrict(ast)
  const root = checkNode(checker, lowered)
  checker.refuseRows(root)
  if (checker.errors.length > 0) return { ok: false, errors: distinctErrors(checker.errors) }
  return { ok: true, expression: { ast, lowered, type: root.type, root } }
}

/**
 * The same for plain evaluation: names are values, DMN's own null semantics, and a kind that does not fit is a matter of
 * running (null), not an error. Only what we do not support at all is refused.
 */
export function checkPlain(
  ast: Ast,
  context: Context,
): Checked & { readonly warnings: readonly FeelError[] } {
  const checker = new Checker(EMPTY, context, checkNode)
  const root = checkNode(checker, ast)
  const warnings = distinctErrors(checker.errors)
  const refused = warnings.filter((error) => error.code === 'unsupported')
  if (refused.length > 0) return { ok: false, errors: refused, warnings }
  return { ok: true, expression: { ast, lowered: ast, type: root.type, root }, warnings }
}

const EMPTY: Scope = { lookup: () => undefined, names: () => [] }

function distinctErrors(errors: readonly FeelError[]): FeelError[] {
  const seen = new Set<string>()
  const kept = errors.filter((error) => {
    const key = `${error.code} ${error.from} ${error.to} ${error.message}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
  return kept.toSorted((a, b) => a.from - b.from)
}
