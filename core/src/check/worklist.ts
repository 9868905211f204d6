import { civilOf, dayOf, formatIsoDay, workingDays } from '../calendar/index.ts'
import type { DayNumber } from '../calendar/index.ts'
import type { Policy } from '../policy/index.ts'
import { isUnknown, valueAt } from '../table/index.ts'
import type { Column } from '../table/index.ts'
import { mask } from './mask.ts'
import { readKeys } from './readKeys.ts'
import { parameterOn } from './resolveParameter.ts'
import type { Result, TableResult } from './types.ts'
import { workWords as words } from './worklistMessages.ts'

export type WorkKind = 'firstCheck' | 'fundTrace' | 'followUp' | 'maturity' | 'statute' | 'guarantee'

/** One thing to do on one loan by one day, worked out from dates alone. */
export interface WorkItem {
  readonly day: DayNumber
  readonly kind: WorkKind
  /** In Chinese. */
  readonly what: string
  /** The rule that will ask about it. */
  readonly rule: string
  /** Index into Result.tables, row in that table (from 0), and the sheet's own row number (from 1). */
  readonly table: number
  readonly tableRow: number
  readonly row: number
  readonly key: string
  readonly keyKind: string
  readonly customer: string
  readonly officer: string
  readonly org: string
  readonly balance: number | null
  /** The date it rests on, in Chinese. */
  readonly basis: string
}

export interface WorkMonth {
  /** `2026-11`. */
  readonly month: string
  readonly counts: Readonly<Record<WorkKind, number>>
}

export interface OfficerWork {
  readonly officer: string
  readonly items: number
  readonly months: readonly WorkMonth[]
}

export interface Worklist {
  readonly from: DayNumber
  readonly to: DayNumber
  /** By day, then officer. */
  readonly items: readonly WorkItem[]
  readonly byOfficer: readonly OfficerWork[]
}

export interface WorklistOptions {
  /** How far ahead; default is the policy's 应办展望天数 (90). */
  readonly horizonDays?: number
  /** How far back a day may lie on which something should have been done, where no column says whether it was. */
  readonly pastDays?: number
}

const defaultPastDays = 31

/**
 * The to-do calendar of a ledger's loans: first check, tracing of funds, first call-back, maturity, limitation period,
 * guarantee period. Only where the evidence column is missing, or its cell is blank and the day has not passed: a day
 * that passed with the cell blank is a finding of the rule named, not a to-do. Null without an as-of day.
 */
export function listWork(result: Result, policy: Policy, options: WorklistOptions = {}): Worklist | null {
  const { asOf } = result
  if (asOf === null) return null
  const number = numbersOfPolicy(policy, asOf)
  const from = asOf - (options.pastDays ?? defaultPastDays)
  const to = asOf + (options.horizonDays ?? number('worklistDays', 90))
  const items: WorkItem[] = []
  result.tables.forEach((table, index) => {
    if (table.table.name === '借据') collectWork(table, index, { asOf, from, to, number }, items)
  })
  items.sort((a, b) => a.day - b.day || (a.officer < b.officer ? -1 : a.officer > b.officer ? 1 : 0))
  return { from, to, items, byOfficer: groupByOfficer(items) }
}

interface Window {
  readonly asOf: DayNumber
  readonly from: DayNumber
  readonly to: DayNumber
  readonly number: (id: string, otherwise: number) => number
}

