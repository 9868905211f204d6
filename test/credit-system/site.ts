import type { Loan } from '../portfolio/loan.ts'
import { practiceLoans } from './data.ts'
import { dataWindow, easyui, extjs, miniui } from './pages/imitated.ts'
import { collateral, collection, fundUse, oldDetail, oldInspection, oldList } from './pages/oldTables.ts'
import { antd, element, layui } from './pages/real.ts'
import type { PracticePage } from './truth.ts'

/** One page of each kind, for one loan. */
export function practicePages(loan: Loan, loans: readonly Loan[]): PracticePage[] {
  return [
    oldDetail(loan),
    oldInspection(loan),
    oldList(loans, 1),
    fundUse(loan),
    collateral(loan),
    collection(loan),
    easyui(loan),
    miniui(loan),
    extjs(loan),
    dataWindow(loan),
    layui(loan),
    element(loan),
    antd(loan),
  ]
}

export const loans = practiceLoans()
