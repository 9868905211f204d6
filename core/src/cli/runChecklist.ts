import { formatIsoDay } from '../calendar/index.ts'
import { checkLedger, fingerprintPolicy, type Result, type RowPlace } from '../check/index.ts'
import { prepareChecklists, type ChecklistBook, type FilledGuide, type StageId } from '../checklist/index.ts'
import { valueAt } from '../table/index.ts'
import { openPrevious } from './checkFile.ts'
import { readChecklistArguments, type ChecklistArguments } from './checklistArguments.ts'
import {
  checklistDocumentVersion,
  loanDocument,
  workDocument,
  type ChecklistDocument,
} from './checklistDocument.ts'
import { checklistMessages as words } from './checklistMessages.ts'
import { checklistsInForce, type ChecklistsInForce } from './checklistsInForce.ts'
import { loanOnRow, loansByNumber } from './chooseLoans.ts'
import { askedFor } from './commandLine.ts'
import { hideIn, nameHider } from './hideNames.ts'
import { keepHeapSmall } from './keepHeapSmall.ts'
import { messages } from './messages.ts'
import { openFilled, settingNotes } from './openFilled.ts'
import { openPolicy } from './openPolicy.ts'
import { periods, printChecklist, printWork } from './printChecklist.ts'
import { progressBar } from './progressBar.ts'
import { refuse, refuseFiles } from './refuse.ts'
import type { Terminal } from './runCheck.ts'

/** Loans of one number that are printed one after the other; a customer with more is asked for by 借据号. */
const loansShown = 5

/** `postloan checklist`: 0 told, 2 something could not be read or is not there. */
export async function runChecklist(args: readonly string[], terminal: Terminal): Promise<0 | 2> {
  const asked = await askedFor(readChecklistArguments(args), words.help, terminal)
  if (!asked.go) return asked.code
  const { given } = asked
  keepHeapSmall()
  const packs = await openPolicy(given, terminal)
  if (!packs.ok) return refuseFiles(terminal, packs.errors)
  const choice = readChoice(given, checklistsInForce(packs.layers))
  if (!choice.ok) return refuse(terminal, choice.message)

  const bar = progressBar({
    isTTY: terminal.log.isTTY === true,
    write: (text) => void terminal.log.write(text),
  })
  const onProgress = (share: number): void => bar.show(share, messages.log[given.language].reading)
  const opened = await openFilled([given.path], { asOf: given.asOf, packs: packs.layers, onProgress })
  bar.clear()
  if (!opened.ok) return refuseFiles(terminal, [opened.error])
  const { ledger } = opened
  const inForce = checklistsInForce(opened.layers)
  const previous = given.previous === null ? null : await openPrevious([given.previous], inForce.policy)
  if (previous && !previous.ok) return refuseFiles(terminal, [previous.error])
  const options = { policy: inForce.policy, ...(previous ? { previous: previous.ledger } : {}) }
  const result = checkLedger(ledger, options)
  if (result.tables.every(({ table }) => table.name !== '借据')) return refuse(terminal, words.noLoans)
  const chosen =
    given.loan !== null
      ? loansByNumber(result, given.loan)
      : given.row !== null
        ? loanOnRow(result, given.row, given.sheet)
        : null
  if (chosen && !chosen.ok) return refuse(terminal, chosen.message)
  if (result.asOf === null && !chosen) return refuse(terminal, words.noDay)

  const book = prepareChecklists(ledger, { ...options, checklists: inForce.lists, result })
  const hide = given.maskNames ? nameHider([ledger, ...(previous ? [previous.ledger] : [])]) : null
  const notes = [
    ...settingNotes(opened.notes),
    ...inForce.unknownStages.map(({ list, stage }) => words.unknownStage(list, stage)),
    ...(result.asOf === null ? [words.noDay] : []),
  ]
  const told = { given, choice, book, result, inForce, places: chosen?.places ?? null, notes }
  if (given.json) {
    const document = documentOf(told)
    await terminal.out.write(`${JSON.stringify(hide ? hideIn(document, hide) : document)}\n`)
  } else {
    const lines = linesOf(told)
    await terminal.out.write(`${(hide ? lines.map(hide) : lines).join('\n')}\n`)
  }
  return 0
}

interface Choice {
  readonly ok: true
  readonly stage: StageId | null
  readonly loanType: string | null
  readonly period: (typeof periods)[number] | null
  readonly guides: readonly string[]
}

