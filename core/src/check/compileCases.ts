import { checkTypes, parseFeel, type FeelError, type Scope, type TypedExpression } from '../feel/index.ts'
import type { Rule, RuleCase, TableName } from '../policy/index.ts'
import { addUse, emptyUse, resolveNames, type NameUse } from './nameUse.ts'
import type { PolicyIndex } from './policyIndex.ts'
import { assumedName, tableScope, type Assumption } from './tableScope.ts'

/** One case of a rule, ready to run. */
export interface CompiledCase {
  readonly rule: Rule
  readonly case: RuleCase
  /** Null where absent (always applies) or faulty. */
  readonly applies: TypedExpression | null
  /** Null only where faulty. */
  readonly when: TypedExpression | null
  readonly use: NameUse
  /** Fields of the row that the condition itself names: where a finding shows. */
  readonly judged: ReadonlySet<string>
  readonly assumptions: readonly Assumption[]
  readonly scope: Scope
  /** Field name → the name it is computed under. */
  readonly assumedNames: ReadonlyMap<string, string>
  readonly error: FeelError | null
}

const compiled = new WeakMap<PolicyIndex, Map<TableName, readonly CompiledCase[]>>()

/**
 * All cases over one table, each parsed and type-checked when something of it is first asked for, once per policy: one
 * loan on a page lets a twentieth of them run. A faulty expression does not stop the others.
 */
export function compileCases(index: PolicyIndex, table: TableName): readonly CompiledCase[] {
  const byTable = compiled.get(index) ?? new Map<TableName, readonly CompiledCase[]>()
  compiled.set(index, byTable)
  const before = byTable.get(table)
  if (before) return before
  const cases = index.policy.rules
    .filter((rule) => rule.table === table)
    .flatMap((rule) => rule.cases.map((ruleCase) => new LazyCase(index, rule, ruleCase)))
  byTable.set(table, cases)
  return cases
}

/** A case that is compiled when it is first looked into; its rule and what it needs are known without. */
class LazyCase implements CompiledCase {
  readonly rule: Rule
  readonly case: RuleCase
  readonly #index: PolicyIndex
  #made: CompiledCase | null = null

  constructor(index: PolicyIndex, rule: Rule, ruleCase: RuleCase) {
    this.#index = index
    this.rule = rule
    this.case = ruleCase
  }

  get applies(): CompiledCase['applies'] {
    return this.#compiled().applies
  }
  get when(): CompiledCase['when'] {
    return this.#compiled().when
  }
  get use(): CompiledCase['use'] {
    return this.#compiled().use
  }
  get judged(): CompiledCase['judged'] {
    return this.#compiled().judged
  }
  get assumptions(): CompiledCase['assumptions'] {
    return this.#compiled().assumptions
  }
  get scope(): CompiledCase['scope'] {
    return this.#compiled().scope
  }
  get assumedNames(): CompiledCase['assumedNames'] {
    return this.#compiled().assumedNames
  }
  get error(): CompiledCase['error'] {
    return this.#compiled().error
  }

  #compiled(): CompiledCase {
    this.#made ??= compileCase(this.#index, this.rule, this.case)
    return this.#made
  }
}

export function compileCase(index: PolicyIndex, rule: Rule, ruleCase: RuleCase): CompiledCase {
  const assumptions: Assumption[] = []
  for (const [name, value] of Object.entries(ruleCase.optional ?? {})) {
    const field = index.fieldByName.get(name)
    if (field) assumptions.push({ field, value })
  }
  const assumedNames = new Map(
    assumptions.map((assumption) => [assumption.field.name, assumedName(assumption)]),
  )
  const scope = tableScope(index, rule.table, assumptions)
  const use = emptyUse()
  const applies = ruleCase.applies === undefined ? null : typed(ruleCase.applies, scope, assumedNames, use)
  // a blank that lets a case apply (not sued, nothing agreed) is no evidence that it looks for
  use.testedForNull.clear()
  const judged = emptyUse()
  const when = typed(ruleCase.when, scope, assumedNames, judged)
  addUse(use, judged)
  const error = (applies && !applies.ok ? applies.error : null) ?? (when.ok ? null : when.error)
  return {
    rule,
    case: ruleCase,
    applies: applies?.ok ? applies.expression : null,
    when: when.ok ? when.expression : null,
    use,
    judged: judged.fields,
    assumptions,
    scope,
    assumedNames,
    error,
  }
}

export type Typed =
  | { readonly ok: true; readonly expression: TypedExpression }
  | { readonly ok: false; readonly error: FeelError }

/** Parses, notes what is read and type-checks (which lowers it to strict nulls). */
export function typed(
  text: string,
  scope: Scope,
  assumedNames: ReadonlyMap<string, string>,
  use: NameUse,
): Typed {
  const parsed = parseFeel(text, scope.names())
  if (!parsed.ok) return { ok: false, error: firstError(parsed.errors) }
  const checked = checkTypes(resolveNames(parsed.ast, scope, use, assumedNames), scope)
  return checked.ok ? checked : { ok: false, error: firstError(checked.errors) }
}

function firstError(errors: readonly FeelError[]): FeelError {
  return errors[0] ?? { code: 'unknown', message: '', from: 0, to: 0 }
}
