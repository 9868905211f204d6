import { formatIsoDay } from '@postloan/core/calendar'
import type { BankDetails, DocumentDesk, DocumentKindId } from '@postloan/core/documents'
import { valueAt } from '@postloan/core/table'

import { messages } from '../messages.ts'
import type {
  DocumentGroup,
  DocumentOrder,
  DocumentScope,
  MadeDocument,
  MadeFile,
  Ticks,
} from '../paperTypes.ts'
import type { RowOfTable } from '../types.ts'
import type { CheckedLedger } from './checkedLedger.ts'
import { ticksOf } from './loanTicks.ts'

/** The documents of a checked ledger: which there are to make, and making them one by one. */
export class PaperDesk {
  readonly #checked: CheckedLedger
  #desk: { readonly of: unknown; readonly bank: string; readonly desk: DocumentDesk } | null = null

  constructor(checked: CheckedLedger) {
    this.#checked = checked
  }

  async groups(): Promise<readonly DocumentGroup[]> {
    const { documentKinds } = await import('@postloan/core/documents')
    const due = (await this.#open({})).due()
    const groups = new Map<string, DocumentGroup>()
    for (const { id, group, says, per, reader } of documentKinds) {
      const count = due.filter(({ kind }) => kind === id).length
      const known = groups.get(group)
      groups.set(
        group,
        known
          ? { ...known, says: messages.documents.byCustomer, due: known.due + count }
          : { name: group, says, per, reader, due: count },
      )
    }
    return [...groups.values()]
  }

  /** What is to be made; one for each customer where the document speaks of all the customer's loans. */
  async orders(
    group: string,
    scope: DocumentScope,
    selected: RowOfTable | null,
  ): Promise<readonly DocumentOrder[]> {
    const { documentKinds } = await import('@postloan/core/documents')
    const kinds = documentKinds.filter((one) => one.group === group)
    const [first] = kinds
    if (!first) return []
    const desk = await this.#open({})
    const ids = new Set(kinds.map(({ id }) => id))
    if (scope === 'due') {
      return desk.due().flatMap(({ kind, place }) => (ids.has(kind) ? [{ kind, place }] : []))
    }
    const kindFor = (place: RowOfTable): DocumentKindId =>
      kinds.length === 1 ? first.id : desk.reportKind(place)
    const places = scope === 'loan' ? (selected ? [selected] : []) : this.#serious()
    const one = new Map<string, DocumentOrder>()
    for (const place of places) {
      const subject = first.per === '客户' ? this.#customer(place) : `${place.table}:${place.row}`
      if (!one.has(subject)) one.set(subject, { kind: kindFor(place), place })
    }
    return [...one.values()]
  }

  async make({ kind, place }: DocumentOrder, bank: BankDetails, ticks: Ticks): Promise<MadeDocument> {
    const desk = await this.#open(bank)
    const checked = this.#checked
    const loans = checked.ledger.tables[place.table]
    const answers = loans ? ticksOf(loans, checked.checklists().forLoan(place), ticks) : []
    const made = await desk.make(kind, place, answers.length > 0 ? { answers } : {})
    if (!made.ok) return made
    const { fileName, bytes, customer, loans: told, missing, findings } = made.document
    const because = desk.due([place]).flatMap((one) => (one.kind === kind ? one.because : []))
    return {
      ok: true,
      file: { fileName, bytes },
      preview: { kind, place, fileName, customer, loans: told, missing, findings, because },
    }
  }

  /** Several files as one; two of the same name are told apart. */
  async pack(files: readonly MadeFile[]): Promise<MadeFile> {
    const { packPart, webCodec, writeZip } = await import('@postloan/core/workbook')
    const codec = webCodec()
    const entries = []
    const used = new Map<string, number>()
    for (const { fileName, bytes } of files) {
      const times = (used.get(fileName) ?? 0) + 1
      used.set(fileName, times)
      const name = times === 1 ? fileName : fileName.replace(/(\.\w+)$/, `(${times})$1`)
      entries.push(await packPart(name, bytes, codec))
    }
    const { asOf } = this.#checked.full
    const day = asOf === null ? '' : formatIsoDay(asOf)
    return { fileName: messages.documents.archive(day, files.length), bytes: writeZip(entries) }
  }

  #serious(): readonly RowOfTable[] {
    const { current, ledger } = this.#checked
    const rows = new Map<string, RowOfTable>()
    for (const finding of current.findings({ outcomes: ['hit'], severities: ['serious'], waived: false })) {
      const { table, tableRow: row, kind } = finding
      if (kind === 'due' || row < 0 || ledger.tables[table]?.name !== '借据') continue
      rows.set(`${table}:${row}`, { table, row })
    }
    return [...rows.values()]
  }

  #customer({ table, row }: RowOfTable): string {
    const columns = this.#checked.ledger.tables[table]?.columns
    const parts = ['customerId', 'customerName'].map((field) => {
      const column = columns?.get(field)
      return String((column && valueAt(column, row)) ?? '')
    })
    const [id = '', name = ''] = parts
    return id !== '' ? `#${id}` : name !== '' ? name : `${table}:${row}`
  }

  /** One desk for the ledger as it now is and what the bank says of itself; both may change between two calls. */
  async #open(bank: BankDetails): Promise<DocumentDesk> {
    const { prepareDocuments } = await import('@postloan/core/documents')
    const { webCodec } = await import('@postloan/core/workbook')
    const checked = this.#checked
    const text = JSON.stringify(bank)
    const before = this.#desk
    if (before && before.of === checked.ledger && before.bank === text) return before.desk
    const desk = prepareDocuments(checked.ledger, {
      policy: checked.lists.policy,
      checklists: checked.lists.lists,
      result: checked.current,
      book: checked.checklists(),
      codec: webCodec(),
      bank,
      ...(checked.previous ? { previous: checked.previous } : {}),
    })
    this.#desk = { of: checked.ledger, bank: text, desk }
    return desk
  }
}