function collectWork(result: TableResult, table: number, window: Window, into: WorkItem[]): void {
  const { asOf, from, to, number } = window
  const column = (key: string): Column | undefined => result.derived.get(key) ?? result.table.columns.get(key)
  const cell = reader(column)
  const keyOf = readKeys(result.table.rowCount, column)
  const calendar = workingDays()
  const firstCheckDays = number('firstCheckDays', 30)
  const traceDays = number('fundTraceWorkdays', 7)
  const followUpDay = number('followUpDayOfMonth', 5)
  const maturitySteps = [
    number('maturityLeadDays', 30),
    number('maturityLeadDaysSecond', 15),
    number('maturityLeadDaysLast', 7),
  ]
  const statuteSteps = [
    number('statuteLeadDays', 180),
    number('statuteLeadDaysSecond', 90),
    number('statuteLeadDaysUrgent', 30),
  ]
  const urgent = number('guaranteeLeadDaysUrgent', 30)
  const guaranteeSteps = [number('guaranteeLeadDays', 90), 2 * urgent, urgent]

  for (let row = 0; row < result.table.rowCount; row += 1) {
    const add = (kind: WorkKind, day: DayNumber, rule: string, what: string, basis: string): void => {
      const key = keyOf(row)
      into.push({
        day,
        kind,
        what,
        rule,
        table,
        tableRow: row,
        row: result.table.sheetRows[row] ?? 0,
        key: key.kind === 'accountNo' ? mask(key.key, 'account') : key.key,
        keyKind: key.kind,
        customer: cell.text('customerName', row),
        officer: cell.text('managerName', row) || cell.text('managerId', row) || words.noOfficer,
        org: cell.text('orgName', row) || cell.text('orgCode', row),
        balance: cell.number('balance', row),
        basis,
      })
    }
    /** True where the thing is still to be done by that day, or nobody can tell. */
    const isOpen = (day: DayNumber, evidence: string, doneSince = -Infinity): boolean => {
      if (!(day >= from && day <= to)) return false
      const seen = column(evidence)
      if (!seen || isUnknown(seen, row)) return true
      const on = valueAt(seen, row)
      if (typeof on === 'number' && on >= doneSince) return false
      return day >= asOf
    }
    const writtenOff = cell.is('writtenOff', row)
    if (cell.is('closed', row)) continue
    const disbursed = cell.number('disburseDate', row)
    if (disbursed !== null && disbursed <= asOf && !writtenOff) {
      const newMoney = !renewals.has(cell.text('disbursementType', row))
      const family = cell.text('productFamily', row)
      const visited =
        newMoney && !cell.is('lowRisk', row) && !bought.has(family) && cell.text('isOnline', row) !== '是'
      const basis = words.basisDisbursed(formatIsoDay(disbursed))
      const checkDay = disbursed + firstCheckDays
      if (visited && isOpen(checkDay, 'firstCheckDate')) {
        add('firstCheck', checkDay, 'INS-001', words.whatFirstCheck(firstCheckDays), basis)
      }
      const traceDay = calendar.add(disbursed, traceDays)
      if (newMoney && !bought.has(family) && isOpen(traceDay, 'fundTraceDate')) {
        add('fundTrace', traceDay, 'USE-001', words.whatFundTrace(traceDays), basis)
      }
      const callDay = dayOfNextMonth(disbursed, followUpDay)
      const person = cell.text('segment', row) === '个人'
      if (person && newMoney && isOpen(callDay, 'lastFollowUpDate', disbursed)) {
        add('followUp', callDay, 'INS-002', words.whatFollowUp(followUpDay), basis)
      }
    }
    const due = cell.number('effectiveMaturity', row)
    const left = cell.number('balance', row)
    if (due !== null && due >= asOf && !writtenOff && !cell.is('retailInstalment', row) && left !== 0) {
      for (const { day, days } of stepsAhead(due, maturitySteps, asOf)) {
        if (isOpen(day, 'maturityNoticeDate', due - (maturitySteps[0] ?? 30))) {
          add('maturity', day, 'OVD-002', words.whatMaturity(days), words.basisMaturity(formatIsoDay(due)))
        }
      }
    }
    if (due !== null && due >= asOf) continue
    const sued = cell.number('litigationDate', row) !== null
    const statute = cell.number('statuteEnd', row)
    if (statute !== null && statute >= asOf && !sued) {
      const basis = words.basisStatute(
        formatIsoDay(statute),
        cell.text('statuteBasis', row) || words.registered,
      )
      for (const { day, days } of stepsAhead(statute, statuteSteps, asOf)) {
        if (day <= to) add('statute', day, 'OVD-007', words.whatStatute(days), basis)
      }
    }
    const guarantee = cell.number('guaranteeEnd', row)
    if (guarantee !== null && guarantee >= asOf && !sued && cell.text('guaranteeType', row) === '保证') {
      const basis = words.basisGuarantee(formatIsoDay(guarantee), cell.text('guaranteeBasis', row))
      for (const { day, days } of stepsAhead(guarantee, guaranteeSteps, asOf)) {
        if (day <= to) add('guarantee', day, 'GUA-001', words.whatGuarantee(days), basis)
      }
    }
  }
}

