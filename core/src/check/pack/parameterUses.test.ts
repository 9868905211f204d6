import { readdirSync, readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { builtInPolicy, type Parameter, type Policy } from '../../policy/index.ts'
import { runExamples } from '../runExamples.ts'
import { factParameters } from './factParameters.ts'
import { parameterUses } from './parameterUses.ts'

const uses = parameterUses(builtInPolicy)

test.each([
  ['首次检查天数', 'lower'],
  ['可疑逾期天数', 'lower'],
  ['上调正常还款月数', 'higher'],
  ['到期提示提前天数', 'higher'],
  ['技术性逾期天数', null],
])('which way %s is stricter is read from the rules: %s', (name, direction) => {
  expect(uses.get(name)?.direction).toBe(direction)
})

test('the stricter way loses no hit of any example', () => {
  const lost: string[] = []
  let gained = 0
  for (const parameter of builtInPolicy.parameters) {
    const use = uses.get(parameter.name)
    if (!use?.direction || parameter.type !== 'number') continue
    const policy = multiplied(parameter, use.direction === 'lower' ? 0.5 : 2)
    for (const rule of use.byRule.keys()) {
      for (const { problem, example, expected, got } of runExamples(rule, policy)) {
        if (problem !== 'outcome') continue
        if (expected === 'hit') lost.push(`${parameter.name} ${rule.id} ${example}: ${got}`)
        if (got === 'hit') gained += 1
      }
    }
  }
  expect(lost).toEqual([])
  // the changed value did reach the rules
  expect(gained).toBeGreaterThan(0)
}, 60_000)

function multiplied(parameter: Parameter, by: number): Policy {
  const values = parameter.values.map((one) => ({ ...one, value: Number(one.value) * by }))
  return {
    ...builtInPolicy,
    parameters: builtInPolicy.parameters.map((one) => (one === parameter ? { ...parameter, values } : one)),
  }
}

test('a parameter that computed columns read is known as one', () => {
  const folder = new URL('../derive/', import.meta.url)
  const code = readdirSync(folder)
    .filter((name) => !name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
  const missed = builtInPolicy.parameters
    .filter(({ id }) => code.includes(`'${id}'`) && !factParameters.has(id))
    .filter(({ name }) => (uses.get(name)?.direction ?? null) !== null)
    .map(({ id }) => id)
  expect(missed).toEqual([])
})
