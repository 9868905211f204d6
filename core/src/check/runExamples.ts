import type { Policy, Rule, RuleExample } from '../policy/index.ts'
import { exampleLedger, type ExampleLedger } from './exampleLedger.ts'
import { exampleWorld } from './exampleWorld.ts'
import { canonicalJson } from './fingerprint.ts'
import { findingMaker } from './makeFinding.ts'
import { indexPolicy, type PolicyIndex } from './policyIndex.ts'
import { reportRows } from './reportRows.ts'
import { runCases, type CaseRun } from './runCases.ts'
import { Outcome } from './types.ts'

export interface ExampleFailure {
  readonly rule: string
  /** Position of the example in its rule, from 0. */
  readonly example: number
  readonly problem:
    | 'outcome'
    | 'case'
    | 'duplicate'
    | 'unfilledPlaceholder'
    | 'noDueDate'
    | 'inputChanged'
    | 'unknownName'
    | 'ruleError'
  readonly expected: string
  readonly got: string
}

/**
 * Runs a rule's examples through the same path as a ledger, each as a ledger of one row, and polices the examples:
 * none twice, no placeholder left empty-handed, no input changed.
 */
export function runExamples(rule: Rule, policy: Policy): readonly ExampleFailure[] {
  const index = indexPolicy({ ...policy, rules: [rule] })
  const failures: ExampleFailure[] = []
  const seen = new Map<string, number>()
  rule.examples.forEach((example, at) => {
    const fail = (problem: ExampleFailure['problem'], expected: string, got: string): void => {
      failures.push({ rule: rule.id, example: at, problem, expected, got })
    }
    const input = canonicalJson({ given: example.given, asOf: example.asOf ?? '' })
    const twin = seen.get(input)
    if (twin !== undefined) fail('duplicate', `another example than ${twin}`, 'the same')
    seen.set(input, at)
    judgeExample(rule, example, index, fail)
    if (canonicalJson({ given: example.given, asOf: example.asOf ?? '' }) !== input) {
      fail('inputChanged', 'the example as written', 'changed by the check')
    }
  })
  return failures
}

type Fail = (problem: ExampleFailure['problem'], expected: string, got: string) => void

function judgeExample(rule: Rule, example: RuleExample, index: PolicyIndex, fail: Fail): void {
  const prepared = exampleLedger(rule, example, index)
  for (const name of prepared.faults) fail('unknownName', 'a field or relation', name)
  const world = exampleWorld(prepared, index)
  const table = world.tables.get(rule.table)
  if (!table) return
  const before = snapshot(prepared)
  const runs = runCases(world, table)
  for (const { compiled } of runs) {
    if (compiled.error) fail('ruleError', 'an expression that runs', compiled.error.message)
  }
  const [report] = reportRows(table, runs)
  const { outcome, run } = overall(report?.ranked ?? [], runs)
  if (outcome !== example.outcome) fail('outcome', example.outcome, describe(outcome, runs))
  if (example.case !== undefined && run?.compiled.case.id !== example.case) {
    fail('case', example.case, run?.compiled.case.id ?? 'none')
  }
  if (outcome === 'hit' && run) {
    const finding = findingMaker(world, table).make(run.compiled, 0, 'hit')
    const left = /\{[^{}]*\}/.exec(finding.message + finding.remedy)
    if (left) fail('unfilledPlaceholder', 'words', left[0])
    if (run.compiled.case.dueDate !== undefined && finding.dueDate === undefined) {
      fail('noDueDate', run.compiled.case.dueDate, 'no day')
    }
  }
  if (snapshot(prepared) !== before) fail('inputChanged', 'the columns as read', 'changed by the check')
}

/** What the rule says of row 0 as a whole. */
function overall(
  ranked: readonly CaseRun[],
  runs: readonly CaseRun[],
): { outcome: RuleExample['outcome'] | 'ruleError'; run: CaseRun | undefined } {
  const first = (wanted: Outcome): CaseRun | undefined => ranked.find(({ bytes }) => bytes?.[0] === wanted)
  for (const [outcome, byte] of [
    ['hit', Outcome.hit],
    ['incomplete', Outcome.incomplete],
    ['pass', Outcome.pass],
    ['notApplicable', Outcome.notApplicable],
  ] as const) {
    const run = first(byte)
    if (run) return { outcome, run }
  }
  return { outcome: runs.some(({ error }) => error) ? 'ruleError' : 'notRun', run: undefined }
}

function describe(outcome: string, runs: readonly CaseRun[]): string {
  if (outcome !== 'notRun') return outcome
  return `notRun (${[...new Set(runs.flatMap(({ missing }) => missing.flat()))].join(', ')})`
}

function snapshot({ ledger, previous }: ExampleLedger): string {
  return JSON.stringify(
    [ledger, previous].map((one) =>
      one?.tables.map((table) =>
        [...table.columns].map(([key, column]) => [
          key,
          column.kind === 'text' ? [[...column.codes], column.dictionary] : [...column.values].map(String),
        ]),
      ),
    ),
  )
}
