import { addMonths, workingDays } from '@postloan/core/calendar'

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
import { fallBehind, reclassify } from '../manage.ts'
import { both, drawnOn } from '../vary.ts'
import { setGuarantor } from './guaAbility.ts'

const kinds = ['小型企业抵押', '个人经营抵押'] as const

/** Renewed half a year ago by a new contract on the day the old one fell due, nothing paid in. */
function renewed(loan: PlantedLoan, more: Row = {}): void {
  drawnOn(loan, workingDays().next(addMonths(portfolioDay, -7)), 12)
  both(loan, { 发放类型: '无还本续贷', 上笔借据号: `JJ2025${loan.serial}`, 续贷条件核查: '是', ...more })
}

interface Renewal {
  readonly name: string
  readonly case: string
  readonly kinds?: readonly string[]
  readonly row?: Row
  readonly before?: (loan: PlantedLoan, world: PlantedWorld) => void
  readonly expects: readonly Expectation[]
}

/** The old loan, here and repaid, that fell due on that day. */
function replaced(loan: PlantedLoan, world: PlantedWorld, due: number): PlantedLoan {
  const old = world.newLoanOf(loan)
  drawnOn(old, addMonths(due, -12), 12)
  both(old, {
    到期日: due,
    原到期日: due,
    合同到期日: due,
    贷款余额: 0,
    减值准备: 0,
    贷款状态: '结清',
    结清日期: due,
  })
  both(loan, { 上笔借据号: old.row['借据号'] ?? null })
  return old
}

const renewals: readonly Renewal[] = [
  { name: '合格的续贷', case: 'e', expects: [] },
  {
    name: '上期关注而续贷列正常',
    case: 'a',
    before: (loan) => {
      loan.row['上期五级分类'] = '关注'
      if (loan.previous) loan.previous['五级分类'] = '关注'
    },
    expects: [violation('EXT-005', 'a')],
  },
  {
    name: '上期关注而续贷列关注',
    case: 'a',
    before: (loan) => reclassify(loan, '关注'),
    expects: [],
  },
  // what was diverted asks for a lower class as well (CLS-006)
  {
    name: '挪用的续贷',
    case: 'b',
    row: { 挪用标志: '是', 清收方案: '限期收回' },
    expects: [violation('EXT-005', 'b'), violation('CLS-006', 'a')],
  },
  {
    name: '大型企业续贷',
    case: 'c',
    kinds: ['小型企业抵押'],
    row: { 企业规模: '大型' },
    expects: [violation('EXT-005', 'c')],
  },
  { name: '中型企业续贷', case: 'c', kinds: ['中型企业抵押'], expects: [] },
  { name: '核查结论为不符合', case: 'e', row: { 续贷条件核查: '否' }, expects: [violation('EXT-005', 'e')] },
  {
    name: '到期之后才续贷',
    case: 'd',
    before: (loan, world) =>
      void replaced(loan, world, workingDays().next(Number(loan.row['放款日期']) - 20)),
    expects: [violation('EXT-005', 'd')],
  },
  {
    name: '到期当日续贷',
    case: 'd',
    before: (loan, world) => void replaced(loan, world, Number(loan.row['放款日期'])),
    expects: [],
  },
]

const renewalPlants = renewals.map((one): Plant => ({
  name: one.name,
  rule: 'EXT-005',
  case: one.case,
  kinds: one.kinds ?? kinds,
  expects: one.expects,
  plant: (loan, world) => {
    renewed(loan)
    one.before?.(loan, world)
    Object.assign(loan.row, one.row ?? {})
    if (loan.previous && one.row && '企业规模' in one.row) Object.assign(loan.previous, one.row)
  },
}))

/** Behind within three months of the renewal, or long after. */
const behind = (
  [
    ['续贷三个月内即逾期', addMonths(portfolioDay, -7), 150, true],
    ['续贷一年后逾期', addMonths(portfolioDay, -20), 150, false],
  ] as const
).map(([name, drawn, days, found]): Plant => ({
  name,
  rule: 'EXT-005',
  case: 'f',
  kinds,
  expects: found ? [lead('EXT-005', 'f'), lead('B6', 'b')] : [],
  plant: (loan, _world, random) => {
    const rest = fallBehind(loan, days, random)
    renewed(loan)
    drawnOn(loan, workingDays().next(drawn), 24)
    return rest
  },
}))

interface Swap {
  readonly name: string
  readonly case: 'a' | 'b'
  readonly consent: '是' | '否' | null
  readonly sameGuarantor: boolean
  readonly expects: readonly Expectation[]
}

/** New money for the old debt: a guarantor who did not back the old loan has to know it. */
const swaps: readonly Swap[] = [
  {
    name: '新增保证人不知悉',
    case: 'a',
    consent: '否',
    sameGuarantor: false,
    expects: [violation('EXT-006', 'a')],
  },
  {
    name: '新增保证人是否知悉未登记',
    case: 'b',
    consent: null,
    sameGuarantor: false,
    expects: [violation('EXT-006', 'b')],
  },
  { name: '新增保证人知悉', case: 'a', consent: '是', sameGuarantor: false, expects: [] },
  { name: '原保证人继续担保', case: 'b', consent: null, sameGuarantor: true, expects: [] },
]

const swapPlants = swaps.map(({ name, case: caseId, consent, sameGuarantor, expects }): Plant => ({
  name,
  rule: 'EXT-006',
  case: caseId,
  kinds: ['小型企业保证', '个人经营保证'],
  expects,
  plant: (loan, world) => {
    drawnOn(loan, workingDays().next(addMonths(portfolioDay, -7)), 12)
    both(loan, { 发放类型: '借新还旧', 财务困难标志: '否' })
    const old = replaced(loan, world, Number(loan.row['放款日期']))
    if (sameGuarantor) {
      const [item] = loan.registers.保证人
      setGuarantor(old, {
        保证人名称: item?.['保证人名称'] ?? null,
        保证人证件号: item?.['保证人证件号'] ?? null,
      })
    }
    setGuarantor(loan, { 保证人书面同意: consent })
  },
}))

export const extRenewalPlants: readonly Plant[] = [...renewalPlants, ...behind, ...swapPlants]
