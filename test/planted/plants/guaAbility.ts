import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import { type Expectation, lead, type Plant, type PlantedLoan, type Row, violation } from '../contract.ts'
import { fallBehind, reclassify } from '../manage.ts'
import { type ItemFault, itemPlants } from './colItems.ts'

const firms = ['中型企业保证', '小型企业保证'] as const
const kinds = [...firms, '个人经营保证'] as const
const one =
  (rule: string) =>
  (caseId: string): readonly Expectation[] => [violation(rule, caseId)]
const nothing = (): readonly Expectation[] => []

const items: readonly ItemFault[] = [
  {
    name: '保证方式空白',
    rule: 'GUA-002',
    cases: ['a', 'b'],
    kinds,
    item: { 保证方式: null },
    expects: one('GUA-002'),
  },
  {
    name: '一般保证',
    rule: 'GUA-002',
    cases: ['a', 'b'],
    kinds,
    item: { 保证方式: '一般保证' },
    expects: nothing,
  },
  {
    name: '保证人半年以上未检查',
    rule: 'GUA-003',
    cases: ['a', 'b'],
    kinds: firms,
    item: { 保证人检查日期: portfolioDay - 190 },
    expects: one('GUA-003'),
  },
  {
    name: '保证人五个月未检查',
    rule: 'GUA-003',
    cases: ['a', 'b'],
    kinds: firms,
    item: { 保证人检查日期: portfolioDay - 150 },
    expects: nothing,
  },
  {
    name: '个人贷款的保证人久未检查',
    rule: 'GUA-003',
    cases: ['a', 'b'],
    kinds: ['个人经营保证'],
    item: { 保证人检查日期: portfolioDay - 800 },
    expects: nothing,
  },
  ...['失联', '停机'].map((state): ItemFault => ({
    name: `保证人${state}`,
    rule: 'GUA-004',
    cases: ['b', 'c'],
    kinds,
    item: { 保证人联系状态: state },
    expects: one('GUA-004'),
  })),
  {
    name: '保证人拒接一次',
    rule: 'GUA-004',
    cases: ['b', 'c'],
    kinds,
    item: { 保证人联系状态: '拒接' },
    expects: nothing,
  },
]

/** Net assets, in the register and in the loan's own row, over what is guaranteed. */
function netAssets(name: string, share: number, more: Row, expects: readonly Expectation[]): Plant {
  return {
    name,
    rule: 'GUA-004',
    case: 'a',
    kinds: firms,
    expects,
    plant: (loan) =>
      setGuarantor(loan, { ...more, 保证人净资产: Math.floor(Number(loan.row['贷款金额']) * share) }),
  }
}

export function setGuarantor(loan: PlantedLoan, fields: Row): void {
  for (const row of [loan.row, ...loan.registers.保证人]) Object.assign(row, fields)
}

/** The borrower's guarantor is another borrower of this bank. */
export function guaranteedBy(loan: PlantedLoan, other: PlantedLoan): void {
  setGuarantor(loan, {
    保证人名称: other.row['客户名称'] ?? null,
    保证人证件号: other.row['证件号码'] ?? null,
  })
}

const asGuarantor: readonly Plant[] = [
  {
    name: '保证人自身逾期超过七天',
    rule: 'GUA-004',
    case: 'd',
    kinds,
    // what befalls a guarantor befalls the borrower (EWS-013)
    expects: [violation('GUA-004', 'd'), lead('EWS-013', 'a')],
    plant: (loan, world, random) => {
      const other = world.newLoan('中型企业抵押')
      guaranteedBy(loan, other)
      return fallBehind(other, random.pick([8, 20, 45, 150]), random).map((found) => ({
        ...found,
        loan: other,
      }))
    },
  },
  {
    name: '保证人自身逾期七天以内',
    rule: 'GUA-004',
    case: 'e',
    kinds,
    expects: [violation('GUA-004', 'e')],
    plant: (loan, world, random) => {
      const other = world.newLoan('中型企业抵押')
      guaranteedBy(loan, other)
      const found = fallBehind(other, random.between(1, 7), random)
      // a week late is no red warning yet
      for (const row of [other.row]) Object.assign(row, { 客户风险等级: '中', 预警颜色: '黄' })
      return found.map((each) => ({ ...each, loan: other }))
    },
  },
  {
    name: '保证人自身贷款已列不良',
    rule: 'GUA-004',
    case: 'f',
    kinds,
    expects: [violation('GUA-004', 'f'), lead('EWS-013', 'a')],
    plant: (loan, world, random) => {
      const other = world.newLoan('小型企业抵押')
      guaranteedBy(loan, other)
      reclassify(other, random.pick(['次级', '可疑', '损失']))
    },
  },
  {
    name: '保证人自身贷款正常',
    rule: 'GUA-004',
    case: 'd',
    kinds,
    expects: [],
    plant: (loan, world) => guaranteedBy(loan, world.newLoan('中型企业抵押')),
  },
]

const shared: Plant = {
  name: '一名保证人担保两户净资产不足',
  rule: 'GUA-004',
  case: 'a',
  kinds: firms,
  expects: [violation('GUA-004', 'a')],
  plant: (loan, world) => {
    const other = world.newLoan(loan.kind)
    const sum = Number(loan.row['贷款金额']) + Number(other.row['贷款金额'])
    for (const each of [loan, other]) {
      setGuarantor(each, {
        保证人名称: loan.registers.保证人[0]?.['保证人名称'] ?? null,
        保证人证件号: loan.registers.保证人[0]?.['保证人证件号'] ?? null,
        保证人净资产: sum - 1,
      })
    }
    return [violation('GUA-004', 'a', other)]
  },
}

export const guaAbilityPlants: readonly Plant[] = [
  ...itemPlants('保证人', items),
  netAssets('净资产不足担保金额', 0.99, {}, [violation('GUA-004', 'a')]),
  netAssets('净资产恰为担保金额', 1, {}, []),
  // a guarantee company is measured by its leverage, a person has no such figure
  netAssets(
    '融资担保公司不比净资产',
    11,
    { 保证人类型: '融资担保公司', 担保责任余额: 0, 保证人检查日期: portfolioDay - 10 },
    [],
  ),
  shared,
  ...asGuarantor,
]
