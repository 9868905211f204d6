import type { MemorySheetInit } from '../excel/index.ts'

const day = (serial: number) => ({ value: serial, format: 'yyyy/m/d' })

/** Columns of a small ledger, as an officer names them. */
export const ledgerHeader = [
  '借据号',
  '客户名称',
  '贷款余额(万元)',
  '发放日期',
  '到期日期',
  '五级分类',
  '逾期天数',
  '担保方式',
  '客户经理',
  '贷款用途',
]

/** A small ledger with a title, and loans that trip rules. Serials: 45658 is 2025-01-01. */
export function messyLedger(): MemorySheetInit {
  return {
    name: '借据',
    rows: [
      ['城南支行贷款台账 2026年10月31日'],
      ledgerHeader,
      [
        'JJ2025001',
        '宏远精工机械有限公司',
        500,
        day(45_658),
        day(46_022),
        '正常',
        120,
        '抵押',
        '王敏',
        '购原材料',
      ],
      [
        'JJ2025002',
        '宏远精工机械有限公司',
        320,
        day(45_700),
        day(46_430),
        '关注',
        0,
        '保证',
        '王敏',
        '流动资金',
      ],
      ['JJ2025003', '东江食品有限公司', 150.5, day(45_800), day(46_500), '正常', 0, '信用', '李强', ''],
      ['JJ2025004', '东江食品有限公司', 80, day(45_900), day(46_700), '次级', 95, '信用', '李强', '采购'],
      ['合计', null, 1050.5],
    ],
  }
}

/** A ledger of so many loans of a few customers, most of them in order. */
export function longLedger(loans: number): MemorySheetInit {
  const classes = ['正常', '正常', '正常', '关注', '次级']
  const rows = Array.from({ length: loans }, (_, i) => [
    `JJ${String(202_600_000 + i)}`,
    `第${i % 17}贸易有限公司`,
    100 + (i % 37),
    day(45_658 + (i % 300)),
    day(46_100 + (i % 500)),
    classes[i % 5] ?? '正常',
    i % 11 === 0 ? 100 : 0,
    i % 2 === 0 ? '保证' : '抵押',
    `经理${i % 4}`,
    i % 13 === 0 ? '' : '采购原材料',
  ])
  return { name: '借据', rows: [['贷款台账 2026年10月31日'], ledgerHeader, ...rows] }
}

export const ledgerWidth = ledgerHeader.length
