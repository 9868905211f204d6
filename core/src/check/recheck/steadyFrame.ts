import type { Frame, RelationRows } from '../../feel/index.ts'
import type { Column } from '../../table/index.ts'

/** Frames that stay the same while what is in them changes, so that rules bound to them once can judge ever new rows. */
export interface SteadyFrame {
  readonly frame: Frame
  /** Takes over the rows of a frame of the same kind; what nobody asked for yet is copied when it is asked for. */
  load(from: Frame, rowCount: number): void
  /** Texts kept by now, in the fullest column: they are never forgotten. */
  readonly texts: () => number
}

/**
 * A steady frame of the shape of `like`: it has the names that `like` has, each with room for `capacity` rows, and for
 * unknown cells where `like` has any or `mayBeUnknown` says so.
 * `related` gives the steady frame behind a relation.
 */
export function steadyFrame(
  like: Frame,
  capacity: number,
  mayBeUnknown: boolean,
  related: (relation: string) => SteadyFrame | undefined,
): SteadyFrame {
  const columns = new Map<string, SteadyColumn | null>()
  const groups = new Map<string, SteadyFrame | null>()
  const relations = new Map<string, SteadyLinks | null>()
  let current: { readonly from: Frame; readonly rowCount: number } | null = null

  const frame: Frame = {
    rowCount: capacity,
    column(name) {
      let made = columns.get(name)
      if (made === undefined) {
        const known = like.column(name)
        made = known ? steadyColumn(known, capacity, mayBeUnknown) : null
        if (current) made?.load(current.from.column(name), current.rowCount)
        columns.set(name, made)
      }
      return made?.column
    },
    constant: (name) => like.constant(name),
    group(name) {
      let made = groups.get(name)
      if (made === undefined) {
        const known = like.group(name)
        made = known ? steadyFrame(known, capacity, mayBeUnknown, () => undefined) : null
        const source = current?.from.group(name)
        if (source && current) made?.load(source, current.rowCount)
        groups.set(name, made)
      }
      return made?.frame
    },
    relation(name) {
      let made = relations.get(name)
      if (made === undefined) {
        const target = related(name)
        made = target && like.relation(name) ? steadyLinks(target.frame, capacity) : null
        if (current) made?.load(current.from.relation(name))
        relations.set(name, made)
      }
      return made?.links
    },
  }

  return {
    frame,
    load(from, rowCount) {
      current = { from, rowCount }
      // nothing leads to a table without rows, but rows may lead from it
      if (rowCount === 0) return
      for (const [name, steady] of columns) steady?.load(from.column(name), rowCount)
      for (const [name, group] of groups) {
        const source = from.group(name)
        if (source) group?.load(source, rowCount)
      }
      for (const [name, steady] of relations) steady?.load(from.relation(name))
    },
    texts: () => {
      let most = 0
      for (const steady of columns.values()) most = Math.max(most, steady?.texts ?? 0)
      return most
    },
  }
}

interface SteadyColumn {
  readonly column: Column
  readonly texts: number
  load(from: Column | undefined, rowCount: number): void
}

/** Only a column that has unknown cells gets room for them: rules bound to it then ask about each. */
function steadyColumn(like: Column, capacity: number, mayBeUnknown: boolean): SteadyColumn {
  const unknown = mayBeUnknown || like.unknown ? new Uint8Array(capacity) : null
  const mask = unknown ? { unknown } : {}
  const cells = steadyCells(like.kind, capacity)
  return {
    column: { ...cells.column, ...mask },
    get texts() {
      return cells.texts
    },
    load(from, rowCount) {
      const marks = from?.unknown
      if (marks) unknown?.set(marks.subarray(0, rowCount))
      else unknown?.fill(0, 0, rowCount)
      cells.load(from, rowCount)
    },
  }
}

function steadyCells(kind: Column['kind'], capacity: number): SteadyColumn {
  if (kind === 'text') {
    const codes = new Int32Array(capacity)
    const dictionary: string[] = []
    const known = new Map<string, number>()
    const codeOf = (text: string): number => {
      const before = known.get(text)
      if (before !== undefined) return before
      known.set(text, dictionary.length)
      return dictionary.push(text) - 1
    }
    return {
      column: { kind, codes, dictionary },
      get texts() {
        return dictionary.length
      },
      load(from, rowCount) {
        for (let row = 0; row < rowCount; row += 1) {
          const text = from?.kind === 'text' ? from.dictionary[from.codes[row] ?? -1] : undefined
          codes[row] = text === undefined ? -1 : codeOf(text)
        }
      },
    }
  }
  if (kind === 'boolean') {
    const values = new Uint8Array(capacity)
    return {
      column: { kind, values },
      texts: 0,
      load(from, rowCount) {
        if (from?.kind === 'boolean') values.set(from.values.subarray(0, rowCount))
        else values.fill(2, 0, rowCount)
      },
    }
  }
  const values = new Float64Array(capacity)
  return {
    column: { kind, values },
    texts: 0,
    load(from, rowCount) {
      if (from?.kind === kind) values.set(from.values.subarray(0, rowCount))
      else values.fill(Number.NaN, 0, rowCount)
    },
  }
}

interface SteadyLinks {
  readonly links: RelationRows
  load(from: RelationRows | undefined): void
}

function steadyLinks(frame: Frame, capacity: number): SteadyLinks {
  const nobody = new Uint32Array(capacity + 1)
  let offsets: Uint32Array = nobody
  let rows: Uint32Array = new Uint32Array(0)
  return {
    links: {
      frame,
      get offsets() {
        return offsets
      },
      get rows() {
        return rows
      },
    },
    load(from) {
      offsets = from?.offsets ?? nobody
      rows = from?.rows ?? rows
    },
  }
}
