import type { Ast, CallAst } from '../ast.ts'
import { callByValues } from '../functions/callByValues.ts'
import { refusedFunctions, functionNames, signaturesOf } from '../functions/functionNames.ts'
import type { Param, Signature } from '../functions/signature.ts'
import { messages } from '../messages.ts'
import type { FeelType, FeelValue } from '../types.ts'
import { namesZone } from '../values/parseTemporal.ts'
import { compilePattern } from '../values/pattern.ts'
import type { Checker } from './checker.ts'
import { union } from './checker.ts'
import type { Typed } from './typed.ts'

/** A call of a built-in function: the right overload, arguments in order, result type. */
export function checkCall(checker: Checker, ast: CallAst): Typed {
  if (ast.name === 'sort') return checkSort(checker, ast)
  const signatures = signaturesOf(ast.name)
  if (!signatures) {
    if (refusedFunctions.includes(ast.name))
      return checker.fail('unsupported', ast, messages.unsupported(`函数 ${ast.name}`))
    for (const arg of ast.args) checker.check(arg)
    return checker.fail(
      'unknownFunction',
      ast,
      messages.unknownFunction(ast.name),
      checker.hint(ast.name, functionNames),
    )
  }
  const args = ast.args.map((arg) => checker.check(arg))
  const arranged = signatures.flatMap((signature) => {
    const inOrder = arrange(signature, ast, args)
    return inOrder ? [{ signature, args: inOrder }] : []
  })
  const [first] = arranged
  if (!first) return wrongArguments(checker, ast, signatures)
  const fitting = arranged.filter((one) =>
    one.args.every((arg, i) => accepts(checker, parameter(one.signature, i), arg)),
  )
  const chosen = fitting[0] ?? first
  if (fitting.length === 0 && !checker.plain) return wrongType(checker, ast, chosen)
  refuseLiterals(checker, ast, chosen.args)
  const usable = fitting.length > 0 ? fitting : arranged
  const candidates = usable
    .filter((one) => one.args.length === chosen.args.length)
    .map((one) => one.signature)
  return foldConstant(checker, ast, candidates, chosen.args)
}

function parameter(signature: Signature, at: number): Param | undefined {
  return signature.params[Math.min(at, signature.params.length - 1)]
}

/** The arguments in the order of the parameters; null where the number or the names do not fit. */
function arrange(signature: Signature, ast: CallAst, args: readonly Typed[]): Typed[] | null {
  const { params, variadic } = signature
  if (ast.argNames) {
    if (ast.argNames.length !== params.length || variadic) return null
    const inOrder: Typed[] = []
    for (const param of params) {
      const arg = args[ast.argNames.indexOf(param.name)]
      if (!arg) return null
      inOrder.push(arg)
    }
    return inOrder
  }
  if (variadic) return args.length >= params.length ? [...args] : null
  return args.length === params.length ? [...args] : null
}

function accepts(checker: Checker, param: Param | undefined, arg: Typed): boolean {
  if (!param) return false
  if (!checker.plain && (arg.kind === 'oneRow' || (arg.kind === 'item' && arg.scope))) return false
  return fitsType(param.type, arg.type, checker.plain)
}

function fitsType(wanted: FeelType, got: FeelType, plain: boolean): boolean {
  if (wanted === 'any' || got === 'any' || got === 'null' || wanted === got) return true
  if (wanted === 'duration') return got === 'days' || got === 'months'
  // implicit conversions between a value and a list of one
  return plain && (wanted === 'list' || got === 'list')
}

function wrongArguments(checker: Checker, ast: CallAst, signatures: readonly Signature[]): Typed {
  const known = new Set(signatures.flatMap((signature) => signature.params.map((param) => param.name)))
  const stray = ast.argNames?.find((name) => !known.has(name))
  if (stray !== undefined)
    return checker.fail(
      'argumentName',
      ast,
      messages.argumentName(ast.name, stray),
      checker.hint(stray, [...known]),
    )
  const counts = [...new Set(signatures.map((signature) => signature.params.length))].join(' 或 ')
  return checker.fail('argumentCount', ast, messages.argumentCount(ast.name, `${counts} 个`, ast.args.length))
}

function wrongType(
  checker: Checker,
  ast: CallAst,
  { signature, args }: { signature: Signature; args: readonly Typed[] },
): Typed {
  const at = args.findIndex((arg, i) => !accepts(checker, parameter(signature, i), arg))
  const arg = args[at]
  const wanted = parameter(signature, at)?.type ?? 'any'
  const message = messages.argumentType(
    ast.name,
    at + 1,
    messages.typeName[wanted],
    messages.typeName[arg?.type ?? 'any'],
  )
  return checker.fail('argumentType', arg?.ast ?? ast, message)
}

