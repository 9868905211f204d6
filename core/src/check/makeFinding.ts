import { formatIsoDay } from '../calendar/index.ts'
import { compile, type Kernel } from '../feel/index.ts'
import type { Field, SourceStatus } from '../policy/index.ts'
import { valueAt } from '../table/index.ts'
import type { CombinedPart } from './combineTables.ts'
import { typed, type CompiledCase } from './compileCases.ts'
import { computeAt } from './computeAt.ts'
import { faultCells } from './faultCells.ts'
import { fillMessage, parseMessage, type MessageTemplate } from './fillMessage.ts'
import { findingId } from './findingId.ts'
import { groundsOf } from './findMissing.ts'
import { plainCell, showText } from './formatValue.ts'
import { identify, showKey } from './identify.ts'
import { loansOfChild, type LoansOfChild } from './loansOfChild.ts'
import { messages } from './messages.ts'
import { emptyUse } from './nameUse.ts'
import { partOf } from './partOf.ts'
import type { PolicyIndex } from './policyIndex.ts'
import { groupsOf } from './reportRows.ts'
import type { Finding } from './types.ts'
import { undecidedBy } from './undecidedBy.ts'
import type { World, WorldTable } from './world.ts'

export interface FindingMaker {
  /** The finding of one case on one row of the combined table. */
  make(compiled: CompiledCase, row: number, outcome: 'hit' | 'incomplete'): Finding
}

interface CaseWords {
  readonly message: MessageTemplate
  readonly remedy: MessageTemplate
  readonly dueDate: Kernel | null
  readonly fields: FieldsRead
  readonly sourceStatus: SourceStatus
}

const wordsOf = new WeakMap<CompiledCase, CaseWords>()

/** Turns outcome bytes into findings, one at a time and only when somebody looks at them. */
export function findingMaker(world: World, table: WorldTable): FindingMaker {
  const groupRows = new Map<string, ReadonlyMap<number, readonly number[]>>()
  const rests = new Map<CompiledCase, (row: number) => FieldList>()
  const faults = new Map<CompiledCase, (row: number) => readonly string[]>()

  return {
    make(compiled, row, outcome) {
      const { rule, case: ruleCase } = compiled
      const part = partOf(table, row)
      const identity = identify(world, table, rule.grain, row)
      const undecided = outcome === 'incomplete' ? undecidedBy(compiled, world, table, row) : null
      const words = wordsFor(compiled, world)
      const { fields, keys } = undecided ? listFields(undecided.fields) : restsOn(compiled, words.fields, row)
      const dueDate = outcome === 'hit' && words.dueDate ? dayAt(words.dueDate, table, row) : null
      const assumed = assumedAt(compiled, table, row)
      const owners = loansOfChild(world, table)
      const also = rule.grain === '借据' ? [] : sameGroup(compiled, row)
      const { keyKind, key, childKey, childKeyKind, ordinal } = identity
      return {
        id: findingId({ rule: rule.id, case: ruleCase.id, keyKind, key, childKey, ordinal }),
        rule: rule.id,
        case: ruleCase.id,
        kind: ruleCase.kind,
        outcome,
        severity: ruleCase.severity,
        key: showKey(world, table, identity, row),
        keyKind,
        ...(childKeyKind === '' ? {} : { childKey, childKeyKind }),
        ...(ordinal === 0 ? {} : { ordinal }),
        ...(identity.ambiguous ? { ambiguousKey: true as const } : {}),
        table: part.index,
        tableRow: row - part.start,
        row: table.combined.table.sheetRows[row] ?? 0,
        fields: keys,
        ...(undecided ? {} : { at: faultsOf(compiled, row) }),
        values: valuesOf(fields, row),
        message: undecided
          ? messages.incomplete(rule.nameZh, undecided.reasons)
          : fillMessage(words.message, table, row),
        remedy: undecided ? undecided.remedy : fillMessage(words.remedy, table, row),
        sources: ruleCase.sources,
        sourceStatus: words.sourceStatus,
        ...(dueDate === null ? {} : { dueDate }),
        ...(assumed ? { assumed } : {}),
        ...(owners ? loanOf(owners, row) : alsoOf(also, part)),
      }
    },
  }

  function faultsOf(compiled: CompiledCase, row: number): readonly string[] {
    const known = faults.get(compiled) ?? faultCells(compiled, world.index, table)
    faults.set(compiled, known)
    return known(row)
  }

  function restsOn(compiled: CompiledCase, read: FieldsRead, row: number): FieldList {
    const known = rests.get(compiled) ?? fieldLists(read, table)
    rests.set(compiled, known)
    return known(row)
  }

  function valuesOf(fields: readonly Field[], row: number): Finding['values'] {
    const values: Record<string, string | number | boolean | null> = {}
    for (const field of fields) values[field.key] = plainCell(field, table.column(field.key), row)
    return values
  }

  /** A row of a register rolls up to its loans, and names the one where there is just one. */
  function loanOf(owners: LoansOfChild, row: number): Partial<Finding> {
    const { loans } = owners
    const rows = owners.of(row)
    const [only, second] = rows
    if (only === undefined) return {}
    const { sheetRows } = loans.combined.table
    const alsoIn = rows.map((loan) => ({ table: partOf(loans, loan).index, row: sheetRows[loan] ?? 0 }))
    if (second !== undefined) return { alsoIn }
    const identity = identify(world, loans, '借据', only)
    return { loanKey: showKey(world, loans, identity, only), loanKeyKind: identity.keyKind, alsoIn }
  }

  function sameGroup(compiled: CompiledCase, row: number): readonly number[] {
    const { grain } = compiled.rule
    const groups = groupsOf(table, grain)
    const group = groups?.[row] ?? -1
    if (!groups || group < 0) return []
    const known = groupRows.get(grain) ?? rowsByGroup(groups)
    groupRows.set(grain, known)
    return (known.get(group) ?? []).filter((other) => other !== row)
  }

  function alsoOf(rows: readonly number[], part: CombinedPart): Pick<Finding, 'alsoRows' | 'alsoIn'> {
    const { sheetRows } = table.combined.table
    const here = rows.filter((row) => row >= part.start && row < part.end)
    const elsewhere = rows.filter((row) => row < part.start || row >= part.end)
    return {
      ...(here.length > 0 ? { alsoRows: here.map((row) => sheetRows[row] ?? 0) } : {}),
      ...(elsewhere.length > 0
        ? { alsoIn: elsewhere.map((row) => ({ table: partOf(table, row).index, row: sheetRows[row] ?? 0 })) }
        : {}),
    }
  }
}

