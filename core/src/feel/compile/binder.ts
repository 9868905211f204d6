import type { WorkingDays } from '../../calendar/index.ts'
import type { Column } from '../../table/index.ts'
import type { FeelType, FeelValue, Frame } from '../types.ts'
import type { Typed } from '../typing/typed.ts'
import { internalize } from '../values/temporal.ts'
import { hasType } from '../values/typeOf.ts'
import { columnVec, fitsType, liftedVec, unknownVec } from './readColumns.ts'
import type { RowIndex } from './rowIndex.ts'
import { oneRowIndex, rowIndexOf } from './rowIndex.ts'
import type { RowSpace, Space } from './space.ts'
import { Ancestor, RootSpace } from './space.ts'
import type { VecKind } from './vec.ts'
import { constantVec, kindOf, Vec, writer } from './vec.ts'

export interface CompileOptions {
  /** Instead of the official holiday calendar. */
  readonly workingDays?: WorkingDays
}

/** The levels around an expression (0 is the root): where its items are, and their values where they are no rows. */
export type Env = readonly (Level | undefined)[]
export interface Level {
  readonly space: Space
  readonly element: Vec | null
}

type BindNode = (binder: Binder, node: Typed, env: Env, at: Space) => Vec

type Column_ = Extract<Typed, { kind: 'column' }>

/**
 * Turns typed expressions into vecs over one frame. Equal subexpressions (same operation on the same vecs) become one
 * vec; what depends on no row is computed here, once.
 */
export class Binder {
  readonly root: RootSpace
  readonly unit: RootSpace
  readonly options: CompileOptions
  private readonly kept = new Map<string, Vec>()
  private readonly keptSpaces = new Map<string, Space>()
  private readonly ids = new Map<object, number>()
  private readonly ancestors = new Map<string, Ancestor>()

  private readonly bindNode: BindNode

  /** `bindNode` makes the vec of one node; handed in so that the parts of the compiler need not import each other in a circle. */
  constructor(frame: Frame, options: CompileOptions, bindNode: BindNode) {
    this.bindNode = bindNode
    this.root = new RootSpace(frame)
    this.unit = new RootSpace(frame)
    this.unit.move(0, 1)
    // lists of constants are computed while binding, at one position
    this.root.move(0, 1)
    this.options = options
  }

  /** A number that stands for a vec, space or other object in keys. */
  id(thing: object): number {
    let id = this.ids.get(thing)
    if (id === undefined) {
      id = this.ids.size
      this.ids.set(thing, id)
    }
    return id
  }

  /** The values of an expression at the positions of `target` (a space at or below all its levels). */
  bind(node: Typed, env: Env, target: Space): Vec {
    const home = this.home(node.levels, env)
    const vec = this.bindAt(node, env, home)
    if (vec.constant || vec.space === target) return vec
    return this.lift(vec, target)
  }

  /** The same without hoisting: lists are made where they are used. */
  bindAt(node: Typed, env: Env, at: Space): Vec {
    return this.bindNode(this, node, env, at)
  }

  /** The deepest space that the levels speak of. */
  home(levels: number, env: Env): Space {
    for (let level = env.length - 1; level > 0; level--) {
      const space = env[level]?.space
      if ((levels & (1 << level)) !== 0 && space) return space
    }
    return this.root
  }

  lift(vec: Vec, target: Space): Vec {
    const key = `lift ${this.id(vec)} ${this.id(target)}`
    return this.keep(key, () => {
      const ancestor = this.ancestor(target, vec.space)
      return liftedVec(vec, target, () => ancestor.update())
    })
  }

  ancestor(from: Space, to: Space): Ancestor {
    const key = `${this.id(from)} ${this.id(to)}`
    let made = this.ancestors.get(key)
    if (!made) {
      made = new Ancestor(from, to)
      this.ancestors.set(key, made)
    }
    return made
  }

  keep(key: string, make: () => Vec): Vec {
    let vec = this.kept.get(key)
    if (!vec) {
      vec = make()
      this.kept.set(key, vec)
    }
    return vec
  }

  keepSpace(key: string, make: () => Space): Space {
    let space = this.keptSpaces.get(key)
    if (!space) {
      space = make()
      this.keptSpaces.set(key, space)
    }
    return space
  }

  /**
   * A vec computed from others by `fill`, which finds its inputs up to date. Where all inputs are constant it is
   * computed here, at one position, by the same code.
   */
  derive(
    op: string,
    type: FeelType,
    kind: VecKind,
    space: Space,
    inputs: readonly Vec[],
    fill: (out: Vec, n: number) => void,
  ): Vec {
    const constant = inputs.every((input) => input.constant)
    const at = constant ? this.unit : space
    const key = `${op}|${this.id(at)}|${inputs.map((input) => this.id(input)).join(',')}|${type}`
    return this.keep(key, () => {
      const vec = new Vec(kind, type, at, (out, n) => {
        out.reserve(n)
        for (const input of inputs) input.update(n)
        fill(out, n)
      })
      if (!constant) return vec
      vec.update(1)
      const folded = constantVec(kind === 'box' ? 'any' : type, vec.valueAt(0), this.root)
      folded.unknown = folded.constantValue === null && inputs.some((input) => input.unknown)
      return folded
    })
  }

