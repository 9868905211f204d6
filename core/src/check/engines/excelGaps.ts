import { type ExcelName, type ExcelScope, outcomeFormula } from '../../feel/excel/index.ts'
import { type Ast, lowerStrict, parseFeel } from '../../feel/index.ts'
import type { Field, Policy, TableName } from '../../policy/index.ts'
import { indexPolicy, type PolicyIndex } from '../policyIndex.ts'
import { columnKind, tableScope } from '../tableScope.ts'

const day = 20_757
const workingDays = { reference: '工作日!$A$1:$A$900', from: day, to: day + 1000 }

/** The cases that have no worksheet formula, with the reason. Where cells stand makes no difference to what can be said. */
export function excelGaps(policy: Policy): ReadonlyMap<string, string> {
  const index = indexPolicy(policy)
  const gaps = new Map<string, string>()
  for (const rule of policy.rules) {
    const names = tableScope(index, rule.table).names()
    const scope = scopeOf(index, rule.table)
    for (const one of rule.cases) {
      const when = lowered(one.when, names)
      const applies = one.applies === undefined ? undefined : lowered(one.applies, names)
      if (!when || applies === null) continue
      const made = outcomeFormula({ when, ...(applies ? { applies } : {}) }, scope, workingDays)
      if (!made.ok) gaps.set(`${rule.id}.${one.id}`, made.refusals[0]?.message ?? '')
    }
  }
  return gaps
}

function lowered(text: string, names: readonly string[]): Ast | null {
  const parsed = parseFeel(text, names)
  return parsed.ok ? lowerStrict(parsed.ast) : null
}

function scopeOf(index: PolicyIndex, table: TableName): ExcelScope {
  const own = fieldScope(index, table, '$B2')
  const parameters: ExcelScope = {
    lookup(name) {
      const parameter = index.parameterByName.get(name)
      if (!parameter) return undefined
      if (parameter.type !== 'list') return { kind: 'column', type: parameter.type, reference: '参数!$B$2' }
      const value = parameter.values[0]?.value
      return { kind: 'constant', value: typeof value === 'object' ? [...value] : [] }
    },
  }
  return {
    lookup(name): ExcelName | undefined {
      if (name === '基准日') return { kind: 'column', type: 'date', reference: '参数!$B$1' }
      if (name === '参数') return { kind: 'group', scope: parameters }
      const relation = index.relationsFrom(table).find((one) => one.name === name)
      if (!relation) return own.lookup(name)
      const many = relation.cardinality === 'many'
      const scope = fieldScope(index, relation.to, many ? '关联!$B$2:$B$500' : '关联!$B$2')
      return many
        ? { kind: 'relation', cardinality: 'many', rows: '(关联!$A$2:$A$500=$A2)', scope }
        : { kind: 'relation', cardinality: 'one', found: '关联!$A$2', scope }
    },
  }
}

function fieldScope(index: PolicyIndex, table: TableName, reference: string): ExcelScope {
  const fields = new Map<string, Field>(index.fieldsIn(table).map((field) => [field.name, field]))
  return {
    lookup(name) {
      const field = fields.get(name)
      return field && { kind: 'column', type: columnKind(field), reference }
    },
  }
}
