import {
  belongs,
  type ExcelName,
  type ExcelScope,
  type ExcelType,
  outcomeFormula,
} from '../../feel/excel/index.ts'
import type { Ast } from '../../feel/index.ts'
import { isNoValue } from '../../ledger/index.ts'
import type { Field, Policy, Segment } from '../../policy/index.ts'
import { columnLetters } from '../../table/index.ts'
import { compileCases, type CompiledCase } from '../compileCases.ts'
import { indexPolicy, type PolicyIndex } from '../policyIndex.ts'
import { severities } from '../severities.ts'
import { asOfName, columnKind, parametersName, variesByLoan } from '../tableScope.ts'
import { dayAsRead, numberAsRead } from './cellAsRead.ts'
import { derivedFormulas, type DerivedGround } from './derivedFormulas.ts'
import { judgingMessages as words } from './messages.ts'
import { parameterFormula } from './parameterFormula.ts'
import type { JudgedCase, Judging, JudgingColumn, JudgingGround, LeftCase, ProductFact } from './types.ts'

/** A name that no field has: whether the rule looks at the row's segment at all. */
const gateName = '\u0001gate'

/**
 * The rules over loans as columns of a hidden sheet: the cells as read, the computed columns, then the outcome of one
 * case each (0 does not apply, 1 pass, 2 hit, 3 cannot tell; "" for an empty row), the gravest case first. A case is
 * taken whole or not at all; what is left is told with the reason.
 */
export function judgeBySheet(policy: Policy, ground: JudgingGround): Judging {
  const sheet = new JudgingSheet(policy, ground)
  const cases: JudgedCase[] = []
  const left: LeftCase[] = []
  const ranked = compileCases(indexPolicy(policy), '借据').toSorted((a, b) => rankOf(a) - rankOf(b))
  const made = ranked.flatMap((compiled) => {
    const one = sheet.caseFormula(compiled)
    if ('reason' in one) left.push({ rule: compiled.rule, case: compiled.case, reason: one.reason })
    return 'reason' in one ? [] : [{ compiled, ...one }]
  })
  for (const { compiled, formula, array } of made) {
    const { rule } = compiled
    const column = sheet.add(`${rule.id}.${compiled.case.id}`, { each: formula, ...(array ? { array } : {}) })
    cases.push({ rule, case: compiled.case, column })
  }
  return { columns: sheet.columns, cases, left }
}

/** What is proved before what is to be asked about, both by severity; what is due comes last and is no finding. */
function rankOf({ case: { kind, severity } }: CompiledCase): number {
  return (kind === 'due' ? 100 : 0) + severities.indexOf(severity) * 2 + (kind === 'lead' ? 1 : 0)
}

type CaseFormula = { readonly formula: string; readonly array: boolean } | { readonly reason: string }

class JudgingSheet {
  readonly columns: JudgingColumn[] = []
  readonly #ground: JudgingGround
  readonly #index: PolicyIndex
  readonly #places = new Map<string, number | null>()

  constructor(policy: Policy, ground: JudgingGround) {
    this.#ground = ground
    this.#index = indexPolicy(policy)
    const named = ['loanNo', 'customerName', 'balance'].flatMap((key) => ground.fields.get(key)?.raw ?? [])
    this.add('', { each: `IF(OR(${named.map((raw) => `${raw}<>""`).join(',')}),1,0)` })
    this.add('@asOf', { once: `IF(ISNUMBER(${ground.asOf}),INT(${ground.asOf}),"")` })
  }

  add(id: string, one: Pick<JudgingColumn, 'once' | 'each' | 'array'>): number {
    const column = this.columns.length
    this.#places.set(id, column)
    const each = one.each === undefined || column === 0 ? one.each : `IF($A{r}=0,"",${one.each})`
    this.columns.push({ id, column, ...one, ...(each === undefined ? {} : { each }) })
    return column
  }

  /** The cell of a data row, made when first asked for; null where there is no such column. */
  cell(key: string): string | null {
    const place = this.#place(key, () => this.#columnOf(key))
    return place === null ? null : `$${columnLetters(place)}{r}`
  }

