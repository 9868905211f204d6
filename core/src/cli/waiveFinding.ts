import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'

import { formatIsoDay } from '../calendar/index.ts'
import { normaliseKey, type Finding, type Result, type SubjectReport } from '../check/index.ts'
import { addWaiver, addWrongReport, newWaiver, newWrongReport } from '../check/waivers/index.ts'
import { valueAt } from '../table/index.ts'
import { checkOnce } from './checkOnce.ts'
import { flag, help, packOptions, word } from './commandLine.ts'
import { messages } from './messages.ts'
import { openPolicy } from './openPolicy.ts'
import { explainOptions, readDay } from './readArguments.ts'
import { refuse } from './refuse.ts'
import type { Terminal } from './runCheck.ts'
import { today } from './today.ts'
import { changeWaivers, waiverFileBeside } from './waiverFiles.ts'
import { waiverMessages as words } from './waiverMessages.ts'

const options = {
  rule: word,
  case: word,
  key: word,
  row: word,
  id: word,
  reason: word,
  what: word,
  until: word,
  by: word,
  waivers: word,
  previous: word,
  'as-of': word,
  ...packOptions,
  'all-cases': flag,
  help,
} as const

/** Which finding is meant. */
interface Wanted {
  readonly id: string | null
  readonly rule: string
  readonly case: string | null
  readonly key: string | null
  readonly row: number | null
}

/** `postloan waive`: a finding that stands, waived with a reason until a day. */
export const runWaive = (args: readonly string[], terminal: Terminal): Promise<0 | 2> =>
  writeDown('waive', args, terminal)

/** `postloan wrong`: a finding that should not have been made. */
export const runWrong = (args: readonly string[], terminal: Terminal): Promise<0 | 2> =>
  writeDown('wrong', args, terminal)

