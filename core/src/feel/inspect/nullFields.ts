import type { Kernel } from '../compile/program.ts'
import type { Frame } from '../types.ts'
import type { Typed, TypedExpression } from '../typing/typed.ts'
import { partsOf } from '../typing/typed.ts'
import { columnName, opened, relationName } from './fieldsOf.ts'
import type { RelationNames } from './fieldsOf.ts'
import type { Watched } from './watch.ts'
import { isNullAt, watch } from './watch.ts'

/**
 * The null fields that decided a null result on a row: those that could change the answer if they were filled (in
 * `a and b` with a null and b true: a). Related fields as `押品.最新估值`; a relation that was not read by its name.
 * Empty where the result is not null, or null for another reason (division by zero, a day beyond the calendar).
 */
export function nullFields(kernel: Kernel | TypedExpression, frame: Frame, row: number): string[] {
  const found = new Set<string>()
  blame(watch(kernel, frame, row), 0, found, [])
  return [...found]
}

function blame(watched: Watched, at: number, found: Set<string>, levels: RelationNames): void {
  const { node } = watched
  if (!isNullAt(watched, at)) return
  switch (node.kind) {
    case 'column':
      found.add(columnName(node, levels))
      return
    case 'oneRow':
      found.add(node.name)
      return
    case 'rows':
      if (!watched.vec?.items) found.add(relationName(node, levels))
      return
    case 'if': {
      const [condition, then, otherwise] = watched.parts
      if (!condition || !then || !otherwise) return
      if (isNullAt(condition, at)) blame(condition, at, found, levels)
      else blame(watched.truthOf(condition, at) === 1 ? then : otherwise, at, found, levels)
      return
    }
    case 'isNull':
      blameUnknown(watched.parts[0], at, found, levels)
      return
    default:
  }
  for (const part of watched.parts) {
    if (part.list) blameList(part, at, found, levels)
    else blame(part, at, found, levels)
  }
  if (watched.body && watched.items) blameItems(watched, at, found, opened(node, levels))
}

/** `x = null` is null: the unknown ones among the fields of x. */
function blameUnknown(
  watched: Watched | undefined,
  at: number,
  found: Set<string>,
  levels: RelationNames,
): void {
  if (!watched || !isNullAt(watched, at)) return
  if (watched.parts.length === 0) blame(watched, at, found, levels)
  for (const part of watched.parts) blameUnknown(part, at, found, levels)
}

/** A list: the relation that was not read, filters that are null for some item, items that are null. */
function blameList(watched: Watched, at: number, found: Set<string>, levels: RelationNames): void {
  const { node, list } = watched
  if (!list?.items) {
    addRelations(node, found, levels)
    return
  }
  for (const part of watched.parts) blameList(part, at, found, levels)
  if (watched.body) blameItems(watched, at, found, opened(node, levels))
}

function blameItems(watched: Watched, at: number, found: Set<string>, levels: RelationNames): void {
  const { body, items } = watched
  if (!body || !items) return
  items.refresh()
  const end = items.starts[at + 1] ?? 0
  for (let i = items.starts[at] ?? 0; i < end; i++) {
    if (body.list) blameList(body, i, found, levels)
    else blame(body, i, found, levels)
  }
}

function addRelations(node: Typed, found: Set<string>, levels: RelationNames): void {
  if (node.kind === 'rows') found.add(relationName(node, levels))
  else for (const part of partsOf(node)) addRelations(part, found, levels)
}