  #once(id: string, make: () => string | null): string | null {
    const place = this.#place(id, () => {
      const once = make()
      return once === null ? null : this.add(id, { once })
    })
    return place === null ? null : `$${columnLetters(place)}$2`
  }

  #place(id: string, make: () => number | null): number | null {
    const known = this.#places.get(id)
    if (known !== undefined) return known
    // a column that rests on itself has no formula
    this.#places.set(id, null)
    const made = make()
    this.#places.set(id, made)
    return made
  }

  #columnOf(key: string): number | null {
    const own = this.#ground.fields.get(key)
    if (own) {
      const kind = columnKind(own.field)
      // pulled once, then worked on in this sheet: such formulas can be shared between rows
      const pulled = this.#withCarried(key, `IF(${own.raw}="","",${own.raw})`)
      const isText = kind === 'text' || kind === 'boolean'
      const none = this.#noValue(own.field)
      if (isText && !none) return this.add(key, { each: `IF(${own.raw}="","",TRIM(${own.raw}))` })
      const raw = `$${columnLetters(this.add(`~${key}`, { each: pulled }))}{r}`
      const otherwise = none ? `IF(${none(raw)},"",NA())` : 'NA()'
      if (isText && none) return this.add(key, { each: `IF(${raw}="","",IF(${none(raw)},"",TRIM(${raw})))` })
      return this.add(key, {
        each: kind === 'date' ? dayAsRead(raw, otherwise) : numberAsRead(raw, otherwise),
      })
    }
    const formula = derivedFormulas[key]?.(this.#derived)
    return formula === null || formula === undefined ? null : this.add(`=${key}`, { each: formula })
  }

  /** Whether a cell holds a word for nothing (无, 暂无 …); null where such a word is a value of the field. */
  #noValue({ codeList }: Field): ((cell: string) => string) | null {
    const { noValues } = this.#ground
    const values = this.#index.policy.codeLists.find(({ id }) => id === codeList)?.values ?? []
    if (noValues === undefined || values.some(({ value }) => isNoValue(value))) return null
    return (cell) => `ISNUMBER(MATCH(LOWER(TRIM(${cell})),${noValues},0))`
  }

  /** The latest day that a register says, where the loan's own cell is blank (`derive/carryFromRegisters`). */
  #withCarried(key: string, pulled: string): string {
    const carried = this.#ground.carried?.get(key)
    const loanNo = carried && this.cell('loanNo')
    if (!carried || !loanNo) return pulled
    // most loans have no row there: counting first is quick, and what it takes for equal is looked at exactly after
    const none = `OR(${loanNo}="",COUNTIF(${carried.keys},${loanNo})=0)`
    const { keys, days } = carried
    const latest = `MAX(IF(${keys}=${loanNo},IF(ISNUMBER(${days}),${days},0),0))`
    // a column of its own: only an array formula looks at every row in each of the programs
    const place = this.add(`^${key}`, { each: `IF(${none},0,${latest})`, array: true })
    const listed = `$${columnLetters(place)}{r}`
    const own = this.#ground.fields.get(key)?.raw ?? '""'
    return `IF(${own}<>"",${own},IF(${listed}=0,"",${listed}))`
  }

  get #asOf(): string {
    return '$B$2'
  }

  readonly #derived: DerivedGround = ((sheet: JudgingSheet): DerivedGround => ({
    cell: (key) => sheet.cell(key),
    raw: (key) => sheet.#ground.fields.get(key)?.raw ?? null,
    parameter: (id) => sheet.#parameterById(id),
    get asOf() {
      return sheet.#asOf
    },
    get sparse() {
      return sheet.#sparse()
    },
    product: (fact) => sheet.#product(fact),
    get workingDays() {
      const { reference, from, to } = sheet.#ground.workingDays
      return { reference, from: from + 25_569, to: to + 25_569 }
    },
  }))(this)

  /** Days past due kept for overdue loans only: few of the rows have a number, and none of these is 0. */
  #sparse(): string {
    const days = this.cell('overdueDays')
    const [first, last] = this.#ground.rows
    const range = (letters: string): string => `$${letters}$${first}:$${letters}$${last}`
    const made = this.#once('@sparse', () => {
      const letters = columnLetters(this.#places.get('overdueDays') ?? 0)
      const rows = `COUNTIF(${range('A')},1)`
      const cells = range(letters)
      return `IF(AND(${rows}>=20,COUNTIF(${cells},0)=0,COUNT(${cells})<0.1*${rows}),"是","否")`
    })
    return days && made ? made : '"否"'
  }

  #product(fact: ProductFact): string {
    const name = this.cell('productType') ?? '""'
    const { products } = this.#ground
    return `IF(${name}="","",INDEX(${products.column(fact)},MATCH(${name},${products.names},0))&"")`
  }

  #parameterById(id: string): string | null {
    const parameter = this.#index.policy.parameters.find((one) => one.id === id)
    return parameter && !variesByLoan(parameter) && parameter.type !== 'list'
      ? this.#parameter(parameter.name)
      : null
  }

  /** One value for all in row 2, or a column of its own where loans differ. */
  #parameter(name: string): string | null {
    const parameter = this.#index.parameterByName.get(name)
    if (!parameter || parameter.type === 'list') return null
    const make = (): string | null =>
      parameter.values.some((_, at) => this.#ground.parameterCell(parameter.id, at) === null)
        ? null
        : parameterFormula(parameter, {
            value: (at) =>
              this.#once(`@${parameter.id}#${at}`, () => this.#ground.parameterCell(parameter.id, at)) ??
              'NA()',
            cell: (key) => this.cell(key),
            asOf: this.#asOf,
            segment: (segment) => {
              const cell = this.#segmentCell([segment as Segment])
              return cell && `${cell}="是"`
            },
          })
    const id = `@${parameter.id}`
    if (!variesByLoan(parameter)) {
      const [only] = parameter.values
      const alone = parameter.values.length === 1 && only?.from === undefined && only?.to === undefined
      return this.#once(id, alone ? () => this.#ground.parameterCell(parameter.id, 0) : make)
    }
    const place = this.#place(id, () => {
      const each = make()
      return each === null ? null : this.add(id, { each })
    })
    return place === null ? null : `$${columnLetters(place)}{r}`
  }

  /** 是, 否 or blank: whether the loan is of one of these segments. */
  #segmentCell(segments: readonly Segment[]): string | null {
    const place = this.#place(`#${segments.join('+')}`, () => {
      const truths = segments.map((segment) => this.#segmentTruth(segment))
      if (truths.includes(null)) return null
      const any = `MAX(${truths.join(',')})`
      return this.add(`#${segments.join('+')}`, { each: `IF(${any}=1,"是",IF(${any}=0,"否",""))` })
    })
    return place === null ? null : `$${columnLetters(place)}{r}`
  }

  #segmentTruth(segment: Segment): string | null {
    const is = (key: string, value: string, otherwise: string): string | null => {
      const cell = this.cell(key)
      return cell && `IF(${cell}="",${otherwise},IF(${cell}="${value}",1,0))`
    }
    switch (segment) {
      case '对公':
      case '个人':
        return is('segment', segment, '0.5')
      case '普惠': {
        const small = is('smallMicro', '是', '0.5')
        return small && is('isInclusive', '是', small)
      }
      case '涉农':
        return is('isAgri', '是', '0.5')
      case '集团': {
        const name = this.cell('groupName')
        return name && `IF(${name}="",0,1)`
      }
    }
  }

  caseFormula(compiled: CompiledCase): CaseFormula {
    const { rule, use, when, applies, assumedNames } = compiled
    if (!when || compiled.error) return { reason: words.faulty }
    for (const name of use.relations.keys()) {
      if (this.#index.relationByName.get(name)?.previous) return { reason: words.previous }
      if (!this.#ground.registers.has(name)) return { reason: words.relation(name) }
    }
    for (const [name, fields] of use.relations) {
      const columns = this.#ground.registers.get(name)
      const missing = [...fields].find((one) => !columns?.has(this.#index.fieldByName.get(one)?.key ?? ''))
      if (missing) return { reason: words.relation(`${name}.${missing}`) }
    }
    for (const name of use.fields) {
      const field = this.#index.fieldByName.get(name)
      // what a ledger lacks is assumed, but not what is worked out of columns that the sheet does have
      if (assumedNames.has(name) && !field?.derived) continue
      if (this.cell(field?.key ?? '') === null) return { reason: words.field(name) }
    }
    for (const name of compiled.case.needs) {
      const [first = ''] = name.split('.')
      const field = this.#index.fieldByName.get(first)
      if (field && this.cell(field.key) === null) return { reason: words.field(name) }
      if (this.#index.relationByName.has(first) && !this.#ground.registers.has(first))
        return { reason: words.relation(first) }
    }
    for (const name of use.parameters) {
      const parameter = this.#index.parameterByName.get(name)
      const varied = parameter?.type === 'list' && (parameter.values.length !== 1 || variesByLoan(parameter))
      if (varied || (parameter?.type !== 'list' && this.#parameter(name) === null))
        return { reason: words.parameter(name) }
    }
    const gate = rule.segments === 'all' ? null : this.#segmentCell(rule.segments)
    if (rule.segments !== 'all' && gate === null) return { reason: words.field(rule.segments.join('、')) }
    const only = gate === null ? applies?.lowered : withGate(applies?.lowered ?? null)
    const made = outcomeFormula(
      { when: when.lowered, ...(only ? { applies: only } : {}) },
      this.#scope(compiled, gate),
      this.#ground.workingDays,
    )
    if (!made.ok) return { reason: made.refusals[0]?.message ?? words.faulty }
    const formula = this.#openOnly(rule.scope ?? 'open', made.formula)
    // a formula that looks at a register row by row is heavy, one beyond Excel's length is none
    return formula.length > 8000 ? { reason: words.faulty } : { formula, array: made.array }
  }

  #openOnly(scope: 'open' | 'openOrWrittenOff' | 'any', formula: string): string {
    const [closed, off] = [this.cell('closed'), this.cell('writtenOff')]
    if (scope === 'any' || closed === null || off === null) return formula
    return scope === 'open'
      ? `IF(OR(${closed}="是",${off}="是"),0,${formula})`
      : `IF(${closed}="是",0,${formula})`
  }

  #scope(compiled: CompiledCase, gate: string | null): ExcelScope {
    const index = this.#index
    const parameters: ExcelScope = {
      lookup: (name): ExcelName | undefined => {
        const parameter = index.parameterByName.get(name)
        if (!parameter) return undefined
        if (parameter.type === 'list') {
          const value = parameter.values[0]?.value
          return { kind: 'constant', value: typeof value === 'object' ? [...value] : [] }
        }
        const reference = this.#parameter(name)
        return reference ? { kind: 'column', type: parameter.type, reference } : { kind: 'absent' }
      },
    }
    return {
      lookup: (name): ExcelName | undefined => {
        if (name === gateName && gate) return { kind: 'column', type: 'boolean', reference: gate }
        if (name === asOfName) return { kind: 'column', type: 'date', reference: this.#asOf }
        if (name === parametersName) return { kind: 'group', scope: parameters }
        const assumed = compiled.assumptions.find(
          ({ field }) => compiled.assumedNames.get(field.name) === name,
        )
        if (assumed) return this.#assumed(assumed.field, assumed.value)
        const register = this.#ground.registers.get(name)
        if (register) return this.#register(register)
        const field = index.fieldByName.get(name)
        const reference = field && this.cell(field.key)
        return field && reference ? { kind: 'column', type: columnKind(field), reference } : undefined
      },
    }
  }

  #assumed(field: Field, value: number | string | null): ExcelName {
    const written = this.cell(field.key)
    const type: ExcelType = columnKind(field)
    if (written === null) return { kind: 'constant', value }
    if (value === null) return { kind: 'column', type, reference: written }
    const id = `${field.key}?${JSON.stringify(value)}`
    const place = this.#place(id, () => {
      const otherwise = typeof value === 'number' ? String(value) : `"${value}"`
      return this.add(id, { each: `IF(${written}="",${otherwise},${written})` })
    })
    return { kind: 'column', type, reference: `$${columnLetters(place ?? 0)}{r}` }
  }

  #register(columns: ReadonlyMap<string, string>): ExcelName {
    const key = this.cell('loanNo') ?? '""'
    const fields = this.#index.fieldByName
    return {
      kind: 'relation',
      cardinality: 'many',
      rows: belongs(columns.get('loanNo') ?? '', key),
      scope: {
        lookup(name) {
          const field = fields.get(name)
          const reference = field && columns.get(field.key)
          return field && reference ? { kind: 'column', type: columnKind(field), reference } : undefined
        },
      },
    }
  }
}

function withGate(applies: Ast | null): Ast {
  const gate: Ast = { kind: 'name', name: gateName, from: 0, to: 0 }
  return applies ? { kind: 'logic', op: 'and', parts: [gate, applies], from: 0, to: 0 } : gate
}
