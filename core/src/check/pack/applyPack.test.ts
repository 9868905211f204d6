import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { builtInPolicy, type Policy } from '../../policy/index.ts'
import { readPack, type Pack } from '../../policy/pack/index.ts'
import { fingerprintPolicy } from '../fingerprint.ts'
import { findPolicyFaults } from '../policyFaults.ts'
import { parameterOn } from '../resolveParameter.ts'
import { applyPacks, diffPacks, type AppliedPolicy, type PackLayer } from './index.ts'
import { compareParameters, layerParameter } from './layerParameter.ts'

const exampleText = readFileSync(
  new URL('../../../docs/example-branch.postloan.json', import.meta.url),
  'utf8',
)

function packOf(text: string): Pack {
  const read = readPack(text)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.pack
}

const example = packOf(exampleText)

function layer(change: Partial<Pack>, signed = true): PackLayer {
  const pack = packOf(
    JSON.stringify({
      document: 'postloan.policy',
      format: 1,
      id: 'some-bank',
      title: '某行参数',
      version: '1',
      issuer: '某行',
      level: '总行',
      ...change,
    }),
  )
  return { pack, signedBy: signed ? { signer: '某某', keyFingerprint: '0000' } : null }
}

const ruleIn = (policy: Policy, id: string) => policy.rules.find((rule) => rule.id === id)
const parameterIn = (policy: Policy, name: string) => {
  const parameter = policy.parameters.find((one) => one.name === name)
  if (!parameter) throw new Error(name)
  return parameter
}
const notesOf = ({ policy }: AppliedPolicy, code: string): readonly string[] =>
  (policy.notes ?? []).filter((note) => note.code === code).map((note) => note.message)
const took = ({ changes }: AppliedPolicy): readonly (readonly [string, string, boolean])[] =>
  changes.map(({ subject, direction, taken }) => [subject.split(' ')[0] ?? '', direction, taken])

describe('a branch pack', () => {
  const applied = applyPacks(builtInPolicy, [
    { pack: example, signedBy: { signer: '某某', keyFingerprint: '0000' } },
  ])
  const { policy } = applied

  test('changes what it says and nothing else', () => {
    expect(took(applied)).toEqual([
      ['首次检查天数', 'tighter', true],
      ['利率异常上限', 'tighter', true],
      ['大额逾期金额', 'tighter', true],
      ['所属园区', 'neutral', true],
      ['DQ-006', 'looser', true],
      ['OVD-008', 'tighter', true],
      ['QH-001', 'tighter', true],
      ['QH-002', 'tighter', true],
    ])
    expect(ruleIn(policy, 'DQ-006')).toBeUndefined()
    expect(ruleIn(policy, 'QH-001')?.cases[0]).toMatchObject({
      severity: 'warning',
      needs: ['所属园区', '贷款余额'],
    })
    expect(policy.rules.length).toBe(builtInPolicy.rules.length + 1)
    expect(builtInPolicy.rules.some((rule) => rule.id === 'QH-001')).toBe(false)
  })

  test('leaves a sound policy whose fingerprint is another', () => {
    const faults = findPolicyFaults({
      ...policy,
      rules: policy.rules.filter((rule) => rule.category === 'OWN'),
    })
    expect(faults.filter(({ code }) => code !== 'missingExample')).toEqual([])
    expect(fingerprintPolicy(policy)).not.toBe(fingerprintPolicy(builtInPolicy))
  })

  test('shows in every result that it was used and what it switched off', () => {
    expect(policy.notes?.map((note) => note.message)).toEqual([
      '使用策略包 分行“清河分行贷后管理参数”2026.4（某某 签名，密钥指纹 0000）。',
      '规则 DQ-006 联系电话格式错误 已由分行“清河分行贷后管理参数”2026.4停用，原因：本行台账登记的是单位总机，联系方式由客服系统校验。',
    ])
  })

  test('without a signature only what tightens is taken, and that is said', () => {
    const unsigned = applyPacks(builtInPolicy, [{ pack: example, signedBy: null }])
    expect(took(unsigned).filter(([, , taken]) => !taken)).toEqual([['DQ-006', 'looser', false]])
    expect(ruleIn(unsigned.policy, 'DQ-006')).toBeDefined()
    expect(notesOf(unsigned, 'packUnsigned')[0]).toContain(
      '未签名的只能收紧，采纳 7 项；没有采纳：停用规则 DQ-006',
    )
  })
})

