import { formatIsoDay } from '@postloan/core/calendar'
import type { Result } from '@postloan/core/check'
import { maskWithin } from '@postloan/core/check'
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

import type { PageMap } from '../page-map/pageMapSchema.ts'
import type { LeftOut, MarkLevel } from '../protocol/index.ts'
import { compareLedger } from './compareLedger.ts'
import { describeFinding } from './describeFinding.ts'
import { drawMarks } from './drawMarks.ts'
import { differenceItems, sortItems } from './findItems.ts'
import type { JoinedPage } from './joinFrames.ts'
import { judgePage } from './judgePage.ts'
import type { JudgedPage } from './judgePage.ts'
import { listRows } from './listRows.ts'
import { openPage } from './openPage.ts'
import type { OpenPage } from './openPage.ts'
import type { ReadPage } from './readPage.ts'
import type { CheckedPage, FrameMarks, PageInput, PageItem, PageView, ViewGuide } from './types.ts'

/** Everything that is to be said of one page. Pure: the same reports, policy, ledger and answers give the same view. */
export function checkPage(input: PageInput): CheckedPage {
  const opened = openPage(input)
  const judged = judgePage(opened, input)
  return judged ? finishPage(judged, input) : nothing(opened, input)
}

/** The view of a page that the rules have judged, with what is kept of its loans. */
export function finishPage(judged: JudgedPage, input: PageInput): CheckedPage {
  const { policy, today } = input
  const { page, map, read, kind, cells, head, fields, checked, result, findings } = judged
  const isDetail = kind === 'detail'
  const ledger = isDetail ? input.ledgerOf(cells) : null
  const differences = ledger ? compareLedger(cells, ledger, policy) : []
  const items = sortItems([...judged.items, ...differenceItems(differences, read), ...listRows(read, input)])
  const marks = drawMarks(items, page.frames)
  const own = isDetail ? findings.filter(({ table }) => !read.gridOf.has(table)) : []
  const view: PageView = {
    kind,
    asOf: formatIsoDay(today),
    title: maskWithin(page.title),
    map: map ? { id: map.id, name: map.name ?? map.id } : null,
    loan: head,
    cells,
    fields,
    grids: page.grids,
    frames: summaries(page),
    items,
    counts: countItems(marks, items),
    findings: own.map((finding) => describeFinding(finding, { result, read, policy, today })),
    differences,
    ledger,
    ...(isDetail
      ? checklistOf(read, result, input, map, head?.key ?? null)
      : { checklist: null, guides: [] }),
    loanTypes: (input.lists ?? builtInChecklists).loanTypes
      .filter(({ kind: list }) => list === 'base')
      .map(({ id, name }) => ({ id, name })),
    rulesRun: result.summary.rulesRun,
    rows: [...read.gridOf.keys()].reduce(
      (sum, at) =>
        sum + (read.ledger.tables[at]?.name === '借据' ? (read.ledger.tables[at]?.rowCount ?? 0) : 0),
      0,
    ),
  }
  const subjects = own.flatMap((finding) => {
    const subject = checked.subjectOf?.(finding)
    return subject ? [[finding.id, subject] as const] : []
  })
  return { view, marks, subjects: new Map(subjects) }
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
    return { frameId, name, host, path, title, saves, leftOut: counted(leftOut), cost, cut }
  })
}

/** Each note once, with how often it was made. */
function counted(notes: readonly LeftOut[]): PageView['frames'][number]['leftOut'] {
  const counts = new Map<string, LeftOut & { readonly count: number }>()
  for (const note of notes) {
    const key = `${note.why} ${note.what}`
    counts.set(key, { ...note, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()]
}

export function nothing({ page, fields }: OpenPage, input: Pick<PageInput, 'today'>): CheckedPage {
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
