import { formatIsoDay } from '@postloan/core/calendar'

import { healthyLoans } from '../portfolio/healthyLoans.ts'
import type { Loan } from '../portfolio/loan.ts'
import { plantFaults } from '../portfolio/plantFaults.ts'

/** The loans of the practice bank: mostly healthy, some with the faults that the portfolio plants. */
export function practiceLoans(count = 60): Loan[] {
  const loans = healthyLoans({ count, seed: 20_091 })
  plantFaults(loans, 1)
  return loans
}

export function day(value: number | null): string {
  return value === null ? '' : formatIsoDay(value)
}

/** 20260131, as screens of that age write dates. */
export function plainDay(value: number | null): string {
  return day(value).replaceAll('-', '')
}

export function money(value: number): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}

export function rate(value: number): string {
  return value.toFixed(6)
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

export interface Payment {
  readonly date: string
  readonly payee: string
  readonly amount: string
  readonly summary: string
  readonly voucher: string
}

/** Payments out of the loan, whole and on the days after it was drawn. */
export function payments(loan: Loan): Payment[] {
  const parts = [0.5, 0.3, 0.2]
  const payees = ['杭钢贸易有限公司', '宁远铸件厂', '长河设备租赁有限公司']
  return parts.map((part, index) => ({
    date: plainDay(loan.disburseDate + index),
    payee: payees[index] ?? '',
    amount: money(loan.loanAmount * part),
    summary: ['货款', '货款', '租金'][index] ?? '',
    voucher: index < 2 ? '有' : '无',
  }))
}
