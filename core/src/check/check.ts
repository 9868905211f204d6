import { formatIsoDay } from '../calendar/index.ts'
import type { Ledger } from '../ledger/index.ts'
import { keepState } from './checkedState.ts'
import { sliceColumn } from './combineTables.ts'
import { comparePrevious, notesOnPrevious } from './comparePrevious.ts'
import { noteOnUnmoved } from './countUnmoved.ts'
import { explainFinding } from './explainFinding.ts'
import { fingerprintPolicy } from './fingerprint.ts'
import { foldColumns, type Fold } from './foldColumns.ts'
import { listFindings, type CheckedTable } from './listFindings.ts'
import { loansOfChild } from './loansOfChild.ts'
import { messages } from './messages.ts'
import { prepareWorld } from './prepareWorld.ts'
import { reportRows } from './reportRows.ts'
import { runCases } from './runCases.ts'
import { settleSubjects, subjectOf } from './settleSubjects.ts'
import { summarise } from './summarise.ts'
import type { CheckOptions, FileNote, NotRun, PreviousLoans, Result, TableResult } from './types.ts'
import { waiveRows } from './waiveRows.ts'
import type { World, WorldTable } from './world.ts'

/**
 * Runs the policy's rules over a ledger. Tables of one kind are checked as one, so that a customer's other loans are
 * seen wherever they stand, and reported apart. Nothing in the ledger is changed.
 */
export function checkLedger(ledger: Ledger, options: CheckOptions): Result {
  return checkWorld(ledger, prepareWorld(ledger, options), options)
}

/** The check itself, over a world made ready. */
function checkWorld(ledger: Ledger, world: World, options: CheckOptions): Result {
  const { policy } = options
  const notes: FileNote[] = [...notesOnDay(ledger), ...(policy.notes ?? [])]
  const checked: CheckedTable[] = []
  const folds: Fold[] = []
  const notRun: NotRun[][] = ledger.tables.map(() => [])
  const rulesRun: Set<string>[] = ledger.tables.map(() => new Set())
  const total = [...world.tables.values()].reduce((sum, table) => sum + table.rowCount, 0)
  let done = 0
  for (const table of world.tables.values()) {
    const before = done
    const runs = runCases(world, table, (rows) => options.onProgress?.(share(before + rows, total)))
    done += table.rowCount
    const folded = foldColumns(world, table, runs)
    notes.push(...folded.notes)
    folds.push(...folded.folds)
    table.combined.parts.forEach((part, at) => {
      for (const { compiled, missing, bytes } of runs) {
        const lacks = missing[at] ?? []
        if (lacks.length > 0) {
          notRun[part.index]?.push({ rule: compiled.rule.id, case: compiled.case.id, missing: lacks })
        } else if (bytes) rulesRun[part.index]?.add(compiled.rule.id)
      }
    })
    for (const { table: index, ...line } of folded.notRun) notRun[index]?.push(line)
    checked.push({ table, runs, reports: reportRows(table, runs), loans: () => loansOfChild(world, table) })
  }
  const previous = comparePrevious(world)
  notes.push(...notesOnRules(checked), ...noteOnUnmoved(world), ...notesOnPrevious(previous, world))
  const ground = { ledger, world, options, notes, folds, notRun, rulesRun }
  return resultOf({ ...ground, ...(previous ? { previous } : {}) }, checked)
}

/** What a check came to, apart from what the rules report. */
interface Ground {
  readonly ledger: Ledger
  readonly world: World
  readonly options: CheckOptions
  readonly notes: readonly FileNote[]
  readonly folds: readonly Fold[]
  readonly notRun: readonly (readonly NotRun[])[]
  readonly rulesRun: readonly ReadonlySet<string>[]
  readonly previous?: PreviousLoans
}

