import { isNoValue } from '../../ledger/index.ts'
import type { Field, Policy, Segment } from '../../policy/index.ts'
import { columnLetters } from '../../table/index.ts'
import { indexPolicy, type PolicyIndex } from '../policyIndex.ts'
import { columnKind, variesByLoan } from '../tableScope.ts'
import { dayAsRead, numberAsRead } from './cellAsRead.ts'
import { derivedFormulas, type DerivedGround } from './derivedFormulas.ts'
import { parameterFormula } from './parameterFormula.ts'
import type { JudgingColumn, JudgingGround, ProductFact } from './types.ts'

/**
 * The columns of the hidden sheet: cells as read, computed columns, parameters and segments, each made when first asked
 * for.
 */
export class JudgingColumns {
  readonly columns: JudgingColumn[] = []
  readonly ground: JudgingGround
  readonly index: PolicyIndex
  readonly #places = new Map<string, number | null>()

  constructor(policy: Policy, ground: JudgingGround) {
    this.ground = ground
    this.index = indexPolicy(policy)
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
    const place = this.place(key, () => this.#columnOf(key))
    return place === null ? null : `$${columnLetters(place)}{r}`
  }

  #once(id: string, make: () => string | null): string | null {
    const place = this.place(id, () => {
      const once = make()
      return once === null ? null : this.add(id, { once })
    })
    return place === null ? null : `$${columnLetters(place)}$2`
  }

  place(id: string, make: () => number | null): number | null {
    const known = this.#places.get(id)
    if (known !== undefined) return known
    // a column that rests on itself has no formula
    this.#places.set(id, null)
    const made = make()
    this.#places.set(id, made)
    return made
  }

  #columnOf(key: string): number | null {
    const own = this.ground.fields.get(key)
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
    const { noValues } = this.ground
    const values = this.index.policy.codeLists.find(({ id }) => id === codeList)?.values ?? []
    if (noValues === undefined || values.some(({ value }) => isNoValue(value))) return null
    return (cell) => `ISNUMBER(MATCH(LOWER(TRIM(${cell})),${noValues},0))`
  }

  /** The latest day that a register says, where the loan's own cell is blank (`derive/carryFromRegisters`). */
  #withCarried(key: string, pulled: string): string {
    const carried = this.ground.carried?.get(key)
    const loanNo = carried && this.cell('loanNo')
    if (!carried || !loanNo) return pulled
    // most loans have no row there: counting first is quick, and what it takes for equal is looked at exactly after
    const none = `OR(${loanNo}="",COUNTIF(${carried.keys},${loanNo})=0)`
    const { keys, days } = carried
    const latest = `MAX(IF(${keys}=${loanNo},IF(ISNUMBER(${days}),${days},0),0))`
    // a column of its own: only an array formula looks at every row in each of the programs
    const place = this.add(`^${key}`, { each: `IF(${none},0,${latest})`, array: true })
    const listed = `$${columnLetters(place)}{r}`
    const own = this.ground.fields.get(key)?.raw ?? '""'
    return `IF(${own}<>"",${own},IF(${listed}=0,"",${listed}))`
  }

  get asOf(): string {
    return '$B$2'
  }

  readonly #derived: DerivedGround = ((sheet: JudgingColumns): DerivedGround => ({
    cell: (key) => sheet.cell(key),
    raw: (key) => sheet.ground.fields.get(key)?.raw ?? null,
    parameter: (id) => sheet.#parameterById(id),
    get asOf() {
      return sheet.asOf
    },
    get sparse() {
      return sheet.#sparse()
    },
    product: (fact) => sheet.#product(fact),
    get workingDays() {
      const { reference, from, to } = sheet.ground.workingDays
      return { reference, from: from + 25_569, to: to + 25_569 }
    },
  }))(this)

  /** Days past due kept for overdue loans only: few of the rows have a number, and none of these is 0. */
  #sparse(): string {
    const days = this.cell('overdueDays')
    const [first, last] = this.ground.rows
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
    const { products } = this.ground
    return `IF(${name}="","",INDEX(${products.column(fact)},MATCH(${name},${products.names},0))&"")`
  }

  #parameterById(id: string): string | null {
    const parameter = this.index.policy.parameters.find((one) => one.id === id)
    return parameter && !variesByLoan(parameter) && parameter.type !== 'list'
      ? this.parameter(parameter.name)
      : null
  }

  /** One value for all in row 2, or a column of its own where loans differ. */
  parameter(name: string): string | null {
    const parameter = this.index.parameterByName.get(name)
    if (!parameter || parameter.type === 'list') return null
    const make = (): string | null =>
      parameter.values.some((_, at) => this.ground.parameterCell(parameter.id, at) === null)
        ? null
        : parameterFormula(parameter, {
            value: (at) =>
              this.#once(`@${parameter.id}#${at}`, () => this.ground.parameterCell(parameter.id, at)) ??
              'NA()',
            cell: (key) => this.cell(key),
            asOf: this.asOf,
            segment: (segment) => {
              const cell = this.segmentCell([segment as Segment])
              return cell && `${cell}="是"`
            },
          })
    const id = `@${parameter.id}`
    if (!variesByLoan(parameter)) {
      const [only] = parameter.values
      const alone = parameter.values.length === 1 && only?.from === undefined && only?.to === undefined
      return this.#once(id, alone ? () => this.ground.parameterCell(parameter.id, 0) : make)
    }
    const place = this.place(id, () => {
      const each = make()
      return each === null ? null : this.add(id, { each })
    })
    return place === null ? null : `$${columnLetters(place)}{r}`
  }

  /** 是, 否 or blank: whether the loan is of one of these segments. */
  segmentCell(segments: readonly Segment[]): string | null {
    const place = this.place(`#${segments.join('+')}`, () => {
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
}
