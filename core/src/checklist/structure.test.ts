import { describe, expect, test } from 'vitest'

import { findForbiddenWords } from '../check/findForbiddenWords.ts'
import { findPolicyFaults } from '../check/policyFaults.ts'
import { builtInPolicy } from '../policy/index.ts'
import type { Rule } from '../policy/index.ts'
import { builtInChecklists as lists, findChecklistFaults, layerChecklists, probeRules } from './index.ts'
import type { ChecklistFault, ChecklistItem, Checklists, Scorecard } from './index.ts'

const questions = lists.guides.flatMap((guide) => guide.sections.flatMap((section) => section.questions))
const criteria = lists.scorecards.flatMap((card) => card.criteria)

/** A condition in the dress of a rule that needs no words of its own. */
function dressed(rule: Rule): Rule {
  return {
    ...rule,
    cases: rule.cases.map((one) => ({
      ...one,
      kind: one.dueDate === undefined ? 'lead' : 'due',
      message: one.message || '—',
      remedy: '—',
      sources: ['bank'],
    })),
  }
}

test('every condition and every evidence text parses and names fields that exist', () => {
  const faults = findPolicyFaults({ ...builtInPolicy, rules: probeRules(lists).map(dressed) })
  expect(faults.filter(({ code }) => code !== 'missingExample')).toEqual([])
})

test('every id is its own, and every item, source, rule, field and parameter named is there', () => {
  expect(findChecklistFaults(lists, builtInPolicy)).toEqual([])
})

test('every paper of a file is known by some words', () => {
  expect(lists.archive.filter(({ words }) => words === '')).toEqual([])
})

test('every item is on a list', () => {
  const listed = [...lists.loanTypes, ...lists.stages].flatMap(({ items }) => items)
  expect(lists.items.map(({ id }) => id).filter((id) => !listed.includes(id))).toEqual([])
})

test('every state of a loan is reached from the first, and leads to states that exist', () => {
  const reached = new Set(['paidOut'])
  for (const id of reached) {
    for (const next of lists.lifecycle.find((state) => state.id === id)?.next ?? []) reached.add(next)
  }
  expect([...reached].toSorted()).toEqual(lists.lifecycle.map(({ id }) => id).toSorted())
})

describe('a fault is told', () => {
  const [first] = lists.items
  const [card] = lists.scorecards
  const [stage] = lists.stages
  if (!first || !card || !stage) throw new Error('the built-in lists are not empty')
  const few: Checklists = {
    ...lists,
    items: [first],
    loanTypes: [],
    stages: [],
    archive: [],
    work: [],
    scorecards: [card],
  }
  const withItem = (change: Partial<ChecklistItem>): Checklists => ({
    ...few,
    items: [{ ...first, ...change }],
  })
  const withCard = (change: Partial<Scorecard>): Checklists => ({
    ...few,
    scorecards: [{ ...card, ...change }],
  })

  test('where there is one', () => {
    expect(findChecklistFaults(few, builtInPolicy)).toEqual([])
  })

  test.each<[string, Checklists, ChecklistFault['code']]>([
    ['two items of one id', { ...few, items: [first, first] }, 'duplicate'],
    ['an item that is not there', { ...few, stages: [{ ...stage, items: ['nowhere'] }] }, 'unknownItem'],
    ['an item without a source', withItem({ sources: [] }), 'noSource'],
    ['a source that is not there', withItem({ sources: ['R99'] }), 'unknownSource'],
    ['a rule that is not there', withItem({ rules: ['INS-999'] }), 'unknownRule'],
    ['a field that is not there', withItem({ shows: ['馀额'] }), 'unknownField'],
    ['a text with a parameter that is not there', withItem({ text: '{参数.没有} 天内' }), 'unknownParameter'],
    ['a proof that names no field', withItem({ proof: '馀额 > 0' }), 'badExpression'],
    ['a proof that does not parse', withItem({ proof: '贷款余额 >' }), 'badExpression'],
    ['points that are not a hundred', withCard({ criteria: card.criteria.slice(1) }), 'badPoints'],
    ['a pass mark that is not there', withCard({ passMark: 'nowhere' }), 'unknownParameter'],
  ])('%s', (_, faulty, code) => {
    const codes = findChecklistFaults(faulty, builtInPolicy).map((fault) => fault.code)
    expect(codes).toContain(code)
  })
})

test('no wording asks for what the collection guidance forbids', () => {
  const texts = [
    ...lists.items,
    ...lists.archive,
    ...lists.work,
    ...questions,
    ...criteria,
    ...lists.disposal,
    ...lists.spokenTriggers,
  ].map(({ text }) => text)
  expect(texts.filter((text) => findForbiddenWords(text) !== null)).toEqual([])
})

test('the rules of conduct stand on no list of a loan', () => {
  const listed = [...lists.loanTypes, ...lists.stages].flatMap(({ items }) => items)
  expect(lists.conduct).toHaveLength(4)
  expect(lists.conduct.filter(({ id, proof, rules }) => listed.includes(id) || proof || rules)).toEqual([])
})

test('a bank lays its own lists over ours', () => {
  const [ours, next] = lists.work
  if (!ours || !next) throw new Error('there is periodic work')
  const own = { ...ours, text: '本行做法' }
  const extra = { ...ours, id: 'our-own' }
  const layered = layerChecklists(lists, { work: [extra, own] })
  expect(layered.work.slice(0, 2)).toEqual([own, next])
  expect(layered.work.at(-1)).toEqual(extra)
  expect(layered.items).toEqual(lists.items)
})
