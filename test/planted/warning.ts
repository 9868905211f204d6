import { workingDays } from '@postloan/core/calendar'

import { portfolioDay } from '../portfolio/healthyLoans.ts'
import type { PlantedLoan, Row } from './contract.ts'
import { registerRow } from './registers.ts'

const days = workingDays()

/** A warning three weeks old, taken through each step in time and still being dealt with. */
export function addWarning(loan: PlantedLoan, fields: Row = {}): Row {
  const raised = days.next(portfolioDay - 23)
  const made = registerRow(loan, {
    预警信号: '账户资金异常',
    预警级别: '黄',
    预警日期: raised,
    上报日期: days.add(raised, 1),
    核实日期: days.add(raised, 2),
    方案日期: days.add(raised, 4),
    执行日期: days.add(raised, 6),
    复盘日期: null,
    责任人: loan.row['客户经理'] ?? null,
    处置时限: portfolioDay + 30,
    处置措施: '增加走访,核实回款',
    预警状态: '处置中',
    预警核实结论: '属实',
    ...fields,
  })
  loan.registers.预警.push(made)
  return made
}
