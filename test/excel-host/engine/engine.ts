import { ExcelFault } from '../model/fault.ts'
import type { ApiSets } from './apiSets.ts'
import { type Counters, type Coverage, newCounters } from './counters.ts'
import { type Faults, noFaults } from './faults.ts'
import type { ExcelObject } from './kind.ts'
import { type Profile, atLeast } from './profiles.ts'
import { RequestRun } from './requestRun.ts'
import { TransportCode, type WireRequest, type WireResponse } from './wire.ts'

const DELAY_FOR_CELL_EDIT = 64

export interface EngineOptions {
  readonly root: ExcelObject
  readonly profile: Profile
  readonly apiSets: ApiSets
  /** Objects that office.js makes without a parent (its own telemetry and the like). */
  readonly topLevel: (name: string) => ExcelObject | null
  /** Called around the actions of one request; told whether any of them wrote. */
  readonly begin?: () => void
  readonly end?: (wrote: boolean) => void
}

export interface Asked {
  readonly body: string
  readonly flags: number
}

export type Answer =
  | { readonly kind: 'body'; readonly body: string }
  | { readonly kind: 'code'; readonly code: number }
  | { readonly kind: 'gone' }

/** Carries out the requests of office.js on a tree of objects; knows nothing of transports, nor of Excel's classes. */
export class Engine {
  readonly options: EngineOptions
  readonly counters: Counters = newCounters()
  readonly coverage: Coverage = { used: new Map(), missing: new Map() }
  readonly faults: Faults = noFaults()
  readonly references = new Map<string, ExcelObject>()
  /** Requests and responses as text, when someone wants to see them. */
  trace: ((request: string, response: string) => void) | null = null
  readonly #referenceOf = new WeakMap<object, string>()
  #nextReference = 1
  #waiting: (() => void)[] = []

  constructor(options: EngineOptions) {
    this.options = options
  }

  /** Answers one request, with whatever delay and faults are set. */
  async handle({ body, flags }: Asked): Promise<Answer> {
    const { faults, counters } = this
    const number = counters.requests++
    const size = bytesOf(body)
    counters.bytesIn += size
    counters.largestRequest = Math.max(counters.largestRequest, size)
    if (faults.latency > 0) await new Promise((done) => setTimeout(done, faults.latency))
    if (number >= faults.goneAt) return { kind: 'gone' }
    if (faults.cellEditMode) {
      if ((flags & DELAY_FOR_CELL_EDIT) === 0) return this.#refuse(TransportCode.cellEditMode)
      await new Promise<void>((done) => this.#waiting.push(done))
    }
    const fault = faults.next.shift()
    if (fault !== undefined && fault !== null) return this.#refuse(fault)
    if (size > this.options.profile.payloadLimit) return this.#refuse(TransportCode.requestTooLarge)
    const started = performance.now()
    const response = JSON.stringify(this.process(JSON.parse(body) as WireRequest))
    counters.busy += performance.now() - started
    this.trace?.(body, response)
    const answered = bytesOf(response)
    counters.bytesOut += answered
    counters.largestResponse = Math.max(counters.largestResponse, answered)
    if (answered > this.options.profile.payloadLimit) return this.#refuse(TransportCode.responseTooLarge)
    return { kind: 'body', body: response }
  }

  /** The user left the cell: what was held back goes on. */
  leaveCellEditMode(): void {
    this.faults.cellEditMode = false
    for (const go of this.#waiting.splice(0)) go()
  }

  process(request: WireRequest): WireResponse {
    const run = new RequestRun(this, request)
    this.options.begin?.()
    const response = run.all()
    this.options.end?.(run.wrote)
    return response
  }

  /** The reference under which a range can be asked for again. */
  reference(object: ExcelObject): string {
    const known = this.#referenceOf.get(object)
    if (known !== undefined) return known
    const made = `{${(this.#nextReference++).toString(16).padStart(8, '0')}-0000-0000-0000-000000000000}`
    this.#referenceOf.set(object, made)
    this.references.set(made, object)
    return made
  }

  isReferenced(object: ExcelObject): boolean {
    return this.#referenceOf.has(object)
  }

  use(member: string): void {
    this.coverage.used.set(member, (this.coverage.used.get(member) ?? 0) + 1)
    const code = this.faults.members[member]
    if (code !== undefined) throw new ExcelFault(code, 'You cannot perform the requested operation.', 403)
    const needs = this.options.apiSets[member]
    if (needs === undefined) return
    const [set = '', version = ''] = needs.split(' ')
    if (atLeast(this.options.profile.sets[set], version)) return
    const words =
      'The API you are trying to use could not be found. It may be available in a newer version of Excel.'
    throw new ExcelFault('ApiNotFound', `${words} (${member}: ${needs})`, 404)
  }

  missing(member: string): ExcelFault {
    this.coverage.missing.set(member, (this.coverage.missing.get(member) ?? 0) + 1)
    return new ExcelFault('NotImplemented', `the simulated Excel does not implement ${member}`, 501)
  }

  #refuse(code: number): Answer {
    const { errors } = this.counters
    errors[code] = (errors[code] ?? 0) + 1
    return { kind: 'code', code }
  }
}

const encoder = new TextEncoder()

function bytesOf(text: string): number {
  return encoder.encode(text).length
}
