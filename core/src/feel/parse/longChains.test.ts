import { describe, expect, test } from 'vitest'

import {
  checkTypes,
  compile,
  evaluate,
  fieldsOf,
  lowerStrict,
  parseFeel,
  runTruth,
  sayInChinese,
} from '../index.ts'
import { dialects } from '../sql/dialect.ts'
import { toSql } from '../sql/toSql.ts'
import { loans } from '../testing/exampleTable.ts'

const many = (count: number, part: (at: number) => string, op: 'or' | 'and'): string =>
  Array.from({ length: count }, (_, at) => part(at)).join(` ${op} `)
const names = loans.scope.names()

describe('a bank may list a thousand alternatives', () => {
  const text = many(1000, (at) => `逾期天数 = ${at * 3}`, 'or')
  const parsed = parseFeel(text, names)

  test('they are read, each at its place', () => {
    const [, second] = parsed.ok && parsed.ast.kind === 'logic' ? parsed.ast.parts : []
    expect(parsed.ok && parsed.ast.kind === 'logic' && parsed.ast.parts.length).toBe(1000)
    expect(second && text.slice(second.from, second.to)).toBe('逾期天数 = 3')
  })

  test('they are typed, run, told in Chinese and given to a database', () => {
    if (!parsed.ok) throw new Error('not read')
    const checked = checkTypes(parsed.ast, loans.scope)
    if (!checked.ok) throw new Error('not typed')
    // 91, 10, blank, 100 days
    expect([...runTruth(compile(checked.expression), loans.frame)]).toEqual([0, 0, 2, 0])
    expect(fieldsOf(checked.expression).fields).toEqual(['逾期天数'])
    expect(sayInChinese(parsed.ast).length).toBeGreaterThan(5000)
    const scope = { lookup: () => ({ kind: 'column', type: 'number', sql: 't.d' }) as const }
    expect(toSql(lowerStrict(parsed.ast), scope, dialects.duckdb).ok).toBe(true)
  })
})

test.each([
  ['a chain of and', many(600, (at) => `n != ${at}`, 'and'), false],
  ['a chain in brackets', `(${many(600, (at) => `n = ${at}`, 'or')}) and n > 1`, true],
  ['a chain of between', many(300, (at) => `n between ${at} and ${at + 1}`, 'or'), true],
  ['or inside a text', many(300, (at) => `"x or ${at}" = "y"`, 'or'), false],
  [
    'a body that runs to the end',
    `${many(150, (at) => `n = ${at}`, 'or')} or if n = 1 then true else n = 7 or n = 2`,
    true,
  ],
])('%s', (_, text, value) => {
  const outcome = evaluate(text, { n: 5 })
  expect(outcome.ok && outcome.value).toBe(value)
})

test('what is wrong in a long chain is found where it stands', () => {
  const text = many(300, (at) => (at === 200 ? 'n = = 3' : `n = ${at}`), 'or')
  const parsed = parseFeel(text, ['n'])
  expect(parsed.ok ? null : text.slice(parsed.errors[0]?.from, (parsed.errors[0]?.to ?? 0) + 2)).toBe('= = 3')
})

test('a nest that cannot be taken apart is told as such', () => {
  const text = `if n = 1 then true else ${many(400, (at) => `n = ${at}`, 'or')}`
  const parsed = parseFeel(text, ['n'])
  expect(parsed.ok ? null : parsed.errors[0]?.hint).toContain('in (')
})
