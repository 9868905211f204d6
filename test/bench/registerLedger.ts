import { addMonths, formatIsoDay } from '@postloan/core/calendar'
import type { Ledger, Table } from '@postloan/core/ledger'
import { builtInPolicy, type Field, type TableName } from '@postloan/core/policy'
import type { Column } from '@postloan/core/table'

import { healthyLoans, portfolioDay } from '../portfolio/healthyLoans.ts'
import { personName } from '../portfolio/identity.ts'
import type { Loan } from '../portfolio/loan.ts'
import { faults, plantFaults } from '../portfolio/plantFaults.ts'
import { type Random, seededRandom } from '../portfolio/random.ts'

type Value = number | string | null
type Row = Readonly<Record<string, Value>>

export interface RegisterLedger {
  readonly ledger: Ledger
  readonly previous: Ledger
  /** Rows beside the loans. */
  readonly childRows: number
}

const fieldByKey = new Map(builtInPolicy.fields.map((field) => [field.key, field]))

/**
 * A ledger of `count` loans with three times as many rows in the seven registers, and the month before it, as typed
 * tables: what a bank's own system would hand over. One loan in five is a customer's second, one in twenty is of a
 * group, contracts and collateral are shared now and then, about 3 % of the loans are faulty and a tenth of the
 * cells of the registers are blank. Fields that the portfolio knows nothing of are filled at random, so that every rule runs.
 */
export function registerLedger(count: number, seed = 1): RegisterLedger {
  const random = seededRandom(seed + 1000)
  const loans = healthyLoans({ count, seed })
  plantFaults(loans, Math.ceil((count * 0.03) / faults.length))
  tieTogether(loans, random)
  const groups = loans.map((_, at) => (at % 20 === 0 ? `某某控股集团${Math.floor(at / 200)}` : null))
  const day = portfolioDay
  const tables: readonly (readonly [TableName, readonly Row[]])[] = [
    ['借据', loans.map((loan, at) => loanRow(loan, at, groups[at] ?? null, random))],
    ['押品', some(loans, 0.6, random, collateralRow)],
    ['保证人', some(loans, 0.4, random, guarantorRow)],
    ['支付', [...some(loans, 0.5, random, paymentRow), ...some(loans, 0.5, random, paymentRow)]],
    ['预警', some(loans, 0.2, random, warningRow)],
    ['催收', some(loans, 0.25, random, collectionRow)],
    ['财务', some(loans, 0.3, random, statementRow)],
    ['档案', some(loans, 0.25, random, archiveRow)],
  ]
  const before = loans
    .filter((loan) => loan.disburseDate < addMonths(day, -1))
    .map((loan, at) => {
      const was = { ...loan, overdueDays: Math.max(0, loan.overdueDays - 31) }
      return loanRow(was, at, groups[at] ?? null, random)
    })
  return {
    ledger: withOtherFields(ledgerOf(day, tables), seededRandom(seed + 2000)),
    previous: ledgerOf(addMonths(day, -1), [['借据', before]]),
    childRows: tables.slice(1).reduce((sum, [, rows]) => sum + rows.length, 0),
  }
}

/** Second loans of a customer, draws under one contract. */
function tieTogether(loans: readonly Loan[], random: Random): void {
  for (let at = 1; at < loans.length; at += 1) {
    const loan = loans[at]
    const other = loans[at - 1 - random.between(0, Math.min(at - 1, 3))]
    if (!loan || !other || !random.chance(0.2) || loan.customerType !== other.customerType) continue
    loan.customerId = other.customerId
    loan.customerName = other.customerName
    loan.idNumber = other.idNumber
    loan.mobile = other.mobile
    loan.address = other.address
    if (random.chance(0.3)) loan.contractNo = other.contractNo
  }
}

/** `each` rows per loan on average, for a random part of them. */
function some(
  loans: readonly Loan[],
  each: number,
  random: Random,
  row: (loan: Loan, at: number, random: Random) => Row,
): Row[] {
  return loans.flatMap((loan, at) => (random.chance(each) ? [row(loan, at, random)] : []))
}

function loanRow(loan: Loan, at: number, group: string | null, random: Random): Row {
  const { kind: _, customerType, ...rest } = loan
  const firm = customerType === '对公'
  return {
    ...rest,
    customerType,
    idNumber: firm ? null : loan.idNumber,
    uscc: firm ? loan.idNumber : null,
    currency: 'CNY',
    groupName: group,
    actualController: firm ? personName(random) : null,
    riskTier: random.pick(['低', '中', '中', '高']),
    riskColor: random.chance(0.02) ? '黄' : null,
    repaySource: random.chance(0.9) ? '经营收入' : null,
    entrustedAmount: loan.payMethod === '受托支付' ? loan.loanAmount : 0,
    lastOnsiteDate: loan.checkMethod === '现场' ? loan.lastCheckDate : null,
    checkerId: `E${at % 400}`,
    checkReportText: at % 40 === 0 ? reportText(loan, random) : null,
    guaranteePeriodEnd: random.chance(0.1) ? addMonths(loan.maturityDate, 24) : null,
  }
}

