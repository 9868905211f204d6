import { builtInPolicy, type Policy } from '@postloan/core/policy'
import { beforeAll, describe, expect, test } from 'vitest'

import type { Plant } from './contract.ts'
import { checkPortfolio, judge, type Judgement, type Mark } from './judge.ts'
import { plantedKinds } from './kinds.ts'
import { plants } from './plants.ts'
import { distantDay, onDuty, plantsApart } from './plants/apart.ts'
import { plantedPortfolio, type Portfolio } from './portfolio.ts'
import { unplanted } from './unplanted.ts'

const seed = 20_261_031

/** What differs, in words, the first of them. */
const words = (marks: readonly Mark[]): string[] =>
  marks.slice(0, 20).map((mark) => `${mark.id} <- ${mark.plant ?? ''} ${mark.message ?? ''}`)

function judged(portfolio: Portfolio, policy?: Policy): Judgement {
  return judge(portfolio, checkPortfolio(portfolio, policy).findings())
}

/** The policy with one parameter's values changed. */
function withParameter(id: string, change: (value: number) => number): Policy {
  let found = false
  const parameters = builtInPolicy.parameters.map((parameter) => {
    if (parameter.id !== id) return parameter
    found = true
    const values = parameter.values.map((one) =>
      typeof one.value === 'number' ? { ...one, value: change(one.value) } : one,
    )
    return { ...parameter, values }
  })
  if (!found) throw new Error(`no such parameter: ${id}`)
  return { ...builtInPolicy, parameters }
}

describe('a portfolio of 20,000 loans over two months, with faults planted in it', () => {
  let portfolio: Portfolio
  let judgement: Judgement

  beforeAll(() => {
    portfolio = plantedPortfolio({ count: 20_000, seed, plants })
    judgement = judged(portfolio)
  })

  test('what is found is what was planted, no more and no less', () => {
    expect(words(judgement.missed)).toEqual([])
    expect(words(judgement.extra)).toEqual([])
    expect(judgement.found).toBeGreaterThan(5_000)
  })

  test('healthy loans of every kind are there, and give nothing', () => {
    const planted = new Set(portfolio.expected.map(({ loan }) => loan))
    const healthy = portfolio.loans.filter((loan) => !planted.has(loan))
    expect(healthy.length).toBeGreaterThan(10_000)
    const kinds = new Set(healthy.map((loan) => loan.kind))
    expect(plantedKinds.filter(({ kind }) => !kinds.has(kind)).map(({ kind }) => kind)).toEqual([])
  })

  test('every case of every rule is planted, or says why not', () => {
    const seen = new Set(
      [...portfolio.expected, ...plantsApart.flatMap(({ expects }) => expects)]
        .filter(({ kind }) => kind !== 'incomplete')
        .map(({ rule, case: caseId }) => `${rule} ${caseId}`),
    )
    const missing = builtInPolicy.rules
      .flatMap((rule) => rule.cases.map(({ id }) => `${rule.id} ${id}`))
      .filter((name) => !seen.has(name))
    expect(missing).toEqual(Object.keys(unplanted))
  })

  test('no two plants of a case have one name', () => {
    const names = plants.map((plant) => `${plant.rule}${plant.case} ${plant.name}`)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })
})

test('faults that only show nine months apart, or by the bank’s own list of officers', () => {
  const policy: Policy = {
    ...builtInPolicy,
    parameters: builtInPolicy.parameters.map((parameter) =>
      parameter.name === '在岗客户经理'
        ? { ...parameter, values: parameter.values.map((one) => ({ ...one, value: onDuty })) }
        : parameter,
    ),
  }
  const portfolio = plantedPortfolio({ count: 0, seed, plants: plantsApart, previousDay: distantDay })
  const { missed, extra, found } = judged(portfolio, policy)
  expect(words(missed)).toEqual([])
  expect(words(extra)).toEqual([])
  expect(found).toBeGreaterThan(0)
})

describe('one parameter changed by one is noticed', () => {
  const mutations: readonly (readonly [id: string, rule: string])[] = [
    ['substandardDays', 'CLS-002'],
    ['firstCheckDays', 'INS-001'],
    ['selfPayBusiness', 'USE-004'],
    ['tierHighOverdueDays', 'EWS-011'],
    ['maturedSeriousDays', 'DQ-010'],
    ['earlyDefaultDays', 'B6'],
  ]
  test.each(mutations)('%s', (id, rule) => {
    const own: readonly Plant[] = plants.filter((plant) => plant.rule === rule)
    const portfolio = plantedPortfolio({ count: 0, seed, plants: own })
    const only = (judgement: Judgement): Mark[] =>
      [...judgement.missed, ...judgement.extra].filter((mark) => mark.rule === rule)
    expect(words(only(judged(portfolio)))).toEqual([])
    const up = only(
      judged(
        portfolio,
        withParameter(id, (value) => value + 1),
      ),
    )
    const down = only(
      judged(
        portfolio,
        withParameter(id, (value) => value - 1),
      ),
    )
    expect([up.length > 0, down.length > 0]).toEqual([true, true])
  })
})
