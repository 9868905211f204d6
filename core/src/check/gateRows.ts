import type { Rule } from '../policy/index.ts'
import type { Column } from '../table/index.ts'
import { segmentTruth } from './segments.ts'
import type { WorldTable } from './world.ts'

/**
 * Which rows a rule looks at, before its cases are asked: the one predicate for closed and written-off loans, and the
 * segments. 0 no, 1 yes, 2 cannot tell; null where every row is looked at. Rules with the same gate share one array.
 */
export function gateRows(
  table: WorldTable,
  rule: Rule,
  known: Map<string, Uint8Array | null>,
): Uint8Array | null {
  const scope = rule.scope ?? 'open'
  const segments = rule.segments === 'all' ? [] : rule.segments
  const name = `${scope} ${segments.join(' ')}`
  const before = known.get(name)
  if (before !== undefined) return before
  const gate = new Uint8Array(table.rowCount).fill(1)
  if (scope !== 'any') keepOpen(gate, table, scope)
  if (segments.length > 0) {
    const truths = segments.map((segment) =>
      segmentTruth(segment, (field) => table.column(field), table.rowCount),
    )
    for (let row = 0; row < gate.length; row += 1) if (gate[row] === 1) gate[row] = either(truths, row)
  }
  const made = gate.every((byte) => byte === 1) ? null : gate
  known.set(name, made)
  return made
}

/** Closed loans are out; written-off ones stay for recovery rules. What nobody can tell to be closed is open. */
function keepOpen(gate: Uint8Array, table: WorldTable, scope: 'open' | 'openOrWrittenOff'): void {
  const closed = booleans(table.column('closed'))
  const writtenOff = booleans(table.column('writtenOff'))
  for (let row = 0; row < gate.length; row += 1) {
    const off = writtenOff?.[row] === 1
    if (off ? scope === 'open' : closed?.[row] === 1) gate[row] = 0
  }
}

function booleans(column: Column | undefined): Uint8Array | undefined {
  return column?.kind === 'boolean' ? column.values : undefined
}

function either(truths: readonly Uint8Array[], row: number): 0 | 1 | 2 {
  let any: 0 | 2 = 0
  for (const truth of truths) {
    if (truth[row] === 1) return 1
    if (truth[row] === 2) any = 2
  }
  return any
}
