import { describe, expect, test } from 'vitest'

import { catalogue } from './catalogue.ts'
import { builtInPolicy, deviations, type Severity } from './index.ts'
import { answeredElsewhere } from './rules/missing.ts'

const { rules, parameters, sources } = builtInPolicy
const byId = new Map(rules.map((rule) => [rule.id, rule]))
const dropped = new Set(deviations.filter((one) => one.dropped).map(({ rule }) => rule))
const severities: readonly Severity[] = ['serious', 'warning', 'attention', 'notice']

test('the catalogue holds the 120 rules, the 15 that were missing and the 12 for a bare ledger', () => {
  const count = (family: RegExp): number =>
    new Set([...catalogue.map(({ id }) => id), ...dropped].filter((id) => family.test(id))).size
  expect([count(/^[A-Z]+-\d/), count(/^M\d/), count(/^B\d/)]).toEqual([120, 15, 12])
})

test('every rule of the catalogue is there, or it is said why not', () => {
  expect(catalogue.filter(({ id, by }) => !byId.has(by ?? id)).map(({ id }) => id)).toEqual([])
  expect([...dropped].filter((id) => byId.has(id))).toEqual([])
})

test('only the rule of conditional fields is ours alone', () => {
  const known = new Set(catalogue.map(({ id }) => id))
  expect(rules.map(({ id }) => id).filter((id) => !known.has(id))).toEqual(['DQ-017'])
})

describe('what the catalogue asks of a rule is answered case by case', () => {
  test.each(catalogue.filter(({ by }) => by === undefined))('$id', ({ id, severity, clauses }) => {
    const cases = byId.get(id)?.cases ?? []
    const answering = Object.values(clauses).flat()
    // each case answers one condition and none is made up
    expect(answering.toSorted()).toEqual(cases.map((one) => one.id).toSorted())
    const judged = cases.filter((one) => one.kind !== 'due')
    const counted = judged.length > 0 ? judged : cases
    expect(severities.find((one) => counted.some((made) => made.severity === one))).toBe(severity)
  })
})

test('a rule that another answers is pointed to from both sides', () => {
  const pointed = catalogue.flatMap(({ id, by }) => (by === undefined ? [] : [[id, by]]))
  expect(Object.fromEntries(pointed)).toEqual(answeredElsewhere)
})

test('departures are of rules that are known, and each is told once', () => {
  const known = new Set([...catalogue.map(({ id }) => id), ...dropped])
  expect(deviations.filter(({ rule }) => !known.has(rule))).toEqual([])
  expect(new Set(deviations.map(({ instead }) => instead)).size).toBe(deviations.length)
})

describe('floors set by law', () => {
  const banks = new Set(sources.filter(({ status }) => status === 'bank').map(({ id }) => id))
  const seen = new Set(
    sources.filter(({ status }) => status === 'verified' || status === 'secondary').map(({ id }) => id),
  )

  test('are these', () => {
    expect(rules.filter((rule) => rule.legalFloor).map(({ id }) => id)).toEqual([
      'USE-003',
      'USE-004',
      'USE-012',
      'CLS-001',
      'CLS-002',
      'CLS-003',
      'CLS-004',
      'CLS-005',
      'CLS-010',
      'CLS-013',
      'COL-004',
      'COL-005',
      'COL-008',
      'GUA-002',
      'GUA-006',
      'EXT-001',
      'EXT-002',
      'EXT-003',
      'EXT-004',
      'EXT-005',
      'EXT-006',
      'EXT-007',
      'EXT-008',
      'ARC-004',
      'CMP-005',
      'CMP-008',
      'CMP-009',
      'M2',
      'M10',
      'M11',
    ])
  })

  test('rest on a text that was seen, not on memory or on a bank’s practice', () => {
    const unseen = rules.filter(
      (rule) =>
        rule.legalFloor &&
        !rule.cases.some((one) => one.sources.some((source) => seen.has(source) && !banks.has(source))),
    )
    expect(unseen.map(({ id }) => id)).toEqual([])
  })
})

test('no two values of a parameter begin on one day for one kind of loan', () => {
  const twice = parameters.filter(({ values }) => {
    const spans = values.map((one) => JSON.stringify([one.for ?? {}, one.from ?? '', one.basis ?? 'asOf']))
    return new Set(spans).size < spans.length
  })
  expect(twice.map(({ name }) => name)).toEqual([])
})

/** Advice that the amendments withdrew, with the rule it stood in. */
describe('no remedy gives advice that was withdrawn', () => {
  test.each([
    ['COL-001', /追加担保|提前(部分)?还款/],
    ['COL-004', /视同信用/],
    ['COL-006', /受益人/],
    ['CMP-007', /追责|评估是否瞒报/],
    ['INS-012', /瞒报|追责/],
    ['EXT-001', /按不良处置/],
    ['EXT-004', /担保落空|补签/],
    ['CUS-002', /社区信息/],
    ['CMP-005', /补正授权/],
    ['INS-001', /补做(?!.*实际日期)/],
    ['ARC-002', /补齐(?!.*(实际|不得))/],
  ])('%s', (id, advice) => {
    const rule = byId.get(id)
    expect(
      rule?.cases.map(({ message, remedy }) => message + remedy).filter((text) => advice.test(text)),
    ).toEqual([])
    expect(rule).toBeDefined()
  })

  test.each([
    ['EXT-001', '停止再次展期，评估是否属于重组并重新分类'],
    ['CMP-007', '未确认前不作定性'],
    ['CMP-005', '不得倒签'],
    ['CUS-002', '不得透露债务'],
    ['OVD-006', '调解、赋强公证、担保代偿、保险理赔'],
  ])('%s says “%s”', (id, words) => {
    expect(byId.get(id)?.cases.some(({ remedy }) => remedy.includes(words))).toBe(true)
  })
})
