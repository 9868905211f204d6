import { nullFields, type Frame } from '../feel/index.ts'
import type { Field } from '../policy/index.ts'
import { isUnknown, valueAt } from '../table/index.ts'
import type { CompiledCase } from './compileCases.ts'
import { messages } from './messages.ts'
import { partOf } from './partOf.ts'
import type { World, WorldTable } from './world.ts'

export interface Undecided {
  readonly fields: readonly Field[]
  readonly reasons: readonly string[]
  readonly remedy: string
}

/** Which empty or missing cells left the case undecided, and what to fill in. */
export function undecidedBy(compiled: CompiledCase, world: World, table: WorldTable, row: number): Undecided {
  const names = new Set<string>()
  const relations = [...compiled.use.relations.keys()]
  const seen = frameWithout(
    table.frame,
    relations.filter((name) => table.links(name)?.unlinked?.[row] === 1),
  )
  for (const expression of [compiled.applies, compiled.when]) {
    if (!expression) continue
    for (const name of nullFields(expression, seen, row)) names.add(name.split('\u0001')[0] ?? name)
  }
  const fields: Field[] = []
  // several fields of one relation may be wanted for the same reason
  const reasons = new Set<string>()
  const toFill: string[] = []
  for (const name of names) {
    const [first = '', inner] = name.split('.')
    const field = world.index.fieldByName.get(name)
    if (field) {
      for (const cell of blankGrounds(field, world, table, row)) {
        if (fields.includes(cell)) continue
        fields.push(cell)
        reasons.add(reasonOf(cell, table, row))
        toFill.push(cell.name)
      }
    } else if (world.index.relationByName.has(first)) {
      const links = table.links(first)
      if (!links) reasons.add(messages.noTable(first))
      else if (links.unlinked?.[row] === 1) reasons.add(messages.noLink(first))
      else if (inner !== undefined) {
        reasons.add(messages.relatedBlank(first, inner))
        toFill.push(name)
      }
    } else reasons.add(messages.cellBlank(name))
  }
  return {
    fields,
    reasons: [...reasons],
    remedy: toFill.length > 0 ? messages.fillIn(toFill) : messages.complete,
  }
}

const framesWithout = new WeakMap<Frame, Map<string, Frame>>()

/** A list that cannot be looked up counts as unknown here as it did when the row was judged. */
function frameWithout(frame: Frame, relations: readonly string[]): Frame {
  if (relations.length === 0) return frame
  const known = framesWithout.get(frame) ?? new Map<string, Frame>()
  framesWithout.set(frame, known)
  const key = relations.join(' ')
  const without = known.get(key) ?? {
    ...frame,
    relation: (name) => (relations.includes(name) ? undefined : frame.relation(name)),
  }
  known.set(key, without)
  return without
}

/** The blank cells for want of which a computed field is null, nearest first; the field itself where it has none. */
function blankGrounds(field: Field, world: World, table: WorldTable, row: number): readonly Field[] {
  const isNull = (key: string): boolean => {
    const column = table.column(key)
    return column !== undefined && valueAt(column, row) === null
  }
  const from = (field.derived?.from ?? [])
    .map((key) => world.index.fieldByKey.get(key))
    .filter((found) => found !== undefined)
  const cells = from.filter((ground) => !ground.derived && isNull(ground.key))
  if (cells.length > 0) return cells
  const computed = from.filter((ground) => ground.derived && ground !== field && isNull(ground.key))
  const deeper = computed.flatMap((ground) => blankGrounds(ground, world, table, row))
  return deeper.length > 0 ? deeper : [field]
}

function reasonOf(field: Field, table: WorldTable, row: number): string {
  const column = table.column(field.key)
  const part = partOf(table, row)
  if (!column || (!field.derived && !part.table.columns.has(field.key))) return messages.noColumn(field.name)
  return isUnknown(column, row) && !field.derived
    ? messages.cellUnreadable(field.name)
    : messages.cellBlank(field.name)
}
