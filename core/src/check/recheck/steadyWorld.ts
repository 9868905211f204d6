import type { Frame } from '../../feel/index.ts'
import type { TableName } from '../../policy/index.ts'
import type { CompiledCase } from '../compileCases.ts'
import { bindCases, type BoundCases } from '../judgeCases.ts'
import { judgeRuns, type CaseRun } from '../runCases.ts'
import type { World, WorldTable } from '../world.ts'
import { steadyFrame, type SteadyFrame } from './steadyFrame.ts'

/** Rules bound once to frames that take ever new rows. */
export interface SteadyWorld {
  readonly load: (small: World) => {
    readonly judge: (name: TableName, table: WorldTable, runs: readonly CaseRun[]) => void
    /** The small world on the steady frames, for making findings. */
    readonly world: World
  }
}

/** The cases that run over a table. */
type ActiveCases = (name: TableName) => readonly CompiledCase[]

/** Texts of one column beyond which it is begun anew: they are kept for as long as the frames are. */
const mostTexts = 8192

/** Steady frames of the shape of a checked world. */
export function steadyWorld(like: World, activeCases: ActiveCases): SteadyWorld {
  let made = makeFrames(like, 256, false, activeCases)
  let mayBeUnknown = false
  let loads = 0
  return {
    load: (small) => {
      const rows = Math.max(...[small, small.previous].flatMap((one) => rowCounts(one)))
      loads += 1
      const doubt = !mayBeUnknown && hasNewUnknown(like, small)
      mayBeUnknown ||= doubt
      if (doubt || rows > made.capacity || (loads % 64 === 0 && made.texts() > mostTexts)) {
        made = makeFrames(
          like,
          Math.max(made.capacity, 2 ** Math.ceil(Math.log2(rows))),
          mayBeUnknown,
          activeCases,
        )
      }
      made.load(small)
      const { judge, onFrames } = made
      return { judge, world: onFrames(small) }
    },
  }
}

function rowCounts(world: World | undefined): number[] {
  return world ? [...world.tables.values()].map(({ rowCount }) => rowCount) : [0]
}

/** An unreadable cell in a column that had none: rules bound before did not have to ask. */
function hasNewUnknown(like: World, small: World): boolean {
  for (const [name, { combined }] of small.tables) {
    const columns = like.tables.get(name)?.combined.table.columns
    for (const [key, { unknown }] of combined.table.columns) {
      if (unknown?.includes(1) && !columns?.get(key)?.unknown) return true
    }
  }
  return false
}

function makeFrames(like: World, capacity: number, mayBeUnknown: boolean, activeCases: ActiveCases) {
  const bound = new Map<string, BoundAll>()
  const previous = like.previous && framesOf(like.previous, capacity, mayBeUnknown, undefined)
  const frames = framesOf(like, capacity, mayBeUnknown, previous)
  const load = (small: World): void => {
    loadAll(frames, small)
    if (previous && small.previous) loadAll(previous, small.previous)
  }
  return {
    capacity,
    texts: () => Math.max(...[...frames.values(), ...(previous?.values() ?? [])].map(({ texts }) => texts())),
    load,
    onFrames: (small: World): World => {
      const tables = new Map<TableName, WorldTable>()
      for (const [name, table] of small.tables) {
        const frame = frames.get(name)?.frame
        tables.set(name, frame ? { ...table, frame } : table)
      }
      return { ...small, tables }
    },
    judge: (name: TableName, table: WorldTable, runs: readonly CaseRun[]): void => {
      const steady = frames.get(name)
      if (!steady) return
      judgeRuns(table, runs, steady.frame, (frame, cases, without) => {
        const key = `${name} ${without}`
        const all = bound.get(key) ?? bindAll(frame, activeCases(name), without)
        bound.set(key, all)
        return someOf(all, cases)
      })
    },
  }
}

interface BoundAll {
  readonly cases: readonly CompiledCase[]
  readonly to: BoundCases
}

/** All cases that may ever be asked of a frame, bound together: which of them are asked differs from edit to edit. */
function bindAll(frame: Frame, active: readonly CompiledCase[], without: string): BoundAll {
  const names = without.split(' ').filter(Boolean)
  const cases =
    names.length === 0 ? active : active.filter(({ use }) => names.some((name) => use.relations.has(name)))
  return { cases, to: bindCases(frame, cases) }
}

function someOf(all: BoundAll, cases: readonly CompiledCase[]): BoundCases {
  return {
    judge(table, bytes, onRows) {
      const own = new Map(cases.map((compiled, at) => [compiled, bytes[at] ?? null]))
      all.to.judge(
        table,
        all.cases.map((compiled) => own.get(compiled) ?? null),
        onRows,
      )
    },
  }
}

function framesOf(
  world: World,
  capacity: number,
  mayBeUnknown: boolean,
  previous: ReadonlyMap<TableName, SteadyFrame> | undefined,
): ReadonlyMap<TableName, SteadyFrame> {
  const frames = new Map<TableName, SteadyFrame>()
  const related = (name: string): SteadyFrame | undefined => {
    const relation = world.index.relationByName.get(name)
    return relation && (relation.previous ? previous : frames)?.get(relation.to)
  }
  for (const [name, table] of world.tables)
    frames.set(name, steadyFrame(table.frame, capacity, mayBeUnknown, related))
  return frames
}

function loadAll(frames: ReadonlyMap<TableName, SteadyFrame>, small: World): void {
  for (const [name, steady] of frames) {
    const table = small.tables.get(name)
    if (table) steady.load(table.frame, table.rowCount)
  }
}