function reportText(loan: Loan, random: Random): string {
  const parts = ['生产经营正常', '订单较为饱满', '设备开工充足', '现金流可覆盖本息', '库存周转略有放缓']
  const said = Array.from({ length: 12 }, () => random.pick(parts))
  return `对${loan.customerName}进行现场检查：${said.join('，')}。检查人走访了厂房、仓库并查阅账簿。`
}

const keysOf = (loan: Loan): Row => ({
  loanNo: loan.loanNo,
  contractNo: loan.contractNo,
  customerId: loan.customerId,
  customerName: loan.customerName,
})

const maybe = (random: Random, value: Value, share = 0.9): Value => (random.chance(share) ? value : null)
const daysAgo = (random: Random, from: number, to: number): number => portfolioDay - random.between(from, to)

function collateralRow(loan: Loan, at: number, random: Random): Row {
  return {
    ...keysOf(loan),
    loanNo: maybe(random, loan.loanNo, 0.8),
    collateralId: `YP${10_000_000 + at - (at % 50 === 0 ? 1 : 0)}`,
    collateralType: random.pick(['住宅', '商业用房', '土地使用权', '存单', '机器设备']),
    initialValuation: maybe(random, loan.loanAmount * 2),
    latestValuation: maybe(random, Math.round(loan.loanAmount * (1 + random.next())), 0.7),
    valuationDate: maybe(random, daysAgo(random, 20, 900)),
    registrationNo: maybe(random, `鲁(2024)不动产证明第${at}号`),
    registrationExpiry: maybe(random, portfolioDay + random.between(-60, 2000)),
    collateralStatus: random.chance(0.01) ? '灭失' : '正常',
    insuranceRequired: maybe(random, '是', 0.3),
    insuranceExpiry: maybe(random, portfolioDay + random.between(-100, 600), 0.4),
    collateralCheckDate: maybe(random, daysAgo(random, 1, 400)),
  }
}

function guarantorRow(loan: Loan, at: number, random: Random): Row {
  const company = random.chance(0.02)
  return {
    ...keysOf(loan),
    guarantorName: company ? `某某融资担保公司${at % 5}` : personName(random),
    guarantorId: company ? `91370000MA3ABCDE0${at % 5}` : null,
    guarantorType: company ? '融资担保公司' : '自然人',
    guaranteeAmount: maybe(random, loan.loanAmount),
    guaranteePeriodEnd: maybe(random, addMonths(loan.maturityDate, 36), 0.5),
    guarantorNetAssets: maybe(random, loan.loanAmount * 3, 0.5),
    guarantorCheckDate: maybe(random, daysAgo(random, 1, 400)),
    guarantorContactStatus: maybe(random, random.chance(0.02) ? '失联' : '正常'),
    guarantorConsent: maybe(random, '是', 0.5),
  }
}

function paymentRow(loan: Loan, at: number, random: Random): Row {
  return {
    loanNo: loan.loanNo,
    contractNo: loan.contractNo,
    txnDate: maybe(random, loan.disburseDate + random.between(0, 60), 0.99),
    txnAmount: maybe(random, Math.round(loan.loanAmount / random.between(1, 4)), 0.99),
    txnDirection: random.chance(0.8) ? '借' : '贷',
    accountName: loan.customerName,
    counterpartyName: random.chance(0.02) ? `某某贸易公司${at % 300}` : `供应商${at}有限公司`,
    txnSummary: random.pick(['货款', '材料款', '工资', '往来款', random.chance(0.02) ? '购房款' : '运费']),
    txnChecked: maybe(random, '是', 0.7),
  }
}

function warningRow(loan: Loan, _: number, random: Random): Row {
  return {
    ...keysOf(loan),
    warningSignal: random.pick(['涉诉', '欠税', '经营下滑', '联系困难']),
    warningLevel: random.pick(['红', '橙', '黄']),
    warningDate: maybe(random, daysAgo(random, 1, 300)),
    warningReportDate: maybe(random, daysAgo(random, 1, 300), 0.8),
    warningVerifyDate: maybe(random, daysAgo(random, 1, 300), 0.7),
    warningPlanDate: maybe(random, daysAgo(random, 1, 300), 0.6),
    warningDeadline: maybe(random, portfolioDay + random.between(-60, 60)),
    warningMeasure: maybe(random, '压降额度', 0.6),
    warningStatus: random.pick(['处置中', '已解除', '处置中']),
  }
}

function collectionRow(loan: Loan, _: number, random: Random): Row {
  const hour = random.between(8, 23)
  return {
    ...keysOf(loan),
    lastCollectionDate: maybe(random, daysAgo(random, 1, 90)),
    lastCollectionMethod: random.pick(['电话', '上门', '短信']),
    collectionTime: maybe(random, `${formatIsoDay(daysAgo(random, 1, 90))} ${hour}:15`, 0.8),
    collectionNote: maybe(random, random.pick(['客户承诺月底归还', '电话未接', '已上门送达催收通知书'])),
    dialCountSameDay: random.between(0, 4),
  }
}

