import { describe, expect, test } from 'vitest'

import { builtInPolicy, type TableName } from './index.ts'

const { fields, codeLists, parameters, relations, rules, sources } = builtInPolicy

/** The fields that a header means in a table. */
function meaning(header: string, table: TableName): readonly string[] {
  return fields
    .filter((field) => !field.derived && field.tables.includes(table))
    .filter(
      (field) =>
        field.name === header ||
        field.aliases.some(({ text, tables }) => text === header && (tables ?? field.tables).includes(table)),
    )
    .map((field) => field.key)
}

describe('a header that looks like another field is kept apart', () => {
  test.each<[string, TableName, string | null, string]>([
    ['贷款形态', '借据', 'loanForm', 'the old four states are no five-class'],
    ['当前形态', '借据', 'loanForm', 'the same'],
    ['本金逾期天数', '借据', 'principalOverdueDays', 'principal and interest have their own clocks'],
    ['欠息天数', '借据', 'interestOverdueDays', 'the same'],
    ['展期日期', '借据', 'extensionMaturityDate', 'in ledgers it is the new last day'],
    ['展期办理日期', '借据', 'extensionDate', 'the day it was handled'],
    ['减值阶段', '借据', 'eclStage', 'a stage is no yes or no'],
    ['调整日期', '借据', null, 'the last change is no classification day'],
    ['破产重整', '借据', null, 'reorganisation is no liquidation'],
    ['本行员工标志', '借据', null, 'a teller is not what the law calls 关系人'],
    ['组织机构代码', '借据', 'idNumber', 'nine characters are no social credit code'],
    ['贷款账号', '借据', 'accountNo', 'an account is no loan number'],
    ['余额', '借据', 'balance', 'by table'],
    ['余额', '支付', 'accountBalance', 'by table'],
    ['户名', '借据', 'customerName', 'by table'],
    ['户名', '支付', 'accountName', 'by table'],
    ['报表日期', '借据', 'asOfDate', 'by table'],
    ['报表日期', '财务', 'reportPeriod', 'by table'],
    ['预警等级', '借据', 'riskColor', 'by table'],
    ['预警等级', '预警', 'warningLevel', 'by table'],
    ['一户一策', '预警', 'warningMeasure', 'by table'],
    ['一户一策', '催收', 'handlingPlan', 'by table'],
  ])('%s in %s → %s: %s', (header, table, key) => {
    expect(meaning(header, table)).toEqual(key === null ? [] : [key])
  })

  test('no field takes a header of our own', () => {
    const headers = fields.flatMap((field) => [field.name, ...field.aliases.map((alias) => alias.text)])
    expect(headers.filter((header) => header.startsWith('贷后·'))).toEqual([])
  })
})

test('personal data is marked as such', () => {
  const keys = ['idNumber', 'guarantorId', 'mobile', 'address', 'accountNo', 'counterpartyAccount']
  expect(keys.filter((key) => fields.find((field) => field.key === key)?.privacy === undefined)).toEqual([])
})

test('keys that join tables stand in every table', () => {
  const tables = new Set(relations.map((relation) => relation.to))
  for (const key of ['loanNo', 'contractNo', 'customerId', 'customerName']) {
    const field = fields.find((candidate) => candidate.key === key)
    expect([...tables].filter((table) => !field?.tables.includes(table))).toEqual([])
  }
})

describe('classes', () => {
  const classes = codeLists.find((list) => list.id === '五级分类')

  test('run from good to bad', () => {
    expect(classes?.ordered).toBe(true)
    expect(classes?.values.map((code) => code.value)).toEqual(['正常', '关注', '次级', '可疑', '损失'])
  })

  test.each([
    ['01', '正常'],
    ['5', '损失'],
    ['关二', '关注'],
    ['次级类', '次级'],
    ['40', '可疑'],
    ['呆滞', undefined],
    ['逾期', undefined],
    ['未分类', undefined],
  ])('%s is %s', (text, value) => {
    expect(classes?.values.find((code) => [code.value, ...code.synonyms].includes(text))?.value).toBe(value)
  })
})

describe('limits that changed carry their dates', () => {
  test.each([
    ['entrustedFrom', '固定资产', '2024-06-30', 5_000_000],
    ['entrustedFrom', '固定资产', '2024-07-01', 10_000_000],
    ['entrustedFrom', '流动资金', '2024-06-30', undefined],
    ['entrustedFrom', '流动资金', '2024-07-01', 10_000_000],
    ['selfPayConsumption', undefined, '2025-03-13', 300_000],
    ['selfPayConsumption', undefined, '2025-03-14', 500_000],
    ['termMaxMonths', '消费', '2025-03-13', 60],
    ['termMaxMonths', '消费', '2025-03-14', 84],
  ])('%s %s on %s: %s', (id, product, day, limit) => {
    const values = parameters.find((parameter) => parameter.id === id)?.values ?? []
    const inForce = values.filter(
      ({ from = '', to = '9999', for: kind }) => from <= day && day <= to && kind?.product === product,
    )
    expect(inForce.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1))[0]?.value).toBe(limit)
  })
})

test('what rests on memory only is never shown as law', () => {
  const ids = ['R01h', 'R01i', 'R01j', 'R01k', 'R01m', 'R01n', 'R01o', 'R07c', 'R09', 'R11']
  expect(ids.map((id) => sources.find((source) => source.id === id)?.status)).toEqual(
    ids.map(() => 'unverified'),
  )
})

test('a lead accuses nobody', () => {
  const accusing = /违规|造假|舞弊|掩盖|隐瞒|套取|虚假/
  const leads = rules.flatMap((rule) => rule.cases.filter((one) => one.kind === 'lead'))
  expect(leads.filter((one) => accusing.test(one.message)).map((one) => one.message)).toEqual([])
})