function rowsByGroup(groups: Int32Array): ReadonlyMap<number, readonly number[]> {
  const rows = new Map<number, number[]>()
  groups.forEach((group, row) => {
    if (group < 0) return
    const members = rows.get(group)
    if (members) members.push(row)
    else rows.set(group, [row])
  })
  return rows
}

function wordsFor(compiled: CompiledCase, world: World): CaseWords {
  const before = wordsOf.get(compiled)
  if (before) return before
  const { case: ruleCase, scope, assumedNames } = compiled
  const due = ruleCase.dueDate === undefined ? null : typed(ruleCase.dueDate, scope, assumedNames, emptyUse())
  const words: CaseWords = {
    message: parseMessage(ruleCase.message, scope, world.index, assumedNames),
    remedy: parseMessage(ruleCase.remedy, scope, world.index, assumedNames),
    dueDate: due?.ok ? compile(due.expression) : null,
    fields: fieldsRead(compiled, world.index),
    sourceStatus: weakestStatus(compiled, world),
  }
  wordsOf.set(compiled, words)
  return words
}

function dayAt(kernel: Kernel, table: WorldTable, row: number): string | null {
  const { column, at } = computeAt(kernel, table, row)
  const day = column.kind === 'date' ? (column.values[at] ?? Number.NaN) : Number.NaN
  return Number.isNaN(day) ? null : formatIsoDay(day)
}

interface FieldList {
  readonly fields: readonly Field[]
  readonly keys: readonly string[]
}

function listFields(fields: readonly Field[]): FieldList {
  return { fields, keys: fields.map((field) => field.key) }
}

/**
 * Fields of a row that the case reads: first those with a cell of their own, then computed ones, then their grounds
 * where they are filled. Rows with the same grounds share one list.
 */
function fieldLists(read: FieldsRead, table: WorldTable): (row: number) => FieldList {
  const always = [...read.cells, ...read.computed].filter((field) => table.column(field.key) !== undefined)
  const grounds = read.grounds.flatMap((field) => {
    const column = table.column(field.key)
    return column ? [{ field, column }] : []
  })
  const made = new Map<string, FieldList>()
  return (row) => {
    let filled = ''
    for (const { column } of grounds) filled += valueAt(column, row) === null ? '0' : '1'
    const before = made.get(filled)
    if (before) return before
    const list = listFields([
      ...always,
      ...grounds.flatMap(({ field }, at) => (filled[at] === '1' ? [field] : [])),
    ])
    made.set(filled, list)
    return list
  }
}

interface FieldsRead {
  readonly cells: readonly Field[]
  readonly computed: readonly Field[]
  readonly grounds: readonly Field[]
}

function fieldsRead(compiled: CompiledCase, index: PolicyIndex): FieldsRead {
  const read = [...compiled.use.fields]
    .map((name) => index.fieldByName.get(name))
    .filter((field) => field !== undefined)
  const computed = read.filter((field) => field.derived)
  const cells = read.filter((field) => !field.derived)
  const grounds = new Set(
    computed
      .flatMap((field) => [...groundsOf(field.key, index)])
      .map((key) => index.fieldByKey.get(key))
      .filter((field) => field !== undefined),
  )
  for (const field of cells) grounds.delete(field)
  return { cells, computed: computed.filter((field) => !hiddenFields.has(field.key)), grounds: [...grounds] }
}

/** Made for comparing, not for showing. */
const hiddenFields: ReadonlySet<string> = new Set(['customerKey', 'customerKeyKind'])

function assumedAt(
  compiled: CompiledCase,
  table: WorldTable,
  row: number,
): Readonly<Record<string, string | number | null>> | null {
  const assumed: Record<string, string | number | null> = {}
  for (const { field, value } of compiled.assumptions) {
    const column = table.column(field.key)
    // null stands for a blank cell: where there is one, nothing was assumed
    if (column && (value === null || valueAt(column, row) !== null)) continue
    assumed[field.key] = typeof value === 'string' ? showText(value, field) : value
  }
  return Object.keys(assumed).length > 0 ? assumed : null
}

const statusOrder: readonly SourceStatus[] = ['verified', 'secondary', 'unverified', 'bank']

function weakestStatus(compiled: CompiledCase, world: World): SourceStatus {
  let weakest = 0
  for (const id of compiled.case.sources) {
    const status = world.index.sourceById.get(id)?.status ?? 'unverified'
    weakest = Math.max(weakest, statusOrder.indexOf(status))
  }
  return statusOrder[weakest] ?? 'unverified'
}
