import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'

import {
  applyWaivers,
  mergeWaivers,
  waiverText,
  waiverWords,
  withdrawEntry,
  type WaiverFile,
} from '../check/waivers/index.ts'
import { checkOnce } from './checkOnce.ts'
import {
  flag,
  help,
  output,
  packOptions,
  runSubcommand,
  several,
  word,
  type CommandRead,
  type Subcommand,
} from './commandLine.ts'
import { messages } from './messages.ts'
import { openPolicy } from './openPolicy.ts'
import { explainOptions, readDay } from './readArguments.ts'
import { refuse } from './refuse.ts'
import type { Terminal } from './runCheck.ts'
import { cut, formatTable } from './textWidth.ts'
import { today } from './today.ts'
import { changeWaivers, loadWaivers, openWaivers } from './waiverFiles.ts'
import { waiverMessages as words } from './waiverMessages.ts'
import { shownKey, waiverReport, type WaiverReport } from './waiverReport.ts'
import { writeWhole } from './writeAnnotated.ts'

const options = {
  json: flag,
  force: flag,
  by: word,
  previous: word,
  waivers: several,
  'as-of': word,
  ...packOptions,
  output,
  help,
} as const

interface Given {
  readonly files: readonly string[]
  readonly json: boolean
  readonly force: boolean
  readonly by: string
  readonly previous: string | null
  readonly waivers: readonly string[]
  readonly asOf: number | null
  readonly policies: readonly string[]
  readonly trust: readonly string[]
  readonly output: string | null
}

/** `postloan waivers …`: the words after it in, an exit code out. */
export async function runWaivers(written: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  return runSubcommand(written, commands, readOptions, { ...words, noFile: () => words.noFiles }, terminal)
}

function readOptions(rest: readonly string[]): CommandRead<Given> {
  try {
    const { values, positionals: files } = parseArgs({ args: [...rest], options, allowPositionals: true })
    if (values.help) return { ok: true, given: 'help' }
    const asOf = values['as-of'] === undefined ? null : readDay(values['as-of'])
    if (Number.isNaN(asOf)) return { ok: false, message: messages.arguments.badDay(values['as-of'] ?? '') }
    const given: Given = {
      files,
      json: values.json,
      force: values.force,
      by: values.by ?? userInfo().username,
      previous: values.previous ?? null,
      waivers: values.waivers ?? [],
      asOf,
      policies: values.policy ?? [],
      trust: values.trust ?? [],
      output: values.output ?? null,
    }
    return { ok: true, given }
  } catch (caught) {
    return { ok: false, message: explainOptions(caught) }
  }
}

const commands: ReadonlyMap<string, Subcommand<Given>> = new Map([
  ['list', { run: listWaivers, files: 1 }],
  ['merge', { run: mergeFiles, files: 1 }],
  ['withdraw', { run: withdraw, files: 1 }],
])

/** Each entry; with a ledger, what becomes of it there. 1 where one wants looking at. */
async function listWaivers(given: Given, terminal: Terminal): Promise<0 | 1 | 2> {
  const lists = given.files.filter((path) => path.endsWith('.json'))
  const ledgers = given.files.filter((path) => !path.endsWith('.json'))
  const loaded = await loadWaivers(ledgers, [...given.waivers, ...lists])
  if (!loaded.ok) return refuse(terminal, loaded.error.message)
  if (!loaded.file) {
    await terminal.out.write(`${words.nothing}\n`)
    return 0
  }
  if (ledgers.length === 0) {
    const plain = plainList(loaded.file)
    if (given.json) await terminal.out.write(`${JSON.stringify(documentOf(plain), null, 2)}\n`)
    else await terminal.out.write(`${[...listLines(plain), words.noLedgerGiven].join('\n')}\n`)
    return 0
  }
  const packs = await openPolicy(given, terminal)
  if (!packs.ok)
    return refuse(
      terminal,
      packs.errors.map(({ message }) => message),
    )
  const checked = await checkOnce(ledgers, given.previous, given.asOf, packs.layers)
  if (!checked.ok) return refuse(terminal, checked.error.message)
  const { result, policy } = checked
  const laid = applyWaivers(result, loaded.file, { policy, today: today() })
  const report = waiverReport(laid, loaded.conflicts)
  if (given.json) await terminal.out.write(`${JSON.stringify(documentOf(report), null, 2)}\n`)
  else await terminal.out.write(`${listLines(report).join('\n')}\n`)
  const toLookAt = report.waivers.some(
    ({ state, arises }) =>
      state === 'changed' ||
      state === 'notNeeded' ||
      state === 'ambiguous' ||
      (state === 'expired' && arises),
  )
  return toLookAt ? 1 : 0
}

