import { parseIsoDay } from '../../calendar/index.ts'
import { makeTable } from './frameFromRows.ts'

const CLASSES = ['正常', '关注', '次级', '可疑', '损失']

const collateral = makeTable({
  rows: 4,
  fields: {
    押品状态: { type: 'text', values: ['正常', '查封', null, '正常'] },
    最新估值: { type: 'number', values: [100, 50, null, 70] },
    登记日期: { type: 'date', values: ['2024-01-01', '2025-01-01', null, '2023-01-01'] },
  },
})

const previous = makeTable({ rows: 2, fields: { 五级分类: { type: 'text', values: ['次级', '正常'] } } })
const payments = makeTable({ rows: 0, fields: { 金额: { type: 'number', values: [] } } })

/**
 * Four loans. Row 0 is whole with two pieces of collateral; row 1 has one piece whose cells are all blank; row 2 has a
 * blank 逾期天数; row 3 has blanks, no collateral and no previous row.
 */
export const loans = makeTable({
  rows: 4,
  fields: {
    逾期天数: { type: 'number', values: [91, 10, null, 100] },
    五级分类: { type: 'text', values: ['正常', '关注', '正常', null], codes: CLASSES },
    放款日期: { type: 'date', values: ['2024-06-01', '2024-01-31', '2024-01-01', null] },
    贷款余额: { type: 'number', values: [200, 60, 10, 5] },
    是否循环: { type: 'boolean', values: [true, false, null, true] },
  },
  absent: { 缺列: 'number', 缺日期: 'date', 缺文字: 'text' },
  constants: { 基准日: { type: 'date', value: { type: 'date', day: parseIsoDay('2026-10-31') } } },
  groups: {
    参数: makeTable({
      rows: 1,
      constants: {
        次级逾期天数: { type: 'number', value: 90 },
        不良分类: { type: 'list', value: ['次级', '可疑', '损失'] },
      },
    }),
  },
  relations: {
    押品: { to: collateral, cardinality: 'many', rows: [[0, 1], [2], [3], []] },
    上期: { to: previous, cardinality: 'one', rows: [[0], [1], [], []] },
    空表: { to: payments, cardinality: 'many', rows: [[], [], [], []] },
  },
})

/** The same, declaring a relation whose table was not read. */
export const loansWithUnread = {
  frame: loans.frame,
  scope: {
    lookup: (name: string) =>
      name === '支付'
        ? ({ kind: 'relation', cardinality: 'many', scope: payments.scope } as const)
        : loans.scope.lookup(name),
    names: () => [...loans.scope.names(), '支付'],
  },
}
