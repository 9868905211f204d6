import { expect, test } from 'vitest'

import type { RuleExample } from '../policy/index.ts'
import { policyForTests, ruleForTests } from './ledgerForTests.ts'
import { runExamples } from './runExamples.ts'

const rule = ruleForTests({
  cases: [
    {
      when: '逾期天数 > 90 and 五级分类 in ("正常", "关注")',
      message: '逾期 {逾期天数} 天',
      needs: ['逾期天数', '五级分类'],
    },
  ],
})

const problems = (examples: readonly RuleExample[], message?: string): string[] => {
  const cases = message === undefined ? rule.cases : rule.cases.map((one) => ({ ...one, message }))
  const tested = { ...rule, cases, examples }
  return runExamples(tested, policyForTests(tested)).map(
    ({ example, problem, got }) => `${example} ${problem}: ${got}`,
  )
}

const hit = { given: { 逾期天数: 91, 五级分类: '关注' }, outcome: 'hit' } as const

test('examples that hold say nothing', () => {
  expect(
    problems([
      hit,
      { given: { 逾期天数: 90, 五级分类: '关注' }, outcome: 'pass' },
      { given: { 逾期天数: null, 五级分类: '关注' }, outcome: 'incomplete' },
      { given: { 五级分类: '关注' }, outcome: 'notRun' },
    ]),
  ).toEqual([])
})

test.each([
  ['another outcome', [{ ...hit, outcome: 'pass' }], '0 outcome: hit'],
  ['a missing column', [{ given: { 逾期天数: 91 }, outcome: 'hit' }], '0 outcome: notRun (五级分类)'],
  ['the same example twice', [hit, { ...hit, because: 'again' }], '1 duplicate: the same'],
  ['another case', [{ ...hit, case: 'b' }], '0 case: a'],
  ['a name that is none', [{ ...hit, given: { ...hit.given, 逾期日数: 1 } }], '0 unknownName: 逾期日数'],
] as const)('%s is found', (_, examples, problem) => {
  expect(problems(examples)).toEqual([problem])
})

test('a placeholder that means nothing is found', () => {
  expect(problems([hit], '逾期 {逾期日数} 天')).toEqual(['0 unfilledPlaceholder: {逾期日数}'])
})

test('related rows and the previous ledger can be given', () => {
  const related = ruleForTests({
    cases: [
      { when: 'sum(押品.最新估值) < 贷款余额 and max(同客户.逾期天数) > 上期.逾期天数', message: '有' },
    ],
    examples: [
      {
        given: {
          贷款余额: 100,
          押品: [{ 最新估值: 40 }, { 最新估值: 50 }],
          同客户: [{ 逾期天数: 9 }],
          上期: { 逾期天数: 3 },
        },
        outcome: 'hit',
      },
      {
        given: { 贷款余额: 100, 押品: [], 同客户: [{ 逾期天数: 2 }], 上期: { 逾期天数: 3 } },
        outcome: 'pass',
      },
    ],
  })
  expect(runExamples(related, policyForTests(related))).toEqual([])
})
