import { formatMoney, type Finding, type RowPlace } from '../../check/index.ts'
import type { Checklists } from '../../checklist/index.ts'
import { messages } from '../messages.ts'
import type { ListEntry, UsedPlaceholder, Value, Values } from '../types.ts'
import { amountInWords } from './amountInWords.ts'
import { arrearsOf, sumOf } from './arrears.ts'
import { longDay } from './cells.ts'
import { archiveEntries, checklistEntries, scoreEntries } from './checklistRows.ts'
import { fieldValue, fixedWords } from './fixedWords.ts'
import type { Ground, Subject } from './ground.ts'
import { loanName, maturingLoans, overdueLoans } from './letterLoans.ts'
import { loanWords, registerWords } from './loanWords.ts'

export interface Gathered {
  readonly values: Values
  readonly findings: number
}

/** The values of the names that a template uses; what it does not use is not worked out. */
export function valuesFor(used: readonly UsedPlaceholder[], subject: Subject, ground: Ground): Gathered {
  const { options, cells, findings: rows } = ground
  const { policy, result } = options
  const { place, loans, choice } = subject
  const asked = namesIn(used)
  let hits: readonly Finding[] | null = null
  const found = (): readonly Finding[] => (hits ??= rows.of(loans, subject.customerLoans))
  const wrong = (): readonly Finding[] => found().filter(({ kind }) => kind !== 'due')
  const overdue = (): readonly RowPlace[] => overdueLoans(subject.customerLoans, cells)
  const maturing = (): readonly RowPlace[] => maturingLoans(subject.customerLoans, ground)
  const listChoice = {
    ...(choice.stage === undefined ? {} : { stage: choice.stage }),
    ...(choice.loanType === undefined ? {} : { loanType: choice.loanType }),
    ...(choice.answers === undefined ? {} : { answers: choice.answers }),
  }
  const checklist = once(() => ground.book().forLoan(place, listChoice))
  const archive = once(() => ground.book().archive(place, listChoice))
  const score = once(() => ground.book().form('smallBusiness', place))
  const loanRows = (places: readonly RowPlace[]) => (inside: readonly string[]) =>
    places.map((loan, at) => loanWords(loan, at + 1, inside, ground))
  const registerRows = (name: string, newestBy?: string) => (inside: readonly string[]) =>
    registerWords(ground.registers(name, loans), inside, ground, newestBy)

  const lists: Readonly<Record<string, (inside: readonly string[]) => readonly ListEntry[]>> = {
    借据: loanRows(loans),
    逾期借据: (inside) => loanRows(overdue())(inside),
    到期借据: (inside) => loanRows(maturing())(inside),
    发现: () => wrong().map((one, at) => rows.words(one, at + 1)),
    应办: () =>
      found()
        .filter(({ kind }) => kind === 'due')
        .map((one, at) => rows.dueWords(one, at + 1)),
    无法判断: () => rows.undecided(loans).map((one, at) => rows.undecidedWords(one, at + 1)),
    检查项目: () => checklistEntries(checklist()),
    缺件: () => archiveEntries(archive(), 'missing', policy),
    待查资料: () => archiveEntries(archive(), 'unknown', policy),
    已有资料: () => archiveEntries(archive(), 'there', policy),
    评分项目: () => {
      const card = score()
      return card ? scoreEntries(card) : []
    },
    处置方式: () => choices(ground.lists),
    押品: registerRows('押品'),
    保证人: registerRows('保证人'),
    财务: registerRows('财务', 'reportPeriod'),
    预警: registerRows('预警', 'warningDate'),
    催收: registerRows('催收', 'lastCollectionDate'),
  }
  const words: Readonly<Record<string, () => Value>> = {
    ...fixedWords(subject, ground),
    借据笔数: () => String(loans.length),
    贷款余额合计: () => money(sumOf(loans.map((loan) => cells.number('balance', loan)))),
    最差分类: () => worst(loans, ground),
    最长逾期天数: () => largest(loans.map((loan) => cells.number('dpd', loan))),
    发现项数: () => String(wrong().length),
    严重项数: () => String(wrong().filter(({ severity }) => severity === 'serious').length),
    涉及借据: () => loans.map((loan) => loanName(loan, ground)).join(messages.between),
    制发原因: () => subject.because.join(messages.sentence) || messages.chosen,
    清单类型: () => {
      const { loanType, additions } = checklist()
      return loanType
        ? [loanType, ...additions].map(({ name }) => name).join(messages.between)
        : messages.noType
    },
    检查阶段: () => {
      const { stage } = checklist()
      return stage ? messages.stage(stage.name, stage.because) : messages.noStage
    },
    检查期限: () => {
      const { due } = checklist()
      return due === null ? messages.noDue : longDay(due)
    },
    检查进度: () => messages.progress(checklist().progress.done, checklist().progress.total, '项'),
    档案进度: () => messages.progress(archive().progress.done, archive().progress.total, '份'),
    评分合计: () => (score()?.complete ? String(score()?.points ?? '') : messages.blank),
    评分满分: () => String(score()?.criteria.reduce((sum, { criterion }) => sum + criterion.points, 0) ?? ''),
    评分合格线: () => String(score()?.passMark ?? ''),
    应还总额: () => money(sumOf(overdue().map((loan) => arrearsOf(loan, result.asOf, cells).total))),
    应还总额大写: () => capitals(sumOf(overdue().map((loan) => arrearsOf(loan, result.asOf, cells).total))),
    到期总额: () => money(sumOf(maturing().map((loan) => cells.number('balance', loan)))),
    到期总额大写: () => capitals(sumOf(maturing().map((loan) => cells.number('balance', loan)))),
  }

  const values: Record<string, Value | readonly ListEntry[]> = {}
  for (const [name, inside] of asked) {
    const list = lists[name]
    const condition = name.startsWith('有') ? lists[name.slice(1)] : undefined
    if (list) values[name] = list(inside)
    else if (condition) values[name] = condition([]).length > 0
    else if (name !== '待补' && name !== '有待补')
      values[name] = words[name]?.() ?? fieldValue(name, subject, ground)
  }
  return { values, findings: wrong().length }
}