/** Entries alone: their state is told by a ledger only. */
interface PlainReport extends Omit<WaiverReport, 'waivers' | 'reports'> {
  readonly waivers: readonly PlainLine<WaiverReport['waivers'][number]>[]
  readonly reports: readonly PlainLine<WaiverReport['reports'][number]>[]
}

type PlainLine<T extends { state: unknown }> = Omit<T, 'state'> & { readonly state: T['state'] | null }

function plainList(file: WaiverFile): PlainReport {
  return {
    waivers: file.waivers.map((waiver) => ({
      id: waiver.id,
      rule: waiver.rule,
      case: waiver.case ?? null,
      state: waiver.withdrawn ? 'withdrawn' : null,
      legalFloor: false,
      arises: false,
      key: shownKey(waiver),
      by: waiver.by,
      on: waiver.on,
      until: waiver.until,
      reason: waiver.reason,
      row: null,
      finding: null,
    })),
    reports: file.reports.map((report) => ({
      id: report.id,
      rule: report.rule,
      case: report.case,
      state: report.withdrawn ? 'withdrawn' : null,
      samePolicy: false,
      key: shownKey(report),
      by: report.by,
      on: report.on,
      what: report.what,
      row: null,
      finding: null,
    })),
    conflicts: [],
  }
}

function documentOf(report: PlainReport): object {
  return { document: 'postloan.waiverStates', version: 1, ...report }
}

function listLines({ waivers, reports, conflicts }: PlainReport): string[] {
  const lines = [words.listTitle(waivers.length, reports.length)]
  if (waivers.length > 0) {
    const rows = waivers.map((line) => [
      line.id,
      line.rule + (line.case === null ? '' : `.${line.case}`),
      cut(line.key, 40),
      line.by,
      line.on,
      line.until,
      line.state === null ? '' : stateText(line.state, line.arises),
      cut(line.reason, 40),
    ])
    lines.push('', ...formatTable([words.listHeader, ...rows], '  '))
  }
  if (reports.length > 0) {
    const rows = reports.map((line) => [
      line.id,
      `${line.rule}.${line.case}`,
      cut(line.key, 40),
      line.by,
      line.on,
      line.state === null
        ? ''
        : [words.wrongState[line.state], line.samePolicy ? '' : words.otherPolicy].filter(Boolean).join('，'),
      cut(line.what, 40),
    ])
    lines.push('', ...formatTable([words.wrongHeader, ...rows], '  '))
  }
  return [...lines, ...conflicts.map((line) => `  ${line}`)]
}

function stateText(state: WaiverReport['waivers'][number]['state'], arises: boolean): string {
  const text = waiverWords.state[state]
  return state === 'expired' ? `${text}，${arises ? waiverWords.stillThere : waiverWords.gone}` : text
}

async function mergeFiles(given: Given, terminal: Terminal): Promise<0 | 2> {
  if (given.output === null) return refuse(terminal, words.noOutput)
  const files: WaiverFile[] = []
  for (const path of given.files) {
    const opened = await openWaivers(path)
    if (!opened.ok) return refuse(terminal, opened.error.message)
    files.push(opened.file)
  }
  const { file, conflicts } = mergeWaivers(files)
  const refused = await writeWhole(given.output, new TextEncoder().encode(waiverText(file)), given.force)
  if (refused) return refuse(terminal, refused.message)
  const said = [...conflicts, words.merged(file.waivers.length, file.reports.length, given.output)]
  await terminal.out.write(`${said.join('\n')}\n`)
  return 0
}

async function withdraw(given: Given, terminal: Terminal): Promise<0 | 2> {
  const [path = '', id] = given.files
  if (id === undefined) return refuse(terminal, words.missing('<编号>'))
  const error = await changeWaivers(path, (file) => {
    const changed = withdrawEntry(file, id, { by: given.by, on: today() })
    return changed
      ? { ok: true, file: changed }
      : { ok: false, code: 'noEntry', message: words.noEntry(id, path) }
  })
  if (error) return refuse(terminal, error.message)
  await terminal.out.write(`${words.withdrawn(id, path)}\n`)
  return 0
}
