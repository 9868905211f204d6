import { dayOf, formatIsoDay } from '@postloan/core/calendar'

import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import { type Expectation, lead, type Plant, type PlantedLoan, type Row, violation } from '../contract.ts'
import { reclassify } from '../manage.ts'
import { registerRow } from '../registers.ts'
import { cmpLedgerPlants } from './cmpLedger.ts'
import { type ItemFault, itemPlants } from './colItems.ts'

const persons = ['个人经营抵押', '个人经营保证'] as const
const firms = ['中型企业抵押', '小型企业保证'] as const
const fault =
  (rule: string) =>
  (caseId: string): readonly Expectation[] => [violation(rule, caseId)]
const hint =
  (rule: string) =>
  (caseId: string): readonly Expectation[] => [lead(rule, caseId)]
const nothing = (): readonly Expectation[] => []
const day = formatIsoDay(portfolioDay - 3)

/** A call of three days ago at ten in the morning, to the borrower himself, once. */
const call: Row = {
  催收方式: '电话',
  催收时间: `${day} 10:00`,
  当日拨打次数: 1,
  联系对象关系: '本人',
  债务人失联: '否',
  催收记录: '已提醒并登记还款安排',
}

/** The same call stands in the loan's own row and in the register; the fault is put into one of them. */
function called(loan: PlantedLoan): void {
  Object.assign(loan.row, call)
  loan.registers.催收.push(registerRow(loan, call))
}

const at = (name: string, time: string, found: boolean, kinds: readonly string[] = persons): ItemFault => ({
  name: `${name}催收`,
  rule: 'CMP-001',
  cases: ['a', 'b'],
  kinds,
  count: 4,
  before: called,
  item: { 催收时间: time },
  expects: found ? fault('CMP-001') : nothing,
})

/** The guidance on collection took effect on 30 January 2026. */
const hours: readonly ItemFault[] = [
  at('晚十点', `${day} 22:00`, true),
  at('夜里', `${day} 23:47`, true),
  at('凌晨', `${day} 00:30`, true),
  at('早七点五十九', `${day} 7:59`, true),
  at('早八点', `${day} 8:00`, false),
  at('晚九点五十九', `${day} 21:59`, false),
  at('下午十点写法', `${day} 晚上10:15`, true),
  at('没有时刻', day, false),
  at('只有零点零分零秒', `${day} 00:00:00`, false),
  at('指引施行前', `${formatIsoDay(dayOf(2026, 1, 29))} 23:00`, false),
  at('指引施行当日', `${formatIsoDay(dayOf(2026, 1, 30))} 23:00`, true),
  at('对企业夜间', `${day} 23:00`, false, firms),
]

const dials: readonly ItemFault[] = [
  {
    name: '一天拨打七次',
    rule: 'CMP-002',
    cases: ['a', 'b'],
    kinds: persons,
    before: called,
    item: { 当日拨打次数: 7 },
    expects: fault('CMP-002'),
  },
  {
    name: '一天拨打六次',
    rule: 'CMP-002',
    cases: ['a', 'b'],
    kinds: persons,
    before: called,
    item: { 当日拨打次数: 6 },
    expects: nothing,
  },
  {
    name: '向企业拨打九次',
    rule: 'CMP-002',
    cases: ['a', 'b'],
    kinds: firms,
    before: called,
    item: { 当日拨打次数: 9 },
    expects: nothing,
  },
]

const stranger = { 联系对象关系: '无关第三人' } as const
const others: readonly ItemFault[] = [
  {
    name: '未失联而联系无关第三人',
    rule: 'CMP-003',
    cases: ['a', 'b'],
    kinds: persons,
    before: called,
    item: { ...stranger, 债务人失联: '否' },
    expects: fault('CMP-003'),
  },
  {
    name: '是否失联未登记而联系无关第三人',
    rule: 'CMP-003',
    cases: ['c', 'd'],
    kinds: persons,
    before: called,
    item: { ...stranger, 债务人失联: null },
    expects: fault('CMP-003'),
  },
  {
    name: '失联后请第三人转告',
    rule: 'CMP-003',
    cases: ['a', 'b'],
    kinds: persons,
    before: called,
    item: { ...stranger, 债务人失联: '是' },
    expects: nothing,
  },
  {
    name: '指引施行前联系第三人',
    rule: 'CMP-003',
    cases: ['a', 'b'],
    kinds: persons,
    before: called,
    item: { ...stranger, 催收时间: '2026-01-10 10:00' },
    expects: nothing,
  },
  {
    name: '联系保证人',
    rule: 'CMP-003',
    cases: ['a', 'b'],
    kinds: persons,
    before: called,
    item: { 联系对象关系: '保证人' },
    expects: nothing,
  },
  ...['电话告知其母亲借款人欠款未还', '到单位说明同事其逾期情况'].map((note): ItemFault => ({
    name: `记录“${note}”`,
    rule: 'CMP-003',
    cases: ['e', 'f'],
    kinds: persons,
    count: 4,
    before: called,
    item: { 催收记录: note },
    expects: hint('CMP-003'),
  })),
  ...['联系其母亲转告回电，未透露欠款', '未告知家人欠款'].map((note): ItemFault => ({
    name: `记录“${note}”`,
    rule: 'CMP-003',
    cases: ['e', 'f'],
    kinds: persons,
    count: 4,
    before: called,
    item: { 催收记录: note },
    expects: nothing,
  })),
]

const words: readonly ItemFault[] = [
  ...['在小区门口张贴催收单', '威胁借款人公开其照片', '冒充法院工作人员致电', '发现门店堵门施压'].map(
    (note): ItemFault => ({
      name: `记录“${note}”`,
      rule: 'CMP-004',
      cases: ['a', 'b'],
      kinds: [...persons, ...firms],
      count: 4,
      before: called,
      item: { 催收记录: note },
      expects: hint('CMP-004'),
    }),
  ),
  ...[
    '全程录音，未威胁、无辱骂',
    '法院公告张贴于其住所',
    '在报纸上登报公告，未曝光个人信息',
    '不得恐吓借款人，已提醒外包人员',
    '正常沟通',
  ].map((note): ItemFault => ({
    name: `记录“${note}”`,
    rule: 'CMP-004',
    cases: ['a', 'b'],
    kinds: [...persons, ...firms],
    count: 4,
    before: called,
    item: { 催收记录: note },
    expects: nothing,
  })),
  {
    name: '清收方案写明张贴',
    rule: 'CMP-004',
    cases: ['a', 'b'],
    kinds: persons,
    before: called,
    item: { 清收方案: '拟在其村口张贴大字报' },
    expects: hint('CMP-004'),
  },
]

/** Somebody whose debt stands in two places is not to be called at night either, paid or not. */
const closed: Plant = {
  name: '已列关注的贷款夜间催收',
  rule: 'CMP-001',
  case: 'b',
  kinds: persons,
  expects: [violation('CMP-001', 'b')],
  plant: (loan) => {
    reclassify(loan, '关注')
    called(loan)
    for (const item of loan.registers.催收) item['催收时间'] = `${day} 22:30`
  },
}

export const cmpPlants: readonly Plant[] = [
  ...itemPlants('催收', [...hours, ...dials, ...others, ...words]),
  closed,
  ...cmpLedgerPlants,
]
