import { formatIsoDay } from '../calendar/index.ts'
import type {
  ArchiveList,
  AssessedItem,
  FilledGuide,
  ItemState,
  LoanChecklist,
  WorkOfPeriod,
  WorkPeriod,
} from '../checklist/index.ts'
import type { Policy } from '../policy/index.ts'
import { checklistMessages as words } from './checklistMessages.ts'
import { messages } from './messages.ts'
import { basisOf } from './selectFindings.ts'
import { cut } from './textWidth.ts'

/** Whose loan it is, in the ledger's own words. */
export interface LoanName {
  readonly row: number
  readonly key: string
  readonly customer: string
  readonly officer: string
}

/** What is to be answered first: faults, then what nobody can see in the ledger, then what is settled. */
const order: readonly ItemState[] = ['fault', 'open', 'answered', 'proven', 'notApplicable']

/** One loan's list on the day, then what its file should hold. */
export function printChecklist(
  name: LoanName,
  list: LoanChecklist,
  archive: ArchiveList,
  guides: readonly FilledGuide[],
  policy: Policy,
): string[] {
  const { stage, stages, loanType, additions, progress, due, daysLeft, asOf } = list
  const others = stages.filter(({ id }) => id !== stage?.id).map((one) => `${one.name}（${one.because}）`)
  const lines = [
    words.title(name.row, name.key, name.customer),
    ...(asOf === null ? [] : [`  ${words.asOf(formatIsoDay(asOf))}`]),
    `  ${
      loanType
        ? words.type(
            loanType.name,
            additions.map((one) => one.name),
          )
        : words.noType
    }`,
    `  ${stage ? words.stage(stage.name, stage.because) : words.noStage}`,
    ...(others.length > 0 ? [`  ${words.otherStages(others)}`] : []),
    ...(due === null ? [] : [`  ${words.due(formatIsoDay(due), daysLeft)}`]),
  ]
  if (stage)
    lines.push(`  ${words.progress(progress.done, progress.total, progress.proven, progress.faults)}`)
  for (const state of order) {
    const items = list.items.filter((item) => item.state === state)
    if (items.length === 0) continue
    lines.push('', `  ${words.groupTitle(words.state[state], items.length)}`)
    for (const item of items) lines.push(...itemLines(item, policy))
  }
  return [...lines, ...archiveLines(archive), ...guides.flatMap(guideLines)]
}

function itemLines(item: AssessedItem, policy: Policy): string[] {
  const { text, due, late, wants, uncertain, evidence, known, findings, sources } = item
  const shown = [
    text,
    ...(due === null ? [] : [words.itemDue(formatIsoDay(due), late)]),
    ...(wants === 'text' ? [words.wantsText] : []),
    ...(uncertain ? [words.uncertain] : []),
  ]
  return [
    `    ${shown.join('')}`,
    ...(evidence ? [`      ${words.evidence(evidence.text)}`] : []),
    ...findings.map(
      ({ rule, severity, message }) => `      ${words.finding(rule, messages.levelSign[severity], message)}`,
    ),
    ...(known.length > 0 && !evidence
      ? [`      ${words.known(known.map((cell) => `${cell.name} ${cell.text}`).join(words.between))}`]
      : []),
    ...(findings.length > 0 ? [`      ${words.basis}${basisOf(sources, policy)}`] : []),
  ]
}

function archiveLines({ items, progress }: ArchiveList): string[] {
  const named = (wanted: (item: ArchiveList['items'][number]) => boolean): string[] =>
    items.filter(wanted).map(({ text }) => text)
  const [missing, there] = [
    named(({ state }) => state === 'missing'),
    named(({ state }) => state === 'there'),
  ]
  const unknown = named(({ state, need }) => state === 'unknown' && need === 'required')
  const maybe = named(({ state, need }) => state === 'unknown' && need !== 'required')
  if (items.length === 0) return []
  return [
    '',
    `  ${words.archive(progress.proven, progress.total)}`,
    ...(missing.length > 0 ? [`    ${words.archiveMissing(missing)}`] : []),
    ...(there.length > 0 ? [`    ${words.archiveThere(there)}`] : []),
    ...(unknown.length > 0 ? [`    ${words.archiveUnknown(unknown)}`] : []),
    ...(maybe.length > 0 ? [`    ${words.archiveMaybe(maybe)}`] : []),
  ]
}

function guideLines({ guide, known }: FilledGuide): string[] {
  return [
    '',
    `  ${words.guide(guide.name)}`,
    ...guide.sections.flatMap((section) => [
      `    ${section.name}`,
      ...section.questions.flatMap((question) => {
        const cells = known.get(question) ?? []
        const seen = cells.map((cell) => `${cell.name} ${cell.text}`).join(words.between)
        return [`      ${question.text}`, ...(seen === '' ? [] : [`        ${words.known(seen)}`])]
      }),
    ]),
  ]
}

export const periods: readonly WorkPeriod[] = ['每日', '每周', '每月', '每季', '每半年', '每年']

/** What is to be done in the period the day is in; all loans where one period was asked for, else the first few. */
export function printWork(
  work: readonly WorkOfPeriod[],
  asOf: number,
  loans: number,
  nameOf: (place: { readonly table: number; readonly row: number }) => LoanName,
  everyLoan: boolean,
): string[] {
  const most = everyLoan ? Infinity : 3
  const lines: string[] = [words.work(formatIsoDay(asOf), loans.toLocaleString('en-US'))]
  for (const period of periods) {
    const ofPeriod = work.filter((one) => one.period === period)
    if (ofPeriod.length === 0) continue
    lines.push('', period)
    for (const { text, from, to, state, loans: places, undecided } of ofPeriod) {
      const when =
        from === to
          ? ''
          : `（${words.window(formatIsoDay(from), formatIsoDay(to))}${words.workState[state]}）`
      const count =
        places === null
          ? words.branchWork
          : places.length === 0 && undecided > 0
            ? words.workUndecided(undecided)
            : words.workLoans(places.length, undecided)
      lines.push(`  ${text}${when}  ${count}`)
      const shown = (places ?? []).slice(0, most)
      for (const place of shown) {
        const { row, key, customer, officer } = nameOf(place)
        lines.push(`      ${words.workLine(row, key, cut(customer, 30), officer)}`)
      }
      const more = (places?.length ?? 0) - shown.length
      if (more > 0) lines.push(`      ${words.moreWork(more)}`)
    }
  }
  return everyLoan ? lines : [...lines, '', words.workHint]
}
