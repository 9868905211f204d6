import { formatIsoDay } from '@postloan/core/calendar'
import type { Result } from '@postloan/core/check'
import { checkLedger, mask, maskWithin } from '@postloan/core/check'
import { applyWaivers } from '@postloan/core/check/waivers'
import { builtInChecklists, prepareChecklists } from '@postloan/core/checklist'
import type {
  ChecklistBook,
  Checklists,
  GuideQuestion,
  ListChoice,
  LoanChecklist,
  RowPlace,
  StageId,
} from '@postloan/core/checklist'
import type { Policy } from '@postloan/core/policy'

import { findPageMap } from '../page-map/findPageMap.ts'
import type { PageMap } from '../page-map/pageMapSchema.ts'
import type { MarkLevel } from '../protocol/index.ts'
import { compareLedger } from './compareLedger.ts'
import { describeFinding } from './describeFinding.ts'
import { drawMarks } from './drawMarks.ts'
import { byLevel, differenceItems, findingItems, missingItems, withoutEchoes } from './findItems.ts'
import { isAsked } from './isAsked.ts'
import { joinFrames } from './joinFrames.ts'
import type { JoinedPage } from './joinFrames.ts'
import { listRows } from './listRows.ts'
import { loanCells, loanHead } from './loanCells.ts'
import { readPage } from './readPage.ts'
import type { ReadPage } from './readPage.ts'
import type {
  CheckedPage,
  FrameMarks,
  KnownField,
  PageInput,
  PageItem,
  PageView,
  ViewGuide,
} from './types.ts'

/** Fewer fields of ours than this, and the page is not about a loan: a menu, a log-in, somebody else's form. */
const fewestFields = 3

/** Everything that is to be said of one page. Pure: the same reports, policy, ledger and answers give the same view. */
export function checkPage(input: PageInput): CheckedPage {
  const { policy, today } = input
  const page = joinFrames(input.frames)
  const map = findPageMap(input.maps, page.frames)
  const read = readPage(page, policy, map, today)
  const record = read.ledger.tables[read.record]
  const cells = record && read.meanings.size >= (map ? 1 : fewestFields) ? loanCells(record, 0) : {}
  const head = loanHead(cells)
  const isDetail = Object.keys(cells).length > 0
  const isList = !isDetail && [...read.gridOf.keys()].some((at) => read.ledger.tables[at]?.name === '借据')
  const fields = knownFields(page, read, policy, isDetail ? cells : {}, today)
  if (!isDetail && !isList) return nothing(page, fields, input)

  // Without a record the page's fields are no loan; only its grids are checked.
  const used = isDetail ? read : { ...read, ledger: withoutRecord(read) }
  const checked = checkLedger(used.ledger, { policy })
  const { result } = applyWaivers(checked, input.waivers, { policy, today: formatIsoDay(today) })
  const findings = [...result.findings()]
  const ledger = isDetail ? input.ledgerOf(cells) : null
  const differences = ledger ? compareLedger(cells, ledger, policy) : []
  const items: readonly PageItem[] = withoutEchoes([
    ...(isDetail ? missingItems(fields, used) : []),
    ...findingItems(findings, used, policy),
    ...differenceItems(differences, used),
    ...listRows(used, input),
  ])
    .toSorted(byLevel)
    .map((item) => ({ ...item, label: maskWithin(item.label), text: maskWithin(item.text) }))
  const own = isDetail ? findings.filter(({ table }) => !used.gridOf.has(table)) : []
  const view: PageView = {
    kind: isDetail ? 'detail' : 'list',
    asOf: formatIsoDay(today),
    title: maskWithin(page.title),
    map: map ? { id: map.id, name: map.name ?? map.id } : null,
    loan: head,
    cells,
    fields,
    grids: page.grids,
    frames: summaries(page),
    items,
    counts: countItems(drawMarks(items, page.frames), items),
    findings: own.map((finding) => describeFinding(finding, { result, read: used, policy, today })),
    differences,
    ledger,
    ...(isDetail
      ? checklistOf(used, result, input, map, head?.key ?? null)
      : { checklist: null, guides: [] }),
    loanTypes: (input.lists ?? builtInChecklists).loanTypes
      .filter(({ kind }) => kind === 'base')
      .map(({ id, name }) => ({ id, name })),
    rulesRun: result.summary.rulesRun,
    rows: [...used.gridOf.keys()].reduce(
      (sum, at) =>
        sum + (used.ledger.tables[at]?.name === '借据' ? (used.ledger.tables[at]?.rowCount ?? 0) : 0),
      0,
    ),
  }
  const subjects = own.flatMap((finding) => {
    const subject = checked.subjectOf?.(finding)
    return subject ? [[finding.id, subject] as const] : []
  })
  return { view, marks: drawMarks(items, page.frames), subjects: new Map(subjects) }
}

/** Where something has to be filled in, without any rule: known long before the rules of a woken worker are compiled. */
export function firstMarks(
  input: Pick<PageInput, 'frames' | 'policy' | 'maps' | 'today'>,
): readonly FrameMarks[] {
  const { policy, today } = input
  const page = joinFrames(input.frames)
  const map = findPageMap(input.maps, page.frames)
  const read = readPage(page, policy, map, today)
  const record = read.ledger.tables[read.record]
  if (!record || read.meanings.size < (map ? 1 : fewestFields)) return []
  return drawMarks(
    missingItems(knownFields(page, read, policy, loanCells(record, 0), today), read),
    page.frames,
  )
}

