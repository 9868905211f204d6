import { array, assert, constantFrom, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'

import { formatIsoDay, parseIsoDay } from '../calendar/index.ts'
import { builtInPolicy } from '../policy/index.ts'
import { isUnknown, valueAt } from '../table/index.ts'
import { readLedger } from './readLedger.ts'
import { sheetOf } from './sheetOf.ts'
import type { CellValue, SheetOptions } from './sheetOf.ts'
import type { Ledger, ReadingChoices, Table } from './types.ts'

const day = (iso: string): number => parseIsoDay(iso) + 25_569

function ledgerOf(
  rows: readonly (readonly CellValue[])[],
  options: SheetOptions = {},
  choices?: ReadingChoices,
  fileName = '台账.xlsx',
): Ledger {
  return readLedger(
    [{ fileName, format: 'xlsx', sheets: [sheetOf(rows, options)], notes: [] }],
    builtInPolicy,
    choices,
  )
}

function tableOf(...args: Parameters<typeof ledgerOf>): Table {
  const ledger = ledgerOf(...args)
  const [table] = ledger.tables
  if (!table) throw new Error(`refused: ${ledger.notTables.map(({ reason }) => reason).join()}`)
  return table
}

/** A column as plain values: dates as ISO, `?` where unknown, null where blank. */
function column(table: Table, key: string): unknown[] {
  const cells = table.columns.get(key)
  if (!cells) return ['no such column']
  return Array.from({ length: table.rowCount }, (_, row) => {
    if (isUnknown(cells, row)) return '?'
    const value = valueAt(cells, row)
    return cells.kind === 'date' && typeof value === 'number' ? formatIsoDay(value) : value
  })
}

const header = ['序号', '客户名称', '贷款余额', '放款日', '到期日', '五级分类']
const loan = (n: number): CellValue[] => [
  n,
  `甲${'乙丙丁戊己庚辛壬癸'[n - 1] ?? ''}公司`,
  1000 * n,
  day('2025-01-01'),
  day('2026-12-31'),
  '正常',
]

describe('a hand-kept ledger', () => {
  const rows: CellValue[][] = [
    ['某某支行贷款台账(2026年10月)'],
    [null, null, null, null, null, '单位：万元'],
    header,
    loan(1),
    [2, '张 三', '12.5万', '20250301', '2025.6.30 2026.6.30', '关注类'],
    [3, '李四', '空着', 20250301, 99991231, '02'],
    [null, '小 计', 999],
    [1, '王五', '约三万', '2025-2-30', '－', '甲'],
    [2, '赵六', { error: '#REF!' }, null, '2026年12月', '=trim(G3)'],
    ['合计', null, 12345],
    [null, null, 777],
    ['填报人：', '某某', null, '复核人：'],
  ]
  const table = tableOf(rows)

  it('reads each kind of cell, and calls unknown what it cannot read', () => {
    expect(column(table, 'customerName')).toEqual(['甲乙公司', '张三', '李四', '王五', '赵六'])
    expect(column(table, 'balance')).toEqual([10_000_000, 125_000, null, '?', '?'])
    expect(column(table, 'disburseDate')).toEqual(['2025-01-01', '2025-03-01', '2025-03-01', '?', null])
    expect(column(table, 'maturityDate')).toEqual(['2026-12-31', '?', null, null, '?'])
    expect(column(table, 'fiveClass')).toEqual(['正常', '关注', '关注', '?', '?'])
  })

  it('leaves out totals, also one without a label, and the signatures, each with its reason', () => {
    expect(table.reading.leftOut).toEqual([
      { row: 7, why: '合计行' },
      { row: 10, why: '合计行' },
      { row: 11, why: expect.stringMatching(/没有客户名称|只有一个/) },
      { row: 12, why: '填报、审核等落款' },
    ])
  })

  it('lists every unread cell with its place and why', () => {
    expect(table.reading.unread.map(({ row, field, text, why }) => `${row} ${field} ${text} ${why}`)).toEqual(
      [
        '8 balance 约三万 不是数字',
        '9 balance #REF! 公式出错',
        '8 disburseDate 2025-2-30 不是日期',
        '5 maturityDate 2025.6.30 2026.6.30 一个单元格内有多个日期',
        '9 maturityDate 2026年12月 只有年月，没有日',
        '8 fiveClass 甲 不在可选值内',
        '9 fiveClass =trim(G3) 单元格里是公式文字',
      ],
    )
    expect(table.reading.unreadTotal).toBe(7)
  })

  it('says where the unit and the day come from, and by what a row is known', () => {
    expect(table.reading.unit).toBe('万元')
    expect(table.reading.asOf).toEqual({ day: parseIsoDay('2026-10-31'), from: 'title', conflicts: [] })
    expect(table.reading.keyFields).toEqual(['customerName', 'disburseDate'])
    expect(table.reading.title).toBe('某某支行贷款台账(2026年10月)')
    expect(table.reading.headerRows).toEqual([3, 3])
  })
})

const read = (
  headers: CellValue[],
  cells: CellValue[][],
  options: SheetOptions = {},
  above: CellValue[][] = [],
): Table => tableOf([...above, headers, ...cells], options)
const names = (i: number): CellValue[] => [`J${i}`, `某公司${i}`]

const rates = (cells: CellValue[], formats?: string[], name = '年利率'): unknown[] =>
  column(
    read(
      ['借据号', '客户名称', '贷款余额', name],
      cells.map((cell, i) => [...names(i), 1e6, cell]),
      formats ? { formats: { 3: formats } } : {},
    ),
    'interestRate',
  )

const dated = (title: string, days: CellValue[]): CellValue[][] => [
  [title],
  ['数据日期', '借据号', '客户名称', '贷款余额', '到期日'],
  ...days.map((d, i): CellValue[] => [d, `J${i}`, '某公司', 1e6, day('2027-01-01')]),
]

const asOf = (title: string, days: CellValue[], file = 'x.xlsx', choices?: ReadingChoices): string => {
  const { day: found, from, conflicts } = ledgerOf(dated(title, days), {}, choices, file).asOf
  return [
    found === null ? 'none' : formatIsoDay(found),
    from,
    ...conflicts.map((c) => `${c.from} ${formatIsoDay(c.day)}`),
  ].join(' | ')
}

describe('units and percent forms', () => {
  it('takes the header before the sheet: 元 and 万元 in one table', () => {
    const table = read(['借据号', '客户名称', '贷款金额(元)', '贷款余额'], [[...names(1), 500_000, 50]], {}, [
      ['台账', null, '金额单位:万元'],
    ])
    expect([column(table, 'loanAmount'), column(table, 'balance')]).toEqual([[500_000], [500_000]])
  })

  it('reads 万元 from the title and from the label of a total', () => {
    const fromTitle = read(['借据号', '客户名称', '贷款余额'], [[...names(1), 50]], {}, [
      ['贷款台账（万元）'],
    ])
    const fromTotal = read(
      ['借据号', '客户名称', '贷款余额'],
      [
        [...names(1), 50],
        ['总计(万元）:', null, 50],
      ],
    )
    expect([column(fromTitle, 'balance'), column(fromTotal, 'balance')]).toEqual([[500_000], [500_000]])
  })

  it('keeps 元 where no unit is stated, but says when the figures look like 万元', () => {
    const table = read(
      ['借据号', '客户名称', '贷款余额'],
      [1, 2, 3, 4, 5].map((i) => [...names(i), 40 + i]),
    )
    expect(column(table, 'balance')).toEqual([41, 42, 43, 44, 45])
    expect(table.reading.columns[2]?.reasons.join()).toContain('可能是万元')
  })

  it('decides fractions by the column: a lone small value does not turn it', () => {
    expect(rates([0.0435, 0.0522, '5.5%'])).toEqual([4.35, 5.22, 5.5])
    expect(rates([4.35, 0.35, 5])).toEqual([4.35, 0.35, 5])
    expect(rates([0.0435], ['0.00%'])).toEqual([4.35])
    expect(rates([5, 6], undefined, '月利率(‰)')).toEqual([6, 7.2])
  })
})

describe('the day a ledger speaks of', () => {
  it.each([
    [
      'column before title',
      asOf('台账 2026年9月', ['20261031', '20261031']),
      '2026-10-31 | column | title 2026-09-30',
    ],
    ['a month agrees with its days', asOf('台账 2026年10月', ['2026-10-30']), '2026-10-30 | column'],
    ['a month in the column is its last day', asOf('台账', ['202602']), '2026-02-28 | column'],
    [
      'title before file name',
      asOf('截至2026-10-31', [null], '台账2026.09.xlsx'),
      '2026-10-31 | title | fileName 2026-09-30',
    ],
    ['file name alone', asOf('台账', [null], '台账20261031.xlsx'), '2026-10-31 | fileName'],
    ['the day of printing is none', asOf('打印日期:2026-11-03', [null]), 'none | none'],
    ['the end of a span', asOf('2026年1-9月贷款台账', [null]), '2026-09-30 | title'],
    [
      'a choice before all',
      asOf('台账 2026年9月', [null], 'x.xlsx', { asOf: parseIsoDay('2026-08-31') }),
      '2026-08-31 | choice | title 2026-09-30',
    ],
    ['never guessed', asOf('台账', [null]), 'none | none'],
  ])('%s', (_, got, expected) => {
    expect(got).toBe(expected)
  })
})

/** A page of a printed report: title, date, unit and header again. */
const page = (n: number, ...rows: CellValue[][]): CellValue[][] => [
  ['某某银行'],
  ['逾期贷款清单'],
  [],
  ['报表日期：20261031', null, null, `第${n}页`, null, '单位：元'],
  [],
  ['机构：城东支行'],
  header,
  ...rows,
  ['本页小计', null, 99],
  [],
]

describe('odd shapes of sheets', () => {
  it('carries a name merged over several loans down to each, but never an amount', () => {
    const table = tableOf(
      [
        ['客户名称', '授信额度', '贷款余额', '放款日', '到期日'],
        ['甲公司', 900, 100, day('2025-01-01'), day('2026-01-01')],
        [null, null, 200, day('2025-02-01'), day('2026-02-01')],
      ],
      {
        merges: [
          { top: 1, bottom: 3, left: 0, right: 1 },
          { top: 1, bottom: 3, left: 1, right: 2 },
        ],
      },
    )
    expect(column(table, 'customerName')).toEqual(['甲公司', '甲公司'])
    expect(column(table, 'creditLimit')).toEqual([900, null])
  })

  it('marks ids that a number cell has damaged', () => {
    const table = tableOf([
      ['借据号', '客户名称', '证件号码', '贷款余额'],
      ['J1', '某甲', 430_100_198_001_010_000, 1],
      ['J2', '某乙', '430100198001011234', 1],
      ['J3', '某丙', '4.301E+17', 1],
    ])
    expect([...(table.damaged?.get('idNumber') ?? [])]).toEqual([1, 0, 1])
    expect(table.damaged?.has('loanNo')).toBe(false)
  })

  it('reads a second table with a header of its own below the first', () => {
    const { tables } = ledgerOf([
      ['借据号', '客户名称', '贷款余额', '到期日'],
      ['J1', '甲公司', 1, day('2027-01-01')],
      [],
      ['押品编号', '押品类型', '最新估值', '押品状态', '合同号'],
      ['Y1', '居住房地产', 5, '正常', 'H1'],
    ])
    expect(tables.map(({ name, rowCount }) => `${name} ${rowCount}`)).toEqual(['借据 1', '押品 1'])
  })

  it('tells what stands below and beside a table and is none of ours', () => {
    const { leftOut, columns } = tableOf([
      [...header, null, '可选值'],
      [...loan(1), null, '正常'],
      [...loan(2), null, '关注'],
      [],
      ['支行', '户数', '笔数', '占比', '比上月'],
      ['城东支行', 3, 4, 0.5, 1],
    ]).reading
    expect(leftOut).toEqual([5, 6].map((row) => ({ row, why: '下面是另一张表' })))
    expect(columns.at(-1)).toMatchObject({ column: 7, field: null })
  })

  it.each([
    [
      'groups whose merges were lost',
      [
        ['序号', '借款人', null, '贷款', null, '五级分类'],
        [null, '名称', '证件号码', '金额', '余额', null],
      ],
      'customerName,idNumber,loanAmount,balance,fiveClass',
    ],
    [
      'a row of database names above',
      [
        ['xh', 'khmc', 'zjhm', 'dkje', 'dkye', 'wjfl'],
        ['序号', '客户名称', '证件号码', '贷款金额', '贷款余额', '五级分类'],
      ],
      'customerName,idNumber,loanAmount,balance,fiveClass',
    ],
    [
      'pinyin codes of a hand-over alone',
      [['SEQ', 'KHMC', 'ZJHM', 'DKJE', 'DKYE', 'DKWJFL']],
      'customerName,idNumber,loanAmount,balance,fiveClass',
    ],
    [
      'column numbers and choices under it',
      [
        ['序号', '客户名称', '证件号码', '贷款金额', '贷款余额', '五级分类'],
        ['1', '2', '3', '4', '5', '6'],
        [null, '全称', null, null, null, '正常/关注/次级'],
      ],
      'customerName,idNumber,loanAmount,balance,fiveClass',
    ],
  ] as const)('reads a header with %s', (_, head, fields) => {
    const table = tableOf([
      ...head,
      [1, '某公司', '91430100MA4L000000', 100, 50, '正常'],
      [2, '某某公司', '91430100MA4L000001', 200, 60, '关注'],
    ])
    expect([...table.columns.keys()].join()).toBe(fields)
    expect(table.rowCount).toBe(2)
  })

  it('goes on over the pages of a printed report', () => {
    const table = tableOf([...page(1, loan(1), loan(2)), ...page(2, loan(3)), ['总   计', null, 99]])
    expect([...table.sheetRows]).toEqual([8, 9, 19])
    expect(table.reading.asOf).toMatchObject({ day: parseIsoDay('2026-10-31'), from: 'title' })
    expect(table.reading.leftOut.map(({ row, why }) => `${row} ${why}`)).toEqual([
      '10 合计行',
      '12 重复的标题',
      '13 重复的标题',
      '15 重复的单位或日期行',
      '17 重复的标题',
      '18 重复的表头',
      '20 合计行',
      '22 合计行',
    ])
  })

  it('takes an endoffile row for the end, and a form without data for empty', () => {
    const table = tableOf([header, loan(1), ['endoffile', '此行不能删除'], loan(2), [], ['9', '2014-3265']])
    expect([...table.sheetRows]).toEqual([2])
    expect(table.reading.leftOut.map(({ row }) => row)).toEqual([3, 4, 6])
    expect(tableOf([header, [1], [2], [3, null, 0]]).rowCount).toBe(0)
  })

  it('tells a person in 风险分类 from a class', () => {
    const rows = ['张甲乙', '王乙', '李丙丁', '赵丁戊'].map((name, i): CellValue[] => [
      `J${i}`,
      '某公司',
      1e6,
      name,
    ])
    expect(
      tableOf([['借据号', '客户名称', '贷款余额', '风险分类'], ...rows]).reading.columns[3]?.field,
    ).toBeNull()
  })

  it.each([
    ['empty', [[]], '空表'],
    ['noHeader', [['以下内容由总行下发'], ['请各支行认真执行']], '没有找到表头'],
    [
      'summary',
      [
        ['支行', '户数', '贷款余额', '占比'],
        ['城东支行', 12, 3400, 0.4],
      ],
      '不是借据台账',
    ],
    [
      'transactions',
      [
        ['合同编号', '还款日期', '还款金额'],
        ['H1', '2026-01-01', 100],
      ],
      '不是借据台账',
    ],
  ] as const)('refuses what is no ledger: %s', (code, rows, words) => {
    const { tables, notTables } = ledgerOf(rows)
    expect(tables).toEqual([])
    expect(notTables[0]).toMatchObject({ code })
    expect(notTables[0]?.reason).toContain(words)
  })
})

describe('which table a sheet is', () => {
  it.each([
    ['支付', ['借据号', '交易日期', '交易金额', '收款人名称', '收款人账号', '用途', '支付方式']],
    ['保证人', ['合同编号', '保证人名称', '保证人证件号码', '保证方式', '担保金额']],
    ['押品', ['合同编号', '押品编号', '押品类型', '评估价值', '他项权证号']],
    ['预警', ['客户名称', '预警信号', '预警级别', '预警日期', '处置措施']],
    ['催收', ['借据号', '客户名称', '贷款余额', '逾期天数', '催收日期', '催收方式', '催收记录']],
    ['财务', ['客户名称', '报告期', '资产总额', '负债总额', '营业收入', '净利润']],
    ['档案', ['借据号', '客户名称', '归档日期', '缺失资料', '纸质档案']],
    ['借据', ['姓名', '金额', '余额', '借款日', '到期日', '五级', '信贷员']],
    ['not: transactions', ['交易日期', '摘要', '借方金额', '贷方金额', '余额', '对方户名']],
    ['not: summary', ['客户经理', '管户数', '贷款余额', '逾期贷款余额']],
    ['not: dictionary', ['代码', '名称']],
  ])('%s', (expected, headers) => {
    const { tables, notTables } = ledgerOf([headers, headers.map((_, i) => `值${i}`)])
    expect(tables[0]?.name ?? `not: ${notTables[0]?.code}`).toBe(expected)
  })
})

describe('what a person decides wins', () => {
  const rows: CellValue[][] = [
    ['借据号', '客户名称', '余额A', '贷款余额'],
    ['J1', '甲公司', 7, 8],
  ]
  it('over columns, units and tables', () => {
    const choice = { sheets: { Sheet1: { unit: '万元', columns: { 2: 'balance', 3: null } } } }
    const table = tableOf(rows, {}, choice)
    expect(column(table, 'balance')).toEqual([70_000])
    expect(table.reading.columns.map(({ field }) => field)).toEqual([
      'loanNo',
      'customerName',
      'balance',
      null,
    ])
    expect(ledgerOf(rows, {}, { sheets: { Sheet1: { table: 'none' } } }).notTables[0]?.code).toBe('choice')
    expect(
      tableOf(
        [
          ['支行', '户数', '贷款余额'],
          ['城东支行', 1, 2],
        ],
        {},
        { sheets: { Sheet1: { table: '借据' } } },
      ).name,
    ).toBe('借据')
    expect(tableOf([['x'], ...rows], {}, { sheets: { Sheet1: { headerRows: [2, 2] } } }).rowCount).toBe(1)
  })
})

describe('what we wrote ourselves is not read', () => {
  it('gives the same tables with and without our columns and sheets', () => {
    const cell = constantFrom<CellValue>('严重', '合计', '五级分类', 12, null)
    assert(
      property(array(tuple(cell, cell), { minLength: 3, maxLength: 3 }), (ours) => {
        const base = [['某某台账 2026年10月'], header, loan(1), loan(2), loan(3)]
        const annotated = base.map((row, i) => [
          ...row,
          ...(i === 0 ? [] : i === 1 ? ['贷后·预警等级', '贷后·五级分类'] : (ours[i - 2] ?? [])),
        ])
        const merges = [{ top: 0, left: 0, bottom: 1, right: header.length }]
        const [a, b] = [ledgerOf(base, { merges }), ledgerOf(annotated, { merges })]
        expect(b).toEqual(a)
      }),
    )
    expect(ledgerOf([header, loan(1)], { name: '贷后·检查结果' }).notTables[0]?.code).toBe('ours')
  })
})

describe('register columns kept in the loan list', () => {
  it('are read by their own full name, where a short one may mean the day of keying in', () => {
    const written = [
      '借据号',
      '客户名称',
      '贷款余额',
      '放款日期',
      '到期日',
      '登记日期',
      '申请执行日期',
      '登记到期日',
    ]
    const rows = [
      written,
      ...[1, 2, 3].map((n) => [
        `JJ${n}`,
        `客户${n}`,
        1000 * n,
        ...Array.from({ length: 5 }, () => day('2026-03-02')),
      ]),
    ]
    const table = tableOf(rows)
    expect(
      ['registrationDate', 'enforcementDate', 'registrationExpiry'].map((key) => table.columns.has(key)),
    ).toEqual([false, true, true])
  })
})
