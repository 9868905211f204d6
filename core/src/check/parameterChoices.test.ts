import { expect, test } from 'vitest'

import { builtInPolicy, type Policy, type RuleExample } from '../policy/index.ts'
import { caseOutcomes } from './caseOutcomes.ts'

/** The case of a rule that hits a row under another value of a parameter; null where none does. */
function hitUnder(
  ruleId: string,
  parameter: string,
  value: string | readonly string[],
  given: RuleExample['given'],
): string | null {
  const rule = builtInPolicy.rules.find(({ id }) => id === ruleId)
  if (!rule) throw new Error(`${ruleId} is gone`)
  if (!builtInPolicy.parameters.some(({ id }) => id === parameter)) throw new Error(`${parameter} is gone`)
  const policy: Policy = {
    ...builtInPolicy,
    parameters: builtInPolicy.parameters.map((one) =>
      one.id === parameter ? { ...one, values: [{ value, source: 'bank' }] } : one,
    ),
  }
  const outcomes = caseOutcomes({ ...rule, examples: [{ given, outcome: 'hit' }] }, policy)
  return [...outcomes].find(([, shown]) => shown.has('hit'))?.[0] ?? null
}

test.each<[plan: string, days: number, stage: string, found: string | null]>([
  ['30/90', 30, '电话', null],
  ['30/90', 31, '电话', 'b'],
  ['30/90', 31, '上门', null],
  ['30/90', 91, '上门', 'a'],
  ['30/90', 91, '诉讼', null],
  ['15/30', 15, '短信提醒', null],
  ['15/30', 16, '短信提醒', 'b'],
  ['15/30', 16, '专员电话', null],
  ['15/30', 31, '专员电话', 'a'],
  ['15/30', 31, '律师函', null],
  ['消费贷', 31, '智能语音', 'b'],
  ['消费贷', 31, '人工电话', null],
  ['消费贷', 91, '人工电话', 'a'],
  ['消费贷', 91, '上门', null],
])('collection plan %s, day %i, stage %s: %s', (plan, days, stage, found) => {
  const given = { 贷款余额: 100_000, 逾期天数: days, 催收阶段: stage }
  expect(hitUnder('OVD-005', 'collectionProfile', plan, given)).toBe(found)
})

test.each<[listed: readonly string[], manager: string, found: string | null]>([
  [['全部'], '王某', null],
  [['李某', 'G002'], '王某', 'a'],
  [['王某'], '王某', null],
  [['G001'], '王某', null],
])('officers in service %s, loan of %s: %s', (listed, manager, found) => {
  const given = { 贷款余额: 100_000, 客户经理: manager, 客户经理工号: 'G001' }
  expect(hitUnder('M12', 'activeOfficers', listed, given)).toBe(found)
})