describe('what an unsigned layer may do', () => {
  test.each<[string, Partial<Pack>, boolean]>([
    ['ask earlier', { parameters: { 首次检查天数: 20 } }, true],
    ['ask later', { parameters: { 首次检查天数: 45 } }, false],
    ['remind earlier', { parameters: { 到期提示提前天数: 40 } }, true],
    ['remind later', { parameters: { 到期提示提前天数: 5 } }, false],
    ['change what pulls both ways', { parameters: { 技术性逾期天数: 5 } }, false],
    ['change how something is counted', { parameters: { 到期日遇休息日顺延: '否' } }, false],
    [
      'tighten now and loosen later',
      {
        parameters: {
          首次检查天数: [
            { value: 20, to: '2026-12-31' },
            { value: 45, from: '2027-01-01' },
          ],
        },
      },
      false,
    ],
    ['raise a severity', { severities: [{ rule: 'DQ-006', severity: '警示' }] }, true],
    ['lower a severity', { severities: [{ rule: 'CLS-002', severity: '关注' }] }, false],
    ['switch a case off', { switchedOff: [{ rule: 'CLS-001', case: 'e', reason: '试' }] }, false],
  ])('%s: %s', (_, change, taken) => {
    const applied = applyPacks(builtInPolicy, [layer(change, false)])
    expect(applied.changes.map((one) => one.taken)).toEqual([taken])
    const { rules, parameters } = applied.policy
    const same =
      fingerprintPolicy({ ...builtInPolicy, rules, parameters }) === fingerprintPolicy(builtInPolicy)
    expect(same).toBe(!taken)
  })
})

test('a signed layer may loosen, and every result says what', () => {
  const applied = applyPacks(builtInPolicy, [
    layer({ parameters: { 首次检查天数: 45, 到期日遇休息日顺延: '否', 可疑逾期天数: 180 } }),
  ])
  expect(applied.changes.map((one) => one.taken)).toEqual([true, true, true])
  expect(notesOf(applied, 'packLoosens')).toEqual([
    '总行“某行参数”1放宽或改变口径：首次检查天数从 30 天 改为 45 天；到期日遇休息日顺延从 是 改为 否。',
  ])
})

describe('a floor of the law', () => {
  test.each<[string, readonly PackLayer[], readonly string[]]>([
    [
      'switched off',
      [layer({ switchedOff: [{ rule: 'CLS-002', reason: '试' }] })],
      ['监管底线规则 CLS-002 逾期超过90天未列入次级 未执行：由总行“某行参数”1停用。'],
    ],
    [
      'a case of it switched off',
      [layer({ switchedOff: [{ rule: 'CLS-002', case: 'a', reason: '试' }] })],
      ['监管底线规则 CLS-002 逾期超过90天未列入次级（情形 a） 未执行：由总行“某行参数”1停用。'],
    ],
    [
      'graded lower',
      [layer({ severities: [{ rule: 'CLS-004', case: 'a', severity: '警示' }] })],
      ['监管底线规则 CLS-004 逾期超过360天未列入损失（情形 a） 的级别由总行“某行参数”1从“严重”降为“警示”。'],
    ],
    [
      'with a laxer limit',
      [layer({ parameters: { 损失逾期天数: 400 } })],
      [
        '监管底线规则 CLS-004 逾期超过360天未列入损失 所用参数“损失逾期天数”由总行“某行参数”1从 360 天 改为 400 天，低于监管要求。',
      ],
    ],
    [
      'laxer from a day on',
      [layer({ parameters: { 损失逾期天数: [{ value: 400, from: '2027-01-01' }] } })],
      [
        '监管底线规则 CLS-004 逾期超过360天未列入损失 所用参数“损失逾期天数”由总行“某行参数”1从 360 天 改为 360 天 至 2026-12-31；400 天 2027-01-01 起，低于监管要求。',
      ],
    ],
    ['with a stricter limit', [layer({ parameters: { 损失逾期天数: 300 } })], []],
    ['another rule switched off', [layer({ switchedOff: [{ rule: 'DQ-006', reason: '试' }] })], []],
    [
      'weakened by head office and put right by the branch',
      [
        layer({ parameters: { 损失逾期天数: 400 } }),
        layer({ id: 'branch', level: '分行', parameters: { 损失逾期天数: 360 } }),
      ],
      [],
    ],
    [
      'weakened by the branch, whatever the order of the files',
      [
        layer({ id: 'branch', level: '分行', parameters: { 损失逾期天数: 400 } }),
        layer({ parameters: { 损失逾期天数: 300 } }),
      ],
      [
        '监管底线规则 CLS-004 逾期超过360天未列入损失 所用参数“损失逾期天数”由分行“某行参数”1从 360 天 改为 400 天，低于监管要求。',
      ],
    ],
  ])('%s', (_, layers, notes) => {
    expect(notesOf(applyPacks(builtInPolicy, layers), 'floorWeakened')).toEqual(notes)
  })
})

