import { dateWritings } from './dateWritings.ts'
import { healthyLoans } from './healthyLoans.ts'
import type { Loan } from './loan.ts'
import { type Planted, plantFaults } from './plantFaults.ts'
import { type Cell, type CellStyle, columnLetters, type SheetFile, workbookFile } from './workbookFile.ts'

/** A ledger file with the loans behind it and the faults planted in them. */
export interface LedgerFile {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly loans: readonly Loan[]
  readonly planted: readonly Planted[]
  /** The sheet's own row number (from 1) of each loan. */
  rowOf(loan: number): number
}

interface SampleColumn {
  readonly group: string
  readonly header: string
  readonly style: CellStyle
  readonly width: number
  value(loan: Loan, serial: number): Cell
}

/** 元 as 万元 with two decimals. */
const inWan = (amount: number): number => Math.round(amount / 100) / 100

/** Each officer has a way of writing dates; most use real dates. */
function writtenDay(day: number | null, loan: Loan): Cell {
  if (day === null) return null
  const habit = ((loan.managerName.codePointAt(0) ?? 0) + (loan.managerName.codePointAt(1) ?? 0)) % 8
  return (dateWritings[habit] ?? dateWritings[0])?.(day) ?? null
}

const text = (group: string, header: string, width: number, value: (loan: Loan) => string): SampleColumn => ({
  group,
  header,
  width,
  style: 'text',
  value: (loan) => value(loan) || null,
})
const date = (group: string, header: string, value: (loan: Loan) => number | null): SampleColumn => ({
  group,
  header,
  width: 13,
  style: 'date',
  value: (loan) => writtenDay(value(loan), loan),
})
const wan = (group: string, header: string, value: (loan: Loan) => number): SampleColumn => ({
  group,
  header,
  width: 12,
  style: 'money',
  value: (loan) => inWan(value(loan)),
})

const columns: readonly SampleColumn[] = [
  { group: '', header: '序号', width: 6, style: 'count', value: (_, serial) => serial + 1 },
  text('', '经办机构', 14, (loan) => loan.orgName),
  text('', '管户客户经理', 10, (loan) => loan.managerName),
  text('客户情况', '客户编号', 13, (loan) => loan.customerId),
  text('客户情况', '客户名称', 30, (loan) => loan.customerName),
  text('客户情况', '客户类型', 9, (loan) => loan.customerType),
  text('客户情况', '证件号码', 22, (loan) => loan.idNumber),
  text('客户情况', '联系电话', 14, (loan) => loan.mobile),
  text('贷款情况', '借据号', 18, (loan) => loan.loanNo),
  text('贷款情况', '合同编号', 18, (loan) => loan.contractNo),
  text('贷款情况', '贷款品种', 16, (loan) => loan.productType),
  text('贷款情况', '发放类型', 11, (loan) => loan.disbursementType),
  text('贷款情况', '担保方式', 9, (loan) => loan.guaranteeType),
  text('贷款情况', '还款方式', 16, (loan) => loan.repayMethod),
  text('贷款情况', '贷款用途', 16, (loan) => loan.loanPurpose),
  wan('贷款情况', '贷款金额\n(万元)', (loan) => loan.loanAmount),
  wan('贷款情况', '贷款余额\n(万元)', (loan) => loan.balance),
  { group: '贷款情况', header: '执行利率(%)', width: 9, style: 'rate', value: (loan) => loan.interestRate },
  date('贷款情况', '放款日期', (loan) => loan.disburseDate),
  date('贷款情况', '到期日期', (loan) => loan.maturityDate),
  text('贷款情况', '贷款状态', 9, (loan) => loan.loanStatus),
  text('风险情况', '五级分类', 9, (loan) => loan.fiveClass),
  { group: '风险情况', header: '逾期\n天数', width: 7, style: 'count', value: (loan) => loan.overdueDays },
  wan('风险情况', '逾期本金\n(万元)', (loan) => loan.principalOverdueAmt),
  date('风险情况', '本金逾期日期', (loan) => loan.principalOverdueDate),
  date('风险情况', '欠息日期', (loan) => loan.interestOverdueDate),
  wan('风险情况', '表内欠息\n(万元)', (loan) => loan.onBsInterest),
  date('贷后检查', '首次检查日期', (loan) => loan.firstCheckDate),
  date('贷后检查', '最近检查日期', (loan) => loan.lastCheckDate),
  text('贷后检查', '检查方式', 9, (loan) => loan.checkMethod),
  text('贷后检查', '检查结论', 9, (loan) => loan.checkConclusion),
  {
    group: '',
    header: '备注',
    width: 16,
    style: 'text',
    value: (loan) => (loan.extensionCount > 0 ? '已展期' : null),
  },
]

