import { readLedger, type Ledger } from '@postloan/core/ledger'
import type { Policy } from '@postloan/core/policy'
import type { Workbook } from '@postloan/core/table'

import { messages } from '../messages.ts'
import type { PreviousReading } from '../paperTypes.ts'

/** The month before, held as it was read, so that another policy reads the same file again. */
export class PreviousFile {
  #workbook: Workbook | null = null
  #read: { readonly policy: Policy; readonly ledger: Ledger } | null = null

  drop(): void {
    this.#workbook = null
    this.#read = null
  }

  /** Takes a file; one that holds no ledger is refused and the one before stays. */
  async take(fileName: string, bytes: Uint8Array, policy: Policy): Promise<PreviousReading> {
    // readers of files are large and rarely needed
    const { hideOwnCells, openWorkbook, webCodec } = await import('@postloan/core/workbook')
    const opened = await openWorkbook(bytes, fileName, webCodec())
    if (!opened.ok) return { ok: false, message: opened.error.message }
    const workbook = hideOwnCells(opened.workbook)
    const ledger = readLedger([workbook], policy)
    const loans = loansOf(ledger)
    if (loans === 0) return { ok: false, message: messages.previous.noLedger }
    this.#workbook = workbook
    this.#read = { policy, ledger }
    return { ok: true, previous: { fileName, asOf: ledger.asOf.day, loans, joined: null } }
  }

  ledger(policy: Policy): Ledger | null {
    if (!this.#workbook) return null
    if (this.#read?.policy !== policy) this.#read = { policy, ledger: readLedger([this.#workbook], policy) }
    return this.#read.ledger
  }
}

function loansOf(ledger: Ledger): number {
  return ledger.tables.reduce((sum, { name, rowCount }) => sum + (name === '借据' ? rowCount : 0), 0)
}