describe('values of a parameter in time and by kind of loan', () => {
  const first = parameterIn(builtInPolicy, '首次检查天数')
  const on = (written: Parameters<typeof layerParameter>[1], day: number): unknown =>
    parameterOn(
      layerParameter(first, written, () => 'bank'),
      day,
    )?.value

  test.each([
    [{ value: 15, from: '2026-07-01' }, '2026-06-30', 30],
    [{ value: 15, from: '2026-07-01' }, '2026-07-01', 15],
    [{ value: 15, to: '2026-07-01' }, '2026-07-01', 15],
    [{ value: 15, to: '2026-07-01' }, '2026-07-02', 30],
    [15, '2000-01-01', 15],
  ])('%j on %s: %i', (written, day, value) => {
    expect(on(written, Date.parse(day) / 86_400_000)).toBe(value)
  })

  test('only the kind of loan named changes', () => {
    const before = parameterIn(builtInPolicy, '受托支付起点')
    const after = layerParameter(
      before,
      { value: 5_000_000, from: '2024-07-01', for: { product: '流动资金' } },
      () => 'bank',
    )
    const others = (values: typeof before.values) =>
      values.filter((value) => value.for?.product !== '流动资金')
    expect(others(after.values)).toEqual(others(before.values))
    expect(after.values.filter((value) => value.for?.product === '流动资金')).toMatchObject([
      { value: 5_000_000 },
    ])
    expect(compareParameters(before, after, 'lower')).toBe('tighter')
  })
})

describe('two packs', () => {
  test('are compared by what they do', () => {
    const later = packOf(
      exampleText
        .replace('"首次检查天数": 15', '"首次检查天数": 20')
        .replace('贷款余额 > 3000000', '贷款余额 > 5000000')
        .replace(/"severities": \[.*\],/, ''),
    )
    expect(diffPacks(example, later, builtInPolicy)).toEqual([
      { part: 'parameter', subject: '首次检查天数', first: '15 天', second: '20 天' },
      {
        part: 'severity',
        subject: 'OVD-008 承诺未兑现或大额逾期无一户一策',
        first: '严重（大额逾期须一户一策）',
        second: null,
      },
      {
        part: 'rule',
        subject: 'QH-001 园区贷款余额超过单户限额',
        first: '贷款余额 > 3000000',
        second: '贷款余额 > 5000000',
      },
    ])
  })

  test('that say the same in another form do not differ', () => {
    const other = packOf(exampleText.replace('"首次检查天数": 15', '"首次检查天数": [{ "value": 15 }]'))
    expect(diffPacks(example, other, builtInPolicy)).toEqual([])
  })
})
