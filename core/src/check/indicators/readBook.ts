import { valueAt, type Column } from '../../table/index.ts'
import type { Result } from '../types.ts'

/** A loan as the indicators see it; numbers are NaN and texts '' where the ledger does not say. */
export interface BookLoan {
  readonly table: number
  readonly row: number
  readonly customer: string
  readonly org: string
  readonly manager: string
  /** As written in the ledger. */
  readonly product: string
  readonly loanNo: string
  readonly contractNo: string
  readonly balance: number
  readonly grade: string
  readonly days: number
  readonly overduePrincipal: number
  readonly instalments: boolean
  readonly reserve: number
  readonly maturity: number
  readonly disbursed: number
  readonly disbursement: string
  /** 押品池抵质押率 in %. */
  readonly loanToValue: number
  /** Still owed and on the balance sheet. */
  readonly onBook: boolean
  readonly writtenOff: boolean
  readonly transferred: boolean
}

export interface Book {
  readonly loans: readonly BookLoan[]
  /** On the book, in 人民币, entrusted loans left out: what ratios are reckoned over. */
  readonly counted: readonly BookLoan[]
  readonly otherCurrency: number
  has(field: string): boolean
}

/** All loans of a result, in the order of its 借据 tables and their rows. */
export function readBook(result: Result): Book {
  const loans: BookLoan[] = []
  const fields = new Set<string>()
  const counted: BookLoan[] = []
  let otherCurrency = 0
  result.tables.forEach(({ table, derived }, index) => {
    if (table.name !== '借据') return
    const column = (field: string): Column | undefined => derived.get(field) ?? table.columns.get(field)
    for (const field of [...derived.keys(), ...table.columns.keys()]) fields.add(field)
    const number = numberReader(column)
    const text = textReader(column)
    const truth = truthReader(column)
    // a ledger without arrears columns still shows who is past maturity
    const days = number(derived.has('recordedOverdueDays') ? 'dpd' : 'impliedOverdueDays')
    const blankDays = number('impliedOverdueDays')
    const [leftBlank, closed, writtenOff] = [truth('arrearsLeftBlank'), truth('closed'), truth('writtenOff')]
    const [balance, principal, ecl, specific] = [
      number('balance'),
      number('principalOverdueAmt'),
      number('eclAmount'),
      number('specificProvision'),
    ]
    const [maturity, disbursed, rate] = [
      number('effectiveMaturity'),
      number('disburseDate'),
      number('collateralRate'),
    ]
    const [grade, family, currency, status] = [
      text('fiveClass'),
      text('productFamily'),
      text('currency'),
      text('loanStatus'),
    ]
    const [customer, org, orgCode, manager, kind] = [
      text('customerKey'),
      text('orgName'),
      text('orgCode'),
      text('managerName'),
      text('disbursementType'),
    ]
    const [loanNo, contractNo, product] = [text('loanNo'), text('contractNo'), text('productType')]
    const instalments = truth('retailInstalment')
    for (let row = 0; row < table.rowCount; row += 1) {
      const left = balance(row)
      const off = writtenOff(row)
      const moved = status(row) === '转让'
      const loan: BookLoan = {
        table: index,
        row,
        customer: customer(row),
        org: org(row) || orgCode(row),
        manager: manager(row),
        product: product(row),
        loanNo: loanNo(row),
        contractNo: contractNo(row),
        balance: left,
        grade: grade(row),
        days: leftBlank(row) && Number.isNaN(days(row)) ? blankDays(row) : days(row),
        overduePrincipal: principal(row),
        instalments: instalments(row),
        reserve: Number.isNaN(ecl(row)) ? specific(row) : ecl(row),
        maturity: maturity(row),
        disbursed: disbursed(row),
        disbursement: kind(row),
        loanToValue: rate(row),
        onBook: left > 0 && !off && !moved && !closed(row),
        writtenOff: off,
        transferred: moved,
      }
      loans.push(loan)
      if (!loan.onBook || family(row) === '委托') continue
      const money = currency(row)
      if (money === '' || money === 'CNY') counted.push(loan)
      else otherCurrency += 1
    }
  })
  return { loans, counted, otherCurrency, has: (field) => fields.has(field) }
}

type Columns = (field: string) => Column | undefined

export function numberReader(column: Columns): (field: string) => (row: number) => number {
  return (field) => {
    const cells = column(field)
    if (cells?.kind !== 'number' && cells?.kind !== 'date') return () => Number.NaN
    return (row) => cells.values[row] ?? Number.NaN
  }
}

export function textReader(column: Columns): (field: string) => (row: number) => string {
  return (field) => {
    const cells = column(field)
    if (cells?.kind !== 'text') return () => ''
    return (row) => cells.dictionary[cells.codes[row] ?? -1] ?? ''
  }
}

function truthReader(column: Columns): (field: string) => (row: number) => boolean {
  return (field) => {
    const cells = column(field)
    return cells ? (row) => valueAt(cells, row) === true : () => false
  }
}