function withoutRecord(read: ReadPage): ReadPage['ledger'] {
  return {
    ...read.ledger,
    tables: read.ledger.tables.map((table, at) =>
      read.gridOf.has(at)
        ? table
        : { ...table, rowCount: 0, columns: new Map(), sheetRows: new Uint32Array(0) },
    ),
  }
}

function knownFields(
  page: JoinedPage,
  read: ReadPage,
  policy: Policy,
  cells: PageView['cells'],
  today: number,
): readonly KnownField[] {
  return page.fields.map(({ id, frameId, document, field }) => {
    const meaning = read.meanings.get(id)
    const ours = meaning ? policy.fields.find(({ key }) => key === meaning.key) : undefined
    const asked = read.mapped.get(id)?.required
    return {
      id,
      frameId,
      document,
      field: { ...field, value: field.value },
      meaning: ours ? { key: ours.key, name: ours.name } : null,
      confidence: meaning?.confidence ?? field.confidence,
      reasons: meaning?.reasons ?? [],
      mapped: meaning?.mapped ?? false,
      required: asked === undefined ? field.required === 'yes' : isAsked(asked, cells, policy, today),
      shown: ours?.privacy ? mask(field.value, ours.privacy) : maskWithin(field.value),
    }
  })
}

function checklistOf(
  read: ReadPage,
  result: Result,
  input: PageInput,
  map: PageMap | null,
  loan: string | null,
): Pick<PageView, 'checklist' | 'guides'> {
  const book = prepareChecklists(read.ledger, {
    policy: input.policy,
    result,
    checklists: input.lists ?? builtInChecklists,
  })
  const chosen = loan === null ? {} : input.choiceOf(loan)
  const stages = (input.lists ?? builtInChecklists).stages.map(({ id }) => id)
  const mappedStage = stages.find((id): id is StageId => id === map?.stage)
  const choice: ListChoice = {
    ...(map?.loanType ? { loanType: map.loanType } : {}),
    ...(mappedStage ? { stage: mappedStage } : {}),
    ...chosen,
  }
  const place = { table: read.record, row: 0 }
  const checklist = book.forLoan(place, choice)
  return { checklist, guides: guidesOf(book, input.lists ?? builtInChecklists, checklist, place) }
}

/** A person is called, a firm is visited; where nothing tells which it is, both are offered. */
function guidesOf(
  book: ChecklistBook,
  lists: Checklists,
  { loanType }: LoanChecklist,
  place: RowPlace,
): readonly ViewGuide[] {
  const isPerson = loanType === null ? null : /个人|住房|汽车|消费/u.test(loanType.name)
  return lists.guides.flatMap(({ id }): ViewGuide[] => {
    const other = isPerson === null ? null : isPerson ? 'visit' : 'personCall'
    const filled = id === other ? null : book.guide(id, place)
    if (!filled) return []
    const known = ({ text }: GuideQuestion): string =>
      [...filled.known]
        .flatMap(([question, cells]) => (question.text === text ? cells : []))
        .map((cell) => `${cell.name} ${cell.text}`)
        .join('，')
    return [
      {
        id,
        name: filled.guide.name,
        sections: filled.guide.sections.map(({ name, questions }) => ({
          name,
          questions: questions.map((question) => ({
            id: question.id,
            text: question.text,
            known: maskWithin(known(question)),
          })),
        })),
      },
    ]
  })
}

function countItems(
  marks: readonly FrameMarks[],
  items: readonly PageItem[],
): Readonly<Record<MarkLevel, number>> {
  const counts = { serious: 0, warning: 0, attention: 0, notice: 0, incomplete: 0, ledger: 0 }
  for (const { level } of marks.flatMap((frame) => frame.marks)) counts[level] += 1
  for (const { at, level } of items) if (!at) counts[level] += 1
  return counts
}

function summaries(page: JoinedPage): PageView['frames'] {
  return page.frames.map(({ frameId, report: { frame, saves, leftOut, cost, cut } }) => {
    const { name, host, path, title } = frame
    return { frameId, name, host, path, title, saves, leftOut, cost, cut }
  })
}

function nothing(page: JoinedPage, fields: readonly KnownField[], input: PageInput): CheckedPage {
  return {
    view: {
      kind: 'none',
      asOf: formatIsoDay(input.today),
      title: page.title,
      map: null,
      loan: null,
      cells: {},
      fields: fields.map((known) => ({ ...known, required: false })),
      grids: page.grids,
      frames: summaries(page),
      items: [],
      counts: { serious: 0, warning: 0, attention: 0, notice: 0, incomplete: 0, ledger: 0 },
      findings: [],
      differences: [],
      ledger: null,
      checklist: null,
      guides: [],
      loanTypes: [],
      rulesRun: 0,
      rows: 0,
    },
    marks: page.frames.map(({ frameId, report }) => ({
      frameId,
      document: report.frame.document,
      marks: [],
    })),
    subjects: new Map(),
  }
}
