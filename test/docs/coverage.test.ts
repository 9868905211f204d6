import { engineCoverage, rulesCovered } from '@postloan/core/check/engines'
import { builtInPolicy } from '@postloan/core/policy'
import { expect, test } from 'vitest'

const engines = engineCoverage(builtInPolicy)
const { rules } = builtInPolicy

test.each([
  ['columns', rules.length],
  ['feelin', 100],
  ['duckdb', 100],
  ['postgres', 100],
  ['clickhouse', 100],
  ['spark', 100],
  ['excel', 40],
] as const)('%s can say at least %i rules', (id, floor) => {
  const engine = engines.find((one) => one.id === id)
  expect(engine ? rulesCovered(engine, rules) : 0).toBeGreaterThanOrEqual(floor)
})

test('every gap has its reason, in Chinese', () => {
  const bare = engines.flatMap(({ name, gaps }) =>
    [...gaps].filter(([, reason]) => !/\p{Script=Han}/u.test(reason)).map(([one]) => `${name} ${one}`),
  )
  expect(bare).toEqual([])
})
