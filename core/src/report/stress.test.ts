import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'

import { checkLedger, computeIndicators } from '../check/index.ts'
import { ledgerForTests } from '../check/ledgerForTests.ts'
import { builtInPolicy, type Policy } from '../policy/index.ts'
import { stressOf } from './stress.ts'
import { stressFigures } from './stressFigures.ts'

const grades = ['正常', '关注', '次级', '可疑', '损失', null]
const rows = Array.from({ length: 60 }, (_, at) => ({
  借据号: `JJ${at}`,
  合同号: `HT${at}`,
  客户名称: `第${at}公司`,
  贷款余额: 1_000_000 + at * 12_345.67,
  五级分类: grades[at % grades.length] ?? null,
  担保方式: '抵押',
  到期日: '2027-06-30',
}))
const collateral = rows.slice(0, 40).map((row, at) => ({
  合同号: row.合同号,
  借据号: row.借据号,
  押品编号: `YP${at}`,
  最新估值: 900_000 + at * 70_000,
}))
const result = checkLedger(ledgerForTests([{ rows }, { table: '押品', rows: collateral }]), {
  policy: { ...builtInPolicy, rules: [] },
})

/** The policy with other shocks. */
function withShocks(values: Readonly<Record<string, number>>): Policy {
  return {
    ...builtInPolicy,
    parameters: builtInPolicy.parameters.map((parameter) => {
      const value = values[parameter.id]
      return value === undefined
        ? parameter
        : { ...parameter, values: parameter.values.map((one) => ({ ...one, value })) }
    }),
  }
}

function partsOf(policy: Policy) {
  const parts = computeIndicators(result, policy).find(({ id }) => id === 'PF-14')?.parts ?? []
  const value = (id: string, of: string) => parts.find((part) => part.id === id && part.of === of)?.value
  return (of: string) => [value('stressedNpl', of), value('stressedProvision', of), value('stressedGap', of)]
}

test('the page reckons PF-14 as the check does, for any shock that a slider can be moved to', () => {
  const { base } = stressFigures(result, builtInPolicy)
  if (!base) throw new Error('the book has balances and classes')
  expect(base.gaps.at(-1)?.gap).toBeGreaterThan(0)
  const whole = integer({ min: 0, max: 100 })
  assert(
    property(
      whole,
      integer({ min: 0, max: 100 }).map((tenths) => tenths / 10),
      integer({ min: 0, max: 60 }),
      whole,
      (attentionToNpl, normalToNpl, collateralFall, provision) => {
        const policy = withShocks({
          stressMildAttention: attentionToNpl,
          stressMildNormal: normalToNpl,
          stressMildCollateral: collateralFall,
          provisionSubstandard: provision,
        })
        const [npl, extra, gap] = partsOf(policy)('轻度')
        const out = stressOf(base, { attentionToNpl, normalToNpl, collateralFall, provision })
        expect(out.nplRatio).toBeCloseTo(npl ?? Number.NaN, 9)
        expect(out.extraProvision).toBeCloseTo(extra ?? Number.NaN, 4)
        expect(out.gap).toBeCloseTo(gap ?? Number.NaN, 4)
      },
    ),
    { numRuns: 200, seed: 20_261_122 },
  )
})

test("the policy's own shocks are met even between two whole percents", () => {
  const policy = withShocks({ stressMediumCollateral: 12.5 })
  const { base, scenarios } = stressFigures(result, policy)
  const medium = scenarios.find(({ name }) => name === '中度')
  if (!base || !medium) throw new Error('the policy has a middle scenario')
  expect(medium.collateralFall).toBe(12.5)
  expect(stressOf(base, medium).gap).toBeCloseTo(partsOf(policy)('中度')[2] ?? Number.NaN, 4)
})
