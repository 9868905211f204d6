import { evaluate as feelinEvaluate } from 'feelin'
import { describe, expect, test } from 'vitest'

import { feelDeviations } from './deviations.ts'
import { evaluate } from './evaluate.ts'
import { domainFunctions } from './functions/domain.ts'
import { functionNames, refusedFunctions } from './functions/functionNames.ts'
import { dmnFunctionCases, dmnLanguageCases, feelinAnswers } from './testing/dmnCases.ts'

/** Twelve digits, and no undefined. */
function plain(value: unknown): unknown {
  const text = JSON.stringify(value ?? null, (_key, inner: unknown) =>
    typeof inner === 'number' ? Number(inner.toPrecision(12)) + 0 : inner,
  )
  return JSON.parse(text)
}

function ours(expression: string): unknown {
  const outcome = evaluate(expression, {})
  return outcome.ok ? plain(outcome.value) : outcome.errors[0]?.code
}

const all = [...Object.entries(dmnFunctionCases), ...Object.entries(dmnLanguageCases)]

describe.each(all)('%s', (_name, cases) => {
  test.each(cases)('%s is %j', (expression, value) => {
    expect(ours(expression)).toEqual(plain(value))
    const feelin = plain(feelinEvaluate(expression, {}).value)
    // where the second interpreter departs, what it says is written down: a change there is noticed
    expect(feelin).toEqual(plain(expression in feelinAnswers ? feelinAnswers[expression] : value))
  })
})

test('every function of DMN that is offered has at least two cases', () => {
  const own = new Set(domainFunctions.map(({ name }) => name))
  const offered = functionNames.filter((name) => !own.has(name) && !refusedFunctions.includes(name))
  expect(offered.filter((name) => (dmnFunctionCases[name]?.length ?? 0) < 2)).toEqual([])
  expect(Object.keys(dmnFunctionCases).filter((name) => !offered.includes(name))).toEqual([])
})

test('no departure of the second interpreter is written down that is none', () => {
  const values = new Map(all.flatMap(([, cases]) => cases))
  const needless = Object.entries(feelinAnswers).filter(
    ([expression, answer]) =>
      !values.has(expression) || JSON.stringify(values.get(expression)) === JSON.stringify(answer),
  )
  expect(needless).toEqual([])
})

describe('where we depart from DMN', () => {
  test.each(feelDeviations.filter(({ example }) => example !== undefined))('$what', ({ example }) => {
    expect(example && ours(example.expression)).toEqual(plain(example?.ours))
  })

  test('functions that are refused say so', () => {
    expect(refusedFunctions.map((name) => [name, ours(`${name}(1, 2)`)])).toEqual(
      refusedFunctions.map((name) => [name, 'unsupported']),
    )
  })
})
