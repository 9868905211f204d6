import { portfolioDay } from '../../portfolio/healthyLoans.ts'
import {
  type Expectation,
  lead,
  type Plant,
  type PlantedLoan,
  type PlantedWorld,
  type Row,
  violation,
} from '../contract.ts'
import { type ItemFault, itemPlants } from './colItems.ts'
import { guaranteedBy, setGuarantor } from './guaAbility.ts'

const firms = ['中型企业保证', '小型企业保证'] as const

/** So many firms, each guaranteed by the next and the last by the first. */
function ring(loan: PlantedLoan, world: PlantedWorld, size: number): PlantedLoan[] {
  const members = [loan, ...Array.from({ length: size - 1 }, () => world.newLoan(loan.kind))]
  members.forEach((one, at) => {
    const next = members[(at + 1) % size]
    if (next) guaranteedBy(one, next)
  })
  return members
}

const inRing = (members: readonly PlantedLoan[]): Expectation[] =>
  members.map((one) => lead('GUA-005', 'a', one))

const circles: readonly Plant[] = [
  ...[2, 3, 5].map((size): Plant => ({
    name: `${size}户互保`,
    rule: 'GUA-005',
    case: 'a',
    kinds: firms,
    count: 4,
    expects: [],
    plant: (loan, world) => inRing(ring(loan, world, size)),
  })),
  {
    name: '同一集团两户互保',
    rule: 'GUA-005',
    case: 'a',
    kinds: firms,
    expects: [],
    plant: (loan, world) => {
      for (const one of ring(loan, world, 2)) {
        for (const row of [one.row, one.previous]) if (row) row['所属集团'] = `集团${loan.serial}`
      }
    },
  },
  {
    name: '借款人与本人企业互相担保',
    rule: 'GUA-005',
    case: 'a',
    kinds: ['个人经营保证'],
    expects: [],
    plant: (loan, world) => {
      const firm = world.newLoan('小型企业保证')
      // a name nobody else has: a namesake in trouble would be a finding of its own
      const name = `欧阳一${loan.serial}`
      for (const row of [loan.row, loan.previous, ...Object.values(loan.registers).flat()]) {
        if (row) row['客户名称'] = name
      }
      guaranteedBy(loan, firm)
      guaranteedBy(firm, loan)
      for (const row of [firm.row, firm.previous]) {
        if (row) Object.assign(row, { 法定代表人: loan.row['客户名称'], 实际控制人: loan.row['客户名称'] })
      }
    },
  },
  {
    name: '互保的一方是配偶',
    rule: 'GUA-005',
    case: 'a',
    kinds: ['个人经营保证'],
    expects: [],
    plant: (loan, world) => {
      for (const one of ring(loan, world, 2)) setGuarantor(one, { 保证人与借款人关系: '配偶' })
    },
  },
  {
    name: '保证人即借款人',
    rule: 'GUA-005',
    case: 'c',
    kinds: ['个人经营保证', '小型企业保证'],
    expects: [lead('GUA-005', 'c')],
    plant: (loan) => guaranteedBy(loan, loan),
  },
]

/** One guarantor, who is no borrower here, for so many borrowers. */
function backs(name: string, count: number, fields: Row, found: boolean): Plant {
  return {
    name,
    rule: 'GUA-005',
    case: 'b',
    kinds: firms,
    count: 3,
    expects: [],
    plant: (loan, world) => {
      const borrowers = [loan, ...Array.from({ length: count - 1 }, () => world.newLoan(loan.kind))]
      const [item] = loan.registers.保证人
      for (const one of borrowers) {
        setGuarantor(one, {
          保证人名称: item?.['保证人名称'] ?? null,
          保证人证件号: item?.['保证人证件号'] ?? null,
          // rich enough for all of them (GUA-004)
          保证人净资产: 1_000_000_000,
          ...fields,
        })
      }
      return found ? borrowers.map((one) => lead('GUA-005', 'b', one)) : []
    },
  }
}

