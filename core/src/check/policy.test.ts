import { describe, expect, test } from 'vitest'

import { builtInPolicy, examplesLeftOut, type Policy, type Rule } from '../policy/index.ts'
import { findForbiddenWords } from './findForbiddenWords.ts'
import { findPolicyFaults, type FaultCode } from './policyFaults.ts'
import { runExamples } from './runExamples.ts'

/** Rules none of whose cases can be undecided, with the reason. */
const withoutIncomplete = Object.fromEntries(
  builtInPolicy.rules.flatMap(({ id, cases }) => {
    const reasons = cases.map(
      (one) =>
        examplesLeftOut.find(
          (left) => left.outcome === 'incomplete' && left.cases.includes(`${id}.${one.id}`),
        )?.reason,
    )
    return reasons.includes(undefined) ? [] : [[id, reasons[0] ?? '']]
  }),
)

test('the built-in policy has no structural fault', () => {
  expect(findPolicyFaults(builtInPolicy, { withoutIncomplete })).toEqual([])
})

describe('every example of a built-in rule comes out as it says', () => {
  test.each(builtInPolicy.rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    expect(rule.examples.length).toBeGreaterThanOrEqual(2)
    expect(runExamples(rule, builtInPolicy)).toEqual([])
  })
})

const sound: Rule = {
  id: 'T-001',
  category: 'DQ',
  nameZh: '测试',
  nameEn: 'Test',
  table: '借据',
  grain: '借据',
  segments: 'all',
  cases: [
    {
      id: 'a',
      kind: 'violation',
      severity: 'warning',
      when: '贷款余额 > 贷款金额',
      message: '余额 {贷款余额}',
      remedy: '核对。',
      sources: ['bank'],
      needs: ['贷款余额', '贷款金额'],
    },
  ],
  examples: [
    { given: { 贷款余额: 2, 贷款金额: 1 }, outcome: 'hit' },
    { given: { 贷款余额: 1, 贷款金额: 1 }, outcome: 'pass' },
    { given: { 贷款余额: 1, 贷款金额: null }, outcome: 'incomplete' },
  ],
}

function withCase(change: Partial<Rule['cases'][number]>): Policy {
  return withRule({ cases: sound.cases.map((one) => ({ ...one, ...change })) })
}

function withRule(change: Partial<Rule>): Policy {
  return { ...builtInPolicy, rules: [{ ...sound, ...change }] }
}

const codesOf = (policy: Policy): readonly FaultCode[] => findPolicyFaults(policy).map((fault) => fault.code)

describe('a broken policy is found out', () => {
  test('the rule that the breaks are made in is sound', () => {
    expect(codesOf(withRule({}))).toEqual([])
  })

  test.each<[string, Policy, FaultCode]>([
    ['a field that does not exist', withCase({ when: '贷款馀额 > 贷款金额' }), 'badExpression'],
    ['a text compared with a number', withCase({ when: '客户名称 > 1' }), 'badExpression'],
    ['a code that the list does not have', withCase({ when: '五级分类 = "良好"' }), 'badExpression'],
    ['a condition that is no truth value', withCase({ when: '贷款余额 + 1' }), 'badExpression'],
    ['a syntax error', withCase({ when: '贷款余额 > ' }), 'badExpression'],
    ['a parameter that does not exist', withCase({ when: '贷款余额 > 参数.没有此数' }), 'badExpression'],
    ['a source that does not exist', withCase({ sources: ['R99'] }), 'unknownSource'],
    ['no source at all', withCase({ sources: [] }), 'noSource'],
    ['a placeholder that names nothing', withCase({ message: '余额 {馀额}' }), 'badPlaceholder'],
    ['a brace left open', withCase({ message: '余额 {贷款余额' }), 'badPlaceholder'],
    ['a needed field that does not exist', withCase({ needs: ['馀额'] }), 'unknownField'],
    [
      'an assumed code that the list does not have',
      withCase({ optional: { 五级分类: '良好' } }),
      'unknownCode',
    ],
    ['a to-do without its day', withCase({ kind: 'due' }), 'badDueDate'],
    ['a day on what is no to-do', withCase({ dueDate: '到期日' }), 'badDueDate'],
    ['a to-do whose day is a number', withCase({ kind: 'due', dueDate: '贷款余额' }), 'badDueDate'],
    ['a forbidden way of collecting', withCase({ remedy: '张贴大字报。' }), 'forbiddenWords'],
    ['advice to back-date', withCase({ remedy: '补签书面同意。' }), 'forbiddenWords'],
    ['two cases of one name', withRule({ cases: [...sound.cases, ...sound.cases] }), 'duplicate'],
    [
      'two rules of one id',
      { ...builtInPolicy, rules: [sound, { ...sound, nameZh: '另一条' }] },
      'duplicate',
    ],
    ['no example that hits', withRule({ examples: sound.examples.slice(1) }), 'missingExample'],
    [
      'an example with an unknown field',
      withRule({ examples: [...sound.examples, { given: { 馀额: 1 }, outcome: 'notRun' }] }),
      'unknownField',
    ],
    [
      'an example with an unknown code',
      withRule({ examples: [...sound.examples, { given: { 五级分类: '良好' }, outcome: 'notRun' }] }),
      'unknownCode',
    ],
  ])('%s', (_, policy, code) => {
    expect(codesOf(policy)).toContain(code)
  })

  test.each<[string, Partial<Policy>, FaultCode]>([
    [
      'two fields of one name',
      { fields: [...builtInPolicy.fields, ...builtInPolicy.fields.slice(0, 1)] },
      'duplicate',
    ],
    [
      'a header that means two fields of one table',
      {
        fields: builtInPolicy.fields.map((field) =>
          field.key === 'fiveClass' ? { ...field, aliases: [{ text: '贷款形态', seen: 'L' }] } : field,
        ),
      },
      'ambiguousAlias',
    ],
    ['a field whose code list is gone', { codeLists: builtInPolicy.codeLists.slice(1) }, 'unknownCodeList'],
    [
      'a parameter whose source is gone',
      { sources: builtInPolicy.sources.filter((source) => source.id !== 'S3') },
      'unknownSource',
    ],
    [
      'a parameter value from a day that does not exist',
      {
        parameters: builtInPolicy.parameters.map((parameter, at) =>
          at === 0 ? { ...parameter, values: [{ from: '2026-02-30', value: 1, source: 'bank' }] } : parameter,
        ),
      },
      'badDate',
    ],
    [
      'an article number that nobody verified',
      {
        sources: builtInPolicy.sources.map((source) =>
          source.id === 'R01i' ? { ...source, article: '第十一条' } : source,
        ),
      },
      'badValue',
    ],
    [
      'a relation over a field that does not exist',
      {
        relations: [
          ...builtInPolicy.relations,
          { name: '新关系', to: '借据', cardinality: 'many', keys: [['noSuchKey']] },
        ],
      },
      'unknownField',
    ],
  ])('%s', (_, change, code) => {
    expect(codesOf({ ...builtInPolicy, ...change, rules: [] })).toContain(code)
  })
})

test.each([
  ['催收前核对，不得倒签。', null],
  ['注明实际日期，不得补造记录', null],
  ['补签协议', '补签'],
  ['张贴大字报', '大字报'],
])('%s', (text, found) => {
  expect(findForbiddenWords(text)).toBe(found)
})
