import { civilOf } from '../../calendar/index.ts'
import type { Policy } from '../../policy/index.ts'
import type { Column } from '../../table/index.ts'
import { Outcome, type Result } from '../types.ts'
import { indicatorMessages as words } from './messages.ts'
import { boundBy, cannotTell, ratio } from './ratio.ts'
import { numberReader, textReader, type Book } from './readBook.ts'
import type { Reckoned, Reckoning } from './types.ts'

/** Part id → the rule that says who had to be looked at and was not. */
const coverageRules = {
  firstCheckCoverage: 'INS-001',
  largeCoverage: 'INS-003',
  smeCoverage: 'INS-004',
  callCoverage: 'INS-002',
  followUpCoverage: 'INS-006',
} as const

/** How the work is done: coverage (PF-04), warnings (PF-05), files (PF-06), customers (PF-07), online (PF-09). */
export function reckonWork(result: Result, policy: Policy, book: Book): Reckoning {
  const customerOf = customers(book)
  return {
    ...Object.fromEntries(
      Object.entries(coverageRules).map(([id, rule]) => [id, coverage(result, policy, rule, customerOf)]),
    ),
    ...warnings(result),
    archiveComplete: archives(result, customerOf),
    ...opinions(result, customerOf),
    onlineCoverage: online(result, customerOf),
  }
}

type CustomerOf = (table: number, row: number) => string

/** The customer of a row of the loan tables; a row that names none is one of its own. */
function customers(book: Book): CustomerOf {
  const known: string[][] = []
  for (const { table, row, customer } of book.loans) (known[table] ??= [])[row] = customer
  return (table, row) => known[table]?.[row] || `${table} ${row}`
}

/** Customers that were due and looked at in time, out of those that were due. A day not yet past is not due. */
function coverage(result: Result, policy: Policy, id: string, customerOf: CustomerOf): Reckoned {
  const cases = policy.rules.find((rule) => rule.id === id)?.cases ?? []
  const done = new Map<string, boolean>()
  let undecided = 0
  result.tables.forEach(({ table }, index) => {
    if (table.name !== '借据') return
    const outcomes = (due: boolean): readonly Uint8Array[] =>
      cases
        .filter((one) => (one.kind === 'due') === due)
        .map((one) => result.outcomes(id, one.id, index))
        .filter((bytes) => bytes !== null)
    const judged = outcomes(false)
    const open = outcomes(true)
    for (let row = 0; row < table.rowCount; row += 1) {
      const said = judged.map((bytes) => bytes[row])
      if (said.includes(Outcome.hit)) {
        done.set(customerOf(index, row), false)
        continue
      }
      if (said.includes(Outcome.incomplete)) undecided += 1
      if (!said.includes(Outcome.pass) || said.includes(Outcome.incomplete)) continue
      if (open.some((bytes) => bytes[row] === Outcome.hit)) continue
      const customer = customerOf(index, row)
      if (!done.has(customer)) done.set(customer, true)
    }
  })
  if (done.size === 0) return cannotTell(words.notRun)
  const well = [...done.values()].filter(Boolean).length
  return ratio(well, done.size, undecided > 0 ? { because: `${undecided} 笔无法判断，未计入` } : {})
}

function eachTable(
  result: Result,
  name: string,
  each: (column: (field: string) => Column | undefined, rows: number, table: number) => void,
): boolean {
  let any = false
  result.tables.forEach(({ table, derived }, index) => {
    if (table.name !== name) return
    any = true
    each((field) => derived.get(field) ?? table.columns.get(field), table.rowCount, index)
  })
  return any
}