function statementRow(loan: Loan, at: number, random: Random): Row {
  const assets = loan.loanAmount * random.between(2, 9)
  return {
    customerId: loan.customerId,
    customerName: loan.customerName,
    reportPeriod: ['2025-09', '2026-06', '2026-09'][at % 3] ?? null,
    totalAssets: maybe(random, assets),
    totalLiabilities: maybe(random, Math.round(assets * random.next())),
    currentAssets: maybe(random, Math.round(assets * 0.6)),
    currentLiabilities: maybe(random, Math.round(assets * 0.5)),
    revenue: maybe(random, Math.round(assets * random.next())),
    netProfit: maybe(random, Math.round(assets * (random.next() - 0.3))),
    operatingCashFlow: maybe(random, Math.round(assets * (random.next() - 0.3))),
  }
}

function archiveRow(loan: Loan, _: number, random: Random): Row {
  return {
    ...keysOf(loan),
    archiveDate: maybe(random, loan.disburseDate + random.between(1, 60)),
    archiveMissing: random.chance(0.03) ? '贷后检查报告' : null,
    paperArchive: random.pick(['完整', '完整', '不完整']),
    electronicArchive: maybe(random, '完整'),
  }
}

function ledgerOf(day: number, tables: readonly (readonly [TableName, readonly Row[]])[]): Ledger {
  const asOf = { day, from: 'choice', conflicts: [] } as const
  return {
    asOf,
    notTables: [],
    tables: tables.map(([name, rows]): Table => {
      const keys = [...new Set(rows.slice(0, 1).flatMap((row) => Object.keys(row)))]
      return {
        name,
        file: 'big.xlsx',
        sheet: name,
        rowCount: rows.length,
        sheetRows: Uint32Array.from(rows, (_, at) => at + 4),
        columns: new Map(
          keys.flatMap((key) => {
            const field = fieldByKey.get(key)
            return field ? [[key, columnOf(field, rows, key)] as const] : []
          }),
        ),
        reading: {
          headerRows: [3, 3],
          title: '',
          unit: '元',
          columns: [],
          leftOut: [],
          unread: [],
          keyFields: [],
          asOf,
        },
      }
    }),
  }
}

const ruleTexts = JSON.stringify(builtInPolicy.rules.map(({ table, cases }) => ({ table, cases })))

/** Adds a column for every other field that a rule names, so that no rule is left out for want of one. */
function withOtherFields(ledger: Ledger, random: Random): Ledger {
  const tables = ledger.tables.map((table): Table => {
    const columns = new Map(table.columns)
    for (const field of builtInPolicy.fields) {
      const wanted =
        !field.derived &&
        field.tables[0] === table.name &&
        ruleTexts.includes(field.name) &&
        !columns.has(field.key)
      if (wanted) columns.set(field.key, inventedColumn(field, table.rowCount, random))
    }
    return { ...table, columns }
  })
  return { ...ledger, tables }
}

/** Values of the field's kind, two in five filled. */
function inventedColumn(field: Field, rowCount: number, random: Random): Column {
  const filled = (value: () => number, none: number): number => (random.chance(0.4) ? value() : none)
  if (field.type === 'text' || field.type === 'code') {
    const list = builtInPolicy.codeLists.find(({ id }) => id === field.codeList)
    const dictionary =
      list?.values.map(({ value }) => value) ?? Array.from({ length: 200 }, (_, at) => `${field.name}${at}`)
    const codes = Int32Array.from({ length: rowCount }, () =>
      filled(() => random.between(0, dictionary.length - 1), -1),
    )
    return { kind: 'text', codes, dictionary }
  }
  const values = Float64Array.from({ length: rowCount }, () =>
    filled(() => {
      if (field.type === 'date') return portfolioDay + random.between(-900, 300)
      if (field.type === 'money') return random.between(0, 500) * 10_000
      return random.between(0, field.type === 'percent' ? 100 : 24)
    }, Number.NaN),
  )
  return { kind: field.type === 'date' ? 'date' : 'number', values }
}

function columnOf(field: Field, rows: readonly Row[], key: string): Column {
  if (field.type === 'text' || field.type === 'code') {
    const codes = new Map<string, number>()
    const coded = Int32Array.from(rows, (row) => {
      const value = row[key]
      if (value === null || value === undefined || value === '') return -1
      const text = String(value)
      const code = codes.get(text) ?? codes.size
      codes.set(text, code)
      return code
    })
    return { kind: 'text', codes: coded, dictionary: [...codes.keys()] }
  }
  const values = Float64Array.from(rows, (row) => {
    const value = row[key]
    return typeof value === 'number' ? value : Number.NaN
  })
  return { kind: field.type === 'date' ? 'date' : 'number', values }
}
