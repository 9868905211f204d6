import { describe, expect, test } from 'vitest'

import { builtInPolicy, examplesLeftOut, furtherExamples } from '../policy/index.ts'
import { caseOutcomes } from './caseOutcomes.ts'

const { rules } = builtInPolicy
const leftOut = new Set(
  examplesLeftOut.flatMap(({ outcome, cases }) => cases.map((name) => `${name} ${outcome}`)),
)
const shown = new Map(rules.map((rule) => [rule.id, caseOutcomes(rule, builtInPolicy)]))

/** What every case is to be seen to say; a case without a condition of its own applies wherever its rule does. */
const asked = rules.flatMap((rule) =>
  rule.cases.flatMap((one) =>
    (
      ['hit', 'pass', 'incomplete', ...(one.applies === undefined ? [] : ['notApplicable' as const])] as const
    ).map((outcome) => ({ rule: rule.id, case: one.id, outcome, name: `${rule.id}.${one.id} ${outcome}` })),
  ),
)

describe('every case of every rule is shown by examples', () => {
  test.each(rules.map(({ id }) => id))('%s', (id) => {
    const missing = asked
      .filter(({ rule, name }) => rule === id && !leftOut.has(name))
      .filter((one) => !shown.get(id)?.get(one.case)?.has(one.outcome))
    expect(missing.map(({ name }) => name)).toEqual([])
  })
})

test('nothing is left out that an example shows', () => {
  const needless = asked.filter(
    (one) => leftOut.has(one.name) && shown.get(one.rule)?.get(one.case)?.has(one.outcome),
  )
  expect(needless.map(({ name }) => name)).toEqual([])
})

test('what is left out is asked of a case that is there, once', () => {
  const names = new Set(asked.map(({ name }) => name))
  expect([...leftOut].filter((name) => !names.has(name))).toEqual([])
  expect(leftOut.size).toBe(examplesLeftOut.reduce((sum, { cases }) => sum + cases.length, 0))
})

test('further examples are of rules that are there', () => {
  const ids = new Set(rules.map(({ id }) => id))
  expect(Object.keys(furtherExamples).filter((id) => !ids.has(id))).toEqual([])
})
