import type { Table } from '../../ledger/index.ts'
import type { Column } from '../../table/index.ts'
import { isUnknown } from '../../table/index.ts'
import { codeColumn } from './loanColumns.ts'

/** The steps of handling a warning, in order. */
const stages = [
  ['warningReportDate', '上报'],
  ['warningVerifyDate', '核实'],
  ['warningPlanDate', '方案'],
  ['warningExecDate', '执行'],
  ['warningReviewDate', '复盘'],
] as const

/**
 * Columns of the warning register itself (EWS-009): the first step left out before one that is dated, and the first
 * step dated before an earlier one, in words; null where there is none. Only steps that the register has a column for
 * are looked at; nothing where it has fewer than two.
 */
export function findWarningGaps(warnings: Table): Map<string, Column> {
  const there = stages.flatMap(([field, name]) => {
    const column = warnings.columns.get(field)
    return column?.kind === 'date' ? [{ name, column }] : []
  })
  const derived = new Map<string, Column>()
  if (there.length < 2) return derived
  const skipped = there.map(({ name }) => name)
  const turned = there.flatMap((late) => there.map((early) => `${late.name}早于${early.name}`))
  const gap = new Int32Array(warnings.rowCount).fill(-1)
  const order = new Int32Array(warnings.rowCount).fill(-1)
  for (let row = 0; row < warnings.rowCount; row += 1) {
    const days = there.map(({ column }) => column.values[row] ?? Number.NaN)
    const lastDated = days.findLastIndex((day) => !Number.isNaN(day))
    gap[row] = there.findIndex(
      ({ column }, at) => at < lastDated && Number.isNaN(days[at]) && !isUnknown(column, row),
    )
    order[row] = firstTurned(days)
  }
  derived.set('warningGap', codeColumn(gap, skipped))
  derived.set('warningDisorder', codeColumn(order, turned))
  return derived
}

/** Position late × steps + early of the first pair in the wrong order; -1 where there is none. */
function firstTurned(days: readonly number[]): number {
  for (const [late, day] of days.entries()) {
    const early = days.findIndex((before, at) => at < late && before > day)
    if (early >= 0) return late * days.length + early
  }
  return -1
}
