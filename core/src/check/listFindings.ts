import type { FindingKind, Severity } from '../policy/index.ts'
import type { CompiledCase } from './compileCases.ts'
import { findingId } from './findingId.ts'
import type { LoansOfChild } from './loansOfChild.ts'
import { findingMaker, type FindingMaker } from './makeFinding.ts'
import { messages } from './messages.ts'
import { partOf } from './partOf.ts'
import { isHit, undecidedFrom, type RuleReport } from './reportRows.ts'
import type { CaseRun } from './runCases.ts'
import { severities } from './severities.ts'
import type { Finding, FindingFilter } from './types.ts'
import type { World, WorldTable } from './world.ts'

export interface CheckedTable {
  readonly table: WorldTable
  readonly runs: readonly CaseRun[]
  readonly reports: readonly RuleReport[]
  /** Of a register: the loans of its rows. */
  loans(): LoansOfChild | null
}

/** Hits by severity, what is due behind what is wrong; then what cannot be decided; then faulty rules. */
export function* listFindings(
  world: World,
  checked: readonly CheckedTable[],
  filter: FindingFilter = {},
): Generator<Finding> {
  const makers = new Map(checked.map((one) => [one, findingMaker(world, one.table)]))
  const wants = (outcome: Finding['outcome']): boolean => filter.outcomes?.includes(outcome) ?? true
  const stages: Stage[] = []
  if (wants('hit')) {
    for (const severity of severities) stages.push({ outcome: 'hit', severity, due: false })
    for (const severity of severities) stages.push({ outcome: 'hit', severity, due: true })
  }
  if (wants('incomplete')) stages.push({ outcome: 'incomplete' })
  for (const stage of stages) {
    for (const one of checked) {
      const maker = makers.get(one)
      if (maker) yield* stageFindings(one, maker, stage, filter)
    }
  }
  if (wants('ruleError') && filter.tableRow === undefined) yield* faultyRules(checked, filter)
}

interface Stage {
  readonly outcome: 'hit' | 'incomplete'
  readonly severity?: Severity
  readonly due?: boolean
}

function* stageFindings(
  { table, reports }: CheckedTable,
  maker: FindingMaker,
  stage: Stage,
  filter: FindingFilter,
): Generator<Finding> {
  if (stage.severity && filter.severities && !filter.severities.includes(stage.severity)) return
  const lists = reports
    .filter(({ rule }) => filter.rule === undefined || rule.id === filter.rule)
    .map((report) => ({ report, wanted: wantedBytes(report, stage, filter) }))
    .filter(({ report, wanted }) => report.counts.some((count, byte) => count > 0 && wanted[byte] === 1))
  if (lists.length === 0) return
  for (const [from, to] of rowRanges(table, filter)) {
    for (let row = from; row < to; row += 1) {
      for (const { report, wanted } of lists) {
        const byte = report.rows?.[row] ?? 0
        if (byte === 0 || wanted[byte] !== 1) continue
        const compiled = caseOf(report, byte)
        const waived = report.waived?.get(row)
        if (!compiled || (filter.waived ?? waived !== undefined) !== (waived !== undefined)) continue
        const finding = maker.make(compiled, row, stage.outcome)
        yield waived ? { ...finding, waived } : finding
      }
    }
  }
}

/** Which report bytes of a rule a stage lists. */
function wantedBytes(report: RuleReport, stage: Stage, filter: FindingFilter): Uint8Array {
  const wanted = new Uint8Array(256)
  if (!report.rows) return wanted
  report.ranked.forEach(({ compiled }, at) => {
    const { kind, severity } = compiled.case
    if (filter.kinds && !filter.kinds.includes(kind)) return
    if (stage.outcome === 'incomplete') {
      if (!filter.severities || filter.severities.includes(severity)) wanted[undecidedFrom + at] = 1
    } else if (severity === stage.severity && isDue(kind) === stage.due) wanted[1 + at] = 1
  })
  return wanted
}

function isDue(kind: FindingKind): boolean {
  return kind === 'due'
}

function caseOf(report: RuleReport, byte: number): CompiledCase | undefined {
  return report.ranked[isHit(byte) ? byte - 1 : byte - undecidedFrom]?.compiled
}

function rowRanges(table: WorldTable, filter: FindingFilter): readonly (readonly [number, number])[] {
  if (filter.table === undefined) return [[0, table.rowCount]]
  const part = table.combined.parts.find((candidate) => candidate.index === filter.table)
  if (!part) return []
  if (filter.tableRow === undefined) return [[part.start, part.end]]
  const row = part.start + filter.tableRow
  return row < part.end ? [[row, row + 1]] : []
}

/** One finding per faulty case, of no row. */
function* faultyRules(checked: readonly CheckedTable[], filter: FindingFilter): Generator<Finding> {
  for (const { table, runs } of checked) {
    const part = partOf(table, 0)
    if (filter.table !== undefined && filter.table !== part.index) continue
    for (const { compiled, error } of runs) {
      const { rule, case: ruleCase } = compiled
      if (!error || (filter.rule !== undefined && filter.rule !== rule.id)) continue
      yield {
        id: findingId({
          rule: rule.id,
          case: ruleCase.id,
          keyKind: 'file',
          key: '',
          childKey: '',
          ordinal: 0,
        }),
        rule: rule.id,
        case: ruleCase.id,
        kind: ruleCase.kind,
        outcome: 'ruleError',
        severity: ruleCase.severity,
        key: '',
        keyKind: 'file',
        table: part.index,
        tableRow: -1,
        row: 0,
        fields: [],
        values: {},
        message: messages.ruleError(rule.id, ruleCase.id, error.message),
        remedy: messages.ruleErrorRemedy,
        sources: ruleCase.sources,
        sourceStatus: 'bank',
      }
    }
  }
}
