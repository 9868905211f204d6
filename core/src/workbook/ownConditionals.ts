import { columnLetters } from '../table/index.ts'
import { OWN_PREFIX, type RowAnnotation } from './annotation.ts'
import { type LevelLook, levels } from './levels.ts'
import { faultMark } from './ownMark.ts'

/** Every formula of ours holds this, so that it is known again after any program has saved the file. */
export const FORMULA_SIGNATURE = `N("${OWN_PREFIX}")=0`

export interface OwnConditional {
  /** Column (from 0) that it stands on, over all rows of the table. */
  readonly column: number
  readonly look: LevelLook
  /** The level cell's own look, or the edge of a cell at fault. */
  readonly part: 'level' | 'edge'
  /** Written for the first row, relative downwards; without `=`. */
  readonly formula: string
}

/** Columns with cells at fault, and the levels of their rows. */
export function faultColumns(rows: Iterable<RowAnnotation>): ReadonlyMap<number, ReadonlySet<string>> {
  const faults = new Map<number, Set<string>>()
  for (const row of rows) {
    for (const column of row.faults) {
      const known = faults.get(column)
      if (known) known.add(row.level)
      else faults.set(column, new Set([row.level]))
    }
  }
  return faults
}

/**
 * One conditional format per level on the level column, and one per level on each column that has cells at fault; they
 * read the level and the record of their row, so their number does not grow with the rows. `firstRow` counts from 1.
 */
export function ownConditionals(job: {
  readonly levelColumn: number
  readonly recordColumn: number
  readonly firstRow: number
  readonly faults: ReadonlyMap<number, ReadonlySet<string>>
}): readonly OwnConditional[] {
  const level = `$${columnLetters(job.levelColumn)}${job.firstRow}`
  const record = `$${columnLetters(job.recordColumn)}${job.firstRow}`
  const onLevel = levels.map((look): OwnConditional => ({
    column: job.levelColumn,
    look,
    part: 'level',
    formula: `AND(LEFT(${level},1)="${look.sign}",${FORMULA_SIGNATURE})`,
  }))
  const onFaults = [...job.faults]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([column, found]) =>
      levels
        .filter((look) => found.has(look.level))
        .map((look): OwnConditional => ({
          column,
          look,
          part: 'edge',
          formula: `AND(LEFT(${level},1)="${look.sign}",ISNUMBER(FIND("${faultMark(column)}",${record})),${FORMULA_SIGNATURE})`,
        })),
    )
  return [...onLevel, ...onFaults]
}