/** Names as people write them (首次检查 for 首次检查、资金流向核查) to the ids of the lists in force. */
function readChoice(
  { stage, type, period, guide }: ChecklistArguments,
  { lists }: ChecklistsInForce,
): Choice | { readonly ok: false; readonly message: string } {
  const find = <One extends { readonly id: string; readonly name: string }>(
    all: readonly One[],
    written: string,
  ): One | undefined =>
    all.find(({ id, name }) => id === written || name === written) ??
    all.find(({ name }) => name.includes(written))
  const namesOf = (all: readonly { readonly name: string }[]): string[] => all.map(({ name }) => name)
  const fail = (message: string) => ({ ok: false, message }) as const
  const found = stage === null ? null : find(lists.stages, stage)
  if (found === undefined) return fail(words.badStage(stage ?? '', namesOf(lists.stages)))
  const loanType = type === null ? null : find(lists.loanTypes, type)
  if (loanType === undefined) return fail(words.badType(type ?? '', namesOf(lists.loanTypes)))
  const chosen = period === null ? null : periods.find((one) => one === period || one === `每${period}`)
  if (chosen === undefined) return fail(words.badPeriod(period ?? '', periods))
  const guides = guide === 'all' ? lists.guides : guide === null ? [] : [find(lists.guides, guide)]
  if (guides.some((one) => one === undefined)) return fail(words.badGuide(guide ?? '', namesOf(lists.guides)))
  return {
    ok: true,
    stage: found?.id ?? null,
    loanType: loanType?.id ?? null,
    period: chosen,
    guides: guides.flatMap((one) => (one ? [one.id] : [])),
  }
}

interface Told {
  readonly given: ChecklistArguments
  readonly choice: Choice
  readonly book: ChecklistBook
  readonly result: Result
  readonly inForce: ChecklistsInForce
  /** Null: the whole ledger. */
  readonly places: readonly RowPlace[] | null
  readonly notes: readonly string[]
}

function linesOf({ choice, book, result, inForce, places, notes }: Told): string[] {
  const said = notes.length > 0 ? ['', messages.report.notesTitle, ...notes.map((note) => `  ${note}`)] : []
  if (!places) {
    const work = book.work(choice.period ?? undefined) ?? []
    const loans = result.tables.reduce(
      (sum, { table }) => sum + (table.name === '借据' ? table.rowCount : 0),
      0,
    )
    return [
      ...printWork(work, book.asOf ?? 0, loans, (place) => nameOf(result, place), choice.period !== null),
      ...said,
    ]
  }
  const lines: string[] = places.length > 1 ? [words.several(places.length), ''] : []
  for (const place of places.slice(0, loansShown)) {
    const guides = choice.guides.map((id) => book.guide(id, place)).filter((one): one is FilledGuide => !!one)
    const list = book.forLoan(place, wanted(choice))
    const archive = book.archive(place, wanted(choice))
    lines.push(...printChecklist(nameOf(result, place), list, archive, guides, inForce.policy), '')
  }
  if (places.length > loansShown) lines.push(words.moreLoans(places.length - loansShown))
  return [...lines.slice(0, lines.at(-1) === '' ? -1 : undefined), ...said]
}

function documentOf({ given, choice, book, result, inForce, places, notes }: Told): ChecklistDocument {
  const { id, version } = inForce.policy
  return {
    document: 'postloan.checklist',
    version: checklistDocumentVersion,
    policy: { id, version, fingerprint: fingerprintPolicy(inForce.policy) },
    file: given.path,
    asOf: book.asOf === null ? null : formatIsoDay(book.asOf),
    loans: (places ?? []).map((place) => {
      const first = book.forLoan(place, wanted(choice))
      // where nobody chose a stage, the list of each that the loan is at
      const others = choice.stage === null ? first.stages.slice(1) : []
      const lists = [
        first,
        ...others.map((stage) => book.forLoan(place, { ...wanted(choice), stage: stage.id })),
      ]
      return loanDocument(nameOf(result, place), lists, book.archive(place, wanted(choice)))
    }),
    work: places
      ? []
      : (book.work(choice.period ?? undefined) ?? []).map((work) =>
          workDocument(work, (place) => nameOf(result, place)),
        ),
    notes: [...notes],
  }
}

function wanted({ stage, loanType }: Choice) {
  return { ...(stage === null ? {} : { stage }), ...(loanType === null ? {} : { loanType }) }
}

function nameOf({ tables }: Result, { table, row }: RowPlace) {
  const sheet = tables[table]?.table
  const text = (field: string): string => {
    const column = sheet?.columns.get(field)
    const value = column ? valueAt(column, row) : null
    return typeof value === 'string' ? value : ''
  }
  return {
    sheet: sheet?.sheet ?? '',
    row: sheet?.sheetRows[row] ?? 0,
    key: text('loanNo') || text('contractNo') || text('accountNo'),
    customer: text('customerName'),
    officer: text('managerName'),
  }
}