const titleRows = 1
const headerRows = 2
const firstDataRow = titleRows + headerRows + 1

/**
 * A branch's month ledger as officers keep it: title, two header rows with merged groups, 万元, dates written by each
 * officer's habit, a total row, a signature and a note. Same seed, same bytes.
 */
export async function sampleLedger(count = 600, seed = 20_261_031): Promise<LedgerFile> {
  const loans = healthyLoans({ count, seed })
  const planted = plantFaults(loans, 2)
  return {
    fileName: '某某支行贷款台账(2026年10月).xlsx',
    bytes: await ledgerWorkbook(loans),
    loans,
    planted,
    rowOf: (loan) => firstDataRow + loan,
  }
}

/** These loans as such a ledger. */
export function ledgerWorkbook(loans: readonly Loan[]): Promise<Uint8Array> {
  return workbookFile([sampleSheet(loans), explanationSheet])
}

function sampleSheet(loans: readonly Loan[]): SheetFile {
  return {
    name: '贷款台账',
    rows: sampleRows(loans),
    columnStyles: columns.map((column) => column.style),
    columnWidths: columns.map((column) => column.width),
    styledRows: ['title', 'header', 'header'],
    merges: [`A1:${columnLetters(columns.length - 1)}1`, ...headerMerges()],
    frozenRows: titleRows + headerRows,
  }
}

function* sampleRows(loans: readonly Loan[]): Generator<readonly Cell[]> {
  yield ['某某支行贷款台账(2026年10月31日)']
  yield columns.map((column, index) =>
    column.group === '' ? column.header : groupStartsAt(index) ? column.group : null,
  )
  yield columns.map((column) => (column.group === '' ? null : column.header))
  for (const [serial, loan] of loans.entries()) yield columns.map((column) => column.value(loan, serial))
  yield totalRow(loans)
  yield []
  yield ['填报人:', null, null, null, null, null, '复核人:', null, null, null, '主管行长:']
  yield ['说明:1.本表按月报送;2.逾期天数以核心系统为准;3.已结清贷款次月移出。']
}

function groupStartsAt(index: number): boolean {
  return columns[index]?.group !== columns[index - 1]?.group
}

function headerMerges(): string[] {
  const merges: string[] = []
  for (const [index, column] of columns.entries()) {
    if (column.group === '') merges.push(`${columnLetters(index)}2:${columnLetters(index)}3`)
    else if (groupStartsAt(index)) {
      let last = index
      while (columns[last + 1]?.group === column.group) last++
      merges.push(`${columnLetters(index)}2:${columnLetters(last)}2`)
    }
  }
  return merges
}

function totalRow(loans: readonly Loan[]): readonly Cell[] {
  const lastRow = firstDataRow + loans.length - 1
  return columns.map((column, index) => {
    if (index === 1) return '合 计'
    if (column.style !== 'money') return null
    const letter = columnLetters(index)
    const sum = loans.reduce((total, loan, serial) => {
      const cell = column.value(loan, serial)
      return total + (typeof cell === 'number' ? cell : 0)
    }, 0)
    return {
      formula: `SUM(${letter}${firstDataRow}:${letter}${lastRow})`,
      value: Math.round(sum * 100) / 100,
    }
  })
}

const explanationSheet: SheetFile = {
  name: '填表说明',
  columnStyles: ['plain'],
  columnWidths: [80],
  rows: [
    ['填表说明'],
    ['一、金额单位为万元,保留两位小数。'],
    ['二、五级分类填写:正常、关注、次级、可疑、损失。'],
    ['三、客户经理每月末前填报,团队主管复核后上报。'],
  ],
}