/** Checks the ledger, finds the one finding meant and writes it down. */
async function writeDown(
  command: 'waive' | 'wrong',
  args: readonly string[],
  terminal: Terminal,
): Promise<0 | 2> {
  let read
  try {
    read = parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (caught) {
    return refuse(terminal, explainOptions(caught))
  }
  const { values, positionals } = read
  if (values.help) {
    await terminal.out.write(`${words.help}\n`)
    return 0
  }
  const [ledgerPath] = positionals
  if (ledgerPath === undefined) return refuse(terminal, words.noLedger(command))
  const row = values.row === undefined ? null : Number(values.row)
  if (row !== null && !Number.isInteger(row)) return refuse(terminal, words.badRow(values.row ?? ''))
  const wanted: Wanted = {
    id: values.id ?? null,
    rule: (values.rule ?? '').toUpperCase(),
    case: values.case ?? null,
    key: values.key ?? null,
    row,
  }
  if (wanted.id === null && (wanted.rule === '' || (wanted.key === null && row === null)))
    return refuse(terminal, words.noTarget)
  const asOf = values['as-of'] === undefined ? null : readDay(values['as-of'])
  if (Number.isNaN(asOf)) return refuse(terminal, messages.arguments.badDay(values['as-of'] ?? ''))
  const said = command === 'waive' ? values.reason : values.what
  if (said === undefined) return refuse(terminal, words.missing(command === 'waive' ? '--reason' : '--what'))
  const until = values.until === undefined ? Number.NaN : readDay(values.until)
  if (command === 'waive') {
    if (values.until === undefined) return refuse(terminal, words.missing('--until'))
    if (Number.isNaN(until)) return refuse(terminal, words.badDay(values.until))
  }

  const packs = await openPolicy({ policies: values.policy ?? [], trust: values.trust ?? [] }, terminal)
  if (!packs.ok)
    return refuse(
      terminal,
      packs.errors.map(({ message }) => message),
    )
  const checked = await checkOnce(positionals, values.previous ?? null, asOf, packs.layers)
  if (!checked.ok) return refuse(terminal, checked.error.message)
  const { result, policy } = checked
  const rule = policy.rules.find(({ id }) => id === wanted.rule)
  if (wanted.id === null && !rule) return refuse(terminal, words.unknownRule(wanted.rule))
  const found = pickFinding(result, wanted)
  if (!found.ok) return refuse(terminal, found.message)
  const { report, shown, customer } = found
  const label = customer === '' ? {} : { label: customer }
  const meant = policy.rules.find(({ id }) => id === report.rule)

  const by = values.by ?? userInfo().username
  const on = today()
  const path = values.waivers ?? waiverFileBeside(ledgerPath)
  let entryId = ''
  if (command === 'waive' && result.asOf !== null && until < result.asOf)
    return refuse(terminal, words.untilPast(formatIsoDay(until), formatIsoDay(result.asOf)))
  const error = await changeWaivers(path, (file) => {
    if (command === 'waive') {
      const terms = {
        reason: said,
        by,
        on,
        until: formatIsoDay(until),
        ...label,
        allCases: values['all-cases'],
      }
      const waiver = newWaiver(report, terms)
      entryId = waiver.id
      return { ok: true, file: addWaiver(file, waiver) }
    }
    const wrong = newWrongReport(report, { what: said, by, on, ...label, policy: result.policy.fingerprint })
    entryId = wrong.id
    return { ok: true, file: addWrongReport(file, wrong) }
  })
  if (error) return refuse(terminal, error.message)
  const name = meant?.nameZh ?? ''
  const line =
    command === 'waive'
      ? words.waived(report.rule, name, shown, formatIsoDay(until), entryId, path)
      : words.reported(report.rule, name, shown, entryId, path)
  await terminal.out.write(`${line}\n`)
  if (command === 'waive' && meant?.legalFloor && report.kind !== 'due')
    await terminal.out.write(`${words.floor}\n`)
  return 0
}

type Picked =
  | {
      readonly ok: true
      readonly report: SubjectReport
      /** Number and name, for a person. */
      readonly shown: string
      readonly customer: string
    }
  | { readonly ok: false; readonly message: string }

/** The one finding meant; where several are, they are listed with their ids. */
function pickFinding(result: Result, wanted: Wanted): Picked {
  const found: Finding[] = []
  const filter = wanted.id === null ? { rule: wanted.rule } : {}
  for (const finding of result.findings(filter)) {
    if (wanted.id === null ? isMeant(result, finding, wanted) : finding.id === wanted.id) found.push(finding)
    if (wanted.id !== null && found.length > 0) break
  }
  const [only, second] = found
  if (!only) {
    const target = wanted.key ?? `第 ${wanted.row} 行`
    const message = wanted.id === null ? words.noFinding(wanted.rule, target) : words.noFindingId(wanted.id)
    return { ok: false, message }
  }
  if (second) {
    const lines = found
      .slice(0, 10)
      .map(({ id, rule, row, key, message }) => words.candidate(id, rule, row, key, message))
    return { ok: false, message: words.several(lines) }
  }
  const report = result.subjectOf?.(only)
  if (!report) return { ok: false, message: words.noFindingId(only.id) }
  if (report.ambiguous) return { ok: false, message: words.ambiguous(only.key) }
  const customer = textAt(result, only.table, only.tableRow, 'customerName')
  return { ok: true, report, shown: [...new Set([only.key, customer])].filter(Boolean).join(' '), customer }
}

const namedBy = ['loanNo', 'contractNo', 'customerId', 'customerName'] as const

/** By the key shown, the row's own numbers, or the row; a customer's finding is meant by each of its loans. */
function isMeant(result: Result, finding: Finding, { case: caseId, key, row }: Wanted): boolean {
  if (finding.outcome === 'ruleError' || (caseId !== null && finding.case !== caseId)) return false
  const rows = [finding.row, ...(finding.alsoRows ?? [])]
  if (row !== null && !rows.includes(row)) return false
  if (key === null) return true
  const wanted = normaliseKey(key)
  const shown = [finding.key, finding.childKey ?? '', finding.loanKey ?? '']
  if (shown.some((text) => normaliseKey(text) === wanted)) return true
  const table = result.tables[finding.table]?.table
  const tableRows = rows.map((one) => table?.sheetRows.indexOf(one) ?? -1)
  return tableRows.some((at) =>
    namedBy.some((field) => normaliseKey(textAt(result, finding.table, at, field)) === wanted),
  )
}

function textAt(result: Result, table: number, row: number, field: string): string {
  const column = result.tables[table]?.table.columns.get(field)
  const value = column && row >= 0 ? valueAt(column, row) : null
  return typeof value === 'string' ? value : ''
}