function warnings(result: Result): Reckoning {
  let judged = 0
  let real = 0
  let dated = false
  const fresh = new Set<string>()
  const { asOf } = result
  const any = eachTable(result, '预警', (column, rows, table) => {
    const [verdict, id, name] = ['warningVerdict', 'customerId', 'customerName'].map(textReader(column))
    const day = numberReader(column)('warningDate')
    if (column('warningDate')) dated = true
    for (let row = 0; row < rows; row += 1) {
      const said = verdict?.(row) ?? ''
      if (said !== '') judged += 1
      if (said === '属实' || said === '部分属实') real += 1
      const on = day(row)
      if (asOf === null || Number.isNaN(on) || on > asOf) continue
      const [then, now] = [civilOf(on), civilOf(asOf)]
      if (then.year !== now.year || then.month !== now.month) continue
      fresh.add(id?.(row) || name?.(row) || `${table} ${row}`)
    }
  })
  if (!any)
    return { warningAccuracy: cannotTell(words.noWarnings), newWarnings: cannotTell(words.noWarnings) }
  return {
    warningAccuracy: judged === 0 ? cannotTell(words.noColumn('预警核实结论')) : ratio(real, judged),
    newWarnings:
      asOf === null
        ? cannotTell(words.noAsOf)
        : dated
          ? { value: fresh.size }
          : cannotTell(words.noColumn('预警日期')),
  }
}

const nothing = /^(?:无|否|没有|齐全|完整|[-/0.]*)$/

/** Files are complete where nothing is noted as missing; by customer, in the loan list or the file register. */
function archives(result: Result, customerOf: CustomerOf): Reckoned {
  const complete = new Map<string, boolean>()
  for (const name of ['借据', '档案']) {
    eachTable(result, name, (column, rows, table) => {
      const marks = ['paperArchive', 'electronicArchive'].filter((field) => column(field))
      if (!column('archiveMissing') && marks.length === 0) return
      const missing = textReader(column)('archiveMissing')
      const states = marks.map(textReader(column))
      const [id, customer] = ['customerId', 'customerName'].map(textReader(column))
      for (let row = 0; row < rows; row += 1) {
        const said = states.map((state) => state(row))
        // nothing noted at all is no proof that all is there
        if (!column('archiveMissing') && said.every((state) => state === '')) continue
        const who =
          name === '借据' ? customerOf(table, row) : id?.(row) || customer?.(row) || `${table} ${row}`
        const well = nothing.test(missing(row).trim()) && !said.includes('缺失')
        complete.set(who, well && (complete.get(who) ?? true))
      }
    })
    if (complete.size > 0) break
  }
  if (complete.size === 0) return cannotTell(words.noColumn('缺失资料', '纸质档案'))
  return ratio([...complete.values()].filter(Boolean).length, complete.size)
}

function opinions(result: Result, customerOf: CustomerOf): Reckoning {
  const scores = new Map<string, number>()
  const complained = new Set<string>()
  const all = new Set<string>()
  let kept = false
  eachTable(result, '借据', (column, rows, table) => {
    const [score, accepted, resolved] = [
      'satisfactionScore',
      'complaintAcceptHours',
      'complaintResolveDays',
    ].map(numberReader(column))
    if (column('complaintAcceptHours') || column('complaintResolveDays')) kept = true
    for (let row = 0; row < rows; row += 1) {
      const who = customerOf(table, row)
      all.add(who)
      const given = score?.(row) ?? Number.NaN
      if (!Number.isNaN(given)) scores.set(who, given)
      if ([accepted, resolved].some((hours) => !Number.isNaN(hours?.(row) ?? Number.NaN))) complained.add(who)
    }
  })
  const sum = [...scores.values()].reduce((total, score) => total + score, 0)
  return {
    satisfaction:
      scores.size === 0
        ? cannotTell(words.noColumn('满意度评分'))
        : { value: sum / scores.size, numerator: sum, denominator: scores.size },
    complaintRatio: kept ? ratio(complained.size, all.size) : cannotTell(words.noColumn('投诉受理用时')),
  }
}

function online(result: Result, customerOf: CustomerOf): Reckoned {
  const managed = new Map<string, boolean>()
  let blank = 0
  eachTable(result, '借据', (column, rows, table) => {
    const mark = textReader(column)('onlineManaged')
    if (!column('onlineManaged')) return
    for (let row = 0; row < rows; row += 1) {
      const who = customerOf(table, row)
      if (mark(row) === '') blank += 1
      managed.set(who, mark(row) === '是' || (managed.get(who) ?? false))
    }
  })
  if (managed.size === 0) return cannotTell(words.noColumn('线上管理标志'))
  return ratio(
    [...managed.values()].filter(Boolean).length,
    managed.size,
    boundBy('atLeast', blank, (loans) => `${loans} 笔贷款的线上管理标志空白`),
  )
}