function worst(loans: readonly RowPlace[], { cells, options }: Ground): Value {
  const order = options.policy.codeLists.find(({ id }) => id === '五级分类')?.values ?? []
  const ranks = loans.map((loan) => order.findIndex(({ value }) => value === cells.text('fiveClass', loan)))
  const rank = Math.max(...ranks)
  return order[rank]?.value ?? null
}

function largest(numbers: readonly (number | null)[]): Value {
  const known = numbers.filter((one) => one !== null)
  return known.length === 0 ? null : String(Math.max(...known))
}

function choices({ disposal }: Checklists): readonly ListEntry[] {
  const groups = [...new Set(disposal.map(({ group }) => group))]
  return groups.map((group) => ({
    组别: group,
    选项: disposal
      .filter((one) => one.group === group)
      .map(({ text }) => messages.choice(text))
      .join('　'),
  }))
}

function money(amount: number | null): Value {
  return amount === null ? null : formatMoney(amount)
}

function capitals(amount: number | null): Value {
  return amount === null ? null : amountInWords(amount)
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

/** Names at the top of a template, conditions' own too, with the names used inside each list. */
function namesIn(used: readonly UsedPlaceholder[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  const visit = (list: readonly UsedPlaceholder[], within: string[] | null): void => {
    for (const { name, as, inside } of list) {
      if (as === 'each') {
        const names = found.get(name) ?? []
        found.set(name, names)
        visit(inside, names)
        continue
      }
      if (within) within.push(name)
      // what a list's entry does not have is looked for outside of it
      if (!found.has(name)) found.set(name, [])
      if (as !== 'value') visit(inside, within)
    }
  }
  visit(used, null)
  return found
}