function resultOf(ground: Ground, checked: readonly CheckedTable[]): Result {
  const { ledger, world, options, notes, folds, notRun, rulesRun, previous } = ground
  const { policy } = options
  const tables = ledger.tables.map((_, index) => tableResult(index, ledger, checked, notRun, rulesRun))
  const [only, second] = tables
  const result: Result = {
    asOf: world.asOf,
    policy: {
      id: policy.id,
      version: policy.version,
      // worked out when somebody asks: for a single loan it would be a quarter of the work
      get fingerprint() {
        return fingerprintPolicy(policy)
      },
    },
    tables,
    notes,
    ...(previous ? { previous } : {}),
    summary:
      only && !second
        ? only.summary
        : summarise(
            checked.map((one) => ({ ...one, start: 0, end: one.table.rowCount })),
            new Set(rulesRun.flatMap((rules) => [...rules])).size,
          ),
    findings: (filter) => listFindings(world, checked, filter),
    settle: (wanted, textOf) => settleSubjects(world, checked, wanted, textOf),
    subjectOf: (finding) => subjectOf(world, checked, finding),
    waive: (rows) => resultOf(ground, waiveRows(checked, rows)),
    explain: (finding) => explainFinding(world, checked, finding),
    outcomes(rule, caseId, index) {
      const { table, runs } = checkedPart(checked, index)
      const part = table.combined.parts.find((candidate) => candidate.index === index)
      const run = runs.find(({ compiled }) => compiled.rule.id === rule && compiled.case.id === caseId)
      const ran = part && run && run.missing[table.combined.parts.indexOf(part)]?.length === 0
      return ran && run.bytes ? run.bytes.subarray(part.start, part.end) : null
    },
  }
  return keepState(result, { world, checked, folds })
}

function tableResult(
  index: number,
  ledger: Ledger,
  checked: readonly CheckedTable[],
  notRun: readonly (readonly NotRun[])[],
  rulesRun: readonly ReadonlySet<string>[],
): TableResult {
  const one = checkedPart(checked, index)
  const part = one.table.combined.parts.find((candidate) => candidate.index === index)
  const table = ledger.tables[index]
  if (!part || !table) throw new Error('each table of the ledger is part of a checked table')
  return {
    table,
    notRun: notRun[index] ?? [],
    summary: summarise([{ ...one, start: part.start, end: part.end }], rulesRun[index]?.size ?? 0),
    derived: sliceDerived(one.table, part.start, part.end),
  }
}

function checkedPart(checked: readonly CheckedTable[], index: number): CheckedTable {
  const one = checked.find(({ table }) => table.combined.parts.some((part) => part.index === index))
  if (!one) throw new Error(`the ledger has no table ${index}`)
  return one
}

function sliceDerived(table: WorldTable, start: number, end: number): TableResult['derived'] {
  if (start === 0 && end === table.rowCount) return table.derived
  return new Map([...table.derived].map(([key, column]) => [key, sliceColumn(column, start, end)]))
}

function share(done: number, total: number): number {
  return total === 0 ? 1 : done / total
}

function notesOnDay({ asOf }: Ledger): FileNote[] {
  if (asOf.day === null) return [{ code: 'noAsOf', message: messages.noAsOf }]
  if (asOf.conflicts.length === 0) return []
  const others = [...new Set(asOf.conflicts.map(({ day }) => formatIsoDay(day)))]
  return [{ code: 'asOfConflict', message: messages.asOfConflict(formatIsoDay(asOf.day), others) }]
}

/** Faulty rules, each once, and what any comparison of customers cannot see. */
function notesOnRules(checked: readonly CheckedTable[]): FileNote[] {
  const notes: FileNote[] = []
  let customers = false
  for (const { runs } of checked) {
    for (const { compiled, bytes, error } of runs) {
      const { rule, case: ruleCase } = compiled
      if (error) {
        notes.push({
          code: 'ruleError',
          message: messages.ruleError(rule.id, ruleCase.id, error.message),
          rule: rule.id,
        })
      }
      if (bytes === null) continue
      const { relations } = compiled.use
      customers ||= relations.has('同客户') || relations.has('同集团')
    }
  }
  if (customers) notes.push({ code: 'thisLedgerOnly', message: messages.thisLedgerOnly })
  return notes
}
