import type { Ledger } from '../../ledger/index.ts'
import type { TableName } from '../../policy/index.ts'
import { isUnknown, valueAt, type Column } from '../../table/index.ts'
import type { CompiledCase } from '../compileCases.ts'
import type { PolicyIndex } from '../policyIndex.ts'
import { textFieldsOf } from '../resolveParameter.ts'
import { segmentEvidence } from '../segments.ts'
import { variesByLoan } from '../tableScope.ts'
import type { WorldTable } from '../world.ts'
import type { Cell } from './columnOfCells.ts'
import type { KeptFacts } from './keptFacts.ts'
import type { TableCells } from './tableCells.ts'

/** Keys of fields of which a judged loan has another value than when it was last judged. */
export function changedFields(
  before: TableCells,
  ledger: Ledger,
  facts: KeptFacts,
  table: WorldTable,
  rows: readonly { readonly row: number; readonly local: number }[],
): ReadonlySet<string> {
  const changed = new Set<string>()
  for (const { row, local } of rows) {
    const part = before.partAt(row)
    const at = row - part.start
    for (const [key, column] of ledger.tables[part.index]?.columns ?? []) {
      const old = part.table.columns.get(key)
      // an edit makes a new column of the one it changes and leaves the others
      if (old !== column && cellOf(old, at) !== cellOf(column, at)) changed.add(key)
    }
    for (const [key, column] of table.derived)
      if (facts.cell(row, key) !== cellOf(column, local)) changed.add(key)
  }
  return changed
}

function cellOf(column: Column | undefined, row: number): Cell {
  if (!column) return null
  return isUnknown(column, row) ? undefined : valueAt(column, row)
}

/** What decides which loans rules look at and which parameters they get. */
const ground: readonly string[] = [
  ...new Set([
    'closed',
    'writtenOff',
    'disburseDate',
    'maturityDate',
    ...Object.values(textFieldsOf).flat(),
    ...Object.values(segmentEvidence).flatMap((evidence) => evidence.map(({ field }) => field)),
  ]),
]
const gateFields = ground.filter((field) => field !== 'disburseDate' && field !== 'maturityDate')

/** Keys by which a loan is found again in the previous ledger. */
const previousKeys = ['loanNo', 'contractNo', 'accountNo', 'customerName', 'disburseDate', 'loanAmount']

/** Whether a case may say another thing of the judged loans than it did, after these fields and registers have changed. */
export function mayDiffer(
  index: PolicyIndex,
  changed: ReadonlySet<string>,
  registers: ReadonlySet<TableName>,
): (compiled: CompiledCase) => boolean {
  const has = (keys: readonly string[]): boolean => keys.some((key) => changed.has(key))
  if (has(gateFields)) return () => true
  const names = new Set([...changed].map((key) => index.fieldByKey.get(key)?.name))
  const groundChanged = has(ground)
  const varying = new Set(index.policy.parameters.filter(variesByLoan).map(({ name }) => name))
  return ({ use }) => {
    for (const field of use.fields) if (names.has(field)) return true
    if (groundChanged) for (const parameter of use.parameters) if (varying.has(parameter)) return true
    for (const [name, fields] of use.relations) {
      const relation = index.relationByName.get(name)
      if (!relation || registers.has(relation.to)) return true
      if (has(relation.previous ? previousKeys : relation.keys.flat())) return true
      if (relation.to !== '借据' || relation.previous) continue
      for (const field of fields) if (names.has(field)) return true
    }
    return false
  }
}
