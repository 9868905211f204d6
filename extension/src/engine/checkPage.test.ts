import { dayOf } from '@postloan/core/calendar'
import { emptyWaiverFile } from '@postloan/core/check/waivers'
import { builtInPolicy } from '@postloan/core/policy'
import { describe, expect, test } from 'vitest'

import type { PageMap } from '../page-map/pageMapSchema.ts'
import { reportSchema } from '../protocol/index.ts'
import { checkPage } from './checkPage.ts'
import { fieldOf, gridOf, loanFields, reportOf } from './reportForTests.ts'
import type { LedgerLoan, PageInput } from './types.ts'

const today = dayOf(2026, 11, 3)
const inputOf = (more: Partial<PageInput>): PageInput => ({
  frames: [],
  policy: builtInPolicy,
  maps: [],
  today,
  waivers: emptyWaiverFile(),
  choiceOf: () => ({}),
  ledgerOf: () => null,
  ...more,
})
const itemsOf = (input: PageInput): string[] =>
  checkPage(input).view.items.map(({ label, words, level }) => `${label} ${words} ${level}`)

describe('a loan spread over two frames', () => {
  const frames = [
    reportOf(0, [], { top: true }),
    reportOf(4, loanFields({ 贷款用途: '', 证件号码: '913300000000000009' })),
    reportOf(5, [fieldOf('检查日期', '20261103', { section: '首次检查' })]),
  ]
  const { view, marks } = checkPage(inputOf({ frames }))

  test('is one loan, with its key, list and stage', () => {
    expect(view.loan).toMatchObject({ key: 'loanNo:JK-2026-00893', customer: '宏远精工机械有限公司' })
    expect(view.checklist?.loanType?.name).toBe('公司流动资金贷款')
    expect(view.cells).toMatchObject({ firstCheckDate: '2026-11-03', balance: '6800000' })
  })
  test('is told what is wrong beside the field that is wrong', () => {
    expect(itemsOf(inputOf({ frames }))).toEqual(
      expect.arrayContaining(['证件号码 校验位不符 warning', '贷款用途 必填，未填 warning']),
    )
    const own = marks.find(({ frameId }) => frameId === 4)
    expect(own?.marks.map(({ words }) => words)).toEqual(expect.arrayContaining(['必填，未填', '校验位不符']))
  })
  test('never shows an ID number again', () => {
    expect(JSON.stringify(marks)).not.toContain('913300000000000009')
    expect(view.fields.find(({ field }) => field.label === '证件号码')?.shown).toBe('9133************09')
  })
})

test.each([
  ['a menu', [reportOf(0, [fieldOf('当前用户', '周敏'), fieldOf('所属网点', '城南支行')])]],
  [
    'a log-in form',
    [reportOf(0, [fieldOf('用户名', '', { required: 'yes' }), fieldOf('密码', '', { required: 'yes' })])],
  ],
])('%s is no loan and gets no mark', (_, frames) => {
  const { view, marks } = checkPage(inputOf({ frames }))
  expect(view.kind).toBe('none')
  expect(marks.flatMap((frame) => frame.marks)).toEqual([])
})

test.each([
  ['read only', { editable: false, required: 'yes' }],
  ['asked under a condition', { required: 'sometimes' }],
  ['not asked', { required: 'no' }],
] as const)('an empty field that is %s is not missing', (_, facts) => {
  const frames = [reportOf(0, [...loanFields({}), fieldOf('核销日期', '', facts)])]
  expect(checkPage(inputOf({ frames })).view.items.filter(({ kind }) => kind === 'missing')).toEqual([])
})

describe('the ledger at hand', () => {
  const ledger: LedgerLoan = {
    cells: { loanNo: 'JK-2026-00893', balance: '7000000', maturityDate: '2027-10-07', fiveClass: '正常' },
    asOf: '2026-10-31',
    file: '台账.xlsx',
    row: 12,
    findings: [],
    moneyTolerance: 0,
  }
  const frames = [reportOf(0, loanFields({}))]
  const checked = checkPage(inputOf({ frames, ledgerOf: () => ledger }))

  test('shows the difference in the panel', () => {
    expect(checked.view.differences).toEqual([
      { field: 'balance', name: '贷款余额', page: '6,800,000.00', ledger: '7,000,000.00' },
    ])
  })
  test('tells the page that there is one, never the ledger’s value', () => {
    expect(JSON.stringify(checked.marks)).toContain('与台账不符')
    expect(JSON.stringify(checked.marks)).not.toMatch(/7,?000,?000\.00|7000000/)
  })
  test('rounded amounts of the ledger are no difference', () => {
    const rounded = { ...ledger, cells: { ...ledger.cells, balance: '6800049' }, moneyTolerance: 50 }
    expect(checkPage(inputOf({ frames, ledgerOf: () => rounded })).view.differences).toEqual([])
  })
})

test('a list page has a mark for each row with a finding, and none on its total', () => {
  const grid = gridOf(
    ['序号', '借据号', '客户名称', '贷款余额（元）', '放款日期', '到期日期', '五级分类', '逾期天数'],
    [
      ['1', 'JK-1', '陈志强', '485,000.00', '20251124', '20261124', '正常', '0'],
      ['2', 'JK-2', '永安建材有限公司', '5,000,000.00', '20251117', '20261117', '正常', '95'],
      ['合计', '', '', '5,485,000.00', '', '', '', ''],
    ],
  )
  const { view, marks } = checkPage(inputOf({ frames: [reportOf(0, [], { grids: [grid] })] }))
  expect(view).toMatchObject({ kind: 'list', rows: 2 })
  const rows = marks[0]?.marks.map(({ at, level }) => [at, level])
  expect(rows).toContainEqual([{ grid: 'g1', row: 1 }, 'serious'])
  expect(marks[0]?.marks.some(({ at }) => 'row' in at && at.row === 2)).toBe(false)
})

describe('a page map', () => {
  const map: PageMap = {
    id: 'check',
    version: '1',
    host: 'credit.bank.intra',
    path: '/dh/check.jsp',
    shows: 'inspection',
    stage: 'firstCheck',
    fields: [
      { field: 'fiveClass', at: { label: '风险标识' } },
      { field: 'loanPurpose', at: { label: '贷款用途' }, required: '五级分类 = "关注"' },
    ],
  }
  const frames = (value: string): PageInput['frames'] => [
    reportOf(0, [...loanFields({ 五级分类: null, 贷款用途: '' }, 'no'), fieldOf('风险标识', value)], {
      host: 'credit.bank.intra',
      path: '/dh/check.jsp',
    }),
  ]
  test('gives a label its meaning', () => {
    expect(checkPage(inputOf({ frames: frames('关注'), maps: [map] })).view.cells).toMatchObject({
      fiveClass: '关注',
    })
  })
  test.each([
    ['关注', 1],
    ['正常', 0],
  ])('asks for a field only under its condition (%s)', (value, count) => {
    const { view } = checkPage(inputOf({ frames: frames(value), maps: [map] }))
    expect(view.items.filter(({ kind }) => kind === 'missing')).toHaveLength(count)
  })
  test('of another host is left alone', () => {
    expect(
      checkPage(inputOf({ frames: frames('关注'), maps: [{ ...map, host: 'x.intra' }] })).view.map,
    ).toBeNull()
  })
})

test('the reports used here are what an agent may send', () => {
  expect(reportSchema.safeParse(reportOf(0, loanFields({})).report).success).toBe(true)
})