  constant(type: FeelType, value: FeelValue, unknown = false): Vec {
    const simple = typeof value !== 'object' || value === null
    const key = simple
      ? `const ${type} ${typeof value} ${String(value)} ${unknown}`
      : `const ${this.id(value)}`
    return this.keep(key, () => constantVec(type, value, this.root, unknown))
  }

  /** A truth vec from whatever there is: what is not a truth is null. */
  truth(vec: Vec): Vec {
    if (vec.kind === 'truth') return vec
    return this.derive('truth', 'boolean', 'truth', vec.space, [vec], (out, n) => {
      const write = writer(out)
      for (let i = 0; i < n; i++) write(i, vec.kind === 'list' ? null : vec.valueAt(i))
    })
  }

  column(node: Column_, env: Env, at: Space): Vec {
    const found = this.findColumn(node, env)
    if (found === undefined) return this.constant(flat(node.type), null, true)
    if (found.kind === 'constant') return this.constantOf(found.value, node.type)
    const { column } = found
    if (!fitsType(column, node.type)) return this.constant(flat(node.type), null, true)
    const index = this.rowIndex(node, env, at)
    const key = `column ${this.id(column)} ${this.id(index)} ${this.id(at)}`
    return this.keep(key, () => columnVec(column, node.type, at, index))
  }

  private constantOf(value: FeelValue, type: FeelType): Vec {
    const inner = internalize(value)
    if (type === 'duration' || kindOf(type) === 'box') return this.constant('any', inner)
    return hasType(inner, type) ? this.constant(type, inner) : this.constant(type, null)
  }

  /** Truth 1 where the column's cell is unknown; null where none can be (a constant vec for an absent column). */
  unknown(node: Column_, env: Env, at: Space): Vec | null {
    const found = this.findColumn(node, env)
    if (found === undefined) return this.constant('boolean', true)
    if (found.kind === 'constant' || !found.column.unknown) return null
    const { column } = found
    const index = this.rowIndex(node, env, at)
    const key = `unknown ${this.id(column)} ${this.id(index)} ${this.id(at)}`
    const made = this.keep(key, () => unknownVec(column, at, index) ?? this.constant('boolean', false))
    return made
  }

  private findColumn(
    node: Column_,
    env: Env,
  ): { kind: 'column'; column: Column } | { kind: 'constant'; value: FeelValue } | undefined {
    let frame: Frame | undefined = this.rowSpace(env, node.level)?.frame
    if (node.via !== undefined) frame = frame?.relation(node.via)?.frame
    for (const group of node.groups) frame = frame?.group(group)
    if (!frame) return undefined
    const column = frame.column(node.name)
    if (column) return { kind: 'column', column }
    const value = frame.constant(node.name)
    return value === undefined ? undefined : { kind: 'constant', value }
  }

  /** The rows that the positions of `at` stand for at a node's level (through its one-row relation, if any). */
  rowIndex(node: { readonly level: number; readonly via?: string }, env: Env, at: Space): RowIndex {
    const own = this.ownRows(node.level, env, at)
    const { via } = node
    if (via === undefined) return own
    const relation = this.rowSpace(env, node.level)?.frame.relation(via)
    return relation ? this.index(`one ${this.id(own)} ${via}`, () => oneRowIndex(own, relation)) : own
  }

  private readonly indexes = new Map<string, RowIndex>()

  private index(key: string, make: () => RowIndex): RowIndex {
    let index = this.indexes.get(key)
    if (!index) {
      index = make()
      this.indexes.set(key, index)
    }
    return index
  }

  private ownRows(level: number, env: Env, at: Space): RowIndex {
    const owner = this.rowSpace(env, level) ?? this.root
    return this.index(`rows ${this.id(owner)} ${this.id(at)}`, () =>
      rowIndexOf(owner, owner === at ? null : this.ancestor(at, owner)),
    )
  }

  rowSpace(env: Env, level: number): RowSpace | undefined {
    const space = level === 0 ? this.root : env[level]?.space
    return space && isRowSpace(space) ? space : undefined
  }
}

export function isRowSpace(space: Space): space is RowSpace {
  return 'frame' in space
}

/** A type whose constants can be held; lists and the like are boxed. */
function flat(type: FeelType): FeelType {
  return kindOf(type) === 'box' ? 'any' : type
}
