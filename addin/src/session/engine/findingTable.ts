import type { Finding } from '@postloan/core/check'

import { lineFlags, severityOrder } from '../order.ts'

/** Findings as columns that can be handed from the worker to the pane without copying. */
export interface FindingArrays {
  readonly length: number
  readonly severities: Uint8Array
  readonly flags: Uint8Array
  readonly ruleOf: Uint16Array
  readonly caseOf: Uint8Array
  readonly tables: Uint8Array
  readonly tableRows: Int32Array
  readonly dueDays: Float64Array
  readonly fieldsOf: Uint16Array
}

/** Names behind the numbers in the columns; they only grow. */
export interface FindingNames {
  readonly rules: readonly string[]
  readonly cases: readonly string[]
  readonly fieldSets: readonly (readonly string[])[]
}

const NO_SEVERITY = 255
const DAY = 86_400_000

/** Collects findings into columns, and takes rows out and in again as they are judged anew. */
export class FindingTable {
  readonly rules: string[] = []
  readonly cases: string[] = []
  readonly fieldSets: (readonly string[])[] = []
  readonly #ruleIndex = new Map<string, number>()
  readonly #caseIndex = new Map<string, number>()
  readonly #fieldIndex = new Map<string, number>()
  #length = 0
  #severities = new Uint8Array(256)
  #flags = new Uint8Array(256)
  #ruleOf = new Uint16Array(256)
  #caseOf = new Uint8Array(256)
  #tables = new Uint8Array(256)
  #tableRows = new Int32Array(256)
  #dueDays = new Float64Array(256)
  #fieldsOf = new Uint16Array(256)

  get length(): number {
    return this.#length
  }

  get names(): FindingNames {
    return { rules: this.rules, cases: this.cases, fieldSets: this.fieldSets }
  }

  add(finding: Finding): void {
    const at = this.#length
    if (at === this.#severities.length) this.#grow(at * 2)
    this.#length++
    const isHit = finding.outcome === 'hit'
    this.#severities[at] = isHit ? severityOrder.indexOf(finding.severity) : NO_SEVERITY
    this.#flags[at] =
      (isHit ? lineFlags.hit : 0) |
      (finding.outcome === 'incomplete' ? lineFlags.incomplete : 0) |
      (finding.kind === 'due' ? lineFlags.due : 0) |
      (finding.kind === 'lead' ? lineFlags.lead : 0) |
      (finding.waived ? lineFlags.waived : 0) |
      (finding.outcome === 'ruleError' ? lineFlags.ruleError : 0)
    this.#ruleOf[at] = indexOf(this.#ruleIndex, this.rules, finding.rule, finding.rule)
    this.#caseOf[at] = indexOf(this.#caseIndex, this.cases, finding.case, finding.case)
    this.#tables[at] = finding.table
    this.#tableRows[at] = finding.tableRow
    this.#dueDays[at] =
      finding.dueDate === undefined ? Number.NaN : Date.parse(`${finding.dueDate}T00:00:00Z`) / DAY
    this.#fieldsOf[at] = indexOf(this.#fieldIndex, this.fieldSets, finding.fields.join('\n'), finding.fields)
  }

  /** Without the lines of these rows; the order of the others stays. */
  dropRows(gone: (table: number, tableRow: number) => boolean): void {
    let to = 0
    for (let at = 0; at < this.#length; at++) {
      if (gone(this.#tables[at] ?? 0, this.#tableRows[at] ?? 0)) continue
      if (to !== at) this.#move(at, to)
      to++
    }
    this.#length = to
  }

  /** Copies, to be handed over. */
  arrays(): FindingArrays {
    const end = this.#length
    return {
      length: end,
      severities: this.#severities.slice(0, end),
      flags: this.#flags.slice(0, end),
      ruleOf: this.#ruleOf.slice(0, end),
      caseOf: this.#caseOf.slice(0, end),
      tables: this.#tables.slice(0, end),
      tableRows: this.#tableRows.slice(0, end),
      dueDays: this.#dueDays.slice(0, end),
      fieldsOf: this.#fieldsOf.slice(0, end),
    }
  }

  at(line: number): { rule: string; case: string; table: number; tableRow: number; flags: number } | null {
    if (line < 0 || line >= this.#length) return null
    return {
      rule: this.rules[this.#ruleOf[line] ?? 0] ?? '',
      case: this.cases[this.#caseOf[line] ?? 0] ?? '',
      table: this.#tables[line] ?? 0,
      tableRow: this.#tableRows[line] ?? 0,
      flags: this.#flags[line] ?? 0,
    }
  }

  #move(from: number, to: number): void {
    this.#severities[to] = this.#severities[from] ?? 0
    this.#flags[to] = this.#flags[from] ?? 0
    this.#ruleOf[to] = this.#ruleOf[from] ?? 0
    this.#caseOf[to] = this.#caseOf[from] ?? 0
    this.#tables[to] = this.#tables[from] ?? 0
    this.#tableRows[to] = this.#tableRows[from] ?? 0
    this.#dueDays[to] = this.#dueDays[from] ?? 0
    this.#fieldsOf[to] = this.#fieldsOf[from] ?? 0
  }

  #grow(capacity: number): void {
    this.#severities = grown(this.#severities, new Uint8Array(capacity))
    this.#flags = grown(this.#flags, new Uint8Array(capacity))
    this.#ruleOf = grown(this.#ruleOf, new Uint16Array(capacity))
    this.#caseOf = grown(this.#caseOf, new Uint8Array(capacity))
    this.#tables = grown(this.#tables, new Uint8Array(capacity))
    this.#tableRows = grown(this.#tableRows, new Int32Array(capacity))
    this.#dueDays = grown(this.#dueDays, new Float64Array(capacity))
    this.#fieldsOf = grown(this.#fieldsOf, new Uint16Array(capacity))
  }
}

function grown<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from)
  return to
}

function indexOf<T>(index: Map<string, number>, list: T[], key: string, value: T): number {
  let at = index.get(key)
  if (at === undefined) {
    at = list.push(value) - 1
    index.set(key, at)
  }
  return at
}
