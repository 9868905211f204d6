import { checkLedger } from '../check/index.ts'
import type { Checklists } from '../policy/checklists/index.ts'
import type { Policy } from '../policy/index.ts'
import { messages } from './messages.ts'
import { fillText } from './parameterNow.ts'
import { probePolicy } from './probes.ts'

export interface ChecklistFault {
  readonly code:
    | 'duplicate'
    | 'unknownItem'
    | 'unknownSource'
    | 'noSource'
    | 'unknownRule'
    | 'unknownField'
    | 'unknownParameter'
    | 'badPoints'
    | 'badExpression'
  /** Where, in Chinese: `清单项 use-traced`. */
  readonly place: string
  /** Chinese. */
  readonly message: string
}

/** What is wrong with checklists (a bank's own, or ours) under a policy, in words for whoever wrote them. Empty = sound. */
export function findChecklistFaults(lists: Checklists, policy: Policy): readonly ChecklistFault[] {
  return [
    ...findRepeats(lists),
    ...findLostItems(lists),
    ...findLostSources(lists, policy),
    ...findLostNames(lists, policy),
    ...findBadCards(lists, policy),
    ...findBadExpressions(lists, policy),
  ]
}

function* findRepeats(lists: Checklists): Generator<ChecklistFault> {
  for (const [kind, entries] of Object.entries(entriesOf(lists))) {
    const seen = new Set<string>()
    for (const { id } of entries) {
      if (seen.has(id)) yield { code: 'duplicate', place: `${kind} ${id}`, message: messages.repeated }
      seen.add(id)
    }
  }
}

function* findLostItems(lists: Checklists): Generator<ChecklistFault> {
  const known = new Set(lists.items.map(({ id }) => id))
  for (const list of [...lists.loanTypes, ...lists.stages]) {
    for (const id of list.items) {
      if (!known.has(id)) {
        yield { code: 'unknownItem', place: messages.listPlace(list.name), message: messages.noItem(id) }
      }
    }
  }
}

function* findLostSources(lists: Checklists, policy: Policy): Generator<ChecklistFault> {
  const known = new Set(policy.sources.map(({ id }) => id))
  for (const [kind, entries] of Object.entries(entriesOf(lists))) {
    for (const { id, sources } of entries) {
      const place = `${kind} ${id}`
      if (sources.length === 0) yield { code: 'noSource', place, message: messages.noSource }
      for (const source of sources) {
        if (!known.has(source)) yield { code: 'unknownSource', place, message: messages.lostSource(source) }
      }
    }
  }
}

function* findLostNames(lists: Checklists, policy: Policy): Generator<ChecklistFault> {
  const rules = new Set(policy.rules.map(({ id }) => id))
  const fields = new Set(policy.fields.map(({ name }) => name))
  const criteria = lists.scorecards.flatMap((card) => card.criteria)
  for (const entry of [...lists.items, ...criteria]) {
    for (const rule of entry.rules ?? []) {
      if (!rules.has(rule)) {
        yield { code: 'unknownRule', place: messages.itemPlace(entry.id), message: messages.lostRule(rule) }
      }
    }
  }
  for (const { id, text } of lists.items) {
    const [lost] = /\{[^{}]*\}/.exec(fillText(text, policy, null)) ?? []
    if (lost !== undefined) {
      yield { code: 'unknownParameter', place: messages.itemPlace(id), message: messages.lostParameter(lost) }
    }
  }
  const questions = lists.guides.flatMap((guide) => guide.sections.flatMap((section) => section.questions))
  for (const entry of [...lists.items, ...questions]) {
    for (const name of entry.shows ?? []) {
      if (!fields.has(name)) {
        yield { code: 'unknownField', place: messages.itemPlace(entry.id), message: messages.lostField(name) }
      }
    }
  }
}

function* findBadCards(lists: Checklists, policy: Policy): Generator<ChecklistFault> {
  for (const card of lists.scorecards) {
    const place = messages.cardPlace(card.name)
    const total = card.criteria.reduce((sum, { points }) => sum + points, 0)
    if (total !== 100) yield { code: 'badPoints', place, message: messages.pointsTotal(total) }
    for (const { text, points, rules, options } of card.criteria) {
      const oneWay = (rules === undefined) !== (options === undefined)
      const costs = (options ?? []).map(({ deduct }) => deduct)
      const fair = (costs[0] ?? 0) === 0 && costs.every((cost) => cost >= 0 && cost <= points)
      if (!oneWay || !fair) yield { code: 'badPoints', place, message: messages.badCriterion(text) }
    }
    if (!policy.parameters.some(({ id }) => id === card.passMark)) {
      yield { code: 'unknownParameter', place, message: messages.lostParameter(card.passMark) }
    }
  }
}

/** Conditions are compiled as rules are: over a ledger without rows, the faulty ones tell of themselves. */
function findBadExpressions(lists: Checklists, policy: Policy): readonly ChecklistFault[] {
  const day = { day: 0, from: 'choice', conflicts: [] } as const
  const empty = {
    name: '借据',
    file: '',
    sheet: '',
    rowCount: 0,
    sheetRows: new Uint32Array(0),
    columns: new Map(),
    reading: {
      headerRows: [0, 0],
      title: '',
      unit: '',
      columns: [],
      leftOut: [],
      unread: [],
      keyFields: [],
      asOf: day,
    },
  } as const
  const result = checkLedger(
    { asOf: day, tables: [empty], notTables: [] },
    { policy: probePolicy(policy, lists) },
  )
  return result.notes
    .filter(({ code }) => code === 'ruleError')
    .map(({ rule = '', message }) => ({ code: 'badExpression', place: rule, message }))
}

interface Entry {
  readonly id: string
  readonly sources: readonly string[]
}

function entriesOf(lists: Checklists): Readonly<Record<string, readonly Entry[]>> {
  return {
    清单项: [...lists.items, ...lists.conduct],
    贷款类型: lists.loanTypes,
    阶段: lists.stages,
    档案资料: lists.archive,
    定期工作: lists.work,
    访谈提纲: lists.guides,
    评分表: lists.scorecards,
    评分项: lists.scorecards.flatMap((card) => card.criteria),
    状态: lists.lifecycle,
    处置方式: lists.disposal,
  }
}
