import type { RowPlace } from '../check/index.ts'
import { builtInChecklists, prepareChecklists, type ChecklistBook } from '../checklist/index.ts'
import type { Ledger } from '../ledger/index.ts'
import { builtInTemplate } from './builtInTemplate.ts'
import { fileNameOf } from './fileName.ts'
import { fillTemplate, findMissing } from './fillTemplate.ts'
import { readDueReasons, type DueReasons } from './findDue.ts'
import { readCells } from './gather/cells.ts'
import { groupCustomers } from './gather/customers.ts'
import { findingRows } from './gather/findingRows.ts'
import type { Ground } from './gather/ground.ts'
import { loanName, maturingLoans, overdueLoans } from './gather/letterLoans.ts'
import { registerReader } from './gather/registerRows.ts'
import { valuesFor } from './gather/valuesFor.ts'
import { documentKinds, kindOf } from './kinds.ts'
import { messages } from './messages.ts'
import type {
  DocumentDesk,
  DocumentKindId,
  DocumentOptions,
  DocumentTemplate,
  DueDocument,
  MakeOptions,
  Making,
  Values,
} from './types.ts'

/**
 * The documents of one checked ledger: which are due, and each of them as the bytes of a .docx. The same ledger, check
 * and template give the same bytes. Nothing is worked out before it is asked for.
 */
export function prepareDocuments(ledger: Ledger, options: DocumentOptions): DocumentDesk {
  const { result, policy, codec } = options
  const cells = readCells(result, policy)
  const customers = groupCustomers(result, cells)
  const lists = options.checklists ?? builtInChecklists
  let book: ChecklistBook | null = options.book ?? null
  let reasons: DueReasons | null = null
  const ground: Ground = {
    options,
    cells,
    findings: findingRows(result, policy, cells),
    registers: registerReader(result, policy, cells),
    book: () => (book ??= prepareChecklists(ledger, { ...options, checklists: lists })),
    lists,
  }
  const reasonsOf = (place: RowPlace) => (reasons ??= readDueReasons(ledger, options)).of(place)

  const reportKind = (place: RowPlace): DocumentKindId => {
    const isPerson = [cells.text('customerType', place), cells.text('segment', place)].some(
      (kind) => kind !== null && /个人|农户|自然人/u.test(kind),
    )
    if (isPerson) return 'personReport'
    return cells.value('smallMicro', place) === true ? 'smallBusinessReport' : 'companyReport'
  }

  const due = (places: readonly RowPlace[] = customers.loans): readonly DueDocument[] => {
    const found = new Map<string, DueDocument & { loans: string[]; because: string[]; sources: string[] }>()
    for (const place of places) {
      for (const reason of reasonsOf(place)) {
        // a report is of the kind that suits the loan
        const kind =
          kindOf(reason.kind).group === kindOf('companyReport').group ? reportKind(place) : reason.kind
        const subject = kindOf(kind).per === '客户' ? customers.keyOf(place) : `${place.table}:${place.row}`
        const key = `${kind}\n${subject}`
        const loan = loanName(place, ground)
        const known = found.get(key)
        if (!known) {
          found.set(key, {
            kind,
            place,
            customer: cells.text('customerName', place) ?? '',
            loans: [loan],
            because: [withLoan(kind, loan, reason.because)],
            sources: [...reason.sources],
          })
          continue
        }
        if (!known.loans.includes(loan)) known.loans.push(loan)
        const because = withLoan(kind, loan, reason.because)
        if (!known.because.includes(because)) known.because.push(because)
        for (const source of reason.sources) if (!known.sources.includes(source)) known.sources.push(source)
      }
    }
    const order = new Map(documentKinds.map(({ id }, at) => [id, at]))
    return [...found.values()].toSorted((a, b) => (order.get(a.kind) ?? 0) - (order.get(b.kind) ?? 0))
  }

  const fileName = (kind: DocumentKindId, place: RowPlace): string => {
    const { name, per } = kindOf(kind)
    const customer = cells.text('customerName', place) ?? ''
    return fileNameOf([name, customer, per === '借据' ? loanName(place, ground) : ''], '.docx')
  }

  const make = async (kind: DocumentKindId, place: RowPlace, choice: MakeOptions = {}): Promise<Making> => {
    const { per } = kindOf(kind)
    const customerLoans = customers.loansOf(place)
    const loans = per === '客户' ? customerLoans : [place]
    const customer = cells.text('customerName', place) ?? ''
    if (kind === 'collectionNotice' && overdueLoans(customerLoans, cells).length === 0)
      return { ok: false, message: messages.notOverdue(customer) }
    if (kind === 'maturityNotice' && maturingLoans(customerLoans, ground).length === 0)
      return { ok: false, message: messages.notMaturing(customer) }
    const template = options.templates?.get(kind) ?? (await builtInTemplate(kind, policy, codec))
    const because = usesReasons(template)
      ? due(loans).flatMap((one) => (one.kind === kind ? one.because : []))
      : []
    const subject = { kind, place, loans, customerLoans, because, choice }
    const { values, findings } = valuesFor(template.placeholders, subject, ground)
    const missing = findMissing(template.placeholders, values)
    const filled: Values = {
      ...values,
      有待补: missing.size > 0,
      待补: [...missing].map(([item, count]) => ({ 项目: item, 处数: String(count) })),
    }
    return {
      ok: true,
      document: {
        kind,
        fileName: fileName(kind, place),
        bytes: await fillTemplate(template, filled, codec),
        customer,
        officer: cells.text('managerName', place) ?? '',
        loans: loansTold(kind, customerLoans, loans, ground).map((loan) => loanName(loan, ground)),
        missing: [...missing.keys()],
        findings,
      },
    }
  }

  const customersOf = (places: readonly RowPlace[]): readonly RowPlace[] =>
    [...new Map(places.toReversed().map((place) => [customers.keyOf(place), place])).values()].toReversed()

  const subjects = (kind: DocumentKindId): readonly RowPlace[] => {
    const open = customers.loans.filter((place) => cells.value('closed', place) !== true)
    return kindOf(kind).per === '借据' ? open : customersOf(open)
  }

  const customerOf = (place: RowPlace) => ({
    key: customers.keyOf(place),
    name: cells.text('customerName', place) ?? '',
  })

  return { due, reportKind, fileName, subjects, customersOf, customerOf, make }
}

/** A customer's document says of each reason which loan it is of. */
function withLoan(kind: DocumentKindId, loan: string, because: string): string {
  return kindOf(kind).per === '客户' ? messages.ofLoan(loan, because) : because
}

function loansTold(
  kind: DocumentKindId,
  customerLoans: readonly RowPlace[],
  loans: readonly RowPlace[],
  ground: Ground,
): readonly RowPlace[] {
  if (kind === 'collectionNotice') return overdueLoans(customerLoans, ground.cells)
  if (kind === 'maturityNotice') return maturingLoans(customerLoans, ground)
  return loans
}

function usesReasons({ texts }: DocumentTemplate): boolean {
  return texts.get('word/document.xml')?.includes('制发原因') ?? false
}