/** No new money: nothing to trace and no first visit. */
const renewals: ReadonlySet<string> = new Set(['无还本续贷', '借新还旧', '重组', '展期'])
/** The money went to a seller or against a bill at once, or is not the bank's. */
const bought: ReadonlySet<string> = new Set(['按揭', '商用房', '公积金', '贴现', '委托', '信用卡'])

/** Reminder days not yet past; where all are past and the end is not, the last of them, which is late. */
function stepsAhead(
  end: DayNumber,
  leads: readonly number[],
  asOf: DayNumber,
): readonly { readonly day: DayNumber; readonly days: number }[] {
  const steps = leads.map((days) => ({ day: end - days, days }))
  const ahead = steps.filter(({ day }) => day >= asOf)
  return ahead.length > 0 ? ahead : steps.slice(-1)
}

function dayOfNextMonth(day: DayNumber, dayOfMonth: number): DayNumber {
  const { year, month } = civilOf(day)
  return month === 12 ? dayOf(year + 1, 1, dayOfMonth) : dayOf(year, month + 1, dayOfMonth)
}

function reader(column: (key: string) => Column | undefined) {
  const value = (key: string, row: number): number | string | boolean | null => {
    const cells = column(key)
    return cells ? valueAt(cells, row) : null
  }
  return {
    number(key: string, row: number): number | null {
      const found = value(key, row)
      return typeof found === 'number' ? found : null
    },
    text(key: string, row: number): string {
      const found = value(key, row)
      return typeof found === 'string' ? found : ''
    },
    is: (key: string, row: number): boolean => value(key, row) === true,
  }
}

/** Numbers of a policy's parameters in force on the day; the default where it has none of that id. */
export function numbersOfPolicy(
  policy: Policy,
  asOf: DayNumber | null,
): (id: string, otherwise: number) => number {
  return (id, otherwise) => {
    const parameter = policy.parameters.find((one) => one.id === id)
    const value = parameter && parameterOn(parameter, asOf)?.value
    return typeof value === 'number' ? value : otherwise
  }
}

function groupByOfficer(items: readonly WorkItem[]): readonly OfficerWork[] {
  const officers = new Map<string, Map<string, Record<WorkKind, number>>>()
  for (const item of items) {
    const months = officers.get(item.officer) ?? new Map<string, Record<WorkKind, number>>()
    officers.set(item.officer, months)
    const month = formatIsoDay(item.day).slice(0, 7)
    const counts = months.get(month) ?? {
      firstCheck: 0,
      fundTrace: 0,
      followUp: 0,
      maturity: 0,
      statute: 0,
      guarantee: 0,
    }
    counts[item.kind] += 1
    months.set(month, counts)
  }
  return [...officers]
    .map(([officer, months]) => ({
      officer,
      items: [...months.values()].reduce(
        (sum, counts) => sum + Object.values(counts).reduce((a, b) => a + b, 0),
        0,
      ),
      months: [...months]
        .map(([month, counts]) => ({ month, counts }))
        .toSorted((a, b) => (a.month < b.month ? -1 : 1)),
    }))
    .toSorted((a, b) => b.items - a.items || (a.officer < b.officer ? -1 : 1))
}