const PATTERN_AT: Readonly<Record<string, number>> = { matches: 1, replace: 1, split: 1 }
const TEMPORAL = new Set(['date', 'time', 'date and time', 'duration'])

/** What can be seen to be wrong in a literal argument before running. */
function refuseLiterals(checker: Checker, ast: CallAst, args: readonly Typed[]): void {
  const [first] = args
  if (
    TEMPORAL.has(ast.name) &&
    first?.kind === 'const' &&
    typeof first.value === 'string' &&
    namesZone(first.value)
  ) {
    checker.fail('unsupported', ast, messages.unsupported(messages.features.zone))
  }
  const pattern = args[PATTERN_AT[ast.name] ?? -1]
  if (
    pattern?.kind === 'const' &&
    typeof pattern.value === 'string' &&
    args.length < 4 &&
    compilePattern(pattern.value, '') === null
  ) {
    checker.fail('badPattern', pattern.ast, messages.badPattern(pattern.value))
  }
}

/** Types the call; computes it at once where everything is constant, so that `date("2026-10-31")` costs nothing. */
function foldConstant(
  checker: Checker,
  ast: CallAst,
  candidates: readonly Signature[],
  args: readonly Typed[],
): Typed {
  const [signature] = candidates
  const constants: FeelValue[] = []
  for (const arg of args) if (arg.kind === 'const') constants.push(arg.value)
  if (constants.length === args.length && signature && !isCalendar(signature)) {
    const result = callByValues(candidates, constants)
    const [text] = constants
    if (result === null && !checker.plain && TEMPORAL.has(ast.name) && typeof text === 'string') {
      return checker.fail('badDate', ast, messages.badDate(text))
    }
    const folded = checker.constant(ast, result)
    return result === null ? { ...folded, type: signature.result } : folded
  }
  const type = resultType(candidates, args)
  const element = type === 'list' ? { element: { kind: 'value', type: 'any' } as const } : {}
  return { kind: 'apply', candidates, args, type, ...element, levels: union(args), ast }
}

/** Depends on a calendar that may be replaced when compiling. */
function isCalendar(signature: Signature): boolean {
  return signature.name.includes('working day')
}

function resultType(candidates: readonly Signature[], args: readonly Typed[]): FeelType {
  const [signature] = candidates
  if (!signature) return 'any'
  const results = new Set(candidates.map((candidate) => candidate.result))
  if (results.size > 1) return 'any'
  if (signature.how.kind !== 'aggregate' || signature.result !== 'any') return signature.result
  const types = new Set(
    signature.variadic
      ? args.map((arg) => arg.type)
      : args.map((arg) => (arg.element?.kind === 'value' ? arg.element.type : 'any')),
  )
  types.delete('null')
  const [only] = types
  return types.size === 1 && only !== undefined && only !== 'list' ? only : 'any'
}

/** `sort(list, function(x, y) x < y)` */
function checkSort(checker: Checker, ast: CallAst): Typed {
  const [listAst, precedes] = ast.args
  if (!listAst || ast.args.length > 2 || (precedes && precedes.kind !== 'function'))
    return refuse(checker, ast)
  const of = checker.check(listAst)
  if (!checker.plain) return refuse(checker, ast)
  const level = checker.nextLevel
  checker.nextLevel += 2
  const element = of.element ?? ({ kind: 'value', type: 'any' } as const)
  const [x = 'x', y = 'y'] = precedes?.kind === 'function' ? precedes.params : []
  const bodyAst: Ast = precedes?.kind === 'function' ? precedes.body : naturalOrder(ast)
  const body = checker.with({ kind: 'iterator', name: x, level, element }, () =>
    checker.with({ kind: 'iterator', name: y, level: level + 1, element }, () => checker.check(bodyAst)),
  )
  checker.needBoolean(body)
  const levels = of.levels | (body.levels & ((1 << level) - 1))
  return { kind: 'sort', of, level, body, element, type: 'list', levels, ast }
}

function naturalOrder({ from, to }: CallAst): Ast {
  const name = (text: string): Ast => ({ kind: 'name', name: text, from, to })
  return { kind: 'compare', op: '<', left: name('x'), right: name('y'), from, to }
}

function refuse(checker: Checker, ast: CallAst): Typed {
  return checker.fail('unsupported', ast, messages.unsupported(`函数 ${ast.name}`))
}
