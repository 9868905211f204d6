import type { World, WorldTable } from './world.ts'

/** The loans that a row of a register belongs to, as rows of the loan table. */
export interface LoansOfChild {
  readonly loans: WorldTable
  of(row: number): readonly number[]
}

const made = new WeakMap<WorldTable, LoansOfChild | null>()

/** By the relation that leads from loans to the register, turned round; null for the loan table and where nothing leads. */
export function loansOfChild(world: World, child: WorldTable): LoansOfChild | null {
  const before = made.get(child)
  if (before !== undefined) return before
  const found = turnRound(world, child)
  made.set(child, found)
  return found
}

function turnRound(world: World, child: WorldTable): LoansOfChild | null {
  const loans = world.tables.get('借据')
  if (!loans || child === loans) return null
  const relation = world.index
    .relationsFrom('借据')
    .find(({ to, previous }) => to === child.name && !previous)
  const links = relation ? loans.links(relation.name) : null
  if (!links) return null
  const { offsets, rows } = links
  const starts = new Uint32Array(child.rowCount + 1)
  for (const row of rows) starts[row + 1] = (starts[row + 1] ?? 0) + 1
  for (let row = 0; row < child.rowCount; row += 1)
    starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0)
  const members = new Uint32Array(rows.length)
  const next = starts.slice()
  for (let loan = 0; loan + 1 < offsets.length; loan += 1) {
    for (let at = offsets[loan] ?? 0; at < (offsets[loan + 1] ?? 0); at += 1) {
      const row = rows[at] ?? 0
      const place = next[row] ?? 0
      members[place] = loan
      next[row] = place + 1
    }
  }
  return { loans, of: (row) => [...members.subarray(starts[row] ?? 0, starts[row + 1] ?? 0)] }
}
