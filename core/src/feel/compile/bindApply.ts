import { callByValues, fitArguments } from '../functions/callByValues.ts'
import { calendarFunctions } from '../functions/domain.ts'
import type { Reduce, Signature } from '../functions/signature.ts'
import type { FeelValue } from '../types.ts'
import type { Typed } from '../typing/typed.ts'
import { reduceNumbers } from './aggregateKernels.ts'
import type { Binder, Env } from './binder.ts'
import { bindList } from './bindLists.ts'
import { isRelated } from './isRelated.ts'
import { applyRaw, calculateNumbers } from './numberKernels.ts'
import { perRow } from './perRow.ts'
import type { Space } from './space.ts'
import { mapTexts, rewriteTexts, testTexts } from './textKernels.ts'
import type { Vec } from './vec.ts'
import { kindOf, writer } from './vec.ts'

type Apply = Extract<Typed, { kind: 'apply' }>

/** A function call: one loop over numbers, once per dictionary entry for texts, a reduction over related rows, or value by value. */
export function bindApply(binder: Binder, node: Apply, env: Env, at: Space): Vec {
  const candidates = node.candidates.map((signature) => withCalendar(binder, signature))
  const [signature] = candidates
  if (!signature) return binder.constant('any', null)
  const { how } = signature
  const [argument] = node.args
  if (how.kind === 'aggregate' && !signature.variadic && argument && isRelated(argument)) {
    return aggregate(binder, node, how.reduce, argument, env, at)
  }
  const args = node.args.map((arg) => binder.bind(arg, env, at))
  const op = `${signature.name} ${node.candidates.length}`
  if (
    how.kind === 'raw' &&
    candidates.length === 1 &&
    args.every((arg, i) => arg.kind === 'number' && arg.type === signature.params[i]?.type)
  ) {
    return applyNumbers(binder, signature, how.run, args, at)
  }
  if (how.kind === 'aggregate' && signature.variadic && args.length > 1) {
    const made = reducePairs(binder, node, how.reduce, args, at)
    if (made) return made
  }
  const varying = args.filter((arg) => !arg.constant)
  const [text] = varying
  if (text && varying.length === 1 && text.kind === 'text' && kindOf(node.type) !== 'box')
    return applyText(binder, node, op, candidates, args, text, at)
  return perRow(binder, op, node, at, args, (...values) => callByValues(candidates, values))
}

function withCalendar(binder: Binder, signature: Signature): Signature {
  const calendar = binder.options.workingDays
  if (!calendar) return signature
  return calendarFunctions(() => calendar).find((own) => own.name === signature.name) ?? signature
}

type Run = (a: number, b: number, c: number) => number

function applyNumbers(binder: Binder, signature: Signature, run: Run, args: readonly Vec[], at: Space): Vec {
  const { name, result } = signature
  const [a, b] = args
  // the two commonest have loops of their own
  if (a && b && name === 'days between') {
    return binder.derive(name, result, 'number', at, [a, b], (out, n) =>
      calculateNumbers('-', b.numbers, a.numbers, out.numbers, n),
    )
  }
  if (a && b && name === 'add days' && b.constant && Number.isInteger(b.numbers[0])) {
    return binder.derive(name, result, 'number', at, [a, b], (out, n) =>
      calculateNumbers('+', a.numbers, b.numbers, out.numbers, n),
    )
  }
  const calendar = binder.options.workingDays ? 'own' : ''
  return binder.derive(`${name}${calendar}`, result, 'number', at, args, (out, n) =>
    applyRaw(
      run,
      args.map((arg) => arg.numbers),
      out.numbers,
      n,
    ),
  )
}

const PAIR: Partial<Record<Reduce, Run>> = {
  max: (a, b) => (a > b ? a : b),
  min: (a, b) => (a < b ? a : b),
  sum: (a, b) => a + b,
}

