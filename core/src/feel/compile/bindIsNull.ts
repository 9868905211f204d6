import type { Typed } from '../typing/typed.ts'
import type { Binder, Env } from './binder.ts'
import type { Space } from './space.ts'
import { Vec } from './vec.ts'

/** `x = null` in a rule: true for blank, null where a field that x is made of is unknown. */
export function bindIsNull(
  binder: Binder,
  node: Extract<Typed, { kind: 'isNull' }>,
  env: Env,
  at: Space,
): Vec {
  if (node.of.kind === 'oneRow') return oneRowIsNull(binder, node, env, at)
  const of = binder.bind(node.of, env, at)
  const unknowns = unknownParts(binder, node.of, env, at)
  const [isNull, isNot] = node.negated ? [0, 1] : [1, 0]
  return binder.derive(`isNull ${node.negated}`, 'boolean', 'truth', at, [of, ...unknowns], (out, n) => {
    const { bytes } = out
    if (of.kind === 'number') {
      const { numbers } = of
      for (let i = 0; i < n; i++) {
        const x = numbers[i] ?? Number.NaN
        bytes[i] = x === x ? isNot : isNull
      }
    } else if (of.kind === 'text')
      for (let i = 0; i < n; i++) bytes[i] = (of.codes[i] ?? -1) < 0 ? isNull : isNot
    else if (of.kind === 'truth') for (let i = 0; i < n; i++) bytes[i] = of.bytes[i] === 2 ? isNull : isNot
    else for (let i = 0; i < n; i++) bytes[i] = of.valueAt(i) === null ? isNull : isNot
    for (const unknown of unknowns) {
      for (let i = 0; i < n; i++) if (unknown.bytes[i] === 1 && bytes[i] === isNull) bytes[i] = 2
    }
  })
}

/** `上期 = null`: whether there is no such row; null where there is no previous ledger at all. */
function oneRowIsNull(binder: Binder, node: Extract<Typed, { kind: 'isNull' }>, env: Env, at: Space): Vec {
  const { of } = node
  if (of.kind !== 'oneRow') return binder.constant('boolean', null, true)
  const relation = binder.rowSpace(env, of.level)?.frame.relation(of.name)
  if (!relation) return binder.constant('boolean', null, true)
  const index = binder.rowIndex({ level: of.level, via: of.name }, env, at)
  const frameRows = relation.frame.rowCount
  return binder.keep(`oneRowIsNull ${node.negated} ${binder.id(index)} ${binder.id(at)}`, () => {
    return new Vec('truth', 'boolean', at, (out, n) => {
      out.reserve(n)
      const rows = index.rows(n)
      for (let i = 0; i < n; i++) out.bytes[i] = (rows[i] ?? 0) < frameRows === node.negated ? 1 : 0
    })
  })
}

/** Truths that say where a column inside an expression is unknown. */
function unknownParts(binder: Binder, node: Typed, env: Env, at: Space): Vec[] {
  if (node.kind === 'column') {
    if (node.level > 0 && !env[node.level]) return []
    const home = binder.home(node.levels, env)
    const unknown = binder.unknown(node, env, home)
    if (!unknown) return []
    return [unknown.constant || unknown.space === at ? unknown : binder.lift(unknown, at)]
  }
  if (node.kind === 'rows' && !binder.rowSpace(env, node.level)?.frame.relation(node.name))
    return [binder.constant('boolean', true)]
  const found: Vec[] = []
  switch (node.kind) {
    case 'member':
    case 'negate':
    case 'not':
    case 'filter':
    case 'map':
      found.push(...unknownParts(binder, node.of, env, at))
      break
    case 'arithmetic':
    case 'compare':
      found.push(...unknownParts(binder, node.left, env, at), ...unknownParts(binder, node.right, env, at))
      break
    case 'apply':
      for (const arg of node.args) found.push(...unknownParts(binder, arg, env, at))
      break
    case 'logic':
      for (const part of node.parts) found.push(...unknownParts(binder, part, env, at))
      break
    default:
  }
  return [...new Set(found)]
}
