import type { FeelType } from '../feel/index.ts'
import type { ExampleRow, ExampleValue, Policy, Rule, RuleCase } from '../policy/index.ts'
import { compileCase, typed } from './compileCases.ts'
import { faultMessages as words } from './faultMessages.ts'
import { fault, repeats } from './faultsInData.ts'
import { findForbiddenWords } from './findForbiddenWords.ts'
import { emptyUse } from './nameUse.ts'
import type { Fault, FaultOptions } from './policyFaults.ts'
import { indexPolicy, type PolicyIndex } from './policyIndex.ts'

/** Faults of rules: ids, references, expressions, placeholders, words and examples. */
export function findRuleFaults(policy: Policy, options: FaultOptions): readonly Fault[] {
  const index = indexPolicy(policy)
  return [
    ...repeats(policy.rules, (rule) => rule.id, words.rule),
    ...repeats(policy.rules, (rule) => rule.nameZh, words.rule),
    ...policy.rules.flatMap((rule) => [
      ...repeats(
        rule.cases,
        (one) => one.id,
        (id) => words.case(rule.id, id),
      ),
      ...rule.cases.flatMap((one) => caseFaults(index, rule, one)),
      ...exampleFaults(index, rule, options),
    ]),
  ]
}

function caseFaults(index: PolicyIndex, rule: Rule, one: RuleCase): readonly Fault[] {
  const place = words.case(rule.id, one.id)
  return [
    ...(one.sources.length === 0 ? [fault('noSource', place, words.noSource)] : []),
    ...one.sources
      .filter((id) => !index.sourceById.has(id))
      .map((id) => fault('unknownSource', place, words.unknownSource(id))),
    ...[...one.needs.filter((need) => !namesRelated(index, need)), ...Object.keys(one.optional ?? {})]
      .filter((name) => !index.fieldByName.has(name))
      .map((name) => fault('unknownField', place, words.unknownField(name))),
    ...Object.entries(one.optional ?? {}).flatMap(([name, value]) => codeFault(index, name, value, place)),
    ...expressionFaults(index, rule, one, place),
    ...(['message', 'remedy'] as const)
      .map((part) => findForbiddenWords(one[part]))
      .filter((found) => found !== null)
      .map((found) => fault('forbiddenWords', place, words.forbiddenWords(found))),
  ]
}

/** A need may also be a related table (`预警`) or a field of one (`上期.五级分类`). */
function namesRelated(index: PolicyIndex, need: string): boolean {
  const [relation = '', field] = need.split('.')
  return index.relationByName.has(relation) && (field === undefined || index.fieldByName.has(field))
}

function expressionFaults(index: PolicyIndex, rule: Rule, one: RuleCase, place: string): readonly Fault[] {
  const { scope, assumedNames } = compileCase(index, rule, one)
  const typeOf = (text: string): { type: FeelType } | { why: string } => {
    const made = typed(text, scope, assumedNames, emptyUse())
    return made.ok ? { type: made.expression.type } : { why: made.error.message }
  }
  const faults: Fault[] = []
  for (const part of ['applies', 'when'] as const) {
    const text = one[part]
    if (text === undefined) continue
    const made = typeOf(text)
    if ('why' in made)
      faults.push(fault('badExpression', place, words.badExpression(words.parts[part], made.why)))
    else if (made.type !== 'boolean')
      faults.push(fault('badExpression', place, words.notTruth(words.parts[part])))
  }
  faults.push(...dueDateFaults(one, place, typeOf), ...placeholderFaults(one, place, typeOf))
  return faults
}

type TypeOf = (text: string) => { type: FeelType } | { why: string }

function dueDateFaults(one: RuleCase, place: string, typeOf: TypeOf): readonly Fault[] {
  if (one.dueDate === undefined) {
    return one.kind === 'due' ? [fault('badDueDate', place, words.dueDateMissing)] : []
  }
  if (one.kind !== 'due') return [fault('badDueDate', place, words.dueDateForbidden)]
  const made = typeOf(one.dueDate)
  if ('why' in made) return [fault('badDueDate', place, words.badExpression(words.parts.dueDate, made.why))]
  return made.type === 'date' ? [] : [fault('badDueDate', place, words.dueDateNotDate)]
}

function placeholderFaults(one: RuleCase, place: string, typeOf: TypeOf): readonly Fault[] {
  return (['message', 'remedy'] as const).flatMap((part) => {
    const text = one[part]
    if (text.trim() === '') return [fault('badValue', place, words.emptyText(words.parts[part]))]
    const pieces = text.split(/\{([^{}]*)\}/)
    const faults = pieces
      .filter((_, at) => at % 2 === 1)
      .flatMap((piece) => {
        const made = typeOf(piece)
        return 'why' in made ? [fault('badPlaceholder', place, words.badPlaceholder(piece, made.why))] : []
      })
    const loose = pieces.some((piece, at) => at % 2 === 0 && /[{}]/.test(piece))
    return loose ? [...faults, fault('badPlaceholder', place, words.unbalanced)] : faults
  })
}

function exampleFaults(index: PolicyIndex, rule: Rule, options: FaultOptions): readonly Fault[] {
  const place = words.rule(rule.id)
  const outcomes = new Set(rule.examples.map((example) => example.outcome))
  const exempt = options.withoutIncomplete?.[rule.id]
  const faults = (['hit', 'pass', 'incomplete'] as const)
    .filter((outcome) => !outcomes.has(outcome) && !(outcome === 'incomplete' && exempt !== undefined))
    .map((outcome) => fault('missingExample', place, words.missingExample(words.outcomes[outcome])))
  if (exempt !== undefined && outcomes.has('incomplete')) {
    faults.push(fault('missingExample', place, words.needlessExemption(exempt)))
  }
  rule.examples.forEach((example, at) => {
    faults.push(...givenFaults(index, example.given, words.example(rule.id, at)))
  })
  return faults
}

type Given = Rule['examples'][number]['given']

function givenFaults(index: PolicyIndex, given: Given, place: string): readonly Fault[] {
  return Object.entries(given).flatMap(([name, value]) => {
    if (index.relationByName.has(name)) {
      const rows: readonly ExampleRow[] = isRow(value) ? [value] : Array.isArray(value) ? value : []
      return rows.flatMap((row) => givenFaults(index, row, place))
    }
    if (!index.fieldByName.has(name)) return [fault('unknownField', place, words.unknownField(name))]
    return typeof value === 'object' ? [] : codeFault(index, name, value, place)
  })
}

function isRow(value: Given[string]): value is ExampleRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value of a code field that is none of its list's. */
function codeFault(index: PolicyIndex, name: string, value: ExampleValue, place: string): readonly Fault[] {
  const list = index.fieldByName.get(name)?.codeList
  if (list === undefined || typeof value !== 'string') return []
  const values = index.codeValues.get(list)
  return !values || values.includes(value)
    ? []
    : [fault('unknownCode', place, words.unknownCode(value, list))]
}
