import { expect, test } from 'vitest'

import { builtInPolicy } from '../index.ts'
import { answeredElsewhere } from './missing.ts'

const ids = new Set(builtInPolicy.rules.map(({ id }) => id))

test('each of the fifteen missing rules is there once: as itself or as a rule for a bare ledger', () => {
  const asked = Array.from({ length: 15 }, (_, at) => `M${at + 1}`)
  expect(asked.filter((id) => ids.has(id) === id in answeredElsewhere)).toEqual([])
  expect(Object.values(answeredElsewhere).filter((id) => !ids.has(id))).toEqual([])
})

test('no condition of a field is asked twice: what DQ-017 wants is not on the list of what every loan has', () => {
  const fieldsOf = (id: string): readonly string[] =>
    builtInPolicy.rules
      .filter((rule) => rule.id === id)
      .flatMap((rule) => rule.cases.map(({ when }) => /^(\S+) = null/.exec(when)?.[1] ?? when))
  const always = new Set(fieldsOf('DQ-002'))
  expect(fieldsOf('DQ-017').length).toBeGreaterThan(0)
  expect(fieldsOf('DQ-017').filter((field) => always.has(field))).toEqual([])
})
