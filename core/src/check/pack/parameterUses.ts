import { childrenOf, type Ast } from '../../feel/index.ts'
import type { Policy, Rule } from '../../policy/index.ts'
import { compileCases, typed, type CompiledCase } from '../compileCases.ts'
import { emptyUse } from '../nameUse.ts'
import { indexPolicy } from '../policyIndex.ts'
import { severities } from '../severities.ts'
import { parametersName } from '../tableScope.ts'
import { factParameters } from './factParameters.ts'

/** Which way a number has to move for the rules to find more. */
export type Direction = 'lower' | 'higher'

export interface ParameterUse {
  /** Null where rules pull both ways or where it cannot be told. */
  readonly direction: Direction | null
  /** Rules that read it, each with the way that makes its gravest such case stricter. */
  readonly byRule: ReadonlyMap<Rule, Direction | null>
}

/** 1: a greater number makes it truer or greater; -1: the other way; 0: cannot be told. */
type Sign = 1 | -1 | 0
type Note = (parameter: string, sign: Sign) => void

/**
 * By parameter name: which rules read it and which way is stricter. Told from the rules' own conditions: in
 * `逾期天数 > 参数.次级逾期天数` a lower number finds more. Amounts, days and ratios that a parameter is multiplied with
 * are taken as not negative. What is only due is looked at where nothing else reads the parameter: an earlier day is
 * the stricter one.
 */
export function parameterUses(policy: Policy): ReadonlyMap<string, ParameterUse> {
  const known = made.get(policy)
  if (known) return known
  const found = new Map<string, Reading[]>()
  const index = indexPolicy(policy)
  for (const table of new Set(policy.rules.map((rule) => rule.table))) {
    for (const compiled of compileCases(index, table)) {
      readCase(compiled, (parameter, sign) => {
        const readings = found.get(parameter) ?? []
        found.set(parameter, readings)
        readings.push({ compiled, sign })
      })
    }
  }
  const facts = new Set(
    policy.parameters.filter(({ id }) => factParameters.has(id)).map((parameter) => parameter.name),
  )
  const uses = new Map(
    [...found].map(([name, readings]): [string, ParameterUse] => {
      const rules = new Set(readings.map(({ compiled }) => compiled.rule))
      const judged = readings.filter(({ compiled }) => compiled.case.kind !== 'due')
      return [
        name,
        {
          direction: facts.has(name) ? null : agreed(judged.length > 0 ? judged : readings),
          byRule: new Map(
            [...rules].map((rule) => [
              rule,
              agreed(gravest(readings.filter(({ compiled }) => compiled.rule === rule))),
            ]),
          ),
        },
      ]
    }),
  )
  made.set(policy, uses)
  return uses
}

interface Reading {
  readonly compiled: CompiledCase
  readonly sign: Sign
}

const made = new WeakMap<Policy, ReadonlyMap<string, ParameterUse>>()

/** Steps of a rule share their limits: what leaves a lower step for the gravest one is not lost. */
function gravest(readings: readonly Reading[]): readonly Reading[] {
  const ranks = readings.map(({ compiled }) => severities.indexOf(compiled.case.severity))
  const first = Math.min(...ranks)
  return readings.filter((_, at) => ranks[at] === first)
}

function agreed(readings: readonly Reading[]): Direction | null {
  const signs = readings.map(({ sign }) => sign)
  if (signs.length === 0 || signs.includes(0)) return null
  if (signs.every((sign) => sign === 1)) return 'higher'
  return signs.every((sign) => sign === -1) ? 'lower' : null
}

function readCase(compiled: CompiledCase, note: Note): void {
  const { case: ruleCase, applies, when, scope, assumedNames } = compiled
  if (ruleCase.kind === 'due') {
    if (ruleCase.dueDate === undefined) return
    const due = typed(ruleCase.dueDate, scope, assumedNames, emptyUse())
    // a later day is the laxer one
    if (due.ok) readNumber(due.expression.ast, -1, note)
    return
  }
  for (const part of [applies, when]) if (part) readTruth(part.ast, 1, note)
}

function readTruth(ast: Ast, sign: Sign, note: Note): void {
  switch (ast.kind) {
    case 'logic':
      for (const part of ast.parts) readTruth(part, sign, note)
      return
    case 'compare':
      if (ast.op === '>' || ast.op === '>=') {
        readNumber(ast.left, sign, note)
        readNumber(ast.right, turn(sign), note)
      } else if (ast.op === '<' || ast.op === '<=') {
        readNumber(ast.left, turn(sign), note)
        readNumber(ast.right, sign, note)
      } else noteAll(ast, note)
      return
    case 'between':
      noteAll(ast.of, note)
      readNumber(ast.low, turn(sign), note)
      readNumber(ast.high, sign, note)
      return
    case 'if':
      noteAll(ast.condition, note)
      readTruth(ast.then, sign, note)
      readTruth(ast.otherwise, sign, note)
      return
    case 'quantified':
      for (const iterator of ast.iterators) {
        readRows(iterator.in, ast.quantifier === 'some' ? sign : turn(sign), note)
        if (iterator.end) noteAll(iterator.end, note)
      }
      readTruth(ast.satisfies, sign, note)
      return
    case 'call':
      if (ast.name === 'not' && ast.args[0]) readTruth(ast.args[0], turn(sign), note)
      else noteAll(ast, note)
      return
    default:
      noteAll(ast, note)
  }
}

function readNumber(ast: Ast, sign: Sign, note: Note): void {
  switch (ast.kind) {
    case 'path':
      noteAll(ast, note, sign)
      return
    case 'negate':
      readNumber(ast.of, turn(sign), note)
      return
    case 'arithmetic':
      if (ast.op === '**') noteAll(ast, note)
      else {
        readNumber(ast.left, sign, note)
        readNumber(ast.right, ast.op === '-' || ast.op === '/' ? turn(sign) : sign, note)
      }
      return
    case 'call':
      readCall(ast, sign, note)
      return
    default:
      noteAll(ast, note)
  }
}

const rising: ReadonlySet<string> = new Set([
  'add days',
  'add months',
  'min',
  'max',
  'sum',
  'floor',
  'ceiling',
])

function readCall(ast: Extract<Ast, { kind: 'call' }>, sign: Sign, note: Note): void {
  const [first, second] = ast.args
  if (ast.argNames === undefined && rising.has(ast.name)) {
    for (const part of ast.args) readNumber(part, sign, note)
  } else if (ast.argNames === undefined && /^(days|months) between$/.test(ast.name) && first && second) {
    readNumber(first, turn(sign), note)
    readNumber(second, sign, note)
  } else if (ast.name === 'count' && first) readRows(first, sign, note)
  else noteAll(ast, note)
}

/** A list of rows: more of them where the filter holds for more. */
function readRows(ast: Ast, sign: Sign, note: Note): void {
  if (ast.kind !== 'filter') noteAll(ast, note)
  else {
    readRows(ast.of, sign, note)
    readTruth(ast.condition, sign, note)
  }
}

function noteAll(ast: Ast, note: Note, sign: Sign = 0): void {
  if (ast.kind === 'path' && ast.of.kind === 'name' && ast.of.name === parametersName) note(ast.name, sign)
  else for (const part of childrenOf(ast)) noteAll(part, note)
}

function turn(sign: Sign): Sign {
  return sign === 1 ? -1 : sign === -1 ? 1 : 0
}
