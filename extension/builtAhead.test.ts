import { join } from 'node:path'
import { runInThisContext } from 'node:vm'

import { dayOf } from '@postloan/core/calendar'
import { fingerprintPolicy } from '@postloan/core/check'
import { emptyWaiverFile } from '@postloan/core/check/waivers'
import type { PackedTrees } from '@postloan/core/feel'
import { parseFeel } from '@postloan/core/feel'
import type { PackedWordings } from '@postloan/core/ledger'
import { matchHeader } from '@postloan/core/ledger'
import { builtInPolicy } from '@postloan/core/policy'
import { afterEach, expect, test } from 'vitest'

import { inAscii } from './asciiScript.ts'
import { aheadTexts, builtAhead } from './builtAhead.ts'
import { checkPage } from './src/engine/index.ts'
import { fieldOf, gridOf, loanFields, reportOf } from './src/engine/reportForTests.ts'
import { takeAhead } from './src/policy/ahead.ts'

const texts = aheadTexts()
const nothing = { trees: null, wordings: null }
afterEach(() => takeAhead(nothing))

/** What `ask` says without anything worked out ahead and with it; each time of a policy that nothing is kept of. */
function bothWays<Answer>(ask: (policy: typeof builtInPolicy) => Answer): readonly [Answer, Answer] {
  takeAhead(nothing)
  const before = ask({ ...builtInPolicy })
  takeAhead(texts)
  return [before, ask({ ...builtInPolicy })]
}

test('every expression that is parsed ahead is what parsing gives', () => {
  const packed: PackedTrees = JSON.parse(texts.trees ?? '')
  const expressions = Object.keys(packed.trees)
  expect(expressions.length).toBeGreaterThan(1000)
  const [parsed, read] = bothWays(() => expressions.map((text) => JSON.stringify(parseFeel(text, []))))
  expect(read).toEqual(parsed)
})

test('an expression is parsed where a name in scope changes what it means', () => {
  takeAhead(texts)
  const { trees }: PackedTrees = JSON.parse(texts.trees ?? '')
  const found = Object.keys(trees).flatMap((text) => {
    const [name] = /[\p{L}]+ - [\p{L}]+/u.exec(text) ?? []
    return name === undefined ? [] : [{ text, name }]
  })
  const [{ text, name } = { text: '', name: '' }] = found
  expect(JSON.stringify(parseFeel(text, []))).not.toContain(name)
  expect(JSON.stringify(parseFeel(text, [name]))).toContain(`"name":"${name}"`)
})

test('every wording means the same, looked up or worked out', () => {
  const packed: PackedWordings = JSON.parse(texts.wordings ?? '')
  const labels = [...new Set([...Object.keys(packed.byText), ...Object.keys(packed.byForm)])].flatMap(
    (label) => [label, `${label}(万元)`, `借款${label}`],
  )
  const [worked, read] = bothWays((policy) =>
    labels.map((label) => {
      const { matches, reasons } = matchHeader({ column: 0, path: [label] }, policy, null)
      return [matches.map(({ field, score }) => [field.key, score]), reasons]
    }),
  )
  expect(read).toEqual(worked)
})

test.each([
  ['a loan without fault', reportOf(0, loanFields({}))],
  ['a loan with much missing', reportOf(0, loanFields({ 贷款用途: '', 证件号码: '', 五级分类: null }))],
  ['a loan overdue', reportOf(0, loanFields({ 五级分类: '正常', 逾期天数: '95', 本金逾期日: '20260731' }))],
  [
    'a loan with its collateral in a grid',
    reportOf(0, [...loanFields({}), fieldOf('首次检查日期', '')], {
      grids: [
        gridOf(
          ['押品编号', '押品名称', '评估价值(元)', '评估日期'],
          [['YP-1', '厂房', '900000', '20240101']],
        ),
      ],
    }),
  ],
  [
    'a list of loans',
    reportOf(0, [], {
      grids: [
        gridOf(
          ['借据编号', '客户名', '贷款余额(万元)', '到期日', '五级分类'],
          [['JK-1', '甲公司', '600', '20251231', '正常']],
        ),
      ],
    }),
  ],
])('the engine says the same of %s', (_, report) => {
  const [worked, read] = bothWays((policy) => {
    const { view, marks } = checkPage({
      frames: [report],
      policy,
      maps: [],
      today: dayOf(2026, 11, 3),
      waivers: emptyWaiverFile(),
      choiceOf: () => ({}),
      ledgerOf: () => null,
    })
    return JSON.stringify([view, marks])
  })
  expect(read.length).toBeGreaterThan(500)
  expect(read).toBe(worked)
})

test('the policy is the same in the build: each rule, its examples too, by the same fingerprint', () => {
  const made = builtAhead().load(
    join(import.meta.dirname, '../core/src/policy/rules.ts').replaceAll('\\', '/'),
  )
  const script = inAscii(made?.code ?? '').replaceAll('export const', 'const')
  const rules: typeof builtInPolicy.rules = runInThisContext(`(() => { ${script}; return rules })()`)
  expect(rules).toEqual(builtInPolicy.rules)
  expect(fingerprintPolicy({ ...builtInPolicy, rules })).toBe(fingerprintPolicy(builtInPolicy))
})
