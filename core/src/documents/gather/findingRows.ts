import { formatIsoDay } from '../../calendar/index.ts'
import { severities, type Finding, type Result, type RowPlace } from '../../check/index.ts'
import type { Policy } from '../../policy/index.ts'
import { Deadlines } from '../../workbook/index.ts'
import { messages } from '../messages.ts'
import type { ListEntry } from '../types.ts'
import type { Cells } from './cells.ts'

/** What the check says of loans, gravest first, with what is told in the registers and on the customer's other rows. */
export interface FindingRows {
  of(loans: readonly RowPlace[], customerLoans: readonly RowPlace[]): readonly Finding[]
  undecided(loans: readonly RowPlace[]): readonly Finding[]
  words(finding: Finding, number: number): ListEntry
  dueWords(finding: Finding, number: number): ListEntry
  undecidedWords(finding: Finding, number: number): ListEntry
}

export function findingRows(result: Result, policy: Policy, cells: Cells): FindingRows {
  const rules = new Map(policy.rules.map((rule) => [rule.id, rule.nameZh]))
  const sources = new Map(policy.sources.map((source) => [source.id, source]))
  const fields = new Map(policy.fields.map((field) => [field.key, field.name]))
  const deadlines = new Deadlines(policy, result.asOf)
  let ofRegisters: ReadonlyMap<string, readonly Finding[]> | null = null

  const sheetRow = ({ table, row }: RowPlace): number => result.tables[table]?.table.sheetRows[row] ?? 0
  const loanOf = (finding: Finding): string => {
    const place = { table: finding.table, row: finding.tableRow }
    return (
      finding.loanKey ??
      cells.text('loanNo', place) ??
      cells.text('contractNo', place) ??
      messages.row(finding.row)
    )
  }
  const basisOf = (finding: Finding): string =>
    finding.sources
      .flatMap((id) => {
        const source = sources.get(id)
        return source ? [`${source.title}${source.article ?? ''}${messages.status[source.status]}`] : []
      })
      .join(messages.sentence)

  return {
    of(loans, customerLoans) {
      const found = new Map<string, Finding>()
      const own = new Set(loans.map((place) => `${place.table}:${sheetRow(place)}`))
      ofRegisters ??= indexRegisters(result)
      for (const place of loans) {
        for (const finding of listOf(result, place)) found.set(keyOf(finding), finding)
        for (const finding of ofRegisters.get(`${place.table}:${sheetRow(place)}`) ?? [])
          found.set(keyOf(finding), finding)
      }
      // a finding of the whole customer stands on one of its rows and names the others
      for (const place of customerLoans) {
        if (own.has(`${place.table}:${sheetRow(place)}`)) continue
        for (const finding of listOf(result, place)) {
          const also = [
            ...(finding.alsoRows ?? []).map((row) => `${finding.table}:${row}`),
            ...(finding.alsoIn ?? []).map(({ table, row }) => `${table}:${row}`),
          ]
          if (also.some((one) => own.has(one))) found.set(keyOf(finding), finding)
        }
      }
      return [...found.values()].toSorted(
        (a, b) => rankOf(a) - rankOf(b) || a.table - b.table || a.row - b.row || (a.rule < b.rule ? -1 : 1),
      )
    },
    undecided: (loans) =>
      loans.flatMap(({ table, row }) => [
        ...result.findings({ table, tableRow: row, outcomes: ['incomplete'], waived: false }),
      ]),
    words(finding, number) {
      const { severity, kind, rule, message, remedy } = finding
      const deadline = deadlines.for(severity)
      return {
        序号: String(number),
        级别: messages.severity[severity],
        类别: kind === 'lead' ? messages.lead : messages.violation,
        规则编号: rule,
        规则名称: rules.get(rule) ?? rule,
        借据号: loanOf(finding),
        所在行: String(finding.row),
        问题: kind === 'lead' ? messages.leadText(message) : message,
        依据: basisOf(finding) || null,
        整改要求: remedy,
        整改期限: finding.dueDate ?? (deadline === null ? null : formatIsoDay(deadline)),
        责任人: cells.text('managerName', { table: finding.table, row: finding.tableRow }),
      }
    },
    dueWords: (finding, number) => ({
      序号: String(number),
      事项: finding.message,
      借据号: loanOf(finding),
      期限: finding.dueDate ?? null,
    }),
    undecidedWords: (finding, number) => ({
      序号: String(number),
      规则名称: rules.get(finding.rule) ?? finding.rule,
      借据号: loanOf(finding),
      缺少:
        finding.fields.map((key) => fields.get(key) ?? key).join(messages.between) || finding.message || null,
    }),
  }
}

function listOf(result: Result, { table, row }: RowPlace): Iterable<Finding> {
  return result.findings({ table, tableRow: row, outcomes: ['hit'], waived: false })
}

/** Findings on rows of registers, by the loan's table and its sheet's own row. */
function indexRegisters(result: Result): ReadonlyMap<string, readonly Finding[]> {
  const index = new Map<string, Finding[]>()
  result.tables.forEach(({ table: { name } }, table) => {
    if (name === '借据') return
    for (const finding of result.findings({ table, outcomes: ['hit'], waived: false })) {
      for (const place of finding.alsoIn ?? []) {
        const key = `${place.table}:${place.row}`
        const known = index.get(key)
        if (known) known.push(finding)
        else index.set(key, [finding])
      }
    }
  })
  return index
}

/** One finding may be met on several ways. */
function keyOf({ rule, case: ofCase, table, tableRow }: Finding): string {
  return `${rule}/${ofCase}/${table}/${tableRow}`
}

function rankOf({ kind, severity }: Finding): number {
  return severities.indexOf(severity) + (kind === 'due' ? severities.length : 0)
}
