import { formatMoney, type PortfolioPicture } from '../check/index.ts'
import { messages } from './messages.ts'
import { cut, formatTable } from './textWidth.ts'

const words = messages.picture
const rowsShown = 10

/** The book on one page: maturities, large customers, shares by officer and branch, what needs a look. */
export function printPicture(picture: PortfolioPicture | null): string[] {
  if (!picture) return [words.noPicture]
  return [
    words.title,
    `  ${words.total(picture.total.loans, wan(picture.total.balance))}  ${sharesOf(picture.total)}`,
    ...section(words.wall, wallRows(picture)),
    ...section(words.customers(percent(picture.topTenShare)), customerRows(picture)),
    ...section(words.byManager, ownerRows(picture.byManager)),
    ...section(words.byOrg, ownerRows(picture.byOrg)),
    ...section(words.unsecured(picture.unsecured.length), unsecuredRows(picture)),
    ...section(words.quarterEnds, quarterRows(picture)),
    ...section(
      words.crossing(picture.nplShareIfUnpaid === null ? null : percent(picture.nplShareIfUnpaid)),
      crossingRows(picture),
    ),
  ]
}

type Rows = readonly (readonly (string | number)[])[]

function section(title: string, rows: Rows): string[] {
  // the first row is the header
  return rows.length < 2 ? [] : ['', `  ${title}`, ...formatTable(rows, '    ')]
}

function wallRows({ wall }: PortfolioPicture): Rows {
  const months = wall[0]?.months.map(({ month }) => month.slice(2)) ?? []
  const rows = wall.slice(0, rowsShown).map((officer) => [
    cut(officer.officer, 20),
    // a month with a large part of the officer's book is marked, and not by colour alone
    ...officer.months.map((month) =>
      month.loans === 0 ? '-' : `${wan(month.balance)}${month.high ? '*' : ''}`,
    ),
  ])
  return months.length === 0 ? [] : [[words.officer, ...months], ...rows]
}

function customerRows({ topCustomers }: PortfolioPicture): Rows {
  return [
    words.customerHeader,
    ...topCustomers.map(({ customer, loans, balance, share, large }) => [
      cut(customer, 30),
      loans,
      wan(balance),
      `${percent(share)}${large ? '*' : ''}`,
    ]),
  ]
}

function ownerRows(owners: PortfolioPicture['byManager']): Rows {
  return [
    words.ownerHeader,
    ...owners
      .slice(0, rowsShown)
      .map((owner) => [
        cut(owner.name, 24),
        owner.loans,
        wan(owner.balance),
        shareCell(owner.nplShare, owner.high.includes('npl')),
        shareCell(owner.attentionShare, owner.high.includes('attention')),
        shareCell(owner.overdueShare, owner.high.includes('overdue')),
      ]),
  ]
}

function unsecuredRows({ unsecured }: PortfolioPicture): Rows {
  return [
    words.lineHeader,
    ...unsecured
      .slice(0, rowsShown)
      .map(({ row, customer, officer, balance, day }) => [
        row,
        cut(customer, 30),
        officer,
        wan(balance),
        day,
      ]),
  ]
}

function quarterRows({ quarterEnds }: PortfolioPicture): Rows {
  return [
    words.quarterHeader,
    ...quarterEnds.map(({ quarter, loans, amount }) => [quarter, loans, wan(amount)]),
  ]
}

function crossingRows({ crossing }: PortfolioPicture): Rows {
  return [
    words.crossingHeader,
    ...crossing.map(({ step, loans, balance }) => [words.step(step), loans, wan(balance)]),
  ]
}

function sharesOf(shares: PortfolioPicture['total']): string {
  return words.shares(
    shareCell(shares.nplShare),
    shareCell(shares.attentionShare),
    shareCell(shares.overdueShare),
  )
}

function shareCell(share: number | null, high = false): string {
  return share === null ? words.unknown : `${percent(share)}${high ? '*' : ''}`
}

function percent(share: number): string {
  return `${share.toFixed(2)}%`
}

function wan(amount: number): string {
  return formatMoney(amount / 10_000)
}