const manyBacked: readonly Plant[] = [
  backs('一名保证人担保六户', 6, {}, true),
  backs('一名保证人担保五户', 5, {}, false),
  backs(
    '农担担保十户',
    10,
    {
      保证人类型: '融资担保公司',
      保证人名称: '某省农业信贷担保有限公司',
      担保责任余额: 5_000_000_000,
      保证人检查日期: portfolioDay - 10,
    },
    false,
  ),
]

/** A guarantee company of its own for each loan, within all limits. */
function company(loan: PlantedLoan): Row {
  const amount = Number(loan.row['贷款金额'])
  return {
    保证人名称: `第${loan.serial}号融资担保有限公司`,
    保证人类型: '融资担保公司',
    保证人净资产: amount * 20,
    担保责任余额: amount * 20,
    保证人检查日期: portfolioDay - 10,
  }
}

const watched = (loan: PlantedLoan): void => setGuarantor(loan, company(loan))
const one = (caseId: string): readonly Expectation[] => [violation('GUA-006', caseId)]
const nothing = (): readonly Expectation[] => []
const times =
  (factor: number) =>
  (loan: PlantedLoan): Row => ({
    担保责任余额: Math.round(Number(loan.row['贷款金额']) * 20 * factor),
  })

const companies: readonly ItemFault[] = [
  {
    name: '担保责任超过十五倍',
    rule: 'GUA-006',
    cases: ['a', 'b'],
    kinds: firms,
    before: watched,
    item: times(15.01),
    expects: one,
  },
  {
    name: '担保责任恰十五倍',
    rule: 'GUA-006',
    cases: ['c', 'd'],
    kinds: firms,
    before: watched,
    item: times(15),
    expects: one,
  },
  {
    name: '担保责任超过十倍',
    rule: 'GUA-006',
    cases: ['c', 'd'],
    kinds: firms,
    before: watched,
    item: times(10.01),
    expects: one,
  },
  {
    name: '担保责任恰十倍',
    rule: 'GUA-006',
    cases: ['c', 'd'],
    kinds: firms,
    before: watched,
    item: times(10),
    expects: nothing,
  },
  {
    name: '担保公司没有监测记录',
    rule: 'GUA-006',
    cases: ['g', 'h'],
    kinds: firms,
    before: watched,
    item: { 保证人检查日期: null },
    expects: one,
  },
  {
    name: '担保公司三十二天未监测',
    rule: 'GUA-006',
    cases: ['g', 'h'],
    kinds: firms,
    before: watched,
    item: { 保证人检查日期: portfolioDay - 32 },
    expects: one,
  },
  {
    name: '担保公司三十一天前监测',
    rule: 'GUA-006',
    cases: ['g', 'h'],
    kinds: firms,
    before: watched,
    item: { 保证人检查日期: portfolioDay - 31 },
    expects: nothing,
  },
]

function concentration(
  name: string,
  members: number,
  multiple: number,
  caseId: 'e' | 'f',
  found: boolean,
): Plant {
  return {
    name,
    rule: 'GUA-006',
    case: caseId,
    kinds: firms,
    expects: [],
    plant: (loan, world) => {
      const borrowers = [loan, ...Array.from({ length: members - 1 }, () => world.newLoan(loan.kind))]
      const amount = 1_000_000
      for (const each of borrowers) {
        for (const row of [each.row, each.previous]) {
          if (row) Object.assign(row, { 贷款金额: amount, 贷款余额: amount, 合同金额: amount })
          if (row && members > 1) row['所属集团'] = `集团${loan.serial}`
        }
        setGuarantor(each, {
          ...company(loan),
          保证人证件号: loan.row['保证人证件号'] ?? null,
          担保金额: amount,
          保证人净资产: amount * multiple,
          担保责任余额: amount * multiple,
        })
      }
      return found ? borrowers.map((each) => violation('GUA-006', caseId, each)) : []
    },
  }
}

export const guaNetworkPlants: readonly Plant[] = [
  ...circles,
  ...manyBacked,
  ...itemPlants('保证人', companies),
  concentration('单户占净资产一成以上', 1, 9.9, 'e', true),
  concentration('单户占净资产恰一成', 1, 10, 'e', false),
  concentration('集团三户占净资产一成五以上', 3, 19.9, 'f', true),
  concentration('集团三户占净资产恰一成五', 3, 20, 'f', false),
]