/** `max(到期日, 展期到期日)` over columns of one unit. */
function reducePairs(
  binder: Binder,
  node: Apply,
  reduce: Reduce,
  args: readonly Vec[],
  at: Space,
): Vec | null {
  const run = PAIR[reduce]
  const [first] = args
  if (!run || !first || args.some((arg) => arg.kind !== 'number' || arg.type !== first.type)) return null
  if (reduce === 'sum' && first.type === 'date') return null
  return args
    .slice(1)
    .reduce(
      (made, arg) =>
        binder.derive(`pair ${reduce}`, node.type, 'number', at, [made, arg], (out, n) =>
          applyRaw(run, [made.numbers, arg.numbers], out.numbers, n),
        ),
      first,
    )
}

function applyText(
  binder: Binder,
  node: Apply,
  op: string,
  candidates: readonly Signature[],
  args: readonly Vec[],
  text: Vec,
  at: Space,
): Vec {
  const values = args.map((arg) => arg.constantValue)
  const place = args.indexOf(text)
  const call = callerOf(candidates, values, place)
  const { type } = node
  const key = `text ${op} ${place}`
  if (type === 'boolean') {
    const run = testTexts(
      (one) => byteOf(call(one)),
      byteOf(callByValues(candidates, values.with(place, null))),
    )
    return binder.derive(key, type, 'truth', at, args, (out, n) => run(text, out.bytes, n))
  }
  if (type === 'text') {
    const run = rewriteTexts((one) => {
      const made = call(one)
      return typeof made === 'string' ? made : null
    })
    return binder.derive(key, type, 'text', at, args, (out, n) => run(text, out, n))
  }
  const run = mapTexts(call)
  return binder.derive(key, type, kindOf(type), at, args, (out, n) => run(text, writer(out), n))
}

/** Calls with one text put in its place among the constants: fitted once where there is one overload of plain values. */
function callerOf(
  candidates: readonly Signature[],
  values: readonly FeelValue[],
  place: number,
): (text: string) => FeelValue {
  const [signature] = candidates
  const type = signature?.params[place]?.type
  if (signature?.how.kind === 'value' && candidates.length === 1 && (type === 'text' || type === 'any')) {
    const args = fitArguments(signature, values.with(place, ''))
    const { run } = signature.how
    if (!signature.variadic && args) {
      return (text) => {
        args[place] = text
        return run(...args)
      }
    }
  }
  return (text) => callByValues(candidates, values.with(place, text))
}

function byteOf(value: ReturnType<typeof callByValues>): 0 | 1 | 2 {
  return value === true ? 1 : value === false ? 0 : 2
}

function aggregate(binder: Binder, node: Apply, reduce: Reduce, argument: Typed, env: Env, at: Space): Vec {
  const list = bindList(binder, argument, env, at)
  const { items, element } = list
  const type = kindOf(node.type) === 'box' ? 'any' : node.type
  if (!items) return binder.constant(type, null, true)
  if (reduce === 'all' || reduce === 'any' || (reduce !== 'count' && element?.kind !== 'number')) {
    return perRow(binder, `aggregate ${reduce} ${binder.id(list)}`, node, at, [list], (value = null) =>
      callByValues(node.candidates, [value]),
    )
  }
  const made = binder.derive(`reduce ${reduce} ${binder.id(list)}`, type, 'number', at, [list], (out, n) => {
    if (!out.known || out.known.length < n) {
      out.known = new Float64Array(out.numbers.length)
      out.incomplete = new Uint8Array(out.numbers.length)
    }
    const { known, incomplete } = out
    if (!incomplete) return
    reduceNumbers(reduce, items, element, n, known, incomplete)
    for (let i = 0; i < n; i++) out.numbers[i] = incomplete[i] === 0 ? (known[i] ?? Number.NaN) : Number.NaN
  })
  if (!made.constant) {
    made.known ??= new Float64Array(0)
    made.incomplete ??= new Uint8Array(0)
    made.items = items
    made.element = element
  }
  return made
}
