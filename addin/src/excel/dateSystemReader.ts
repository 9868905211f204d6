import { type DateSystem, dayOf, serialOfDay } from '@postloan/core/calendar'

import { hasApi } from './features.ts'
import { toFailure, withPatience } from './officeErrors.ts'
import type { PortErrorCode } from './portError.ts'

const YEAR = 2000
const systems: readonly DateSystem[] = [1900, 1904]
const REFUSALS: ReadonlySet<PortErrorCode> = new Set(['unsupported', 'accessDenied', 'unknown'])

/**
 * In which date system the workbook counts its days. Office.js has no property for it; what Excel's own DATE gives for a
 * known day tells (its year counts "from 1900 or 1904, depending on the workbook's date system"). Asked once, with the
 * first request there is: office.js sends worksheet functions under the flag of a request that writes, and an older Excel
 * may forget the list of what can be undone at such a request.
 */
export class DateSystemReader {
  #known: DateSystem | null = null
  #isAsked = false

  /** Null where this Excel cannot say. */
  async read(): Promise<DateSystem | null> {
    return this.along(async (queue) => {
      if (!queue) return this.#known
      const context = new Excel.RequestContext()
      const take = queue(context)
      await withPatience(context.sync())
      take()
      return this.#known
    })
  }

  /**
   * Does work whose request can carry the question as well: `queue` puts it in, what that gives takes the answer in once
   * the request has come back. Where Excel refuses, the work is done again without the question, and it is not asked again.
   */
  async along<T>(work: (queue: QueueQuestion | null) => Promise<T>): Promise<T> {
    if (this.#isAsked || !hasApi('1.2')) return work(null)
    try {
      return await work((context) => this.#queue(context))
    } catch (caught) {
      if (!REFUSALS.has(toFailure(caught).error.code)) throw caught
      this.#isAsked = true
      return work(null)
    }
  }

  get known(): DateSystem | null {
    return this.#known
  }

  #queue(context: Excel.RequestContext): () => void {
    const serial = context.workbook.functions.date(YEAR, 1, 1)
    serial.load('value,error')
    return () => {
      this.#isAsked = true
      this.#known = systems.find((system) => serialOfDay(dayOf(YEAR, 1, 1), system) === serial.value) ?? null
    }
  }
}

export type QueueQuestion = (context: Excel.RequestContext) => () => void
